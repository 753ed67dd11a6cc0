"""Sharing a sentence with somebody of the home, by choice and with a clear yes; and hearing what was shared."""

from __future__ import annotations

from plugins.istatement.practice import KIND, Sentences, istatement, latest, member, mine
from plugins.istatement.wording import tidy
from skill import Reply, Turn, Verbatim, YesNo, ask, say


@istatement.on("ShareSentenceIntent")
def share(turn: Turn[Sentences]) -> Reply:
    """Ask for a clear yes before anyone else may hear it."""
    friend = tidy(turn.slots.get("friend", ""))
    person, entry = member(turn, friend), latest(turn)
    if person is None or person.id == mine(turn):
        return say("share-unknown", person=friend).done() if friend else say("share-whom").done()
    if entry is None:
        return say("none-yet").done()
    sure = ask("share-sure", YesNo(clear=True), then=share_sure, words=Verbatim(entry.text), person=person)
    return sure.given(entry=entry.id, person=person)


@istatement.step
def share_sure(turn: Turn[Sentences], agreed: bool | None) -> Reply:
    """Share with a clear yes only."""
    id_ = str(turn.given["entry"])
    entry = turn.journal.get(id_) or next((each for each in turn.kept if each.id == id_), None)
    if not agreed or entry is None:
        return say("share-not").done()
    return say("shared", person=turn.given["person"]).share(entry, turn.given["person"]).done()


@istatement.on("SharedSentenceIntent")
def from_someone(turn: Turn[Sentences]) -> Reply:
    """Read what somebody chose to share; the same line whether or not there is anything else."""
    person = member(turn, tidy(turn.slots.get("friend", "")))
    shared = turn.journal.entries(KIND, owner=person.id, limit=1) if person and person.id != mine(turn) else ()
    if not shared or person is None:
        return say("tells-nothing").done()
    return say("from-someone", person=person, words=Verbatim(shared[0].text)).done()
