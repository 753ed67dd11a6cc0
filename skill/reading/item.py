"""Several good things in one breath: "Leo washed up, the rain stopped and I slept well"."""

from __future__ import annotations

import re
from functools import cache

from skill.reading.grammar import Sentences
from skill.reading.language import language_of
from skill.reading.sentence import addition
from skill.reading.text import plain, tidy, worded

MOST = 10
"""So many things at most are told apart; the rest stays with the last."""
_COMMA = re.compile(r"\s*,\s*")


def items(words: str, language: str) -> tuple[str, ...]:
    """Part words into the things they name; in doubt they stay together ("my mum and dad", "fish and chips").

    Parted at full stops, "and also", "oh and", "plus"; at commas; and at "and" where a clause with a subject of its
    own follows, or in a list with commas.
    """
    data = language_of(language).sentences
    rest = _item(words, language)
    found = [item for piece in _pieces(language).split(rest) for item in _listed(piece.rstrip(" ,"), data, language)]
    # What is whole has been looked at already.
    kept = tuple(filter(worded, found if found == [words] else (_item(each, language) for each in found)))
    return kept if len(kept) <= MOST else (*kept[: MOST - 1], ", ".join(kept[MOST - 1 :]))


def _item(words: str, language: str) -> str:
    return tidy(addition(words, language) or words, language)


def _listed(piece: str, data: Sentences, language: str) -> list[str]:
    """Part at commas and, where they make a list, at its last "and"; not where the list is one clause's subject."""
    parts = _attached(_COMMA.split(piece), data, language) if "," in piece else [piece]
    if len(parts) == 1:
        return _clauses(parts[0], data, language)
    verbs = [_has_verb(plain(part, language).split(), data) for part in parts]
    if verbs[-1] and not any(verbs[:-1]) and not _leading_and(language).match(parts[-1]):
        return [piece]
    pieces = [clause for part in parts for clause in _clauses(part, data, language)]
    if pieces[-1] == parts[-1]:
        pieces[-1:] = _last(pieces[-1], data, language)
    return pieces


def _attached(parts: list[str], data: Sentences, language: str) -> list[str]:
    """Put a part back that hangs on the one before ("my sister, who called"; "I walked, talked and laughed")."""
    whole: list[str] = []
    for part in parts:
        if whole and (_has_verb(part.lower().split(" ")[:1], data) or _attaching(language).match(part)):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _last(part: str, data: Sentences, language: str) -> list[str]:
    """Part the end of a list ("the soup and Leo"), unless the two belong together."""
    stripped = _leading_and(language).sub("", part)
    sides = _and(language).split(stripped)
    if len(sides) != 2 or _together(sides[0], sides[1], data) or _has_verb(sides[0].lower().split(), data):
        return [stripped]
    return sides


def _together(left: str, right: str, data: Sentences) -> bool:
    """Say whether two things are one: a known pair, or one article for both ("my mum and dad")."""
    words, others = left.lower().split(), right.lower().split()
    if f"{words[-1]} {others[0]}" in data.pairs:
        return True
    return words[0] in data.possessives and others[0] not in data.determiners and not right[0].isupper()


def _clauses(part: str, data: Sentences, language: str) -> list[str]:
    """Part at "and" where a clause stands on either side."""
    pieces: list[str] = []
    rest = part
    for found in _and(language).finditer(part):
        left, right = rest[: found.start() - (len(part) - len(rest))], part[found.end() :]
        if _is_clause(left, data, language, leans=True) and _is_clause(right, data, language):
            pieces.append(left)
            rest = right
    return [*pieces, rest]


def _is_clause(words: str, data: Sentences, language: str, *, leans: bool = False) -> bool:
    """Say whether words are a subject of their own and a verb; "it", "he", "they" lean on what was said before."""
    subject, *others = plain(words, language).split() or [""]
    if not subject or (subject in data.anaphora and not leans):
        return False
    if subject in data.subjects or subject in data.anaphora:
        return bool(others)
    return _has_verb(others[:4], data)


def _has_verb(words: list[str], data: Sentences) -> bool:
    return any(
        word in data.verbs or (len(word) > 4 and word.endswith(data.verb_endings) and word not in data.verb_traps)
        for word in words
    )


@cache
def _pieces(language: str) -> re.Pattern[str]:
    """Give what stands between sentences, or goes on to another thing; a comma and blanks before it are left over."""
    joint = language_of(language).sentences.list_joint
    return re.compile(rf"(?i)(?:[.;!?]+\s+|\b(?:{joint})\b),?\s*")


@cache
def _attaching(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{language_of(language).sentences.attached})(?!\w)")


@cache
def _and(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\s+(?:{language_of(language).sentences.and_joint})\s+")


@cache
def _leading_and(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)^(?:{language_of(language).sentences.and_joint})\s+")
