"""Things found by the words they are made of, so that a sentence is held against few of thousands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class WordIndex(Generic[Thing]):
    """Things in an order, each with its words; found where all its words are there, in any order and any case."""

    def __init__(self, things: Iterable[tuple[Iterable[str], Thing]]) -> None:
        self._things = [(folded(words), thing) for words, thing in things]
        common = Counter(word for words, _ in self._things for word in words)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (words, _) in enumerate(self._things):
            rarest = min(words, key=lambda word: (common[word], word), default="")
            self._places[rarest].append(place)

    def within(self, words: Iterable[str]) -> list[Thing]:
        """List, in their order, the things all of whose words are among ``words``; those without any always are."""
        there = folded(words)
        near = sorted(place for word in ("", *there) for place in self._places.get(word, ()))
        return [thing for words, thing in map(self._things.__getitem__, near) if words <= there]


def folded(words: Iterable[str]) -> frozenset[str]:
    """Give words without their case, as a set."""
    return frozenset(map(str.casefold, words))
