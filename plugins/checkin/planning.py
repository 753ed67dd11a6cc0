"""When the next check-in is: one's own usual time, and that of two, which both may ask for."""

from __future__ import annotations

from datetime import datetime, timedelta

from plugins.checkin.runs import Checkins
from skill import Entry, Reminder, Turn

DAY = timedelta(days=1)
TALK = "next"
"""The kind of entry that holds the time of the talk of two: its wall-clock time, its days, its reminder."""


def coming(days: tuple[int, ...], at: datetime | None, now: datetime) -> datetime | None:
    """Give the next time of the usual days, or the one date that was set, where it is still to come."""
    if at is None:
        return None
    at = at.astimezone(now.tzinfo)
    if not days:
        return at if at > now else None
    at = max(at, datetime.combine(now.date(), at.timetz()))
    while at <= now or at.weekday() not in days:
        at += DAY
    return at


def own_time(turn: Turn[Checkins], now: datetime | None = None) -> datetime | None:
    """Give the speaker's own next time."""
    return coming(turn.state.days, turn.state.next, now or turn.now)


def talk_of(turn: Turn[Checkins]) -> Entry | None:
    """Find what was planned for two."""
    return next(iter(turn.journal.entries(TALK, limit=1)), None)


def time_of(turn: Turn[Checkins], entry: Entry) -> Reminder:
    """Give the day and time that an entry holds."""
    at = datetime.fromisoformat(str(entry.data["at"])).replace(tzinfo=turn.now.tzinfo)
    return Reminder("reminder", at=at, days=tuple(entry.data["days"]))


def next_talk(turn: Turn[Checkins], now: datetime | None = None) -> datetime | None:
    """Give the next time of the talk of two."""
    entry = talk_of(turn)
    if entry is None:
        return None
    planned = time_of(turn, entry)
    return coming(planned.days, planned.at, now or turn.now)
