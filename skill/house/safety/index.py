"""Where to begin looking: which of all patterns may match at all, told by the words that were said alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from skill.house.safety.pattern import SHORTEST_STEM, Cues, Notation


class Index:
    """All patterns by what they need. Most never get beyond this; the others are compiled when they are first tried."""

    def __init__(self, notation: Notation, patterns: Sequence[str]) -> None:
        """Read the patterns, which are known by their places; ConfigurationError where one cannot be read."""
        self._notation = notation
        self._patterns = patterns
        self._regexes: dict[int, re.Pattern[str]] = {}
        self._needless: list[int] = []
        self._cued: defaultdict[str, list[int]] = defaultdict(list)
        self._met: defaultdict[str, int] = defaultdict(int)
        bits: dict[Cues, int] = {}
        self._missing = [self._take_in(number, pattern, bits) for number, pattern in enumerate(patterns)]
        self._stems: dict[str, list[str]] = {}
        for cue in self._cued.keys() | self._met.keys():
            if cue.endswith("*"):
                self._stems.setdefault(cue[:SHORTEST_STEM], []).append(cue[:-1])

    def regex(self, number: int) -> re.Pattern[str]:
        """Give a pattern by its number."""
        if number not in self._regexes:
            self._regexes[number] = re.compile(self._notation.written(self._patterns[number]))
        return self._regexes[number]

    def possible(self, plain: Iterable[str]) -> list[int]:
        """List the numbers of the patterns that may match one of these plain texts, in their order.

        Each cue that was said names the patterns to think of, and has a bit for every other need that it meets.
        """
        cues = self._cues(set("".join(plain).split()))
        met = 0
        for cue in cues:
            met |= self._met.get(cue, 0)
        unmet = ~met
        thought_of = chain(self._needless, *[self._cued[cue] for cue in cues if cue in self._cued])
        return sorted({number for number in thought_of if not self._missing[number] & unmet})

    def _cues(self, words: set[str]) -> list[str]:
        """Give the words, and the cues with a star that they begin with."""
        begun = [
            f"{stem}*" for word in words for stem in self._stems.get(word[:SHORTEST_STEM], ()) if word.startswith(stem)
        ]
        return [*words, *begun]

    def _take_in(self, number: int, pattern: str, bits: dict[Cues, int]) -> int:
        """File a pattern under what tells the most about it; give the bits of its other needs, new ones among them."""
        needs = [cues for _, _, cues in sorted(self._notation.needs(pattern))]
        if not needs:
            self._needless.append(number)
        for cue in needs[0] if needs else ():
            self._cued[cue].append(number)
        missing = 0
        for cues in needs[1:]:
            if cues not in bits:
                bits[cues] = bit = 1 << len(bits)
                for cue in cues:
                    self._met[cue] |= bit
            missing |= bits[cues]
        return missing
