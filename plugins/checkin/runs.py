"""What is kept of check-ins, where one stands, and how it goes from one step to the next.

A run is a list of steps; a step that two people answer stands in it twice. It travels with the open question and is
kept in the state of the one who began it. What people say goes into the journal, where the house minds who may hear it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta

from skill import Entry, Line, Person, Practice, Reply, Screen, Turn, nothing

FINISHABLE = timedelta(days=2)
"""A run older than this is not finished but begun afresh."""
OPEN = timedelta(minutes=15)
"""A run touched within this is the one that people mean."""


@dataclass(frozen=True)
class Run:
    """One check-in: its steps, the one it has reached, since when, and by whom (ids; two for a check-in for two).

    ``skipped`` are the steps passed over in it, ``asked`` the practices whose due things were asked, ``kept`` what
    other practices kept, in their words; ``low`` says that the word for the day was a tired one, ``wished`` that
    someone named a wish, ``day`` (ISO) that it is for an earlier day.
    """

    steps: tuple[str, ...]
    begun: datetime
    touched: datetime
    at: int = 0
    two: bool = False
    people: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    low: bool = False
    wished: bool = False
    day: str = ""

    @property
    def step(self) -> str:
        """Name the step that is reached."""
        return self.steps[min(self.at, len(self.steps) - 1)]

    @property
    def round(self) -> int:
        """Count whose turn it is within the step: 0 or 1."""
        return self.steps[: self.at].count(self.step)

    @property
    def progress(self) -> tuple[int, int]:
        """Give the number of the step, and how many there are."""
        names = list(dict.fromkeys(self.steps))
        return names.index(self.step) + 1, len(names)

    def next(self) -> Run:
        """Go one step on."""
        return replace(self, at=self.at + 1)

    def past(self) -> Run:
        """Go on behind the last of this step's places."""
        return replace(self, at=len(self.steps) - self.steps[::-1].index(self.step))


@dataclass(frozen=True)
class Checkins:
    """One person's check-ins: the run that is open, and what they are used to.

    ``skipped`` are the steps passed over in the last run, ``never`` those left out for good; ``days`` and ``next``
    are the usual days and the next time, ``alert`` is its reminder.
    """

    run: Run | None = None
    skipped: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    short: bool = False
    last: datetime | None = None
    days: tuple[int, ...] = ()
    next: datetime | None = None
    alert: str = ""


checkin = Practice("checkin", state=Checkins, resumable=timedelta(days=2))


@dataclass(frozen=True)
class Place:
    """Where a check-in stands in a turn: its run, what is said so far, and what this very turn keeps."""

    turn: Turn[Checkins]
    run: Run
    state: Checkins
    reply: Reply = field(default_factory=nothing)
    fresh: tuple[str, ...] = ()

    @property
    def pair(self) -> tuple[Person | None, ...]:
        """Name the people of the run, as far as they are known."""
        known = {each.id: each for each in (*self.turn.people, *self.turn.present)}
        if self.turn.speaker:
            known.setdefault(self.turn.speaker.id, self.turn.speaker)
        return tuple(known.get(each) for each in self.run.people)

    @property
    def who(self) -> Person | None:
        """Name the one whose turn it is."""
        return self.pair[self.run.round] if self.run.round < len(self.pair) else None

    @property
    def other(self) -> Person | None:
        """Name the other one of two."""
        return self.pair[1 - self.run.round] if len(self.pair) > 1 else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """List what this run has recorded, the latest last."""
        found = {each.id: each for each in self.turn.journal.entries(since=self.run.begun)}
        found.update({each.id: each for each in self.turn.kept})
        return tuple(sorted(found.values(), key=lambda each: each.made_at))

    def saying(self, message: str, /, **args: object) -> Place:
        """Say something on the way."""
        return replace(self, reply=self.reply.say(message, **args))

    def keeping(self, *things: str) -> Place:
        """Remember what this turn keeps, for an end that comes in the same turn."""
        return replace(self, fresh=(*self.fresh, *things))

    def changing(self, **changes: object) -> Place:
        """Change the run."""
        return replace(self, run=replace(self.run, **changes))  # type: ignore[arg-type]

    def next(self) -> Place:
        """Go one step on."""
        return replace(self, run=self.run.next())

    def past(self) -> Place:
        """Go on to the next step of another kind."""
        return replace(self, run=self.run.past())

    def settled(self) -> Reply:
        """Keep where it stands, and pass it on to the next step."""
        passed = {each.name: getattr(self.run, each.name) for each in fields(self.run)}
        return self.reply.given(run=passed).keep(replace(self.state, run=self.run))

    def ended(self) -> Reply:
        """Keep that it is over, and what was passed over in it."""
        last = self.state.last if self.run.two or self.run.day else self.turn.now
        return self.reply.keep(replace(self.state, run=None, skipped=self.run.skipped, last=last))


Asking = Callable[[Place], Reply | None]


def go(place: Place, asking: Mapping[str, Asking]) -> Reply:
    """Ask the next step that has something to ask; the place is kept before anyone answers."""
    run = place.run
    for at in range(run.at, len(run.steps)):
        there = place.changing(at=at, touched=place.turn.now)
        if (reply := asking[there.run.step](there)) is not None:
            return reply
    return place.saying("closing-empty").ended().done()


def ask_here(place: Place, reply: Reply) -> Reply:
    """Finish a reply that asks: keep the place, and show how far it is."""
    settled = replace(place, reply=reply).settled()
    if reply.question is None:
        return settled
    buttons = (("button-skip", "skip"), ("button-stop", "stop"))
    return settled.show(Screen(title=reply.question.line, progress=place.run.progress, buttons=buttons))


def place_of(turn: Turn[Checkins]) -> Place:
    """Find the place that a step goes on from: as passed on, or else as kept; a run that is gone has only its end."""
    if "run" in turn.given:
        return Place(turn, Run(**turn.given["run"]), turn.state)
    return Place(turn, turn.state.run or Run(("close",), turn.now, turn.now), turn.state)


def active(turn: Turn[Checkins]) -> Run | None:
    """Give the run that was touched just now."""
    run = turn.state.run
    return run if run and turn.now - run.touched < OPEN else None


def unfinished(turn: Turn[Checkins]) -> Run | None:
    """Give the run that was broken off and can still be finished."""
    run = turn.state.run
    return run if run and run.at and turn.now - run.touched < FINISHABLE else None


def three_lines(things: tuple[str, ...]) -> Screen:
    """Show at most three lines of what was kept."""
    lines = tuple(Line("screen-kept", {"thing": each}) for each in things[-3:])
    return Screen(title=Line("screen-title"), lines=lines)
