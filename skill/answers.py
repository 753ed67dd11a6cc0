"""The kinds of answer a question can expect, how they combine, and what an answer turns out to be.

A question names one kind or several: ``YesNo()``, ``YesNo() | Duration()``. :func:`skill.reading.read` turns words into
an :class:`Answer` of the most specific of them. Kinds are values: hashable, comparable, and stored with a frame
through ``to_data`` and :func:`kinds_from_data`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import TypeAlias, TypeVar


@dataclass(frozen=True)
class Kind:
    """One kind of answer; it behaves as a union of one."""

    @property
    def name(self) -> str:
        """The kind's name, as ``Answer.kind`` and stored data give it."""
        return type(self).__name__

    def __or__(self, other: Kind | Kinds) -> Kinds:
        """Combine with another kind, or with several."""
        return Kinds.of(self) | other

    def __iter__(self) -> Iterator[Kind]:
        """Give this kind alone."""
        return iter((self,))

    def __len__(self) -> int:
        return 1

    def to_data(self) -> list[dict[str, object]]:
        """Give what JSON can hold: a list of one object, as for a union."""
        return [{"kind": self.name, **self._own_data()}]

    def _own_data(self) -> dict[str, object]:
        return dict(vars(self))


K = TypeVar("K", bound=Kind)


@dataclass(frozen=True)
class Kinds:
    """Several kinds at once, in the order they were named, each once."""

    kinds: tuple[Kind, ...] = ()

    @classmethod
    def of(cls, kinds: Kind | Kinds) -> Kinds:
        """Make a union of what may already be one."""
        return kinds if isinstance(kinds, Kinds) else cls((kinds,))

    def find(self, kind: type[K]) -> K | None:
        """Give the first kind of a type, or None where that type is not expected."""
        return next((each for each in self.kinds if isinstance(each, kind)), None)

    def __or__(self, other: Kind | Kinds) -> Kinds:
        """Combine with another kind, or with several."""
        return Kinds(tuple(dict.fromkeys((*self.kinds, *other))))

    def __iter__(self) -> Iterator[Kind]:
        """Go through the kinds in the order they were named."""
        return iter(self.kinds)

    def __len__(self) -> int:
        return len(self.kinds)

    def to_data(self) -> list[dict[str, object]]:
        """Give what JSON can hold: a list of objects, each with its ``kind``."""
        return [data for kind in self.kinds for data in kind.to_data()]


@dataclass(frozen=True)
class Words(Kind):
    """Free words, kept as they were said; the value is a str."""


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no, in all their soft forms; the value is a bool.

    ``clear`` is for what saves, shares, deletes or schedules: a soft yes and "I don't know" count as no there.
    """

    clear: bool = False


@dataclass(frozen=True)
class Scale(Kind):
    """A whole number from ``low`` to ``high``; the value is an int."""

    low: int = 1
    high: int = 10


@dataclass(frozen=True)
class Feeling(Kind):
    """A word for how someone is; the value is a :class:`Felt`."""


@dataclass(frozen=True)
class Option:
    """One thing to choose: its id, and the names people may call it by, in any language."""

    id: str
    names: tuple[str, ...] = ()


def _normal(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").lower().split())


@dataclass(frozen=True, init=False)
class Choice(Kind):
    """One of several options; the value is the option's id. A plain string is an option called just that.

    ``said`` says how many of them are said aloud, the first ones: "the last one" is the last of those. All where None.
    """

    options: tuple[Option, ...] = ()
    said: int | None = None

    def __init__(self, *options: Option | str, said: int | None = None) -> None:
        """Take options as they are, and strings by their normalised form."""
        whole = tuple(each if isinstance(each, Option) else Option(_normal(each), (each,)) for each in options)
        object.__setattr__(self, "options", whole)
        object.__setattr__(self, "said", said)

    def _own_data(self) -> dict[str, object]:
        options = [{"id": each.id, "names": list(each.names)} for each in self.options]
        return {"options": options} if self.said is None else {"options": options, "said": self.said}


@dataclass(frozen=True)
class Name(Kind):
    """What someone is called; the value is a str, capitalised as names are. A second name rides along as words."""


@dataclass(frozen=True)
class Duration(Kind):
    """A length of time; the value is a timedelta."""


@dataclass(frozen=True)
class When(Kind):
    """A point in time, once or again and again; the value is a :class:`Moment`."""


_KINDS: Mapping[str, type[Kind]] = {
    kind.__name__: kind for kind in (Words, YesNo, Scale, Feeling, Choice, Name, Duration, When)
}


def kinds_from_data(data: Sequence[Mapping[str, object]]) -> Kinds:
    """Build kinds again from what ``to_data`` gave; ValueError for a kind that is not known."""
    return Kinds(tuple(_kind_from_data(each) for each in data))


def _kind_from_data(data: Mapping[str, object]) -> Kind:
    kind = _KINDS.get(str(data.get("kind")))
    if kind is None:
        raise ValueError("not a kind of answer")
    if kind is Choice:
        said = data.get("said")
        return Choice(*_options_from_data(data.get("options")), said=said if isinstance(said, int) else None)
    return kind(**{each.name: data[each.name] for each in fields(kind) if each.name in data})


def _options_from_data(data: object) -> Iterator[Option]:
    for each in data if isinstance(data, list | tuple) else ():
        yield Option(str(each["id"]), tuple(map(str, each["names"])))


@dataclass(frozen=True)
class Moment:
    """A point in time that was named.

    ``at`` is aware and in the person's zone; for what recurs it is the next time to come. ``explicit_date`` and
    ``explicit_time`` say whether a day and a time of day were named or filled in ("in ten minutes" names both).
    ``days`` are the weekdays of a recurrence, 0 = Monday. ``unsupported`` marks a rhythm that no reminder can have
    ("every other day"): it is recurring, without days.
    """

    at: datetime
    explicit_date: bool
    days: tuple[int, ...] = ()
    recurring: bool = False
    unsupported: bool = False
    explicit_time: bool = True


@dataclass(frozen=True)
class Felt:
    """A feeling: the word used, its family (glad, calm, sad, …, unknown), and its energy (low, middle, high)."""

    word: str
    family: str
    energy: str


@dataclass(frozen=True)
class Also:
    """What rode along with an answer: its words, a wish to be reminded, a length or a point of time."""

    words: str = ""
    reminder: bool = False
    duration: timedelta | None = None
    when: Moment | None = None


Value: TypeAlias = str | bool | int | Felt | timedelta | Moment


@dataclass(frozen=True)
class Answer:
    """Words read as one kind: the kind's name, the value in that kind's type, the words, and what rode along.

    ``soft`` marks a yes that was half-hearted ("I guess").
    """

    kind: str
    value: Value
    words: str
    also: Also = Also()
    soft: bool = False
