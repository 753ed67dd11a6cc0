"""What people ask on the way: how long, whether it can be mended, whether they must forgive; and what they set out.

Each has one plain answer; then the way back to where they were.
"""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.beginning import begin
from plugins.trust.going import go_on
from plugins.trust.practice import LAST, LIMIT, NOTE, PROMISE, RESPONSIBLE, TASK, Trust, last_kept, mine, nobody, trust
from plugins.trust.wording import briefly, tidy
from skill import Line, Reply, Turn, YesNo, nothing, say

_OWN_WORDS = (TASK, NOTE, LIMIT, PROMISE)
MANY = 200


@trust.on("TrustHowLongIntent")
def how_long(turn: Turn[Trust]) -> Reply:
    """There is no timetable."""
    return _answered(turn, "how-long")


@trust.on("TrustForgiveIntent")
def must_i_forgive(turn: Turn[Trust]) -> Reply:
    """Forgiving is theirs to decide, if ever."""
    return _answered(turn, "must-forgive")


@trust.on("TrustMendIntent")
def can_it_be_mended(turn: Turn[Trust]) -> Reply:
    """Nobody can know; what often helps can be said."""
    return _answered(turn, "can-mend")


@trust.on("TrustPressureIntent")
def make_them(turn: Turn[Trust]) -> Reply:
    """Nobody can be made to trust: what is left is what one does oneself."""
    return _answered(turn, "pressure")


@trust.on("TrustHonestIntent")
def be_honest(turn: Turn[Trust]) -> Reply:
    """Say how to be honest without hurting more; who has not begun may begin here."""
    if turn.speaker is not None and not turn.state.status:
        return replace(begin(turn, RESPONSIBLE), lines=say("honest-first").lines)
    return _answered(turn, "honest")


@trust.on("TrustWhereIntent")
def where_am_i(turn: Turn[Trust]) -> Reply:
    """Say which step it is and what was set out, since it was asked for."""
    state = turn.state
    if turn.speaker is None:
        return nobody()
    if not state.status:
        return say("not-begun").ask("begin-now", YesNo(), then=back)
    if state.step > LAST:
        return say("where-done").done()
    step = Line(f"name-{state.step}")
    if state.task:
        return say("where-task", number=state.step, step=step, task=briefly(state.task)).done()
    return say("where", number=state.step, step=step).done()


def _answered(turn: Turn[Trust], message: str) -> Reply:
    """Give the answer, and offer the way back (or in)."""
    state = turn.state
    reply = say(message)
    if turn.speaker is None or state.status in ("paused", "done"):
        return reply.done()
    if not state.status:
        return reply.ask("begin-now", YesNo(), then=back)
    return reply.ask("go-on-now", YesNo(), then=back) if state.part or not state.tried else reply.done()


@trust.step
def back(turn: Turn[Trust], wanted: bool | None) -> Reply:
    """Go on where it was, or leave it."""
    return go_on(turn) if wanted else say("no-rush").done()


@trust.on("CorrectionIntent")
def correct(turn: Turn[Trust]) -> Reply:
    """Put right what was kept last, the task included."""
    entry = last_kept(turn, *_OWN_WORDS)
    words = tidy(turn.slots.get("new", "") or turn.slots.get("words", ""))
    if entry is None or not words:
        return nothing()
    reply = say("corrected", words=words).amend(entry, text=words)
    if entry.text == turn.state.task:
        reply = reply.keep(replace(turn.state, task=words))
    return reply


@trust.on("TrustForgetIntent")
def forget(turn: Turn[Trust]) -> Reply:
    """Ask before everything kept here is taken away."""
    if turn.speaker is None or not turn.state.status:
        return say("nothing-to-forget").done()
    return nothing().ask("forget-sure", YesNo(clear=True), then=forgotten)


@trust.step
def forgotten(turn: Turn[Trust], sure: bool | None) -> Reply:
    """Take everything away, or nothing."""
    if not sure:
        return say("not-forgotten").done()
    reply = say("forgotten").keep(Trust())
    for entry in turn.journal.entries(owner=mine(turn), limit=MANY):
        reply = reply.drop(entry)
    return reply.done()
