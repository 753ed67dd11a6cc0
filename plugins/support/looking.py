"""Looking for help: whether it is about the two of them or mostly about one, and what this program itself is not."""

from __future__ import annotations

from plugins.support import alone, couple
from plugins.support.practice import Support, support
from skill import Choice, Option, Reply, Turn, YesNo, ask, nothing, say

TWO, ME = "two", "me"
_ABOUT = Choice(
    Option(
        TWO,
        (
            "the two of us",
            "two of us",
            "both of us",
            "about us",
            "us",
            "us two",
            "our relationship",
            "my relationship",
            "my marriage",
            "our marriage",
            "me and my partner",
            "me and my husband",
            "me and my wife",
            "me and my boyfriend",
            "me and my girlfriend",
            "my partner and me",
            "my husband and me",
            "my wife and me",
            "for us",
        ),
    ),
    Option(
        ME,
        (
            "mostly me",
            "mostly about me",
            "about me",
            "me",
            "myself",
            "only me",
            "just me",
            "for me",
            "for myself",
            "on my own",
            "more me",
        ),
    ),
)


@support.on("SupportIntent", entry=True)
def begin(turn: Turn[Support]) -> Reply:
    """Ask whom it is about."""
    return ask("about", _ABOUT, then=about)


@support.step
def about(turn: Turn[Support], whom: str | None) -> Reply:
    """Go on with what fits; what is for two goes by way of the house, which may leave it out."""
    if whom is None:
        return say("left").done()
    return nothing().call(couple.begin, then=over) if whom == TWO else alone.ways(nothing())


@support.step
def over(turn: Turn[Support], value: object) -> Reply:
    """Give back what the part for two came to."""
    return nothing().done(value)


@support.on("SupportWorthIntent")
def worth(turn: Turn[Support]) -> Reply:
    """Say what may be hoped for, and ask whom it is about."""
    return say("worth").ask("about", _ABOUT, then=about)


@support.on("SupportTherapistIntent")
def not_a_therapist(turn: Turn[Support]) -> Reply:
    """Say what this is not, and offer to look for someone."""
    return say("not-therapist").ask("find-someone", YesNo(), then=find_someone)


@support.step
def find_someone(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Begin looking, or leave it."""
    return begin(turn) if wanted else say("left").done()
