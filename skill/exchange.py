"""What a front end carries in and takes out: the one as heard, the other as it is to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from skill.answers import Option
from skill.turn import Late

SAFETY = "safety"
"""The practice in whose name safety speaks."""
Heading = Literal["launch", "intent", "fallback", "touch", "consent", "ended", "disabled", "event"]


@dataclass(frozen=True)
class Slot:
    """One slot of an intent: the ``words`` heard and, where the model knows them, the value's ``id``."""

    words: str
    id: str | None = None


@dataclass(frozen=True)
class Heard:
    """What a front end carries in: one request, already verified, in nobody's dialect.

    ``kind`` says what happened; ``intent`` and ``slots`` belong to an intent, ``arguments`` to a touch, ``result``
    (accepted, denied, unanswered) to a consent. ``words`` is the sentence as far as it is known, ``readings`` the
    likeliest sentence and what each slot held alone, for whoever must miss nothing; ``hint`` names an intent
    whose own phrase lies within free words, ``nearest`` one to whose phrases they come near. ``user``, ``person`` and
    ``device`` are the platform's ids, which are never kept as they are. ``session`` is what the last reply left with
    the platform. ``at`` is an aware instant.
    ``raw`` is the front end's own request, for guests that know that front end; nobody else looks into it.
    """

    kind: Heading
    request: str
    user: str
    at: datetime
    locale: str = "en-US"
    person: str | None = None
    device: str = ""
    conversation: str = ""
    new: bool = False
    session: Mapping[str, Any] = field(default_factory=dict)
    intent: str = ""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    words: str = ""
    readings: tuple[str, ...] = ()
    hint: Late[str] = Late("")
    nearest: Late[str] = Late("")
    arguments: tuple[str, ...] = ()
    result: str = ""
    screen: bool = False
    raw: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Said:
    """What a front end takes out.

    ``speech`` and ``reprompt`` are SSML content without the speak element. ``listening`` says that a question is
    open; ``words`` that its answer is free words, which the platform must be told to expect; ``choices`` what there
    is to choose from. ``consent`` names a permission to ask the account for, ``token`` what its answer comes back
    with. ``session`` is left with the platform until the next request: pointers, never content. ``guest`` is what a
    guest sends beside its words, in the front end's own JSON. ``practice`` is whose handler ran first and ``outcome``
    how the turn ended, for the measures.
    """

    speech: str = ""
    reprompt: str = ""
    listening: bool = False
    words: bool = False
    choices: tuple[Option, ...] = ()
    consent: str = ""
    token: str = ""
    screen: Mapping[str, Any] | None = None
    session: Mapping[str, Any] = field(default_factory=dict)
    guest: Mapping[str, Any] | None = None
    practice: str = ""
    outcome: str = "said"

    def to_data(self) -> dict[str, Any]:
        """Give what is stored, so that a repeated request gets the same reply."""
        data = dict(vars(self))
        data["choices"] = [[each.id, list(each.names)] for each in self.choices]
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Said:
        """Make it again from what was stored."""
        choices = tuple(Option(id_, tuple(names)) for id_, names in data["choices"])
        return cls(**{**data, "choices": choices})


def known_as(practice: str) -> str:
    """Name whose turn it was for the log, the measures and the plugins: as "core", so that nobody learns of safety's.

    Where few people speak, a line at ten in the evening would tell who runs the house, or lives in it, that somebody
    was not safe.
    """
    return "core" if practice in ("", SAFETY) else practice
