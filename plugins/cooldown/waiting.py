"""While a break runs: what is left, something calming, going back early, ending it."""

from __future__ import annotations

from dataclasses import replace

from plugins.cooldown.breaks import Break, Breaks, cooldown, left, over, running
from plugins.cooldown.calling import call_break, countdown, three_words
from plugins.cooldown.returning import back, not_back, stretch
from skill import Outcome, Person, Reminder, Reply, Turn, YesNo, ask, nothing, say


def still_on(turn: Turn[Breaks], plan: Break, question: str) -> Reply:
    """Say how long it still is, and offer a minute of slow breathing."""
    reply = ask(question, YesNo(), then=breathe, left=left(turn, plan), at=plan.ends)
    return reply.show(countdown(plan))


@cooldown.step
def breathe(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Breathe slowly together with the speaker, in one response, or let them be."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    reply = say("breathing", at=plan.ends) if answer else say("rest", at=plan.ends)
    return reply.show(countdown(plan)).done(True)


def none_running(turn: Turn[Breaks]) -> Reply:
    """Say that no break is on, and offer one."""
    return ask("none-running", YesNo(), then=wanted)


@cooldown.step
def wanted(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Call the break that was offered, or leave it."""
    return call_break(turn) if answer else say("fine").done(False)


@cooldown.on("CooldownLeftIntent")
def how_much_longer(turn: Turn[Breaks]) -> Reply:
    """Say what is left, whoever asks."""
    if plan := running(turn):
        return say("left", left=left(turn, plan), at=plan.ends).show(countdown(plan)).done(True)
    return back(turn) if over(turn) else none_running(turn)


@cooldown.on("CooldownReadyIntent")
def ready(turn: Turn[Breaks]) -> Reply:
    """Go back: at the end of a break at once, before it only with the other one's yes."""
    plan = running(turn)
    if plan is None:
        return back(turn) if over(turn) else none_running(turn)
    speaker = turn.speaker.id if turn.speaker else ""
    if plan.alone or (plan.ready and speaker and speaker != plan.ready):
        return back(turn, "how-calm")
    noted = turn.state.opened(replace(plan, ready=speaker))
    reply = say("early", left=left(turn, plan)).keep(noted)
    return reply.given(asked=speaker).both_here(then=both_early)


@cooldown.step
def both_early(turn: Turn[Breaks], here: bool) -> Reply:
    """Ask the other one, or wait."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if not here:
        return say("wait", at=plan.ends).done(True)
    other = next((each for each in turn.present if each.id != turn.given.get("asked")), None)
    return _other_ready(plan, other)


def _other_ready(plan: Break, other: Person | None) -> Reply:
    expects = YesNo(clear=True)
    if other and other.name:
        return ask("ready-named", expects, then=other_ready, to=other, who=other, at=plan.ends)
    return ask("ready-other", expects, then=other_ready, to=other, at=plan.ends)


@cooldown.step
def other_ready(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Go back with the other one's yes; without it the break holds."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    return back(turn, "how-calm") if answer else say("wait", at=plan.ends).done(True)


@cooldown.on("CooldownNotBackIntent")
def other_away(turn: Turn[Breaks]) -> Reply:
    """Stay with the one who came back alone; before the time is up the break goes on."""
    if plan := running(turn):
        return still_on(turn, plan, "still-on")
    return not_back(turn) if over(turn) else ask("not-back", YesNo(), then=wanted_alone)


@cooldown.step
def wanted_alone(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Call a break for the one who waits, or leave it."""
    return call_break(turn, alone=True) if answer else say("left-be").done(False)


@cooldown.on("CooldownMoreIntent", for_two=True)
def more_time(turn: Turn[Breaks]) -> Reply:
    """Make the break longer, asked for by either."""
    plan = turn.state.open
    return stretch(turn, plan, "longer-alone" if plan.alone else "longer") if plan else call_break(turn)


@cooldown.on("CooldownCancelIntent")
def cancel(turn: Turn[Breaks]) -> Reply:
    """End the break: one's own at once, one of two after a clear yes."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if plan.alone:
        return end(turn, True)
    return ask("end", YesNo(clear=True), then=end, at=plan.ends)


@cooldown.step
def end(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """End the break, and take its reminder away."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if not answer:
        return say("stays-on", at=plan.ends).done(True)
    reply = nothing().keep(replace(turn.state, open=None))
    if plan.alert and running(turn):
        return reply.cancel(plan.alert, then=ended)
    return reply.say("ended").done(False)


@cooldown.step
def ended(turn: Turn[Breaks], outcome: Outcome) -> Reply:
    """Say that it is over, and whether the reminder is gone with it."""
    gone = bool(outcome) or outcome.status == "missing"
    return say("ended" if gone else "ended-may-sound").done(False)


@cooldown.on("CooldownRemindIntent")
def remind(turn: Turn[Breaks]) -> Reply:
    """Set the reminder that was not wanted before."""
    plan = running(turn)
    if plan is None:
        return back(turn) if over(turn) else none_running(turn)
    if plan.alert:
        return say("set", at=plan.ends).done(True)
    return nothing().remind(Reminder("reminder", at=plan.ends), then="cooldown:reminded")


@cooldown.on("CooldownTopicIntent")
def about(turn: Turn[Breaks]) -> Reply:
    """Keep three words of what the talk was about, for coming back to."""
    plan = turn.state.open
    topic = three_words(turn.slots.get("break_topic", ""))
    if plan is None:
        return call_break(turn, topic=topic)
    return say("topic-kept", topic=topic).keep(turn.state.opened(replace(plan, topic=topic))).done(True)
