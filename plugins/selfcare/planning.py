"""The reminders there are: listing, changing, cancelling, and what to do about one that was missed."""

from __future__ import annotations

from dataclasses import replace

from plugins.selfcare.limits import not_ours
from plugins.selfcare.practice import Plan, Selfcare, dropped, find, put, selfcare, tidy
from plugins.selfcare.reminding import arrange
from plugins.selfcare.schedule import clock, following, moved, past, previous
from plugins.selfcare.suggesting import one_small_thing
from skill import Choice, Line, Moment, Option, Outcome, Reply, Screen, Turn, When, Words, YesNo, ask, say

AT_ONCE = 3
_MISSED = Choice(
    Option("keep", ("keep it", "keep", "leave it", "as it is", "stay", "leave it as it is")),
    Option("move", ("move it", "move", "another time", "change it", "later", "earlier", "change the time")),
    Option("smaller", ("make it smaller", "smaller", "smaller one", "less", "shorter", "make it shorter")),
    Option("drop", ("drop it", "cancel it", "forget it", "stop it", "delete it", "get rid of it")),
)


def coming(turn: Turn[Selfcare]) -> list[Plan]:
    """List the plans still to come, the next one first, each at its next time."""
    due = [(at, plan) for plan in turn.state.plans if (at := following(plan, turn.now))]
    return [replace(plan, at=at) for at, plan in sorted(due, key=lambda each: each[0])]


def card(plan: Plan) -> Screen:
    """Show the next reminder, with buttons that do what their words do."""
    line = Line("plan-line", {"what": plan.what, "when": plan.reminder})
    buttons = (("button-done", "i did my plan"), ("button-not-today", "not today for my plan"))
    return Screen(Line("card-title"), (line,), buttons)


@selfcare.on("ListRemindersIntent")
def reminders(turn: Turn[Selfcare]) -> Reply:
    """Read the next three, and say how many more there are, other practices' included."""
    plans = coming(turn)
    elsewhere = sum(alert.practice != selfcare.name for alert in turn.alerts)
    reply = Reply() if plans else say("no-plans-elsewhere" if elsewhere else "no-plans")
    for plan in plans[:AT_ONCE]:
        reply = reply.say("plan-line" if plan.alert else "plan-line-only", what=plan.what, when=plan.reminder)
    rest = max(0, len(plans) - AT_ONCE) + elsewhere
    reply = reply.say("plans-more", count=rest) if rest else reply
    reply = reply.say("plans-muted") if plans and turn.state.muted else reply
    return (reply.show(card(plans[0])) if plans else reply).done()


@selfcare.on("ChangePlanIntent")
def change(turn: Turn[Selfcare]) -> Reply:
    """Give a plan another time: "change the walk to six"."""
    if not turn.state.plans:
        return say("no-plans").done()
    named = turn.slots.get("plan") or (turn.request.what if turn.request else "") or turn.slots.get("request", "")
    when = turn.request.when if turn.request else None
    plan = _meant(turn, named)
    if plan is None:
        return _which(turn, "change", when)
    return change_to(turn, clock(turn.slots.get("at", ""), turn.words, plan, turn.now) or when, plan)


def change_to(turn: Turn[Selfcare], when: Moment | None, plan: Plan) -> Reply:
    """Change a plan to a time, asking for it where it was not named."""
    if when is None:
        return ask("change-when", When() | YesNo(), then=change_when, what=plan.what, when=plan.reminder).given(
            what=plan.what
        )
    at, days = moved(plan, when, turn.now)
    if when.unsupported or past(at, turn.now):
        asked = say("named-days-only" if when.unsupported else "time-past")
        return asked.ask("change-when", When() | YesNo(), then=change_when, what=plan.what, when=plan.reminder).given(
            what=plan.what
        )
    fresh = replace(plan, at=at, days=days)
    if not plan.alert:
        return arrange(turn, fresh)
    return Reply().change(plan.alert, fresh.reminder, then=changed).given(what=plan.what, at=at, days=days)


@selfcare.step
def change_when(turn: Turn[Selfcare], when: Moment | bool | None) -> Reply:
    """Go on with the new time; without one it stays."""
    plan = find(turn.state.plans, str(turn.given["what"]))
    if not when or plan is None:
        return say("unchanged").done()
    return change_to(turn, when if isinstance(when, Moment) else None, plan)


