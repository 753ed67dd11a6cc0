"""What the composer lets pass but says: samples hard to tell apart, and limits that may be the platform's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

from rapidfuzz import fuzz, process

from skill.alexa import free_words
from skill.alexa.amazon import ADVISED, PREFIX, REQUIRED
from skill.alexa.fragments import Fragment, IntentSpec
from skill.alexa.samples import heard_alike, literal, slots_of
from skill.fault import Fault, Location, clash

Fragments: TypeAlias = Sequence[Fragment]
_Said: TypeAlias = tuple[Fragment, IntentSpec, str]

NEAR = 95.0
"""How alike two samples are, of 100, when a listener would confuse them."""

# Remembered rather than read, so none of these is more than a warning.
MOST_INTENTS = 250
MOST_VALUES = 50_000
LONGEST_SAMPLE = 200
LONGEST_VALUE = 140


def warnings(fragments: Fragments) -> list[Fault]:
    """List what is doubtful in one locale's fragments."""
    found = (_near(fragments), _missing(fragments), _unused(fragments), _repeated(fragments), _limits(fragments))
    return list(dict.fromkeys(each for some in found for each in some))


def _near(fragments: Fragments) -> Iterator[Fault]:
    said: dict[str, _Said] = {}
    for fragment in fragments:
        for intent in fragment.intents:
            for sample in intent.samples:
                said.setdefault(_compact(sample, intent), (fragment, intent, sample))
    common = Counter(word for key in said for word in set(key.split()))
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in said:
        # A block is small where it is keyed by its rarest word; two samples that differ in just that word are missed.
        for word in sorted(set(key.split()), key=lambda word: (common[word], word))[:2]:
            blocks[word].append(key)
    for block in blocks.values():
        for index, key in enumerate(block):
            for near, _, _ in process.extract(key, block[index + 1 :], scorer=fuzz.ratio, score_cutoff=NEAR, limit=3):
                yield from _pair(said[near], said[key])


def _compact(sample: str, intent: IntentSpec) -> str:
    # One character a slot, so that the length of a type's name makes no two samples alike.
    return re.sub(r"\{[^}]*\}", lambda found: chr(0xE000 + crc32(found[0].encode()) % 0x1000), _heard(sample, intent))


def _heard(sample: str, intent: IntentSpec) -> str:
    return heard_alike(sample, intent.types)


def _pair(one: _Said, other: _Said) -> Iterator[Fault]:
    if one[1] is other[1] or _slot_types(*one[1:]) != _slot_types(*other[1:]):
        return
    mine, theirs = (f"sample {sample!r} of {intent.name}" for _, intent, sample in (one, other))
    yield clash(_at(*one), f"{mine} is nearly {theirs} at", _at(*other), f"{theirs} is nearly {mine} at")


def _slot_types(intent: IntentSpec, sample: str) -> list[str]:
    return [intent.types.get(slot, "") for slot in slots_of(sample)]


def _at(fragment: Fragment, intent: IntentSpec, sample: str) -> Location:
    return fragment.where(intent.source, intent.name, sample)


def _missing(fragments: Fragments) -> Iterator[Fault]:
    names = {intent.name for fragment in fragments for intent in fragment.intents}
    for name in REQUIRED:
        if name not in names:
            yield Fault(Location(), f"no plugin brings {name}, which the platform requires")
    for name in ADVISED:
        if name not in names:
            yield Fault(Location(), f"no plugin brings {name}, which the platform advises")


def _unused(fragments: Fragments) -> Iterator[Fault]:
    used = {slot.type for fragment in fragments for intent in fragment.intents for slot in intent.slots}
    for fragment in fragments:
        for intent in fragment.intents:
            named = {name for sample in intent.samples for name in slots_of(sample)}
            for slot in intent.slots:
                if slot.name not in named and not slot.samples:
                    where = fragment.where(intent.source, intent.name, slot.name)
                    yield Fault(where, f"no sample fills slot {slot.name!r} of {intent.name}")
        for each in fragment.types:
            if each.name not in {*used, free_words.TYPE} and not each.name.startswith(PREFIX):
                where = fragment.where(each.source, each.name)
                yield Fault(where, f"no slot is a {each.name}: it is left out")


def _repeated(fragments: Fragments) -> Iterator[Fault]:
    for fragment in fragments:
        for intent in fragment.intents:
            counted = Counter(_heard(sample, intent) for sample in intent.samples)
            for sample in intent.samples:
                if counted[_heard(sample, intent)] > 1:
                    yield Fault(_at(fragment, intent, sample), f"sample {sample!r} stands twice in {intent.name}")
        for each in fragment.types:
            words = Counter(word.casefold() for value in each.values for word in {value.value, *value.synonyms})
            for word, times in words.items():
                if times > 1:
                    where = fragment.where(each.source, each.name, word)
                    yield Fault(where, f"{word!r} means two values of {each.name}")


def _limits(fragments: Fragments) -> Iterator[Fault]:
    intents = [(fragment, intent) for fragment in fragments for intent in fragment.intents]
    values = [
        (fragment, each, word)
        for fragment in fragments
        for each in fragment.types
        for value in each.values
        for word in (value.value, *value.synonyms)
    ]
    if len(intents) > MOST_INTENTS:
        yield Fault(Location(), f"{len(intents)} intents: the platform may take no more than {MOST_INTENTS}")
    if len(values) > MOST_VALUES:
        yield Fault(Location(), f"{len(values)} values and synonyms: the platform may take no more than {MOST_VALUES}")
    for fragment, intent, sample in ((*each, sample) for each in intents for sample in each[1].samples):
        if len(literal(sample)) > LONGEST_SAMPLE:
            yield Fault(_at(fragment, intent, sample), f"sample {sample!r} may be too long for the platform")
    for fragment, kind, word in values:
        if len(word) > LONGEST_VALUE:
            where = fragment.where(kind.source, kind.name, word)
            yield Fault(where, f"value {word!r} may be too long for the platform")
