"""Values as people say them: clock times, days, spans, lists, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from unicode_rbnf import RbnfEngine

from skill.answers import Felt, Moment
from skill.platform import EVERY_DAY, Reminder
from skill.turn import Person

WEEKDAYS = (0, 1, 2, 3, 4)


class English:
    """How English says them; ``locale`` is as in en-GB, ``now`` the local time of speaking."""

    something = "that"
    """What stands for words that are not to be echoed."""

    def __init__(self, locale: str, now: datetime) -> None:
        self._locale = locale.replace("-", "_")
        self._now = now

    def value(self, value: object) -> object:
        """Give a value's spoken form: text for most, plain numbers for Fluent to choose by."""
        match value:
            case bool():
                return "yes" if value else "no"
            case datetime():
                return self.instant(value)
            case date():
                return self.day(value)
            case timedelta():
                return self.span(value)
            case Moment():
                return self.recurrence(value.days, value.at) if value.recurring else self.instant(value.at)
            case Reminder():
                return self.reminder(value)
            case Person():
                return value.name
            case Felt():
                return value.word
            case list() | tuple():
                return format_list([str(self.value(each)) for each in value], locale=self._locale)
            case None:
                return ""
        return value

    def clock(self, at: datetime) -> str:
        """Say a clock time: "ten past eight", "half past nine", "8:13"."""
        if at.minute == 0 and at.hour in (0, 12):
            return "midnight" if at.hour == 0 else "noon"
        if at.minute % 5:
            return f"{(at.hour - 1) % 12 + 1}:{at.minute:02}"
        hour, minute = at.hour, at.minute
        if minute == 0:
            return _number((hour - 1) % 12 + 1)
        joint, span = ("past", minute) if minute <= 30 else ("to", 60 - minute)
        named = {15: "quarter", 30: "half"}.get(span) or _number(span)
        return f"{named} {joint} {_number(((hour if minute <= 30 else hour + 1) - 1) % 12 + 1)}"

    def instant(self, at: datetime) -> str:
        """Say an instant with its preposition: "at ten past eight", "tomorrow at eight in the morning"."""
        local = at.astimezone(self._now.tzinfo)
        near = abs(local - self._now) < timedelta(hours=6) and local.date() == self._now.date()
        clock = self.clock(local)
        part = "" if near or clock in ("noon", "midnight") else f" {_part(local)}"
        if local.date() == self._now.date() or near:
            return f"at {clock}{' tonight' if part == ' at night' else part}"
        return f"{self.day(local.date())} at {clock}{part}"

    def day(self, day: date) -> str:
        """Say a day from today's side: "today", "yesterday", "last Thursday", "on Friday", "on 3 March"."""
        distance = (day - self._now.date()).days
        if distance in (-1, 0, 1):
            return ("today", "tomorrow", "yesterday")[distance]
        name = get_day_names("wide", locale=self._locale)[day.weekday()]
        if 1 < distance < 7:
            return f"on {name}"
        if -7 < distance < -1:
            return f"last {name}"
        return "on " + format_date(
            day, "MMMM d" if self._locale in ("en_US", "en_CA") else "d MMMM", locale=self._locale
        )

    def span(self, span: timedelta) -> str:
        """Say a span, to the minute: "twenty minutes", "an hour and a half", "two days"."""
        # Half a minute is not said: a length that was rounded to a whole minute on the clock stays what it was.
        minutes = max(1, int(span.total_seconds() + 29) // 60)
        days, rest = divmod(minutes, 24 * 60)
        hours, minutes = divmod(rest, 60)
        if not days and minutes == 30:
            return {0: "half an hour", 1: "an hour and a half"}.get(hours) or f"{_number(hours)} and a half hours"
        parts = [
            _counted(count, unit) for count, unit in ((days, "day"), (hours, "hour"), (minutes, "minute")) if count
        ]
        return str(format_list(parts[:2], locale=self._locale))

    def recurrence(self, days: Sequence[int], at: datetime) -> str:
        """Say when something recurs: "every Sunday at eight in the evening"."""
        clock = self.clock(at)
        part = "" if clock in ("noon", "midnight") else f" {_part(at)}"
        return f"{self._days(tuple(sorted(days)))} at {clock}{part}"

    def reminder(self, reminder: Reminder) -> str:
        """Say when a reminder sounds."""
        if reminder.at is None:
            return f"in {self.span(reminder.after or timedelta())}"
        return self.recurrence(reminder.days, reminder.at) if reminder.days else self.instant(reminder.at)

    def _days(self, days: tuple[int, ...]) -> str:
        if days == EVERY_DAY or not days:
            return "every day"
        if days == WEEKDAYS:
            return "every weekday"
        names = get_day_names("wide", locale=self._locale)
        return "every " + str(format_list([names[day] for day in days], locale=self._locale))


VOICES: Mapping[str, Any] = {"en": English}
"""How each language says values, by language."""


def voice(locale: str, now: datetime) -> English:
    """Give the voice of a locale's language; American English where the language has none of its own yet."""
    own = VOICES.get(locale.partition("-")[0])
    made: English = own(locale, now) if own else English("en-US", now)
    return made


@cache
def _engine() -> RbnfEngine:
    return RbnfEngine.for_language("en")


@cache
def _number(number: int) -> str:
    return str(_engine().format_number(number).text)


def _counted(count: int, unit: str) -> str:
    if count == 1:
        return f"an {unit}" if unit == "hour" else f"a {unit}" if unit == "day" else f"one {unit}"
    return f"{_number(count)} {unit}s"


def _part(at: datetime) -> str:
    if 4 <= at.hour < 12:
        return "in the morning"
    if 12 <= at.hour < 17:
        return "in the afternoon"
    return "in the evening" if 17 <= at.hour < 22 else "at night"
