"""Values of a platform's own slot types: times, dates, lengths and numbers in their fixed shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from skill.reading.clock import Clock, Part
from skill.reading.day import SATURDAY, Day, later, on_date

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_LENGTH = re.compile(
    r"P(?=\w)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d+)?S)?)?"
)
_SECONDS = (31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1)
_PARTS: Mapping[str, str] = MappingProxyType({"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"})


def words(values: Iterable[str]) -> str:
    """Give the values that are words and no fixed shape, as one text."""
    return " ".join(value for value in values if value != "?" and not shaped(value))


def shaped(value: str) -> bool:
    """Say whether a value is in one of the fixed shapes."""
    shapes = (_TIME, _DAY, _WEEK, _MONTH, _LENGTH)
    return value in _PARTS or value.isdecimal() or any(shape.fullmatch(value) for shape in shapes)


def clock(values: Iterable[str]) -> Clock | None:
    """Find a time of day ("20:00")."""
    for value in values:
        if found := _TIME.fullmatch(value):
            return Clock(int(found[1]) * 60 + int(found[2]), sure=True)
    return None


def part(values: Iterable[str]) -> Part | None:
    """Find a part of the day ("EV")."""
    return next((Part(_PARTS[value]) for value in values if value in _PARTS), None)


def day(values: Iterable[str], today: date) -> Day | None:
    """Find a day ("2026-11-29"); of a week or a month the first day that is not past, of a weekend its Saturday."""
    for value in values:
        if value == "PRESENT_REF":
            return Day(today)
        if found := (_first_day(value)):
            return Day(found if _DAY.fullmatch(value) else max(found, today))
    return None


def duration(values: Iterable[str]) -> timedelta | None:
    """Find a length of time ("PT20M"); a month counts thirty days, a year 365."""
    for value in values:
        if found := _LENGTH.fullmatch(value):
            seconds = sum(int(count or 0) * unit for count, unit in zip(found.groups(), _SECONDS, strict=True))
            return timedelta(seconds=seconds) if 0 < seconds <= 10 * _SECONDS[0] else None
    return None


def number(values: Iterable[str]) -> int | None:
    """Find a whole number ("7")."""
    return next((int(value) for value in values if value.isdecimal() and len(value) < 10), None)


def _first_day(value: str) -> date | None:
    if found := _DAY.fullmatch(value):
        return on_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _WEEK.fullmatch(value):
        monday = _monday(int(found[1]), int(found[2]))
        return later(monday, SATURDAY) if monday and found[3] else monday
    if found := _MONTH.fullmatch(value):
        return on_date(int(found[1]), int(found[2]), 1)
    return None


def _monday(year: int, week: int) -> date | None:
    if not 1 <= year <= 9_000 or not 1 <= week <= 53:
        return None
    return later(date.fromisocalendar(year, 1, 1), 7 * (week - 1))
