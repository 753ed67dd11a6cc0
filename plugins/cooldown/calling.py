"""Calling a break: the length, the other one's okay, and the reminder that ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.cooldown.breaks import Break, Breaks, cooldown, until
from plugins.cooldown.lengths import PROPOSED, end_of, fitted, wished
from skill import (
    Choice,
    Duration,
    Line,
    Moment,
    Option,
    Outcome,
    Reminder,
    Reply,
    Screen,
    Turn,
    When,
    YesNo,
    nothing,
    say,
)

NO_BREAK = Option("none", ("no break", "no break at all", "none", "none at all", "forget the break", "neither"))
LONG = timedelta(hours=3)
"""Who waits longer than this is not sent to another room."""
OUTCOMES = {"set": "set", "changed": "set", "refused": "unset", "unsupported": "no-device", "full": "no-room"}
"""The line for each way a reminder can end; "no-reminder" for any other."""


def call_break(turn: Turn[Breaks], *, alone: bool = False, topic: str = "") -> Reply:
    """Start a break of the length that was said, or of twenty minutes, and ask for the okay."""
    plan = Break(turn.now, wished(turn) or turn.after(PROPOSED), alone=alone, topic=three_words(topic))
    return propose(turn, turn.state.closed(returned=False), plan, "start-alone" if alone else "start")


def propose(turn: Turn[Breaks], state: Breaks, plan: Break, question: str) -> Reply:
    """Ask whether the break is okay as planned; it is kept already, and holds if nobody answers."""
    ends, note = fitted(turn, plan.started, plan.ends)
    plan = replace(plan, ends=ends)
    return (
        (say(note) if note else nothing())
        .ask(question, YesNo() | Duration() | When(), then=agree, span=until(turn, ends), at=ends)
        .keep(state.opened(plan))
        .show(countdown(plan))
    )


@cooldown.step
def agree(turn: Turn[Breaks], answer: bool | timedelta | Moment | None) -> Reply:
    """Take the okay, or another length that was named in its place."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if answer is None:
        return say("unset", at=plan.ends).say(parting(turn, plan)).done(True)
    if answer is False:
        return nothing().ask("how-long", Duration() | When() | Choice(NO_BREAK) | YesNo(), then=other_length)
    also = turn.answer is not None and turn.answer.also.reminder
    if answer is True or _same(turn, plan, answer):
        return settle(turn, _agreed(turn, plan), sure=also)
    return lengthen(turn, plan, answer)


@cooldown.step
def other_length(turn: Turn[Breaks], answer: timedelta | Moment | str | bool | None) -> Reply:
    """Take another length, or leave the break."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if answer is None or answer is True:
        return settle(turn, plan)
    if isinstance(answer, timedelta | Moment):
        return lengthen(turn, plan, answer)
    return call_off(turn, plan)


def lengthen(turn: Turn[Breaks], plan: Break, wish: timedelta | Moment) -> Reply:
    """Take the length that was named, within the limits, and go on to the reminder."""
    ends, note = fitted(turn, plan.started, end_of(turn, wish))
    plan = replace(_agreed(turn, plan), ends=ends)
    # What was asked for is said back as it was said, though the end is rounded to a whole minute.
    span = wish if isinstance(wish, timedelta) and note != "long-note" else until(turn, ends)
    return settle(turn, plan, before=say(note or "changed", span=span, at=ends))


def settle(turn: Turn[Breaks], plan: Break, *, sure: bool = False, before: Reply | None = None) -> Reply:
    """Keep the break and have the house ask for a reminder at its end; a reminder that is set already moves along."""
    reply = (before or nothing()).keep(turn.state.opened(plan)).show(countdown(plan))
    reminder = Reminder("reminder", at=plan.ends)
    if plan.alert:
        return reply.change(plan.alert, reminder, then=reminded)
    return reply.remind(reminder, then=reminded, agreed=sure)


@cooldown.step
def reminded(turn: Turn[Breaks], outcome: Outcome) -> Reply:
    """Say what holds, whatever became of the reminder, and send them apart."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if outcome.status == "missing":
        fresh = replace(plan, alert="")
        return settle(turn, fresh, sure=True)
    ends = outcome.at if outcome and outcome.at else plan.ends
    kept = replace(plan, ends=ends, alert=outcome.alert or plan.alert)
    reply = say(OUTCOMES.get(outcome.status, "no-reminder"), at=ends).say(parting(turn, plan))
    return reply.keep(turn.state.opened(kept)).show(countdown(kept)).done(True, closes=True)


def call_off(turn: Turn[Breaks], plan: Break) -> Reply:
    """Leave the break: a first one was never taken, a stretched one is over."""
    state = turn.state.closed(returned=True) if plan.extensions else replace(turn.state, open=None)
    reply = say("no-more" if plan.extensions else "no-break").keep(state)
    return (reply.cancel(plan.alert) if plan.alert else reply).done(False)


def countdown(plan: Break) -> Screen:
    """Show how long it still is, with the clock time and no names."""
    return Screen(
        title=Line("screen-title"),
        lines=(Line("screen-until", {"at": plan.ends}), Line("screen-breathe")),
        buttons=(("button-left", "how much longer"), ("button-more", "we need more time")),
        until=plan.ends,
    )


def parting(turn: Turn[Breaks], plan: Break) -> str:
    """Name the line that ends the call for a break: what to do meanwhile."""
    if plan.tries or until(turn, plan.ends) > LONG:
        return "meanwhile"
    return "apart-alone" if plan.alone else "apart"


def three_words(topic: str) -> str:
    """Keep three words of a topic, and no more."""
    return " ".join(topic.split()[:3])


def _agreed(turn: Turn[Breaks], plan: Break) -> Break:
    """Note who agreed, as far as anyone knows who is here."""
    here = turn.present or ((turn.speaker,) if turn.speaker else ())
    return replace(plan, agreed=tuple(dict.fromkeys((*plan.agreed, *(person.id for person in here)))))


def _same(turn: Turn[Breaks], plan: Break, wish: bool | timedelta | Moment) -> bool:
    """Say whether a length or a time that was named is the one that was proposed."""
    return not isinstance(wish, bool) and abs(until(turn, end_of(turn, wish)) - until(turn, plan.ends)) < timedelta(
        minutes=1
    )
