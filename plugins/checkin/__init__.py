"""Check-in: a short one for one person, a weekly one for two, and the sum of a week.

It asks little itself: it collects what other practices put forward and goes on with what they give back
(PRACTICES.md part 4; the shape of the weekly talk is that of a state-of-the-union talk).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from plugins.checkin import alone, going, habits, recalling, scheduling, together
from plugins.checkin.finishing import still_open
from plugins.checkin.planning import TALK, next_talk, own_time
from plugins.checkin.runs import Checkins, checkin, unfinished
from skill import Offer, Practice, Reply, Turn, YesNo, ask, hookimpl, say

__all__ = [
    "alone",
    "checkin",
    "going",
    "habits",
    "opening",
    "recalling",
    "register_practices",
    "scheduling",
    "time_to_talk",
    "together",
    "week_ahead",
]

AROUND = timedelta(hours=2)
SOON = timedelta(minutes=30)
WEEK = timedelta(days=7)


@checkin.offers("launch")
def opening(turn: Turn[Checkins]) -> Offer | None:
    """Open with the usual time, with a check-in that was broken off, or in the evening with a new one."""
    before = turn.after(-AROUND)
    if _is_now(turn, next_talk(turn, before)) and not _talked(turn):
        return Offer(75, ask("time-to-talk", YesNo(), then=time_to_talk).given(two=True))
    last = turn.state.last
    if _is_now(turn, own_time(turn, before)) and not (last and last > before):
        return Offer(75, ask("time-for-you", YesNo(), then=time_to_talk).given(two=False))
    if run := unfinished(turn):
        return Offer(70, still_open(turn, run))
    today = last is not None and last.astimezone(turn.now.tzinfo).date() == turn.now.date()
    if turn.day_part != "evening" or last is None or today:
        return None
    return Offer(10, ask("evening", YesNo(), then=time_to_talk).given(two=False))


def _is_now(turn: Turn[Checkins], at: datetime | None) -> bool:
    return at is not None and at < turn.after(SOON)


def _talked(turn: Turn[Checkins]) -> bool:
    """Say whether the two have sat down about now."""
    since = turn.after(-2 * AROUND)
    return any(each.visibility != "private" and each.kind != TALK for each in turn.journal.entries(since=since))


@checkin.step
def time_to_talk(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Begin the check-in that was offered."""
    if not answer:
        return say("left").done()
    return together.together(turn) if turn.given["two"] else alone.start(turn)


@checkin.offers("summary")
def week_ahead(turn: Turn[Checkins]) -> Offer | None:
    """Tell when the next talk is, where it is within the week."""
    at = next_talk(turn)
    return Offer(20, say("week-next", at=at), about="coming") if at and at < turn.after(WEEK) else None


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the check-in."""
    return [checkin]
