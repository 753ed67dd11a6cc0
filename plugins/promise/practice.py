"""The practice itself: a promise as its entry holds it, and when it falls due.

A promise is a journal entry, so that one who shares it lets the other hear it. One that is closed is filed under a kind
of its own, so that none is opened to find those that are open. Its ``data`` is JSON: ``at`` (ISO, the first time),
``days`` (0 = Monday), ``timed`` (a clock time was named), ``loose`` (no time was), ``cue``, ``status`` (open, kept,
let-go), ``alert``, ``moved`` (the day this time was moved to) and ``log``: (day, how) for each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from skill import Entry, NoState, Person, Practice, Turn

KIND, CLOSED, CONFIDENCE = "promise", "promise-done", "confidence"
OPEN, KEPT, LET_GO = "open", "kept", "let-go"
LOOSE = timedelta(days=7)
"""A promise without a time is asked about after a week."""
A_MOMENT = timedelta(minutes=10)
"""So long a promise that was made is the one that is spoken of."""
LOGGED = 30
TWICE = 2

promises: Practice[NoState] = Practice("promise", for_two=True)


@dataclass(frozen=True)
class Promise:
    """One promise: its entry, and what the entry's data say."""

    entry: Entry
    at: datetime
    days: tuple[int, ...] = ()
    timed: bool = False
    loose: bool = False
    cue: str = ""
    status: str = OPEN
    alert: str = ""
    moved: date | None = None
    log: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, entry: Entry, zone: tzinfo | None) -> Promise:
        """Read an entry."""
        data: Mapping[str, Any] = entry.data
        at = datetime.fromisoformat(data["at"]) if data.get("at") else entry.made_at + LOOSE
        moved = date.fromisoformat(data["moved"]) if data.get("moved") else None
        return cls(
            entry,
            at.astimezone(zone),
            tuple(data.get("days", ())),
            bool(data.get("timed")),
            bool(data.get("loose")),
            str(data.get("cue", "")),
            str(data.get("status", OPEN)),
            str(data.get("alert", "")),
            moved,
            tuple((str(day), str(how)) for day, how in data.get("log", ())),
        )

    def due(self, today: date) -> date | None:
        """Give the day that is to be asked about: of those come and not told of, the latest; None where none is."""
        if self.status != OPEN:
            return None
        if self.moved:
            return self.moved if self.moved <= today else None
        start = self.at.date()
        if not self.days:
            return start if start <= today else None
        told = [date.fromisoformat(day) for day, _ in self.log]
        since = max([*told, start - timedelta(days=1)])
        days = (today - timedelta(days=back) for back in range(7))
        return next((day for day in days if day > since and day.weekday() in self.days), None)

    def coming(self, today: date) -> date:
        """Give the day that it is for now: one that is due, else the next."""
        if day := self.due(today) or self.moved:
            return day
        start, told = max(self.at.date(), today), {day for day, _ in self.log}
        days = (start + timedelta(days=ahead) for ahead in range(8))
        return next((day for day in days if day.weekday() in self.days and day.isoformat() not in told), start)

    def rested(self, now: datetime) -> Mapping[str, Any]:
        """Give as data that a single one whose day has come is asked about in a week; nothing for any other."""
        if self.days or self.due(now.date()) is None:
            return {}
        return {"at": (now + LOOSE).isoformat(), "timed": False, "loose": True, "moved": ""}

    def logged(self, day: date, how: str) -> list[list[str]]:
        """Give the log with one occurrence more, as data."""
        return [list(each) for each in (*self.log, (day.isoformat(), how))][-LOGGED:]

    @property
    def missed_again(self) -> bool:
        """Say whether the last time was missed too."""
        return bool(self.log) and self.log[-1][1] == "missed"


def filed(status: str) -> Mapping[str, str]:
    """Give the status as data, with the kind under which a promise of that status is filed."""
    return {"kind": KIND if status == OPEN else CLOSED, "status": status}


def mine(turn: Turn[Any]) -> tuple[Promise, ...]:
    """List the speaker's open promises, the oldest first; with two here, those that both may hear."""
    return of_person(turn, turn.speaker)


def of_person(turn: Turn[Any], person: Person | None) -> tuple[Promise, ...]:
    """List a person's open promises, as far as they may be heard now.

    Those that were closed before there was a kind for them are still among the entries, and are left out here.
    """
    if person is None:
        return ()
    entries = turn.journal.entries(KIND, owner=person.id, limit=100)
    found = [Promise.of(each, turn.now.tzinfo) for each in reversed(entries)]
    return tuple(each for each in found if each.status == OPEN)


def due_now(turn: Turn[Any], person: Person | None) -> Promise | None:
    """Give the promise of a person that has been due the longest."""
    today = turn.now.date()
    due = [(day, each) for each in of_person(turn, person) if (day := each.due(today))]
    return min(due, key=lambda found: found[0])[1] if due else None


def found(turn: Turn[Any], id_: str) -> Promise | None:
    """Find a promise by its entry's id, where the speaker may report on it: it is their own."""
    entry = next((each for each in turn.kept if each.id == id_), None) or turn.journal.get(id_)
    if entry is None or entry.kind not in (KIND, CLOSED) or (turn.speaker and entry.owner != turn.speaker.id):
        return None
    return Promise.of(entry, turn.now.tzinfo)


def newest(turn: Turn[Any]) -> Promise | None:
    """Give the promise that this run kept last, or that was made a moment ago."""
    kept = [Promise.of(each, turn.now.tzinfo) for each in turn.kept if each.kind in (KIND, CLOSED)]
    return next(reversed(kept or [each for each in mine(turn) if turn.now - each.entry.made_at < A_MOMENT]), None)


def member(turn: Turn[Any], name: str) -> Person | None:
    """Find the person of the household who is called that; None for anyone else."""
    wanted = name.strip(" .?!").casefold()
    people = (*turn.present, *turn.people)
    return next((each for each in people if each.name and each.name.casefold() == wanted), None)


def names(turn: Turn[Any]) -> tuple[str, ...]:
    """List what the others of the household are called."""
    return tuple(each.name for each in turn.people if each.name and each != turn.speaker)
