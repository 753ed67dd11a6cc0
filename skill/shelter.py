"""Answering for safety: what is known of the household goes into it, and what was open in the session is put down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from skill.company import Company
from skill.errors import StoreError, VersionConflict
from skill.exchange import Heard, Said
from skill.home import Home
from skill.store import Changes, Households, Snapshot

TRIES = 5
"""So often is it tried again when another turn of the household comes first."""
POINTER = "floor"


class Concern(Protocol):
    """What safety found in the words alone."""

    def answer(self, home: Home, zone: str, person: str) -> tuple[Said, Home]:
        """Give what is said, and the household's settings as they are to be kept."""


def answer(
    concern: Concern, households: Households, heard: Heard, now: datetime, failed: Callable[[Exception], None]
) -> Said:
    """Answer a concern, and write what it leaves: settings of the household, and the runs of this session let go.

    Nothing of what was said is written. A database that does not do as asked keeps nobody from being answered:
    ``failed`` is told of it, and the answer is given as for a household that is not known.
    """
    said: Said | None = None
    try:
        for _ in range(TRIES):
            snapshot = households.snapshot(heard.user, heard.person, "", now)
            said, changes = _answered(concern, households, heard, snapshot)
            try:
                if changes is not None:
                    households.commit(snapshot, changes, now)
                return said
            except VersionConflict:
                continue
    except StoreError as error:
        failed(error)
    return said or concern.answer(Home(), "", "")[0]


def _answered(
    concern: Concern, households: Households, heard: Heard, snapshot: Snapshot
) -> tuple[Said, Changes | None]:
    """Give what is said, and what is to be written: None where there is nothing."""
    before = Home.of(snapshot.memory)
    company = Company.of(snapshot, heard, lambda: _new_id(heard), before)
    said, after = concern.answer(before, snapshot.zone, company.speaker.id if company.speaker else "")
    # Where safety left the floor's pointer in the session, what was heard was grey, and the run may go on.
    put_down = POINTER in heard.session and POINTER not in said.session
    mark = households.conversation(heard.conversation)
    frames = {
        each.id: replace(each, status="done")
        for each in snapshot.frames
        if put_down and each.conversation == mark and each.status in ("open", "waiting")
    }
    if after == before:
        return said, Changes(frames={**frames}) if frames else None
    changes = Changes(frames={**frames}, memory={**snapshot.memory, **after.to_memory()})
    changes.people.update((member.id, member) for member in company.changed)
    if heard.person is not None and snapshot.voice is None and company.speaker:
        changes.voices[company.speaker.id] = heard.person
    return said, changes


def _new_id(heard: Heard) -> str:
    return sha256(f"{heard.user}|{heard.request}".encode()).hexdigest()[:32]
