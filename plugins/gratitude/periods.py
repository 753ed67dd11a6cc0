"""Stretches of time that good things are asked for by: "this month", "last week", "yesterday"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

Days = tuple[date, date]


def _month(day: date) -> Days:
    start = day.replace(day=1)
    return start, (start + timedelta(days=32)).replace(day=1)


def _week(day: date) -> Days:
    start = day - timedelta(days=day.weekday())
    return start, start + timedelta(days=7)


_PERIODS: Mapping[str, Callable[[date], Days]] = MappingProxyType(
    {
        "today": lambda day: (day, day + timedelta(days=1)),
        "yesterday": lambda day: (day - timedelta(days=1), day),
        "this-week": _week,
        "last-week": lambda day: _week(day - timedelta(days=7)),
        "this-month": _month,
        "last-month": lambda day: _month(day.replace(day=1) - timedelta(days=1)),
        "this-year": lambda day: (date(day.year, 1, 1), date(day.year + 1, 1, 1)),
    }
)


def stretch(period: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Give a period's first instant and the one after its last, in the zone of ``now``; unknown periods are endless."""
    if period not in _PERIODS:
        return None, None
    first, end = _PERIODS[period](now.date())
    return datetime.combine(first, time(), now.tzinfo), datetime.combine(end, time(), now.tzinfo)
