"""What feelings put forward: whether something helped, as was wished, and a line for the week, to its owner alone."""

from __future__ import annotations

from datetime import timedelta

from plugins.feelings.helping import how_it_went
from plugins.feelings.patterns import Note, notes, pattern, things, words
from plugins.feelings.practice import Feelings, feelings, known_alone
from skill import Line, Offer, Turn, say

WEEK = timedelta(days=7)
WORDS_TOLD = 2


@feelings.offers("launch", "check-in")
def asked_about(turn: Turn[Feelings]) -> Offer | None:
    """Ask about what they wanted to be asked about."""
    return how_it_went(turn)


@feelings.offers("summary")
def week(turn: Turn[Feelings]) -> Offer | None:
    """Say the two words that came most this week, and one trigger; nothing with someone else in the room."""
    if not known_alone(turn) or turn.given.get("two"):
        return None
    found = notes(turn, turn.after(-WEEK))
    if not found:
        return None
    told = words(found)[:WORDS_TOLD]
    trigger = _trigger(found)
    return Offer(45, say("week-caused", words=told, trigger=trigger) if trigger else say("week", words=told))


def _trigger(found: tuple[Note, ...]) -> Line | str | None:
    """Name the trigger that came most, or else the newest."""
    for cause in pattern(found).causes[:1]:
        return cause.words or Line(f"group-{cause.group}")
    return next(iter(things(found)), None)
