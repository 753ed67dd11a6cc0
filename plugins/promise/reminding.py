"""A reminder for a promise, only where it is wanted: the house reads the exact time back and sets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from plugins.promise.choosing import meant
from plugins.promise.practice import Promise, found, newest, promises
from skill import EVERY_DAY, Moment, NoState, Outcome, Reminder, Reply, Turn, When, YesNo, ask, say

LABEL = "reminder"


def offer_reminder(reply: Reply, entry: str, when: Moment | None) -> Reply:
    """Ask whether a reminder is wanted; ``entry`` is "" for the promise that this run has kept."""
    return reply.ask("reminder-wanted", YesNo(clear=True) | When(), then=wanted).given(entry=entry, when=when)


def _meant(turn: Turn[NoState]) -> Promise | None:
    return found(turn, str(turn.given["entry"])) if turn.given.get("entry") else newest(turn)


@promises.step
def wanted(turn: Turn[NoState], answer: bool | Moment | None) -> Reply:
    """Go on with a yes or a time; a no is no reminder."""
    promise = _meant(turn)
    if not answer or promise is None:
        return say("no-reminder").done(promise.entry.text if promise else None)
    if isinstance(answer, Moment):
        return arrange(turn, promise, answer)
    if promise.timed:
        return arrange(turn, promise, Moment(promise.at, explicit_date=True, days=promise.days))
    return ask("reminder-time", When() | YesNo(), then=wanted_at).given(entry=turn.given["entry"])


@promises.step
def wanted_at(turn: Turn[NoState], answer: Moment | bool | None) -> Reply:
    """Take the time of day; without one there is no reminder."""
    promise = _meant(turn)
    if not isinstance(answer, Moment) or promise is None:
        return say("no-reminder").done(promise.entry.text if promise else None)
    if not answer.explicit_time:
        return ask("reminder-time", When() | YesNo(), then=wanted_at).given(entry=turn.given["entry"])
    return arrange(turn, promise, answer)


def arrange(turn: Turn[NoState], promise: Promise, when: Moment) -> Reply:
    """Have the house set it on the promise's own day, at the time that was named."""
    at, days = on_its_day(turn.now, promise, when)
    given = Reply().given(entry=promise.entry.id, at=at, days=days)
    if promise.alert:
        return given.change(promise.alert, Reminder(LABEL, at=at, days=days), then=reminded)
    return given.remind(Reminder(LABEL, at=at, days=days), then=reminded)


def on_its_day(now: datetime, promise: Promise, when: Moment) -> tuple[datetime, tuple[int, ...]]:
    """Give the instant and the weekdays of a reminder: the time that was named, on the promise's day unless one was."""
    if when.recurring or when.explicit_date or promise.loose:
        return when.at, when.days
    clock = time(when.at.hour, when.at.minute)
    if not promise.days:
        return datetime.combine(max(promise.at.date(), now.date()), clock, now.tzinfo), ()
    dates = (now.date() + timedelta(days=ahead) for ahead in range(9))
    coming = (datetime.combine(day, clock, now.tzinfo) for day in dates if day.weekday() in promise.days)
    days = EVERY_DAY if len(promise.days) == len(EVERY_DAY) else promise.days
    return next(each for each in coming if each > now), days


@promises.step
def reminded(turn: Turn[NoState], outcome: Outcome) -> Reply:
    """Confirm the exact time, or say what holds without a reminder."""
    promise = found(turn, str(turn.given["entry"]))
    if promise is None:
        return say("no-reminder").done()
    if outcome.status == "missing":
        when = Moment(turn.given["at"], explicit_date=True, days=tuple(turn.given["days"]))
        return arrange(turn, replace(promise, alert=""), when)
    if not outcome:
        return say("no-reminder" if outcome.status == "refused" else "reminder-not-set").done(promise.entry.text)
    at, days = outcome.at or turn.given["at"], outcome.days
    reply = say("reminded", when=Reminder(LABEL, at=at, days=days))
    return reply.amend(promise.entry, alert=outcome.alert or "").done(promise.entry.text)


@promises.on("RemindPromiseIntent")
def remind(turn: Turn[NoState]) -> Reply:
    """Set a reminder for a promise, at the time that is named or after asking for one."""
    promise = meant(turn, turn.request.what if turn.request else "")
    if promise is None:
        return say("none").done()
    if turn.request and turn.request.when and turn.request.when.explicit_time:
        return arrange(turn, promise, turn.request.when)
    return ask("reminder-time", When() | YesNo(), then=wanted_at).given(entry=promise.entry.id)
