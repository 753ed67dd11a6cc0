"""What a run works with, and what its handlers are given of what was heard."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from skill import reading
from skill.answers import Answer, Duration, Moment, When
from skill.guest import Guests
from skill.outside import Errands
from skill.registry import Registry
from skill.speech import Speech
from skill.turn import NOTHING, Request

_VALUE = re.compile(r"P[\dTYMWDHS]+|\d{1,2}:\d{2}|\d{4}-[\dWE-]+")


@dataclass(frozen=True)
class Tools:
    """What a run works with; ``feelings`` says whether words for how someone is may be kept."""

    registry: Registry
    speech: Speech
    errands: Errands
    guests: Guests | None = None
    feelings: bool = True


@dataclass(frozen=True)
class Input:
    """What a handler is given of what was heard."""

    words: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    answer: Answer | None = None
    extra: Mapping[str, Callable[[], Any]] = field(default_factory=dict)


def reread(
    words: str, now: datetime, language: str, whole: str = "", typed: Mapping[str, str] = NOTHING
) -> Mapping[str, Callable[[], Any]]:
    """Give what reads a slot's words once more for a handler that wants the time in them, or their several items.

    ``whole`` is the sentence around them, which may hold what the platform stripped: the "every" of "every evening".
    ``typed`` are the slots whose values may be in a shape of the platform's own: "2026-03-08", "P1D".
    """
    if not words:
        return NOTHING
    return {
        "request": partial(_request, words, now, language, whole, typed),
        "items": partial(reading.items, words, language),
    }


def _request(words: str, now: datetime, language: str, whole: str, typed: Mapping[str, str]) -> Request:
    request = reading.split_request(words, now, language)
    if whole and whole != words and (said := reading.split_request(whole, now, language)).when is not None:
        request = replace(request, when=said.when)
    if typed or (request.when is None and request.after is None):
        request = _typed(request, words, now, language, typed)
    return request


def _typed(request: Request, words: str, now: datetime, language: str, typed: Mapping[str, str]) -> Request:
    """Read what the platform has typed: "PT20M", "18:00", as the words or within them."""
    shaped = any(map(_VALUE.fullmatch, (words, *typed.values())))
    answer = reading.read(words, Duration() | When(), now=now, language=language, slots=typed) if shaped else None
    match answer and answer.value:
        case timedelta() as after:
            return replace(request, what="", after=after)
        case Moment() as when:
            return replace(request, what="", when=when)
    return request
