"""Days: "tomorrow", "next Tuesday", "the 3rd of December", "this weekend"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from babel.core import Locale
from babel.dates import get_day_names, get_month_names

from skill.reading.language import language_of
from skill.reading.text import Span, either, filled, looked_up, phrase

SATURDAY = 5


@dataclass(frozen=True)
class Day:
    """A calendar day that was named.

    ``part`` is a part of the day that came with it ("tonight"); ``rolls`` is the number of days after which it comes
    again, for a weekday that may be meant today or a week on (0: it stays, even when it is past); ``minute`` is the
    minute of the day to take when no time is named.
    """

    date: date
    span: Span = (0, 0)
    part: str = ""
    rolls: int = 0
    minute: int | None = None


def find(text: str, today: date, language: str) -> Day | None:
    """Find the first day that plain text names."""
    for read in (_relative, _weekday, _weekend, _date):
        if day := read(text, today, language):
            return day
    return None


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """Give the names of the days of the week, 0 = Monday."""
    locale = Locale.parse(language_of(language).code)
    names = {name.lower(): number for number, name in get_day_names("wide", locale=locale).items()}
    return {**names, **language_of(language).days.weekday_extra}


@cache
def weekday_name(language: str) -> re.Pattern[str]:
    """Give a pattern that finds any weekday's name; looking for one tells fast that no form with one is there."""
    return re.compile(either(weekdays(language)))


@cache
def months(language: str) -> Mapping[str, int]:
    """Give the names of the months, 1 = January."""
    locale = Locale.parse(language_of(language).code)
    names = {name.lower(): number for number, name in get_month_names("wide", locale=locale).items()}
    return {**names, **language_of(language).days.month_extra}


def on_date(year: int, month: int, day: int) -> date | None:
    """Make a date; None where there is no such day."""
    return (
        date(year, month, day)
        if 1 <= year <= 9_000 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        else None
    )


def later(day: date, days: int) -> date:
    """Move a date by days, staying within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal() - 8))


def ordinal(word: str, language: str) -> int:
    """Give the number of an ordinal ("first", "3rd"); 0 where it is none."""
    known = language_of(language).counting.ordinals.get(word)
    digits = re.match(r"\d{1,2}", word)
    return known if known is not None else int(digits[0]) if digits else 0


def _relative(text: str, today: date, language: str) -> Day | None:
    data = language_of(language).days
    with_part, alone = _relative_forms(language)
    if found := with_part.search(text):
        shift, part = looked_up(data.with_part, found[0]) or (0, "")
        return Day(later(today, shift), found.span(), part)
    if found := alone.search(text):
        return Day(later(today, looked_up(data.relative, found[0]) or 0), found.span())
    return None


def _weekday(text: str, today: date, language: str) -> Day | None:
    if not weekday_name(language).search(text):
        return None
    for form, weeks in _weekday_forms(language):
        if found := form.search(text):
            wanted = weekdays(language)[found["weekday"]]
            return replace(_in_week(today, wanted, weeks), span=found.span())
    return None


def _in_week(today: date, wanted: int, weeks: int | None) -> Day:
    """Find a weekday: to come (weeks 0), past (-1), a week after that (1), or of the next calendar week (None)."""
    ahead = (wanted - today.weekday()) % 7
    if weeks is None:
        return Day(later(today, 7 - today.weekday() + wanted))
    if weeks < 0:
        return Day(later(today, ahead - 7))
    return Day(later(today, ahead + 7 * weeks), rolls=7 if weeks == 0 else 0)


def _weekend(text: str, today: date, language: str) -> Day | None:
    for form, weeks in _weekend_forms(language):
        if found := form.search(text):
            return replace(_in_week(today, SATURDAY, weeks), span=found.span())
    return None


def _date(text: str, today: date, language: str) -> Day | None:
    if not _dating(language).search(text):
        return None
    for form in _date_forms(language):
        for found in form.finditer(text):
            if day := _dated(found.groupdict(), today, language):
                return replace(day, span=found.span())
    return None


def _dated(groups: Mapping[str, str | None], today: date, language: str) -> Day | None:
    number = groups.get("day")
    day = ordinal(number, language) if number else 1
    if month := groups.get("month"):
        year = groups.get("year")
        years = (int(year),) if year else (today.year, today.year + 1, today.year + 4)
        dates = iter([on_date(each, months(language)[month], day) for each in years])
    else:
        dates = _days_of_months(today, day)
    return next((Day(each) for each in dates if each and (each >= today or groups.get("year"))), None)


def _days_of_months(today: date, day: int) -> Iterator[date | None]:
    for ahead in range(3):
        month = today.month - 1 + ahead
        yield on_date(today.year + month // 12, month % 12 + 1, day)


@cache
def _relative_forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language_of(language).days
    return phrase(either(data.with_part)), phrase(either(data.relative))


@cache
def _weekend_forms(language: str) -> tuple[tuple[re.Pattern[str], int | None], ...]:
    data = language_of(language).days
    return ((phrase(data.next_weekend), None), (phrase(data.weekend), 0))


@cache
def _weekday_forms(language: str) -> tuple[tuple[re.Pattern[str], int | None], ...]:
    weekday = f"(?P<weekday>{either(weekdays(language))})"
    forms = language_of(language).days.weekday_forms
    return tuple((re.compile(rf"(?<!\w){filled(form, weekday=weekday)}(?!\w)"), weeks) for form, weeks in forms)


@cache
def _dating(language: str) -> re.Pattern[str]:
    """Give a pattern of what every date has something of: a digit, an ordinal, a month."""
    return re.compile(rf"\d|{either((*language_of(language).counting.ordinals, *months(language)))}")


@cache
def _date_forms(language: str) -> tuple[re.Pattern[str], ...]:
    data = language_of(language)
    parts = {
        "month": f"(?P<month>{either(months(language))})",
        "day": rf"(?P<day>\d{{1,2}}(?:{data.days.ordinal_ending})?|{either(data.counting.ordinals)})",
        "ordinal": rf"(?P<day>\d{{1,2}}(?:{data.days.ordinal_ending})|{either(data.counting.ordinals)})",
        "year": r"(?P<year>20\d\d)",
    }
    return tuple(re.compile(rf"(?<![\w:.,]){filled(form, **parts)}(?![\w:])") for form in data.days.dates)
