"""The practice itself: what it keeps between days, and what its other modules look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from skill import Entry, Practice, Turn

KIND = "word"
"""The kind of an entry that holds a word for how someone was; a check-in may keep words of this kind too."""
PLEASANT = frozenset({"glad", "calm", "loved"})
UNPLEASANT = frozenset({"sad", "angry", "afraid", "tired", "hurt", "ashamed", "stressed", "lonely"})
BACK_FILL = timedelta(days=7)


@dataclass(frozen=True)
class Asking:
    """What someone wanted to be asked about: the entry's id, and from when on."""

    entry: str
    due: datetime


@dataclass(frozen=True)
class Feelings:
    """What one person's feelings remember: whether words are kept, whether numbers are liked, what to ask about.

    ``pointed`` is when a doctor or someone trusted was last named.
    """

    storing: bool = True
    numbers: bool = False
    asking: Asking | None = None
    pointed: datetime | None = None


feelings = Practice("feelings", state=Feelings, sensitive=True)


def mine(turn: Turn[Feelings]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def known_alone(turn: Turn[Feelings]) -> bool:
    """Say whether one person is here, and it is known who: only they hear what they noted."""
    return not turn.for_two and (turn.speaker is not None or len(turn.people) < 2)


def kept_word(turn: Turn[Feelings]) -> Entry | None:
    """Give the word that this run kept last; None where nothing was kept."""
    return next((each for each in reversed(turn.kept) if each.kind == KIND), None)


def day_of(turn: Turn[Feelings], entry: Entry) -> date:
    """Give the day a word is for: the one it names, else the one it was kept on."""
    named = str(entry.data.get("day") or "")
    return date.fromisoformat(named) if named else entry.made_at.astimezone(turn.now.tzinfo).date()
