"""How long a break is: what is proposed, what was wished for, and what is too long.

Bodies need about twenty minutes to settle, and a break of more than a day turns into leaving (PRACTICES.md 3.2).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from plugins.cooldown.breaks import Breaks, until
from skill import Moment, Turn

PROPOSED = timedelta(minutes=20)
SHORTEST = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NO_TIME = timedelta()

_LENGTH = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_UNITS = (86_400, 3_600, 60, 1)


def wished(turn: Turn[Breaks], on_top: timedelta = NO_TIME) -> datetime | None:
    """Give the end that the words ask for ("for half an hour", "until nine"), or None where they name none.

    A length counts from now, or comes ``on_top`` of what is left.
    """
    request = turn.request
    span = (request.after if request else None) or _span(turn.slots.get("break_length", ""))
    if span:
        return turn.after(on_top + span)
    if request and request.when:
        return request.when.at
    return _next_clock(turn.now, turn.slots.get("break_end", ""))


def end_of(turn: Turn[Breaks], wish: timedelta | Moment) -> datetime:
    """Give the end of a break of this length, or until this moment."""
    return wish.at if isinstance(wish, Moment) else turn.after(wish)


def latest(turn: Turn[Breaks], started: datetime) -> datetime:
    """Give the latest end: the same time of day on the day after the break began, or after today."""
    same_time_tomorrow = started.astimezone(turn.now.tzinfo) + DAY
    return same_time_tomorrow if until(turn, same_time_tomorrow) > PROPOSED else turn.now + DAY


def fitted(turn: Turn[Breaks], started: datetime, ends: datetime) -> tuple[datetime, str]:
    """Give the end within the limits, and the id of the line that says why ("" where there is nothing to say).

    It is a whole minute, since that is how it is said.
    """
    if until(turn, ends) > until(turn, most := latest(turn, started)):
        return most.replace(second=0, microsecond=0), "long-note"
    if until(turn, ends) < SHORTEST:
        return _whole(turn.after(PROPOSED)), ""
    return _whole(ends), "short-note" if until(turn, ends) < PROPOSED else ""


def _whole(at: datetime) -> datetime:
    """Go to the nearest whole minute, in elapsed time: the hour that comes twice is not left for the first one."""
    nearest = (at.astimezone(UTC) + timedelta(seconds=30)).replace(second=0, microsecond=0)
    return nearest.astimezone(at.tzinfo)


def _span(value: str) -> timedelta | None:
    found = _LENGTH.fullmatch(value)
    counts = found.groups() if found else ()
    seconds = sum(int(count or 0) * unit for count, unit in zip(counts, _UNITS, strict=False))
    return timedelta(seconds=seconds) if seconds else None


def _next_clock(now: datetime, value: str) -> datetime | None:
    """Give the next time the clock shows this, in either half of the day."""
    found = _CLOCK.fullmatch(value)
    if not found:
        return None
    hour = int(found[1])
    hours = (hour, (hour + 12) % 24) if 1 <= hour <= 12 else (hour,)
    days = (now.date(), now.date() + DAY)
    shown = (datetime.combine(day, time(each, int(found[2])), now.tzinfo) for day in days for each in hours)
    coming = {at.astimezone(UTC) for each in shown for at in _twice(each)}
    return min(at for at in coming if at > now.astimezone(UTC)).astimezone(now.tzinfo)


def _twice(at: datetime) -> tuple[datetime, ...]:
    """Give both instants at which the clock shows a time, in the hour that comes twice; elsewhere the one."""
    again = at.replace(fold=1)
    before, after = at.utcoffset(), again.utcoffset()
    return (at, again) if before and after is not None and after < before else (at,)
