"""What a slot makes of the words that fall into it, by its type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from statistics import mean
from typing import Any

from skill.simulator import slot_values
from skill.simulator.sentences import Sentence
from skill.simulator.understood import Expecting, HeardSlot, Match, spoken

FREE = "AMAZON.SearchQuery"
DATE = "AMAZON.DATE"
_NAMES = frozenset({"AMAZON.FirstName", "AMAZON.US_FIRST_NAME"})


@dataclass(frozen=True)
class Heard:
    """A slot that was filled, and whether its type knows the words for sure."""

    slot: HeardSlot
    sure: bool


class SlotHearing:
    """The slot types of a built model, with what each makes of words.

    ``language_model`` is that part of the model's JSON; ``words`` are those of its samples, which are no names.
    """

    def __init__(self, language_model: Mapping[str, Any], words: Iterable[str]) -> None:
        self.types: Mapping[str, str] = {
            str(slot["name"]): str(slot["type"])
            for intent in language_model["intents"]
            for slot in intent.get("slots") or ()
        }
        self.values = {str(kind["name"]): spoken(kind) for kind in language_model.get("types") or ()}
        # The platform tends to return as many words as the sample values of a type have.
        self._longest = {
            name: round(mean(len(said.split()) for said, _ in some)) + 1 for name, some in self.values.items() if some
        }
        self._vocabulary = {*words}.union(*(said.lower().split() for some in self.values.values() for said, _ in some))
        self._first_names = frozenset(files(__package__).joinpath("names.txt").read_text(encoding="utf-8").split())

    def within(self, sentence: Sentence, slot: str, text: str, match: Match | None, now: datetime) -> Heard | None:
        """Hear a slot within a sample; ``match`` is the value where a list gave it. None where the words do not fit."""
        kind = self.types[slot]
        if match is not None:
            return Heard(HeardSlot(text, kind, (match,)), sure=True)
        if kind == FREE:
            return Heard(HeardSlot(text, kind), sure=False)
        if kind in _NAMES:
            return self._name(sentence, text, kind)
        if kind.startswith("AMAZON."):
            value = slot_values.value(kind, text, now)
            return None if value is None else Heard(HeardSlot(value, kind), sure=True)
        fits = len(text.split()) <= self._longest.get(kind, 2)
        return Heard(HeardSlot(text, kind), sure=False) if fits else None

    def elicited(self, text: str, now: datetime, waiting: Expecting) -> HeardSlot | None:
        """Hear the whole of what was said as the slot that was elicited; None where it does not fit."""
        kind = self.types.get(waiting.slot, FREE)
        if kind == FREE or kind in _NAMES:
            return HeardSlot(text, kind)
        if kind.startswith("AMAZON."):
            value = slot_values.value(kind, text, now)
            return None if value is None else HeardSlot(value, kind)
        known = (*waiting.entities.get(kind, ()), *self.values.get(kind, ()))
        return HeardSlot(text, kind, tuple(match for said, match in known if said.lower() == text.lower())[:1])

    def _name(self, sentence: Sentence, text: str, kind: str) -> Heard | None:
        words = text.split()
        if all(word.lower() in self._first_names for word in words):
            return Heard(HeardSlot(text, kind), sure=True)
        return Heard(HeardSlot(text, kind), sure=False) if self._may_be_name(words, sentence) else None

    def _may_be_name(self, words: Sequence[str], sentence: Sentence) -> bool:
        """Say whether words that are no known name may be one: by their capitals, or by what stands around them."""
        if len(words) > 2 or any(word.lower() in self._vocabulary for word in words):
            return False
        return sentence.own_words > 2 or all(word[0].isupper() for word in words)
