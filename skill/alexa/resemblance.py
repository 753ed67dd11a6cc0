"""What a free sentence is most like: the nearest of all plugins' samples, by the words and pairs of words they share.

A word or pair counts for more the fewer intents have it in their samples (inverse document frequency, Spärck Jones
1972), and for most where none has. Two texts are as near as the geometric mean of how much of either the other holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple, TypeAlias

from skill.alexa.samples import heard_alike

ENOUGH = 0.6
"""So near a sentence must be to a sample: then nineteen of twenty are what was meant."""
AHEAD = 0.03
"""So much nearer than to any sample of another intent."""
TELLING = 0.5
"""Samples are looked for by words and pairs that count for at least such a share of what the most telling do."""

Features: TypeAlias = frozenset[str]
_Near: TypeAlias = tuple[float, str, int]
"""How near, which sentence, and to which sample."""

_SLOT = re.compile(r"\{[^{}]*\}(?:'s)?")


class _Way(NamedTuple):
    """One thing that may have been said: its words and pairs, its words alone, and what these weigh together."""

    sentence: str
    features: Features
    single: Features
    whole: float


class Resemblance:
    """The samples of intents, each by what it says itself. Built once; no turn changes it."""

    def __init__(self, samples: Mapping[str, Sequence[str]], denies: Callable[[str], bool]) -> None:
        """Take the samples by intent, and what says whether a text denies something: a sample must then do so too."""
        self._denies = denies
        self._samples = [(intent, sample, _features(sample)) for intent, each in samples.items() for sample in each]
        holders: defaultdict[str, set[str]] = defaultdict(set)
        for intent, _, features in self._samples:
            for feature in features:
                holders[feature].add(intent)
        self._most = log(max(2, len(samples)))
        self._weights = {feature: self._most - log(len(having)) for feature, having in holders.items()}
        self._whole = [self._weight(features) for _, _, features in self._samples]
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, _, features) in enumerate(self._samples):
            for feature in features:
                if self._weights[feature] >= TELLING * self._most:
                    self._having[feature].append(number)

    def nearest(self, sentences: Sequence[str]) -> str:
        """Name the intent that a sentence is much like, and like no other; "" where there is none.

        Where it is not known how it began, ``sentences`` are all that it may have been.
        """
        ways = [self._way(sentence, _features(heard_alike(sentence, {}))) for sentence in sentences]
        known = self._way(sentences[0], frozenset.intersection(*(way.features for way in ways)))
        begun = defaultdict(set)
        for way in ways:
            for feature in way.features - known.features:
                begun[feature].add(way)
        best: dict[str, _Near] = {}
        for number in {number for feature in known.features for number in self._having.get(feature, ())}:
            intent, _, features = self._samples[number]
            likely = {way for feature in features & begun.keys() for way in begun[feature]} or {known}
            near = max((self._nearness(way, number), way.sentence, number) for way in likely)
            best[intent] = max(best.get(intent, near), near)
        ranked = sorted(best.values(), reverse=True)
        return self._sure(*ranked[:2]) if ranked else ""

    def _sure(self, first: _Near, second: _Near = (0.0, "", 0)) -> str:
        """Name the intent of the nearest sample where that is near enough, and denies as much as the sentence."""
        near, sentence, number = first
        intent, sample, _ = self._samples[number]
        clear = near >= ENOUGH and near - second[0] >= AHEAD
        return intent if clear and self._denies(sentence) == self._denies(sample) else ""

    def _way(self, sentence: str, features: Features) -> _Way:
        single = frozenset(each for each in features if " " not in each)
        # Words that every intent has weigh nothing, and a sentence may have no others.
        whole = sum(self._weights.get(each, self._most) for each in single) or 1.0
        return _Way(sentence, features, single, whole)

    def _nearness(self, way: _Way, number: int) -> float:
        _, _, features = self._samples[number]
        ours = self._weight(way.single & features) / way.whole
        theirs = self._weight(way.features & features) / self._whole[number]
        return sqrt(ours * theirs)

    def _weight(self, features: Iterable[str]) -> float:
        return sum(map(self._weights.__getitem__, features))


def _features(text: str) -> Features:
    """Give the words of a text, and those next to each other by two; nothing stands next to a slot."""
    parts = [part.split() for part in _SLOT.split(text)]
    return frozenset(word for part in parts for word in (*part, *map(" ".join, pairwise(part))))
