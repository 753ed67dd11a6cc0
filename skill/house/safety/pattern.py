"""The notation in which the rules say what to look for, and how it becomes a regular expression.

A pattern is words with blanks between them, read over plain words (see :mod:`skill.house.safety.plain`)::

    suicid*          a word beginning so            (a|b c)     one of these
    [really]         this or nothing                {relation}  one of a named list of patterns
    ..  ..5          up to three (five) words       !{thing}    one word that is none of that list
    .                one word                       ^  $        the beginning, the end

A pattern also has *cues*: words of which one must be there for it to match, so that most are never tried. And a text
is *marked* before it is looked at: each word is followed by a bar and a character for every list that holds it, so that
a pattern asks for one character where it names a list of a hundred words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from skill.errors import ConfigurationError

GAP = 3
"""So many words may lie in a gap that does not say how many."""

_TOKEN = re.compile(r"\s*(!?\{[\w-]+\}|\.\.\d*|[()\[\]|.^$]|[\w']+\*?)")
_WORD = r"[^ ]+ "
_FIRST_MARK = 0xE000


@dataclass(frozen=True)
class Piece:
    """A part of a pattern: its cues, None where no word is certain, and how it is written as a regular expression.

    The expression, in which each word is followed by a blank, is only put together when it is first asked for: most
    patterns are never tried.
    """

    write: Callable[[], str]
    cues: frozenset[str] | None = None

    @cached_property
    def regex(self) -> str:
        """Give the regular expression."""
        return self.write()


class Notation:
    """Reads patterns, with the lists of words that they may name and the words too common to be a cue."""

    def __init__(self, lists: Mapping[str, Sequence[str]], common: frozenset[str]) -> None:
        self._lists = lists
        self._common = common
        self._marks = {name: chr(_FIRST_MARK + place) for place, name in enumerate(lists)}
        self._marked: dict[str, str] = {}
        for name, entries in lists.items():
            for word in filter(_single, entries):
                self._marked[word] = self._marked.get(word, "") + self._marks[name]
        self._known: dict[str, Piece] = {}
        self._words: dict[str, Piece] = {}

    def marked(self, plain: str) -> str:
        """Give a plain text as patterns look at it."""
        return "".join(f"{word}|{self._marked.get(word, '')} " for word in plain.split())

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
        if len(pieces) == 1:
            return pieces[0]
        certain = [piece.cues for piece in pieces if piece.cues]
        cues = min(certain, key=lambda each: (not self._common.isdisjoint(each), len(each)), default=None)
        return Piece(lambda: "".join(piece.regex for piece in pieces), cues)

    def _element(self, tokens: _Tokens, token: str) -> Piece:
        if token in "([":
            inner = self._choice(tokens)
            tokens.close(")" if token == "(" else "]")
            if token == "(":
                return Piece(lambda: f"(?:{inner.regex})", inner.cues)
            return Piece(lambda: f"(?:{inner.regex})?")
        if token.startswith(".."):
            return Piece(lambda: f"(?:{_WORD}){{0,{token[2:] or GAP}}}?")
        if token.startswith(("{", "!")):
            named = self._named(token.strip("!{}"))
            return Piece(lambda: f"(?!{named.regex}){_WORD}") if token[0] == "!" else named
        if token in ".^$":
            return Piece(lambda: {".": _WORD, "^": "^", "$": "$"}[token])
        return self._word(token)

    def _word(self, token: str) -> Piece:
        if token not in self._words:
            word, end = re.escape(token.rstrip("*")), "" if token.endswith("*") else r"\|"
            self._words[token] = Piece(lambda: f"{word}{end}[^ ]* ", frozenset({token}))
        return self._words[token]

    def _named(self, name: str) -> Piece:
        if name not in self._known:
            if name not in self._lists:
                raise ConfigurationError(f"a pattern names the list {name!r}, which is not there")
            entries = self._lists[name]
            words = [each for each in entries if _single(each)]
            others = [self.read(each) for each in entries if not _single(each)]
            marked = Piece(lambda: f"[^ ]*{self._marks[name]}[^ ]* ", frozenset(words))
            self._known[name] = _either([marked, *others] if words else others)
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
    place, end = 0, len(pattern.rstrip())
    while place < end:
        found = _TOKEN.match(pattern, place)
        if found is None:
            raise ConfigurationError(f"{pattern[place:]!r} cannot be read in the pattern {pattern!r}")
        yield found[1]
        place = found.end()


def cues(plain: str) -> frozenset[str]:
    """Give all cues that a plain text holds: its words, and everything that they begin with."""
    words = set(plain.split())
    return frozenset(words).union(f"{word[:length]}*" for word in words for length in range(1, len(word) + 1))


def _single(entry: str) -> bool:
    """Say whether an entry of a list is one whole word, rather than a pattern."""
    return entry.replace("'", "").isalnum()


def _either(branches: Sequence[Piece]) -> Piece:
    certain = [piece.cues for piece in branches if piece.cues]
    cues = frozenset[str]().union(*certain) if len(certain) == len(branches) else None
    return Piece(lambda: "(?:" + "|".join(piece.regex for piece in branches) + ")", cues)
