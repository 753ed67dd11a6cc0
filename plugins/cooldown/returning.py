"""Coming back from a break: how calm each one is, a soft start, more time, or the other one who did not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.cooldown.breaks import Break, Breaks, cooldown, running, spent, until
from plugins.cooldown.calling import propose, settle
from plugins.cooldown.lengths import DAY, HOUR, NO_TIME, PROPOSED, end_of, fitted, wished
from skill import (
    Choice,
    Duration,
    Feeling,
    Felt,
    Moment,
    Name,
    Option,
    Reply,
    Scale,
    Turn,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)

CALM = 7
"""From here up a talk can go on."""
STRETCHES = 2
"""So often a break is made longer; then it is a set time tomorrow."""
ME = Option("me", ("me", "i do", "i will", "i'll go", "i'll start", "i can", "myself"))
THEM = Option("them", ("you", "you do", "they do", "she does", "he does", "the other one", "you first", "you go"))
IN_AN_HOUR = Option("hour", ("in an hour", "an hour", "once more", "try again", "try once more", "again", "later"))
TOMORROW = Option("tomorrow", ("tomorrow", "till tomorrow", "leave it till tomorrow", "leave it", "not today"))


def back(turn: Turn[Breaks], question: str = "back") -> Reply:
    """Ask the one who speaks how calm they are."""
    return ask(question, Scale() | YesNo(), then=calm)


@cooldown.step
def calm(turn: Turn[Breaks], answer: int | bool | None) -> Reply:
    """Take how calm the first one is; go on to the other, or to more time."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if answer is None:
        return ask("calm-enough", YesNo(), then=calm)
    if not _calm(answer):
        return _not_calm(turn, plan)
    if plan.alone:
        return soft_alone(turn)
    asked = turn.speaker.id if turn.speaker else ""
    return _other(turn, asked) if turn.for_two else nothing().given(asked=asked).both_here(then=both_back)


@cooldown.step
def both_back(turn: Turn[Breaks], here: bool) -> Reply:
    """Ask the other one too, or stay with the one who came back alone."""
    return _other(turn, str(turn.given.get("asked", ""))) if here else not_back(turn)


def _other(turn: Turn[Breaks], asked: str) -> Reply:
    """Ask the one of the two who has not been asked yet."""
    person = next((each for each in turn.present if each.id != asked), None)
    named = person is not None and bool(person.name)
    return ask("and-named" if named else "and-other", Scale() | YesNo(), then=calm_too, to=person, who=person or "")


@cooldown.step
def calm_too(turn: Turn[Breaks], answer: int | bool | None) -> Reply:
    """Take how calm the other one is: start softly, or take more time."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if answer is None:
        return ask("calm-enough", YesNo(), then=calm_too)
    return soft(turn) if _calm(answer) else _not_calm(turn, plan)


def soft(turn: Turn[Breaks]) -> Reply:
    """Let them begin, softly; they count as back before anyone says who goes first."""
    topic = turn.state.open.topic if turn.state.open else ""
    reply = say("topic-was", topic=topic) if topic else nothing()
    expects = Name() | Choice(ME, THEM)
    return reply.ask("start-soft", expects, then=goes_first).keep(turn.state.closed(returned=True))


@cooldown.step
def goes_first(turn: Turn[Breaks], who: str | None) -> Reply:
    """Leave them to it."""
    if who is None or who in (ME.id, THEM.id):
        return say("go").done(True)
    return say("go-named", who=who).done(True)


def soft_alone(turn: Turn[Breaks]) -> Reply:
    """Help one person name what is underneath before they answer."""
    return ask("underneath", Feeling() | Words(), then=named).keep(turn.state.closed(returned=True))


@cooldown.step
def named(turn: Turn[Breaks], feeling: Felt | str | None) -> Reply:
    """Say the feeling back, and how to put it into words; nothing is kept."""
    return say("go-alone").done(True) if feeling is None else say("word-it", feeling=feeling).done(True)


def stretch(turn: Turn[Breaks], plan: Break, question: str) -> Reply:
    """Propose more time, twice at most; then a set time tomorrow."""
    plan = spent(turn, plan)
    if plan.extensions >= STRETCHES:
        return till_tomorrow(turn, plan)
    rest = max(NO_TIME, until(turn, plan.ends))
    ends = wished(turn, on_top=rest) or turn.after(rest + PROPOSED)
    longer = replace(plan, ends=ends, extensions=plan.extensions + 1, ready="", asked=False, tries=0)
    return propose(turn, turn.state, longer, question)


def _not_calm(turn: Turn[Breaks], plan: Break) -> Reply:
    """Leave a break running that was to end early, or propose more time."""
    return say("stays-on", at=plan.ends).done(True) if running(turn) else stretch(turn, plan, "more")


def till_tomorrow(turn: Turn[Breaks], plan: Break) -> Reply:
    """Propose a set time tomorrow, which holds already."""
    ends, _ = fitted(turn, plan.started, turn.now + 2 * DAY)
    state = turn.state.opened(replace(plan, ends=ends, asked=False))
    return ask("tomorrow", YesNo() | When(), then=set_tomorrow, at=ends).keep(state)


@cooldown.step
def set_tomorrow(turn: Turn[Breaks], answer: bool | Moment | None) -> Reply:
    """Take the time tomorrow, or another one no later."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    if answer is False:
        open_end = turn.state.opened(replace(plan, ends=turn.now, asked=False))
        return say("no-time").keep(open_end).done(False)
    if isinstance(answer, Moment):
        ends, note = fitted(turn, plan.started, end_of(turn, answer))
        return settle(
            turn, replace(plan, ends=ends), before=say(note, span=until(turn, ends), at=ends) if note else None
        )
    return settle(turn, plan, sure=answer is True and turn.answer is not None and turn.answer.also.reminder)


def not_back(turn: Turn[Breaks]) -> Reply:
    """Stay with the one who kept their side: once more in an hour, or tomorrow; nobody is followed."""
    plan = turn.state.open
    if plan is None:
        return say("none").done(False)
    waiting = turn.state.opened(replace(spent(turn, plan), tries=plan.tries + 1, asked=False))
    if plan.tries:
        return say("kept-side-again").keep(waiting).done(False)
    expects = Choice(IN_AN_HOUR, TOMORROW) | YesNo() | Duration() | When()
    return ask("kept-side", expects, then=once_more).keep(waiting)


@cooldown.step
def once_more(turn: Turn[Breaks], answer: str | bool | timedelta | Moment | None) -> Reply:
    """Try again in an hour, or leave it till tomorrow."""
    plan = turn.state.open
    if plan is None or answer is None or answer is False:
        return say("left-be").done(False)
    if answer == TOMORROW.id:
        ends, _ = fitted(turn, plan.started, turn.now + 2 * DAY)
        return settle(turn, replace(plan, ends=ends))
    wish = HOUR if isinstance(answer, str | bool) else answer
    ends, _ = fitted(turn, plan.started, end_of(turn, wish))
    return settle(turn, replace(plan, ends=ends))


@cooldown.step
def pick_up(turn: Turn[Breaks], answer: bool | None) -> Reply:
    """Go on with a talk that nobody came back to, or leave it."""
    if answer:
        return back(turn, "how-calm")
    if answer is None or turn.state.open is None:
        return say("left-be").done(False)
    return say("let-be").keep(turn.state.closed(returned=False)).done(False)


def _calm(answer: int | bool) -> bool:
    """Read a yes as calm enough, and a number by its size."""
    return answer if isinstance(answer, bool) else answer >= CALM
