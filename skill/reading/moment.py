"""Points in time: days, times of day, lengths and rhythms put together.

An hour that could be morning or evening is the next one to come that is sensible: within the next three hours, or else
between 6:00 and 22:59. On another day than today twelve to six mean the afternoon, seven to eleven the morning.
Without an hour the morning is 8:00, the afternoon 15:00, the evening 19:00, the night 21:00, and a day alone 9:00.
"Tonight" said between midnight and four means the hours just coming.

Times are wall times in the zone of ``now``. One that daylight saving leaves out is moved forward by the gap (half past
two becomes half past three); of one that comes twice the first is meant. Words that name a past time ("yesterday at
six", "this morning" in the evening) give a past moment: whoever sets something must look.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from skill.answers import Moment
from skill.reading import clock as clocks
from skill.reading import day as days
from skill.reading import duration, rhythm, slot
from skill.reading.clock import DAY, HALF_DAY, PARTS, Clock, Part
from skill.reading.day import Day
from skill.reading.language import language_of
from skill.reading.rhythm import EVERY_DAY, Rhythm
from skill.reading.text import Span, either, filled, masked, phrase

SOON = timedelta(hours=3)
WAKING = range(6 * 60, 23 * 60)
BY_DEFAULT = 9 * 60
SMALL_HOURS = 4
_ENDS = {"morning": 12 * 60, "afternoon": 18 * 60, "evening": 23 * 60, "night": DAY + SMALL_HOURS * 60}


@dataclass(frozen=True)
class Found:
    """A moment, the spans of the text that named it, and whether it was but a number standing alone."""

    moment: Moment
    spans: tuple[Span, ...] = ()
    bare: bool = False


@dataclass(frozen=True)
class Pieces:
    """What was named: any of a time of day, a part of the day, a day, a rhythm."""

    clock: Clock | None = None
    part: Part | None = None
    day: Day | None = None
    rhythm: Rhythm | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans that named them."""
        pieces = (self.clock, self.part, self.day, self.rhythm)
        return tuple(sorted(piece.span for piece in pieces if piece and piece.span != (0, 0)))

    @property
    def part_name(self) -> str:
        """The part of the day, on its own or with the day ("tonight")."""
        return self.part.name if self.part else self.day.part if self.day else ""

    def __bool__(self) -> bool:
        return any((self.clock, self.part, self.day, self.rhythm))


def find(text: str, now: datetime, language: str, values: Collection[str] = ()) -> Found | None:
    """Find the point in time that plain text (numbers as digits) names, or that slot values give."""
    if found := _after_a_length(text, now, language):
        return found
    pieces = _pieces(text, now, language, values)
    if pieces:
        return Found(settle(pieces, now), pieces.spans, _bare(pieces))
    if now_ := _now(language).search(text):
        return Found(Moment(now.replace(microsecond=0), explicit_date=False), (now_.span(),))
    return None


def settle(pieces: Pieces, now: datetime) -> Moment:
    """Put pieces together to the moment they mean."""
    beat = pieces.rhythm
    explicit_time = bool(pieces.clock or pieces.part_name)
    if beat is None or not (beat.days or beat.weekly):
        at = _once(pieces, now)
        recurring = beat is not None
        return Moment(at, pieces.day is not None, (), recurring, recurring, explicit_time)
    on = beat.days or ((pieces.day.date if pieces.day else now.date()).weekday(),)
    named = on != EVERY_DAY
    return Moment(_next_of(on, pieces, now), named, on, recurring=True, explicit_time=explicit_time)


