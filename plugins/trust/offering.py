"""What is put forward unasked: in neutral words, to its owner alone; for two only where both chose it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.trust.going import tried
from plugins.trust.looking import HOW, looked
from plugins.trust.practice import LONGER, REVIEW_AFTER, TRIED, Trust, mine, nameable, trust
from plugins.trust.sharing import latest
from plugins.trust.wording import badly, briefly, not_yet
from skill import Offer, Reply, Turn, Words, YesNo, ask, say

REVIEW = 70
AT_LAUNCH = 60
WEEK = timedelta(days=7)


@trust.offers("launch", "check-in")
def review(turn: Turn[Trust]) -> Offer | None:
    """Ask how the task went, or for the look back, once it is due; never with someone else there."""
    state = turn.state
    if len(turn.present) > 1 or turn.speaker is None or turn.given.get("about"):
        return None
    if state.due is None or state.due > turn.now:
        return None
    at_launch = turn.given.get("occasion") == "launch"
    if at_launch and not nameable(turn):
        return None
    priority = AT_LAUNCH if at_launch else REVIEW
    if state.status == "done":
        return Offer(priority, ask("due-look", HOW | Words(), then=looked), needs_answer=True)
    if state.status != "active" or state.set_at is None:
        return None
    question = ask("due", Words() | YesNo(), then=reviewed, day=state.set_at.date())
    return Offer(priority, question, needs_answer=True)


@trust.step
def reviewed(turn: Turn[Trust], answer: str | bool | None) -> Reply:
    """Take how it went, and leave going on for another time."""
    state = turn.state
    if not answer or (isinstance(answer, str) and not_yet(answer)):
        return say("same-again").keep(replace(state, due=turn.after(REVIEW_AFTER))).done()
    if isinstance(answer, str) and badly(answer):
        return say("due-hard").keep(replace(state, due=turn.after(LONGER))).done()
    return tried(turn, answer).say("due-done").done(True)


@trust.offers("check-in for two")
def review_for_two(turn: Turn[Trust]) -> Offer | None:
    """Ask about the task for two, where both said that a check-in may."""
    found = latest(turn) if turn.for_two and not turn.given.get("about") else None
    if found is None or found.tried or not found.check_in or found.due > turn.now:
        return None
    return Offer(
        REVIEW, ask("two-due", Words() | YesNo(), then=two_reviewed, task=briefly(found.task)), needs_answer=True
    )


@trust.step
def two_reviewed(turn: Turn[Trust], answer: str | bool | None) -> Reply:
    """Take how it went for the two."""
    found = latest(turn)
    if found is None or not answer or (isinstance(answer, str) and (not_yet(answer) or badly(answer))):
        reply = say("two-more-time")
        later = turn.after(REVIEW_AFTER).isoformat()
        return (reply.amend(found.entry, due=later) if found else reply).done(True)
    return say("tried").amend(found.entry, tried=True).done(True)


@trust.offers("summary")
def week(turn: Turn[Trust]) -> Offer | None:
    """Say that something set out was tried; what it was only to a voice that is known, and to nobody else there."""
    if len(turn.present) > 1 or turn.given.get("two") or turn.speaker is None:
        return None
    done = turn.journal.entries(TRIED, owner=mine(turn), since=turn.after(-WEEK), limit=10)
    if not done:
        return None
    if nameable(turn) and done[0].text:
        return Offer(50, say("week-named", task=briefly(done[0].text)), about="kept")
    return Offer(50, say("week", count=len(done)), about="kept")
