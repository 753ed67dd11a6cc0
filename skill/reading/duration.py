"""Lengths of time: "half an hour", "an hour and a half", "ten more minutes"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from skill.reading import number
from skill.reading.grammar import Lengths
from skill.reading.language import language_of
from skill.reading.text import Span, compiled, either, filled, looked_up

LONGEST = timedelta(days=3_660)
"""What is longer is no length that anyone waits."""


@dataclass(frozen=True)
class Length:
    """A length of time, and the span of the text that named it."""

    duration: timedelta
    span: Span


def find(text: str, language: str) -> Length | None:
    """Find the first length of time in plain text (numbers as digits); parts in a row add up."""
    parts = _parts(text, language) if counted(text, language) else []
    if not parts:
        return None
    joint = compiled(language_of(language).lengths.joint)
    total, (start, end) = parts[0].duration, parts[0].span
    for part in parts[1:]:
        if not joint.fullmatch(text[end : part.span[0]]):
            break
        total, end = total + part.duration, part.span[1]
    return Length(total, (start, end)) if timedelta() < total <= LONGEST else None


def counted(text: str, language: str) -> bool:
    """Say whether a unit of time is named, without which there is no length."""
    return _unit(language).search(text) is not None


def bare(text: str, language: str) -> timedelta | None:
    """Read a number that is all there is as minutes."""
    minutes = number.bare(text, language)
    if minutes is None or not 0 < minutes <= LONGEST / timedelta(minutes=1):
        return None
    return timedelta(minutes=minutes)


@cache
def pattern(language: str) -> str:
    """Give a pattern of any one length, without groups, for those who build longer ones."""
    return "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in _forms(language)) + ")"


def _parts(text: str, language: str) -> list[Length]:
    data = language_of(language).lengths
    found = sorted(
        (match for form in _forms(language) for match in form.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    parts: list[Length] = []
    for match in found:
        if parts and match.start() < parts[-1].span[1]:
            continue
        seconds = _seconds(match, data, language)
        if seconds <= LONGEST.total_seconds():
            parts.append(Length(timedelta(seconds=round(seconds)), match.span()))
    return parts


def _seconds(match: re.Match[str], data: Lengths, language: str) -> float:
    groups = match.groupdict()
    fraction = groups.get("fraction")
    amount = groups.get("amount")
    count = looked_up(data.fractions, fraction) or 0.0 if fraction else 0.0
    if amount:
        count += looked_up(data.amounts, amount) or number.value(amount, language)
    unit = looked_up({**data.units, **data.short_units}, groups["unit"]) or 0
    return count * unit + int(groups.get("then") or 0) * unit / 60


@cache
def _unit(language: str) -> re.Pattern[str]:
    """Give a pattern of any unit, after a blank or digits as every form has it: no end of "i'm"."""
    data = language_of(language).lengths
    return re.compile(rf"(?<![^\W\d_])(?<!'){either((*data.units, *data.short_units))}(?!\w)")


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    data = language_of(language).lengths
    numbers = number.pattern(language)
    whole = (
        filled(
            form,
            amount=f"(?P<amount>{numbers}|{either(data.amounts)})",
            number=numbers,
            fraction=f"(?P<fraction>{either(data.fractions)})",
            unit=f"(?P<unit>{either(data.units)})",
            units=either(data.units),
            short=f"(?P<unit>{either(data.short_units)})",
        )
        for form in data.forms
    )
    return tuple(re.compile(rf"(?<![\w:.,]){form}(?![\w:])(?! {data.not_before})") for form in whole)
