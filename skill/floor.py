"""Frames: whose question is open, who waits beneath, what can be gone back to, what can be resumed another day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from skill.notation import from_data, instant, to_data, written
from skill.reply import Question
from skill.turn import ANYONE

Standing = Literal["open", "waiting", "paused", "done"]
KEPT_FOR = timedelta(days=60)
"""A paused run older than this is let go for good."""
REMEMBERED_FOR = timedelta(minutes=10)
"""So long after a run ended, "don't keep that" and "I meant Sam" still find it."""
GUEST = "guest"
"""Who owns a run of someone whom nobody knows: it can be answered by an unknown voice, and is never offered again."""
STEPS_BACK = 6
"""How many questions one can go back."""


@dataclass(frozen=True)
class Return:
    """Where the floor goes back to when a called dialogue is done: the caller's step, and what it passes on."""

    then: str
    passed: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Before:
    """What one turn changed, as it was before: enough to go back, or to take the turn back.

    ``states`` hold (practice, owner, version, fields or None), ``added`` the ids of new entries, ``entries`` the
    entries that were changed or dropped, ``alerts`` the ids of alerts set. ``at`` says when. All of it is as JSON holds
    it, ``question`` and what belongs to it too: few turns are ever gone back to, and every turn reads and writes them.
    """

    question: Mapping[str, Any] | None = None
    practice: str = ""
    passed: Mapping[str, Any] = field(default_factory=lambda: to_data({}))
    returns: tuple[Any, ...] = ()
    kept: tuple[str, ...] = ()
    states: tuple[Any, ...] = ()
    added: tuple[str, ...] = ()
    entries: tuple[Any, ...] = ()
    alerts: tuple[str, ...] = ()
    at: str = ""

    @property
    def changed(self) -> bool:
        """Say whether the turn kept, changed or set anything."""
        return bool(self.states or self.added or self.entries or self.alerts)


UNBEGUN = Before()
"""What there was before a run began."""


class Head(Protocol):
    """A frame, opened or as it is stored, as far as it can be told from the others unopened."""

    @property
    def id(self) -> str:
        """Give its id."""

    @property
    def root(self) -> str:
        """Name the practice that began it."""

    @property
    def owner(self) -> str:
        """Say whose it is."""

    @property
    def conversation(self) -> str:
        """Mark the conversation that it belongs to."""

    @property
    def status(self) -> str:
        """Say how it stands."""

    @property
    def touched(self) -> datetime:
        """Say when it was last gone on with."""


