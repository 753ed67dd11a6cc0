"""What a handler returns: what will be said, asked, kept and set, still only data.

Build one with :func:`say` or :func:`ask` and add to it; every method gives a new Reply::

    say("kept", thing=thing).record("good-thing", thing).ask("share", YesNo(clear=True), then=share)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Concatenate, Protocol, TypeAlias, runtime_checkable

from skill.answers import Kind, Kinds
from skill.effects import (
    Amend,
    AskConsent,
    CancelAlert,
    ChangeAlert,
    Drop,
    Effect,
    Floor,
    Introduce,
    Record,
    SetReminder,
    SetTimer,
)
from skill.platform import Reminder, Scope, Timer
from skill.turn import Entry, Person, Turn, Visibility


class Verbatim(str):
    """Words to be said exactly as they are: not turned from I to you, not shortened (but still escaped)."""

    __slots__ = ()


@runtime_checkable
class Step(Protocol):
    """What ``then=`` takes: a function that a practice made a step of."""

    @property
    def address(self) -> str:
        """Say where it lives: ``practice:step``."""


Then: TypeAlias = Step | Callable[Concatenate[Turn[Any], Any, ...], "Reply"] | str


def address(then: Then) -> str:
    """Give a step's address; TypeError for a function that is no step."""
    if isinstance(then, str):
        return then
    found = getattr(then, "address", None)
    if not isinstance(found, str):
        raise TypeError(f"{getattr(then, '__qualname__', then)!r} is not a step: decorate it with @practice.step")
    return found


@dataclass(frozen=True)
class Line:
    """One message to be said: its id, its arguments, and the practice in whose texts it stands ("" = the speaker's)."""

    id: str
    args: Mapping[str, Any] = field(default_factory=dict)
    practice: str = ""

    def owned(self, practice: str) -> Line:
        """Give it as a line of ``practice``, where it does not say itself in whose texts it stands."""
        return self if self.practice else Line(self.id, self.args, practice)


@dataclass(frozen=True)
class Question:
    """A message that asks, the kinds of answer it expects, and the step that goes on. ``to`` is who is asked, by id."""

    line: Line
    expects: Kinds
    then: str
    to: str = ""


@dataclass(frozen=True)
class Call:
    """Hand the floor to another dialogue: a step's address or an offered reply; ``then`` goes on with what it gives."""

    to: str
    then: str
    given: Mapping[str, Any] = field(default_factory=dict)
    offered: Reply | None = None


@dataclass(frozen=True)
class Done:
    """Give the floor back, with a value for the step that called; ``closes`` leaves what waits beneath for later."""

    value: Any = None
    closes: bool = False


