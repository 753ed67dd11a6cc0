"""One place to mute all reminders until a day, and to have them back. Plans stay as they are.

With an end, what recurs is moved to its first time after it and so comes back by itself; without one the reminders
are taken away, and set again when they are wanted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from plugins.selfcare.practice import Plan, Selfcare, selfcare
from plugins.selfcare.schedule import following
from skill import Choice, Duration, Moment, Option, Outcome, Reply, Turn, When, ask, say

_OPEN = Choice(
    Option("open", ("until i say so", "until i say", "for good", "forever", "for now", "i don't know", "no end"))
)


@selfcare.on("MuteRemindersIntent")
def mute(turn: Turn[Selfcare]) -> Reply:
    """Mute until the day that was named, or ask for one."""
    if not turn.state.plans:
        return say("no-plans").done()
    if turn.request and turn.request.when:
        return _until(turn, _morning(turn.request.when))
    if turn.request and turn.request.after:
        return _until(turn, _later(turn, turn.request.after))
    return ask("mute-until", When() | Duration() | _OPEN, then=mute_until)


@selfcare.step
def mute_until(turn: Turn[Selfcare], until: Moment | timedelta | str | None) -> Reply:
    """Mute until then; for as long as they like where no day is named."""
    if isinstance(until, Moment):
        return _until(turn, _morning(until))
    if isinstance(until, timedelta):
        return _until(turn, _later(turn, until))
    plans = tuple(replace(plan, alert="") for plan in turn.state.plans)
    reply = say("muted-open").keep(replace(turn.state, plans=plans, muted=True, muted_until=None))
    for plan in turn.state.plans:
        reply = reply.cancel(plan.alert) if plan.alert else reply
    return reply.done()


def _morning(when: Moment) -> datetime:
    """Take a day alone from its first minute."""
    return when.at if when.explicit_time else datetime.combine(when.at.date(), time(), when.at.tzinfo)


def _later(turn: Turn[Selfcare], span: timedelta) -> datetime:
    """Give the end of a length: days end at midnight."""
    end = turn.after(span)
    return datetime.combine(end.date(), time(), end.tzinfo) if span >= timedelta(days=1) else end


def _until(turn: Turn[Selfcare], until: datetime) -> Reply:
    if until <= turn.now:
        return say("time-past").ask("mute-until", When() | Duration() | _OPEN, then=mute_until)
    reply, plans = Reply(), []
    for plan in turn.state.plans:
        silent = plan.alert and not plan.days and plan.at < until
        reply = reply.cancel(plan.alert) if silent else reply
        plans.append(replace(plan, alert="") if silent else plan)
    state = replace(turn.state, plans=tuple(plans), muted=True, muted_until=until)
    queue = tuple(plan.what for plan in plans if plan.alert and plan.days)
    return _moving(reply.keep(state), state, queue, until, "mute", turn.now)


@selfcare.on("ResumeRemindersIntent")
def resume(turn: Turn[Selfcare]) -> Reply:
    """Have all reminders back from now on; those taken away are set again, each with its own yes."""
    if not turn.state.plans:
        return say("no-plans").done()
    if not turn.state.muted:
        return say("not-muted").done()
    state = replace(turn.state, muted=False, muted_until=None)
    queue = tuple(plan.what for plan in state.plans if following(plan, turn.now))
    return _moving(Reply().keep(state), state, queue, turn.now, "resume", turn.now)


def _moving(
    reply: Reply, state: Selfcare, queue: tuple[str, ...], until: datetime, purpose: str, now: datetime, late: int = 0
) -> Reply:
    """Move the next of the queue to its first time after ``until``; say what holds when all are done."""
    if not queue:
        return _moved(reply, until, purpose, late)
    plan = next((each for each in state.plans if each.what == queue[0]), None)
    at = _from(plan, until, purpose) if plan else None
    if plan is None or at is None:
        return _moving(reply, state, queue[1:], until, purpose, now, late)
    fresh = replace(plan, at=at)
    given = reply.given(queue=queue, until=until, purpose=purpose, at=at, late=late)
    if plan.alert:
        return given.change(plan.alert, fresh.reminder, then=next_moved)
    return given.remind(fresh.reminder, then=next_moved)


def _from(plan: Plan, after: datetime, purpose: str) -> datetime | None:
    """Give a plan's first time after an instant; what was moved ahead by muting comes back to now."""
    early = replace(plan, at=plan.at - timedelta(weeks=100)) if plan.days and purpose == "resume" else plan
    return following(early, after)


@selfcare.step
def next_moved(turn: Turn[Selfcare], outcome: Outcome) -> Reply:
    """Take in how one went, and go on with the rest."""
    queue, given = tuple(turn.given["queue"]), turn.given
    late = int(given["late"]) + (not outcome and outcome.status != "missing")
    plans = tuple(_after(plan, outcome, given["at"]) if plan.what == queue[0] else plan for plan in turn.state.plans)
    state = replace(turn.state, plans=plans)
    return _moving(Reply().keep(state), state, queue[1:], given["until"], str(given["purpose"]), turn.now, late)


def _after(plan: Plan, outcome: Outcome, at: datetime) -> Plan:
    if outcome:
        return replace(plan, at=outcome.at or at, alert=outcome.alert or plan.alert)
    return replace(plan, alert="") if outcome.status == "missing" else plan


def _moved(reply: Reply, until: datetime, purpose: str, late: int) -> Reply:
    if purpose == "mute":
        whole_day = until.time() == time()
        return reply.say("muted-some" if late else "muted", until=until.date() if whole_day else until).done()
    return reply.say("resumed-some" if late else "resumed").done()
