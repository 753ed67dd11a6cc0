"""After five steps: what it may have become, and a look back once a month where it is wanted."""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.practice import LAST, LOOK, MONTH, Trust, trust
from plugins.trust.steps import start
from plugins.trust.wording import badly, tidy
from skill import Choice, Option, Reply, Turn, Words, YesNo, ask, say

HOW = Choice(
    Option("steadier", ("steadier", "better", "stronger", "easier", "good", "closer", "more solid")),
    Option("same", ("the same", "about the same", "as before", "unchanged", "no different", "so so")),
    Option("harder", ("harder", "worse", "shakier", "weaker", "not good", "bad", "difficult")),
)


def finish(reply: Reply, state: Trust) -> Reply:
    """Close the fifth step, and offer to look back once a month; what holds without an answer is kept first."""
    done = replace(state, status="done", step=LAST + 1, part="", task="", tried=True, due=None)
    return reply.say("five-done").keep(done).ask("look-wanted", YesNo(clear=True), then=look_wanted)


@trust.step
def look_wanted(turn: Turn[Trust], wanted: bool | None) -> Reply:
    """Note the day of the first look back, or leave it."""
    if not wanted:
        return say("no-look").done()
    due = turn.after(MONTH)
    return say("look-set", day=due.date()).keep(replace(turn.state, due=due)).done(True)


def look(turn: Turn[Trust]) -> Reply:
    """Ask how it is between them now."""
    return ask("look", HOW | Words(), then=looked).keep(turn.state)


@trust.step
def looked(turn: Turn[Trust], answer: str | None) -> Reply:
    """Keep the answer as it was given; where it is harder, offer the steps again."""
    state = replace(turn.state, due=turn.after(MONTH) if turn.state.due else None)
    if answer is None:
        return say("no-rush").keep(state).done()
    words = tidy(turn.answer.words) if turn.answer else answer
    if answer == "harder" or (answer not in ("steadier", "same") and badly(answer)):
        return ask("look-again", YesNo(), then=steps_again).record(LOOK, words).keep(state)
    return say("look-kept").record(LOOK, words).keep(state).done(True)


@trust.step
def steps_again(turn: Turn[Trust], wanted: bool | None) -> Reply:
    """Begin with the first step again, or leave it."""
    if not wanted:
        return say("no-rush").done()
    return start(turn, replace(turn.state, status="active"), 1)
