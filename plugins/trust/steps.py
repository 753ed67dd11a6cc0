"""The five steps: what each asks, in which order, and what is made of the answers.

They are Seed A's, which Gottman's atone, attune and attach agree with: hear the hurt without excuses, talk honestly
without painful details, limits and small promises, help from outside where wanted, care and patience. Forgiving is
optional and no step of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from plugins.trust.practice import LIMIT, NOTE, PROMISE, Trust, trust
from plugins.trust.tasks import HELPERS, dots, no_task, set_task, suggested
from plugins.trust.wording import aside, reminder_in, says_nothing, theirs, tidy, too_big
from skill import (
    Choice,
    Duration,
    Feeling,
    Felt,
    Line,
    Moment,
    Option,
    Reply,
    Turn,
    Verbatim,
    When,
    Words,
    YesNo,
    nothing,
    say,
)

Value: TypeAlias = str | bool | Felt | Moment | timedelta

FIRST: Mapping[int, str] = MappingProxyType({1: "felt", 2: "open", 3: "limit", 4: "help", 5: "bad-day"})
"""The part that each step begins with."""
_HELP = Choice(
    Option("doctor", ("doctor", "ask the doctor", "my doctor", "the doctor", "family doctor", "our doctor", "gp")),
    Option(
        "counsellor",
        ("counsellor", "a counsellor", "counselor", "a counselor", "counselling", "counseling", "a therapist"),
    ),
    Option("friend", ("friend", "a friend", "talk to a friend", "talk to someone", "someone wise", "family")),
)
_EXPECTED = MappingProxyType(
    {
        "felt": Feeling() | Words(),
        "fits": YesNo() | Words(),
        "often": When() | Duration() | Words(),
        "help": YesNo() | Words(),
        "help-how": _HELP | Words(),
        "forgive": YesNo() | Words(),
    }
)
AFTER_TALK = timedelta(hours=2)


def start(turn: Turn[Trust], state: Trust, number: int) -> Reply:
    """Begin a step: what it is about, and its first question."""
    fresh = replace(state, status="active", step=number, part="", draft="", task="", tried=False, due=None)
    return part(say(f"step-{number}", role=Verbatim(state.role)), fresh, FIRST[number])


def part(reply: Reply, state: Trust, name: str, *, draft: str = "") -> Reply:
    """Ask one part of a step; where it stands is kept, so that it can be gone on with in weeks."""
    kept = replace(state, part=name, draft=draft)
    role, task = Verbatim(state.role), suggested(state)
    asked = reply.keep(kept).ask(name, _EXPECTED.get(name, Words()), then=answered, role=role, task=task)
    return asked.given(part=name).show(dots(kept))


def go_on_with(state: Trust) -> Reply:
    """Ask the part again that was left open."""
    return part(say("back-at", step=Line(f"name-{state.step}")), state, state.part, draft=state.draft)


@trust.step
def answered(turn: Turn[Trust], value: Value | None) -> Reply:
    """Take the answer to a part; None is a skipped one."""
    name = str(turn.given["part"])
    if isinstance(value, str) and aside(value):
        return part(say("aside"), turn.state, name, draft=turn.state.draft)
    if isinstance(value, str) and name in OWN and theirs(value):
        return part(say("own-actions"), turn.state, name, draft=turn.state.draft)
    return _TAKEN[name](turn, None if isinstance(value, str) and says_nothing(value) else value)


OWN = frozenset({"fits", "own-task", "open", "limit", "promise", "kind"})
"""Parts whose answer must be something that the speaker does."""


def _noted(turn: Turn[Trust], reply: Reply, value: Value | None, kind: str = NOTE) -> Reply:
    words = value.word if isinstance(value, Felt) else value if isinstance(value, str) else ""
    return reply.record(kind, tidy(words), step=turn.state.step) if words else reply


def _felt(turn: Turn[Trust], value: Value | None) -> Reply:
    """Hear the feeling before anything is done about it."""
    return part(_noted(turn, say("heard") if value else nothing(), value), turn.state, "fits")


def _fits(turn: Turn[Trust], value: Value | None) -> Reply:
    if value is True:
        said = re.search(r"\b(\w+) minutes\b", turn.answer.words) if turn.answer else None
        return set_task(turn, suggested(turn.state).replace("ten", said[1] if said else "ten", 1))
    if isinstance(value, str) and not too_big(value):
        return set_task(turn, value)
    return part(nothing(), turn.state, "own-task")


def _own_task(turn: Turn[Trust], value: Value | None) -> Reply:
    return set_task(turn, value) if isinstance(value, str) and not too_big(value) else no_task(turn)


def _open(turn: Turn[Trust], value: Value | None) -> Reply:
    if not isinstance(value, str) or too_big(value):
        return no_task(turn)
    return part(nothing(), turn.state, "often", draft=tidy(value))


def _often(turn: Turn[Trust], value: Value | None) -> Reply:
    """Put what will be open and how often together; a named day is asked about after it."""
    how = turn.answer.words if turn.answer and value else ""
    due: datetime | None = value.at + AFTER_TALK if isinstance(value, Moment) else None
    return set_task(turn, f"{turn.state.draft}, {how}" if how and not too_big(how) else turn.state.draft, due)


def _limit(turn: Turn[Trust], value: Value | None) -> Reply:
    if isinstance(value, str) and too_big(value):
        value = None
    return part(
        _noted(turn, say("limit-kept", words=value) if value else nothing(), value, LIMIT), turn.state, "promise"
    )


def _promise(turn: Turn[Trust], value: Value | None) -> Reply:
    """Make a small promise the task; where a practice takes promises in, it may have this one too."""
    if not isinstance(value, str) or too_big(value):
        return no_task(turn)
    words = tidy(reminder_in(value)[0])
    reply = set_task(turn, value).record(PROMISE, words, step=turn.state.step)
    found = turn.offers("check-in", about="promise", words=words)
    offer = next((each for each in found if each.about == "promise"), None)
    return reply.call(offer, then=promise_made) if offer and reply.handed is None else reply


@trust.step
def promise_made(_turn: Turn[Trust], _value: object) -> Reply:
    """Go back to whoever asked, after a practice that keeps promises took this one in."""
    return nothing().done(True)


def _help(turn: Turn[Trust], value: Value | None) -> Reply:
    """Ask for a first step towards help, where help is wanted; not wanting it is an answer."""
    if value is True:
        return part(nothing(), turn.state, "help-how")
    if isinstance(value, str) and not too_big(value):
        return set_task(turn, value)
    return no_task(turn)


def _help_how(turn: Turn[Trust], value: Value | None) -> Reply:
    if not isinstance(value, str) or too_big(value):
        return no_task(turn)
    return set_task(turn, HELPERS.get(value, value))


def _bad_day(turn: Turn[Trust], value: Value | None) -> Reply:
    return part(_noted(turn, say("bad-day-kept") if value else nothing(), value), turn.state, "forgive")


def _forgive(turn: Turn[Trust], value: Value | None) -> Reply:
    """Leave forgiving where it is, unless there is something to note about it."""
    if value is True:
        return part(nothing(), turn.state, "forgive-note")
    return part(_noted(turn, nothing(), value), turn.state, "kind")


def _forgive_note(turn: Turn[Trust], value: Value | None) -> Reply:
    return part(_noted(turn, nothing(), value), turn.state, "kind")


_TAKEN: Mapping[str, Callable[[Turn[Trust], Value | None], Reply]] = MappingProxyType(
    {
        "felt": _felt,
        "fits": _fits,
        "own-task": _own_task,
        "open": _open,
        "often": _often,
        "limit": _limit,
        "promise": _promise,
        "help": _help,
        "help-how": _help_how,
        "bad-day": _bad_day,
        "forgive": _forgive,
        "forgive-note": _forgive_note,
        "kind": _own_task,
    }
)
