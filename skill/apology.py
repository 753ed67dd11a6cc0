"""Apologies: what is said of a turn that did not work; and when to stop trying, so that nobody is asked without end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog

from skill.errors import VersionConflict
from skill.exchange import Heard, Said
from skill.notation import from_data
from skill.speech import Manner, Memory, Speech
from skill.store import Changes, Households
from skill.wording import Part, house, word

FAILED = "failed"
"""Where the session says how often in a row the open question's answer could not be taken."""
MOST = 3
"""After so many failures in a row the question is let go, as it is after so many misses."""
TRIES = 5
"""So often is it tried again to let a run go when another turn of the household comes first."""


def apology(speech: Speech, heard: Heard, *, lost: bool, failures: int, outcome: str = FAILED) -> Said:
    """Say that a turn did not work and kept nothing (``lost``: the store was out of reach); what was open stays open.

    ``failures`` says how often in a row the open question has failed, this turn included. Nobody waits for an answer
    to an event, so there nothing is said.
    """
    if heard.kind == "event":
        return Said(outcome=outcome)
    pointer = {**heard.session, **({FAILED: failures} if failures else {})}
    again = house("try-again") if pointer.get("floor") else None
    said = _worded(speech, heard, house("unreachable" if lost else "sorry"), again)
    return replace(
        said,
        listening=again is not None,
        words=again is not None and bool(pointer.get("words")),
        session=pointer if again else {},
        outcome=outcome,
    )


def parting(speech: Speech, heard: Heard, *, outcome: str = FAILED) -> Said:
    """Say that it has not worked several times, and that it is left there."""
    return replace(_worded(speech, heard, house("leaving-it")), outcome=outcome)


def let_go(households: Households, heard: Heard, now: datetime) -> None:
    """Close the run whose question is open in this session, so that no later day offers it, and say so in the log.

    What waits beneath it is left as it is, to be offered another time. StoreError when it cannot be written.
    """
    for tries_left in reversed(range(TRIES)):
        snapshot = households.snapshot(heard.user, heard.person, "", now)
        frame = next((each for each in snapshot.frames if each.id == heard.session.get("floor")), None)
        if frame is None:
            return
        try:
            households.commit(snapshot, Changes(frames={frame.id: replace(frame, status="done")}), now)
        except VersionConflict:
            if not tries_left:
                raise
            continue
        question = from_data(frame.body["question"])
        step = question.then if question else ""
        structlog.get_logger(__name__).warning("let_go", practice=frame.body["root"], step=step, failures=MOST)
        return


def _worded(speech: Speech, heard: Heard, part: Part, again: Part | None = None) -> Said:
    worded = word(speech, [part], again, Manner(heard.locale, heard.at, heard.request), Memory({}))
    return Said(speech=worded.speech, reprompt=worded.reprompt)
