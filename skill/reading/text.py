"""Words as they were said, and the plain form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from text_to_num import find_numbers  # type: ignore[attr-defined]  # it lists the function itself, not its name

from skill.reading.grammar import Manners
from skill.reading.language import language_of

Span = tuple[int, int]
T = TypeVar("T")

_CURLY = str.maketrans("‘’ʼ´`“”„«»", "'''''\"\"\"\"\"")
_TOKEN = re.compile(
    r"\d{4}-(?:W?\d{2})(?:-(?:\d{2}|WE))?(?![\w-])"  # a calendar date, as a platform writes it
    r"|\d+(?:[:.,/]\d+)+[^\W\d_]*"  # 8:30, 6.5, 10/10, 8:30pm
    r"|(?:[^\W\d_]\.){2,}"  # p.m.
    r"|[^\W_]+(?:'[^\W_]+)*",  # words, also don't and 3rd
    re.IGNORECASE,
)
_LONGEST = 1_000
"""Nobody says more characters in one turn; what is longer is cut before it is read."""


class Token(NamedTuple):
    """One word in its plain form, and where it stands in the source. It is what ``text2num`` takes for a token."""

    word: str
    start: int
    end: int

    def text(self) -> str:
        """Give the word."""
        return self.word

    def nt_separated(self, previous: Token) -> bool:
        """Say whether a pause parts this word from the one before: unknown, so no."""
        return False

    def not_a_number_part(self) -> bool:
        """Say whether the word cannot be part of a number: unknown, so no."""
        return False


@dataclass(frozen=True)
class Utterance:
    """What was said: the source, its tokens, and ``text``, the tokens one blank apart."""

    source: str
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        """The plain words, one blank apart."""
        return " ".join([token.word for token in self.tokens])

    def covered(self, span: Span) -> Span:
        """Turn a span of ``text`` into the span of the source that its tokens cover."""
        position, first, last = 0, None, 0
        for token in self.tokens:
            after = position + len(token.word)
            if position < span[1] and after > span[0]:
                first = token.start if first is None else first
                last = token.end
            position = after + 1
        return (first or 0, last)

    def between(self, span: Span) -> tuple[Token, ...]:
        """Give the tokens that a span of ``text`` touches."""
        start, end = self.covered(span)
        return tuple(token for token in self.tokens if token.start < end and token.end > start)

    def quoted(self, span: Span) -> str:
        """Give the source's own words for a span of ``text``."""
        start, end = self.covered(span)
        return self.source[start:end]


def heard(words: str, language: str, *, numbers: bool = True) -> Utterance:
    """Take words apart: noises dropped, and (with ``numbers``) spelt-out numbers as digits, except small ones alone."""
    source, data = clean(words), language_of(language)
    tokens = _tokens(source)
    tokens = _quiet(tokens, [token.word for token in tokens], data.manners)
    return Utterance(source, tuple(_counted(tokens, data.code) if numbers else tokens))


def plain(words: str, language: str) -> str:
    """Give the plain words alone, one blank apart and without noises, numbers as they were spelt out."""
    source = clean(words)
    found = [word.lower() for word in _TOKEN.findall(source)]
    if "." in source:
        found = [_undotted(word) for word in found]
    return " ".join(_quiet(found, found, language_of(language).manners))


def clean(words: str) -> str:
    """Straighten apostrophes and quotes, compose accents, close up blanks, cut what is endless."""
    words = words[:_LONGEST]
    if not words.isascii() or "`" in words:
        words = normalize("NFC", words).translate(_CURLY)
    return " ".join(words.split())


def fold(text: str, language: str = "en") -> str:
    """Give the form in which utterances are compared: plain words without fillers at the edges or noises between."""
    return folded(plain(text, language), language)


def folded(text: str, language: str) -> str:
    """Take the fillers off the edges of plain words."""
    return _closers(language).sub("", _openers(language).sub("", text))


def tidy(words: str, language: str = "en") -> str:
    """Give words as they are kept: case and apostrophes as given, without fillers before and courtesy after."""
    kept = clean(words).strip(' ,;.!?-"')
    if lead := _lead_ins(language).match(kept):
        kept = kept[lead.end() :]
    courtesy = _courtesy(language).search(kept)
    if courtesy and not compiled(language_of(language).manners.courtesy_meant).search(kept.lower()):
        kept = kept[: courtesy.start()]
    return kept.strip(' ,;.!?-"')


def worded(words: str) -> bool:
    """Say whether there is any word in it."""
    return _TOKEN.search(words) is not None


def hesitant(words: str, language: str) -> bool:
    """Say whether somebody only made the noises of thinking: "hmm", "er, um"."""
    made = {token.word for token in _tokens(clean(words))}
    return bool(made) and made <= language_of(language).manners.noises


def masked(text: str, spans: Iterable[Span], blot: str = "\0") -> str:
    """Blot spans out with a character that is in no word, keeping every position."""
    for start, end in spans:
        text = text[:start] + blot * (end - start) + text[end:]
    return text


def either(words: Iterable[str]) -> str:
    """Join patterns into one that matches any, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a pattern so that it begins and ends where words do; for what is made once and kept."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern of a language's data, once."""
    return re.compile(pattern, flags)


def filled(pattern: str, **parts: str) -> str:
    """Put parts into the places ``{name}`` of a pattern, leaving a regular expression's own braces alone."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def looked_up(table: Mapping[str, T], words: str) -> T | None:
    """Find the value whose pattern is exactly these words."""
    if words in table:
        return table[words]
    return next((value for pattern, value in table.items() if compiled(pattern).fullmatch(words)), None)


def _tokens(source: str) -> list[Token]:
    tokens = [Token(found[0].lower(), found.start(), found.end()) for found in _TOKEN.finditer(source)]
    return [token._replace(word=_undotted(token.word)) for token in tokens] if "." in source else tokens


def _undotted(word: str) -> str:
    return word.replace(".", "") if word.endswith(".") else word


def _quiet(items: list[T], words: list[str], manners: Manners) -> list[T]:
    """Leave out the items whose words are noises, but for those in company and where there is nothing else."""
    if manners.noises.isdisjoint(words):
        return items
    around = ["", *words, ""]
    kept = [
        item
        for place, (item, word) in enumerate(zip(items, words, strict=True), 1)
        if word not in manners.noises or {around[place - 1], around[place + 1]} & manners.noise_company
    ]
    return kept or items


def _counted(tokens: list[Token], code: str) -> list[Token]:
    numbers = find_numbers(tokens, code, 3.0) if tokens else []
    for found in reversed(numbers):
        first, last = tokens[found.start], tokens[found.end - 1]
        tokens[found.start : found.end] = [Token(found.text, first.start, last.end)]
    return tokens


@cache
def _openers(language: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{either(language_of(language).manners.openers)} )+(?=.)")


@cache
def _lead_ins(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{language_of(language).manners.lead_ins})(?!\w)[ ,.;!?-]*)+(?=\w)", re.IGNORECASE)


@cache
def _courtesy(language: str) -> re.Pattern[str]:
    closing = language_of(language).manners.closing_courtesy
    return re.compile(rf"\b(?:[ ,.;!?-]+(?:{closing}))+$", re.IGNORECASE)


@cache
def _closers(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=.)(?: {either(language_of(language).manners.closers)})+$")
