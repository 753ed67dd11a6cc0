"""What may be set between exercises: the pace, counting, holding the breath. And the minutes, only when asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.mindful.choosing import choose
from plugins.mindful.guiding import arrive, as_wished, guided
from plugins.mindful.practice import Mindful, Sitting, good_for_them, mindful, minutes_since
from plugins.mindful.wishes import heard, wished
from skill import Reply, Turn, say

WEEK = timedelta(days=7)
MEANT = timedelta(minutes=10)
"""An exercise begun within this is the one that a wish is about; it is done again as wished."""


def _from_now_on(turn: Turn[Mindful], wish: str) -> Reply:
    """Take a wish in; an exercise that is only now over is done again as wished."""
    last = _lately(turn)
    if last is None or last.exercise == "arrive":
        return say(heard(turn.state, wish)).keep(wished(turn.state, wish)).done()
    return as_wished(turn, wish, last.exercise, last.minutes, pair=turn.for_two)


def _lately(turn: Turn[Mindful]) -> Sitting | None:
    last = turn.state.sittings[-1] if turn.state.sittings else None
    return last if last and turn.now - last.at <= MEANT else None


@mindful.on("AgainIntent", "AgainExerciseIntent")
def once_more(turn: Turn[Mindful]) -> Reply:
    """Do the last exercise once more, with what was wished for it."""
    if not turn.state.sittings:
        return choose(turn)
    last = turn.state.sittings[-1]
    if last.exercise == "arrive":
        return arrive(turn)
    return guided(turn, last.exercise, last.minutes, pair=turn.for_two)


@mindful.on("FasterIntent", "FasterBreathsIntent")
def faster(turn: Turn[Mindful]) -> Reply:
    """Go a little faster from now on."""
    return _from_now_on(turn, "faster")


@mindful.on("SlowerIntent", "SlowerBreathsIntent")
def slower(turn: Turn[Mindful]) -> Reply:
    """Go a little slower from now on."""
    return _from_now_on(turn, "slower")


@mindful.on("NoCountingIntent")
def no_counting(turn: Turn[Mindful]) -> Reply:
    """Leave out the numbers from now on."""
    return _from_now_on(turn, "uncounted")


@mindful.on("CountingIntent")
def counting(turn: Turn[Mindful]) -> Reply:
    """Count aloud from now on."""
    return _from_now_on(turn, "counted")


@mindful.on("NoHoldingIntent")
def no_holding(turn: Turn[Mindful]) -> Reply:
    """Never hold the breath from now on."""
    return _from_now_on(turn, "unheld")


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
