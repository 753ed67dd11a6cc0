"""What the simulated platform accepts as a reminder or a timer: as strict as the real one, and no kinder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_WALL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?", re.ASCII)
_RULE = re.compile(r"(?:[A-Z]+=[A-Z0-9,]+;)*[A-Z]+=[A-Z0-9,]+;?", re.ASCII)
_SPAN = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?", re.ASCII)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOSEST = timedelta(hours=4)
_LONGEST_TIMER = timedelta(hours=24)
_LONGEST_LABEL = 256

Moment = tuple[int, time]
"""A day of the week (0 = Monday) and a wall time."""


class Unacceptable(ValueError):
    """A payload that is refused; the message is the platform's code."""


@dataclass(frozen=True)
class Wanted:
    """An alert as it was asked for: what it says, when it first sounds, and when it recurs."""

    text: str
    at: datetime
    moments: tuple[Moment, ...] = ()
    until: datetime | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """List the days of the week on which it recurs."""
        return tuple(sorted({day for day, _ in self.moments}))


def read_reminder(body: object, now: datetime) -> Wanted:
    """Read a reminder that is created or changed.

    Raises:
        Unacceptable: with the code that the platform answers.

    """
    if _member(body, "requestTime") is not None:
        _wall_time(_member(body, "requestTime"), "INVALID_REQUEST_TIME")
    if _member(body, "pushNotification", "status") not in (None, "ENABLED", "DISABLED"):
        raise Unacceptable("INVALID_PUSH_NOTIFICATION")
    text = _spoken(_member(body, "alertInfo", "spokenInfo", "content"), "INVALID_ALERT_INFO")
    trigger = _member(body, "trigger")
    kind = _member(trigger, "type")
    if kind == "SCHEDULED_RELATIVE":
        return Wanted(text, now + _offset(trigger))
    if kind != "SCHEDULED_ABSOLUTE":
        raise Unacceptable("INVALID_TRIGGER")
    zone = _zone(_member(trigger, "timeZoneId"))
    recurrence = _member(trigger, "recurrence")
    if recurrence is not None:
        return _recurring(text, recurrence, zone, now)
    at = _wall_time(_member(trigger, "scheduledTime"), "UNSUPPORTED_SCHEDULED_TIME_FORMAT").replace(tzinfo=zone)
    if at <= now:
        raise Unacceptable("INVALID_TRIGGER_SCHEDULED_TIME_IN_PAST")
    return Wanted(text, at)


def read_timer(body: object, now: datetime) -> Wanted:
    """Read a timer.

    Raises:
        Unacceptable: with the code that the platform answers.

    """
    label = _member(body, "timerLabel")
    if label is not None and (not isinstance(label, str) or len(label) > _LONGEST_LABEL):
        raise Unacceptable("INVALID_TIMER_LABEL")
    if _member(body, "creationBehavior", "displayExperience", "visibility") not in ("VISIBLE", "HIDDEN"):
        raise Unacceptable("INVALID_CREATION_BEHAVIOR")
    if not isinstance(_member(body, "triggeringBehavior", "notificationConfig", "playAudible"), bool):
        raise Unacceptable("INVALID_TRIGGERING_BEHAVIOR")
    text = _operation(_member(body, "triggeringBehavior", "operation"))
    return Wanted(text or (label if isinstance(label, str) else ""), now + _span(_member(body, "duration")))


def next_occurrence(moments: tuple[Moment, ...], zone: ZoneInfo, after: datetime) -> datetime:
    """Give the first of some weekly moments in ``zone`` that lies after an instant."""
    today = after.astimezone(zone).date()
    found = (_on(today + timedelta(days=ahead), moment, zone) for ahead in range(9) for moment in moments)
    return min(instant for instant in found if instant is not None and instant > after).astimezone(zone)


def _on(day: date, moment: Moment, zone: ZoneInfo) -> datetime | None:
    return datetime.combine(day, moment[1], zone).astimezone(UTC) if day.weekday() == moment[0] else None


