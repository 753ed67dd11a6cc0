"""What may be set between exercises: the pace, counting, holding the breath. And the minutes, only when asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.mindful.guiding import guided, wished
from plugins.mindful.practice import Mindful, good_for_them, mindful, minutes_since
from skill import Reply, Turn, say

WEEK = timedelta(days=7)
MEANT = timedelta(minutes=10)
"""An exercise begun within this is the one that a wish is about; it is done again as wished."""


def _from_now_on(turn: Turn[Mindful], wish: str, message: str) -> Reply:
    """Set it, and do again what was only now done; else only say that it is set."""
    state = wished(turn.state, wish)
    last = state.sittings[-1] if state.sittings else None
    if last is None or turn.now - last.at > MEANT or last.exercise == "arrive":
        return say(message).keep(state).done()
    return guided(replace(turn, state=state), last.exercise, last.minutes, pair=turn.for_two)


@mindful.on("FasterBreathsIntent")
def faster(turn: Turn[Mindful]) -> Reply:
    """Make every part of a breath a second shorter from now on."""
    return _from_now_on(turn, "faster", "paced-faster")


@mindful.on("SlowerBreathsIntent")
def slower(turn: Turn[Mindful]) -> Reply:
    """Make every part of a breath a second longer from now on."""
    return _from_now_on(turn, "slower", "paced-slower")


@mindful.on("NoCountingIntent")
def no_counting(turn: Turn[Mindful]) -> Reply:
    """Leave out the numbers from now on."""
    return _from_now_on(turn, "uncounted", "counting-off")


@mindful.on("CountingIntent")
def counting(turn: Turn[Mindful]) -> Reply:
    """Count aloud from now on."""
    return _from_now_on(turn, "counted", "counting-on")


@mindful.on("NoHoldingIntent")
def no_holding(turn: Turn[Mindful]) -> Reply:
    """Never hold the breath from now on; who said so may be dizzy, so nothing is begun again."""
    return say("holding-off").keep(wished(turn.state, "unheld")).done()


@mindful.on("HoldingIntent")
def holding(turn: Turn[Mindful]) -> Reply:
    """Hold the breath again where an exercise has it."""
    return say("holding-on").keep(replace(turn.state, holds=True)).done()


@mindful.on("ThatExerciseHelpedIntent")
def that_helped(turn: Turn[Mindful]) -> Reply:
    """Remember that the last exercise did them good."""
    if not turn.state.sittings:
        return say("none-yet").done()
    last = turn.state.sittings[-1].exercise
    return say("will-offer").keep(good_for_them(turn.state, last)).done()


@mindful.on("QuietMinutesIntent")
def how_many(turn: Turn[Mindful]) -> Reply:
    """Say the minutes of the last seven days; no goals, no streaks."""
    minutes = minutes_since(turn.state, turn.after(-WEEK))
    return (say("minutes", count=minutes) if minutes else say("no-minutes")).done()
