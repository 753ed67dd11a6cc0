"""The exercises as lines to be said: every pause is inside one response, so that nobody has to answer meanwhile.

A breath is the seconds of its four parts. A round is one breath; rounds are joined line within line, as many as
fill a minute. What the words are, and how they are paused, stands in the texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from skill import Line

LONGEST = 3
"""So many minutes fit into one response."""
SHORTEST_PART, LONGEST_PART = 2, 9
LONGEST_PAUSE = 10
"""So many seconds the platform is silent at a time."""
_RESTS: Mapping[int, tuple[int, int]] = MappingProxyType({1: (8, 2), 2: (20, 3), 3: (30, 2)})
"""By minutes, the seconds between two invitations, and how many more or fewer a pace makes of them."""
Breath = tuple[int, int, int, int]
"""Seconds in, held, out, at rest."""

BREATHS: Mapping[str, Breath] = MappingProxyType(
    {"box": (4, 4, 4, 4), "long": (4, 0, 6, 0), "heart": (5, 0, 5, 0), "sleep": (4, 7, 8, 0)}
)
STILL = ("ground", "presence", "quiet")
PACED = frozenset({*BREATHS, "ground", "presence"})
"""Exercises that go faster or slower; so many minutes of quiet are so many minutes."""
EXERCISES = (*BREATHS, *STILL, "arrive")
COUNTED = frozenset({"box", "sleep"})
"""Exercises that are counted aloud unless that is not wanted."""
WITHOUT_HOLDS: Mapping[str, str] = MappingProxyType({"box": "long"})
"""What takes an exercise's place where breath is not held."""


def breath_of(exercise: str, *, pace: int = 0, holds: bool = True) -> Breath:
    """Give the seconds of an exercise's breath at a pace, without holds where they are not wanted."""
    inhale, hold, exhale, rest = BREATHS[exercise]
    parts = (inhale, hold if holds else 0, exhale, rest if holds else 0)
    one, two, three, four = (max(SHORTEST_PART, min(LONGEST_PART, each + pace)) if each else 0 for each in parts)
    return one, two, three, four


def rounds(breath: Breath, minutes: int) -> int:
    """Say how many breaths fill the minutes."""
    return max(2, round(60 * minutes / sum(breath)))


def breathing(breath: Breath, minutes: int, *, counted: bool) -> dict[str, Line]:
    """Give the breaths of each minute under the names "one", "two", "three"; only the very first is said in full.

    A minute each, since no placeable of a text may grow without bounds.
    """
    first, following = _round("first", breath, counted), _round("next", breath, counted)
    rest = rounds(breath, minutes) - 1
    each = [rest // minutes + (number < rest % minutes) for number in range(minutes)]
    said = [_joined([*([] if number else [first]), *[following] * count]) for number, count in enumerate(each)]
    silent = [Line("pause", {"seconds": 1})] * (LONGEST - minutes)
    return dict(zip(("one", "two", "three"), (*said, *silent), strict=True))


def stillness(minutes: int, pace: int = 0) -> Line:
    """Give the pause between two invitations of an exercise of so many minutes, longer or shorter by the pace."""
    seconds, each = _RESTS[minutes]
    whole, rest = divmod(seconds + pace * each, LONGEST_PAUSE)
    return _joined([Line("pause", {"seconds": part}) for part in (*[LONGEST_PAUSE] * whole, rest) if part])


def _round(which: str, breath: Breath, counted: bool) -> Line:
    shape = "held" if breath[1] and breath[3] else "kept" if breath[1] else "plain"
    names = ("in", "hold", "out", "rest")
    parts = {name: _pause(seconds, counted) for name, seconds in zip(names, breath, strict=True) if seconds}
    return Line(f"{which}-{shape}", parts)


def _pause(seconds: int, counted: bool) -> Line:
    """Fill a part of a breath whose first second its own words take."""
    return Line(f"count-{seconds}") if counted else Line("pause", {"seconds": seconds - 1})


def _joined(lines: Sequence[Line]) -> Line:
    return reduce(lambda one, other: Line("then", {"one": one, "other": other}), lines)