@dataclass(frozen=True)
class Frame:
    """One run of a practice: its open question, what it passes on, who called, and what it has kept so far.

    ``root`` is the practice that was begun, ``practice`` the one that asks now (a called one, perhaps). ``owner`` is a
    person's id, "" for the household's own runs, GUEST for someone nobody knows. ``said`` and ``reprompt`` are what
    was last said, for whoever asks again; ``held`` says that a question for words waits behind a yes-or-no, since it
    came straight after a launch; ``unkept`` that something of this run could not be kept.
    """

    id: str
    root: str
    practice: str
    owner: str
    conversation: str
    status: Standing
    started: datetime
    touched: datetime
    question: Question | None = None
    passed: Mapping[str, Any] = field(default_factory=dict)
    returns: tuple[Return, ...] = ()
    below: str = ""
    kept: tuple[str, ...] = ()
    trail: tuple[Before, ...] = ()
    said: str = ""
    reprompt: str = ""
    misses: int = 0
    repeats: int = 0
    asked: bool = False
    held: bool = False
    unkept: bool = False

    def may_be_answered_by(self, person: str | None) -> bool:
        """Say whether this person (None: an unknown voice) may answer: the owner, the one asked, or someone unknown."""
        asked = self.question.to if self.question else ""
        return person is None or not self.owner or asked == ANYONE.id or person in (self.owner, asked)

    def as_it_was(self) -> Before:
        """Give what a turn on this frame goes back to."""
        returns = tuple([[each.then, to_data(each.passed)] for each in self.returns])
        return Before(to_data(self.question), self.practice, to_data(self.passed), returns, self.kept)

    def as_before(self, number: int) -> Frame:
        """Give it as it was before the turn that stands at this place of its trail."""
        before = self.trail[number]
        return self._with(
            trail=self.trail[:number],
            question=from_data(before.question),
            practice=before.practice or self.practice,
            passed=from_data(before.passed),
            returns=_returns(before.returns),
            kept=before.kept,
            status="open" if before.question else "done",
            misses=0,
        )

    def back(self) -> Before | None:
        """Give the last thing to go back to."""
        return self.trail[-1] if self.trail else None

    def asking(self, question: Question, passed: Mapping[str, Any], at: datetime) -> Frame:
        """Open a question."""
        return self._with(
            practice=question.then.partition(":")[0],
            question=question,
            passed=passed,
            status="open",
            touched=at,
            misses=0,
            repeats=0,
            asked=True,
        )

    def keeping(self, entry: str) -> Frame:
        """Add the id of an entry that was kept."""
        return self._with(kept=(*self.kept, entry))

    def remembering(self, before: Before | None, said: str, reprompt: str) -> Frame:
        """Keep what is said last, and add what the turn changed, where it did, to the trail."""
        trail = self.trail if before is None else (*self.trail, before)[-STEPS_BACK:]
        return self._with(trail=trail, said=said, reprompt=reprompt)

    def _with(self, **changed: Any) -> Frame:
        """Change some fields, without looking up what fields there are, as ``replace`` does each time."""
        return Frame(**{**vars(self), **changed})

    def to_data(self) -> dict[str, Any]:
        """Give what is kept of it beside the columns of its row."""
        own = vars(self)
        return {
            "root": self.root,
            "practice": self.practice,
            "started": written(self.started),
            "question": to_data(self.question),
            "passed": to_data(self.passed),
            "returns": [[each.then, to_data(each.passed)] for each in self.returns],
            "below": self.below,
            "kept": list(self.kept),
            "trail": [dict(vars(each)) for each in self.trail],
            **{name: own[name] for name in _PLAIN},
        }

    @classmethod
    def from_data(
        cls, id_: str, owner: str, conversation: str, status: Standing, touched: datetime, data: Mapping[str, Any]
    ) -> Frame:
        """Make it again from its row."""
        return cls(
            id=id_,
            root=data["root"],
            practice=data["practice"],
            owner=owner,
            conversation=conversation,
            status=status,
            started=instant(data["started"]),
            touched=touched,
            question=from_data(data["question"]),
            passed=from_data(data["passed"]),
            returns=_returns(data["returns"]),
            below=data["below"],
            kept=tuple(data["kept"]),
            trail=tuple(_before(each) for each in data["trail"]),
            **{name: data[name] for name in _PLAIN if name in data},
        )


_PLAIN = ("said", "reprompt", "misses", "repeats", "asked", "held", "unkept")


def broken_off(frame: Head, owner: str, conversation: str) -> bool:
    """Say whether this person (or the household) broke this run off.

    A run of another conversation that was never closed was broken off too: the platform does not always say so.
    """
    left = frame.status == "paused" or (frame.status != "done" and frame.conversation != conversation)
    return left and frame.owner in ("", owner)


def spent(frame: Head, now: datetime) -> bool:
    """Say whether a run has ended so long ago that nothing which is said now can reach it."""
    return frame.status == "done" and now - frame.touched > REMEMBERED_FOR


def outdated(frame: Head, now: datetime) -> bool:
    """Say whether a frame can go: a run long done, or broken off too long ago."""
    age = now - frame.touched
    return age > (timedelta(days=1) if frame.status == "done" or frame.owner == GUEST else KEPT_FOR)


def _returns(data: Iterable[Any]) -> tuple[Return, ...]:
    return tuple(Return(then, from_data(passed)) for then, passed in data)


def _before(data: Mapping[str, Any]) -> Before:
    return Before(
        question=data["question"],
        practice=data["practice"],
        passed=data["passed"],
        returns=tuple(data["returns"]),
        kept=tuple(data["kept"]),
        states=tuple(data["states"]),
        added=tuple(data["added"]),
        entries=tuple(data["entries"]),
        alerts=tuple(data["alerts"]),
        at=data["at"],
    )
