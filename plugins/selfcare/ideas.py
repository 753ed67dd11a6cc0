"""Small things that do people good: how long each takes, for how much energy, at what time of day.

The names stand here and not among the texts, since they become people's own words: a plan's name, a note of what was
done. They hold at most eight words and no "I" or "you", so that they are said back whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ANY_TIME = frozenset({"morning", "day", "evening", "night"})
LIGHT = frozenset({"morning", "day", "evening"})
LATE = frozenset({"evening", "night"})
LOW, MIDDLE, HIGH = "low", "middle", "high"


@dataclass(frozen=True)
class Idea:
    """One idea: its name, the minutes it takes, the energies it suits, the parts of the day it fits."""

    name: str
    minutes: int
    energies: tuple[str, ...]
    parts: frozenset[str] = ANY_TIME


_GENTLE, _ANY, _LIVELY = (LOW, MIDDLE), (LOW, MIDDLE, HIGH), (MIDDLE, HIGH)

_ENGLISH = (
    Idea("a glass of water, slowly", 2, _ANY),
    Idea("two minutes at an open window", 2, _ANY),
    Idea("feet up for five minutes", 5, _GENTLE),
    Idea("a slow stretch", 5, _ANY),
    Idea("one favourite song, with eyes closed", 5, _ANY),
    Idea("warm water over the hands", 3, _GENTLE),
    Idea("a cup of something warm", 10, _ANY),
    Idea("a blanket and a quiet corner", 10, _GENTLE),
    Idea("ten minutes without the phone", 10, _ANY),
    Idea("a few pages of a book", 10, _ANY),
    Idea("a look at some old photos", 10, _GENTLE),
    Idea("a message to someone dear", 5, _ANY, LIGHT),
    Idea("a short nap", 20, (LOW,), frozenset({"day"})),
    Idea("a warm bath", 30, _GENTLE, LATE),
    Idea("a warm shower", 15, _ANY),
    Idea("an early night", 30, (LOW,), LATE),
    Idea("lying flat with some music", 15, _GENTLE),
    Idea("a walk round the block", 15, _ANY, LIGHT),
    Idea("a longer walk somewhere green", 45, _LIVELY, frozenset({"morning", "day"})),
    Idea("some dancing in the kitchen", 5, _LIVELY, LIGHT),
    Idea("a run or a bike ride", 30, (HIGH,), LIGHT),
    Idea("half an hour of a hobby", 30, _LIVELY),
    Idea("some drawing or doodling", 15, _ANY),
    Idea("a bit of time with plants", 10, _ANY, LIGHT),
    Idea("cooking something nice", 40, _LIVELY, frozenset({"day", "evening"})),
    Idea("a chat with a friend", 20, _LIVELY, LIGHT),
    Idea("tidying one small corner", 10, _LIVELY, LIGHT),
    Idea("a few lines in a notebook", 10, _ANY),
    Idea("a puzzle or a game", 20, _ANY),
    Idea("an instrument, only for fun", 20, _LIVELY, LIGHT),
)
_IDEAS: Mapping[str, tuple[Idea, ...]] = MappingProxyType({"en": _ENGLISH})


def fitting(locale: str, minutes: int, energy: str, part: str) -> tuple[str, ...]:
    """Name the ideas that fit; the shortest one, where none does."""
    ideas = _IDEAS.get(locale.partition("-")[0], _ENGLISH)
    names = tuple(
        idea.name for idea in ideas if idea.minutes <= minutes and energy in idea.energies and part in idea.parts
    )
    return names or (ideas[0].name,)
