"""The notation in which the rules say what to look for, and how it becomes a regular expression.

A pattern is words with blanks between them, read over plain words (see :mod:`skill.house.safety.plain`)::

    suicid*          a word beginning so            (a|b c)     one of these
    [really]         this or nothing                {relation}  one of a named list of patterns
    ..  ..5          up to three (five) words       !{thing}    one word that is none of that list
    .                one word                       ^  $        the beginning, the end

A pattern also has *needs*: of the words of each, its cues, one must be there for it to match, so that most patterns are
never tried. And a text is *marked* before it is looked at: each word stands between a blank and a bar, and then comes a
character for every list that holds it, so that a pattern asks for one character where it names a hundred words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from skill.errors import ConfigurationError
from skill.house.safety.plain import Words

GAP = 3
"""So many words may lie in a gap that does not say how many."""
SHORTEST_STEM = 2
"""So many letters at least stand before a star."""

Cues = tuple[str, ...]
"""Words, and beginnings of words with a star, of which one must be there."""
Need = tuple[bool, int, Cues]
"""Whether a common word is among its cues, how many they are, and the cues: the greater it is, the less it tells."""

_WORDS = rf"[\w']++(?:\*(?<=[\w']{{{SHORTEST_STEM}}}\*))?+"
_TOKEN = re.compile(rf"\s*({_WORDS}|\({_WORDS}(?:[ |]{_WORDS})*+\)|\.\.\d*|!?\{{[\w-]++\}}|[()\[\]|.^$])")
_CLOSING = {"(": ")", "[": "]"}
_WORD = r" [^ ]++"
_WRITTEN = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|", ".": _WORD, "^": "^", "$": "$"}
_FIRST_MARK = 0xE000


class Notation:
    """Reads patterns, with the lists of words that they may name and the words too common to tell much."""

    def __init__(self, lists: Mapping[str, Sequence[str]], common: frozenset[str]) -> None:
        self._lists = lists
        self._common = common
        self._marks = {name: chr(_FIRST_MARK + place) for place, name in enumerate(lists)}
        self._marked: dict[str, str] = {}
        for name, entries in lists.items():
            for word in filter(_single, entries):
                self._marked[word] = self._marked.get(word, "") + self._marks[name]
        self._needs: dict[str, Sequence[Need]] = {".": (), "^": (), "$": ()}
        self._listed: dict[str, str] = {}

    def marked(self, words: Words) -> str:
        """Give a plain text as patterns look at it."""
        return "".join([f" {word}|{self._marked.get(word, '')}" for word in words])

    def needs(self, pattern: str) -> Sequence[Need]:
        """Read a whole pattern, and say what it needs; ConfigurationError, quoting it, where it cannot be read."""
        branches: list[list[Need]] = [[]]
        around: list[tuple[str, list[list[Need]]]] = []
        for token in _tokens(pattern):
            if (needs := self._needs.get(token)) is not None:
                branches[-1] += needs
            elif token == "|":
                branches.append([])
            elif token in _CLOSING:
                around.append((_CLOSING[token], branches))
                branches = [[]]
            elif token in ")]":
                closing, outer = around.pop() if around else ("", branches)
                if token != closing:
                    raise ConfigurationError(f"{token!r} is out of place in the pattern {pattern!r}")
                if token == ")":
                    outer[-1] += _shared(branches)
                branches = outer
            else:
                self._needs[token] = needs = self._single_needs(token, pattern)
                branches[-1] += needs
        if around:
            raise ConfigurationError(f"{around[-1][0]!r} is missing in the pattern {pattern!r}")
        return _shared(branches)

    def written(self, pattern: str) -> str:
        """Write a pattern that was read as a regular expression, in which each word follows a blank."""
        return "".join([_WRITTEN.get(token) or self._single_written(token) for token in _tokens(pattern)])

    def _single_needs(self, token: str, pattern: str) -> Sequence[Need]:
        """Say what a gap, a list or words need."""
        if token[0] == ".":
            return ()
        if token[0] == "!":
            self._single_needs(token[1:], pattern)
            return ()
        if token[0] != "{":
            branches = token.strip("()").split("|")
            return self._words_needs([self._telling(each) for each in branches] if " " in token else branches)
        if token[1:-1] not in self._lists:
            raise ConfigurationError(f"the pattern {pattern!r} names the list {token!r}, which is not there")
        words = [each for each in self._lists[token[1:-1]] if _single(each)]
        others = [self.needs(each) for each in self._lists[token[1:-1]] if not _single(each)]
        return _shared([self._words_needs(words), *others] if words else others)

    def _words_needs(self, words: Sequence[str]) -> Sequence[Need]:
        """Say what is needed where one of these words is."""
        return ((not self._common.isdisjoint(words), len(words), tuple(words)),)

    def _telling(self, branch: str) -> str:
        """Give the word that tells the most of a branch that is words alone."""
        words = branch.split()
        for word in words:
            if word not in self._common:
                return word
        return words[0]

    def _single_written(self, token: str) -> str:
        """Write a gap, a list or words."""
        if token[0] == ".":
            return f"(?:{_WORD}){{0,{token[2:] or GAP}}}?"
        if token[0] == "{":
            return self._list_written(token[1:-1])
        if token[0] == "!":
            return f"(?!{self._list_written(token[2:-1])}){_WORD}"
        if " " in token:
            written = "|".join(["".join(map(_word, branch.split())) for branch in token[1:-1].split("|")])
            return f"(?:{written})"
        return _word(token)

    def _list_written(self, name: str) -> str:
        if name not in self._listed:
            entries = self._lists[name]
            marked = [f" [^ ]*{self._marks[name]}[^ ]*+"] if any(map(_single, entries)) else []
            others = [self.written(each) for each in entries if not _single(each)]
            self._listed[name] = f"(?:{'|'.join([*marked, *others])})"
        return self._listed[name]


def _word(token: str) -> str:
    """Write a word, or one of several in brackets, as a regular expression."""
    return " " + token.replace("(", "(?:").replace("*", "[^| ]*") + r"\|[^ ]*+"


def _tokens(pattern: str) -> list[str]:
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens).replace(" ", "") != "".join(pattern.split()):
        raise ConfigurationError(f"the pattern {pattern!r} cannot be read")
    return tokens


def _shared(branches: Sequence[Sequence[Need]]) -> Sequence[Need]:
    """Give what is needed whichever branch it is: all that a single one needs, else the best cues of each."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return ()
    needs = [min(branch) for branch in branches]
    common, counts, cues = zip(*needs, strict=True)
    return ((any(common), sum(counts), tuple(chain.from_iterable(cues))),)


def _single(entry: str) -> bool:
    """Say whether an entry of a list is one whole word, rather than a pattern."""
    return entry.replace("'", "").isalnum()
