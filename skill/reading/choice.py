"""One of several options: by name, by place ("the second one"), or nearly by name."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from skill.answers import Choice, Option
from skill.reading import day, number
from skill.reading.language import language_of
from skill.reading.text import compiled, either, filled, fold, heard

_LIKE_ENOUGH = 80
_AHEAD = 5
"""A near miss must be so much nearer to one option than to the next."""


def whole(words: str, choice: Choice, language: str) -> str | None:
    """Give the option that the utterance is, by id, by a name or by its place; None where it says more."""
    text = _plain(words, language)
    for option in choice.options:
        if text in _names(option, language):
            return option.id
    return _by_place(text, choice, language)


def contained(words: str, choice: Choice, language: str) -> str | None:
    """Give the one option that the utterance names among other words, and does not deny."""
    text = heard(words, language).text
    found = {option.id for option in choice.options if _named_in(text, option, language)}
    if len(found) == 1:
        return found.pop()
    return None


def nearly(words: str, choice: Choice, language: str) -> str | None:
    """Give the option whose name comes near the utterance, when no other comes as near; short words never do."""
    text = _plain(words, language)
    if len(text) < 4:
        return None
    names = {name: option.id for option in choice.options for name in _names(option, language) if len(name) > 3}
    near = process.extract(text, list(names), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH - _AHEAD, limit=5)
    best: dict[str, float] = {}
    for name, score, _ in near:
        best.setdefault(names[name], score)
    ranked = sorted(best.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < _LIKE_ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
        return None
    return ranked[0][0]


def _plain(words: str, language: str) -> str:
    data = language_of(language).choosing
    text = heard(fold(words, language), language).text
    text = compiled(rf"^(?:{either(data.before)} )+(?=.)").sub("", text)
    return compiled(rf"(?<=.)(?: {either(data.after)})+$").sub("", text)


def _names(option: Option, language: str) -> set[str]:
    """Give an option's names in the form they are compared in, with and without what may stand around them."""
    names = (option.id, *option.names)
    return {heard(name, language).text for name in names} | {_plain(name, language) for name in names}


def _named_in(text: str, option: Option, language: str) -> bool:
    negation = language_of(language).feelings.negation
    for name in filter(None, _names(option, language)):
        for found in re.finditer(rf"(?<![\w']){re.escape(name)}(?![\w'])", text):
            if not compiled(rf"(?:^|.* )(?:{negation}) $").match(text[: found.start()]):
                return True
    return False


def _by_place(text: str, choice: Choice, language: str) -> str | None:
    data = language_of(language)
    ordinal = rf"(?P<ordinal>{either(data.counting.ordinals)}|\d{{1,2}}(?:{data.days.ordinal_ending}))"
    counted = rf"(?P<number>{number.pattern(language)})"
    last = rf"(?P<last>{either(data.choosing.last)})"
    around = data.choosing.place
    found = compiled(filled(around, place=f"(?:{ordinal}|{counted}|{last})")).fullmatch(text)
    if not found or not choice.options:
        return None
    if found["last"]:
        return choice.options[-1].id
    place = day.ordinal(found["ordinal"], language) if found["ordinal"] else number.value(found["number"], language)
    return choice.options[int(place) - 1].id if 1 <= place <= len(choice.options) else None
