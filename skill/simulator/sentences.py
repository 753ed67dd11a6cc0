"""The samples of a built model as hassil matches them, and where in a sentence each slot lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hassil.intents import Intent, IntentData, Intents, SlotList, TextSlotList, WildcardSlotList
from hassil.recognize import RecognizeResult, recognize_all

from skill.simulator.transcript import transcript
from skill.simulator.understood import Match
from skill.simulator.word_index import WordIndex, folded

ANY = "any"
"""The hassil list that takes any words."""

_PART = re.compile(r"\{(?P<slot>[^}]*)\}(?P<own>'s)?|[^{}\s]+")


@dataclass(frozen=True)
class Sentence:
    """One sample with slots: its intent, words and slots in order, and how many characters and words are its own."""

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
    def own(self) -> tuple[str, ...]:
        """List the words of its own, in order: what matches it has them all."""
        return tuple(part for part, is_slot in self.parts if not is_slot)

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


@dataclass(frozen=True)
class _Template:
    """A sample for hassil, with the list that each slot is taken from; to hassil each is an intent of its own."""

    sentence: Sentence
    lists: Mapping[str, str]

    @cached_property
    def intent(self) -> Intent:
        """Make it hassil's when it is first needed, and keep what hassil has read of it."""
        text = self.sentence.template(self.lists)
        return Intent(f"{self.sentence.intent}: {text}", [IntentData([text])])


class Grammar:
    """Samples that have slots, ready to be matched.

    Hassil is asked about those samples, and told those values of the ``lists``, all of whose words were said: a few
    of thousands.
    """

    def __init__(
        self,
        templates: Iterable[tuple[Sentence, Mapping[str, str]]],
        lists: Mapping[str, Iterable[tuple[str, Match]]],
        language: str,
    ) -> None:
        self._language = language
        # Of readings that weigh the same the first is taken: that of the longest sample.
        longest = sorted(templates, key=lambda each: len(each[0].parts), reverse=True)
        self._templates = WordIndex((sentence.own, _Template(sentence, named)) for sentence, named in longest)
        self._values = {name: WordIndex((transcript(each[0]), each) for each in some) for name, some in lists.items()}

    def taken(
        self,
        words: Sequence[str],
        more: Mapping[str, Iterable[tuple[str, Match]]] | None = None,
        intent: str | None = None,
    ) -> Iterator[Taken]:
        """Give every way to match all of ``words``, by the samples of one ``intent`` where it is given.

        ``more`` are values that the lists have for this sentence alone.
        """
        fitting = [each for each in self._templates.within(words) if intent in (None, each.sentence.intent)]
        near = {each.intent.name: each for each in fitting}
        intents = {name: each.intent for name, each in near.items()}
        found = recognize_all(" ".join(words), Intents(self._language, intents, self._lists(words, more or {})))
        return (taken for result in found if (taken := _taken(near[result.intent.name].sentence, result, words)))

    def _lists(self, words: Sequence[str], more: Mapping[str, Iterable[tuple[str, Match]]]) -> dict[str, SlotList]:
        said = folded(words)
        lists: dict[str, SlotList] = {ANY: WildcardSlotList(ANY)}
        for name, values in self._values.items():
            fresh = (each for each in more.get(name, ()) if folded(transcript(each[0])) <= said)
            lists[name] = TextSlotList.from_tuples([*fresh, *values.within(words)], allow_template=False)
        return lists


def _taken(sentence: Sentence, result: RecognizeResult, words: Sequence[str]) -> Taken | None:
    places = sentence.place(words, [each.text for each in result.entities_list])
    if places is None:
        return None
    values = {each.name: each.value for each in result.entities_list if isinstance(each.value, Match)}
    return Taken(sentence, places, values)
