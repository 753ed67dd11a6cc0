"""Putting down what was open in a session, when safety answers in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from skill.errors import VersionConflict
from skill.exchange import Heard, Said
from skill.store import Changes, Households

TRIES = 5
"""So often is it tried again when another turn of the household comes first."""
POINTER = "floor"


def put_down(households: Households, heard: Heard, said: Said, now: datetime) -> None:
    """Let the runs of this session go, so that no later day offers them; nothing of what was said is written.

    Nothing is done where safety left the floor's pointer in the session: what was heard was grey. StoreError when the
    database does not do as asked.
    """
    if POINTER not in heard.session or POINTER in said.session:
        return
    mark = households.conversation(heard.conversation)
    for _ in range(TRIES):
        snapshot = households.snapshot(heard.user, None, "", now)
        frames = {
            each.id: replace(each, status="done")
            for each in snapshot.frames
            if each.conversation == mark and each.status in ("open", "waiting")
        }
        try:
            if frames:
                households.commit(snapshot, Changes(frames={**frames}), now)
            return
        except VersionConflict:
            continue
