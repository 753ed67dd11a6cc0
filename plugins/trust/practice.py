"""The practice itself: what it keeps between the weeks, and what may be said of it, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from skill import Entry, Practice, Reply, Turn, say

HURT, RESPONSIBLE, BOTH = "hurt", "responsible", "both"
LAST = 5
APART = timedelta(hours=20)
"""Steps are a day apart; the same hour of the next day counts, though it may be a little earlier."""
REVIEW_AFTER = timedelta(days=3)
LONGER = timedelta(days=7)
MONTH = timedelta(days=30)
TASK, TRIED, NOTE, LIMIT, PROMISE, LOOK = "task", "tried", "note", "limit", "promise", "look"
"""The kinds of entries; all are private."""
SAFE_FOR = timedelta(days=30)
"""For so long the answer to the safety question is relied on."""


@dataclass(frozen=True)
class Trust:
    """Where one person is.

    ``status`` is "" (not begun), "active", "paused" or "done" (all five steps). ``part`` names the question of the
    step that is open, "" once its ``task`` is out; ``draft`` is what the open part has so far. ``tried`` says that
    the task was tried, ``set_at`` when it was set, ``due`` when it may be asked about. ``safe_at`` is when this person
    last said that they feel safe. ``together`` are the people they would take steps with, ``asked_together`` that they
    were asked.
    """

    role: str = ""
    label: str = ""
    status: str = ""
    step: int = 0
    part: str = ""
    draft: str = ""
    task: str = ""
    tried: bool = False
    begun: datetime | None = None
    set_at: datetime | None = None
    due: datetime | None = None
    safe_at: datetime | None = None
    together: tuple[str, ...] = ()
    asked_together: bool = False


trust = Practice("trust", state=Trust, sensitive=True, for_two=True)


def nameable(turn: Turn[Trust]) -> bool:
    """Say whether more than neutral words may be said unasked: to a voice that was recognised, or someone alone."""
    return turn.speaker is not None and (turn.speaker.recognised or len(turn.people) == 1)


def nobody() -> Reply:
    """Say that this needs to know whose it is: a guest's steps would be kept for nobody."""
    return say("nobody").done()


def last_kept(turn: Turn[Trust], *kinds: str) -> Entry | None:
    """Give the entry of one of these kinds that this run kept last."""
    return next((entry for entry in reversed(turn.kept) if entry.kind in kinds), None)


def mine(turn: Turn[Trust]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def let_go(turn: Turn[Trust], reply: Reply) -> Reply:
    """Let go of what was broken off earlier: the state says where they are, and an older question would mislead."""
    for each in turn.unfinished:
        if each.practice == trust.name:
            reply = reply.floor("let-go", each.frame)
    return reply
