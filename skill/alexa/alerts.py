"""Reminders and timers in the platform's own words: what is sent, and what comes back."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from skill.platform import EVERY_DAY, Receipt, Reminder, Scope, Timer

Body = dict[str, object]

SCOPES: Mapping[Scope, str] = {
    "reminders": "alexa::alerts:reminders:skill:readwrite",
    "timers": "alexa::alerts:timers:skill:readwrite",
}

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_LABEL = 256


def sounds_at(reminder: Reminder, now: datetime) -> datetime:
    """Give the instant at which a reminder first sounds, in its own zone; ``now`` is aware.

    A wall time that daylight saving skips is the instant that would have been it. Of a recurring reminder this is the
    first occurrence after ``now``.

    Raises:
        ValueError: the reminder has neither ``at`` nor ``after``, or a time is not aware.

    """
    at = _wanted(reminder, now)
    return next(_occurrences(at, reminder.days, now)) if reminder.days else _straight(at)


def reminder_body(reminder: Reminder, text: str, locale: str, now: datetime) -> Body:
    """Write a reminder that says ``text``, as it is created or changed.

    The push notification is off: what the label says in the room need not also light up on every phone of the account.
    """
    at = sounds_at(reminder, now)
    return {
        "requestTime": _wall(now),
        "trigger": _trigger(reminder, at, now),
        "alertInfo": {"spokenInfo": {"content": [{"locale": locale, "text": text}]}},
        "pushNotification": {"status": "DISABLED"},
    }


def timer_body(timer: Timer, text: str, locale: str) -> Body:
    """Write a timer that announces ``text`` at its end; the text is its label too, by which it is known again."""
    operation = {"type": "ANNOUNCE", "textToAnnounce": [{"locale": locale, "text": text}]}
    return {
        "duration": _duration(timer.span),
        "timerLabel": text[:_LONGEST_LABEL],
        "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
        "triggeringBehavior": {"operation": operation, "notificationConfig": {"playAudible": True}},
    }


def reminder_receipt(document: object) -> Receipt | None:
    """Read what the platform says of one reminder; None when it has no token."""
    token = _member(document, "alertToken")
    if not isinstance(token, str) or not token:
        return None
    content = _member(document, "alertInfo", "spokenInfo", "content")
    text = _member(content[0], "text") if isinstance(content, list) and content else None
    created = _instant(_member(document, "createdTime"))
    return Receipt(
        token=token,
        on=_member(document, "status") != "COMPLETED",
        at=_triggered(_member(document, "trigger"), created),
        text=text if isinstance(text, str) else "",
        created=created,
    )


def timer_receipt(document: object) -> Receipt | None:
    """Read what the platform says of one timer; None when it has no id."""
    token = _member(document, "id")
    if not isinstance(token, str) or not token:
        return None
    label = _member(document, "timerLabel")
    return Receipt(
        token=token,
        on=_member(document, "status") != "OFF",
        at=_instant(_member(document, "triggerTime")),
        text=label if isinstance(label, str) else "",
        created=_instant(_member(document, "createdTime")),
    )


def _trigger(reminder: Reminder, at: datetime, now: datetime) -> Body:
    if not reminder.days and (reminder.at is None or _second_of_two(at)):
        # A wall time that daylight saving repeats can name only its first passing, so the second is counted out.
        elapsed = at.astimezone(UTC) - now.astimezone(UTC)
        return {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": max(1, math.ceil(elapsed.total_seconds()))}
    trigger: Body = {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": _wall(at), "timeZoneId": str(at.tzinfo)}
    if reminder.days:
        rules = _rules(reminder.days, _wanted(reminder, now))
        trigger["recurrence"] = {"startDateTime": _wall(at), "recurrenceRules": rules}
    return trigger


def _rules(days: tuple[int, ...], at: datetime) -> list[str]:
    """Write one rule for every day, or one for each day of the week: several rules are documented, several days not."""
    time = f"BYHOUR={at.hour};BYMINUTE={at.minute};BYSECOND=0;INTERVAL=1;"
    if set(days) >= set(EVERY_DAY):
        return [f"FREQ=DAILY;{time}"]
    return [f"FREQ=WEEKLY;BYDAY={_DAYS[day]};{time}" for day in sorted(set(days))]


def _occurrences(at: datetime, days: tuple[int, ...], now: datetime) -> Iterator[datetime]:
    first = max(at.date(), now.astimezone(at.tzinfo).date())
    for ahead in range(9):
        day = first + timedelta(days=ahead)
        wall = datetime.combine(day, at.timetz().replace(second=0, microsecond=0, fold=0))
        instant = wall.astimezone(UTC)
        if day.weekday() in days and instant > now:
            yield instant.astimezone(at.tzinfo)


def _wanted(reminder: Reminder, now: datetime) -> datetime:
    """Give the time as it was asked for, in a zone that has a name."""
    if now.tzinfo is None or (reminder.at is not None and reminder.at.tzinfo is None):
        raise ValueError("an alert needs aware times")
    if reminder.at is None and reminder.after is None:
        raise ValueError("a reminder needs a time")
    at = reminder.at or (now.astimezone(UTC) + (reminder.after or timedelta())).astimezone(now.tzinfo)
    return at if isinstance(at.tzinfo, ZoneInfo) and at.tzinfo.key else at.astimezone(ZoneInfo("UTC"))


def _straight(at: datetime) -> datetime:
    """Give an instant a wall time that is on the clock: the way through UTC mends one that is skipped."""
    return at.astimezone(UTC).astimezone(at.tzinfo)


def _second_of_two(at: datetime) -> bool:
    return at.fold == 1 and at.utcoffset() != at.replace(fold=0).utcoffset()


def _wall(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds")


def _duration(span: timedelta) -> str:
    minutes, seconds = divmod(max(1, math.ceil(span.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count)


def _triggered(trigger: object, created: datetime | None) -> datetime | None:
    zone, offset = _zone(_member(trigger, "timeZoneId")), _member(trigger, "offsetInSeconds")
    written = _member(trigger, "scheduledTime") or _member(trigger, "recurrence", "startDateTime")
    if (at := _instant(written, zone)) is not None:
        return at
    if not isinstance(offset, int) or created is None:
        return None
    try:
        return created + timedelta(seconds=min(max(offset, 0), 10**9))
    except OverflowError:
        return None


def _zone(name: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else None
    except (ValueError, OSError, KeyError):
        return None


def _instant(written: object, zone: ZoneInfo | None = None) -> datetime | None:
    """Read an instant; one without an offset is ``zone``'s, or UTC's."""
    try:
        at = datetime.fromisoformat(written) if isinstance(written, str) else None
        if at is None or at.tzinfo is not None:
            return at if at is None or zone is None else at.astimezone(zone)
        return at.replace(tzinfo=zone or UTC)
    except (ValueError, OverflowError):
        return None


def _member(tree: object, *path: str) -> object:
    for name in path:
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree
