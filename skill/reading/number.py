"""Numbers: bare ones, and numbers on a scale."""

from __future__ import annotations

import re
from functools import cache

from skill.answers import Scale
from skill.reading.language import language_of
from skill.reading.text import compiled, either, filled, heard, phrase

_DIGITS = r"\d{1,9}(?:[.,]\d{1,2})?"


@cache
def pattern(language: str) -> str:
    """Give a pattern of one number: digits, or one of the small numbers that stay words."""
    return f"(?:{_DIGITS}|{either(language_of(language).counting.small)})"


def value(word: str, language: str) -> float:
    """Give what a match of :func:`pattern` counts."""
    small = language_of(language).counting.small.get(word)
    return float(word.replace(",", ".")) if small is None else float(small)


def digits(words: str, language: str) -> str:
    """Give the digits that were said one by one or as numbers, in a row, and nothing else of the words."""
    return re.sub(r"\D", "", heard(_noughts(language).sub("0", words.lower()), language).text)


def bare(text: str, language: str) -> float | None:
    """Read a number that is all there is, but for words of guessing around it."""
    found = _alone(language, text)
    return None if found is None else value(found, language)


def on_scale(text: str, scale: Scale, language: str) -> int | None:
    """Read a number on a scale: the first one of several; None beyond the scale's ends or where it counts things."""
    data = language_of(language).counting
    named = _alone(language, text, str(scale.high)) or _counted(language, text, scale)
    if named is not None:
        whole = int(value(named, language))
        return whole if scale.low <= whole <= scale.high else None
    for words, at in (
        (data.lowest, scale.low),
        (data.middle, (scale.low + scale.high) // 2),
        (data.highest, scale.high),
    ):
        if compiled(f"(?:{data.guess})?{either(words)}").fullmatch(text):
            return at
    return None


def _alone(language: str, text: str, high: str = r"\d+") -> str | None:
    found = _alone_form(language, high).fullmatch(text)
    return found["number"] if found else None


def _counted(language: str, text: str, scale: Scale) -> str | None:
    data = language_of(language).counting
    of = filled(data.out_of, high=str(scale.high))
    found = compiled(
        rf"(?<![\w:.,-])(?<!{data.minus} )(?<!of )(?P<number>{_DIGITS})(?:{of}|(?= (?:{data.scale_next})(?!\w))|$)"
    ).search(text)
    return found["number"] if found else None


@cache
def _noughts(language: str) -> re.Pattern[str]:
    return phrase(either(language_of(language).counting.noughts))


@cache
def _alone_form(language: str, high: str) -> re.Pattern[str]:
    data = language_of(language).counting
    after = filled(data.scale_after, number=pattern(language), high=high)
    return re.compile(rf"(?:{data.guess})?(?P<number>{pattern(language)})(?: (?:{after}))?")
