"""Names people give: "it's Kim", "my name is Mary Ann", "this is Sam speaking"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skill.reading import agreement, command, feeling
from skill.reading.language import language_of
from skill.reading.text import Token, Utterance, compiled, either

MOST = 3
"""A name has so many words at most."""


def given(said: Utterance, language: str) -> str | None:
    """Find a name that a phrase announces ("my name is …"); it ends where a word comes that is in no name."""
    data = language_of(language).naming
    for patterns, states in ((data.patterns, False), (data.states, True)):
        for pattern in patterns:
            found = compiled(rf"(?:{either(data.lead)} )*(?:{pattern})(?P<name>\w.*)").match(said.text)
            if found and not (states and _a_state(found["name"], language)):
                tokens = _until_no_name(said.between(found.span("name")), language)
                if name := _name(tokens, said.source, language):
                    return name
    return None


def bare(said: Utterance, language: str) -> str | None:
    """Take a few words for a name when that is all there is, and no answer or command of another kind."""
    data = language_of(language).naming
    start = _end(compiled(rf"(?:{either(data.lead)} )+(?=.)").match(said.text))
    text = compiled(rf"(?: {either(data.trailing)})+$").sub("", said.text)[start:]
    if command.command(text, language) or agreement.find(text, language) or feeling.listed(text, language):
        return None
    tokens = said.between((start, start + len(text)))
    count = len(said.source[tokens[0].start : tokens[-1].end].split()) if tokens else 0
    few = count < MOST or all(said.source[token.start].isupper() for token in tokens)
    if not few and not any(token.word in data.particles for token in tokens):
        return None
    return _name(tokens, said.source, language) if len(_until_no_name(tokens, language)) == len(tokens) else None


def pair(said: Utterance, language: str) -> tuple[str, str] | None:
    """Find the names of two in one breath: "Ann and Ben", "I'm Ann and this is Ben", "we're Ann and Ben"."""
    data = language_of(language)
    found = compiled(rf"(?:{data.naming.of_two})?(?P<one>.+?) {data.sentences.and_joint} (?P<two>.+)").fullmatch(
        said.text
    )
    if found is None:
        return None
    sides = (Utterance(said.source, said.between(found.span(side))) for side in ("one", "two"))
    one, two = (given(side, language) or bare(side, language) for side in sides)
    return (one, two) if one and two else None


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _until_no_name(tokens: Sequence[Token], language: str) -> Sequence[Token]:
    """Give the tokens before the first that is in no name; a verb takes the name before it along as its subject."""
    for place, token in enumerate(tokens):
        if not _fits(token.word, place, language):
            subject = place > 1 and token.word in language_of(language).naming.predicates
            return tokens[: place - 1 if subject else place]
    return tokens


def _fits(word: str, place: int, language: str) -> bool:
    data = language_of(language)
    if word in data.naming.never or any(character.isdigit() for character in word):
        return False
    if word.endswith(data.naming.never_endings):
        return False
    verb = word in data.sentences.verbs or (len(word) > 4 and word.endswith(data.sentences.verb_endings))
    return place == 0 or not verb


def _a_state(text: str, language: str) -> bool:
    """Say whether "I'm …" goes on with how someone is, or what they do, and not with a name."""
    data = language_of(language)
    first = text.split(" ")[0]
    doing = len(first) > 5 and first.endswith(data.naming.doing_endings)
    return doing or first in data.naming.never_states or feeling.known(text, language, near=False) is not None


def _name(tokens: Sequence[Token], source: str, language: str) -> str | None:
    if not 1 <= len(tokens) <= MOST:
        return None
    particles = language_of(language).naming.particles
    name, end = "", tokens[0].start
    for place, token in enumerate(tokens):
        word = source[token.start : token.end]
        joint = "-" if source[end : token.start] == "-" else " " if place else ""
        name += joint + (word if place and token.word in particles else _capitalised(word))
        end = token.end
    return name


def _capitalised(word: str) -> str:
    """Capitalise a word as names are; one that came with capitals inside or in front stays as it is."""
    if word != word.lower() and not (word.isupper() and len(word) > 2):
        return word
    first, apostrophe, rest = word.partition("'")
    return first.capitalize() + apostrophe + (rest.capitalize() if len(rest) > 1 else rest)
