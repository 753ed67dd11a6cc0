"""How much a sentence is like labelled ones, for what no pattern foresaw: weights of words and of their kinds.

The weights were learnt from labelled sentences (a multinomial logistic regression, see ``tests/house/sentences``) and
lie as readable data beside the rules: nothing is learnt from anybody who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, sqrt
from pathlib import Path
from struct import Struct

import orjson

LONGEST_PHRASE = 3
"""So many words in a row count as one feature."""
NOTHING = "nothing"
"""The label of what is no disclosure."""

_RAISED = 1 << 15


def phrases(plain: str) -> frozenset[str]:
    """Give the words, and the words in a row, of a plain text; its beginning and end count as words."""
    words = ["^", *plain.split(), "$"]
    rows = [zip(*(words[start:] for start in range(length)), strict=False) for length in range(2, LONGEST_PHRASE + 1)]
    return frozenset(words[1:-1]).union(*(map(" ".join, row) for row in rows))


def kinds(plain: str, kind: Mapping[str, str]) -> frozenset[str]:
    """Give the words in a row of a plain text where each word of a kind stands as its kind, "{partner}" or "{hurt}".

    So sentences by people who choose other words for the same thing share features. What names no kind is left out.
    """
    words = ["^", *[kind.get(word, word) for word in plain.split()], "$"]
    named = [place for place, word in enumerate(words) if word[0] == "{"]
    return frozenset(
        [
            " ".join(words[start : start + length])
            for place in named
            for length in range(1, LONGEST_PHRASE + 1)
            for start in range(max(0, place - length + 1), min(place, len(words) - length) + 1)
        ]
    )


class Likeness:
    """The labels a sentence is like. Made once; reads no file afterwards.

    A feature's weights are kept in one whole number, four bytes for each label, so that all labels are summed at once:
    weights of two bytes, raised above nought, leave room for more features than are ever looked at.
    """

    def __init__(self, path: Path) -> None:
        """Read the words of each kind, by label what it starts from, by feature what it adds to each, in tenths."""
        data = orjson.loads(path.read_bytes())
        self._kind: Mapping[str, str] = {word: f"{{{name}}}" for name, words in data["kinds"].items() for word in words}
        self._starts: Mapping[str, int] = data["starts"]
        self._sums = Struct(f"<{len(self._starts)}I")
        pack = Struct("<" + "hxx" * len(self._starts)).pack
        raised = int.from_bytes(self._sums.pack(*[_RAISED] * len(self._starts)), "little")
        self._weights = {
            feature: int.from_bytes(pack(*weights), "little") ^ raised for feature, weights in data["weights"].items()
        }

    def labels(self, plain: str) -> dict[str, float]:
        """Give how likely each label is for a plain text: numbers between 0 and 1 that come to 1."""
        sums: list[float] = list(self._starts.values())
        for features in (phrases(plain), kinds(plain, self._kind)):
            share = 1 / sqrt(max(1, len(features)))
            sums = [before + share * added for before, added in zip(sums, self._added(features), strict=True)]
        highest = max(sums)
        likely = [exp((each - highest) / 10) for each in sums]
        whole = sum(likely)
        return {label: each / whole for label, each in zip(self._starts, likely, strict=True)}

    def _added(self, features: Iterable[str]) -> list[int]:
        """Give what features add to each label."""
        weights = [self._weights[feature] for feature in features if feature in self._weights]
        raised = _RAISED * len(weights)
        return [each - raised for each in self._sums.unpack(sum(weights).to_bytes(self._sums.size, "little"))]
