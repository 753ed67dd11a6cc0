"""What was said, restored from what the platform sends: its slots' own names, and the words stripped around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from skill.alexa.fragments import Fragment, IntentSpec, built_slot, carriers
from skill.alexa.samples import Carrier

T = TypeVar("T")


@dataclass(frozen=True)
class _Known:
    """What a turn needs to know of one intent."""

    plugin: str
    built: Mapping[str, str]
    plain: Mapping[str, str]
    carriers: Mapping[str, tuple[Carrier, ...]]
    free_slot: str

    @classmethod
    def of(cls, plugin: str, intent: IntentSpec) -> _Known:
        """Work everything out that a turn may ask."""
        built = {slot.name: built_slot(plugin, slot.name) for slot in intent.slots}
        free = intent.free_slot
        return cls(
            plugin,
            built,
            {name: plain for plain, name in built.items()},
            {slot.name: carriers(intent, slot.name) for slot in intent.slots},
            free.name if free else "",
        )


class Model:
    """What the built interaction model of one locale means for the turns heard through it.

    Built once, at start, from the fragments that the model is composed of; no turn reads a file.
    """

    def __init__(self, fragments: Iterable[Fragment]) -> None:
        self._known = {
            intent.name: _Known.of(fragment.plugin, intent) for fragment in fragments for intent in fragment.intents
        }

    def __contains__(self, intent: object) -> bool:
        """Say whether an intent is in the model."""
        return intent in self._known

    def plugin(self, intent: str) -> str | None:
        """Name the plugin that brings an intent, or None where none does."""
        known = self._known.get(intent)
        return known.plugin if known else None

    def free_slot(self, intent: str) -> str | None:
        """Name the slot of an intent that takes any words, as its plugin does; None where it has none."""
        known = self._known.get(intent)
        return (known.free_slot or None) if known else None

    def built_slot(self, intent: str, slot: str) -> str:
        """Name a plugin's slot as the platform knows it; KeyError where there is no such intent or slot."""
        return self._known[intent].built[slot]

    def plain_slots(self, intent: str, slots: Mapping[str, T]) -> dict[str, T]:
        """Give what was heard under the plugin's own slot names; a slot that is not known keeps its name."""
        known = self._known.get(intent)
        return {(known.plain.get(name, name) if known else name): value for name, value in slots.items()}

    def restore(self, intent: str, slot: str, value: str) -> tuple[str, ...]:
        """Give every sentence that may have been said, the likeliest first; the value itself where no other is known.

        ``slot`` is the plugin's own name. Most openings have one carrier, and what they
        give is what was said; of one with several it is not known which was.
        """
        known = self._known.get(intent)
        around = known.carriers.get(slot, ()) if known else ()
        return tuple(dict.fromkeys(each.around(value) for each in around)) or (value,)

    def likeliest(self, intent: str, slot: str, value: str) -> str:
        """Give the first of the sentences that :meth:`restore` gives."""
        known = self._known.get(intent)
        around = known.carriers.get(slot, ()) if known else ()
        return around[0].around(value) if around else value
