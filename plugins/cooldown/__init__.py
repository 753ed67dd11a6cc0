"""Cool-down: a timed break in an argument, with an agreed return.

Twenty minutes or more, a day at most, apart, with something else on one's mind, and a way back (PRACTICES.md 3.2).
Nothing about who was right is asked or kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from plugins.cooldown.breaks import FRESH, STALE, Break, Breaks, cooldown, over, running, until
from plugins.cooldown.calling import LONG, call_break, lengthen, propose
from plugins.cooldown.lengths import wished
from plugins.cooldown.returning import back, pick_up, stretch
from plugins.cooldown.waiting import still_on
from skill import Offer, Practice, Reply, Turn, YesNo, ask, hookimpl, say

WEEK = timedelta(days=7)
JUST_NOW = timedelta(minutes=1)


@cooldown.on("CooldownStartIntent", entry=True, for_two=True)
def start(turn: Turn[Breaks]) -> Reply:
    """Call a break for two; one that was called just now is planned anew, one that runs already goes on."""
    plan, topic = running(turn), turn.slots.get("break_topic", "")
    if plan is None:
        return call_break(turn, topic=topic)
    if not plan.agreed and not plan.extensions and until(turn, plan.started) > -JUST_NOW:
        return call_break(replace(turn, state=replace(turn.state, open=None)), topic=topic or plan.topic)
    if wished(turn):
        return stretch(turn, plan, "longer")
    return still_on(turn, plan, "already-on")


@cooldown.on("CooldownAloneIntent")
def start_alone(turn: Turn[Breaks]) -> Reply:
    """Take a break alone: from a chat, a call, before an answer."""
    plan = running(turn)
    return still_on(turn, plan, "already-on") if plan else call_break(turn, alone=True)


@cooldown.on("CooldownReturnIntent", for_two=True)
def finish_the_talk(turn: Turn[Breaks]) -> Reply:
    """Pick up a talk that was left: from a break, or from another day."""
    if plan := running(turn):
        return still_on(turn, plan, "already-on")
    return back(turn, "how-calm") if over(turn) else ask("calm-to-talk", YesNo(), then=talk)


@cooldown.step
def talk(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Let them begin softly without a break, or call one first."""
    return say("begin").done(True) if answer else call_break(turn)


@cooldown.on("CorrectionIntent")
def correct(turn: Turn[Breaks]) -> Reply:
    """Take another length in place of the one just set."""
    plan, ends = turn.state.open, wished(turn)
    if plan is None:
        return say("none").done(False)
    if ends is None:
        return propose(turn, turn.state, plan, "start-alone" if plan.alone else "start")
    return lengthen(turn, plan, until(turn, ends))


@cooldown.offers("launch")
def opening(turn: Turn[Breaks]) -> Offer | None:
    """Open with the time left, with the way back, or once with a talk that nobody came back to."""
    if plan := running(turn):
        return Offer(95 if until(turn, plan.ends) < LONG else 20, still_on(turn, plan, "still-on"))
    plan = over(turn)
    if plan is None:
        return None
    if until(turn, plan.ends) > -FRESH:
        return Offer(100, back(turn), needs_answer=True)
    return None if plan.asked or until(turn, plan.ends) < -STALE else Offer(90, _pick_up(turn, plan), needs_answer=True)


def _pick_up(turn: Turn[Breaks], plan: Break) -> Reply:
    """Ask once; asking is noted before anyone answers."""
    asked = turn.state.opened(replace(plan, asked=True))
    return ask("pick-up", YesNo(), then=pick_up, day=plan.started.date()).keep(asked)


@cooldown.offers("check-in", "check-in for two")
def line(turn: Turn[Breaks]) -> Offer | None:
    """Bring back a break that nobody returned from; where a talk gets hot, offer one."""
    if turn.given.get("about") == "heat":
        return None if running(turn) else Offer(100, call_break(turn), about="heat")
    if turn.given.get("about") or not (plan := over(turn)):
        return None
    return Offer(100, _pick_up(turn, plan), needs_answer=True)


@cooldown.offers("summary")
def week(turn: Turn[Breaks]) -> Offer | None:
    """Tell of the week's breaks: how many, and that everyone came back."""
    past = [each for each in turn.state.past if until(turn, each.started) > -WEEK]
    two = [each for each in past if not each.alone]
    if not past:
        return None
    if not two:
        return Offer(45, say("week-alone", count=len(past)), about="kept")
    message = "week-back" if all(each.returned for each in two) else "week"
    return Offer(45, say(message, count=len(two)), about="kept")


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the cool-down."""
    return [cooldown]
