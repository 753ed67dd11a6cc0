"""The practice itself, and who it is that asks."""

from __future__ import annotations

from collections.abc import Callable

from skill import Entry, NoState, Practice, Reply, Turn, nothing, say
from skill.privilege import Own

privacy: Practice[NoState] = Practice("privacy")


def own(turn: Turn[NoState]) -> Own:
    """Give what the house tells of what is kept of whoever speaks."""
    found: Own = turn.given.get("own", Own())
    return found


def unknown(turn: Turn[NoState], then: Callable[..., Reply]) -> Reply | None:
    """Ask who speaks, once a session, to go on with ``then``; None where that is known.

    Whoever would not say is told the same whether or not anything is kept.
    """
    if own(turn).speaker is not None:
        return None
    return say("whose").done() if own(turn).asked else nothing().who(then=then)


def newest(turn: Turn[NoState]) -> Entry | None:
    """Find the newest thing that is kept of whoever speaks, of whichever practice."""
    found = kept(turn, 1)
    return found[0] if found else None


def kept(turn: Turn[NoState], most: int) -> tuple[Entry, ...]:
    """List what is kept of whoever speaks, newest first."""
    speaker = own(turn).speaker
    return tuple(own(turn).journal.entries(owner=speaker.id, anyones=True, limit=most)) if speaker else ()
