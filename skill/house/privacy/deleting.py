"""Deleting: the newest thing that is kept of somebody, or everything, with a clear yes where it cannot come back."""

from __future__ import annotations

from skill import NoState, Reply, Turn, YesNo, ask, nothing, say
from skill.house.privacy.practice import newest, own, privacy, unknown


@privacy.step
def delete_newest(turn: Turn[NoState]) -> Reply:
    """Delete the newest thing, where the last turns kept nothing that could be taken back."""
    return unknown(turn, known_to_delete) or _newest(turn)


@privacy.step
def known_to_delete(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return _newest(turn) if told else nothing().done()


def _newest(turn: Turn[NoState]) -> Reply:
    """Delete what is of this session at once, and ask before anything older goes; say what it is to them alone."""
    entry = newest(turn)
    if entry is None:
        return say("kept-nothing").done()
    if entry.id in own(turn).fresh:
        return say("deleted").floor("drop", entry.id)
    day = entry.made_at.astimezone(turn.now.tzinfo).date()
    if turn.for_two:
        return ask("delete-unnamed", YesNo(clear=True), then=delete_sure, day=day).given(entry=entry.id)
    return ask("delete", YesNo(clear=True), then=delete_sure, thing=entry.text, day=day).given(entry=entry.id)


@privacy.step
def delete_sure(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Delete it with a clear yes only."""
    return say("deleted").floor("drop", turn.given["entry"]) if agreed else say("left-as-it-is").done()


@privacy.on("DeleteEverythingIntent")
def delete_everything(turn: Turn[NoState]) -> Reply:
    """Ask whether all that is somebody's is to go."""
    return unknown(turn, known_to_leave) or _everything(turn)


@privacy.step
def known_to_leave(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return _everything(turn) if told else nothing().done()


def _everything(turn: Turn[NoState]) -> Reply:
    speaker = own(turn).speaker
    if speaker is None:
        return say("whose").done()
    alone = len(turn.people) < 2
    asked = say("goes-all" if alone else "goes").ask("leave", YesNo(clear=True), then=leave_sure)
    return asked.given(person=speaker.id)


@privacy.step
def leave_sure(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Delete everything with a clear yes only; the house says what came of it."""
    return nothing().floor("forget", turn.given["person"]) if agreed else say("left-as-it-is").done()
