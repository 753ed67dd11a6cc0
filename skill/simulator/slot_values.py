"""What the platform makes of words in a built-in slot type: "twenty minutes" is PT20M, "half past eight" 20:30.

English only: in another language only digits are read. That a bare "eight" means the next eight o'clock to come is
believed, not known, of the platform.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from babel import Locale
from text_to_num import alpha2digit  # type: ignore[attr-defined]  # it lists the function itself, not its name

_ENGLISH = Locale("en")
_MONTHS = {name.lower(): number for number, name in _ENGLISH.months["format"]["wide"].items()}
_WEEKDAYS = {name.lower(): number for number, name in _ENGLISH.days["format"]["wide"].items()}
_MONTH, _WEEKDAY = "|".join(_MONTHS), "|".join(_WEEKDAYS)

_UNITS = r"seconds?|2nd|minutes?|hours?|days?|weeks?|months?|years?"
_AMOUNTS = r"half an?|a half|(?:a )?quarter of an|3 quarters of an|a couple of|an?|\d+(?: and a half)?"
_PART = rf"({_AMOUNTS}) ({_UNITS})( and a half)?"
_LENGTH = re.compile(rf"{_PART}(?:(?: and)? {_PART})*")
_HALVES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {"year": (6, "month"), "month": (2, "week"), "day": (12, "hour"), "hour": (30, "minute"), "minute": (30, "second")}
)

_PARTS_OF_DAY: Mapping[str, str] = MappingProxyType(
    {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI"}
)
_NAMED: Mapping[str, str] = MappingProxyType({"noon": "12:00", "midday": "12:00", "midnight": "00:00"})
_HALF_OF_DAY = (
    r"(?: ?(?P<am>a\.?m\.?)| ?(?P<pm>p\.?m\.?)| (?:in the|this) (?P<part>morning|afternoon|evening)"
    r"| (?P<night>at night|tonight))?"
)
_CLOCKS = tuple(
    re.compile(form + _HALF_OF_DAY)
    for form in (
        r"(?P<hour>\d{1,2})(?: o'clock)?",
        r"(?P<hour>\d{1,2})[: ](?P<past>\d\d)",
        r"(?P<hour>\d{1,2}) oh (?P<past>\d)",
        r"(?P<half>half)(?: past)? (?P<hour>\d{1,2})",
        r"(?:a )?(?P<quarter>quarter) (?:(?P<to>to|of)|past|after) (?P<hour>\d{1,2})",
        r"(?P<minutes>\d{1,2})(?: minutes?)? (?:(?P<to>to)|past|after) (?P<hour>\d{1,2})",
    )
)


def value(kind: str, words: str, now: datetime) -> str | None:
    """Give the platform's value for ``words`` in a slot of a built-in ``kind``; None where they do not fit it.

    ``now`` is the speaker's local time. A kind without a reader takes up to three words as they are.
    """
    reader = _READERS.get(kind)
    if reader is None:
        return words if len(words.split()) <= 3 else None
    return reader(_digits(words.lower()), now)


def _digits(words: str) -> str:
    # Its numbers stop at 99 in "a hundred": the article before a round number is no part of one.
    return re.sub(r"\ba (?=1?\d0+\b)", "", alpha2digit(words, "en", 0))


def _number(words: str, _: datetime) -> str | None:
    return words if words.isdecimal() else None


def _four_digits(words: str, _: datetime) -> str | None:
    joined = words.replace(" ", "").replace("oh", "0")
    return joined if joined.isdecimal() and len(joined) == 4 else None


def _ordinal(words: str, _: datetime) -> str | None:
    found = re.fullmatch(r"(?:the )?(\d+)(?:st|nd|rd|th)", words)
    return found[1] if found else None


def _duration(words: str, _: datetime) -> str | None:
    if not _LENGTH.fullmatch(words):
        return None
    counted: dict[str, int] = {}
    for amount, unit, half in re.findall(_PART, words):
        _count(counted, amount, "second" if unit == "2nd" else unit.removesuffix("s"), bool(half))
    day_part = "".join(
        f"{counted[unit]}{unit[0].upper()}" for unit in ("year", "month", "week", "day") if unit in counted
    )
    time_part = "".join(f"{counted[unit]}{unit[0].upper()}" for unit in ("hour", "minute", "second") if unit in counted)
    return f"P{day_part}" + (f"T{time_part}" if time_part else "")


def _count(counted: dict[str, int], amount: str, unit: str, half: bool) -> None:
    whole = re.match(r"\d+(?! quarters)|an?$|a couple of", amount)
    if whole:
        number = 2 if amount == "a couple of" else int(whole[0]) if whole[0].isdecimal() else 1
        counted[unit] = counted.get(unit, 0) + number
    quarters = 1 if amount.endswith("quarter of an") else 3 if amount.startswith("3") else 2
    if not whole or half or amount.endswith("and a half"):
        part, smaller = _HALVES.get(unit, (0, unit))
        counted[smaller] = counted.get(smaller, 0) + part * (quarters if not whole else 2) // 2


def _time(words: str, now: datetime) -> str | None:
    bare = re.sub(r"^(?:the|this|in the) ", "", words)
    if known := _NAMED.get(bare) or _PARTS_OF_DAY.get(bare):
        return known
    found = next((match for clock in _CLOCKS if (match := clock.fullmatch(words))), None)
    return _clock(found.groupdict(), now) if found else None


def _clock(said: Mapping[str, str | None], now: datetime) -> str | None:
    hour = int(said["hour"] or 0)
    minute = (
        30 if said.get("half") else 15 if said.get("quarter") else int(said.get("past") or said.get("minutes") or 0)
    )
    if hour > 24 or minute > 59:
        return None
    minutes = hour * 60 + (-minute if said.get("to") else minute)
    if hour <= 12 and not str(said["hour"]).startswith("0"):
        minutes = _half_of_day(said, minutes % 720, now)
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _half_of_day(said: Mapping[str, str | None], minutes: int, now: datetime) -> int:
    if said["am"] or said["part"] == "morning":
        return minutes
    if said["pm"] or said["part"]:
        return minutes + 720
    if said["night"]:
        return minutes if minutes < 300 else minutes + 720
    passed = now.hour * 60 + now.minute
    return minutes + 720 if minutes <= passed < minutes + 720 else minutes


def _date(words: str, now: datetime) -> str | None:
    bare, today = re.sub(r"^(?:on |the )", "", words), now.date()
    near = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1}
    if bare in near:
        return _day(today, near[bare])
    if found := re.fullmatch(rf"(?:this |next |coming )?({_WEEKDAY})", bare):
        ahead = (_WEEKDAYS[found[1]] - today.weekday()) % 7 or 7
        return _day(today, ahead)
    if found := re.fullmatch(r"in (\d+|an?) (day|week)s?", bare):
        return _day(today, (int(found[1]) if found[1].isdecimal() else 1) * (7 if found[2] == "week" else 1))
    if found := re.fullmatch(r"(this |next )?(weekend|week|month)", bare):
        return _span(today, found[2], found[1] == "next ")
    return _calendar(bare, today)


def _day(today: date, ahead: int) -> str:
    return (today + timedelta(days=ahead)).isoformat()


def _span(today: date, unit: str, following: bool) -> str:
    if unit == "month":
        moved = today.replace(day=1) + timedelta(days=31 * following)
        return f"{moved:%Y-%m}"
    year, week, _ = (today + timedelta(days=7 * following)).isocalendar()
    return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")


def _calendar(words: str, today: date) -> str | None:
    day = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    for form in (
        rf"(?P<month>{_MONTH}) {day}",
        rf"{day} (?:of )?(?P<month>{_MONTH})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    ):
        if found := re.fullmatch(form, words):
            month = _MONTHS.get(found.groupdict().get("month", ""))
            return _next(int(found["day"]), month, today)
    return None


def _next(day: int, month: int | None, today: date) -> str | None:
    """Find the next such day to come, today included; with no month, in whichever month has it."""
    for ahead in range(366 * 4 + 1):
        found = today + timedelta(days=ahead)
        if found.day == day and month in (None, found.month):
            return found.isoformat()
    return None


_READERS: Mapping[str, Callable[[str, datetime], str | None]] = MappingProxyType(
    {
        "AMAZON.NUMBER": _number,
        "AMAZON.FOUR_DIGIT_NUMBER": _four_digits,
        "AMAZON.Ordinal": _ordinal,
        "AMAZON.DURATION": _duration,
        "AMAZON.TIME": _time,
        "AMAZON.DATE": _date,
    }
)
