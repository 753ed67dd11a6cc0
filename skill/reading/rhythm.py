"""What happens again and again: "every day", "Mondays and Thursdays", and what no reminder can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from skill.reading.day import weekday_name, weekdays
from skill.reading.language import language_of
from skill.reading.text import Span, either, filled, phrase

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
    if found := _impossible(language).search(text):
        return Rhythm(supported=False, span=found.span())
    if weekday_name(language).search(text):
        for form in _named_forms(language):
            if found := form.search(text):
                return Rhythm(_named(found, language), span=found.span())
    for form, beat in _general_forms(language):
        if found := form.search(text):
            return replace(beat, span=found.span())
    return None


def _named(found: re.Match[str], language: str) -> tuple[int, ...]:
    names = weekdays(language)
    if found.groupdict().get("first"):
        first, last = names[found["first"]], names[found["last"]]
        return tuple(sorted((first + step) % 7 for step in range((last - first) % 7 + 1)))
    return tuple(sorted({names[each] for each in weekday_name(language).findall(found[0])}))


@cache
def _impossible(language: str) -> re.Pattern[str]:
    return phrase(either(language_of(language).days.never_possible))


@cache
def _general_forms(language: str) -> tuple[tuple[re.Pattern[str], Rhythm], ...]:
    data = language_of(language).days
    every_part = filled(data.every_part, part=either(language_of(language).clocks.parts))
    return (
        (phrase(data.every_workday), Rhythm(WORKDAYS)),
        (phrase(data.every_weekend), Rhythm(WEEKEND)),
        (phrase(data.every_day), Rhythm(EVERY_DAY)),
        (phrase(every_part), Rhythm(EVERY_DAY)),
        (phrase(data.every_week), Rhythm(weekly=True)),
    )


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
    return tuple(phrase(filled(form, **parts)) for form in data.days.every_named)
