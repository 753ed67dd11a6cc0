"""What a reply wants done, as data: entries kept or changed, alerts set, people introduced, the floor moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from skill.platform import Reminder, Scope, Timer
from skill.turn import Visibility


@dataclass(frozen=True)
class Record:
    """Keep an entry."""

    kind: str
    text: str
    about: str = ""
    visibility: Visibility = "private"
    shared_with: str = ""
    owner: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Amend:
    """Change an entry or file it under another kind; None leaves a field as it is, ``data`` what it does not name."""

    entry: str
    text: str | None = None
    about: str | None = None
    visibility: Visibility | None = None
    shared_with: str | None = None
    kind: str | None = None
    data: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Drop:
    """Take an entry away."""

    entry: str


@dataclass(frozen=True)
class SetReminder:
    """Set a reminder on the platform at once. Practices use ``Reply.remind``, which asks first."""

    reminder: Reminder
    then: str
    practice: str = ""


@dataclass(frozen=True)
class SetTimer:
    """Start a timer on the platform."""

    timer: Timer
    then: str


@dataclass(frozen=True)
class ChangeAlert:
    """Give a reminder of ours another time."""

    alert: str
    reminder: Reminder
    then: str


@dataclass(frozen=True)
class CancelAlert:
    """Take an alert of ours away; without ``then`` the turn goes on whatever the platform says."""

    alert: str
    then: str = ""
    timer: bool = False


@dataclass(frozen=True)
class AskConsent:
    """Have the platform ask the account for a permission.

    The reply's question is not said now: its step goes on with the platform's answer (``accepted``, ``denied``,
    ``unanswered``), or with the person's own when the run is resumed another day.
    """

    scope: Scope


@dataclass(frozen=True)
class Introduce:
    """Say who is here: ``speaker`` for the one who speaks, ``present`` for someone beside them."""

    name: str
    part: str = "speaker"


@dataclass(frozen=True)
class Floor:
    """A house command on the floor itself.

    ``move`` is one of ``repeat``, ``help``, ``skip``, ``back``, ``undo``, ``pause``, ``let-go``, ``resume``, ``miss``,
    or one that changes what the house keeps: ``delete``, ``country``, ``code``, ``drop``, ``forget``. ``frame`` is what
    it is about: a frame's id, or an entry's, a person's, a country's, or the keyed hash of a code.
    """

    move: str
    frame: str = ""


Outside: TypeAlias = SetReminder | SetTimer | ChangeAlert | CancelAlert
Effect: TypeAlias = Record | Amend | Drop | AskConsent | Introduce | Floor | Outside
