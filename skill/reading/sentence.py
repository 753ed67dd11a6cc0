"""Sentences: what adds to an answer, what corrects one, and saying back what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skill.reading.grammar import Sentences
from skill.reading.language import language_of
from skill.reading.text import Utterance, compiled, either, heard, tidy

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
    said = heard(words, language, numbers=False)
    found = compiled(rf"(?:{language_of(language).sentences.addition}) (?=\w)").match(said.text)
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


def mirror(words: str, language: str) -> str:
    """Say back what was said, first person turned into second, in at most eight words.

    Longer sentences are cut where a clause or phrase ends. Empty when that leaves nothing sensible, when the words
    insult somebody, or when they speak of "I" and "you" both, so that turning would mix people up.
    """
    data = language_of(language).sentences
    said = heard(addition(words, language) or tidy(words, language), language, numbers=False)
    if compiled(rf"(?<!\w){data.insults}(?!\w)").search(said.text):
        return ""
    if compiled(data.addressed).search(said.text) and compiled(data.first_person).search(said.text):
        return ""
    return _turned(_shortened(said, data), data)


def _shortened(said: Utterance, data: Sentences) -> str:
    """Give the source's words up to a sensible end, at most eight of them; "" where there is none."""
    if len(said.tokens) <= MOST:
        return said.quoted((0, len(said.text))) if said.tokens else ""
    for ends in (data.clause_break, data.phrase_break):
        fitting = [
            found.start()
            for found in compiled(rf" (?={ends}(?!\w))").finditer(said.text)
            if _complete(said.text[: found.start()], data)
        ]
        stops = (
            [stop for stop in _stops(said) if _complete(said.text[:stop], data)] if ends == data.clause_break else []
        )
        if fitting or stops:
            return said.quoted((0, max(fitting + stops)))
    return ""


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


def _turned(words: str, data: Sentences) -> str:
    """Turn the first person into the second; words that stay keep their case."""
    table = dict(data.swaps)
    pattern = compiled(rf"(?<![\w']){either(re.escape(key) for key, _ in data.swaps)}(?![\w'])", re.IGNORECASE)
    return pattern.sub(lambda found: table[found[0].lower()], words).strip(" ,;:.!?")
