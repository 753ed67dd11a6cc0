"""Sentences: what adds to an answer, what corrects one, and saying back what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from skill.reading.grammar import Sentences
from skill.reading.language import language_of
from skill.reading.text import Utterance, compiled, either, heard, phrase, plain, tidy

MOST = 8
"""So many words at most are said back."""
_FEWEST = 2


@dataclass(frozen=True)
class Correction:
    """What is right instead, and what was wrong where it was named."""

    new: str
    old: str | None = None


def addition(words: str, language: str = "en") -> str | None:
    """Give what is added when the words begin as a continuation ("and also the soup"); None when they do not."""
    if not _addition(language).match(plain(words, language)):
        return None
    return added(heard(words, language, numbers=False), language)


def added(said: Utterance, language: str) -> str | None:
    """Give what is added when an utterance begins as a continuation; None when it does not."""
    found = _addition(language).match(said.text)
    if not found:
        return None
    return tidy(said.quoted((found.end(), len(said.text))), language) or None


def correction(words: str, language: str = "en") -> Correction | None:
    """Read a correction: "no I meant Sam", "not Tuesday, Wednesday", "change that to Friday", "I said Lea not Leah"."""
    said = heard(words, language, numbers=False)
    for pattern in language_of(language).sentences.corrections:
        if found := compiled(pattern).fullmatch(said.text):
            new = tidy(said.quoted(found.span("new")), language)
            old = tidy(said.quoted(found.span("old")), language) if "old" in found.groupdict() else None
            if new:
                return Correction(new, old or None)
    return None


def denies(words: str, language: str) -> bool:
    """Say whether something in the words is denied ("we don't need a break")."""
    denial = language_of(language).sentences.denial
    return compiled(rf"(?<![\w'])(?:{denial})(?![\w'])").search(plain(words, language)) is not None


def mirror(words: str, language: str) -> str:
    """Say back what was said, first person turned into second, in at most eight words.

    Longer sentences are cut where a clause or phrase ends. Empty when that leaves nothing sensible, when the words
    insult somebody, or when they speak of "I" and "you" both, so that turning would mix people up.
    """
    data = language_of(language).sentences
    whole = heard(words, language, numbers=False)
    kept = added(whole, language) or tidy(words, language)
    said = whole if kept == whole.source else heard(kept, language, numbers=False)
    if _insults(language).search(said.text):
        return ""
    if compiled(data.addressed).search(said.text) and compiled(data.first_person).search(said.text):
        return ""
    return _turned(_shortened(said, data, language), language)


def _shortened(said: Utterance, data: Sentences, language: str) -> str:
    """Give the source's words up to a sensible end, at most eight of them; "" where there is none."""
    if len(said.tokens) <= MOST:
        return said.source[said.tokens[0].start : said.tokens[-1].end] if said.tokens else ""
    for ends in _ends(said, language):
        if fitting := [end for end in ends if _complete(said.text[:end], data)]:
            return said.quoted((0, max(fitting)))
    return ""


def _ends(said: Utterance, language: str) -> Iterator[list[int]]:
    """Give where clauses and sentences end, and then where phrases do."""
    clauses, phrases = _breaks(language)
    yield [found.start() for found in clauses.finditer(said.text)] + _stops(said)
    yield [found.start() for found in phrases.finditer(said.text)]


def _stops(said: Utterance) -> list[int]:
    """Give the ends of tokens that are followed by a comma or a full stop."""
    ends, position = [], 0
    for token in said.tokens:
        position += len(token.word)
        if said.source[token.end : token.end + 1] in {",", ".", ";", "!", "?", ":"}:
            ends.append(position)
        position += 1
    return ends


def _complete(text: str, data: Sentences) -> bool:
    words = text.split()
    return _FEWEST <= len(words) <= MOST and words[-1] not in data.dangling


def _turned(words: str, language: str) -> str:
    """Turn the first person into the second; words that stay keep their case."""
    pattern, turned = _swaps(language)
    return pattern.sub(lambda found: turned[found[0].lower()], words).strip(" ,;:.!?")


@cache
def _addition(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{language_of(language).sentences.addition}) (?=\w)")


@cache
def _insults(language: str) -> re.Pattern[str]:
    return phrase(language_of(language).sentences.insults)


@cache
def _breaks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give where clauses end, and where phrases do."""
    data = language_of(language).sentences
    return re.compile(rf" (?={data.clause_break}(?!\w))"), re.compile(rf" (?={data.phrase_break}(?!\w))")


@cache
def _swaps(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    swaps = dict(language_of(language).sentences.swaps)
    return re.compile(rf"(?<![\w']){either(map(re.escape, swaps))}(?![\w'])", re.IGNORECASE), swaps
