"""What promises put forward: one that is due today comes first, one at a time; the week's in a line without scores."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from plugins.promise.practice import CLOSED, KIND, Promise, due_now, promises
from plugins.promise.reporting import question
from plugins.promise.together import due_of_two, from_wishes
from skill import Line, NoState, Offer, Turn, say

DUE = 80
LAST_CLOSED = 20
"""So many of those that are closed, the newest, are looked at for a week."""
TOLD = ("kept", "late", "partly", "moved")
"""What is told of a week; what was missed is nobody's news but their own."""


@promises.offers("launch")
def opening(turn: Turn[NoState]) -> Offer | None:
    """Ask about the promise that is due."""
    promise = due_now(turn, turn.speaker)
    return Offer(DUE, question(promise, _asked(turn, promise))) if promise else None


@promises.offers("check-in")
def checking_in(turn: Turn[NoState]) -> Offer | None:
    """Ask about the promise that is due, and let nothing else be in its place."""
    if turn.given.get("about"):
        return None
    promise = due_now(turn, turn.speaker)
    return Offer(DUE, question(promise, _asked(turn, promise)), needs_answer=True) if promise else None


def _asked(turn: Turn[NoState], promise: Promise) -> str:
    if promise.loose:
        return "due-loose"
    return "due" if promise.due(turn.now.date()) == turn.now.date() else "due-before"


@promises.offers("check-in for two")
def for_two(turn: Turn[NoState]) -> Offer | None:
    """Ask the owner of a shared promise that is due; or turn two wishes into promises, when that is what is needed."""
    if turn.given.get("about") == "promise":
        return from_wishes(turn)
    return None if turn.given.get("about") else due_of_two(turn)


@promises.offers("summary")
def week(turn: Turn[NoState]) -> Offer | None:
    """Say what was kept and what was moved this week: one's own, or with two here the shared ones."""
    if turn.speaker is None:
        return None
    since = (turn.now - timedelta(days=7)).date().isoformat()
    owner = None if turn.for_two else turn.speaker.id
    entries = turn.journal.entries(KIND, owner=owner, limit=100)
    closed = turn.journal.entries(CLOSED, owner=owner, limit=LAST_CLOSED)
    logs = (each.data.get("log", ()) for each in (*entries, *closed))
    counted = Counter(how for log in logs for day, how in log if day > since and how in TOLD)
    parts = tuple(Line(f"week-{how}", {"count": counted[how]}) for how in TOLD if counted[how])
    return Offer(60, say("week", parts=parts), about="kept") if parts else None
