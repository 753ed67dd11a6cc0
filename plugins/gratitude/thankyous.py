"""Thank-yous for two: one each, by name, twice at most; the other one only says thank you."""

from __future__ import annotations

from plugins.gratitude.practice import THANKS, Gratitude, gratitude
from plugins.gratitude.wording import nothing_good, only_thanks, tidy
from skill import Person, Reply, Turn, Words, YesNo, ask, say

ROUNDS = 2


@gratitude.on("ThankYousIntent", for_two=True)
def thank_yous(_turn: Turn[Gratitude]) -> Reply:
    """Make sure that both are here."""
    return Reply().both_here(then=together)


@gratitude.step
def together(turn: Turn[Gratitude], both: bool) -> Reply:
    """Begin with the one who speaks; with one person only, help them thank someone."""
    if not both or len(turn.present) < 2:
        return ask("thanks-alone", YesNo(), then=alone)
    return turn_of(*pair(turn), round_=1, turns=0, rounds=ROUNDS)


@gratitude.step
def alone(_turn: Turn[Gratitude], wanted: bool | None) -> Reply:
    """Hand over to a thank-you that can be said another time."""
    if not wanted:
        return say("left").done()
    return ask("thank-whom", Words(), then="gratitude:thank_whom")


def pair(turn: Turn[Gratitude]) -> tuple[Person, Person]:
    """Give the two who are here, the one who speaks first."""
    first, second = turn.present[:2]
    return (second, first) if turn.speaker and turn.speaker.id == second.id else (first, second)


def turn_of(who: Person, whom: Person, *, round_: int, turns: int, rounds: int) -> Reply:
    """Ask one of the two for one thing the other did."""
    if who.name and whom.name:
        asked = ask("thanks-turn", Words(), then=thanked, to=who, name=who, other=whom)
    else:
        asked = ask("thanks-turn-first" if not turns else "thanks-turn-second", Words(), then=thanked, to=who)
    return asked.given(who=who, whom=whom, round=round_, turns=turns, rounds=rounds)


@gratitude.step
def thanked(turn: Turn[Gratitude], words: str | None) -> Reply:
    """Keep a thank-you for both to hear, and let the other one say thank you."""
    who, whom = turn.given["who"], turn.given["whom"]
    turns, round_, rounds = turn.given["turns"] + 1, turn.given["round"], turn.given["rounds"]
    if words and only_thanks(turn.words or words):
        return turn_of(who, whom, round_=round_, turns=turns - 1, rounds=rounds)
    said = _said(who, whom, words)
    if turns % 2:
        following = turn_of(whom, who, round_=round_, turns=turns, rounds=rounds)
        return Reply(said.lines, following.question, said.effects, following.passed)
    if round_ < rounds:
        return said.ask("thanks-again", YesNo(), then=again).given(who=whom, whom=who, round=round_, rounds=rounds)
    return (said if rounds == 1 else said.say("thanks-end")).done(True)


def _said(who: Person, whom: Person, words: str | None) -> Reply:
    if not words or nothing_good(words):
        return say("thanks-passed")
    reply = say("thanks-said", other=whom) if whom.name else say("thanks-said-unnamed")
    text = tidy(words)
    return reply.record(THANKS, text, about=whom.name, owner=who, shared_with=whom, visibility="shared")


@gratitude.step
def again(turn: Turn[Gratitude], wanted: bool | None) -> Reply:
    """Go round once more, or end."""
    if not wanted:
        return say("thanks-end").done(True)
    given = turn.given
    return turn_of(given["who"], given["whom"], round_=given["round"] + 1, turns=0, rounds=given["rounds"])
