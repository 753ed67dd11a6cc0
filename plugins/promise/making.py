"""Making a promise: what and to whom, by when or how often, right after what; read back before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from plugins.promise.practice import KIND, LOOSE, OPEN, mine, names, promises
from plugins.promise.reminding import offer_reminder
from plugins.promise.saying import line_with, when_of
from plugins.promise.wording import (
    as_cue,
    beside_the_point,
    corrects,
    cue_in,
    instead,
    nothing_named,
    only_somebody,
    same,
    swapped,
    theirs,
    thing,
    threat,
    told,
    too_big,
)
from skill import (
    Choice,
    Entry,
    Line,
    Moment,
    NoState,
    Offer,
    Option,
    Reply,
    Turn,
    When,
    Words,
    YesNo,
    ask,
    say,
)

NO_TIME = Choice(
    Option(
        "open", ("whenever", "sometime", "no date", "no time", "any time", "anytime", "some day", "this week", "soon")
    ),
)
FIX = Choice(
    Option("what", ("what", "the promise", "the thing", "what it is")),
    Option("when", ("when", "the time", "the day", "the date", "how often")),
    Option("cue", ("after what", "what it comes after", "the order")),
    Option("leave", ("leave it", "forget it all", "nothing", "no promise", "drop it")),
)


@dataclass(frozen=True)
class Wish:
    """A promise that is being made; ``asked`` names what was asked for."""

    what: str = ""
    to: str = ""
    when: Moment | None = None
    cue: str = ""
    asked: tuple[str, ...] = ()


def _carrying(reply: Reply, wish: Wish) -> Reply:
    return reply.given(**vars(wish))


def wish_of(turn: Turn[NoState]) -> Wish:
    """Give the promise that is being made."""
    return Wish(**{each.name: turn.given[each.name] for each in fields(Wish) if each.name in turn.given})


@promises.on("PromiseIntent", entry=True)
def begin(turn: Turn[NoState]) -> Reply:
    """Take the promise that was named, or ask for one."""
    return named(turn, turn.slots["promise"]) if turn.slots.get("promise") else ask("what", Words(), then=named)


@promises.step
def named(turn: Turn[NoState], words: str | None) -> Reply:
    """Take what it is and to whom, as far as it is something of one's own that can be done."""
    if not words or nothing_named(words):
        return say("left").done()
    if threat(words):
        return say("threat").done()
    if theirs(words, names(turn)):
        return _asking_instead(turn, words)
    request, wish = turn.request, wish_of(turn)
    if turn.step and beside_the_point(words):
        again = _carrying(ask("what", Words(), then=named), replace(wish, asked=(*wish.asked, "what")))
        return say("left").done() if "what" in wish.asked else again
    if friend := only_somebody(words, names(turn)):
        return _carrying(ask("what-to", Words(), then=named, person=friend), replace(wish, to=friend))
    said = told(thing(request, words), names(turn))
    when = request.when if request and request.when else wish.when
    wish = replace(
        wish, what=said.what or words, to=said.to or wish.to, when=when, cue=said.cue or cue_in(words) or wish.cue
    )
    if too_big(words) and "small" not in wish.asked:
        return _carrying(ask("smaller", Words(), then=named), replace(wish, asked=(*wish.asked, "small")))
    return onward(turn, wish)


def _asking_instead(turn: Turn[NoState], words: str) -> Reply:
    """Offer words for a request, where a practice has them: it is somebody else who would have to do it."""
    offer = request_offer(turn, words)
    return say("theirs").call(offer, then=handed_back) if offer else say("theirs-only").done()


def request_offer(turn: Turn[NoState], topic: str) -> Offer | None:
    """Find a practice that helps to put something into words."""
    return next((each for each in turn.offers("check-in", about="hard", topic=topic) if each.about == "hard"), None)


@promises.step
def handed_back(_turn: Turn[NoState], _value: object) -> Reply:
    """End after another practice's help."""
    return Reply().done(True)


def onward(turn: Turn[NoState], wish: Wish) -> Reply:
    """Ask for what is missing next, or read it back."""
    if wish.when and wish.when.unsupported:
        return _carrying(ask("which-days", When() | YesNo(), then=timed), replace(wish, when=None))
    if wish.when and not wish.when.recurring and wish.when.at < turn.now and wish.when.at.date() < turn.now.date():
        return _carrying(ask("time-past", When() | NO_TIME | YesNo(), then=timed), replace(wish, when=None))
    if wish.when is None and "when" not in wish.asked:
        return _carrying(ask("when", When() | NO_TIME | YesNo() | Words(), then=timed), wish)
    clocked = wish.when is not None and wish.when.explicit_time
    if not wish.cue and not clocked and "cue" not in wish.asked:
        return _carrying(ask("cue", Words() | YesNo(), then=after_what), wish)
    return _carrying(ask("confirm", YesNo() | When() | FIX, then=confirmed, promise=line_of(wish)), wish)


