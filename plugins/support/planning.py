"""One step towards help: setting it out, being asked about it another day, and having done it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.support.practice import Plan, Support, known_alone, nameable, support, tidy
from skill import Choice, Moment, Offer, Option, Reply, Turn, When, Words, YesNo, ask, nothing, say

WEEK = timedelta(days=7)
ASK_WITHIN = timedelta(days=21)

_DONE = Choice(
    Option(
        "done",
        (
            "done",
            "i did it",
            "i did",
            "i've done it",
            "did it",
            "already done",
            "i already did",
            "i called",
            "i called them",
            "i rang",
            "i rang them",
            "i booked it",
            "it's booked",
            "i went",
            "we did it",
            "we went",
        ),
    ),
)


def ask_step(reply: Reply) -> Reply:
    """End with the question for one small step."""
    return reply.ask("step", Words() | YesNo(), then=step_said)


@support.step
def step_said(turn: Turn[Support], step: str | bool | None) -> Reply:
    """Keep the step in their words; none is fine too."""
    if step is True:
        return ask("step-which", Words() | YesNo(), then=step_said)
    if not step:
        return say("step-none").done()
    return _set_out(turn, tidy(step))


def _set_out(turn: Turn[Support], what: str) -> Reply:
    if turn.speaker is None:
        return say("step-heard", what=what).done()
    planned = nothing().keep(replace(turn.state, plan=Plan(what)))
    return planned.ask("ask-later", YesNo(clear=True) | When(), then=ask_later, what=what)


@support.step
def ask_later(turn: Turn[Support], when: bool | Moment | None) -> Reply:
    """Remember when to ask; nothing rings."""
    plan = turn.state.plan
    if not when or plan is None:
        return say("not-asking").done(plan.what if plan else None)
    at = turn.after(WEEK) if when is True else when.at
    return say("will-ask", day=at.date()).keep(replace(turn.state, plan=replace(plan, due=at))).done(plan.what)


@support.on("SupportStepIntent")
def step_named(turn: Turn[Support]) -> Reply:
    """Take a step that was named with its place."""
    return _set_out(turn, f"call the {turn.slots.get('place') or 'clinic'}")


@support.on("SupportWhatStepIntent")
def what_step(turn: Turn[Support]) -> Reply:
    """Say what they set out, to them alone."""
    if not known_alone(turn):
        return say("one-only").done()
    plan = turn.state.plan
    return ask_step(say("no-step")) if plan is None else say("your-step", what=plan.what).done()


@support.on("SupportDidIntent")
def did_it(turn: Turn[Support]) -> Reply:
    """Hear that it was done; it is not asked about again."""
    return say("did").keep(replace(turn.state, plan=None)).done(True)


@support.offers("launch")
def still(turn: Turn[Support]) -> Offer | None:
    """Ask once whether they still want to; what it is is named only to the one who said it."""
    plan = turn.state.plan
    if plan is None or plan.due is None or not plan.due <= turn.now <= plan.due + ASK_WITHIN or turn.for_two:
        return None
    asked_once = nothing().keep(replace(turn.state, plan=replace(plan, due=None)))
    kinds = _DONE | YesNo()
    if not nameable(turn):
        return Offer(60, asked_once.ask("still-something", kinds, then=still_wanted))
    return Offer(60, asked_once.ask("still", kinds, then=still_wanted, what=plan.what))


@support.step
def still_wanted(turn: Turn[Support], answer: str | bool | None) -> Reply:
    """Ask again in a week, let it go, or hear that it was done."""
    if answer == "done":
        return did_it(turn)
    if answer is None:
        return say("left").done()
    if answer:
        return ask("ask-once-more", YesNo(clear=True) | When(), then=ask_later)
    return say("let-go").keep(replace(turn.state, plan=None)).done(False)
