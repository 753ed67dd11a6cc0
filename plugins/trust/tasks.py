"""The one task of a step: what is suggested, how it is kept, and when it is asked about.

The suggestions stand here and not among the texts, since they become people's own words. They hold at most eight words
and no "I" or "you", so that they are said back whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from plugins.trust.practice import APART, BOTH, HURT, LAST, RESPONSIBLE, REVIEW_AFTER, TASK, Trust, trust
from plugins.trust.wording import as_task, briefly, reminder_in
from skill import Outcome, Reminder, Reply, Screen, Turn, nothing, say

LABEL = "reminder-label"

_HEARING: Mapping[str, str] = MappingProxyType(
    {
        HURT: "ten minutes in which they only listen",
        RESPONSIBLE: "ten minutes of listening, without explaining",
        BOTH: "ten minutes each: one talks, one listens",
    }
)
HELPERS: Mapping[str, str] = MappingProxyType(
    {
        "doctor": "asking the family doctor",
        "counsellor": "looking for a counsellor",
        "friend": "a talk with someone wise",
    }
)


def suggested(state: Trust) -> str:
    """Suggest the task of the first step, by what happened from this person's side."""
    return _HEARING.get(state.role, _HEARING[BOTH])


def set_task(turn: Turn[Trust], words: str, due: datetime | None = None) -> Reply:
    """Keep the task, and say when it will be asked about; a reminder only where one was wished for."""
    also = turn.answer.also if turn.answer else None
    words, wished = reminder_in(words)
    wished = wished or bool(also and also.reminder)
    named = (also.when if also else None) or (turn.request.when if turn.request else None)
    meant = named.at if named and (wished or named.explicit_date) else None
    wanted = due or meant or turn.after(REVIEW_AFTER)
    task = as_task(words)
    due = max(wanted, turn.after(APART))
    state = replace(turn.state, part="", draft="", task=task, tried=False, set_at=turn.now, due=due)
    reply = nothing().keep(state).record(TASK, task, step=state.step).show(dots(state))
    if wished:
        return reply.given(task=task).remind(Reminder(LABEL, at=wanted), then=reminded)
    return reply.say("task-kept", task=briefly(task), day=due.date()).done(True)


@trust.step
def reminded(turn: Turn[Trust], outcome: Outcome) -> Reply:
    """Confirm the exact time, or say what holds without a reminder."""
    task = str(turn.given["task"])
    if outcome and outcome.at:
        return say("task-reminded", task=briefly(task), when=outcome.at).done(True)
    return say("task-no-reminder", task=briefly(task)).done(True)


def no_task(turn: Turn[Trust]) -> Reply:
    """Leave a step without a task; the next one waits its day all the same."""
    state = replace(turn.state, part="", draft="", task="", tried=True, set_at=turn.now, due=None)
    return say("no-task").keep(state).show(dots(state)).done(True)


def dots(state: Trust) -> Screen:
    """Show which step of five it is, and nothing about what happened."""
    return Screen(progress=(min(state.step, LAST), LAST))
