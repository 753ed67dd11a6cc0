"""How much a sentence is like labelled ones, for what no pattern foresaw: weights of words and of their kinds.

The weights were learnt from labelled sentences (a multinomial logistic regression, see ``tests/house/sentences``) and
lie as readable data beside the rules: nothing is learnt from anybody who speaks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from struct import Struct

import orjson

NOTHING = "nothing"
"""The label of what is no disclosure."""

_MIDDLE = b"\0\0\0\x80"


def features(words: Sequence[str], kind: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Give the phrases of a plain text, and those in which words of a kind stand as it, "{partner}" or "{hurt}".

    So sentences by people who choose other words for the same thing share features. What names no kind is among the
    first alone.
    """
    phrases = _phrases(words)
    return phrases, _phrases([*map(kind.get, words, words)]) - phrases


def _phrases(words: Sequence[str]) -> set[str]:
    """Give the words of a text, and those in a row by two and by three; its beginning and end count as words."""
    rows = ["^", *words, "$"]
    threes = zip(rows, rows[1:], rows[2:], strict=False)
    return {*words, *map(" ".join, pairwise(rows)), *map(" ".join, threes)}


class Likeness:
    """The labels a sentence is like. Made once; reads no file afterwards.

    A feature's weights are kept in one whole number, four bytes for each label, so that all labels are summed at once:
    weights of two bytes leave room for more features than are ever looked at.
    """

    def __init__(self, path: Path) -> None:
        """Read the words of each kind, by label what it starts from, by feature what it adds to each, in tenths."""
        data = orjson.loads(path.read_bytes())
        self._kind: Mapping[str, str] = {word: f"{{{name}}}" for name, words in data["kinds"].items() for word in words}
        self._starts: Mapping[str, int] = data["starts"]
        self._sums = Struct(f"<{len(self._starts)}i")
        self._middle = middle = int.from_bytes(_MIDDLE * len(self._starts), "little")
        pack = self._sums.pack
        self._weights = {
            feature: (int.from_bytes(pack(*weights), "little") ^ middle) - middle
            for feature, weights in data["weights"].items()
        }

    def labels(self, words: Sequence[str]) -> dict[str, float]:
        """Give how likely each label is for a plain text: numbers between 0 and 1 that come to 1."""
        phrases, meant = features(words, self._kind)
        share, added = _share(phrases), self._added(phrases)
        other, more = _share(meant), self._added(meant)
        sums = [
            start + share * said + other * known
            for start, said, known in zip(self._starts.values(), added, more, strict=True)
        ]
        highest = max(sums)
        likely = [exp((each - highest) / 10) for each in sums]
        whole = sum(likely)
        return {label: each / whole for label, each in zip(self._starts, likely, strict=True)}

    def _added(self, group: Iterable[str]) -> tuple[int, ...]:
        """Give what a group of features adds to each label."""
        added = sum(filter(None, map(self._weights.get, group)))
        # Raised by half of what four bytes hold, no label's sum is below nought and borrows from the next one's.
        return self._sums.unpack((added + self._middle ^ self._middle).to_bytes(self._sums.size, "little"))


def _share(group: Collection[str]) -> float:
    """Say how much each of a group of features counts: the more of them there are, the less."""
    return 1 / sqrt(max(1, len(group)))
