"""For two: the same pace, a hand on the heart if they like, and a look at each other at the end."""

from __future__ import annotations

from plugins.mindful.choosing import breathe
from plugins.mindful.guiding import guided, spoken_length
from plugins.mindful.practice import Mindful, mindful, usual
from skill import Reply, Turn, YesNo, ask, say


@mindful.on("BreatheTogetherIntent", for_two=True)
def together(turn: Turn[Mindful]) -> Reply:
    """Make sure that both are here."""
    minutes = spoken_length(turn) or usual(turn.state)
    if turn.for_two:
        return guided(turn, "long", minutes, pair=True)
    return Reply().given(minutes=minutes).both_here(then=both)


@mindful.step
def both(turn: Turn[Mindful], here: bool) -> Reply:
    """Breathe with both; with one person only, offer it for one."""
    if here and turn.for_two:
        return guided(turn, "long", int(turn.given["minutes"]), pair=True)
    return ask("one-here", YesNo(), then=alone)


@mindful.step
def alone(turn: Turn[Mindful], wanted: bool | None) -> Reply:
    """Breathe with the one who is here."""
    return breathe(turn) if wanted else say("left").done()
