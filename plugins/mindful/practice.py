"""The practice itself: what it keeps between days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from skill import Practice, Turn

REMEMBERED = 60
LIKED = 4


@dataclass(frozen=True)
class Sitting:
    """One quiet minute or more: when it began, which exercise, how many minutes."""

    at: datetime
    exercise: str
    minutes: int


@dataclass(frozen=True)
class Mindful:
    """What one person's quiet minutes remember.

    ``minutes`` is the length they are used to (0 = not said yet), ``pace`` the seconds that each part of a breath is
    longer or shorter than usual, ``holds`` whether breath may be held, ``counting`` whether it is counted aloud (None
    = as each exercise has it), ``liked`` the exercises that did them good, the latest last.
    """

    minutes: int = 0
    pace: int = 0
    holds: bool = True
    counting: bool | None = None
    liked: tuple[str, ...] = ()
    sittings: tuple[Sitting, ...] = ()


mindful = Practice("mindful", state=Mindful)


def sat(turn: Turn[Mindful], exercise: str, minutes: int) -> Mindful:
    """Give the state with one more sitting in it, and its length as the usual one."""
    state = turn.state
    return replace(
        state, minutes=minutes, sittings=(*state.sittings, Sitting(turn.now, exercise, minutes))[-REMEMBERED:]
    )


def good_for_them(state: Mindful, exercise: str) -> Mindful:
    """Give the state that remembers that an exercise did them good."""
    return replace(state, liked=(*(each for each in state.liked if each != exercise), exercise)[-LIKED:])


def minutes_since(state: Mindful, since: datetime) -> int:
    """Count the minutes begun since an instant."""
    return sum(each.minutes for each in state.sittings if each.at >= since)


def usual(state: Mindful) -> int:
    """Give the length they are used to, or one minute."""
    return state.minutes or 1


def length(span: timedelta) -> int:
    """Give a span in whole minutes, one at the least."""
    return max(1, round(span.total_seconds() / 60))