@promises.step
def timed(turn: Turn[NoState], answer: Moment | str | bool | None) -> Reply:
    """Take a time or a rhythm; an occasion ("when I land") is as good as one, and none is fine."""
    wish = wish_of(turn)
    wish = replace(wish, asked=(*wish.asked, "when"))
    if isinstance(answer, Moment):
        return onward(turn, replace(wish, when=answer, cue=wish.cue or cue_in(turn.words)))
    if not answer or answer is True or answer == "open" or _no_answer(answer):
        return onward(turn, wish)
    return onward(turn, replace(wish, cue=wish.cue or as_cue(answer)))


@promises.step
def after_what(turn: Turn[NoState], answer: str | bool | None) -> Reply:
    """Take what it comes right after; nothing is fine."""
    wish = wish_of(turn)
    if isinstance(answer, str) and corrects(turn.words):
        return put_right(turn, answer)
    wish = replace(wish, asked=(*wish.asked, "cue"))
    known = isinstance(answer, str) and not _no_answer(answer)
    return onward(turn, replace(wish, cue=as_cue(str(answer)) if known else ""))


def _no_answer(words: str) -> bool:
    return nothing_named(words) or beside_the_point(words)


@promises.step
def confirmed(turn: Turn[NoState], answer: bool | str | Moment | None) -> Reply:
    """Keep it with a yes; else change what is to be changed, or leave it."""
    wish = wish_of(turn)
    if isinstance(answer, Moment):
        return onward(turn, replace(wish, when=answer))
    if answer is True:
        return keep(turn, wish)
    if answer is False:
        return _carrying(ask("fix", FIX | When() | YesNo(), then=fixed), wish)
    return fixed(turn, answer)


@promises.step
def fixed(turn: Turn[NoState], answer: bool | str | Moment | None) -> Reply:
    """Ask again for the part that is not right."""
    wish = wish_of(turn)
    if isinstance(answer, Moment):
        return onward(turn, replace(wish, when=answer))
    if answer == "what":
        return _carrying(ask("what", Words(), then=named), wish)
    if answer == "when":
        return _carrying(ask("when", When() | NO_TIME | YesNo() | Words(), then=timed), replace(wish, when=None))
    if answer == "cue":
        return _carrying(ask("cue", Words() | YesNo(), then=after_what), wish)
    return say("left").done()


def put_right(turn: Turn[NoState], words: str) -> Reply:
    """Take what was said instead while it is being made: another time, or the promise in other words."""
    wish, new = wish_of(turn), instead(turn.request.what if turn.request and turn.request.when else words)
    if turn.request and turn.request.when:
        wish = replace(wish, when=turn.request.when)
    return onward(turn, replace(wish, what=swapped(wish.what, new)) if new else wish)


def keep(turn: Turn[NoState], wish: Wish) -> Reply:
    """Keep the promise, for both where two are here, and offer a reminder; one that stands already is changed."""
    data, before = data_of(wish, turn.now), _before(turn, wish)
    if before:
        reply = say("kept-changed").amend(before, text=wish.what, about=wish.to, **data)
    elif turn.for_two and turn.other:
        reply = say("kept-shared", person=turn.other) if turn.other.name else say("kept")
        reply = reply.record(KIND, wish.what, about=wish.to, visibility="shared", shared_with=turn.other, **data)
    else:
        reply = say("kept").record(KIND, wish.what, about=wish.to, **data)
    return offer_reminder(reply, before.id if before else "", wish.when)


def _before(turn: Turn[NoState], wish: Wish) -> Entry | None:
    """Find the promise that this one takes the place of."""
    for each in mine(turn):
        text = each.entry.text.casefold() == wish.what.casefold()
        if text and (not wish.to or same(each.entry.about, wish.to)):
            return each.entry
    return None


def data_of(wish: Wish, now: datetime) -> Mapping[str, Any]:
    """Give what an entry holds beside the words."""
    at = wish.when.at if wish.when else now + LOOSE
    days = list(wish.when.days) if wish.when else []
    timed = bool(wish.when and wish.when.explicit_time)
    start = {"at": at.isoformat(), "days": days, "timed": timed, "loose": wish.when is None, "cue": wish.cue}
    return {**start, "status": OPEN, "moved": ""}


def line_of(wish: Wish) -> Line:
    """Say a promise that is being made."""
    when = when_of(wish.when.at, wish.when.days, timed=wish.when.explicit_time) if wish.when else None
    return line_with(wish.what, when, wish.cue)
