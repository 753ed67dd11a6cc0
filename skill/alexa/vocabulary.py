"""What can be said in one locale, all plugins together: what a turn that arrived was, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from skill.alexa.fragment_files import load_fragments
from skill.alexa.fragments import Fragment, IntentSpec
from skill.alexa.invocation_name import LOCALES
from skill.alexa.restoration import Model
from skill.alexa.samples import heard_alike, slots_of, tidy
from skill.errors import ModelError
from skill.exchange import Slot
from skill.registry import Registry

WORDS_INTENT = "WordsIntent"
"""The house's intent for free words; its free slot is what is elicited."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_Samples = Mapping[frozenset[str], tuple[str, ...]]


def gather(registry: Registry) -> dict[str, list[Fragment]]:
    """Read what every plugin adds to the interaction model, by locale.

    Raises ModelError with the findings of all plugins together.
    """
    found: dict[str, list[Fragment]] = {locale: [] for locale in LOCALES}
    findings: list[str] = []
    for plugin in registry.plugins.values():
        try:
            for locale, fragment in load_fragments(plugin.name, plugin.folder).items():
                found[locale].append(fragment)
        except ModelError as error:
            findings += error.findings
    if findings:
        raise ModelError(findings)
    return found


class Vocabulary:
    """One locale's intents as turns need them. Built once, at start; no turn reads a file."""

    def __init__(self, fragments: Sequence[Fragment]) -> None:
        intents = [intent for fragment in fragments for intent in fragment.intents]
        self._model = Model(fragments)
        self._samples = {intent.name: _by_slots(intent) for intent in intents}
        self._literal = {
            heard_alike(sample, {}): intent.name for intent in intents for sample in intent.samples if "{" not in sample
        }
        self._free = self._model.free_slot(WORDS_INTENT) or ""

    @property
    def words_slot(self) -> str:
        """Name the slot of WordsIntent as the platform knows it; "" where no plugin brings that intent."""
        return self._model.built_slot(WORDS_INTENT, self._free) if self._free else ""

    def plain_slots(self, intent: str, slots: Mapping[str, Slot]) -> dict[str, Slot]:
        """Give what was heard under the plugin's own slot names."""
        return self._model.plain_slots(intent, slots)

    def sentences(self, intent: str, slots: Mapping[str, Slot]) -> tuple[str, ...]:
        """Give every sentence that may have been said, the likeliest first; of an intent without slots only one.

        ``slots`` are those that hold words, under the plugin's own names.
        """
        samples = self._samples.get(intent, {}).get(frozenset(slots), ())
        if not slots:
            return samples[:1]
        if len(slots) == 1:
            name, slot = next(iter(slots.items()))
            return self._model.restore(intent, name, slot.words)
        filled = (_SLOT.sub(lambda found: slots[found[1]].words, sample) for sample in samples)
        return tuple(dict.fromkeys(filled)) or (" ".join(slot.words for slot in slots.values()),)

    def meant(self, intent: str, slots: Mapping[str, Slot]) -> str:
        """Name the intent that was meant: free words that are some intent's own sample mean that intent."""
        if intent != WORDS_INTENT or self._free not in slots:
            return intent
        return self._literal.get(heard_alike(slots[self._free].words, {}), intent)


def _by_slots(intent: IntentSpec) -> _Samples:
    """Sort an intent's samples by the slots that they name."""
    found: dict[frozenset[str], list[str]] = {}
    for sample in intent.samples:
        found.setdefault(frozenset(slots_of(sample)), []).append(tidy(sample))
    return {slots: tuple(samples) for slots, samples in found.items()}
