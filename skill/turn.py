"""What a handler is given: the turn as heard, from whom, when, and what may be recalled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from skill.answers import Answer, Moment
    from skill.reply import Offer

S = TypeVar("S")
T = TypeVar("T")
Visibility = Literal["private", "shared", "household"]
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Late(Generic[T]):
    """A field that may be given as a function without arguments; it is called when the field is first looked at.

    To whoever looks, also to ``==``, ``repr`` and ``dataclasses.replace``, it is a field as any other.
    """

    def __init__(self, *default: T | Callable[[], T]) -> None:
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        if instance is None:
            if not self._default:
                raise AttributeError(f"{self._name} has no default")  # so that dataclasses know that it must be given
            return cast(T, self._default[0])
        value: T | Callable[[], T] = vars(instance)[self._name]
        if callable(value):
            value = vars(instance)[self._name] = value()
        return value

    def __set__(self, instance: object, value: T | Callable[[], T]) -> None:
        vars(instance)[self._name] = value


@dataclass(frozen=True)
class Person:
    """Someone of the household: an id of ours, the name they gave, whether this is a voice that was recognised."""

    id: str
    name: str = ""
    recognised: bool = False


ANYONE = Person("*")
"""To whom a question is put that whoever is there may answer, such as "who's beside you?"."""


@dataclass(frozen=True)
class Entry:
    """One thing kept: whose, from which practice, of which kind, about whom, the words and any further ``data``.

    What was stored is opened when its words are first looked at.
    """

    id: str
    practice: str
    kind: str
    text: Late[str] = Late()
    made_at: datetime  # type: ignore[misc] # the words before it have no default
    owner: str = ""
    about: Late[str] = Late("")
    visibility: Visibility = "private"
    shared_with: str = ""
    data: Late[Mapping[str, Any]] = Late(dict)


@dataclass(frozen=True)
class Alert:
    """A reminder or timer that was set: our id for it, its practice, its label's message id, and when it sounds."""

    id: str
    practice: str
    kind: Literal["reminder", "timer"]
    label: str
    at: datetime
    days: tuple[int, ...] = ()
    owner: str = ""


class Journal(Protocol):
    """What was kept and may be heard by everyone who is present. Reading is lazy and bounded."""

    def entries(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
        anyones: bool = False,
    ) -> Sequence[Entry]:
        """List this practice's entries, newest first; ``anyones`` takes every practice's, ``owner`` a person's id."""

    def ids(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> Sequence[str]:
        """List the ids of this practice's entries, newest first: where few of many are looked at."""

    def count(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> int:
        """Count this practice's entries."""

    def known(self, names: Iterable[str], kind: str | None = None, *, owner: str | None = None) -> tuple[str, ...]:
        """Say which of these names, twelve at most, any of this practice's entries is about."""

    def get(self, entry: str) -> Entry | None:
        """Find one entry by its id."""


class EmptyJournal:
    """A journal in which nothing stands; what a turn has until the house gives it a real one."""

    def entries(self, *_: object, **__: object) -> Sequence[Entry]:
        """List nothing."""
        return ()

    def ids(self, *_: object, **__: object) -> Sequence[str]:
        """List nothing."""
        return ()

    def count(self, *_: object, **__: object) -> int:
        """Count nothing."""
        return 0

    def known(self, *_: object, **__: object) -> tuple[str, ...]:
        """Know nobody."""
        return ()

    def get(self, entry: str) -> Entry | None:
        """Find nothing."""
        return None


@dataclass(frozen=True)
class Request:
    """Free words that may hold a time: ``what`` without it, ``when`` (a Moment) or ``after`` a span."""

    what: str
    when: Moment | None = None
    after: timedelta | None = None


@dataclass(frozen=True)
class Unfinished:
    """A run that was broken off: its frame, its practice, since when, and whether it may be named aloud."""

    frame: str
    practice: str
    touched: datetime
    nameable: bool = True


@dataclass(frozen=True)
class Turn(Generic[S]):
    """One turn as a practice sees it. Frozen: a handler reads it and returns a Reply.

    ``intent`` or ``step`` names what is run, ``value`` is what a step is given. ``words`` is what was said, the
    opening that the platform strips put back. ``slots`` are the intent's, by the names its fragment gives them,
    ``ids`` the values' ids; ``request`` is their free words with the time split off, and ``items`` the several
    things they (or an answer in words) name in one breath. ``answer`` is the reading of an answer with what rode
    along; ``given`` what the question (or the caller) passed on. ``speaker`` is None for an unknown voice in a
    household of several. ``present`` are the people who said they are here. ``kept`` are the entries this run
    recorded; ``alerts`` what is set for the speaker and the household, ``unfinished`` what was broken off.
    ``first`` says that the practice keeps no state here yet, ``started`` when this run began, ``seed`` makes
    :meth:`pick` repeatable. ``now`` is aware and in the person's zone.
    """

    now: datetime
    state: S
    intent: str = ""
    step: str = ""
    value: Any = None
    words: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    answer: Answer | None = None
    request: Late[Request | None] = Late(None)
    items: Late[tuple[str, ...]] = Late(())
    given: Mapping[str, Any] = field(default_factory=dict)
    speaker: Person | None = None
    present: tuple[Person, ...] = ()
    people: tuple[Person, ...] = ()
    kept: Late[tuple[Entry, ...]] = Late(())
    alerts: Late[tuple[Alert, ...]] = Late(())
    unfinished: Late[tuple[Unfinished, ...]] = Late(())
    locale: str = "en-US"
    screen: bool = False
    first: bool = False
    started: datetime | None = None
    seed: str = ""
    journal: Journal = field(default_factory=EmptyJournal, compare=False, repr=False)
    gather: Callable[[str, Mapping[str, Any]], tuple[Offer, ...]] = field(
        default=lambda _occasion, _given: (), compare=False, repr=False
    )

    def after(self, span: timedelta) -> datetime:
        """Give the local instant ``span`` from now; elapsed time, so right across daylight saving."""
        return (self.now.astimezone(UTC) + span).astimezone(self.now.tzinfo)

    def offers(self, occasion: str, **given: object) -> tuple[Offer, ...]:
        """Collect what practices put forward for ``occasion``, highest priority first; ``given`` reaches each."""
        return self.gather(occasion, given)

    def pick(self, choices: Sequence[T], used: Sequence[T] = ()) -> T:
        """Pick one of ``choices``, not one of ``used`` where that can be; the same again when the turn is run again.

        Raises ValueError when there is nothing to pick from.
        """
        if not choices:
            raise ValueError("pick() was given nothing to pick from")
        fresh = [choice for choice in choices if choice not in used] or list(choices)
        digest = sha256(f"{self.seed}|{len(fresh)}".encode()).digest()
        return fresh[int.from_bytes(digest[:4], "big") % len(fresh)]

    @property
    def for_two(self) -> bool:
        """Say whether two people have said they are here."""
        return len(self.present) > 1

    @property
    def other(self) -> Person | None:
        """Name the other one of two who are here, from the speaker's side."""
        others = [person for person in self.present if self.speaker is None or person.id != self.speaker.id]
        return others[0] if len(self.present) > 1 and others else None

    @property
    def day_part(self) -> Literal["morning", "day", "evening", "night"]:
        """Name the part of the day: morning 5 to 11, day to 17, evening to 22, night."""
        hour = self.now.hour
        if 5 <= hour < 11:
            return "morning"
        if 11 <= hour < 17:
            return "day"
        return "evening" if 17 <= hour < 22 else "night"
