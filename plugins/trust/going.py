"""Going on: how it went, the next step when a day has passed, more time, and a pause of any length."""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.beginning import begin
from plugins.trust.company import company
from plugins.trust.looking import finish, look
from plugins.trust.practice import (
    APART,
    LAST,
    LONGER,
    REVIEW_AFTER,
    TRIED,
    Trust,
    let_go,
    nobody,
    trust,
)
from plugins.trust.safety import is_fresh, safe, stop_here
from plugins.trust.steps import go_on_with, part, start
from plugins.trust.wording import badly, briefly, not_yet, tidy
from skill import Choice, Line, Option, Reply, Turn, Words, YesNo, ask, nothing, say

_STAY = Choice(Option("stay", ("more time", "give it more time", "stay", "stay here", "one more week", "wait")))
_AFTER_BAD = Choice(
    Option(
        "same", ("the same", "same", "same again", "the same again", "the same task", "keep it", "leave it as it is")
    ),
    Option("smaller", ("smaller", "make it smaller", "something smaller", "a smaller task", "smaller task")),
    Option("time", ("time", "more time", "give it time", "give it more time", "leave it for now", "wait")),
    Option("calm", ("calm", "a calm minute", "a quiet minute first", "someone to talk to", "rest", "rest first")),
)


@trust.on("TrustContinueIntent")
def go_on(turn: Turn[Trust]) -> Reply:
    """Go on where one was, however long ago; after a month the first question is asked again."""
    if turn.speaker is None:
        return nobody()
    if not turn.state.status:
        return begin(turn)
    if not is_fresh(turn):
        return nothing().call(safe, then=still_safe)
    return onward(turn, replace(turn.state, status="done" if turn.state.status == "done" else "active"))


@trust.step
def still_safe(turn: Turn[Trust], feels_safe: bool | None) -> Reply:
    """Go on, or stop."""
    if not feels_safe:
        return stop_here(turn, feels_safe)
    status = "done" if turn.state.step > LAST else "active"
    return onward(turn, replace(turn.state, safe_at=turn.now, status=status))


def onward(turn: Turn[Trust], state: Trust) -> Reply:
    """Ask what is next from this place: the look back, the open part, how the task went, or the next step."""
    return let_go(turn, _asked_here(replace(turn, state=state)))


def _asked_here(turn: Turn[Trust]) -> Reply:
    state = turn.state
    if state.status == "done":
        return look(turn)
    if state.part:
        return go_on_with(state)
    if not state.tried:
        return nothing().keep(state).ask("how-went", Words() | YesNo(), then=went, task=briefly(state.task))
    return _next(turn, nothing())


@trust.on("TrustNextIntent")
def what_is_next(turn: Turn[Trust]) -> Reply:
    """Name the next step in half a sentence, and stay until the task was tried."""
    state = turn.state
    if turn.speaker is None or state.status != "active" or state.part or state.tried or not is_fresh(turn):
        return go_on(turn)
    coming = Line(f"name-{state.step + 1}") if state.step < LAST else Line("name-look")
    asked = say("next-is", step=coming).ask("how-went", Words() | YesNo(), then=went, task=briefly(state.task))
    return let_go(turn, asked)


@trust.on("TrustDoneIntent")
def did_it(turn: Turn[Trust]) -> Reply:
    """Take it that the task was tried, and ask how it was."""
    state = turn.state
    if turn.speaker is None or state.status != "active" or state.part or state.tried:
        return go_on(turn)
    return let_go(turn, ask("how-was-it", Words() | YesNo(), then=went))


@trust.step
def went(turn: Turn[Trust], answer: str | bool | None) -> Reply:
    """Hear how the task went: tried, not yet, or badly."""
    if answer is None:
        return say("no-rush").done()
    if answer is False or (isinstance(answer, str) and not_yet(answer)):
        return ask("not-tried", _AFTER_BAD | YesNo(), then=again).given(yes="same")
    if isinstance(answer, str) and badly(answer):
        return ask("went-badly", _AFTER_BAD | YesNo(), then=again).given(yes="smaller")
    return _next(replace(turn, state=replace(turn.state, tried=True, due=None)), tried(turn, answer))


def tried(turn: Turn[Trust], answer: str | bool) -> Reply:
    """Keep that the task was tried, and how it was; the words are nobody else's."""
    state = replace(turn.state, tried=True, due=None)
    how = tidy(answer) if isinstance(answer, str) else ""
    return say("tried").record(TRIED, state.task, step=state.step, how=how).keep(state)


@trust.step
def again(turn: Turn[Trust], wanted: str | bool | None) -> Reply:
    """Leave the task as it is, make it smaller, point at something calm, or put it down for a week."""
    wanted = turn.given.get("yes") if wanted is True else wanted
    if wanted == "smaller":
        return part(nothing(), turn.state, "own-task")
    if wanted == "calm":
        return say("calm").keep(replace(turn.state, due=turn.after(LONGER))).done()
    if wanted == "same":
        return say("same-again").keep(replace(turn.state, due=turn.after(REVIEW_AFTER))).done()
    return say("more-time").keep(replace(turn.state, due=turn.after(LONGER))).done()


def _next(turn: Turn[Trust], reply: Reply) -> Reply:
    """Offer the next step where a day has passed; no rushing."""
    state = turn.state
    reply = reply.keep(state)
    if state.step >= LAST:
        return finish(reply, state)
    if state.set_at and turn.now - state.set_at < APART:
        return reply.say("too-soon", step=Line(f"name-{state.step + 1}")).done(True)
    return reply.ask("ready", YesNo() | _STAY, then=ready, step=Line(f"name-{state.step + 1}"))


@trust.step
def ready(turn: Turn[Trust], wanted: str | bool | None) -> Reply:
    """Begin the next step, or stay. Before the second, ask once whether it is to be for two."""
    state = turn.state
    if wanted is not True:
        longer = replace(state, tried=not state.task, due=turn.after(LONGER) if state.task else None)
        return say("more-time").keep(longer).done()
    if not state.asked_together and len(turn.people) > 1:
        return nothing().call(company, then=after_company)
    return start(turn, state, state.step + 1)


@trust.step
def after_company(turn: Turn[Trust], _with: object) -> Reply:
    """Begin the next step."""
    return start(turn, turn.state, turn.state.step + 1)


@trust.on("TrustMoreTimeIntent")
def more_time(turn: Turn[Trust]) -> Reply:
    """Give a week more, or as long as it takes; what is open stays open."""
    if turn.state.status != "active":
        return say("no-rush").done()
    due = None if turn.state.part or turn.state.tried else turn.after(LONGER)
    return say("more-time").keep(replace(turn.state, due=due)).done()


@trust.on("TrustPauseIntent")
def pause(turn: Turn[Trust]) -> Reply:
    """Put the steps down for as long as they like; nothing is brought up meanwhile."""
    if turn.state.status not in ("active", "done"):
        return say("no-rush").done()
    return say("paused").keep(replace(turn.state, status="paused", due=None)).done()
