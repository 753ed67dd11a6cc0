"""What self-care puts forward: a plan without a reminder, reminders that are back, an idea when energy is low."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.selfcare.ideas import LOW
from plugins.selfcare.noting import due_today, texts
from plugins.selfcare.planning import card, coming
from plugins.selfcare.practice import DONE, Selfcare, find, mine, selfcare
from plugins.selfcare.suggesting import suggest
from skill import Felt, Offer, Reply, Turn, YesNo, ask, say

BRIEF = 10
WEEK = timedelta(days=7)


@selfcare.offers("launch")
def opening(turn: Turn[Selfcare]) -> Offer | None:
    """Say that muted reminders are back; else show a plan of today's that has no reminder."""
    state = turn.state
    if state.muted and state.muted_until and state.muted_until <= turn.now:
        back = say("back-on").keep(replace(state, muted=False, muted_until=None))
        return Offer(55, back.done())
    plan = next((each for each in coming(turn) if not each.alert), None)
    if plan is None or state.muted or plan.at.date() != turn.now.date():
        return None
    return Offer(50, say("plan-today", what=plan.what, when=plan.at).show(card(plan)).done())


@selfcare.offers("check-in")
def checking_in(turn: Turn[Selfcare]) -> Offer | None:
    """Ask about a reminder of today's; else put an idea forward when energy is low."""
    if plan := due_today(turn):
        return Offer(40, ask("plan-done", YesNo(), then=plan_was_done, what=plan.what).given(what=plan.what))
    felt = turn.given.get("energy")
    low = felt.energy == LOW if isinstance(felt, Felt) else felt == LOW
    return Offer(35, suggest(turn, BRIEF, LOW)) if low else None


@selfcare.step
def plan_was_done(turn: Turn[Selfcare], done: bool | None) -> Reply:
    """Note it as done; if not, nothing is kept of that."""
    plan = find(turn.state.plans, str(turn.given["what"]))
    what = plan.what if plan else str(turn.given["what"])
    if not done:
        return say("not-today").done()
    return say("noted").record(DONE, what).done(what)


@selfcare.offers("summary")
def week(turn: Turn[Selfcare]) -> Offer | None:
    """Say what was done this week, never what was not."""
    if turn.speaker is None and len(turn.people) > 1:
        return None
    done = texts(list(turn.journal.entries(DONE, owner=mine(turn), since=turn.after(-WEEK), limit=50)))
    return Offer(50, say("week", things=done[:3])) if done else None
