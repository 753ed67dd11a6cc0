"""How a bare free answer is taken: the one place where that is chosen.

``elicited`` leaves the slot an ``AMAZON.SearchQuery`` whose slot-level sample is the bare slot, which the platform is
believed to allow. ``typed`` is for the day it does not: the slot gets the type ``FreeWords``, whose varied values make
the platform pass through what it has not seen, and the intent a bare sample.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from skill.alexa.fragments import IntentSpec

FreeWords: TypeAlias = Literal["elicited", "typed"]
CHOSEN: FreeWords = "elicited"
TYPE = "FreeWords"


def taken(intent: IntentSpec, way: FreeWords) -> IntentSpec:
    """Give an intent as it is built: only one that elicits free words differs between the two ways."""
    slot = intent.free_slot
    if way == "elicited" or slot is None or not slot.samples:
        return intent
    slots = tuple(replace(each, type=TYPE) if each == slot else each for each in intent.slots)
    return replace(intent, slots=slots, samples=(f"{{{slot.name}}}", *intent.samples))
