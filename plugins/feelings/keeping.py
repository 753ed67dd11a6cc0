"""What a person may set: whether words are kept at all, and whether numbers are asked for."""

from __future__ import annotations

from dataclasses import replace

from plugins.feelings.naming import ANY, named
from plugins.feelings.practice import Feelings, feelings
from skill import Reply, Turn, ask, say


@feelings.on("KeepNoFeelingsIntent")
def keep_nothing(turn: Turn[Feelings]) -> Reply:
    """Keep no more words from now on; what was kept stays until it is taken away."""
    return say("keeping-off").keep(replace(turn.state, storing=False, asking=None)).done()


@feelings.on("KeepFeelingsIntent")
def keep_again(turn: Turn[Feelings]) -> Reply:
    """Keep words again."""
    return say("keeping-on").keep(replace(turn.state, storing=True)).done()


@feelings.on("NoFeelingNumbersIntent")
def no_numbers(turn: Turn[Feelings]) -> Reply:
    """Ask for words only."""
    return say("numbers-off").keep(replace(turn.state, numbers=False)).done()


@feelings.on("FeelingNumbersIntent")
def numbers(turn: Turn[Feelings]) -> Reply:
    """Ask for a word or a number from now on, and at once."""
    return ask("asked-number", ANY, then=named).keep(replace(turn.state, numbers=True))
