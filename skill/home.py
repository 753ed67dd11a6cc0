"""What the house keeps for a household beside everyone's own: where it is, and how gently it is to be treated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from skill.errors import StoreError

LIGHT_FOR = timedelta(days=90)
"""So long what is done between two people is left out for someone who asked for that."""
GENTLE_FOR = timedelta(days=7)
"""So long after someone was not safe the next opening is a gentle one."""

Until = Mapping[str, datetime]


@dataclass(frozen=True)
class Home:
    """A household's own settings, kept sealed in its row, where nobody can tell what was set from what was not.

    ``country`` is an ISO 3166 code, "" where nobody said. ``light`` and ``gentle`` say until when, and ``codes`` hold
    the keyed hash of a spoken code, by person's id. ``together`` names who has been here for something between two, and
    whether they were asked since if they feel safe with each other; what they answered is kept nowhere.
    """

    country: str = ""
    light: Until = field(default_factory=dict)
    gentle: Until = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    together: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, memory: Mapping[str, Any]) -> Home:
        """Read it from a household's memory."""
        light, gentle = _read(memory.get("light", {})), _read(memory.get("gentle", {}))
        codes, together = dict(memory.get("codes", {})), dict(memory.get("together", {}))
        return cls(str(memory.get("country", "")), light, gentle, codes, together)

    def to_memory(self) -> dict[str, Any]:
        """Give what is kept of it."""
        light, gentle = _written(self.light), _written(self.gentle)
        codes, together = dict(self.codes), dict(self.together)
        return {"country": self.country, "light": light, "gentle": gentle, "codes": codes, "together": together}

    def is_light(self, at: datetime) -> bool:
        """Say whether anyone asked to leave out what is done between two: the others are not to notice who."""
        return any(until > at for until in self.light.values())

    def is_gentle(self, person: str, at: datetime) -> bool:
        """Say whether this person is to be opened to gently."""
        until = self.gentle.get(person)
        return until is not None and until > at

    def lightened(self, person: str, at: datetime) -> Home:
        """Leave out what is done between two, for a while."""
        return replace(self, light={**_open(self.light, at), person: at + LIGHT_FOR})

    def softened(self, person: str, at: datetime) -> Home:
        """Have this person's next opening be a gentle one."""
        return replace(self, gentle={**_open(self.gentle, at), person: at + GENTLE_FOR})

    def is_unasked(self, person: str) -> bool:
        """Say whether this person is still to be asked, once, if they feel safe with whom they were here with."""
        return self.together.get(person) is False

    def paired(self, here: Iterable[str]) -> Home:
        """Take note of who is here for something between two; nothing where that is one person, or nobody."""
        ids = tuple(here)
        return replace(self, together={**dict.fromkeys(ids, False), **self.together}) if len(ids) > 1 else self

    def asked(self, person: str) -> Home:
        """Take note that this person was asked; nobody is asked again."""
        return replace(self, together={**self.together, person: True})

    def coded(self, person: str, mark: str) -> Home:
        """Keep the keyed hash of a person's spoken code; "" takes the code away."""
        codes = {each: kept for each, kept in self.codes.items() if each != person}
        return replace(self, codes={**codes, person: mark} if mark else codes)

    def without(self, person: str) -> Home:
        """Give it with nothing of this person's."""
        light = {each: until for each, until in self.light.items() if each != person}
        together = {each: asked for each, asked in self.together.items() if each != person}
        return replace(self.greeted(person).coded(person, ""), light=light, together=together)

    def greeted(self, person: str) -> Home:
        """Take note that this person was opened to gently."""
        return replace(self, gentle={each: until for each, until in self.gentle.items() if each != person})


def uncoded(memory: Mapping[str, Any], person: str) -> dict[str, Any]:
    """Give a household's memory without a person's spoken code; StoreError where nobody of that id has one."""
    home = Home.of(memory)
    if person not in home.codes:
        raise StoreError(f"nobody with the id {person!r} has a code there")
    return {**memory, **home.coded(person, "").to_memory()}


def _open(found: Until, at: datetime) -> dict[str, datetime]:
    return {person: until for person, until in found.items() if until > at}


def _read(found: Mapping[str, str]) -> dict[str, datetime]:
    return {person: datetime.fromisoformat(until) for person, until in found.items()}


def _written(until: Until) -> dict[str, str]:
    return {person: each.isoformat() for person, each in until.items()}