def _recurring(text: str, recurrence: object, zone: ZoneInfo, now: datetime) -> Wanted:
    rules = _member(recurrence, "recurrenceRules")
    if not isinstance(rules, list) or not rules:
        raise Unacceptable("INVALID_TRIGGER_RECURRENCE")
    moments = tuple(sorted({moment for rule in rules for moment in _moments(rule)}))
    week = timedelta(days=7)
    passed = [timedelta(days=day, hours=at.hour, minutes=at.minute) for day, at in moments]
    if any(later - sooner < _CLOSEST for sooner, later in zip(passed, [*passed[1:], passed[0] + week], strict=True)):
        raise Unacceptable("UNSUPPORTED_TRIGGER_RECURRENCE_INTERVAL")
    start, until = (_bound(recurrence, name, zone) for name in ("startDateTime", "endDateTime"))
    after = max(now, start - timedelta(seconds=1)) if start else now
    at = next_occurrence(moments, zone, after)
    if until is not None and until < at:
        raise Unacceptable("INVALID_TRIGGER_RECURRENCE")
    return Wanted(text, at, moments, until)


def _bound(recurrence: object, name: str, zone: ZoneInfo) -> datetime | None:
    written = _member(recurrence, name)
    return None if written is None else _wall_time(written, "INVALID_TRIGGER_RECURRENCE").replace(tzinfo=zone)


def _moments(rule: object) -> list[Moment]:
    if not isinstance(rule, str) or not _RULE.fullmatch(rule):
        raise Unacceptable("INVALID_TRIGGER_RECURRENCE")
    parts = dict(part.split("=") for part in rule.strip(";").split(";"))
    days = parts.get("BYDAY", "").split(",") if parts.get("FREQ") == "WEEKLY" else list(_DAYS)
    every = parts.get("INTERVAL", "1")
    if parts.get("FREQ") not in ("DAILY", "WEEKLY") or every != "1" or not set(days) <= set(_DAYS):
        raise Unacceptable("UNSUPPORTED_TRIGGER_RECURRENCE")
    try:
        at = time(int(parts["BYHOUR"]), int(parts.get("BYMINUTE", "0")))
    except (KeyError, ValueError):
        raise Unacceptable("INVALID_TRIGGER_RECURRENCE") from None
    return [(_DAYS.index(day), at) for day in days]


def _operation(operation: object) -> str:
    kind = _member(operation, "type")
    if kind == "ANNOUNCE":
        return _spoken(_member(operation, "textToAnnounce"), "INVALID_TRIGGERING_BEHAVIOR")
    if kind != "NOTIFY_ONLY":
        raise Unacceptable("INVALID_TRIGGERING_BEHAVIOR")
    return ""


def _spoken(content: object, code: str) -> str:
    if not isinstance(content, list) or not content:
        raise Unacceptable(code)
    for part in content:
        if not all(isinstance(words := _member(part, name), str) and words.strip() for name in ("locale", "text")):
            raise Unacceptable(code)
    return str(_member(content[0], "text"))


def _offset(trigger: object) -> timedelta:
    seconds = _member(trigger, "offsetInSeconds")
    if type(seconds) is not int or not 0 < seconds < 10**9:
        raise Unacceptable("INVALID_TRIGGER_OFFSET")
    return timedelta(seconds=seconds)


def _span(written: object) -> timedelta:
    found = _SPAN.fullmatch(written) if isinstance(written, str) else None
    hours, minutes, seconds = (int(count or 0) for count in found.groups()) if found else (0, 0, 0)
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if not timedelta() < span <= _LONGEST_TIMER:
        raise Unacceptable("INVALID_DURATION")
    return span


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(name if isinstance(name, str) and name else "/")
    except (ValueError, OSError, KeyError):
        raise Unacceptable("INVALID_TRIGGER_TIME_ZONE") from None


def _wall_time(written: object, code: str) -> datetime:
    """Read a wall time: one with a Z or an offset is refused."""
    if not isinstance(written, str) or not _WALL.fullmatch(written):
        raise Unacceptable(code)
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise Unacceptable(code) from None


def _member(tree: object, *path: str) -> object:
    for name in path:
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree
