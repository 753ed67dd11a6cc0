"""For two: each picks one thing for themselves, and the other says how they'll make room for it."""

from __future__ import annotations

from plugins.selfcare.limits import not_ours
from plugins.selfcare.practice import Selfcare, selfcare, tidy
from plugins.selfcare.suggesting import ideas
from skill import Person, Reply, Turn, Words, YesNo, ask, say

SHARED = "picked"


@selfcare.on("CareTogetherIntent", for_two=True)
def together(_turn: Turn[Selfcare]) -> Reply:
    """Make sure that both are here."""
    return Reply().both_here(then=begin)


@selfcare.step
def begin(turn: Turn[Selfcare], both: bool) -> Reply:
    """Begin with the one who speaks; with one person only, it is an idea for one."""
    if not both or len(turn.present) < 2:
        return ask("two-alone", YesNo(), then=alone)
    first, second = turn.present[:2]
    if turn.speaker and turn.speaker.id == second.id:
        first, second = second, first
    return _picking(first, second, 1)


@selfcare.step
def alone(turn: Turn[Selfcare], wanted: bool | None) -> Reply:
    """Look for an idea for one."""
    return ideas(turn) if wanted else say("idea-left").done()


def _picking(who: Person, other: Person, number: int) -> Reply:
    if who.name:
        asked = ask("two-pick", Words(), then=picked, to=who, name=who)
    else:
        asked = ask("two-pick-first" if number == 1 else "two-pick-second", Words(), then=picked, to=who)
    return asked.given(who=who, other=other, number=number)


@selfcare.step
def picked(turn: Turn[Selfcare], thing: str | None) -> Reply:
    """Keep what one picked, for both to hear, and ask the other how they'll make room."""
    who, other, number = turn.given["who"], turn.given["other"], int(turn.given["number"])
    if not thing:
        return _next(say("two-passed"), who, other, number)
    if not_ours(thing):
        return _next(say("not-here"), who, other, number)
    text = tidy(thing)
    if who.name and other.name:
        asked = ask("two-room", Words(), then=room, to=other, name=other, who=who, thing=text)
    else:
        asked = ask("two-room-unnamed", Words(), then=room, to=other, thing=text)
    kept = asked.record(SHARED, text, about=who.name, visibility="shared", owner=who, shared_with=other)
    return kept.given(who=who, other=other, number=number)


@selfcare.step
def room(turn: Turn[Selfcare], words: str | None) -> Reply:
    """Keep how room is made, and change over."""
    who, other, number = turn.given["who"], turn.given["other"], int(turn.given["number"])
    entry = next((each for each in reversed(turn.kept) if each.kind == SHARED), None)
    if not words:
        return _next(say("two-passed"), who, other, number)
    reply = say("two-room-kept")
    return _next(reply.amend(entry, room=tidy(words)) if entry else reply, who, other, number)


def _next(reply: Reply, who: Person, other: Person, number: int) -> Reply:
    if number > 1:
        return reply.say("two-end").done(True)
    following = _picking(other, who, number + 1)
    return Reply(reply.lines, following.question, reply.effects, following.passed)
