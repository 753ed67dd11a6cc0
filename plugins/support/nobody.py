"""Having nobody: heard first, then one small way towards someone one knew, or towards someone who is trained to listen.

It is no emergency by itself; where it is one, the house's safety has answered before.
"""

from __future__ import annotations

from plugins.support import alone
from plugins.support.circle import KIND
from plugins.support.practice import Support, support, tidy
from skill import Choice, Name, Option, Reply, Turn, Words, YesNo, ask, nothing, say

_TOWARDS = Choice(
    Option(
        "known",
        (
            "someone i know",
            "someone i knew",
            "a person i know",
            "someone from before",
            "an old friend",
            "the first",
            "someone",
            "people",
        ),
    ),
    Option("trained", ("someone trained", "trained", "a professional", "a therapist", "a counsellor", "the second")),
)


@support.on("SupportNobodyIntent")
def i_have_nobody(turn: Turn[Support]) -> Reply:
    """Hear it, and offer two ways, neither of them a must."""
    return say("nobody-heard").ask("nobody-towards", _TOWARDS | YesNo(), then=towards)


@support.step
def towards(turn: Turn[Support], way: str | bool | None) -> Reply:
    """Look for someone easy to be with, or for someone trained; or leave it, with the way to more help said once."""
    if not way:
        return say("nobody-left").done()
    if way == "trained":
        return alone.ways(nothing())
    return ask("nobody-who", Name() | YesNo() | Words(), then=reached)


@support.step
def reached(turn: Turn[Support], who: str | bool | None) -> Reply:
    """Give a few words to reach them with; the name is kept as someone to talk to."""
    if who is True:
        return ask("nobody-who", Name() | YesNo() | Words(), then=reached)
    if not who or _unsure(who):
        return ask("nobody-trained", YesNo(), then=trained)
    name = tidy(who)
    return say("nobody-reach", name=name).record(KIND, name, role="talk").done(name)


def _unsure(words: str) -> bool:
    plain = f" {words.lower()} "
    return any(f" {each} " in plain for each in ("nobody", "no one", "none", "don't know", "can't think", "not sure"))


@support.step
def trained(turn: Turn[Support], wanted: bool | None) -> Reply:
    """Name ways to someone trained, or leave it."""
    return alone.ways(nothing()) if wanted else say("nobody-left").done()
