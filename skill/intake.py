"""What a run works with, and what its handlers are given of what was heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from skill import reading
from skill.answers import Answer
from skill.outside import Deadline, Errands
from skill.registry import Registry
from skill.speech import Speech


@dataclass(frozen=True)
class Tools:
    """What a run works with."""

    registry: Registry
    speech: Speech
    errands: Errands
    deadline: Deadline


@dataclass(frozen=True)
class Input:
    """What a handler is given of what was heard."""

    words: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    answer: Answer | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def reread(words: str, now: datetime, language: str) -> Mapping[str, Any]:
    """Read free words once more for what a handler may want of them: the time in them, and their several items."""
    if not words:
        return {}
    request = reading.split_request(words, now, language)
    return {"request": request, "items": tuple(reading.items(words, language))}
