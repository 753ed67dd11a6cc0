"""How much a sentence is like those that were labelled: weights of words and letters, for what no pattern foresaw.

The weights were learnt from labelled sentences (a multinomial logistic regression, see ``tests/house/sentences``) and
lie as readable data beside the rules: nothing is learnt from anybody who speaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import exp, sqrt
from pathlib import Path

LONGEST_PHRASE = 3
"""So many words in a row count as one feature."""
LETTERS = (3, 4, 5)
"""So many letters in a row, within a word and its edges, count as one feature."""
NOTHING = "nothing"
"""The label of what is no disclosure."""

_EDGE = "_"


def phrases(plain: str) -> frozenset[str]:
    """Give the words, and the words in a row, of a plain text; its beginning and end count as words."""
    words = ["^", *plain.split(), "$"]
    return frozenset(
        " ".join(words[start : start + length])
        for length in range(1, LONGEST_PHRASE + 1)
        for start in range(len(words) - length + 1)
    ) - {"^", "$"}


def letters(plain: str) -> frozenset[str]:
    """Give the letters in a row of a plain text's words."""
    return frozenset(_letters(plain))


def _letters(plain: str) -> Iterator[str]:
    for word in plain.split():
        edged = f"{_EDGE}{word}{_EDGE}"
        for length in LETTERS:
            for start in range(len(edged) - length + 1):
                yield f"~{edged[start : start + length]}"


class Likeness:
    """The labels a sentence is like. Made once; reads no file afterwards."""

    def __init__(self, path: Path) -> None:
        """Read the weights: by label what it starts from, by feature what it adds to each label, in hundredths."""
        data = json.loads(path.read_text(encoding="utf-8"))
        self._starts: Mapping[str, int] = data["starts"]
        self._labels = tuple(self._starts)
        self._weights: Mapping[str, tuple[int, ...]] = {
            feature: tuple(weights) for feature, weights in data["weights"].items()
        }

    def labels(self, plain: str) -> dict[str, float]:
        """Give how likely each label is for a plain text: numbers between 0 and 1 that come to 1."""
        sums = [float(each) for each in self._starts.values()]
        for features in (phrases(plain), letters(plain)):
            share = 1 / sqrt(max(1, len(features)))
            for feature in features:
                for place, weight in enumerate(self._weights.get(feature, ())):
                    sums[place] += share * weight
        highest = max(sums)
        likely = [exp((each - highest) / 100) for each in sums]
        return {label: each / sum(likely) for label, each in zip(self._labels, likely, strict=True)}
