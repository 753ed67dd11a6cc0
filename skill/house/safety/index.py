"""Where to begin looking: which of all patterns may match at all, told by the words that were said alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import and_, or_

from skill.house.safety.pattern import SHORTEST_STEM, Cues, Notation

DEPTH = 4
"""So many needs of a pattern are looked at, those that tell the most: hardly anything is ruled out by a fifth."""

Row = tuple[int, ...]
"""For each of so many needs: of which patterns it is met, a bit for each pattern."""

_ALWAYS = ""
"""The cue of a need that a pattern does not have: it is always there."""


class Index:
    """All patterns by what they need. Most never get beyond this; the others are compiled when they are first tried."""

    def __init__(self, notation: Notation, patterns: Sequence[str]) -> None:
        """Read the patterns, which are known by their places; ConfigurationError where one cannot be read."""
        self._notation = notation
        self._patterns = patterns
        self._regexes: dict[int, re.Pattern[str]] = {}
        needs = [[cues for _, _, cues in sorted(notation.needs(pattern))] for pattern in patterns]
        columns = [_met([each[place] if place < len(each) else (_ALWAYS,) for each in needs]) for place in range(DEPTH)]
        rows: dict[str, Row] = {
            cue: tuple([column.get(cue, 0) for column in columns]) for cue in dict.fromkeys(chain(*columns))
        }
        self._always = rows.pop(_ALWAYS, (0,) * DEPTH)
        self._begun = {stem: rows.pop(f"{stem}*") for stem in [cue[:-1] for cue in rows if cue[-1] == "*"]}
        stems: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for stem in self._begun:
            stems[stem[:SHORTEST_STEM]] += (stem,)
        self._stems = dict(stems)
        # What a cue begins with is known beforehand, so that only other words are looked at for it.
        self._said = {cue: reduce(_either, self._rows_begun(cue), row) for cue, row in rows.items()}

    def regex(self, number: int) -> re.Pattern[str]:
        """Give a pattern by its number."""
        if number not in self._regexes:
            self._regexes[number] = re.compile(self._notation.written(self._patterns[number]))
        return self._regexes[number]

    def possible(self, words: Iterable[str]) -> list[int]:
        """List the numbers of the patterns that may match a text of these plain words, in their order."""
        rows = [self._always]
        for word in set(words):
            if (row := self._said.get(word)) is not None:
                rows.append(row)
            else:
                rows += self._rows_begun(word)
        return list(_places(reduce(and_, [reduce(or_, column) for column in zip(*rows, strict=True)])))

    def _rows_begun(self, word: str) -> list[Row]:
        """List what the cues with a star meet that a word begins with."""
        stems = self._stems.get(word[:SHORTEST_STEM], ())
        return [self._begun[stem] for stem in stems if word.startswith(stem)] if word.startswith(stems) else []


def _met(needs: Sequence[Cues]) -> dict[str, int]:
    """Give for every cue the patterns whose need it meets; the needs lie in the order of the patterns."""
    needing: defaultdict[Cues, int] = defaultdict(int)
    for number, cues in enumerate(needs):
        needing[cues] |= 1 << number
    met: dict[str, int] = {}
    for cues, patterns in needing.items():
        for cue in cues:
            met[cue] = met[cue] | patterns if cue in met else patterns
    return met


def _either(row: Row, other: Row) -> Row:
    """Give what either meets."""
    return tuple(map(or_, row, other))


def _places(bits: int) -> Iterator[int]:
    """Give the places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
