"""How much a sentence is like those that were labelled: weights of words and letters, for what no pattern foresaw.

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
LETTERS = (3, 4, 5)
"""So many letters in a row, within a word and its edges, count as one feature."""
NOTHING = "nothing"
"""The label of what is no disclosure."""

_EDGE = "_"
_RAISED = 1 << 15


def phrases(plain: str) -> frozenset[str]:
    """Give the words, and the words in a row, of a plain text; its beginning and end count as words."""
    words = ["^", *plain.split(), "$"]
    rows = [zip(*(words[start:] for start in range(length)), strict=False) for length in range(2, LONGEST_PHRASE + 1)]
    return frozenset(words[1:-1]).union(*(map(" ".join, row) for row in rows))


def letters(plain: str) -> frozenset[str]:
    """Give the letters in a row of a plain text's words."""
    edged = {f"{_EDGE}{word}{_EDGE}" for word in plain.split()}
    return frozenset(
        [
            f"~{word[start : start + length]}"
            for word in edged
            for length in LETTERS
            for start in range(len(word) - length + 1)
        ]
    )


class Likeness:
    """The labels a sentence is like. Made once; reads no file afterwards.

    A feature's weights are kept in one whole number, four bytes for each label, so that all labels are summed at once:
    weights of two bytes, raised above nought, leave room for more features than are ever looked at.
    """

    def __init__(self, path: Path) -> None:
        """Read the weights: by label what it starts from, by feature what it adds to each label, in hundredths."""
        data = orjson.loads(path.read_bytes())
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
        for features in (phrases(plain), letters(plain)):
            share = 1 / sqrt(max(1, len(features)))
            sums = [before + share * added for before, added in zip(sums, self._added(features), strict=True)]
        highest = max(sums)
        likely = [exp((each - highest) / 100) for each in sums]
        whole = sum(likely)
        return {label: each / whole for label, each in zip(self._starts, likely, strict=True)}

    def _added(self, features: Iterable[str]) -> list[int]:
        """Give what features add to each label."""
        weights = [self._weights[feature] for feature in features if feature in self._weights]
        raised = _RAISED * len(weights)
        return [each - raised for each in self._sums.unpack(sum(weights).to_bytes(self._sums.size, "little"))]
