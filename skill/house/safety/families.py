"""What to look for, as families of patterns, and what only sounds like it; read from families.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from skill.house.safety.pattern import Notation
from skill.house.safety.plain import Plain

BLOT = "¦ "
"""Stands for harmless words: it is no word of any pattern, though a gap may hold it."""


@dataclass(frozen=True)
class Family:
    """One kind of thing to hear: its name, the track that answers it, and whether it is grey (asked about first)."""

    name: str
    track: str
    grey: bool = False


class Patterns:
    """Several patterns tried together: only those of which a cue was said are matched."""

    def __init__(self, notation: Notation, patterns: Iterable[str]) -> None:
        self._regexes: list[re.Pattern[str]] = []
        self._words: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._uncued: list[int] = []
        for number, pattern in enumerate(patterns):
            piece = notation.read(pattern)
            self._regexes.append(re.compile(rf"(?<![^ ])(?:{piece.regex})"))
            self._note(number, piece.cues)
        self._shortest = min(map(len, self._stems), default=0)

    def _note(self, number: int, cues: frozenset[str] | None) -> None:
        if not cues:
            self._uncued.append(number)
        for cue in cues or ():
            table = self._stems if cue.endswith("*") else self._words
            table.setdefault(cue.rstrip("*"), []).append(number)

    def cued(self, text: str) -> list[int]:
        """List the numbers of the patterns that may match, in their order."""
        found = set(self._uncued)
        for word in text.split():
            found.update(self._words.get(word, ()))
            if self._shortest:
                for end in range(self._shortest, len(word) + 1):
                    found.update(self._stems.get(word[:end], ()))
        return sorted(found)

    def matching(self, text: str) -> Iterator[int]:
        """Give the number of each pattern that matches, in their order."""
        return (number for number in self.cued(text) if self._regexes[number].search(text))

    def match(self, text: str) -> bool:
        """Say whether any matches."""
        return next(self.matching(text), None) is not None

    def without(self, text: str) -> str:
        """Give the text with everything that matches blotted out."""
        for number in self.cued(text):
            text = self._regexes[number].sub(BLOT, text)
        return text


class Families:
    """The families of one language, the most urgent first. Made once; reads no file afterwards."""

    def __init__(self, path: Path) -> None:
        """Read the file; ConfigurationError, quoting the pattern, where one cannot be read."""
        data = json.loads(path.read_text(encoding="utf-8"))
        notation = Notation(data["lists"], frozenset(data["common"]))
        self._plain = Plain(data["dropped"], data["endings"], data["spelt"])
        self._harmless = Patterns(notation, (each for group in data["harmless"] for each in group["patterns"]))
        self._owners: list[Family] = []
        looked_for: list[str] = []
        for each in data["families"]:
            self._owners += [Family(each["name"], each["track"], each.get("grey", False))] * len(each["patterns"])
            looked_for += each["patterns"]
        self._patterns = Patterns(notation, looked_for)
        self._answers = {name: Patterns(notation, patterns) for name, patterns in data["answers"].items()}
        self.intents = frozenset(data["intents"]["names"])
        self.asked = Family(data["intents"]["family"], data["intents"]["track"])

    def find(self, texts: Iterable[str]) -> Family | None:
        """Give the most urgent family that any of these texts belongs to."""
        hits = [number for text in dict.fromkeys(texts) for number in self._first(text)]
        return self._owners[min(hits)] if hits else None

    def says(self, answer: str, texts: Iterable[str]) -> bool:
        """Say whether one of the texts gives this answer of the file's ("joking", "number", "worn", "unsafe")."""
        return any(self._answers[answer].match(self._plain.text(text)) for text in texts)

    def _first(self, text: str) -> tuple[int, ...]:
        plain = self._plain.text(text)
        if not self._patterns.cued(plain):
            return ()
        return tuple(islice(self._patterns.matching(self._harmless.without(plain)), 1))
