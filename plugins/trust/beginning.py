"""Beginning: from which side, what it is called, whether it is safe; then the first step."""

from __future__ import annotations

from plugins.trust.practice import BOTH, HURT, RESPONSIBLE, Trust, let_go, nobody, trust
from plugins.trust.safety import safe, stop_here
from plugins.trust.steps import start
from plugins.trust.wording import tidy
from skill import Choice, Option, Reply, Turn, Verbatim, Words, ask, nothing

_SIDES = Choice(
    Option(
        HURT,
        (
            "hurt",
            "i was hurt",
            "i got hurt",
            "i'm the one who was hurt",
            "the one who was hurt",
            "the hurt one",
            "it was them",
        ),
    ),
    Option(
        RESPONSIBLE,
        (
            "responsible",
            "i was responsible",
            "i'm responsible",
            "the one responsible",
            "it was me",
            "i did it",
            "my fault",
            "me",
        ),
    ),
    Option(BOTH, ("both", "both of us", "a bit of both", "bit of both", "we both did", "we're both", "each of us")),
)


def begin(turn: Turn[Trust], role: str = "") -> Reply:
    """Ask for what is not known yet, one thing at a time. Nothing is kept before the answer to the last question."""
    if turn.speaker is None:
        return nobody()
    if not role:
        return ask("role", _SIDES, then=role_said)
    return ask("label", Words(), then=label_said, role=Verbatim(role)).given(role=role)


@trust.step
def role_said(turn: Turn[Trust], role: str | None) -> Reply:
    """Go on from the side that was named; who would rather not say may be on both."""
    return begin(turn, role or BOTH)


@trust.step
def label_said(turn: Turn[Trust], words: str | None) -> Reply:
    """Take what it is to be called."""
    return named(nothing(), str(turn.given["role"]), tidy(words) if words else "")


def named(reply: Reply, role: str, label: str) -> Reply:
    """Go on to the question before everything; what happened needs no name."""
    return reply.given(role=role, label=label).call(safe, then=begun)


@trust.step
def begun(turn: Turn[Trust], feels_safe: bool | None) -> Reply:
    """Begin the first step, or stop."""
    if not feels_safe:
        return stop_here(turn, feels_safe)
    state = Trust(str(turn.given["role"]), str(turn.given["label"]), begun=turn.now, safe_at=turn.now)
    return let_go(turn, start(turn, state, 1))
