"""What may be wished for after an exercise: again, another pace, with or without counting, no holding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from plugins.mindful.practice import Mindful
from skill import Choice, Option

QUICKEST, SLOWEST = -2, 2
NEXT = Choice(
    Option(
        "again",
        (
            "go again",
            "same again",
            "another round",
            "one more round",
            "another one",
            "more",
            "one more",
            "more of it",
            "the rest",
        ),
    ),
    Option(
        "enough",
        ("enough", "that's enough", "that's good", "that was good", "that's plenty", "that'll do", "i'm good now"),
    ),
    Option("faster", ("faster", "a bit faster", "quicker", "a bit quicker", "too slow", "that was too slow")),
    Option(
        "slower", ("slower", "a bit slower", "slower breaths", "more slowly", "not so fast", "too fast", "slow down")
    ),
    Option(
        "uncounted",
        (
            "no counting",
            "no counting please",
            "without counting",
            "don't count",
            "without the numbers",
            "not count",
            "less counting",
            "less talking",
        ),
    ),
    Option("counted", ("with counting", "count", "count please", "count with me", "counting please")),
    Option("unheld", ("no holding", "without holding", "no holds", "i can't hold it", "i can't hold my breath")),
    Option("other", ("a different one", "another kind", "a different kind", "another exercise")),
)
HEARD: Mapping[str, str] = MappingProxyType(
    {
        "faster": "paced-faster",
        "slower": "paced-slower",
        "uncounted": "counting-off",
        "counted": "counting-on",
        "unheld": "holding-off",
    }
)
"""By wish, the message that takes it in."""


def wished(state: Mindful, wish: str) -> Mindful:
    """Give the state with a wish in it, one of :data:`HEARD`; a pace has its ends."""
    changes: Mapping[str, Mapping[str, int | bool]] = {
        "faster": {"pace": max(QUICKEST, state.pace - 1)},
        "slower": {"pace": min(SLOWEST, state.pace + 1)},
        "uncounted": {"counting": False},
        "counted": {"counting": True},
        "unheld": {"holds": False},
    }
    return replace(state, **changes[wish])  # type: ignore[arg-type]


def heard(state: Mindful, wish: str) -> str:
    """Name the message that takes a wish in; another one where the pace is at its end already."""
    ends = {("faster", QUICKEST): "fastest", ("slower", SLOWEST): "slowest"}
    return ends.get((wish, state.pace), HEARD[wish])
