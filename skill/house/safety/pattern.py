"""The notation in which families.json says what to look for, and how it becomes a regular expression.

A pattern is words with blanks between them, read over plain words (see :mod:`skill.house.safety.plain`)::

    suicid*          a word beginning so            (a|b c)     one of these
    [really]         this or nothing                {relation}  one of a named list of patterns
    ..  ..5          up to three (five) words       !{thing}    one word that is none of that list
    .                one word                       ^  $        the beginning, the end

A pattern also has *cues*: words of which one must be there for it to match, so that most are never tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skill.errors import ConfigurationError

GAP = 3
"""So many words may lie in a gap that does not say how many."""

_TOKEN = re.compile(r"\s*(!?\{[\w-]+\}|\.\.\d*|[()\[\]|.^$]|[\w']+\*?)")
_WORD = r"[^ ]+ "


@dataclass(frozen=True)
class Piece:
    """A part of a pattern as a regular expression, each word followed by a blank; None where no word is certain."""

    regex: str
    cues: frozenset[str] | None = None


class Notation:
    """Reads patterns, with the lists of words that they may name and the words too common to be a cue."""

    def __init__(self, lists: Mapping[str, Sequence[str]], common: frozenset[str]) -> None:
        self._lists = lists
        self._common = common
        self._known: dict[str, Piece] = {}

    def read(self, pattern: str) -> Piece:
        """Read a whole pattern; ConfigurationError, quoting it, where it cannot be read."""
        tokens = _Tokens(pattern)
        piece = self._choice(tokens)
        if tokens.next:
            raise ConfigurationError(f"{tokens.next!r} is out of place in the pattern {pattern!r}")
        return piece

    def _choice(self, tokens: _Tokens) -> Piece:
        branches = [self._sequence(tokens)]
        while tokens.taken("|"):
            branches.append(self._sequence(tokens))
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self, tokens: _Tokens) -> Piece:
        pieces: list[Piece] = []
        while tokens.next and tokens.next not in "|)]":
            pieces.append(self._element(tokens, tokens.take()))
        certain = [piece.cues for piece in pieces if piece.cues]
        cues = min(certain, key=lambda each: (bool(each & self._common), len(each)), default=None)
        return Piece("".join(piece.regex for piece in pieces), cues)

    def _element(self, tokens: _Tokens, token: str) -> Piece:
        if token in "([":
            inner = self._choice(tokens)
            tokens.close(")" if token == "(" else "]")
            return Piece(f"(?:{inner.regex})", inner.cues) if token == "(" else Piece(f"(?:{inner.regex})?")
        if token.startswith(".."):
            return Piece(f"(?:{_WORD}){{0,{token[2:] or GAP}}}?")
        if token.startswith(("{", "!")):
            named = self._named(token.strip("!{}"))
            return Piece(f"(?!{named.regex}){_WORD}") if token[0] == "!" else named
        if token in ".^$":
            return Piece({".": _WORD, "^": "^", "$": "$"}[token])
        word = re.escape(token.rstrip("*"))
        return Piece(rf"{word}[^ ]* " if token.endswith("*") else f"{word} ", frozenset({token}))

    def _named(self, name: str) -> Piece:
        if name not in self._known:
            if name not in self._lists:
                raise ConfigurationError(f"a pattern names the list {name!r}, which is not there")
            self._known[name] = _either([self.read(pattern) for pattern in self._lists[name]])
        return self._known[name]


class _Tokens:
    """A pattern's tokens, one after the other."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._rest = _tokens(pattern)
        self.next = next(self._rest, "")

    def take(self) -> str:
        """Give the next token."""
        token, self.next = self.next, next(self._rest, "")
        return token

    def taken(self, token: str) -> bool:
        """Take the next token if it is this one."""
        if self.next != token:
            return False
        self.take()
        return True

    def close(self, bracket: str) -> None:
        """Take a closing bracket; ConfigurationError where it is missing."""
        if not self.taken(bracket):
            raise ConfigurationError(f"{bracket!r} is missing in the pattern {self._pattern!r}")


def _tokens(pattern: str) -> Iterator[str]:
    place = 0
    while pattern[place:].strip():
        found = _TOKEN.match(pattern, place)
        if found is None:
            raise ConfigurationError(f"{pattern[place:]!r} cannot be read in the pattern {pattern!r}")
        yield found[1]
        place = found.end()


def _either(branches: Sequence[Piece]) -> Piece:
    certain = [piece.cues for piece in branches if piece.cues]
    cues = frozenset[str]().union(*certain) if len(certain) == len(branches) else None
    return Piece("(?:" + "|".join(piece.regex for piece in branches) + ")", cues)
