"""One of several options: by name, by place ("the second one"), or nearly by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from skill.answers import Choice, Option
from skill.reading import day, number
from skill.reading.language import language_of
from skill.reading.text import compiled, either, filled, fold, heard

_LIKE_ENOUGH = 80
_AHEAD = 5
"""A near miss must be so much nearer to one option than to the next."""


@dataclass(frozen=True)
class Search:
    """One look for an option in an utterance; what its ways of looking share is worked out once."""

    words: str
    choice: Choice
    language: str

    @cached_property
    def _text(self) -> str:
        """The utterance without what may stand around an option."""
        return _plain(self.words, self.language)

    @cached_property
    def _names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Every option's id and names."""
        return tuple((option.id, _names(option, self.language)) for option in self.choice.options)

    def whole(self) -> str | None:
        """Give the option that the utterance is, by id, by a name or by its place; None where it says more."""
        named = next((option for option, names in self._names if self._text in names), None)
        return _by_place(self._text, self.choice, self.language) if named is None else named

    def contained(self) -> str | None:
        """Give the one option that the utterance names among other words, and does not deny."""
        text = heard(self.words, self.language).text
        found = {option for option, names in self._names if _named_in(text, names, self.language)}
        return found.pop() if len(found) == 1 else None

    def nearly(self) -> str | None:
        """Give the option whose name comes near the utterance, if no other comes as near; short words never do."""
        if len(self._text) < 4:
            return None
        named = {name: option for option, names in self._names for name in names if len(name) > 3}
        near = process.extract(self._text, list(named), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH - _AHEAD, limit=5)
        best: dict[str, float] = {}
        for name, score, _ in near:
            best.setdefault(named[name], score)
        ranked = sorted(best.items(), key=lambda each: -each[1])
        if not ranked or ranked[0][1] < _LIKE_ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
            return None
        return ranked[0][0]


def whole(words: str, choice: Choice, language: str) -> str | None:
    """Give the option that an utterance is, by id, by a name or by its place; None where it says more."""
    return Search(words, choice, language).whole()


def _plain(words: str, language: str) -> str:
    return _bare(heard(fold(words, language), language).text, language)


def _bare(text: str, language: str) -> str:
    before, after = _around(language)
    return after.sub("", before.sub("", text))


def _names(option: Option, language: str) -> frozenset[str]:
    """Give an option's names in the form they are compared in, with and without what may stand around them."""
    forms: set[str] = set()
    for name in {option.id, *option.names}:
        text, folded = heard(name, language).text, fold(name, language)
        bare = text if folded == name else heard(folded, language).text
        forms |= {text, _bare(bare, language)}
    return frozenset(forms)


def _named_in(text: str, names: Iterable[str], language: str) -> bool:
    negation = language_of(language).feelings.negation
    for name in filter(None, names):
        for found in re.finditer(rf"(?<![\w']){re.escape(name)}(?![\w'])", text):
            if not compiled(rf"(?:^|.* )(?:{negation}) $").match(text[: found.start()]):
                return True
    return False


def _by_place(text: str, choice: Choice, language: str) -> str | None:
    found = _place(language).fullmatch(text)
    said = choice.options[: choice.said]
    if not found or not said:
        return None
    if found["last"]:
        return said[-1].id
    place = day.ordinal(found["ordinal"], language) if found["ordinal"] else number.value(found["number"], language)
    return said[int(place) - 1].id if 1 <= place <= len(said) else None


@cache
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language_of(language).choosing
    return re.compile(rf"^(?:{either(data.before)} )+(?=.)"), re.compile(rf"(?<=.)(?: {either(data.after)})+$")


@cache
def _place(language: str) -> re.Pattern[str]:
    data = language_of(language)
    ordinal = rf"(?P<ordinal>{either(data.counting.ordinals)}|\d{{1,2}}(?:{data.days.ordinal_ending}))"
    counted = rf"(?P<number>{number.pattern(language)})"
    last = rf"(?P<last>{either(data.choosing.last)})"
    return re.compile(filled(data.choosing.place, place=f"(?:{ordinal}|{counted}|{last})"))