@dataclass(frozen=True)
class Screen:
    """What a screen may show: a title, lines of text, buttons (label message id, touch argument), a countdown's end."""

    title: Line | None = None
    lines: tuple[Line, ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()
    progress: tuple[int, int] | None = None
    until: Any = None


@dataclass(frozen=True)
class Reply:
    """A handler's answer, as data."""

    lines: tuple[Line, ...] = ()
    question: Question | None = None
    effects: tuple[Effect, ...] = ()
    passed: Mapping[str, Any] = field(default_factory=dict)
    state: Any = None
    handed: Call | None = None
    result: Done | None = None
    display: Screen | None = None

    def say(self, message: str, /, **args: object) -> Reply:
        """Add a message."""
        return replace(self, lines=(*self.lines, Line(message, MappingProxyType(args))))

    def ask(
        self, message: str, expects: Kind | Kinds, /, *, then: Then, to: Person | None = None, **args: object
    ) -> Reply:
        """End with a question; ``then`` is the step that takes its answer, ``to`` the person who is asked."""
        line = Line(message, MappingProxyType(args))
        return replace(self, question=Question(line, Kinds.of(expects), address(then), to.id if to else ""))

    def given(self, **values: object) -> Reply:
        """Pass values on to the step that goes on; they are in its ``turn.given``."""
        return replace(self, passed=MappingProxyType({**self.passed, **values}))

    def record(
        self,
        kind: str,
        text: str,
        *,
        about: str = "",
        visibility: Visibility = "private",
        owner: Person | None = None,
        shared_with: Person | None = None,
        **data: object,
    ) -> Reply:
        """Keep an entry for the speaker (or ``owner``); private unless said otherwise."""
        record = Record(
            kind,
            text,
            about,
            visibility,
            shared_with.id if shared_with else "",
            owner.id if owner else "",
            MappingProxyType(data),
        )
        return self._with(record)

    def amend(
        self,
        entry: Entry,
        *,
        text: str | None = None,
        about: str | None = None,
        kind: str | None = None,
        **data: object,
    ) -> Reply:
        """Change the words of an entry, whom it is about, its kind, or some of its data; the rest of the data stays."""
        return self._with(Amend(entry.id, text, about, kind=kind, data=data or None))

    def share(self, entry: Entry, with_: Person | None = None) -> Reply:
        """Let one person, or the whole household, hear an entry."""
        if with_ is None:
            return self._with(Amend(entry.id, visibility="household"))
        return self._with(Amend(entry.id, visibility="shared", shared_with=with_.id))

    def unshare(self, entry: Entry) -> Reply:
        """Let only its owner hear an entry, from now on."""
        return self._with(Amend(entry.id, visibility="private", shared_with=""))

    def drop(self, entry: Entry) -> Reply:
        """Take an entry away."""
        return self._with(Drop(entry.id))

    def keep(self, state: object) -> Reply:
        """Keep this as the practice's state."""
        return replace(self, state=state)

    def remind(self, reminder: Reminder, *, then: Then, agreed: bool = False) -> Reply:
        """Hand the floor to the house, which asks for a yes to the exact time, sets the reminder, and goes on.

        ``then`` gets an Outcome. ``agreed`` says the person has just said yes to this exact time. A reminder without
        a time is asked for one.
        """
        return self.call("reminders:wanted", then=then, reminder=reminder, agreed=agreed)

    def change(self, alert: str, reminder: Reminder, *, then: Then) -> Reply:
        """Give a reminder another time, which the person has just named; ``then`` gets an Outcome."""
        return self._with(ChangeAlert(alert, reminder, address(then)))

    def cancel(self, alert: str, *, then: Then = "") -> Reply:
        """Take an alert away; ``then``, where given, gets an Outcome."""
        return self._with(CancelAlert(alert, address(then)))

    def time(self, timer: Timer, *, then: Then) -> Reply:
        """Start a timer; ``then`` gets an Outcome."""
        return self._with(SetTimer(timer, address(then)))

    def call(self, to: Then | Offer, *, then: Then, **given: object) -> Reply:
        """Hand the floor over: to a step (function or address) or to what was offered; ``then`` gets what it gives."""
        if isinstance(to, Offer):
            return replace(self, handed=Call("", address(then), MappingProxyType(given), to.reply))
        return replace(self, handed=Call(address(to), address(then), MappingProxyType(given)))

    def both_here(self, *, then: Then) -> Reply:
        """Have the house ask who else is here; ``then`` gets True when two people are."""
        return self.call("people:both", then=then)

    def who(self, *, then: Then) -> Reply:
        """Have the house ask who is speaking; ``then`` gets True when a name was given."""
        return self.call("people:who", then=then)

    def done(self, value: object = None, *, closes: bool = False) -> Reply:
        """Give the floor back to whoever handed it over, with a value; without a caller the practice is finished.

        ``closes`` ends the conversation then, as when people go apart: what was interrupted is kept for another day.
        """
        return replace(self, result=Done(value, closes))

    def show(self, screen: Screen) -> Reply:
        """Put something on the screen, where there is one."""
        return replace(self, display=screen)

    def quote(self, offer: Offer) -> Reply:
        """Say what another practice put forward, in its own words."""
        return replace(self, lines=(*self.lines, *offer.reply.lines))

    def floor(self, move: str, frame: str = "") -> Reply:
        """Move on the floor itself; the house's own commands are made of these."""
        return self._with(Floor(move, frame))

    def ask_consent(self, scope: Scope) -> Reply:
        """Have the platform ask for a permission; the house's own reminders plugin does this."""
        return self._with(AskConsent(scope))

    def set(self, reminder: Reminder, *, then: Then, practice: str) -> Reply:
        """Set a reminder at once, its label in ``practice``'s texts; the house's own reminders plugin does this."""
        return self._with(SetReminder(reminder, address(then), practice))

    def introduce(self, name: str, part: str = "speaker") -> Reply:
        """Say who speaks, or who is here too; the house's own people plugin does this."""
        return self._with(Introduce(name, part))

    def _with(self, effect: Effect) -> Reply:
        return replace(self, effects=(*self.effects, effect))


@dataclass(frozen=True)
class Offer:
    """What a practice puts forward for an occasion.

    ``priority`` is 0 to 100; ``reply`` what would be said or asked (its steps are the offering practice's own);
    ``needs_answer`` says that leaving it out would lose something; ``practice`` is filled in by the house.
    """

    priority: int
    reply: Reply
    needs_answer: bool = False
    practice: str = ""
    about: str = field(default="", compare=False)


def say(message: str, /, **args: object) -> Reply:
    """Say a message of the practice's own texts."""
    return Reply().say(message, **args)


def ask(message: str, expects: Kind | Kinds, /, *, then: Then, to: Person | None = None, **args: object) -> Reply:
    """Ask a message of the practice's own texts; ``then`` takes the answer."""
    return Reply().ask(message, expects, then=then, to=to, **args)


def nothing() -> Reply:
    """Say nothing: for a step that only hands on or keeps."""
    return Reply()
