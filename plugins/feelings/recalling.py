"""Looking back, for the one who noted it and nobody else: what usually gets to them, and how a week was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from types import MappingProxyType

from plugins.feelings.patterns import ENOUGH, Note, Pattern, dots, notes, pattern, weight, words
from plugins.feelings.practice import Feelings, feelings, known_alone
from skill import Line, Reply, Screen, Turn, Verbatim, nothing, say

WEEKS_SEEN = timedelta(weeks=8)
WEEK = timedelta(days=7)
COMPARED_FROM = 2
DIFFERENT = 0.2
WORDS_TOLD = 3
_BACK: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"today": (0, -1), "yesterday": (1, 0), "this-week": (6, -1), "last-week": (13, 6), "this-month": (30, -1)}
)
"""Periods as days back from today's midnight: the first, and the one before which it ends."""


@feelings.on("FeelingPatternIntent")
def what_gets_to_me(turn: Turn[Feelings]) -> Reply:
    """Say which times and triggers come most with unpleasant words; from five notes on."""
    if not known_alone(turn):
        return _only_to_one(turn, "pattern")
    found = [each for each in notes(turn, turn.after(-WEEKS_SEEN)) if each.unpleasant]
    if len(found) < ENOUGH:
        return say("few-notes").done()
    seen = pattern(found)
    when, what = _when(seen), _what(seen)
    if when and what:
        return say("pattern-both", when=when, what=what).done()
    if when:
        return say("pattern-when", when=when).done()
    if what:
        return say("pattern-what", what=what).done()
    return say("pattern-none", word=words(found)[0]).done()


def _when(seen: Pattern) -> Line | None:
    part = Line(f"part-{seen.part}") if seen.part else None
    if seen.weekday is None:
        return part and Line("when-part", {"part": part})
    day = Line(f"day-{seen.weekday}")
    return Line("when-day-part", {"day": day, "part": part}) if part else Line("when-day", {"day": day})


def _what(seen: Pattern) -> Line | str | None:
    return Line(f"group-{seen.group}") if seen.group else seen.trigger or None


@feelings.on("FeelingWeeksIntent")
def was_it_better(turn: Turn[Feelings]) -> Reply:
    """Lay last week beside the week before, in the person's own words."""
    if not known_alone(turn):
        return _only_to_one(turn, "weeks")
    midnight = datetime.combine(turn.now.date(), time(), turn.now.tzinfo)
    monday = midnight - timedelta(days=turn.now.weekday())
    last, before = notes(turn, monday - WEEK, monday), notes(turn, monday - 2 * WEEK, monday - WEEK)
    if min(len(last), len(before)) < COMPARED_FROM:
        return say("few-notes").done()
    lighter = weight(before) - weight(last)
    how = "same" if abs(lighter) < DIFFERENT else "lighter" if lighter > 0 else "heavier"
    return say(f"week-{how}", word=words(last)[0], earlier=words(before)[0]).done()


@feelings.on("RecallFeelingsIntent")
def how_have_i_been(turn: Turn[Feelings]) -> Reply:
    """Name the words of a period that came most; on a screen, all of them and seven dots."""
    if not known_alone(turn):
        return _only_to_one(turn, "recall")
    first, end = _BACK[turn.ids.get("felt_period", turn.given.get("period", "")) or "this-week"]
    midnight = datetime.combine(turn.now.date(), time(), turn.now.tzinfo)
    found = notes(turn, midnight - timedelta(days=first), midnight - timedelta(days=end))
    if not found:
        return say("nothing-noted").done()
    told = words(found)
    reply = say("recalled", count=len(found), words=told[:WORDS_TOLD])
    return reply.show(_cloud(told, found, turn)).done()


def _cloud(told: tuple[str, ...], found: tuple[Note, ...], turn: Turn[Feelings]) -> Screen:
    lines = (
        Line("screen-words", {"words": Verbatim(" · ".join(told))}),
        Line("screen-dots", {"dots": Verbatim(dots(found, turn.now.date()))}),
    )
    return Screen(Line("screen-title"), lines)


def _only_to_one(turn: Turn[Feelings], what: str) -> Reply:
    if turn.for_two:
        return say("one-only").done()
    return nothing().given(what=what, period=turn.ids.get("felt_period", "")).who(then=known_now)


@feelings.step
def known_now(turn: Turn[Feelings], known: bool) -> Reply:
    """Go on once it is known who asks."""
    if not known or not known_alone(turn):
        return say("one-only").done()
    ways = {"pattern": what_gets_to_me, "weeks": was_it_better, "recall": how_have_i_been}
    return ways[str(turn.given["what"])](turn)
