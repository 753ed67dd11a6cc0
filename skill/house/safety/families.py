"""What to look for, as families of patterns, and what only sounds like it; read from a language's folder of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, starmap
from pathlib import Path
from typing import Any

import orjson

from skill.errors import ConfigurationError
from skill.house.safety.index import Index
from skill.house.safety.likeness import NOTHING, Likeness
from skill.house.safety.pattern import Notation
from skill.house.safety.plain import Plain, Words

SURE = 0.8
"""So likely a sentence must be a disclosure of which only its likeness tells."""
URGENT = ("taken", "danger", "self")
"""The tracks whose disclosures are the worst to miss."""
SURE_ENOUGH = 0.55
"""So likely it must be one of these."""
STILL = 0.5
"""So likely its rest must be one, where something in it is known to be harmless."""
HARDLY = 0.05
"""Where a sentence that a pattern matches is no likelier than this to be a disclosure, it is asked about first."""
FEWEST_WORDS = 4
"""Of fewer words too little can be said by likeness."""
BLOT = " ¦"
"""Stands for harmless words: it is no word of any pattern, though a gap may hold it."""


@dataclass(frozen=True)
class Family:
    """One kind of thing to hear: its name, the track that answers it, and whether it is grey (asked about first)."""

    name: str
    track: str
    grey: bool = False


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
        patterns: list[str] = []
        self._families = [Family(each["name"], each["track"], each.get("grey", False)) for each in families]
        self._owners = [number for number, each in enumerate(families) for _ in each["patterns"]]
        self._patterns = _numbered(patterns, (pattern for each in families for pattern in each["patterns"]))
        self._own = [_numbered(patterns, _harmless(each)) for each in families]
        self._harmless = _numbered(patterns, _harmless(harmless))
        self._answers = {name: _numbered(patterns, each) for name, each in answers["answers"].items()}
        notation = Notation(_lists(words, *families), frozenset(words["common"]))
        self.plain = Plain(words["dropped"], words["endings"], words["spelt"]).words
        self._marked = notation.marked
        self._index = Index(notation, patterns)
        self._likeness = Likeness(folder / "likeness.json")
        self.intents = frozenset(answers["intents"]["names"])
        self.asked = Family(answers["intents"]["family"], answers["intents"]["track"])

    def find(self, texts: Iterable[str], *, alike: bool = True) -> Family | None:
        """Give the most urgent family that any of these texts belongs to.

        ``alike`` takes in what no pattern foresaw, where enough is like what was labelled, and makes grey what a
        pattern found in a sentence that is like nothing of the kind.
        """
        tried = self._tried(texts)
        found = [(family, words) for words, each in tried.items() if (family := self._first(words, each)) is not None]
        if found:
            return self._weighed(found) if alike else self._families[min(found)[0]]
        return next(filter(None, starmap(self._alike, tried.items())), None) if alike else None

    def says(self, answer: str, texts: Iterable[str]) -> bool:
        """Say whether one of the texts gives this answer of the rules' ("joking", "number", "worn", "unsafe")."""
        patterns = self._answers[answer]
        return any(
            self._matches(number, self._marked(words))
            for words, tried in self._tried(texts).items()
            for number in tried
            if number in patterns
        )

    def _tried(self, texts: Iterable[str]) -> dict[Words, list[int]]:
        """Make texts plain, each once, and give for each the numbers of the patterns that may match it."""
        return {words: self._index.possible(words) for words in dict.fromkeys(map(self.plain, texts))}

    def _first(self, words: Words, tried: Sequence[int]) -> int | None:
        """Give the number of the most urgent family that a text belongs to."""
        sought = [number for number in tried if number in self._patterns]
        if not sought:
            return None
        harmless = tried[len(sought) :]
        marked = self._without(self._marked(words), harmless, self._harmless)
        for owner, numbers in groupby(sought, key=self._owners.__getitem__):
            softened = self._without(marked, harmless, self._own[owner])
            if any(self._matches(number, softened) for number in numbers):
                return owner
        return None

    def _weighed(self, found: Iterable[tuple[int, Words]]) -> Family:
        """Give the most urgent family; one that its sentence is hardly like comes after the others, and is grey."""
        hardly, number = min((self._hardly(self._families[number], words), number) for number, words in found)
        family = self._families[number]
        return replace(family, grey=True) if hardly else family

    def _hardly(self, family: Family, words: Words) -> bool:
        """Say whether a text that is of a family by a pattern is next to certainly no disclosure.

        Who asks for a number is given it, and not asked first.
        """
        labels = self._labels(words) if family.track != self.asked.track else None
        return labels is not None and labels[NOTHING] > 1 - HARDLY

    def _alike(self, words: Words, tried: Sequence[int]) -> Family | None:
        """Give the family of what no pattern foresaw and is very like labelled disclosures all the same."""
        labels = self._labels(words)
        if labels is None:
            return None
        urgent = sum(map(labels.__getitem__, URGENT))
        if labels.pop(NOTHING) > 1 - SURE and urgent < SURE_ENOUGH:
            return None
        rest = self._unharmed(words, tried)
        left = self._labels(rest) if rest != words else labels
        if left is None or left.get(NOTHING, 0.0) > 1 - STILL:
            return None
        track = max(labels, key=labels.__getitem__)
        # Likeness may be mistaken, so it never answers at once: one plain question comes first.
        return Family(f"like {track}", track, grey=True)

    def _labels(self, words: Words) -> dict[str, float] | None:
        """Give what a plain text is like, where it has words enough."""
        return self._likeness.labels(words) if len(words) >= FEWEST_WORDS else None

    def _unharmed(self, words: Words, tried: Sequence[int]) -> Words:
        """Give a plain text without what is known to be harmless."""
        marked = self._marked(words)
        for numbers in (self._harmless, *self._own):
            marked = self._without(marked, tried, numbers)
        return tuple([word.partition("|")[0] for word in marked.split() if "|" in word])

    def _matches(self, number: int, marked: str) -> bool:
        """Say whether a pattern matches a marked text."""
        return self._index.regex(number).search(marked) is not None

    def _without(self, marked: str, tried: Iterable[int], numbers: range) -> str:
        """Give a marked text with everything that these patterns match blotted out."""
        for number in tried:
            if number in numbers:
                marked = self._index.regex(number).sub(BLOT, marked)
        return marked


def _numbered(patterns: list[str], more: Iterable[str]) -> range:
    """Add patterns to all the others; give their numbers."""
    start = len(patterns)
    patterns.extend(more)
    return range(start, len(patterns))


def _harmless(data: Mapping[str, Any]) -> list[str]:
    """List the harmless patterns of a file, which stand in named groups."""
    return [pattern for group in data["harmless"] for pattern in group["patterns"]]


def _read(path: Path) -> Mapping[str, Any]:
    """Read one file of rules."""
    data: Mapping[str, Any] = orjson.loads(path.read_bytes())
    return data


def _lists(*files: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """Gather the lists of several files; ConfigurationError where two give one name to different words."""
    lists: dict[str, Sequence[str]] = {}
    for each in files:
        for name, words in each["lists"].items():
            if lists.setdefault(name, words) != words:
                raise ConfigurationError(f"two files of rules bring the list {name!r} with different words")
    return lists
