"""Reading out what is kept of somebody, to them: newest first, three at a time, and not into company unasked."""

from __future__ import annotations

from collections.abc import Sequence

from skill import Entry, Line, NoState, Reply, Turn, Verbatim, YesNo, ask, nothing, say
from skill.house.privacy.practice import kept, own, privacy, unknown

AT_ONCE = 3


@privacy.on("WhatIsKeptIntent")
def what_is_kept(turn: Turn[NoState]) -> Reply:
    """Read what is kept of whoever asks."""
    return unknown(turn, known) or _aloud(turn)


@privacy.on("WhatWasKeptIntent")
def what_was_kept(turn: Turn[NoState]) -> Reply:
    """Read the newest thing that is kept of whoever asks."""
    return unknown(turn, known_newest) or _aloud(turn, only=1)


@privacy.step
def known(turn: Turn[NoState], told: bool | None) -> Reply:
    """Read it to who has said their name."""
    return _aloud(turn) if told else nothing().done()


@privacy.step
def known_newest(turn: Turn[NoState], told: bool | None) -> Reply:
    """Read the newest to who has said their name."""
    return _aloud(turn, only=1) if told else nothing().done()


@privacy.step
def although_heard(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Read into company what is somebody's own, with their clear yes only."""
    return _read(turn, 0, int(turn.given["only"])) if agreed else say("not-aloud").done()


@privacy.step
def wanted_more(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Read the next few."""
    return more(turn) if agreed else say("enough").done()


@privacy.on("MoreIntent")
def more(turn: Turn[NoState]) -> Reply:
    """Read the next few."""
    return _read(turn, int(turn.given.get("start", 0)))


def _aloud(turn: Turn[NoState], only: int = 0) -> Reply:
    """Ask first where somebody else is there, whether or not there is anything."""
    if not turn.for_two:
        return _read(turn, 0, only)
    return ask("aloud", YesNo(clear=True), then=although_heard).given(only=only)


def _read(turn: Turn[NoState], start: int, only: int = 0) -> Reply:
    speaker = own(turn).speaker
    if speaker is None:
        # A short "more" is often not recognised; what is somebody's own is not read to whoever said it.
        return say("whose").done()
    wanted = only or AT_ONCE
    found = kept(turn, start + wanted + 1)[start:]
    if not found:
        return say("kept-nothing" if not start else "that-is-all").done()
    name = Verbatim(speaker.name)
    said = say(
        "kept-newest" if only else "kept" if not start else "kept-next", things=_things(turn, found[:wanted]), name=name
    )
    if only or len(found) <= wanted:
        return said.done()
    return said.ask("more", YesNo(), then=wanted_more).given(start=start + wanted)


def _things(turn: Turn[NoState], entries: Sequence[Entry]) -> list[Line]:
    """Say each with what it belongs to, as far as that is still there."""
    names = own(turn).names
    return [
        Line("thing-of", {"thing": entry.text, "of": Verbatim(names[entry.practice])})
        if entry.practice in names
        else Line("thing", {"thing": entry.text})
        for entry in entries
    ]
