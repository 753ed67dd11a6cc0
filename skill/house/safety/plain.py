"""Words as they are looked at: lower case, short forms spelt out, fillers and stammers gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

LONGEST = 2_000
"""Nobody says more characters in one turn; what is longer is cut."""

Words = tuple[str, ...]
"""A plain text: its words in their order."""

_APOSTROPHES = str.maketrans("‘’‛ʼ´′＇", "'''''''")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


class Plain:
    """Makes words plain, by what a language drops and what it spells out."""

    def __init__(self, dropped: Iterable[str], endings: Mapping[str, str], spelt: Mapping[str, str]) -> None:
        """Take fillers (one word or several), what endings after an apostrophe stand for, and other short forms."""
        fillers = tuple(dropped)
        self._dropped = frozenset(each for each in fillers if " " not in each)
        phrases = "|".join(re.escape(each) for each in fillers if " " in each)
        self._phrases = re.compile(rf" (?:{phrases})(?= )") if phrases else None
        self._endings = dict(endings)
        self._spelt = {word: meant.split() for word, meant in spelt.items()}
        self._changed = self._dropped.union(self._spelt)

    def words(self, text: str) -> Words:
        """Give the plain words of a text; none for nothing."""
        folded = text[:LONGEST].replace("`", "'")
        if not folded.isascii():
            folded = normalize("NFKC", folded.translate(_APOSTROPHES))
        kept: list[str] = []
        last = ""
        for said in _WORD.findall(folded.lower()):
            for word in self._meant(said) if said in self._changed or "'" in said else (said,):
                if word != last:
                    kept.append(word)
                    last = word
        return tuple(self._phrases.sub("", f" {' '.join(kept)} ").split() if self._phrases else kept)

    def _meant(self, said: str) -> Sequence[str]:
        """Give what a word stands for: nothing where it is dropped."""
        return [word for word in self._spelt_out(said.rstrip("'")) if word not in self._dropped]

    def _spelt_out(self, word: str) -> Sequence[str]:
        if word in self._spelt:
            return self._spelt[word]
        if "'" in word:
            for ending, meant in self._endings.items():
                if word.endswith(ending):
                    return f"{word.removesuffix(ending)} {meant}".split()
        return (word,)
