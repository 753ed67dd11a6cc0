"""Feelings: the word someone found, its family and its energy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz import fuzz, process

from skill.answers import Felt
from skill.reading import agreement, command, number
from skill.reading.language import language_of
from skill.reading.text import compiled, either, heard, masked

FEW = 3
"""So many words at most may be a feeling that no list knows, or stand around a word that means other things too."""
_LIKE_ENOUGH = 88


def known(text: str, language: str, *, near: bool = True) -> Felt | None:
    """Find one or two feelings that the language's list knows, the speaker's own.

    Two of different kinds, one pleasant and one not, are "mixed". A pleasant one denied ("I don't feel good") is sad.
    ``near`` takes a misspelt one too.
    """
    data = language_of(language).feelings
    text = masked(text, [found.span() for found in _blotted(language).finditer(text)])
    named = [found for found in _listed(text, language) if _meant(text, found, language)]
    words = list(dict.fromkeys(found[0] for found in named if not _denied(text, found, language)))[:2]
    if words:
        return _together(words, language)
    pleasant = [found[0] for found in named if _lexicon(language)[found[0]][0] in data.pleasant]
    if pleasant:
        return Felt(data.denied.format(word=pleasant[0]), "sad", "low")
    return None if named or not near else _misspelt(_stripped(text, language), language)


def _together(words: list[str], language: str) -> Felt:
    data = language_of(language).feelings
    felt = [_lexicon(language)[each] for each in words]
    family, energy = felt[0]
    if len({each[0] in data.pleasant for each in felt}) == 2:
        family = "mixed"
    return Felt(f" {data.joint} ".join(words), family, energy)


def unknown(text: str, language: str) -> Felt | None:
    """Take a few words for a feeling that no list knows: family "unknown", energy "middle"."""
    rest = _stripped(text, language)
    words = rest.split()
    if not 1 <= len(words) <= FEW or any(character.isdigit() for character in rest):
        return None
    if _blotted(language).search(text):
        return None
    if any(not _denied(text, found, language) for found in _listed(text, language)):
        return None
    never = language_of(language).naming.never_feelings
    if (
        set(words) & never
        or command.command(rest, language)
        or number.bare(heard(rest, language).text, language) is not None
    ):
        return None
    return None if agreement.find(rest, language) else Felt(rest, "unknown", "middle")


def mentioned(text: str, language: str) -> tuple[str, ...]:
    """List every feeling of the language's list that a folded text speaks of, whoever's it is.

    A word that means other things too is one where the speaker's own is meant.
    """
    weak = language_of(language).feelings.weak
    return tuple(found[0] for found in _listed(text, language) if found[0] not in weak or _meant(text, found, language))


def ambiguous(word: str, language: str) -> bool:
    """Say whether a word is a feeling only where the rest says so ("hurt", "open")."""
    return word in language_of(language).feelings.weak


def unsaid(language: str) -> str:
    """Give the word that stands in place of a feeling that is not to be kept."""
    return language_of(language).feelings.unsaid


def listed(text: str, language: str) -> bool:
    """Say whether words are exactly a feeling of the language's list."""
    return text in _lexicon(language)


def _listed(text: str, language: str) -> Iterable[re.Match[str]]:
    """Find every word of the language's list; most texts begin none, which is seen without looking for each."""
    if _first_words(language).isdisjoint(text.replace("\0", " ").split()):
        return ()
    return _pattern(language).finditer(text)


def _denied(text: str, found: re.Match[str], language: str) -> bool:
    negation = language_of(language).feelings.negation
    return compiled(rf"(?:^|.*(?<!\w))(?:{negation}) $").match(text[: found.start()]) is not None


def _meant(text: str, found: re.Match[str], language: str) -> bool:
    """Say whether a word is the speaker's own feeling, and not a word with another meaning or somebody else's."""
    data = language_of(language).feelings
    before = text[: found.start()]
    if compiled(rf"(?:^|.*(?<!\w))(?:{data.others}) $").match(before):
        return False
    if found[0] not in data.weak or compiled(rf"(?:^|.* )(?:{data.cue}) $").match(before):
        return True
    stripped = _stripped(text, language)
    return text == found[0] or (stripped.startswith(found[0]) and len(stripped.split()) <= FEW + 1)


def _stripped(text: str, language: str) -> str:
    before, after = _around(language)
    return after.sub("", before.sub("", text)).strip()


def _misspelt(rest: str, language: str) -> Felt | None:
    if not 6 <= len(rest) <= 20 or rest.count(" ") > 1:
        return None
    found = process.extractOne(rest, _lexicon(language).keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return Felt(found[0], *_lexicon(language)[found[0]]) if found else None


@cache
def _lexicon(language: str) -> Mapping[str, tuple[str, str]]:
    families = language_of(language).feelings.families
    return {
        word: (family, energy)
        for family, energies in families.items()
        for energy, words in energies.items()
        for word in words
    }


@cache
def _first_words(language: str) -> frozenset[str]:
    return frozenset(word.split()[0] for word in _lexicon(language))


@cache
def _blotted(language: str) -> re.Pattern[str]:
    return re.compile(either(language_of(language).feelings.blotted))


@cache
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language_of(language).feelings
    return re.compile(rf"^(?:(?:{data.strip})(?: |$))+"), re.compile(rf"(?: (?:{data.strip_after}))+$")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w']){either(map(re.escape, _lexicon(language)))}(?![\w'])")
