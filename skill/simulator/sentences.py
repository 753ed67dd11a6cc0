"""The samples of a built model as hassil matches them, and where in a sentence each slot lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hassil.intents import Intents, SlotList, TextSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.simulator.understood import Match

ANY = "any"
"""The hassil list that takes any words."""

_PART = re.compile(r"\{(?P<slot>[^}]*)\}(?P<own>'s)?|[^{}\s]+")


@dataclass(frozen=True)
class Sentence:
    """One sample: its intent, its words and slots in order, and how many characters and words are its own."""

    intent: str
    sample: str
    parts: tuple[tuple[str, bool], ...]
    literal: int
    own_words: int
    possessive: frozenset[str]

    @classmethod
    def of(cls, intent: str, sample: str) -> Sentence:
        """Take a sample apart."""
        found = list(_PART.finditer(sample))
        own = [each[0] for each in found if each["slot"] is None]
        parts = tuple((each["slot"] or each[0].lower(), each["slot"] is not None) for each in found)
        owners = frozenset(each["slot"] for each in found if each["own"])
        return cls(intent, sample, parts, sum(map(len, own)), len(own), owners)

    @property
    def slots(self) -> tuple[str, ...]:
        """List its slots, in order."""
        return tuple(part for part, is_slot in self.parts if is_slot)

    def template(self, lists: Mapping[str, str]) -> str:
        """Give it as hassil reads it, each slot from the list that ``lists`` names."""
        return re.sub(r"\{([^}]*)\}", lambda slot: f"{{{lists[slot[1]]}:{slot[1]}}}", self.sample)

    def value(self, slot: str, words: Iterable[str]) -> str:
        """Give a slot's words as one text, without the 's that the sample itself puts after it."""
        text = " ".join(words)
        return text.removesuffix("'s") if slot in self.possessive else text

    def place(self, words: Sequence[str], texts: Sequence[str]) -> dict[str, slice] | None:
        """Find which words each slot took, ``texts`` being what was matched; None where a match cuts a word in two."""
        position, found, lengths = 0, {}, iter([len(text.split()) for text in texts])
        for part, is_slot in self.parts:
            length = next(lengths, 0) if is_slot else 1
            if is_slot:
                found[part] = slice(position, position + length)
            elif position >= len(words) or words[position].lower() != part:
                return None
            position += length
        return found if position == len(words) else None


@dataclass(frozen=True)
class Taken:
    """One way to match a sentence: the sample, the words of each slot, and the value where a list gave it."""

    sentence: Sentence
    places: Mapping[str, slice]
    values: Mapping[str, Match]


class Grammar:
    """Samples that have slots, ready to be matched."""

    def __init__(
        self,
        templates: Iterable[tuple[Sentence, Mapping[str, str]]],
        lists: Mapping[str, Iterable[tuple[str, Match]]],
        language: str,
    ) -> None:
        self._sentences: dict[tuple[str, str], Sentence] = {}
        intents: dict[str, list[str]] = {}
        for sentence, named in templates:
            template = sentence.template(named)
            if self._sentences.setdefault((sentence.intent, template), sentence) is sentence:
                intents.setdefault(sentence.intent, []).append(template)
        known = {"language": language, "lists": {ANY: {"wildcard": True}}}
        data = {name: {"data": [{"sentences": some}]} for name, some in intents.items()}
        self._intents = Intents.from_dict({**known, "intents": data})
        self._lists = {name: list(values) for name, values in lists.items()}
        self._intents.slot_lists.update({name: _list(values) for name, values in self._lists.items()})
        list(self.taken([ANY]))  # hassil reads its templates at the first question; better now than in a conversation

    def taken(
        self, words: Sequence[str], more: Mapping[str, Iterable[tuple[str, Match]]] | None = None
    ) -> Iterator[Taken]:
        """Give every way to match all of ``words``; ``more`` are values that the lists have for this sentence alone."""
        lists: dict[str, SlotList] = {
            name: _list([*values, *self._lists.get(name, ())]) for name, values in (more or {}).items()
        }
        found = recognize_all(" ".join(words), self._intents, slot_lists=lists)
        return (taken for result in found if (taken := self._taken(result, words)))

    def _taken(self, result: RecognizeResult, words: Sequence[str]) -> Taken | None:
        if result.intent_sentence is None:
            return None
        sentence = self._sentences[result.intent.name, str(result.intent_sentence.text)]
        places = sentence.place(words, [each.text for each in result.entities_list])
        if places is None:
            return None
        values = {each.name: each.value for each in result.entities_list if isinstance(each.value, Match)}
        return Taken(sentence, places, values)


def _list(values: Iterable[tuple[str, Match]]) -> TextSlotList:
    return TextSlotList.from_tuples(values, allow_template=False)
