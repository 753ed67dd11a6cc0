"""Histories: households in bulk, and one person's year of entries, written straight into a home's database."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from envelopes import words
from homes import ENTRY, HOUSE, KEPT, Home, rows
from servers import ZONE
from sqlalchemy import insert

from skill.store import Changes, new_id, schema
from skill.turn import Entry

AT_ONCE = 20_000
"""So many households are written in one transaction."""
LIVELY = 10
"""Every so many households have all that a few turns leave behind; the others a row of their own and a person."""
YEAR, WEEK = timedelta(days=365), timedelta(days=7)
RECENT = 10
"""So many entries, the newest, are of the last week in every history."""

_random = random.Random(11)
_FEELINGS = (
    ("tired", "tired", "low"),
    ("happy", "glad", "middle"),
    ("stressed", "stressed", "high"),
    ("calm", "calm", "low"),
    ("annoyed", "angry", "middle"),
)
_TRIGGERS = ("the meeting at work", "the traffic", "a short night", "the dishes", "the noise upstairs")
_DEEDS = ("a walk in the park", "a long bath", "an early night", "a chapter of a book")
_KINDS = ("word", "good-thing", "word", "promise", "word", "good-thing", "word", "done", "good-thing", "word")
"""What ten entries in a row are."""


def settle(home: Home, count: int) -> None:
    """Fill a home up to so many households, each with the very rows of the first user's."""
    with home.harbor.database.reading() as connection:
        household = home.household(home.users[0])
        pattern = {each: rows(connection, each, household) for each in (HOUSE, *KEPT, ENTRY)}
    quiet = (HOUSE, schema.table(schema.Person))
    ids = sorted(secrets.token_hex(16) for _ in range(count - len(home.users)))
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        with home.harbor.database.writing() as connection:
            for table, found in pattern.items():
                into = some if table in quiet else some[::LIVELY]
                if found:
                    connection.execute(insert(table), [{**row, "household_id": id} for id in into for row in found])
    home.restart()


def remember_a_year(home: Home, user: str, count: int) -> None:
    """Give one person so many entries, spread over the last year."""
    households, now = home.harbor.households, datetime.now(UTC)
    (person,) = households.snapshot(user, None, "", now).people
    made = _entries(person.id, count, now.astimezone(ZoneInfo(ZONE)))
    while some := {entry.id: entry for entry, _ in zip(made, range(1000), strict=False)}:
        households.commit(households.snapshot(user, None, "", now), Changes(entries=dict(some)), now)
    home.restart()


def _entries(owner: str, count: int, now: datetime) -> Iterator[Entry]:
    for number in range(count):
        recent = number < RECENT
        ago = WEEK * 0.9 * number / RECENT if recent else WEEK + (YEAR - WEEK) * (number - RECENT) / (count - RECENT)
        at = now - ago - timedelta(minutes=1)
        kind = _KINDS[number % len(_KINDS)]
        practice, text, data = _said(kind, at, number)
        filed = "promise-done" if data.get("status") == "kept" else kind
        yield Entry(new_id(at), practice, filed, text, at, owner, data=data)


def _said(kind: str, at: datetime, number: int) -> tuple[str, str, Mapping[str, Any]]:
    """Give the practice that keeps such an entry, its words, and its data as that practice writes them."""
    if kind == "good-thing":
        return "gratitude", words(), {}
    if kind == "done":
        return "selfcare", _random.choice(_DEEDS), {"helped": True}
    if kind == "promise":
        due = at + timedelta(days=2)
        kept = number >= RECENT
        times = {"at": due.isoformat(), "days": [], "timed": False, "loose": False, "cue": "", "alert": "", "moved": ""}
        log = [[due.date().isoformat(), "kept"]] if kept else []
        return "promise", "call the dentist", {**times, "status": "kept" if kept else "open", "log": log}
    word, family, energy = _random.choice(_FEELINGS)
    told = {"family": family, "energy": energy, "number": None, "day": "", "part": "evening"}
    return "feelings", word, {**told, "trigger": _random.choice(_TRIGGERS), "group": "other"}
