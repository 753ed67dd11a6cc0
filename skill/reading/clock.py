r"""Times of day: "half past eight", "8:30 pm", "eight in the morning", "noon", and the parts of a day.

The text comes with its days already blotted out (``\0``) and the part of the day blotted out with ``\1``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from skill.reading.grammar import Clocks
from skill.reading.language import language_of
from skill.reading.text import Span, compiled, either, filled, looked_up, phrase

HALF_DAY = 720
DAY = 1_440
PARTS: Mapping[str, int] = MappingProxyType(
    {"morning": 8 * 60, "afternoon": 15 * 60, "evening": 19 * 60, "night": 21 * 60}
)
"""The minute of the day that a part of the day stands for when no hour is named."""


@dataclass(frozen=True)
class Clock:
    """A time of day in minutes: after midnight where that is ``sure``, else on a twelve-hour clock.

    ``bare`` says that nothing marked the number as a time but its standing alone.
    """

    minutes: int
    sure: bool
    span: Span = (0, 0)
    bare: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the day, one of :data:`PARTS`."""

    name: str
    span: Span = (0, 0)


def part(text: str, language: str) -> Part | None:
    """Find a part of the day that is led in ("in the …"), stands beside a day, or is all there is."""
    found = _part(language).search(text)
    if found is None:
        return None
    return Part(looked_up(language_of(language).clocks.parts, found["part"]) or "morning", found.span())


def find(text: str, language: str, now: int) -> Clock | None:
    """Find a time of day; ``now`` is the present minute of the day, for "the same time"."""
    data = language_of(language).clocks
    same, named = _named_forms(language)
    if found := same.search(text):
        return Clock(now, True, found.span())
    for form, step in _forms(language) if _hour(language).search(text) else ():
        for found in form.finditer(text):
            if clock := _clock(found, step, data):
                return clock
    if found := named.search(text):
        return Clock(looked_up(data.named, found["named"]) or 0, True, found.span())
    return None


def _clock(found: re.Match[str], step: int, data: Clocks) -> Clock | None:
    groups = found.groupdict()
    hour = data.hours.get(groups["hour"]) or int(groups["hour"])
    if hour > 23:
        return None
    minute = groups.get("minute")
    shift = step * int(minute.rpartition(" ")[2]) if minute else 0 if "minute" in groups else step
    total, sure = _settled(hour, groups, data, padded=groups["hour"].startswith("0"))
    span = found.span("time") if "time" in groups else found.span()
    return Clock((total + shift) % (DAY if sure else HALF_DAY), sure, span, "time" in groups)


def _settled(hour: int, groups: Mapping[str, str | None], data: Clocks, *, padded: bool) -> tuple[int, bool]:
    """Give the minutes of an hour, and whether they are sure."""
    mark = groups.get("mark")
    if mark and hour <= 12:
        later = compiled(data.pm).fullmatch(mark) is not None
        return (hour % 12 + (12 if later else 0)) * 60, True
    sure = padded or hour > 12 or hour == 0
    return (hour if sure else hour % 12) * 60, sure


@cache
def _part(language: str) -> re.Pattern[str]:
    data = language_of(language).clocks
    parts = either(data.parts)
    lead = rf"(?:(?<!\w)(?:{data.part_lead}) |(?<=\0 )|^(?={parts}(?: \0|$)))"
    return re.compile(rf"{lead}(?P<part>{parts})(?!\w)")


@cache
def _named_forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what says "the same time", and the times with a name ("noon")."""
    data = language_of(language).clocks
    return phrase(data.same), phrase(f"(?:{data.named_lead})?(?P<named>{either(data.named)})")


@cache
def _hour(language: str) -> re.Pattern[str]:
    """Give a pattern of what every form has: an hour, in digits or as a word."""
    return re.compile(rf"\d|{either(language_of(language).clocks.hours)}")


@cache
def _forms(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    data = language_of(language).clocks
    parts = {
        "hour": rf"(?P<hour>[0-2]?\d|{either(data.hours)})",
        "minute": r"(?P<minute>[0-5]?\d)",
        "minutes": rf"(?P<minute>[0-5]\d|(?:{data.zero}) \d)",
        "mark": rf"(?: ?(?P<mark>{data.am}|{data.pm}))",
        "lead": f"(?:{data.lead})",
        "guess": f"(?:{data.guess})",
    }
    return tuple(
        (re.compile(rf"(?<![\w:.,]){filled(form, **parts)}(?![\w:])(?! (?:{data.never_before})(?!\w))"), step)
        for form, step in data.forms
    )
