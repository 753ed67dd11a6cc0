"""For two: each promises the other one small thing for the week; the shared ones are asked of their owner alone."""

from __future__ import annotations

from plugins.promise.making import Wish, data_of, line_of
from plugins.promise.practice import KIND, due_now, names, promises
from plugins.promise.reporting import question
from plugins.promise.wording import (
    beside_the_point,
    nothing_named,
    only_somebody,
    thing,
    threat,
    to_whom,
    told,
    too_big,
)
from skill import NoState, Offer, Person, Reply, Turn, Words, nothing, say

DUE = 80


@promises.on("PromiseTogetherIntent", for_two=True)
def together(turn: Turn[NoState]) -> Reply:
    """Make sure that both are here."""
    return here(turn, True) if turn.for_two else nothing().both_here(then=here)


@promises.step
def here(turn: Turn[NoState], both: bool) -> Reply:
    """Begin with the one who speaks; with one person only, it is a promise of their own."""
    if not both or not turn.for_two:
        return say("one-here").ask("what", Words(), then="promise:named")
    first, second = turn.present[:2]
    if turn.speaker and turn.speaker.id == second.id:
        first, second = second, first
    return _turn_of(nothing(), first, second, round_=1)


def _turn_of(reply: Reply, who: Person, other: Person, *, round_: int, small: bool = False) -> Reply:
    if small:
        asked = reply.ask("smaller", Words(), then=promised, to=who)
    elif who.name and other.name:
        asked = reply.ask("each", Words(), then=promised, to=who, name=who, other=other)
    else:
        asked = reply.ask("each-first" if round_ == 1 else "each-second", Words(), then=promised, to=who)
    return asked.given(who=who, other=other, round=round_, small=small)


@promises.step
def promised(turn: Turn[NoState], words: str | None) -> Reply:
    """Keep one person's promise for both to hear, and go on to the other one."""
    who, other, round_ = turn.given["who"], turn.given["other"], int(turn.given["round"])
    if round_ == 1 and turn.speaker and turn.speaker.id == other.id:
        who, other = other, who  # a voice that is known for the other one's: who goes first is up to them
    if words and threat(words):
        return say("threat").done()
    if words and too_big(words) and not turn.given["small"]:
        return _turn_of(nothing(), who, other, round_=round_, small=True)
    if words and (only_somebody(words, (who.name, other.name)) or beside_the_point(words)):
        return _turn_of(nothing(), who, other, round_=round_)
    reply = _shared(turn, who, other, words) if words and not nothing_named(words) else say("passed")
    if round_ == 1:
        return _turn_of(reply, other, who, round_=2)
    return reply.say("both-kept").done(True)


def _shared(turn: Turn[NoState], who: Person, other: Person, words: str) -> Reply:
    said = told(to_whom(thing(turn.request, words), other.name), names(turn))
    when = turn.request.when if turn.request else None
    usable = when if when and not when.unsupported and when.at.date() >= turn.now.date() else None
    wish = Wish(what=said.what, when=usable, cue=said.cue)
    return _recorded(say("noted", what=line_of(wish)), turn, wish, who, other)


def _recorded(reply: Reply, turn: Turn[NoState], wish: Wish, who: Person, other: Person) -> Reply:
    data = data_of(wish, turn.now)
    return reply.record(KIND, wish.what, about=other.name, owner=who, visibility="shared", shared_with=other, **data)


def due_of_two(turn: Turn[NoState]) -> Offer | None:
    """Ask the owner of the first shared promise that is due; the other one hears it."""
    for person in turn.present:
        if promise := due_now(turn, person):
            named = question(promise, "due-of", to=person, name=person)
            asked = named if person.name else question(promise, "due", to=person)
            return Offer(DUE, asked, needs_answer=True)
    return None


def from_wishes(turn: Turn[NoState]) -> Offer | None:
    """Turn what would help each into the other one's promise, for both to hear."""
    wishes = turn.given.get("wishes", ())
    if len(turn.present) < 2 or not wishes:
        return None
    reply = say("wishes-kept")
    for owner, words in wishes:
        wisher = next((each for each in turn.present if each.id == owner), None)
        other = next((each for each in turn.present if each.id != owner), None)
        if wisher and other:
            reply = _recorded(reply, turn, Wish(what=words), other, wisher)
    return Offer(DUE, reply.done(True), about="promise")
