"""Words as they are looked at: lower case, short forms spelt out, fillers and stammers gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

LONGEST = 2_000
"""Nobody says more characters in one turn; what is longer is cut."""

_APOSTROPHES = str.maketrans("‘’‛ʼ´`′＇", "''''''''")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


class Plain:
    """Makes words plain, by what a language drops and what it spells out."""

    def __init__(self, dropped: Iterable[str], endings: Mapping[str, str], spelt: Mapping[str, str]) -> None:
        """Take fillers (one word or several), what endings after an apostrophe stand for, and other short forms."""
        fillers = tuple(dropped)
        self._dropped = frozenset(each for each in fillers if " " not in each)
        phrases = "|".join(re.escape(each) for each in fillers if " " in each)
        self._phrases = re.compile(rf"(?<![^ ])(?:{phrases}) ") if phrases else None
        self._endings = dict(endings)
        self._spelt = {word: meant.split() for word, meant in spelt.items()}

    def text(self, words: str) -> str:
        """Give plain words, each followed by one blank; nothing for nothing."""
        folded = normalize("NFKC", words[:LONGEST].translate(_APOSTROPHES)).lower()
        kept: list[str] = []
        last = ""
        for found in _WORD.findall(folded):
            for word in self._spelt_out(found.rstrip("'")):
                if word not in self._dropped and word != last:
                    kept.append(word)
                    last = word
        text = "".join([f"{word} " for word in kept])
        return self._phrases.sub("", text) if self._phrases else text

    def _spelt_out(self, word: str) -> Sequence[str]:
        if word in self._spelt:
            return self._spelt[word]
        if "'" in word:
            for ending, meant in self._endings.items():
                if word.endswith(ending):
                    return f"{word.removesuffix(ending)} {meant}".split()
        return (word,)
