"""Yes and no: plain, soft, roundabout, and followed by more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from skill.reading.language import language_of
from skill.reading.text import Span, either

WEAK_BEFORE = 4
"""After "okay" or "right" alone so many more words still leave it an answer; after that it only opened a sentence."""


@dataclass(frozen=True)
class Agreement:
    """What was found: ``yes`` is None for "I don't know"; ``soft`` marks a yes half-hearted, or after a no.

    ``whole`` says that nothing else was said, ``rest`` is the span of what was.
    """

    yes: bool | None
    soft: bool = False
    whole: bool = False
    rest: Span = (0, 0)


def find(text: str, language: str) -> Agreement | None:
    """Read plain text as yes or no by how it begins, or failing that by how it ends; None where it says neither."""
    if _unsure(language).fullmatch(text):
        return Agreement(None, whole=True)
    if _false_start(language).match(text):
        return None
    heard, position = _heads(text, language)
    if not heard:
        return _tail(text, language)
    rest = text[position:].strip()
    if set(heard) <= {"weak"} and len(rest.split()) > WEAK_BEFORE:
        return None
    decided = [each for each in heard if each in ("yes", "no")]
    yes = not decided or decided[-1] == "yes"
    return Agreement(yes, yes and ("soft" in heard or "no" in heard), not rest, (position, len(text)))


def _heads(text: str, language: str) -> tuple[list[str], int]:
    """Go through the phrases at the beginning; give what each says, and where they end."""
    heard: list[str] = []
    position = reached = 0
    while match := _longest(text, position, heard, language):
        kind, end = match
        position = min(end + 1, len(text))
        if kind != "before":
            heard += [kind] if kind != "courtesy" else []
            reached = position
        if position == len(text):
            break
    return heard, reached


def _longest(text: str, position: int, heard: list[str], language: str) -> tuple[str, int] | None:
    """Find the longest phrase at a position; those that must end the utterance may not turn round what came before."""
    last = heard[-1].replace("weak", "yes") if heard else ""
    found = [
        (match.end(), kind)
        for kind, pattern, ends in _phrases(language)
        if (match := pattern.match(text, position)) and match.end() > position and (not ends or last in ("", kind))
    ]
    if not found:
        return None
    end, kind = max(found, key=lambda each: each[0])
    return kind, end


def _tail(text: str, language: str) -> Agreement | None:
    found = _tails(language).search(text)
    if not found or len(text.split()) > WEAK_BEFORE + 2:
        return None
    return Agreement(found["yes"] is not None, rest=(0, found.start()))


@cache
def _tails(language: str) -> re.Pattern[str]:
    data = language_of(language).agreeing
    return re.compile(rf"(?: |^)(?:(?P<yes>{either(data.yes_tail)})|(?P<no>{either(data.no_tail)}))$")


@cache
def _unsure(language: str) -> re.Pattern[str]:
    data = language_of(language).agreeing
    return re.compile(rf"(?:{either(data.before)} )*{either(data.unsure)}(?: {either(data.courtesy)})*")


@cache
def _false_start(language: str) -> re.Pattern[str]:
    data = language_of(language).agreeing
    return re.compile(rf"(?:{either(data.before)} )*(?:{data.never_heads})(?!\w)")


@cache
def _phrases(language: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Give each kind of phrase with its pattern, and whether it must end the utterance."""
    data = language_of(language).agreeing
    anywhere = {
        "no": data.no,
        "soft": data.soft,
        "weak": data.weak,
        "yes": data.yes,
        "before": data.before,
        "courtesy": data.courtesy,
    }
    alone = {"no": data.no_whole, "soft": data.soft_whole, "yes": data.yes_whole}
    end = rf"(?=(?: {either(data.courtesy)})*$)"
    return (
        *((kind, re.compile(f"{either(words)}{end}"), True) for kind, words in alone.items()),
        *((kind, re.compile(rf"{either(words)}(?=$| )"), False) for kind, words in anywhere.items()),
    )
