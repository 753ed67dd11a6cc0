"""Who is spoken about becomes who is spoken to: "he looks at his phone and laughs" is "you look at your phone …"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.istatement.verbs import ADVERBS, after_you, also_after_you, doing
from plugins.istatement.wording import KIN

_HE, _SHE, _THEY = "he", "she", "they"
_KIN = {
    _HE: re.compile(
        r"(?:my )?(?:dad|father|grandad|grandpa|brother|son|uncle|husband|boyfriend|fiancé)\b", re.IGNORECASE
    ),
    _SHE: re.compile(
        r"(?:my )?(?:mum|mom|mam|mother|gran|granny|grandma|nan|sister|daughter|aunt|wife|girlfriend|fiancée)\b",
        re.IGNORECASE,
    ),
}
_OBJECT = {_HE: "him", _SHE: "her", _THEY: "them"}
_OWN = {_HE: "his", _SHE: "her", _THEY: "their"}
_SELF = {_HE: ("himself",), _SHE: ("herself",), _THEY: ("themselves", "themself")}
_NO_NOUN = (
    "and|or|but|to|that|about|again|at|on|in|for|from|of|when|with|first|if|so|by|while|after|before|until|till|because"
)
"""What comes after "her" where it is no possessive: "told her about"."""
_HERS = rf"her (?!(?:{_NO_NOUN})\b)[a-z]"
_SAID = {_HE: r"\b(?:he|his)\b", _SHE: rf"\b(?:she\b|{_HERS})", _THEY: r"\bthey\b"}
_JOINS = frozenset({"and", "or", "but", "then", "nor"})
_BEGINS = "|".join((*sorted(_JOINS), "when", "because", "while", "if", "that", "how"))
_SPEAKERS = frozenset(("i", "we"))
_OTHERS = frozenset({"it", "nobody", "someone", "everybody", "everyone", "people", "there", "who", "which"})
_POSSESSED = r"(?=(?:\w+ )?(?:phone|mum|mom|friends?|room|things|stuff|birthday|mess|car)\b)"
_HAS = re.compile(
    r"been|had|got|gone|done|forgotten|left|lost|broken|taken|made|told|said|stopped|started|become|spent|given|never|"
    r"seen|promised|turned|hurt|let",
    re.IGNORECASE,
)
_WHO = "@"
"""Stands for whoever is meant where they are named."""


def to_you(words: str, known: Iterable[str], person: str = "") -> str:
    """Turn words about somebody to that somebody; ``person`` is who it is, ``known`` who else it may be.

    Who is called "you" already is not turned again: "you told her" is about someone else.
    """
    words = words.replace(_WHO, "at")
    names = [re.escape(each) for each in ((person,) if person else tuple(known)) if each]
    if re.search(r"(?<!\bthank )(?<!\blove )\byou(?:r|'\w+)?\b(?! know\b)", words, re.IGNORECASE):
        return re.sub(rf"\b(?:{'|'.join(names)}),? (?=you\b)", "", words, flags=re.IGNORECASE) if names else words
    one = r"(?!parents|kids)" if re.search(r"\b(?:he|she)\b", words, re.IGNORECASE) else ""
    kin = () if person else (rf"my {one}(?:{KIN})", "mum", "mom", "dad")
    subjects = "|".join((*names, *kin, _THEY))
    marked = re.sub(rf"(^|\b(?:{_BEGINS}),? )(?:{subjects})\b", rf"\1{_WHO}", words, flags=re.IGNORECASE)
    marked = re.sub(rf"{_WHO}'s {_POSSESSED}", "your ", marked)
    return re.sub(r"[@\w'-]+", _Turning(_whose(words, person)), marked)


def _whose(words: str, person: str) -> str:
    """Find which of he, she and they is the one meant: by kinship, else by what is said first; "" for none."""
    for each, kin in _KIN.items():
        if kin.match(person or words):
            return each
    for each, word in _OBJECT.items():
        if re.match(rf"{word}\b", words, re.IGNORECASE):
            return each
    found = {each: re.search(said, words, re.IGNORECASE) for each, said in _SAID.items()}
    return min((match.start(), each) for each, match in found.items() if match)[1] if any(found.values()) else ""


@dataclass
class _Turning:
    """Turns one word after another: who is doing something now, and whether their verb, or one more, comes next."""

    whose: str
    doer: str = ""
    verb: bool = False
    joined: bool = False

    def __call__(self, found: re.Match[str]) -> str:
        """Give a word as it is said to the one it is about."""
        word, before, after = found[0], found.string[: found.start()], found.string[found.end() :]
        who, _, short = word.lower().partition("'")
        if who in (_WHO, self.whose) and who != _THEY:
            self.doer, self.verb, self.joined = _WHO, not short, False
            return f"you{_shortened(short, after)}"
        return self._done(word, before) or self._meant(word, after)

    def _done(self, word: str, before: str) -> str:
        """Give a verb that "you" do, or do as well; "" for any other word."""
        low, verb, joined = word.lower(), self.verb, bool(self.doer) and (self.joined or before.endswith(", "))
        if (verb or joined) and re.fullmatch(ADVERBS, low):
            return word
        self.verb, self.joined = False, low in _JOINS
        self._noted(low.partition("'")[0], begins=bool(re.search(rf"\b(?:{_BEGINS}),? $", before)))
        if low in _JOINS or not (verb or joined):
            return ""
        turned = after_you(word) if verb else also_after_you(word, sure=self.doer == _WHO)
        return turned if turned != word else ""

    def _noted(self, subject: str, *, begins: bool) -> None:
        """Note who does what comes next; beside "I" an ending tells that it is still the one meant."""
        if self.doer and subject in _SPEAKERS:
            self.doer = subject
        self.doer = "" if begins and subject in _OTHERS else self.doer

    def _meant(self, word: str, after: str) -> str:
        """Give a word that stands for the one meant as it is said to them; any other as it is."""
        low, following = word.lower(), re.match(r" (\w+)", after)
        if not self.whose:
            return word
        if low == _OWN[self.whose] and (low != "her" or (following and _hers(following[1].lower()))):
            return "your"
        if low == _OBJECT[self.whose]:
            return "you"
        return "yourself" if low in _SELF[self.whose] else word


def _hers(following: str) -> bool:
    return not re.fullmatch(_NO_NOUN, following) and not doing(following)


def _shortened(short: str, after: str) -> str:
    """Give what is left of a verb behind its apostrophe: "'s" is "is", or "has"."""
    if short != "s":
        return f"'{short}" if short else ""
    following = re.match(r" (?:never |just |already )?(\w+)", after)
    return "'ve" if following and _HAS.fullmatch(following[1]) else "'re"
