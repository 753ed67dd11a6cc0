"""Sharing later: the newest thing that is kept of somebody, with one person of the household, and back again."""

from __future__ import annotations

from skill import Name, NoState, Person, Reply, Turn, YesNo, ask, nothing, say
from skill.house.privacy.practice import kept, newest, own, privacy, unknown
from skill.privilege import called_so

WITHIN_REACH = 20
"""Among so many of the newest, the last one that others may hear is the one that "keep that private again" means."""


@privacy.on("ShareNewestIntent")
def share(turn: Turn[NoState]) -> Reply:
    """Ask whether somebody may hear the newest thing."""
    name = turn.slots.get("friend", "")
    if own(turn).speaker is None and not own(turn).asked:
        return nothing().who(then=known_to_share).given(name=name)
    return _share(turn, name)


@privacy.step
def known_to_share(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return _share(turn, str(turn.given["name"])) if told else nothing().done()


def _share(turn: Turn[NoState], name: str) -> Reply:
    speaker = own(turn).speaker
    if speaker is None:
        return say("whose").done()
    if not name:
        return _with_whom(turn, [each for each in turn.people if each.name and each.id != speaker.id])
    person = called_so(turn.people, name)
    if person is None:
        return say("not-of-this-home", name=name if " " in name else name.capitalize()).done()
    entry = newest(turn)
    if entry is None or person.id == speaker.id:
        return say("kept-nothing" if entry is None else "yours-anyway").done()
    if turn.for_two:
        asked = ask("share-unnamed", YesNo(clear=True), then=share_sure, person=person)
    else:
        asked = ask("share", YesNo(clear=True), then=share_sure, thing=entry.text, person=person)
    return asked.given(entry=entry, person=person)


def _with_whom(turn: Turn[NoState], others: list[Person]) -> Reply:
    """Take the one other person of the home, or ask."""
    if not others:
        return say("nobody-else").done()
    return _share(turn, others[0].name) if len(others) == 1 else ask("share-with", Name(), then=named)


@privacy.step
def named(turn: Turn[NoState], name: str | None) -> Reply:
    """Go on with who was named."""
    return _share(turn, name) if name else say("left-as-it-is").done()


@privacy.step
def share_sure(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Share it with a clear yes only."""
    entry, person = turn.given["entry"], turn.given["person"]
    return say("shared", person=person).share(entry, person).done() if agreed else say("left-as-it-is").done()


@privacy.on("KeepPrivateIntent")
def keep_private(turn: Turn[NoState]) -> Reply:
    """Let nobody else hear the newest thing that was shared."""
    return unknown(turn, known_to_close) or _closed(turn)


@privacy.step
def known_to_close(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return _closed(turn) if told else nothing().done()


def _closed(turn: Turn[NoState]) -> Reply:
    entry = next((each for each in kept(turn, WITHIN_REACH) if each.visibility != "private"), None)
    if own(turn).speaker is None:
        return say("whose").done()
    if entry is None:
        return say("private-already").done()
    said = say("private-again-unnamed") if turn.for_two else say("private-again", thing=entry.text)
    return said.unshare(entry).done()
