"""Help for the two of them: what each hopes for, ways to look, how to bring it up as strength, and a first session.

Everything here is for two: where abuse was spoken of, couples counselling is not suggested; the house leaves it out.
"""

from __future__ import annotations

from plugins.support import alone
from plugins.support.planning import ask_step
from plugins.support.practice import Support, support
from skill import Choice, Option, Person, Reply, Turn, Words, YesNo, ask, nothing, say

_WAYS = Choice(
    Option(
        "body",
        (
            "the couples list",
            "couples list",
            "a couples list",
            "the list",
            "a list",
            "couples counselling",
            "couples counseling",
            "couples body",
            "counsellors",
            "the national one",
        ),
    ),
    alone.DOCTOR,
    alone.LOW_COST,
)


@support.on("SupportTwoIntent", for_two=True)
def for_both(turn: Turn[Support]) -> Reply:
    """Say what may be hoped for, then go on."""
    return _hopes(turn, say("worth-two"))


@support.step(for_two=True)
def begin(turn: Turn[Support]) -> Reply:
    """Go on with the two of them."""
    return _hopes(turn, nothing())


def _hopes(turn: Turn[Support], reply: Reply) -> Reply:
    """Where both are here, ask each what they hope for first; nothing of it is kept."""
    if not turn.for_two:
        return _ways(reply)
    one, other = turn.present[:2]
    if turn.speaker and turn.speaker.id == other.id:
        one, other = other, one
    return _hope(reply, one, "first").given(next=other)


def _hope(reply: Reply, who: Person, place: str) -> Reply:
    if who.name:
        return reply.ask("hope", Words(), then=hoped, to=who, name=who)
    return reply.ask(f"hope-{place}", Words(), then=hoped, to=who)


@support.step(for_two=True)
def hoped(turn: Turn[Support], hope: str | None) -> Reply:
    """Hear one, then the other, without comment; then ways to look."""
    reply = say("hope-heard" if hope else "hope-passed")
    following, heard = turn.given.get("next"), bool(hope or turn.given.get("heard"))
    if isinstance(following, Person):
        return _hope(reply, following, "second").given(heard=heard)
    return _ways(reply.say("hope-both") if heard else reply)


def _ways(reply: Reply) -> Reply:
    return reply.ask("ways-two", _WAYS | YesNo(), then=way_for_two)


@support.step(for_two=True)
def way_for_two(turn: Turn[Support], which: str | bool | None) -> Reply:
    """Say how one way goes; a yes is for the first. Who is here together needs no sentence to bring it up."""
    if not which:
        return say("left").done()
    told = say("way-body" if which in (True, "body") else f"way-{which}-two")
    if turn.for_two:
        return told.ask("first-wanted", YesNo(), then=first_for_two)
    return told.ask("bring-up-wanted", YesNo(), then=bring_up)


@support.step(for_two=True)
def bring_up(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Give a sentence that brings it up as strength."""
    reply = say("sentence-two") if wanted else nothing()
    return reply.ask("first-wanted", YesNo(), then=first_for_two)


@support.step(for_two=True)
def first_for_two(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Tell what a first session for two is like, and ask for one step."""
    return ask_step(say("first-two") if wanted else nothing())


@support.on("SupportBringUpIntent", for_two=True)
def how_to_bring_it_up(turn: Turn[Support]) -> Reply:
    """Give the sentence at once."""
    return bring_up(turn, True)


@support.on("SupportFirstTwoIntent", for_two=True)
def first_session(turn: Turn[Support]) -> Reply:
    """Tell what a first session for two is like at once."""
    return first_for_two(turn, True)


@support.on("SupportRefusedIntent", for_two=True)
def they_will_not(turn: Turn[Support]) -> Reply:
    """Nobody can be made to come; going alone is a way too."""
    return ask("they-wont", YesNo(), then=by_oneself)


@support.step
def by_oneself(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Name ways for one, or leave it."""
    return alone.ways(nothing()) if wanted else say("left").done()