def wall(day: date, minutes: int, now: datetime) -> datetime:
    """Give a wall time, ``minutes`` after a day's midnight, in the zone of ``now``; see above for daylight saving."""
    shifted, minute = days.later(day, minutes // DAY), minutes % DAY
    local = datetime.combine(shifted, time(minute // 60, minute % 60), now.tzinfo)
    return local.astimezone(UTC).astimezone(now.tzinfo)


def _after_a_length(text: str, now: datetime, language: str) -> Found | None:
    for span, length in _lengths_ahead(text, language):
        if length % timedelta(days=1):
            at = (now.astimezone(UTC) + length).astimezone(now.tzinfo)
            return Found(Moment(at.replace(microsecond=0), explicit_date=True), (span,))
    return None


def _lengths_ahead(text: str, language: str) -> Iterator[tuple[Span, timedelta]]:
    """Find the lengths of time that lie ahead ("in ten minutes", "in three days")."""
    for form in _ahead(language) if duration.counted(text, language) else ():
        found = form.search(text)
        if found and (length := duration.find(found[0], language)):
            yield found.span(), length.duration


def _pieces(text: str, now: datetime, language: str, values: Collection[str]) -> Pieces:
    beat = rhythm.find(text, language)
    rest = masked(text, [beat.span] if beat else [])
    day = _day(rest, now, language)
    rest = masked(rest, [day.span] if day else [])
    part = clocks.part(rest, language)
    rest = masked(rest, [part.span] if part else [], "\1")
    clock = clocks.find(rest, language, now.hour * 60 + now.minute)
    return Pieces(
        clock or slot.clock(values),
        slot.part(values) or part,
        slot.day(values, now.date()) or day,
        beat,
    )


def _day(text: str, now: datetime, language: str) -> Day | None:
    """Find a day; of two side by side ("Thursday the 3rd") the one that cannot roll on."""
    ahead = _days_ahead(text, now, language)
    found = ahead or days.find(text, now.date(), language)
    if not found or not found.rolls:
        return found
    second = days.find(masked(text, [found.span]), now.date(), language)
    if second and 0 <= second.span[0] - found.span[1] <= 1:
        return replace(second, span=(found.span[0], second.span[1]))
    return found


def _days_ahead(text: str, now: datetime, language: str) -> Day | None:
    """Find "in three days": a day, at the present time unless another is named."""
    for span, length in _lengths_ahead(text, language):
        return Day(days.later(now.date(), length.days), span, minute=now.hour * 60 + now.minute)
    return None


def _bare(pieces: Pieces) -> bool:
    return bool(pieces.clock and pieces.clock.bare and not (pieces.part or pieces.day or pieces.rhythm))


def _once(pieces: Pieces, now: datetime) -> datetime:
    """Give the time meant by what does not recur."""
    minutes = _minutes(pieces, now)
    if pieces.day is None:
        return _next_to_come(pieces, minutes, now)
    day = pieces.day.date
    if pieces.clock is None and pieces.day.part == "night" and day == now.date() and now.hour < SMALL_HOURS:
        return _in_an_hour(now)
    if minutes is None:
        minutes = _unnamed(pieces, now)
    at = wall(day, minutes, now)
    if at > now or day > now.date():
        return at
    if pieces.day.rolls:
        return wall(days.later(day, pieces.day.rolls), _elsewhere(pieces, minutes), now)
    return _later_today(at, pieces, now)


def _minutes(pieces: Pieces, now: datetime) -> int | None:
    """Give the minutes after the day's midnight, where clock and part leave no doubt; beyond 1,440 is the next day.

    A part that was named counts for more than which half of the day a clock gives: a platform that hears "every morning
    at seven" in the afternoon may take seven for 19:00.
    """
    clock, part = pieces.clock, pieces.part_name
    if clock is None:
        return PARTS.get(part)
    if not part:
        return clock.minutes if clock.sure else None
    minutes = clock.minutes % HALF_DAY
    if part == "night":
        return _at_night(minutes, now, tonight=pieces.part is None)
    if part == "morning":
        return clock.minutes if clock.sure and minutes < 60 else minutes
    return minutes + (HALF_DAY if part == "afternoon" or minutes >= 60 else DAY)


def _at_night(minutes: int, now: datetime, *, tonight: bool) -> int:
    small = minutes < SMALL_HOURS * 60 + 60
    if tonight and now.hour < SMALL_HOURS and small and minutes > now.hour * 60 + now.minute:
        return minutes
    return minutes + (DAY if small else HALF_DAY)


def _next_to_come(pieces: Pieces, minutes: int | None, now: datetime) -> datetime:
    """Give the next time to come when no day was named."""
    if minutes is not None:
        options = [minutes % DAY if minutes > DAY else minutes]
    elif pieces.clock:
        options = [pieces.clock.minutes, pieces.clock.minutes + HALF_DAY]
    else:
        options = [BY_DEFAULT]
    coming = sorted(
        (at, minute)
        for ahead in (0, 1, 2)
        for minute in options
        if (at := wall(days.later(now.date(), ahead), minute, now)) > now
    )
    sensible = [at for at, minute in coming if len(options) == 1 or minute in WAKING or at - now <= SOON]
    return (sensible or [now])[0]


def _unnamed(pieces: Pieces, now: datetime) -> int:
    """Give the minutes on a named day when the hour is in doubt, or none was named."""
    day, clock = pieces.day, pieces.clock
    if clock is None:
        return BY_DEFAULT if day is None or day.minute is None else day.minute
    if day and day.date == now.date():
        present = now.hour * 60 + now.minute
        options = (clock.minutes, clock.minutes + HALF_DAY)
        coming = [each for each in options if each > present and (each in WAKING or each - present <= 180)]
        return coming[0] if coming else clock.minutes + HALF_DAY
    return _elsewhere(pieces, clock.minutes)


def _elsewhere(pieces: Pieces, minutes: int) -> int:
    """Give the minutes on another day than today: twelve to six are the afternoon."""
    clock = pieces.clock
    if clock is None or clock.sure or pieces.part_name:
        return minutes
    return clock.minutes + (HALF_DAY if clock.minutes < 7 * 60 else 0)


def _later_today(at: datetime, pieces: Pieces, now: datetime) -> datetime:
    """Move what was said without an hour to an hour from now, while its part of the day lasts."""
    day = pieces.day
    if pieces.clock or day is None or day.date != now.date():
        return at
    end = _ENDS.get(pieces.part_name, DAY)
    return _in_an_hour(now) if now.hour * 60 + now.minute < end else at


def _in_an_hour(now: datetime) -> datetime:
    later = (now.astimezone(UTC) + timedelta(hours=1)).astimezone(now.tzinfo)
    return later.replace(second=0, microsecond=0)


def _next_of(on: tuple[int, ...], pieces: Pieces, now: datetime) -> datetime:
    """Give the next time to come of a rhythm on weekdays."""
    minutes = _minutes(pieces, now)
    if minutes is None and pieces.clock and on == EVERY_DAY:
        return _next_to_come(pieces, None, now)
    if minutes is None:
        minutes = _elsewhere(pieces, BY_DEFAULT)
    dates = (days.later(now.date(), ahead) for ahead in range(9))
    coming = (wall(date, minutes, now) for date in dates if date.weekday() in on)
    return next((at for at in coming if at > now), now)


@cache
def _ahead(language: str) -> tuple[re.Pattern[str], ...]:
    length = duration.pattern(language)
    return tuple(phrase(filled(form, length=length)) for form in language_of(language).days.in_length)


@cache
def _now(language: str) -> re.Pattern[str]:
    return phrase(either(language_of(language).days.now))
