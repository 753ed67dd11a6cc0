"""What to look for, as families of patterns, and what only sounds like it; read from a language's folder of rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from skill.errors import ConfigurationError
from skill.house.safety.likeness import NOTHING, Likeness
from skill.house.safety.pattern import Notation, cues
from skill.house.safety.plain import Plain

SURE = 0.7
"""So likely a sentence must be a disclosure of which only its likeness tells."""
FEWEST_WORDS = 4
"""Of fewer words too little can be said by likeness."""
BLOT = "¦ "
"""Stands for harmless words: it is no word of any pattern, though a gap may hold it."""


@dataclass(frozen=True)
class Family:
    """One kind of thing to hear: its name, the track that answers it, and whether it is grey (asked about first)."""

    name: str
    track: str
    grey: bool = False


@dataclass(frozen=True)
class Text:
    """A text as patterns look at it: marked (see :mod:`skill.house.safety.pattern`), with the cues that it holds."""

    marked: str
    cues: frozenset[str]


class Patterns:
    """Several patterns tried together: only those of which a cue was said are matched, and compiled the first time."""

    def __init__(self, notation: Notation, patterns: Iterable[str]) -> None:
        self._pieces = [notation.read(pattern) for pattern in patterns]
        self._regexes: dict[int, re.Pattern[str]] = {}
        self._cued: dict[str, list[int]] = {}
        self._uncued = [number for number, piece in enumerate(self._pieces) if not piece.cues]
        for number, piece in enumerate(self._pieces):
            for cue in piece.cues or ():
                self._cued.setdefault(cue, []).append(number)

    def regex(self, number: int) -> re.Pattern[str]:
        """Give a pattern by its number."""
        if number not in self._regexes:
            self._regexes[number] = re.compile(rf"(?<![^ ])(?:{self._pieces[number].regex})")
        return self._regexes[number]

    def cued(self, text: Text) -> list[int]:
        """List the numbers of the patterns that may match, in their order."""
        found = set(self._uncued)
        for cue in text.cues:
            found.update(self._cued.get(cue, ()))
        return sorted(found)

    def match(self, text: Text) -> bool:
        """Say whether any matches."""
        return any(self.regex(number).search(text.marked) for number in self.cued(text))

    def without(self, text: Text) -> Text:
        """Give the text with everything that matches blotted out; what cued stays a cue."""
        marked = text.marked
        for number in self.cued(text):
            marked = self.regex(number).sub(BLOT, marked)
        return replace(text, marked=marked)


class Families:
    """The families of one language, the most urgent first. Made once; reads no file afterwards."""

    def __init__(self, folder: Path) -> None:
        """Read the folder; ConfigurationError, quoting the pattern, where one cannot be read.

        ``words.json`` says how words are made plain and holds the lists that all share, ``harmless.json`` what only
        sounds like something, ``answers.json`` what is said to safety's own questions, and each ``family-*.json`` one
        family, with lists of its own and what only sounds like it, which hides nothing from the others.
        ``likeness.json`` holds learnt weights for what no pattern foresaw.
        """
        words, harmless, answers = (_read(folder / f"{name}.json") for name in ("words", "harmless", "answers"))
        families = sorted((_read(path) for path in folder.glob("family-*.json")), key=lambda each: each["urgency"])
        notation = Notation(_lists(words, *families), frozenset(words["common"]))
        self.plain = Plain(words["dropped"], words["endings"], words["spelt"]).text
        self._marked = notation.marked
        self._harmless = Patterns(notation, _harmless(harmless))
        self._families = [Family(each["name"], each["track"], each.get("grey", False)) for each in families]
        self._own = [Patterns(notation, _harmless(each)) for each in families]
        self._patterns = Patterns(notation, (pattern for each in families for pattern in each["patterns"]))
        self._owners = [number for number, each in enumerate(families) for _ in each["patterns"]]
        self._answers = {name: Patterns(notation, patterns) for name, patterns in answers["answers"].items()}
        self._likeness = Likeness(folder / "likeness.json")
        self.intents = frozenset(answers["intents"]["names"])
        self.asked = Family(answers["intents"]["family"], answers["intents"]["track"])

    def find(self, texts: Iterable[str], *, alike: bool = True) -> Family | None:
        """Give the most urgent family that any of these texts belongs to.

        ``alike`` takes in what no pattern foresaw, where enough is like what was labelled.
        """
        plain = dict.fromkeys(self.plain(text) for text in texts)
        found = [number for each in plain if (number := self._first(each)) is not None]
        if found:
            return self._families[min(found)]
        return next(filter(None, map(self._alike, plain)), None) if alike else None

    def says(self, answer: str, texts: Iterable[str]) -> bool:
        """Say whether one of the texts gives this answer of the rules' ("joking", "number", "worn", "unsafe")."""
        return any(self._answers[answer].match(self._text(self.plain(text))) for text in texts)

    def _first(self, plain: str) -> int | None:
        """Give the number of the most urgent family that a plain text belongs to."""
        text = self._text(plain)
        cued = self._patterns.cued(text)
        if not cued:
            return None
        text = self._harmless.without(text)
        softened: dict[int, Text] = {}
        for number in cued:
            owner = self._owners[number]
            if owner not in softened:
                softened[owner] = self._own[owner].without(text)
            if self._patterns.regex(number).search(softened[owner].marked):
                return owner
        return None

    def _alike(self, plain: str) -> Family | None:
        """Give the family of what no pattern foresaw and is very like labelled disclosures all the same."""
        if len(plain.split()) < FEWEST_WORDS:
            return None
        labels = self._likeness.labels(plain)
        if labels.pop(NOTHING) > 1 - SURE or self._sounds_harmless(plain):
            return None
        track = max(labels, key=labels.__getitem__)
        # Likeness may be mistaken, so it never answers at once: one plain question comes first.
        return Family(f"like {track}", track, grey=True)

    def _sounds_harmless(self, plain: str) -> bool:
        """Say whether a text holds anything that is known to be harmless."""
        text = self._text(plain)
        return any(patterns.match(text) for patterns in (self._harmless, *self._own))

    def _text(self, plain: str) -> Text:
        return Text(self._marked(plain), cues(plain))


def _harmless(data: Mapping[str, Any]) -> list[str]:
    """List the harmless patterns of a file, which stand in named groups."""
    return [pattern for group in data["harmless"] for pattern in group["patterns"]]


def _read(path: Path) -> Mapping[str, Any]:
    """Read one file of rules."""
    data: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _lists(*files: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """Gather the lists of several files; ConfigurationError where two give one name to different words."""
    lists: dict[str, Sequence[str]] = {}
    for each in files:
        for name, words in each["lists"].items():
            if lists.setdefault(name, words) != words:
                raise ConfigurationError(f"two files of rules bring the list {name!r} with different words")
    return lists
