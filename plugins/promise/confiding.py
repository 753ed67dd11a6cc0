"""Keeping something between us: whose it is and nothing of what it is, and what to say when somebody asks."""

from __future__ import annotations

from plugins.promise.making import handed_back, request_offer
from plugins.promise.practice import CONFIDENCE, LET_GO, OPEN, promises
from plugins.promise.wording import nothing_named, person, same
from skill import Entry, Name, NoState, Reply, Turn, Words, YesNo, ask, say

_NOBODY = frozenset({"he", "she", "they", "somebody", "someone", "a friend", "it", "that", "this", "what", "we"})


@promises.on("ConfidenceIntent")
def between_us(turn: Turn[NoState]) -> Reply:
    """Learn whose it is; what it is stays untold."""
    friend = turn.slots.get("friend", "").removeprefix("what ").strip()
    if friend and friend.lower() not in _NOBODY:
        return confided(turn, friend)
    return ask("whose", Name() | Words(), then=whose)


@promises.step
def whose(turn: Turn[NoState], name: str | None) -> Reply:
    """Take the name; without one it is kept all the same."""
    return confided(turn, "" if not name or nothing_named(name) or len(name.split()) > 3 else name)


def confided(turn: Turn[NoState], name: str) -> Reply:
    """Keep that something is to stay between two people: for its owner alone, and never listed for anyone else."""
    friend = person(name)
    if any(same(each.about, friend) for each in _kept(turn)):
        return say("confided-already", person=friend).done(True)
    reply = say("confided", person=friend) if friend else say("confided-unnamed")
    return reply.record(CONFIDENCE, friend, about=friend, status=OPEN).say("confided-but").done(True)


def _kept(turn: Turn[NoState]) -> list[Entry]:
    owner = turn.speaker.id if turn.speaker else None
    entries = turn.journal.entries(CONFIDENCE, owner=owner, limit=50) if owner else ()
    return [each for each in entries if each.data.get("status", OPEN) == OPEN]


@promises.on("ConfidencesIntent")
def keeping(turn: Turn[NoState]) -> Reply:
    """Name whose things are being kept, to their keeper alone."""
    if turn.for_two:
        return say("tells-nothing").done()
    kept = _kept(turn)
    friends = tuple(dict.fromkeys(each.about for each in kept if each.about))
    if not kept:
        return say("confided-none").done()
    return (say("confided-for", people=friends) if friends else say("confided-some")).done()


@promises.on("ConfidenceSlipIntent")
def slipped(turn: Turn[NoState]) -> Reply:
    """Take it that it came out, without blame, and offer words for telling them."""
    kept = _kept(turn)
    reply = Reply().amend(kept[0], status="slipped") if kept else Reply()
    return reply.ask("slipped", YesNo(), then=own_up)


@promises.step
def own_up(turn: Turn[NoState], wanted: bool | None) -> Reply:
    """Hand over to a practice that finds words, where there is one."""
    if not wanted:
        return say("left").done()
    offer = request_offer(turn, "")
    return Reply().call(offer, then=handed_back) if offer else say("own-up").done()


@promises.on("ConfidenceOverIntent")
def no_longer(turn: Turn[NoState]) -> Reply:
    """Let a confidence go, when it is no longer one."""
    friend = person(turn.slots.get("friend", ""))
    kept = [each for each in _kept(turn) if not friend or same(each.about, friend)]
    if not kept:
        return say("confided-none").done()
    return say("confided-over").amend(kept[0], status=LET_GO).done()