@selfcare.step
def changed(turn: Turn[Selfcare], outcome: Outcome) -> Reply:
    """Confirm the new time, or say that the old one holds."""
    what = str(turn.given["what"])
    plan = find(turn.state.plans, what)
    fresh = Plan(what, outcome.at or turn.given["at"], tuple(turn.given["days"]), outcome.alert or "")
    if outcome:
        return say("changed", what=what, when=fresh.reminder).keep(put(turn.state, fresh, turn.now)).done(what)
    if outcome.status == "missing" or plan is None:
        return arrange(replace(turn, state=dropped(turn.state, fresh)), replace(fresh, alert=""))
    return say("not-changed", what=what, when=plan.reminder).done()


@selfcare.on("CancelPlanIntent")
def cancel(turn: Turn[Selfcare]) -> Reply:
    """Ask for a clear yes before a plan goes."""
    if not turn.state.plans:
        return say("no-plans").done()
    plan = _meant(turn, turn.slots.get("request", ""))
    return _sure(plan) if plan else _which(turn, "cancel", None)


def _sure(plan: Plan) -> Reply:
    return ask("cancel-sure", YesNo(clear=True), then=cancelled, what=plan.what, when=plan.reminder).given(
        what=plan.what
    )


@selfcare.step
def cancelled(turn: Turn[Selfcare], agreed: bool | None) -> Reply:
    """Take the plan and its reminder away, with a clear yes only."""
    plan = find(turn.state.plans, str(turn.given["what"]))
    if not agreed or plan is None:
        return say("unchanged").done()
    reply = say("cancelled", what=plan.what).keep(dropped(turn.state, plan))
    return (reply.cancel(plan.alert) if plan.alert else reply).done()


def _meant(turn: Turn[Selfcare], words: str) -> Plan | None:
    """Find the plan that is meant; the only one there is needs no name."""
    plans = turn.state.plans
    return find(plans, words) or (plans[0] if len(plans) == 1 else None)


def _which(turn: Turn[Selfcare], purpose: str, when: Moment | None) -> Reply:
    names = tuple(plan.what for plan in turn.state.plans)
    kinds = Choice(*(Option(name, (name,)) for name in names)) | Words()
    asked = ask("which-plan", kinds, then=which, plans=names[:AT_ONCE])
    return asked.given(purpose=purpose, when=when)


@selfcare.step
def which(turn: Turn[Selfcare], name: str | None) -> Reply:
    """Go on with the plan that was named."""
    plan = find(turn.state.plans, name) if name else None
    if plan is None:
        return say("unchanged").done()
    if turn.given["purpose"] == "cancel":
        return _sure(plan)
    if turn.given["purpose"] == "missed":
        return _missed(plan)
    return change_to(turn, turn.given["when"], plan)


@selfcare.on("MissedCareIntent")
def missed(turn: Turn[Selfcare]) -> Reply:
    """Take it lightly: keep it, move it, or make it smaller. Nothing is counted."""
    plan = find(turn.state.plans, turn.slots.get("request", "")) or _last_due(turn)
    if plan:
        return _missed(plan)
    if turn.state.plans:
        return _which(turn, "missed", None)
    return ask("missed-no-plan", YesNo(), then=one_small_thing)


def _last_due(turn: Turn[Selfcare]) -> Plan | None:
    due = [(at, number) for number, plan in enumerate(turn.state.plans) if (at := previous(plan, turn.now))]
    return turn.state.plans[max(due)[1]] if due else (turn.state.plans[0] if len(turn.state.plans) == 1 else None)


def _missed(plan: Plan) -> Reply:
    return ask("missed", _MISSED, then=missed_what, what=plan.what).given(what=plan.what)


@selfcare.step
def missed_what(turn: Turn[Selfcare], choice: str | None) -> Reply:
    """Keep, move, shrink or drop it."""
    plan = find(turn.state.plans, str(turn.given["what"]))
    if plan is None or choice in (None, "keep"):
        return say("missed-kept").done()
    if choice == "move":
        return change_to(turn, turn.answer.also.when if turn.answer else None, plan)
    if choice == "drop":
        return _sure(plan)
    return ask("smaller-how", Words(), then=smaller, what=plan.what).given(what=plan.what)


@selfcare.step
def smaller(turn: Turn[Selfcare], words: str | None) -> Reply:
    """Take the smaller version in the plan's place; the reminder's label says nothing of it, so it stays."""
    plan = find(turn.state.plans, str(turn.given["what"]))
    if not words or plan is None or not_ours(words):
        return say("missed-kept").done()
    name = tidy(turn.request.what if turn.request and turn.request.what else words)
    state = put(dropped(turn.state, plan), replace(plan, what=name), turn.now)
    return say("smaller-kept", what=name).keep(state).done(name)
