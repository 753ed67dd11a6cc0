"""The practice itself: what it keeps between days, and how a plan is found by what people call it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from skill import Practice, Reminder, Turn

LABEL = "reminder-label"
DONE = "done"
REMEMBERED = 12
NAMED = 8
STALE = timedelta(days=2)

_FILLERS = re.compile(
    r"^(?:(?:to|for|about|the|a|an|my|some|our|do|doing|have|take|go for|going for|went for|reminder|plan) )+"
    r"|(?: (?:reminder|plan|one|please|again|today))+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Plan:
    """Something to be reminded of: what, its (next) local time, the weekdays it comes again on (0 = Monday).

    ``alert`` is the reminder's id, "" where there is none: refused, or muted without an end.
    """

    what: str
    at: datetime
    days: tuple[int, ...] = ()
    alert: str = ""

    @property
    def reminder(self) -> Reminder:
        """Give it as the house sets and says it; the label is neutral, since it is read aloud in the room."""
        return Reminder(LABEL, at=self.at, days=self.days)


@dataclass(frozen=True)
class Selfcare:
    """What looking after oneself remembers: ideas by what people think of them, plans, and whether all is muted."""

    own: tuple[str, ...] = ()
    liked: tuple[str, ...] = ()
    disliked: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    plans: tuple[Plan, ...] = ()
    muted: bool = False
    muted_until: datetime | None = None


selfcare = Practice("selfcare", state=Selfcare)


def bare(words: str) -> str:
    """Give a thing's name without what stands around it: "the walk", "my walk" and "a walk" are one."""
    plain = " ".join(words.replace("’", "'").lower().strip(" .,!?").split())
    return _FILLERS.sub("", f"{plain}").strip()


def tidy(words: str) -> str:
    """Give a thing's name: eight words at most, without fillers before them, "I" with its capital."""
    plain = re.sub(r"^(?:(?:um|well|oh|so|and|to) )+", "", " ".join(words.split()), flags=re.IGNORECASE).strip(" .,!?")
    plain = " ".join(plain.split()[:NAMED])
    return re.sub(r"\bi(?='|\b)", "I", plain)


def find(plans: Iterable[Plan], words: str) -> Plan | None:
    """Find the plan that words speak of, by the words they share; None where none is meant."""
    wanted = _telling(words)
    best = max(plans, key=lambda plan: len(wanted & _telling(plan.what)), default=None)
    return best if best and wanted & _telling(best.what) else None


def _telling(words: str) -> set[str]:
    return {
        word.removesuffix("s") for word in bare(words).split() if len(word) > 2 and word not in ("the", "and", "for")
    }


def put(state: Selfcare, plan: Plan, now: datetime) -> Selfcare:
    """Take a plan in, in place of the one of the same name; single ones long past go."""
    plans = [each for each in state.plans if each.days or each.at > now - STALE]
    names = [bare(each.what) for each in plans]
    if bare(plan.what) in names:
        plans[names.index(bare(plan.what))] = plan
    else:
        plans.append(plan)
    return replace(state, plans=tuple(plans))


def dropped(state: Selfcare, plan: Plan) -> Selfcare:
    """Take a plan out."""
    return replace(state, plans=tuple(each for each in state.plans if bare(each.what) != bare(plan.what)))


def mine(turn: Turn[Selfcare]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def remembered(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Put a name at the end of a list of the newest few, once."""
    return (*(each for each in names if each != name), name)[-REMEMBERED:]
