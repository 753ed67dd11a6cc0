"""What two people know together: the task they agreed on, and whether their check-in may ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from plugins.trust.practice import Trust, trust
from skill import Entry, Person, Reply, Turn, YesNo, nothing, say

FOR_TWO = "for-two"


@dataclass(frozen=True)
class Shared:
    """One step for two as it was kept; ``WORDS`` is all that its entry says to anybody else who may read it."""

    WORDS: ClassVar[str] = "a step together"

    entry: Entry
    step: int
    task: str
    tried: bool
    due: datetime
    check_in: bool

    @classmethod
    def of(cls, entry: Entry) -> Shared:
        """Read an entry."""
        data = entry.data
        task = str(data.get("task", ""))
        tried = bool(data.get("tried", not task))
        return cls(
            entry, int(data["step"]), task, tried, datetime.fromisoformat(str(data["due"])), bool(data.get("check_in"))
        )


def latest(turn: Turn[Trust]) -> Shared | None:
    """Give the latest step of the two who are here."""
    two = {person.id for person in turn.present}
    found = turn.journal.entries(FOR_TWO)
    return next((Shared.of(entry) for entry in found if {entry.owner, entry.shared_with} == two), None)


def ask_sharing(reply: Reply, first: Person, second: Person) -> Reply:
    """Ask one and then the other; without two clear yeses the check-in stays silent."""
    asked = reply.ask("two-check-in", YesNo(clear=True), then=may, to=first, name=first)
    return asked.given(second=second)


@trust.step
def may(turn: Turn[Trust], yes: bool | None) -> Reply:
    """Go on to the other one, or leave it."""
    if not yes:
        return say("two-silent").done(True)
    second = turn.given["second"]
    return nothing().ask("two-check-in", YesNo(clear=True), then=may_too, to=second, name=second)


@trust.step
def may_too(turn: Turn[Trust], yes: bool | None) -> Reply:
    """Let the check-in ask, where both said so."""
    entry = next((each for each in reversed(turn.kept) if each.kind == FOR_TWO), None)
    if not yes or entry is None:
        return say("two-silent").done(True)
    return say("two-agreed").amend(entry, check_in=True).done(True)
