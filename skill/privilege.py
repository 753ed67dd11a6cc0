"""What only the house's own practices are told: how gently to go, what is kept of somebody, who has a spoken code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from skill.intake import Tools
from skill.practice import Practice
from skill.reading import digits
from skill.scene import Scene
from skill.store import fold
from skill.turn import EmptyJournal, Journal, Person

WELCOME = "welcome"
"""It opens and offers, and is told what practices there are."""
PEOPLE = "people"
"""It finds out who is there, and is told about spoken codes and where the household is."""
PRIVACY = "privacy"
"""It says what is kept of whoever asks, and takes it away."""


CODE = 4
"""So many digits has a code."""


class Marking(Protocol):
    """Makes the keyed hash of a code."""

    def __call__(self, person: str, digits: str) -> str:
        """Hash four digits for a person's id."""


def called_so(people: Iterable[Person], name: str) -> Person | None:
    """Find who gave a name, however it is written."""
    return next((each for each in people if each.name and fold(each.name) == fold(name)), None)


@dataclass(frozen=True)
class Codes:
    """The spoken codes of a household: their keyed hashes by person's id, and what makes such a hash.

    ``closed`` says that this session was asked for one already; ``language`` is the one that digits are said in.
    """

    kept: Mapping[str, str] = field(default_factory=dict)
    closed: bool = False
    language: str = "en"
    mark: Marking = field(default=lambda person, digits: f"{person} {digits}", repr=False)

    def marked(self, person: str, words: str) -> str:
        """Give the keyed hash of a code as it was said; "" where it is none of four digits."""
        said = digits(words, self.language)
        return self.mark(person, said) if len(said) == CODE else ""

    def fits(self, person: str, words: str) -> bool:
        """Say whether somebody said the code of a person."""
        return bool(self.kept.get(person)) and self.kept[person] == self.marked(person, words)


@dataclass(frozen=True)
class Own:
    """What is kept of the ``speaker``, read as if they were alone: for the house to ask before it says it aloud.

    ``fresh`` are the ids of the entries kept in this session, ``names`` what the practices are called, ``asked`` says
    that this session was asked who speaks.
    """

    speaker: Person | None = None
    journal: Journal = field(default_factory=EmptyJournal)
    fresh: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    asked: bool = False


def privilege(tools: Tools, scene: Scene, practice: Practice[Any]) -> dict[str, Any]:
    """Give what one of the house's own practices finds in ``turn.given`` beside what it was passed."""
    speaker, heard = scene.company.speaker, scene.heard
    gentle = speaker is not None and scene.home.is_gentle(speaker.id, heard.at)
    told: dict[str, Any] = {"light": scene.light, "gentle": gentle}
    if practice.name == WELCOME:
        told["names"] = tools.speech.names(heard.locale)
        told["menu"] = tools.speech.menu(heard.locale, light=scene.light)
        told["light menu"] = tools.speech.menu(heard.locale, light=True)
        told["unasked"] = speaker is not None and not scene.light and scene.home.is_unasked(speaker.id)
    elif practice.name == PEOPLE:
        mark = partial(scene.keeping.households.code, scene.snapshot)
        told.update(
            codes=Codes(scene.home.codes, scene.company.closed, scene.language, mark), country=scene.home.country
        )
    elif practice.name == PRIVACY:
        told["own"] = _own(tools, scene)
    return told


def _own(tools: Tools, scene: Scene) -> Own:
    speaker, households = scene.company.speaker, scene.keeping.households
    here = scene.frames.where(lambda head: head.conversation == scene.conversation)
    return Own(
        speaker,
        households.journal(scene.snapshot, PRIVACY, speaker.id if speaker else None),
        frozenset(entry for frame in here for entry in frame.kept),
        tools.speech.names(scene.heard.locale),
        scene.company.asked,
    )
