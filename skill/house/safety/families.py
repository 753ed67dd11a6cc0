"""What to look for, as families of patterns, and what only sounds like it; read from a language's folder of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import orjson

from skill.errors import ConfigurationError
from skill.house.safety.index import Index
from skill.house.safety.likeness import NOTHING, Likeness
from skill.house.safety.pattern import Notation
from skill.house.safety.plain import Plain

SURE = 0.8
"""So likely a sentence must be a disclosure of which only its likeness tells."""
URGENT = ("taken", "danger", "self")
"""The tracks whose disclosures are the worst to miss."""
SURE_ENOUGH = 0.55
"""So likely it must be one of these."""
STILL = 0.5
"""So likely its rest must be one, where something in it is known to be harmless."""
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


@dataclass(frozen=True)
class Text:
    """A text: plain, marked (see :mod:`skill.house.safety.pattern`), and the numbers of the patterns to try."""

    plain: str
    marked: str
    tried: Sequence[int]


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
        self.plain = Plain(words["dropped"], words["endings"], words["spelt"]).text
        self._marked = notation.marked
        self._index = Index(notation, patterns)
        self._likeness = Likeness(folder / "likeness.json")
        self.intents = frozenset(answers["intents"]["names"])
        self.asked = Family(answers["intents"]["family"], answers["intents"]["track"])

    def find(self, texts: Iterable[str], *, alike: bool = True) -> Family | None:
        """Give the most urgent family that any of these texts belongs to.

        ``alike`` takes in what no pattern foresaw, where enough is like what was labelled.
        """
        looked_at = self._texts(texts)
        found = [family for each in looked_at if (family := self._first(each)) is not None]
        if found:
            return self._families[min(found)]
        return next(filter(None, map(self._alike, looked_at)), None) if alike else None

    def says(self, answer: str, texts: Iterable[str]) -> bool:
        """Say whether one of the texts gives this answer of the rules' ("joking", "number", "worn", "unsafe")."""
        return any(self._matches(each, self._answers[answer]) for each in self._texts(texts))

    def _first(self, text: Text) -> int | None:
        """Give the number of the most urgent family that a text belongs to."""
        tried = [number for number in text.tried if number in self._patterns]
        if not tried:
            return None
        marked = self._without(text.marked, text.tried, self._harmless)
        for owner, numbers in groupby(tried, key=self._owners.__getitem__):
            softened = self._without(marked, text.tried, self._own[owner])
            if any(self._index.regex(number).search(softened) for number in numbers):
                return owner
        return None

    def _alike(self, text: Text) -> Family | None:
        """Give the family of what no pattern foresaw and is very like labelled disclosures all the same."""
        labels = self._labels(text.plain)
        if labels is None:
            return None
        urgent = sum(labels[each] for each in URGENT)
        if labels.pop(NOTHING) > 1 - SURE and urgent < SURE_ENOUGH:
            return None
        rest = self._unharmed(text)
        left = self._labels(rest) if rest != text.plain else labels
        if left is None or left.get(NOTHING, 0.0) > 1 - STILL:
            return None
        track = max(labels, key=labels.__getitem__)
        # Likeness may be mistaken, so it never answers at once: one plain question comes first.
        return Family(f"like {track}", track, grey=True)

    def _labels(self, plain: str) -> dict[str, float] | None:
        """Give what a plain text is like, where it has words enough."""
        return self._likeness.labels(plain) if len(plain.split()) >= FEWEST_WORDS else None

    def _unharmed(self, text: Text) -> str:
        """Give a text, plain, without what is known to be harmless."""
        marked = text.marked
        for numbers in (self._harmless, *self._own):
            marked = self._without(marked, text.tried, numbers)
        return "".join(f"{word.partition('|')[0]} " for word in marked.split() if "|" in word)

    def _texts(self, texts: Iterable[str]) -> tuple[Text, ...]:
        """Make texts ready to be looked at, each once; what to try is told by the words of all of them together."""
        plain = dict.fromkeys(map(self.plain, texts))
        tried = self._index.possible(plain)
        return tuple(Text(each, self._marked(each), tried) for each in plain)

    def _matches(self, text: Text, numbers: range) -> bool:
        """Say whether any of these patterns matches."""
        return any(self._index.regex(number).search(text.marked) for number in text.tried if number in numbers)

    def _without(self, marked: str, tried: Sequence[int], numbers: range) -> str:
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
