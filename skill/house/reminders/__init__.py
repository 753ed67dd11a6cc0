"""Reminders: the house's sub-dialogue that confirms the time, asks for permission, sets it, and goes on.

Every reminder gets a yes to its exact time. The platform's permission is asked by voice; when it comes back the time
is looked at again, since it may have passed meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from skill import Moment, Outcome, Practice, Reminder, Reply, Turn, When, YesNo, ask, hookimpl, nothing, say

NOT_AGAIN = timedelta(days=7)
"""After a no to the permission it is not asked for again so soon."""


@dataclass(frozen=True)
class Asked:
    """When the permission for reminders was refused, if it was."""

    refused_at: datetime | None = None


reminders = Practice("reminders", state=Asked, owner="household")


@reminders.step
def wanted(turn: Turn[Asked]) -> Reply:
    """Begin: a reminder without a time is asked for one, one with a time for a yes."""
    reminder: Reminder = turn.given["reminder"]
    if reminder.at is None and reminder.after is not None:
        reminder = reminder.moved(turn.after(reminder.after))
    if reminder.at is None:
        return _ask_when(turn, reminder, "when")
    if _over(turn, reminder):
        return _ask_when(turn, reminder, "gone-by")
    if turn.given.get("agreed"):
        return _set(turn, reminder)
    return _ask_yes(turn, reminder)


@reminders.step
def timed(turn: Turn[Asked], when: Moment | bool | None) -> Reply:
    """Take the time that was named."""
    reminder: Reminder = turn.given["reminder"]
    if not isinstance(when, Moment):
        return nothing().done(Outcome("refused"))
    at = when.at
    if reminder.at is not None and not when.explicit_time:
        at = at.replace(hour=reminder.at.hour, minute=reminder.at.minute)
    timed = replace(reminder, at=at, after=None, days=when.days if when.recurring else reminder.days)
    return _ask_when(turn, timed, "gone-by") if _over(turn, timed) else _ask_yes(turn, timed)


@reminders.step
def confirmed(turn: Turn[Asked], answer: bool | Moment | None) -> Reply:
    """Set it on a clear yes; another time is confirmed again; no is no."""
    reminder: Reminder = turn.given["reminder"]
    if isinstance(answer, Moment):
        return timed(turn, answer)
    if not answer:
        return nothing().done(Outcome("refused"))
    return _ask_when(turn, reminder, "gone-by") if _over(turn, reminder) else _set(turn, reminder)


@reminders.step
def settled(turn: Turn[Asked], outcome: Outcome) -> Reply:
    """Hand the outcome on; where the account has not permitted it yet, ask for that."""
    if outcome.status != "consent":
        return nothing().done(outcome)
    refused_at = turn.state.refused_at
    if refused_at is not None and turn.now - refused_at < NOT_AGAIN:
        return say("not-allowed").done(Outcome("refused", turn.given["reminder"].at))
    reply = say("permission").ask("still-wanted", YesNo(clear=True), then=permitted)
    return reply.given(**turn.given, scope="reminders").ask_consent("reminders")


@reminders.step
def permitted(turn: Turn[Asked], result: str | bool | None) -> Reply:
    """Go on where it was: set it, ask for another time when that one has gone by, or leave it."""
    reminder: Reminder = turn.given["reminder"]
    if result in ("accepted", True):
        if _over(turn, reminder):
            return _ask_when(turn, reminder, "gone-by")
        return _set(turn, reminder)
    reply = nothing().done(Outcome("refused", reminder.at))
    return reply.keep(Asked(turn.now)) if result == "denied" else reply


def _over(turn: Turn[Asked], reminder: Reminder) -> bool:
    # In one zone Python compares what the clock shows, and that comes twice when the clocks go back.
    return reminder.at is not None and not reminder.days and reminder.at.astimezone(UTC) <= turn.now.astimezone(UTC)


def _ask_when(turn: Turn[Asked], reminder: Reminder, message: str) -> Reply:
    return ask(message, When() | YesNo(), then=timed).given(**{**turn.given, "reminder": reminder})


def _ask_yes(turn: Turn[Asked], reminder: Reminder) -> Reply:
    question = ask("shall-i", YesNo(clear=True) | When(), then=confirmed, when=reminder)
    return question.given(**{**turn.given, "reminder": reminder})


def _set(turn: Turn[Asked], reminder: Reminder) -> Reply:
    practice = turn.given.get("for") or turn.given.get("caller", "")
    given = {**turn.given, "reminder": reminder, "for": practice}
    return nothing().given(**given).set(reminder, then=settled, practice=practice)


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the sub-dialogue."""
    return [reminders]
