"""What a household keeps of its breaks, and the practice itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from skill import Practice, Turn

REMEMBERED = 20
"""So many past breaks are kept."""
FRESH = timedelta(hours=2)
"""So long after its end a break is one to come back from; after that it is one that nobody came back from."""
STALE = timedelta(days=14)
"""A break older than this is not brought up by itself."""


@dataclass(frozen=True)
class Break:
    """One break: its bounds, who agreed to it (ids), its topic in three words, and how it was stretched.

    ``ready`` is the id of one who wants to go on early, ``tries`` counts returns on which the other did not come,
    ``asked`` says that an opening has asked about it once, ``alert`` is the reminder's id.
    """

    started: datetime
    ends: datetime
    alone: bool = False
    agreed: tuple[str, ...] = ()
    topic: str = ""
    extensions: int = 0
    tries: int = 0
    ready: str = ""
    asked: bool = False
    alert: str = ""


@dataclass(frozen=True)
class Past:
    """A break that is over, and whether everyone came back from it."""

    started: datetime
    returned: bool
    alone: bool = False


@dataclass(frozen=True)
class Breaks:
    """The household's breaks: the one that is open, and the last ones before it."""

    open: Break | None = None
    past: tuple[Past, ...] = ()

    def closed(self, *, returned: bool) -> Breaks:
        """Put the open break away."""
        if self.open is None:
            return self
        past = Past(self.open.started, returned, self.open.alone)
        return Breaks(past=(*self.past, past)[-REMEMBERED:])

    def opened(self, now: Break) -> Breaks:
        """Have this as the open break."""
        return replace(self, open=now)


cooldown = Practice("cooldown", state=Breaks, owner="household", for_two=True)


def until(turn: Turn[Breaks], at: datetime) -> timedelta:
    """Give the elapsed time from now to an instant, right across daylight saving; negative once it is past."""
    return at.astimezone(UTC) - turn.now.astimezone(UTC)


def running(turn: Turn[Breaks]) -> Break | None:
    """Give the break that is going on."""
    found = turn.state.open
    return found if found and until(turn, found.ends) > timedelta() else None


def over(turn: Turn[Breaks]) -> Break | None:
    """Give the break whose time is up and that nobody has come back from."""
    return None if running(turn) else turn.state.open


def left(turn: Turn[Breaks], found: Break) -> timedelta:
    """Give the time that is left of a break, in the nearest whole minutes, one or more; half a minute is not said."""
    seconds = until(turn, found.ends).total_seconds()
    return timedelta(minutes=max(1, -int(-(seconds - 30) // 60)))


def spent(turn: Turn[Breaks], found: Break) -> Break:
    """Forget the reminder of a break whose time is up: it has sounded."""
    return found if until(turn, found.ends) > timedelta() else replace(found, alert="")
