"""Hearing promises: one's own, those to one person, those that were agreed, and those that somebody shared."""

from __future__ import annotations

from plugins.promise.choosing import AT_ONCE, meant
from plugins.promise.practice import KIND, OPEN, Promise, member, mine, of_person, promises
from plugins.promise.reporting import card
from plugins.promise.saying import line
from plugins.promise.wording import person, same
from skill import Entry, NoState, Reply, Turn, YesNo, ask, nothing, say


@promises.on("PromisesIntent")
def list_mine(turn: Turn[NoState]) -> Reply:
    """Read one's own promises, three at a time; those to one person where one is named."""
    open_, friend = mine(turn), person(turn.slots.get("friend", ""))
    if friend:
        to_them = tuple(each for each in open_ if same(each.entry.about, friend))
        return _read(turn, to_them, 0, nothing()) if to_them else say("none-to", person=friend).done()
    if not open_:
        return say("none").done()
    return _read(turn, open_, 0, say("yours", count=len(open_)))


def _read(turn: Turn[NoState], open_: tuple[Promise, ...], start: int, reply: Reply) -> Reply:
    shown = open_[start : start + AT_ONCE]
    for each in shown:
        reply = reply.say("read", promise=line(each))
    reply = reply.show(card(shown))
    rest = tuple(each.entry.id for each in open_[start + AT_ONCE :])
    return reply.ask("more", YesNo(), then=read_on, count=len(rest)).given(rest=rest) if rest else reply.done()


@promises.step
def read_on(turn: Turn[NoState], wanted: bool | None) -> Reply:
    """Read the next three."""
    if not wanted:
        return say("enough").done()
    left = tuple(each for each in mine(turn) if each.entry.id in turn.given["rest"])
    return _read(turn, left, 0, nothing())


@promises.on("AgreedIntent")
def agreed(turn: Turn[NoState]) -> Reply:
    """Read what was promised between people of the home: all that was shared with, or by, whoever asks."""
    shared = [each for each in turn.journal.entries(KIND, limit=50) if _agreed(each)]
    if not shared:
        return say("none-agreed").done()
    reply = nothing()
    for each in shared[:AT_ONCE]:
        owner = next((one for one in turn.people if one.id == each.owner), None)
        promise = line(Promise.of(each, turn.now.tzinfo))
        named = (
            owner is not None and owner.name and (turn.speaker is None or owner.id != turn.speaker.id or turn.for_two)
        )
        reply = reply.say("read-of", who=owner, promise=promise) if named else reply.say("read-own", promise=promise)
    return reply.done()


def _agreed(entry: Entry) -> bool:
    return entry.visibility != "private" and entry.data.get("status", OPEN) == OPEN


@promises.on("TheirPromisesIntent")
def theirs(turn: Turn[NoState]) -> Reply:
    """Read what somebody promised, as far as they shared it; the same line whether or not there is anything else."""
    friend = member(turn, turn.slots.get("friend", ""))
    shared = of_person(turn, friend) if friend and friend != turn.speaker else ()
    if not shared or friend is None:
        return say("tells-nothing").done()
    reply = nothing()
    for each in shared[:AT_ONCE]:
        reply = reply.say("read-of", who=friend, promise=line(each))
    return reply.done()


@promises.on("SharePromiseIntent")
def share(turn: Turn[NoState]) -> Reply:
    """Ask for a clear yes before anyone else may hear a promise."""
    friend, promise = member(turn, turn.slots.get("friend", "")), meant(turn, "")
    promise = next((each for each in reversed(mine(turn)) if friend and same(each.entry.about, friend.name)), promise)
    promise = promise or next(iter(reversed(mine(turn))), None)
    if friend is None or (turn.speaker and friend.id == turn.speaker.id):
        return say("share-unknown", person=person(turn.slots.get("friend", "somebody"))).done()
    if promise is None:
        return say("none").done()
    sure = ask("share-sure", YesNo(clear=True), then=share_sure, what=promise.entry.text, person=friend)
    return sure.given(entry=promise.entry.id, person=friend)


@promises.step
def share_sure(turn: Turn[NoState], sure: bool | None) -> Reply:
    """Share with a clear yes only."""
    id_ = str(turn.given["entry"])
    entry = turn.journal.get(id_) or next((each for each in turn.kept if each.id == id_), None)
    if not sure or entry is None:
        return say("share-not").done()
    return say("shared", person=turn.given["person"]).share(entry, turn.given["person"]).done()
