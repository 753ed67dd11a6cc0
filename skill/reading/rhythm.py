"""What happens again and again: "every day", "Mondays and Thursdays", and what no reminder can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skill.reading.day import weekdays
from skill.reading.language import language_of
from skill.reading.text import Span, compiled, either, filled

EVERY_DAY = tuple(range(7))
WORKDAYS = tuple(range(5))
WEEKEND = (5, 6)


@dataclass(frozen=True)
class Rhythm:
    """Weekdays on which something recurs, 0 = Monday.

    ``weekly`` without days takes the day that is named beside it. ``supported`` is False for what is neither daily nor
    weekly.
    """

    days: tuple[int, ...] = ()
    weekly: bool = False
    supported: bool = True
    span: Span = (0, 0)


def find(text: str, language: str) -> Rhythm | None:
    """Find a rhythm in plain text."""
    data = language_of(language).days
    if found := compiled(rf"(?<!\w){either(data.never_possible)}(?!\w)").search(text):
        return Rhythm(supported=False, span=found.span())
    for form in _named_forms(language):
        if found := form.search(text):
            return Rhythm(_named(found, language), span=found.span())
    return _general(text, language)


def _general(text: str, language: str) -> Rhythm | None:
    data = language_of(language).days
    parts = either(language_of(language).clocks.parts)
    for pattern, days in (
        (data.every_workday, WORKDAYS),
        (data.every_weekend, WEEKEND),
        (data.every_day, EVERY_DAY),
        (filled(data.every_part, part=parts), EVERY_DAY),
    ):
        if found := compiled(rf"(?<!\w)(?:{pattern})(?!\w)").search(text):
            return Rhythm(days, span=found.span())
    if found := compiled(rf"(?<!\w)(?:{data.every_week})(?!\w)").search(text):
        return Rhythm(weekly=True, span=found.span())
    return None


def _named(found: re.Match[str], language: str) -> tuple[int, ...]:
    names = weekdays(language)
    if found.groupdict().get("first"):
        first, last = names[found["first"]], names[found["last"]]
        return tuple(sorted((first + step) % 7 for step in range((last - first) % 7 + 1)))
    return tuple(sorted({names[each] for each in compiled(either(names)).findall(found[0])}))


@cache
def _named_forms(language: str) -> tuple[re.Pattern[str], ...]:
    data = language_of(language)
    names = either(weekdays(language))
    parts = {
        "weekday": names,
        "weekdays": rf"{names}(?:{data.days.weekday_plural})",
        "either": rf"{names}(?:{data.days.weekday_plural})?",
        "first": f"(?P<first>{names})",
        "last": f"(?P<last>{names})",
        "part": either(data.clocks.parts),
        "and": f"(?:{data.days.list_joint})",
    }
    return tuple(re.compile(rf"(?<!\w){filled(form, **parts)}(?!\w)") for form in data.days.every_named)
