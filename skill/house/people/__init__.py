"""People: who is speaking, and who else is here; the codes that stand before a name, and where the home is."""

from __future__ import annotations

import re
from typing import Any

from skill import ANYONE, Choice, Name, NoState, Option, Practice, Reply, Turn, YesNo, ask, hookimpl, nothing, say
from skill.house.people import place  # noqa: F401 - its handlers belong to the practice
from skill.house.people.codes import as_speaker, asked_for, codes, greeted
from skill.house.people.practice import people

ALONE = Choice(Option("alone", ("only me", "just me", "nobody", "no one", "alone", "on my own", "it's just me")))
"""What someone says who is not with anyone; it is asked for beside a name."""
_AWAY = re.compile(
    r"\b(?:(?:is|are)(?:n't| not)|'s not|won't be) (?:here|home|in|around|there|coming|with me)\b"
    r"|(?:'s|\bis) (?:out|away|asleep|sleeping|at work|busy|gone)\b|\b(?:only|just) me\b|\bon my own\b|\balone\b",
    re.IGNORECASE,
)
"""Said beside a name, it means that nobody else is here."""


@people.on("NameIntent")
def named_by_themselves(turn: Turn[NoState]) -> Reply:
    """Take a name that was given unasked."""
    name = turn.slots.get("name", "").title()
    return greeted(turn, say("hello", name=name), name, None) if name else say("no-name").done()


@people.on("WhoAmIIntent")
def who_am_i(turn: Turn[NoState]) -> Reply:
    """Say who the speaker is taken for."""
    if turn.speaker is None or not turn.speaker.name:
        return say("do-not-know").ask("who", Name() | YesNo(), then=given_name)
    return say("you-are", name=turn.speaker.name).done()


@people.on("BothHereIntent", for_two=True)
def both_said(turn: Turn[NoState]) -> Reply:
    """Take it that two are here, and learn their names, unless the home has two people and knows them."""
    names = _the_two(turn)
    return _both_are_here(turn, *names) if names and not turn.for_two else both(turn)


@people.step
def who(turn: Turn[NoState]) -> Reply:
    """Ask who is speaking; in a home of one, whose code stands before what is theirs, ask for that."""
    only = turn.people[0] if len(turn.people) == 1 else None
    if only and not turn.speaker and only.id in codes(turn).kept and not codes(turn).closed:
        return asked_for(only, True)
    return ask("who", Name() | YesNo(), then=given_name)


@people.step
def given_name(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the name; who would rather not say goes on as a guest."""
    if isinstance(name, str):
        return greeted(turn, say("hello", name=name), name, True)
    if name is True:
        return ask("your-name", Name(), then=given_name)
    return say("guest").introduce("", "unknown").done(False)


@people.step
def both(turn: Turn[NoState]) -> Reply:
    """Ask who else is here; both say so themselves. Whom the home knows by name is not asked for it again.

    Where what is done between two is left out, it goes on as with one person, and nothing is asked.
    """
    if turn.given.get("light"):
        return nothing().done(False)
    if turn.for_two:
        return nothing().done(True)
    if names := _the_two(turn):
        first, second = names
        known = ask("both-known", Name() | YesNo() | ALONE, then=both_known, to=ANYONE, first=first, second=second)
        return known.given(first=first, second=second)
    if turn.speaker is None or not turn.speaker.name:
        return ask("first-name", Name() | YesNo() | ALONE, then=first_named, to=ANYONE)
    return _other("second-name", turn.speaker.name)


def _the_two(turn: Turn[NoState]) -> tuple[str, str] | None:
    """Name the two whom the home knows by name, the speaker first; None where there are more or fewer."""
    if turn.speaker and not turn.speaker.name:
        return None
    speaker = turn.speaker.id if turn.speaker else ""
    names = [each.name for each in sorted(turn.people, key=lambda each: each.id != speaker) if each.name]
    return (names[0], names[1]) if len(names) == 2 else None


def _both_are_here(turn: Turn[NoState], first: str, second: str) -> Reply:
    reply = say("both-here", first=first, second=second)
    if turn.speaker is None or not turn.speaker.name:
        return reply.introduce(first, as_speaker(turn, first)).introduce(second, "present").done(True)
    other = first if turn.speaker.name.lower() == second.lower() else second
    return reply.introduce(other, "present").done(True)


@people.step
def both_known(turn: Turn[NoState], answer: str | bool | None) -> Reply:
    """Take it that the two whom the home knows are here; with one of them, learn who it is."""
    first, second = str(turn.given["first"]), str(turn.given["second"])
    if answer is True:
        return _both_are_here(turn, first, second)
    if isinstance(answer, str) and answer != "alone":
        return second_named(turn, answer) if turn.speaker else first_named(turn, answer)
    if turn.speaker is None:
        return say("only-you").ask("who", Name() | YesNo(), then=one_named)
    return say("only-you").done(False)


@people.step
def one_named(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the name of the one who is here alone; who would rather not say goes on as a guest."""
    if isinstance(name, str):
        return greeted(turn, say("hello", name=name), name, False)
    return say("guest").introduce("", "unknown").done(False)


@people.step
def first_named(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the first name and ask the other one; two names in one breath are both."""
    if name == "alone":
        return say("only-you").done(False)
    if isinstance(name, str):
        if turn.answer and turn.answer.also.words:
            return _both_are_here(turn, name, turn.answer.also.words)
        if _AWAY.search(turn.words):
            return greeted(turn, say("only-you"), name, False)
        return _known_too(turn, name) or _other("and-the-other", name).introduce(name, as_speaker(turn, name))
    if name is True:
        return ask("your-name", Name(), then=first_named, to=ANYONE)
    return say("only-you").done(False)


def _known_too(turn: Turn[NoState], name: str) -> Reply | None:
    """Ask for the other one of two whom the home knows by name, where this is the name of one of them."""
    others = [each.name for each in turn.people if each.name and each.name.lower() != name.lower()]
    named = sum(bool(each.name) for each in turn.people)
    if len(others) != 1 or named != 2:
        return None
    kinds = Name() | YesNo() | ALONE
    asked = ask("known-too", kinds, then=both_known, to=ANYONE, name=others[0])
    return asked.given(first=name, second=others[0]).introduce(name, as_speaker(turn, name))


@people.step
def second_named(turn: Turn[NoState], name: str | bool | None) -> Reply:
    """Take the other one's name, from either voice; without one there is one person here."""
    if name == "alone":
        return say("only-you").done(False)
    mine = str(turn.given.get("first") or (turn.speaker.name if turn.speaker else ""))
    if isinstance(name, str) and name.lower() == mine.lower() and turn.answer and turn.answer.also.words:
        name = turn.answer.also.words
    elif isinstance(name, str) and _AWAY.search(turn.words):
        return say("only-you").done(False)
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
