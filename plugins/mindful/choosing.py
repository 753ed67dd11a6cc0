"""Choosing: breathing or five things around; first what did good before. And for how long."""

from __future__ import annotations

from datetime import timedelta

from plugins.mindful.exercises import EXERCISES
from plugins.mindful.guiding import TENSE, WHICH, arrive, guided, spoken_length
from plugins.mindful.practice import Mindful, length, mindful, usual
from skill import Choice, Duration, Felt, Line, Option, Reply, Turn, YesNo, ask, say

_LENGTHS = Choice(
    Option("1", ("one", "one minute", "a minute", "short", "the shortest", "a short one")),
    Option("2", ("two", "two minutes", "in the middle", "a couple of minutes")),
    Option("3", ("three", "three minutes", "long", "the longest", "a long one")),
)


@mindful.on("QuietMinuteIntent", entry=True)
def choose(turn: Turn[Mindful]) -> Reply:
    """Offer breathing or five things around; what did good before comes first, at night what is for sleep."""
    if turn.state.liked:
        best = turn.state.liked[-1]
        asked = ask("choose-liked", WHICH, then=chosen, exercise=Line(f"kind-{best}")).given(first=best)
    elif turn.day_part == "night":
        asked = ask("choose-night", WHICH, then=chosen).given(first="sleep")
    else:
        asked = ask("choose", WHICH, then=chosen)
    return asked


@mindful.step
def chosen(turn: Turn[Mindful], answer: str | bool | timedelta | Felt | None) -> Reply:
    """Begin what was chosen; a yes means the first that was named, fear means five things around."""
    if not answer:
        return say("left").done()
    first = str(turn.given.get("first", "breathing"))
    if isinstance(answer, timedelta):
        return guided(turn, _breaths(turn) if first == "breathing" else first, length(answer))
    if isinstance(answer, Felt):
        return guided(turn, "ground" if answer.family in TENSE else _breaths(turn), usual(turn.state))
    if answer == "other":
        return ask("choose-other", WHICH, then=chosen).given(first="heart")
    name = first if answer is True else answer
    minutes = turn.answer.also.duration if turn.answer else None
    if name == "arrive":
        return arrive(turn)
    known = name if name in EXERCISES else _breaths(turn)
    return guided(turn, known, length(minutes) if minutes else usual(turn.state))


@mindful.on("BreatheIntent")
def breathe(turn: Turn[Mindful]) -> Reply:
    """Breathe, for as long as was said or is usual; else ask how long."""
    minutes = spoken_length(turn) or turn.state.minutes
    return guided(turn, _breaths(turn), minutes) if minutes else ask("how-long", KINDS, then=how_long)


KINDS = _LENGTHS | Duration() | YesNo()


@mindful.step
def how_long(turn: Turn[Mindful], answer: str | timedelta | bool | None) -> Reply:
    """Breathe for the minutes that were chosen; one, where none were."""
    if answer is None or answer is False:
        return say("left").done()
    minutes = length(answer) if isinstance(answer, timedelta) else 1 if answer is True else int(answer)
    return guided(turn, _breaths(turn), minutes)


def _breaths(turn: Turn[Mindful]) -> str:
    """Name the breathing that did good last, or else four by four."""
    liked = [each for each in turn.state.liked if each in ("box", "long", "heart")]
    return liked[-1] if liked else "box"
