"""What can be said in one locale, all plugins together: what a turn that arrived was, in whole sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import pairwise

from skill import reading
from skill.alexa.fragments import Fragment, IntentSpec
from skill.alexa.resemblance import Resemblance
from skill.alexa.restoration import Model
from skill.alexa.samples import heard_alike, slots_of, tidy
from skill.exchange import Slot

WORDS_INTENT = "WordsIntent"
"""The house's intent for free words; its free slot is what is elicited."""

OPENING = "Opening"
"""What the names of the intents begin with that only carry free sentences."""
ANSWERS = "answers"
"""The house's plugin of answers and openings; nobody means one of them by a phrase within a sentence."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_Phrases = Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]


class Vocabulary:
    """One locale's intents as turns need them. Built once, at start; no turn reads a file."""

    def __init__(self, fragments: Sequence[Fragment]) -> None:
        intents = [intent for fragment in fragments for intent in fragment.intents]
        self._fragments = fragments
        self._model = Model(fragments)
        self._samples = {intent.name: _by_slots(intent) for intent in intents}
        self._literal = {
            heard_alike(sample, {}): intent.name for intent in intents for sample in intent.samples if "{" not in sample
        }
        self._free = self._model.free_slot(WORDS_INTENT) or ""
        self._phrases = _by_beginning(
            {sample: intent for sample, intent in self._literal.items() if self._model.plugin(intent) != ANSWERS}
        )
        # Whether an opening's several beginnings are all fillers is the same in every turn: any words tell.
        self._beginnings = {
            intent.name: {
                reading.fold(each, fragment.locale.partition("-")[0]) for each in self._begun(intent.name, "rain")
            }
            for fragment in fragments
            for intent in fragment.intents
            if fragment.plugin == ANSWERS and intent.name.startswith(OPENING) and len(intent.samples) > 1
        }

    @property
    def words_slot(self) -> str:
        """Name the slot of WordsIntent as the platform knows it; "" where no plugin brings that intent."""
        return self._model.built_slot(WORDS_INTENT, self._free) if self._free else ""

    def plain_slots(self, intent: str, slots: Mapping[str, Slot]) -> dict[str, Slot]:
        """Give what was heard under the plugin's own slot names."""
        return self._model.plain_slots(intent, slots)

    def sentence(self, intent: str, slots: Mapping[str, Slot]) -> str:
        """Give the likeliest sentence that may have been said; "" where none is known.

        ``slots`` are those that hold words, under the plugin's own names.
        """
        if len(slots) == 1:
            name, slot = next(iter(slots.items()))
            return self._model.likeliest(intent, name, slot.words)
        sample = self._samples.get(intent, {}).get(frozenset(slots))
        if sample is None:
            return " ".join(slot.words for slot in slots.values())
        return _SLOT.sub(lambda found: slots[found[1]].words, sample)

    def opens(self, intent: str) -> bool:
        """Say whether an intent only carries a free sentence of which it is not known how it began."""
        return intent in self._beginnings

    def fills(self, intent: str) -> bool:
        """Say whether all that such an intent may begin with are fillers."""
        return len(self._beginnings[intent]) == 1

    def meant(self, intent: str, slots: Mapping[str, Slot]) -> str:
        """Name the intent that was meant: free words that are some intent's own sample mean that intent."""
        if intent != WORDS_INTENT or self._free not in slots:
            return intent
        return self._literal.get(heard_alike(slots[self._free].words, {}), intent)

    def said(self, words: str) -> str:
        """Name the intent that has these words as a sample; "" where none does."""
        return self._literal.get(heard_alike(words, {}), "")

    def nearest(self, intent: str, words: str) -> str:
        """Name the intent to one of whose samples a sentence comes near enough; "" where none does.

        "Is the time out over yet" comes near to "is the break over yet". ``words`` are the sentence, or what followed
        where the ``intent`` is an opening.
        """
        return self._resemblance.nearest(self._begun(intent, words) if self.opens(intent) else (words,))

    @cached_property
    def _resemblance(self) -> Resemblance:
        """The samples of all but answers and openings: of use to few turns, and made for the first of them."""
        samples = {
            intent.name: intent.samples
            for fragment in self._fragments
            for intent in fragment.intents
            if fragment.plugin != ANSWERS
        }
        language = self._fragments[0].locale.partition("-")[0]
        return Resemblance(samples, partial(reading.denies, language=language))

    def _begun(self, intent: str, words: str) -> tuple[str, ...]:
        """Give every sentence that an opening may stand for."""
        return self._model.restore(intent, self._model.free_slot(intent) or "", words)

    def within(self, words: str) -> str:
        """Name the intent whose own sample, of two words or more, lies within a longer sentence; "" where none does.

        "Well, I think I'd like to note something good" holds "note something good". The longest sample wins.
        """
        said = heard_alike(words, {}).split()
        longest, meant = 0, ""
        for start, beginning in enumerate(pairwise(said)):
            for phrase, intent in self._phrases.get(beginning, ()):
                if len(phrase) > longest and tuple(said[start : start + len(phrase)]) == phrase:
                    longest, meant = len(phrase), intent
        return meant


def _by_slots(intent: IntentSpec) -> Mapping[frozenset[str], str]:
    """Give an intent's first sample for each set of slots that some sample names."""
    found: dict[frozenset[str], str] = {}
    for sample in intent.samples:
        found.setdefault(frozenset(slots_of(sample)), tidy(sample))
    return found


def _by_beginning(samples: Mapping[str, str]) -> _Phrases:
    """Sort samples of two words or more, each with its intent, by the two words that they begin with."""
    found: defaultdict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for sample, intent in samples.items():
        phrase = tuple(sample.split())
        if len(phrase) > 1:
            found[phrase[:2]].append((phrase, intent))
    return dict(found)
