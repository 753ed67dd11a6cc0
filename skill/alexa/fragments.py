"""Fragments: what one plugin adds to the interaction model of one locale."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.alexa.amazon import FREE
from skill.alexa.samples import Carrier, carrier
from skill.fault import Location

_SPELT = str.maketrans(
    {
        "-": "_",
        "0": "zero",
        "1": "one",
        "2": "two",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six",
        "7": "seven",
        "8": "eight",
        "9": "nine",
    }
)


@dataclass(frozen=True)
class SlotSpec:
    """One slot of an intent, under the plugin's own name for it."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True)
class IntentSpec:
    """One intent; ``source`` is the file it stands in, within the plugin's folder."""

    name: str
    slots: tuple[SlotSpec, ...] = ()
    samples: tuple[str, ...] = ()
    source: str = field(default="", compare=False)

    @property
    def types(self) -> dict[str, str]:
        """Map each slot's name to its type."""
        return {slot.name: slot.type for slot in self.slots}

    @property
    def free_slot(self) -> SlotSpec | None:
        """Find the slot that takes any words, where there is one."""
        return next((slot for slot in self.slots if slot.type == FREE), None)


@dataclass(frozen=True)
class ValueSpec:
    """One value of a slot type."""

    value: str
    id: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypeSpec:
    """One slot type of the plugin's own."""

    name: str
    values: tuple[ValueSpec, ...]
    source: str = field(default="", compare=False)


@dataclass(frozen=True)
class Fragment:
    """What a plugin adds for one locale; ``texts`` are its files as they stand, to find lines in."""

    plugin: str
    locale: str
    intents: tuple[IntentSpec, ...] = ()
    types: tuple[TypeSpec, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def where(self, source: str, *strings: str) -> Location:
        """Say where the last of ``strings`` stands, each looked for after the one before."""
        text, at = self.texts.get(source, ""), 0
        for each in strings:
            at = max(at, text.find(json.dumps(each, ensure_ascii=False), at))
        return Location(self.plugin, source, text.count("\n", 0, at) + 1 if text else 0)


def built_slot(plugin: str, slot: str) -> str:
    """Name a plugin's slot as the built model does, so that two plugins may both have a ``topic``.

    The platform takes letters and underscores only: digits of a plugin's name are spelt out.
    """
    return f"{plugin.translate(_SPELT)}_{slot}"


def carriers(intent: IntentSpec, slot: str) -> tuple[Carrier, ...]:
    """List what may have stood around a slot that is its sample's only one, the likeliest first.

    Where the slot may be elicited, the bare slot comes first; then the samples in the order the plugin gives them.
    """
    own = next((each.samples for each in intent.slots if each.name == slot), ())
    found = (carrier(sample, slot) for sample in (*own, *intent.samples))
    return tuple(dict.fromkeys(each for each in found if each is not None))
