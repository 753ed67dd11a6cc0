"""The usual day and time: read back, reminded of where that is wanted, moved and dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from plugins.checkin.planning import TALK, next_talk, own_time, talk_of, time_of
from plugins.checkin.runs import Checkins, checkin
from skill import Moment, Outcome, Reminder, Reply, Turn, When, YesNo, ask, nothing, say

OUTCOMES = {"refused": "no-reminder", "unsupported": "no-device", "full": "no-room"}
"""The line for each way a reminder can end without being set; "not-set" for any other."""
DAY = timedelta(days=1)


@checkin.on("CheckinScheduleIntent", "EveryIntent")
def schedule(turn: Turn[Checkins]) -> Reply:
    """Take a time for one person's check-in."""
    return _wanted(turn, two=turn.for_two)


@checkin.on("CheckinScheduleTogetherIntent")
def schedule_together(turn: Turn[Checkins]) -> Reply:
    """Take a time for the talk of two."""
    return _wanted(turn, two=True)


def _wanted(turn: Turn[Checkins], *, two: bool) -> Reply:
    when = turn.request.when if turn.request else None
    return arrange(turn, when, two=two) if when else ask("which-time", When(), then=arranged).given(two=two)


@checkin.step
def next_date(turn: Turn[Checkins], answer: Moment | bool | None) -> Reply:
    """Take the next date at the end of a check-in for two, or none."""
    if isinstance(answer, Moment):
        return arrange(turn, answer, two=True)
    return ask("which-time", When(), then=arranged).given(two=True) if answer else say("no-date").done()


@checkin.step
def arranged(turn: Turn[Checkins], when: Moment) -> Reply:
    """Take the day and time that were asked for."""
    return arrange(turn, when, two=bool(turn.given["two"]))


def arrange(turn: Turn[Checkins], when: Moment, *, two: bool) -> Reply:
    """Have the time settled: which days, at what time; then the house asks for the reminder."""
    if when.unsupported:
        return ask("named-days", When(), then=arranged).given(two=two)
    if not when.explicit_time:
        return ask("what-time", When(), then=timed).given(two=two, days=when.days, day=when.at)
    return _remind(turn, Reminder("reminder", at=when.at, days=when.days), two=two)


@checkin.step
def timed(turn: Turn[Checkins], when: Moment) -> Reply:
    """Put the time of day to the day that was named before."""
    day: datetime = turn.given["day"].astimezone(turn.now.tzinfo)
    at = datetime.combine(day.date(), when.at.astimezone(turn.now.tzinfo).timetz())
    days = tuple(turn.given["days"])
    while at <= turn.now:
        at += 7 * DAY if days else DAY
    return _remind(turn, Reminder("reminder", at=at, days=days), two=bool(turn.given["two"]))


def _remind(turn: Turn[Checkins], reminder: Reminder, *, two: bool) -> Reply:
    """Keep the time before the reminder is asked for; one that is set already moves."""
    alert = _alert(turn, two)
    reply = _kept(turn, nothing(), reminder, alert, two).given(two=two, reminder=reminder)
    if alert:
        return reply.change(alert, reminder, then=reminded)
    return reply.remind(reminder, then=reminded)


@checkin.step
def reminded(turn: Turn[Checkins], outcome: Outcome) -> Reply:
    """Say the time that holds, whatever became of the reminder."""
    two, reminder = bool(turn.given["two"]), turn.given["reminder"]
    if outcome.status == "missing":
        reply = _kept(turn, nothing(), reminder, "", two).given(two=two, reminder=reminder)
        return reply.remind(reminder, then=reminded, agreed=True)
    if outcome.at:
        reminder = reminder.moved(outcome.at)
    if outcome:
        reminder = replace(reminder, days=outcome.days)
    if not outcome:
        return say(OUTCOMES.get(outcome.status, "not-set"), when=reminder).done()
    alert = outcome.alert or _alert(turn, two)
    return _kept(turn, say("arranged", when=reminder), reminder, alert, two).done()


@checkin.on("CheckinNextIntent")
def when_next(turn: Turn[Checkins]) -> Reply:
    """Say when the next check-in is."""
    times = sorted(each for each in (next_talk(turn), own_time(turn)) if each)
    return say("next-is", at=times[0]).done() if times else ask("no-next", YesNo(), then=want_one)


@checkin.step
def want_one(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Find a time, or leave it."""
    if not answer:
        return say("no-date").done()
    return ask("which-time", When(), then=arranged).given(two=turn.for_two)


@checkin.on("CheckinUnscheduleIntent")
def unschedule(turn: Turn[Checkins]) -> Reply:
    """Drop the usual time, after a clear yes."""
    talk = talk_of(turn)
    two = talk is not None and (turn.for_two or turn.state.next is None)
    when = time_of(turn, talk) if talk and two else Reminder("reminder", at=turn.state.next, days=turn.state.days)
    if when.at is None:
        return say("nothing-set").done()
    return ask("unset-it", YesNo(clear=True), then=unset, when=when).given(two=two)


@checkin.step
def unset(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Drop the time, and its reminder with it."""
    if not answer:
        return say("stays-set").done()
    two, talk = bool(turn.given["two"]), talk_of(turn)
    alert, reply = _alert(turn, two), nothing()
    if two:
        reply = reply.drop(talk) if talk else reply
    else:
        reply = reply.keep(replace(turn.state, days=(), next=None, alert=""))
    return reply.cancel(alert, then=unset_done) if alert else reply.say("unset").done()


@checkin.step
def unset_done(_turn: Turn[Checkins], outcome: Outcome) -> Reply:
    """Say that it is dropped, and whether the reminder is gone with it."""
    gone = bool(outcome) or outcome.status == "missing"
    return say("unset" if gone else "unset-may-sound").done()


def _alert(turn: Turn[Checkins], two: bool) -> str:
    if not two:
        return turn.state.alert
    talk = talk_of(turn)
    return str(talk.data.get("alert", "")) if talk else ""


def _kept(turn: Turn[Checkins], reply: Reply, when: Reminder, alert: str, two: bool) -> Reply:
    """Keep a time: one's own in one's state, that of two where both may hear it."""
    if not two:
        return reply.keep(replace(turn.state, days=when.days, next=when.at, alert=alert))
    talk = talk_of(turn)
    at = when.at.replace(tzinfo=None).isoformat() if when.at else ""
    if talk:
        return reply.amend(talk, at=at, days=when.days, alert=alert)
    return reply.record(TALK, TALK, visibility="household", at=at, days=when.days, alert=alert)
