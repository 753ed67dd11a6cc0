"""What it puts forward: a quiet minute in a check-in where feelings were tense. No line for the week unless asked."""

from __future__ import annotations

from datetime import timedelta

from plugins.mindful.guiding import TENSE, guided
from plugins.mindful.practice import Mindful, length, mindful
from skill import Duration, Felt, Offer, Reply, Turn, YesNo, ask, say

WORD = "word"
"""The kind under which practices keep a word for how someone is."""
FRESH = timedelta(hours=3)


@mindful.offers("check-in")
def when_tense(turn: Turn[Mindful]) -> Offer | None:
    """Offer a minute where the word for today was a tense one."""
    if not _tense(turn) or _sat_lately(turn):
        return None
    liked = [each for each in turn.state.liked if each != "arrive"]
    exercise = liked[-1] if liked else "long"
    asked = ask("offered", YesNo() | Duration(), then=offered).given(exercise=exercise)
    return Offer(36, asked)


@mindful.step
def offered(turn: Turn[Mindful], answer: bool | timedelta | None) -> Reply:
    """Guide it, or leave it."""
    if not answer:
        return say("left").done()
    return guided(turn, str(turn.given["exercise"]), length(answer) if isinstance(answer, timedelta) else 1)


def _sat_lately(turn: Turn[Mindful]) -> bool:
    return bool(turn.state.sittings) and turn.now - turn.state.sittings[-1].at < FRESH


def _tense(turn: Turn[Mindful]) -> bool:
    felt = turn.given.get("felt")
    if isinstance(felt, Felt):
        return felt.family in TENSE
    owner = turn.speaker.id if turn.speaker else None
    words = turn.journal.entries(WORD, owner=owner, since=turn.after(-FRESH), limit=5, anyones=True)
    return any(each.data.get("family") in TENSE for each in words)
