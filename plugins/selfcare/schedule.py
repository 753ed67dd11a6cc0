"""When a plan comes next: wall times on named days, right across daylight saving."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from plugins.selfcare.practice import Plan
from skill import EVERY_DAY, Moment

_LENGTH = re.compile(r"PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_PART_NAMED = re.compile(
    r"\b(?:am|pm|a\.m\.|p\.m\.|morning|afternoon|evening|night|tonight|noon|midnight)", re.IGNORECASE
)


def length(slot: str) -> timedelta | None:
    """Read a length in hours and minutes as ISO 8601 writes it ("PT5M"); None for anything else."""
    found = _LENGTH.fullmatch(slot)
    span = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta()
    return span or None


def clock(slot: str, words: str, plan: Plan, now: datetime) -> Moment | None:
    """Read a time of day ("18:00"); where no part of the day was said, in the half of the day nearer the plan's."""
    found = _CLOCK.fullmatch(slot)
    if found is None:
        return None
    hour = int(found[1]) % 24
    if not _PART_NAMED.search(words):
        hour = min((hour % 12, hour % 12 + 12), key=lambda each: abs(each - plan.at.hour))
    at = datetime.combine(now.date(), time(hour, int(found[2])), plan.at.tzinfo)
    return Moment(at if at > now else on_days(at, (), now), explicit_date=False)


def past(at: datetime, now: datetime) -> bool:
    """Say whether an instant is past; the clock alone does not tell in the hour that comes twice."""
    return at.astimezone(UTC) <= now.astimezone(UTC)


def on_days(at: datetime, days: tuple[int, ...], after: datetime) -> datetime:
    """Give the first instant after ``after`` with the wall time of ``at`` on one of ``days`` (none: every day)."""
    wanted = days or EVERY_DAY
    local = after.astimezone(at.tzinfo)
    dates = (local.date() + timedelta(days=ahead) for ahead in range(9))
    coming = (datetime.combine(date, time(at.hour, at.minute), at.tzinfo) for date in dates if date.weekday() in wanted)
    return next(each for each in coming if each > after)


def following(plan: Plan, after: datetime) -> datetime | None:
    """Give when a plan comes next after an instant; None for a single one that is past."""
    if plan.days:
        return on_days(plan.at, plan.days, max(after, plan.at - timedelta(seconds=1)))
    return plan.at if plan.at > after else None


def previous(plan: Plan, now: datetime) -> datetime | None:
    """Give when a plan came last within the past week, from its first time on; None where it has not yet."""
    if not plan.days:
        return plan.at if now - timedelta(days=7) < plan.at <= now else None
    local = now.astimezone(plan.at.tzinfo)
    for back in range(8):
        date = local.date() - timedelta(days=back)
        at = datetime.combine(date, time(plan.at.hour, plan.at.minute), plan.at.tzinfo)
        if date.weekday() in plan.days and plan.at <= at <= now:
            return at
    return None


def moved(plan: Plan, when: Moment, now: datetime) -> tuple[datetime, tuple[int, ...]]:
    """Give a plan's time and days after a change.

    What was not named stays: a time alone keeps the days, days alone keep the time. A date moves a weekly plan to
    that weekday, and a daily one begins on it.
    """
    at = when.at if when.explicit_time else when.at.replace(hour=plan.at.hour, minute=plan.at.minute)
    if when.recurring:
        return on_days(at, when.days, now), when.days
    if not plan.days:
        return at if when.explicit_date else at_or_after(at, plan, now), ()
    if not when.explicit_date:
        return on_days(at, plan.days, now), plan.days
    return at, plan.days if plan.days == EVERY_DAY else (at.weekday(),)


def at_or_after(at: datetime, plan: Plan, now: datetime) -> datetime:
    """Put another wall time to a single plan's own day, where that is still to come."""
    same_day = datetime.combine(plan.at.date(), time(at.hour, at.minute), at.tzinfo)
    return same_day if same_day > now else at
