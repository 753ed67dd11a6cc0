"""Looking back, for the one who noted it and nobody else: what usually gets to them, and how a week was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from types import MappingProxyType

from plugins.feelings.patterns import ENOUGH, Note, Pattern, dots, notes, pattern, things, weight, words
from plugins.feelings.practice import Feelings, feelings, known_alone
from skill import Line, Reply, Screen, Turn, Verbatim, nothing, say

WEEKS_SEEN, WORDS_SEEN = timedelta(weeks=8), 30
"""What a pattern is looked for in: the newest words are enough for one, and cost the same after years."""
WEEK = timedelta(days=7)
COMPARED_FROM = 2
DIFFERENT = 0.2
WORDS_TOLD = 3
LAST_WEEK = "last-week"
_BACK: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"today": (0, -1), "yesterday": (1, 0), "this-week": (6, -1), "this-month": (30, -1)}
)
"""Periods as days back from today's midnight: the first, and the one before which it ends."""


@feelings.on("FeelingPatternIntent")
def what_gets_to_me(turn: Turn[Feelings]) -> Reply:
    """Say which times and triggers come most with unpleasant words, or else which were named; from five notes on."""
    if not known_alone(turn):
        return _only_to_one(turn, "pattern")
    every = notes(turn, turn.after(-WEEKS_SEEN), most=WORDS_SEEN)
    if len(every) < ENOUGH:
        return say("few-notes").done()
    found = [each for each in every if each.unpleasant]
    if len(found) < COMPARED_FROM:
        return say("pattern-light", words=words(every)[:WORDS_TOLD]).done()
    return _told(found, pattern(found, every)).done()


def _told(found: Sequence[Note], seen: Pattern) -> Reply:
    when, what = _when(seen), _what(seen)
    if when and what:
        return say("pattern-both", when=when, what=what)
    if when:
        return say("pattern-when", when=when)
    if what:
        return say("pattern-what", what=what)
    if named := things(found):
        return say("pattern-things", things=named[:WORDS_TOLD])
    return say("pattern-none", words=words(found)[:WORDS_TOLD])


def _when(seen: Pattern) -> Line | None:
    part = Line(f"part-{seen.part}") if seen.part else None
    if seen.weekday is None:
        return part and Line("when-part", {"part": part})
    day = Line(f"day-{seen.weekday}")
    return Line("when-day-part", {"day": day, "part": part}) if part else Line("when-day", {"day": day})


def _what(seen: Pattern) -> Line | str | None:
    named = [each.words or Line(f"group-{each.group}") for each in seen.causes]
    return Line("what-two", {"one": named[0], "two": named[1]}) if len(named) > 1 else next(iter(named), None)


@feelings.on("FeelingWeeksIntent")
def was_it_better(turn: Turn[Feelings]) -> Reply:
    """Lay last week beside the week before, in the person's own words."""
    if not known_alone(turn):
        return _only_to_one(turn, "weeks")
    start, end = _period(turn, LAST_WEEK)
    last, before = notes(turn, start, end), notes(turn, start - WEEK, start)
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
    found = notes(turn, *_period(turn, turn.ids.get("felt_period", turn.given.get("period", ""))))
    if not found:
        return say("nothing-noted").done()
    told = words(found)
    reply = say("recalled", count=len(found), words=told[:WORDS_TOLD])
    return reply.show(_cloud(told, found, turn)).done()


def _period(turn: Turn[Feelings], name: str) -> tuple[datetime, datetime]:
    """Give the instants from which and before which a period is; last week is the one before this Monday."""
    midnight = datetime.combine(turn.now.date(), time(), turn.now.tzinfo)
    if name == LAST_WEEK:
        monday = midnight - timedelta(days=turn.now.weekday())
        return monday - WEEK, monday
    first, end = _BACK[name or "this-week"]
    return midnight - timedelta(days=first), midnight - timedelta(days=end)


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
