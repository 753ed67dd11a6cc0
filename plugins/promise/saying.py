"""How a promise is said: what, when, and right after what; a clock time only where one was named."""

from __future__ import annotations

from datetime import datetime

from plugins.promise.practice import Promise
from skill import EVERY_DAY, Line, Reminder

WEEKDAYS = (0, 1, 2, 3, 4)


def line(promise: Promise) -> Line:
    """Say a promise that was made."""
    when = None if promise.loose else when_of(promise.at, promise.days, timed=promise.timed)
    return line_with(promise.entry.text, when, promise.cue)


def line_with(what: str, when: object, cue: str) -> Line:
    """Say what, when (None: no time) and after what ("": nothing)."""
    if when is None:
        return Line("line-cue", {"what": what, "cue": cue}) if cue else Line("line", {"what": what})
    return (
        Line("line-when-cue", {"what": what, "when": when, "cue": cue})
        if cue
        else Line("line-when", {"what": what, "when": when})
    )


def when_of(at: datetime, days: tuple[int, ...], *, timed: bool) -> object:
    """Give a time as it is said: a clock time only where one was named."""
    if not days:
        return at if timed else at.date()
    if timed:
        return Reminder("reminder", at=at, days=days)
    if days in (WEEKDAYS, EVERY_DAY):
        return Line("daily" if days == EVERY_DAY else "weekdays")
    return Line("on-days", {"days": tuple(Line(f"day-{day}") for day in days)})
