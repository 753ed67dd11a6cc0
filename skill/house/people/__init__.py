"""People: who is speaking, and who else is here."""

from __future__ import annotations

from typing import Any

from skill import ANYONE, Choice, Name, NoState, Option, Practice, Reply, Turn, YesNo, ask, hookimpl, nothing, say

ALONE = Choice(Option("alone", ("only me", "just me", "me", "nobody", "no one", "alone", "on my own", "it's just me")))
"""What someone says who is not with anyone; it is asked for beside a name."""

people: Practice[NoState] = Practice("people")


@people.on("NameIntent")
def named_by_themselves(turn: Turn[NoState]) -> Reply:
    """Take a name that was given unasked."""
    name = turn.slots.get("name", "").title()
    return say("hello", name=name).introduce(name).done() if name else say("no-name").done()


@people.on("WhoAmIIntent")
def who_am_i(turn: Turn[NoState]) -> Reply:
    """Say who the speaker is taken for."""
    if turn.speaker is None or not turn.speaker.name:
        return say("do-not-know").ask("who", Name() | YesNo(), then=given_name)
    return say("you-are", name=turn.speaker.name).done()


@people.on("BothHereIntent")
def both_said(turn: Turn[NoState]) -> Reply:
    """Take it that two are here, and learn their names."""
    return both(turn)


@people.step
def who(turn: Turn[NoState]) -> Reply:
    """Ask who is speaking."""
    return ask("who", Name() | YesNo(), then=given_name)


@people.step
def given_name(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the name; who would rather not say goes on as a guest."""
    if isinstance(name, str):
        return say("hello", name=name).introduce(name).done(True)
    if name is True:
        return ask("your-name", Name(), then=given_name)
    return say("guest").introduce("", "unknown").done(False)


@people.step
def both(turn: Turn[NoState]) -> Reply:
    """Ask who else is here; both say so themselves."""
    if turn.for_two:
        return nothing().done(True)
    if turn.speaker is None or not turn.speaker.name:
        return ask("first-name", Name() | YesNo() | ALONE, then=first_named, to=ANYONE)
    return _other("second-name", turn.speaker.name)


@people.step
def first_named(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the first name and ask the other one."""
    if name == "alone":
        return say("only-you").done(False)
    if isinstance(name, str):
        return _other("and-the-other", name).introduce(name)
    if name is True:
        return ask("your-name", Name(), then=first_named, to=ANYONE)
    return say("only-you").done(False)


@people.step
def second_named(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the other one's name, from either voice; without one there is one person here."""
    if name == "alone":
        return say("only-you").done(False)
    mine = str(turn.given.get("first") or (turn.speaker.name if turn.speaker else ""))
    if isinstance(name, str) and name.lower() == mine.lower():
        return _other("same-name", mine)
    if isinstance(name, str):
        reply = say("both-here", first=mine, second=name)
        if turn.speaker and turn.speaker.recognised and turn.speaker.name.lower() != mine.lower():
            # The other one spoke for themselves: the name is this voice's, and the first one is who is here beside it.
            return reply.introduce(name).introduce(mine, "present").done(True)
        return reply.introduce(name, "present").done(True)
    if name is True:
        return _other("their-name", mine)
    return say("only-you").done(False)


def _other(message: str, first: str) -> Reply:
    """Ask for the other one's name; whoever is there may say it."""
    return ask(message, Name() | YesNo() | ALONE, then=second_named, to=ANYONE).given(first=first)


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the people."""
    return [people]
