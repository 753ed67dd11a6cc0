"""The practice itself: what it keeps between days, and what its other modules look up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from skill import Practice, Turn

NAMED = 8
"""So many words of a step or a name are kept."""
_FILLERS = re.compile(
    r"^(?:(?:um|uh|well|so|oh|yes|yeah|maybe|perhaps|probably|i think|i guess)[, ]+)+"
    r"|^(?:i'd like to|i would like to|i want to|i'll|i will|i could|i can|i'm going to|that's|it's|it'd be|to) ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Plan:
    """A step someone set out to take, in their words, and from when on it may be asked about (None: not at all)."""

    what: str
    due: datetime | None = None


@dataclass(frozen=True)
class Support:
    """What one person's looking for help remembers: the step they set out, and how many of the sources were told."""

    plan: Plan | None = None
    told: int = 0


support = Practice("support", state=Support, sensitive=True)


def mine(turn: Turn[Support]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def known_alone(turn: Turn[Support]) -> bool:
    """Say whether one person is here, and it is known who."""
    return not turn.for_two and (turn.speaker is not None or len(turn.people) < 2)


def nameable(turn: Turn[Support]) -> bool:
    """Say whether more than neutral words may be said unasked: to a voice that was recognised, or someone alone."""
    return turn.speaker is not None and (turn.speaker.recognised or len(turn.people) == 1)


def tidy(words: str) -> str:
    """Give what was named without what stands before it: "well, I'd like to call the clinic" is "call the clinic"."""
    plain, before = " ".join(words.replace("’", "'").split()).strip(" .,!?"), ""
    while plain != before:
        plain, before = _FILLERS.sub("", plain), plain
    return re.sub(r"\bi(?='|\b)", "I", " ".join(plain.split()[:NAMED]))
