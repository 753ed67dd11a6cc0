"""The question before everything: do they feel safe with each other. Without a clear yes no step is begun."""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.practice import SAFE_FOR, Trust, mine, trust
from skill import Reply, Turn, YesNo, ask, nothing, say

TOGETHER = "together"
"""The kind of entry that tells one person that another would take steps with them."""


def is_fresh(turn: Turn[Trust]) -> bool:
    """Say whether they said not long ago that they feel safe."""
    return turn.state.safe_at is not None and turn.now - turn.state.safe_at < SAFE_FOR


@trust.step
def safe(_turn: Turn[Trust]) -> Reply:
    """Ask; whoever called this goes on with True, False or (skipped) None. Not knowing is a no."""
    return ask("safe", YesNo(clear=True), then=safe_said)


@trust.step
def safe_said(_turn: Turn[Trust], answer: bool | None) -> Reply:
    """Give the answer back; nothing of it is kept here."""
    return nothing().done(answer)


def stop_here(turn: Turn[Trust], answer: bool | None) -> Reply:
    """Begin nothing; what was begun is put down, not brought up again, and for two it is as if it had never been.

    It ends here without a question, since a question left open would be offered again another day, to whoever is there.
    """
    reply = say("safe-skipped" if answer is None else "unsafe")
    if turn.state.status:
        for entry in turn.journal.entries(TOGETHER, owner=mine(turn)):
            reply = reply.drop(entry)
        reply = reply.keep(replace(turn.state, status="paused", due=None, safe_at=None, together=()))
    return reply.done(closes=True)
