"""Help for one: ways to look, a sentence to begin with, and what a first session is like."""

from __future__ import annotations

from plugins.support.planning import ask_step
from plugins.support.practice import Support, support
from skill import Choice, Option, Reply, Turn, YesNo, nothing, say

DOCTOR = Option("doctor", ("the doctor", "a doctor", "doctor", "family doctor", "my doctor", "my gp", "the gp", "gp"))
LOW_COST = Option(
    "low-cost",
    (
        "low cost",
        "a low cost clinic",
        "the clinic",
        "a clinic",
        "clinic",
        "cheap",
        "something cheap",
        "the cheap one",
        "something i can afford",
        "something we can afford",
        "something cheaper",
        "the cheapest",
        "one that costs less",
        "free",
        "a free one",
    ),
)
_WAYS = Choice(
    DOCTOR,
    Option("register", ("the list", "a list", "the lists", "lists", "register", "a register", "registered therapists")),
    LOW_COST,
)


@support.on("SupportAloneIntent")
def begin(turn: Turn[Support]) -> Reply:
    """Name ways to look."""
    return ways(nothing())


@support.on("SupportNearIntent")
def near(turn: Turn[Support]) -> Reply:
    """Name no therapist, since none is known here; name ways to look."""
    return ways(say("no-names"))


def ways(reply: Reply) -> Reply:
    """Ask which way to hear more about."""
    return reply.ask("ways", _WAYS | YesNo(), then=way)


@support.step
def way(turn: Turn[Support], which: str | bool | None) -> Reply:
    """Say how one way goes; a yes is for the first."""
    if not which:
        return say("left").done()
    chosen = DOCTOR.id if which is True else which
    return say(f"way-{chosen}").ask("sentence-wanted", YesNo(), then=sentence)


@support.step
def sentence(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Give a sentence to ring or write with."""
    reply = say("sentence") if wanted else nothing()
    return reply.ask("first-wanted", YesNo(), then=first)


@support.step
def first(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Tell what a first session is like, and ask for one step."""
    return ask_step(say("first") if wanted else nothing())


@support.on("SupportFirstIntent")
def first_session(turn: Turn[Support]) -> Reply:
    """Tell what a first session is like, unasked for by a dialogue."""
    return ask_step(say("first"))
