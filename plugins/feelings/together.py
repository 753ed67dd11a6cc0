"""For two: one word each, and no comment. Each word is kept for the one who said it and nobody else."""

from __future__ import annotations

from plugins.feelings.limits import beyond, heavy
from plugins.feelings.naming import how_are_you
from plugins.feelings.noting import felt_word, recorded
from plugins.feelings.practice import Feelings, feelings
from plugins.feelings.triggers import unsure
from skill import Feeling, Felt, Person, Reply, Turn, Words, YesNo, ask, say


@feelings.on("FeelingsTogetherIntent", for_two=True)
def together(turn: Turn[Feelings]) -> Reply:
    """Make sure that both are here."""
    return both(turn, True) if turn.for_two else Reply().both_here(then=both)


@feelings.step
def both(turn: Turn[Feelings], here: bool) -> Reply:
    """Begin with the one who speaks; with one person only, it is a word for one."""
    if not here or not turn.for_two:
        return ask("two-alone", YesNo(), then=alone)
    first, second = turn.present[:2]
    if turn.speaker and turn.speaker.id == second.id:
        first, second = second, first
    return _asking(first, second, 1)


@feelings.step
def alone(turn: Turn[Feelings], wanted: bool | None) -> Reply:
    """Ask the one who is here."""
    return how_are_you(turn) if wanted else say("left").done()


def _asking(who: Person, other: Person, number: int) -> Reply:
    kinds = Feeling() | Words()
    if who.name:
        asked = ask("two-word", kinds, then=one_word, to=who, name=who)
    else:
        asked = ask("two-word-first" if number == 1 else "two-word-second", kinds, then=one_word, to=who)
    return asked.given(who=who, other=other, number=number)


@feelings.step
def one_word(turn: Turn[Feelings], value: Felt | str | None) -> Reply:
    """Hear one person's word and say nothing to it."""
    who, other, number = turn.given["who"], turn.given["other"], int(turn.given["number"])
    reply = say("two-passed")
    if value and not (isinstance(value, str) and unsure(value)):
        word = felt_word(value)
        reply = say("two-heavy") if heavy(word.text) else say("two-heard")
        if turn.state.storing and not beyond(word.text):
            reply = recorded(reply, turn, word, owner=who)
    if number > 1:
        return reply.say("two-end").done(True)
    following = _asking(other, who, number + 1)
    return Reply(reply.lines, following.question, reply.effects, following.passed)
