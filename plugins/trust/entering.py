"""The ways in: asking for the steps, or telling what happened."""

from __future__ import annotations

from plugins.trust.beginning import begin, named
from plugins.trust.going import go_on
from plugins.trust.practice import HURT, RESPONSIBLE, Trust, nobody, trust
from plugins.trust.wording import tidy
from skill import Choice, Option, Reply, Turn, nothing, say

_NEW = Choice(
    Option("new", ("something new", "a new one", "it's new", "new", "start over", "something else")),
    Option("same", ("the same", "same", "the one we started", "that one", "go on", "carry on")),
)


@trust.on("TrustIntent", entry=True)
def enter(turn: Turn[Trust]) -> Reply:
    """Begin, or go on where one was."""
    return go_on(turn)


@trust.on("TrustHurtIntent", "TrustDoneToMeIntent")
def was_hurt(turn: Turn[Trust]) -> Reply:
    """Begin as the one who was hurt."""
    return _told(turn, HURT)


@trust.on("TrustBrokeIntent", "TrustDidItIntent")
def broke_it(turn: Turn[Trust]) -> Reply:
    """Begin as the one responsible."""
    return _told(turn, RESPONSIBLE)


def _told(turn: Turn[Trust], role: str) -> Reply:
    """Begin from that side. Who has said what happened is not asked for it; it needs no name."""
    label = tidy(turn.slots.get("matter", ""))
    said_what = turn.intent in ("TrustDoneToMeIntent", "TrustDidItIntent")
    if turn.speaker is None:
        return nobody()
    if turn.state.status:
        given = {"role": role, "label": label, "said_what": said_what}
        return say("heard-that").ask("new-or-same", _NEW, then=new_or_same).given(**given)
    return named(say("heard-that"), role, label) if said_what else begin(turn, role)


@trust.step
def new_or_same(turn: Turn[Trust], which: str | None) -> Reply:
    """Begin anew for something new; else go on."""
    role, label = str(turn.given["role"]), str(turn.given["label"])
    if which == "new":
        return named(nothing(), role, label) if turn.given["said_what"] else begin(turn, role)
    return go_on(turn)
