"""What the composer refuses: every rule of the platform, and every clash between two plugins, by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from rapidfuzz import process

from skill.alexa import invocation_name
from skill.alexa.amazon import FREE, INTENTS, PREFIX, TYPES
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, built_slot
from skill.alexa.samples import heard_alike, literal, slots_of, tidy

Fragments: TypeAlias = Sequence[Fragment]
_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")
_WORDS = re.compile(r"[^\W\d_]|[ '._-]")
_BRACES = re.compile(r"[^{}]*(\{[A-Za-z_]+\}[^{}]*)*")
_LOOSE = re.compile(r"(?:^|(?<= ))\{[^}]*\}(?:'s)?(?= |$)")


def refusals(fragments: Fragments, invocation: str) -> list[str]:
    """List what stands against composing one locale's fragments, each in a sentence naming plugin, file and line."""
    found = [f"the invocation name {invocation!r} {fault}" for fault in invocation_name.faults(invocation)]
    for rule in _RULES:
        found += rule(fragments)
    return list(dict.fromkeys(found))


def _intents(fragments: Fragments) -> Iterator[tuple[Fragment, IntentSpec]]:
    return ((fragment, intent) for fragment in fragments for intent in fragment.intents)


def _slots(fragments: Fragments) -> Iterator[tuple[Fragment, IntentSpec, SlotSpec]]:
    return ((fragment, intent, slot) for fragment, intent in _intents(fragments) for slot in intent.slots)


def _at(fragment: Fragment, owner: IntentSpec | TypeSpec, *more: str) -> str:
    return fragment.where(owner.source, owner.name, *more)


def _names(fragments: Fragments) -> Iterator[str]:
    for fragment, intent in _intents(fragments):
        known = intent.name in INTENTS if intent.name.startswith(PREFIX) else _NAME.fullmatch(intent.name)
        if not known:
            yield f"{_at(fragment, intent)}: {intent.name!r} is no name for an intent: {_about(intent.name, INTENTS)}"
        names = [slot.name for slot in intent.slots]
        for name in dict.fromkeys(each for each in names if names.count(each) > 1):
            yield f"{_at(fragment, intent, name)}: {intent.name} has two slots called {name!r}"
    for fragment, intent, slot in _slots(fragments):
        if not _NAME.fullmatch(built_slot(fragment.plugin, slot.name)):
            yield f"{_at(fragment, intent, slot.name)}: slot {slot.name!r}: {_about(slot.name, ())}"
    for fragment in fragments:
        for each in fragment.types:
            if each.name not in TYPES and (each.name.startswith(PREFIX) or not _NAME.fullmatch(each.name)):
                yield f"{_at(fragment, each)}: {each.name!r} is no name for a type: {_about(each.name, TYPES)}"


def _about(name: str, known: frozenset[str] | tuple[str, ...]) -> str:
    if not name.startswith(PREFIX):
        return "only letters and underscores may stand in it"
    near = [each for each, _, _ in process.extract(name, known, limit=3)]
    return f"the platform has none called so; near it are {', '.join(near)}"


def _twice(fragments: Fragments) -> Iterator[str]:
    intents: dict[str, tuple[Fragment, IntentSpec]] = {}
    for fragment, intent in _intents(fragments):
        first, other = intents.setdefault(intent.name.casefold(), (fragment, intent))
        if other is not intent:
            yield f"{_at(fragment, intent)}: intent {intent.name} is already brought by {_at(first, other)}"
    types: dict[str, tuple[Fragment, TypeSpec]] = {}
    for fragment in fragments:
        for each in fragment.types:
            first, same = types.setdefault(each.name.casefold(), (fragment, each))
            if same != each:
                yield f"{_at(fragment, each)}: type {each.name} has other values at {_at(first, same)}"
            if each.name.casefold() in intents:
                yield f"{_at(fragment, each)}: type {each.name} is called as an intent is"


def _slot_types(fragments: Fragments) -> Iterator[str]:
    own = {each.name for fragment in fragments for each in fragment.types}
    bound: dict[str, tuple[Fragment, IntentSpec, SlotSpec]] = {}
    for fragment, intent, slot in _slots(fragments):
        where = f"{_at(fragment, intent, slot.name)}: slot {slot.name!r} of {intent.name}"
        if slot.type.startswith(PREFIX) and slot.type not in TYPES:
            yield f"{where}: no built-in type {slot.type!r}: {_about(slot.type, TYPES)}"
        if not slot.type.startswith(PREFIX) and slot.type not in own:
            yield f"{where}: no plugin brings the type {slot.type!r}"
        key = built_slot(fragment.plugin, slot.name).casefold()
        first, at, other = bound.setdefault(key, (fragment, intent, slot))
        if other.type != slot.type:
            there = f"{other.type} in {at.name} at {_at(first, at, other.name)}"
            yield f"{where} is a {slot.type}, but {there}: a slot name has one type in the whole model"


def _samples(fragments: Fragments) -> Iterator[str]:
    for fragment, intent in _intents(fragments):
        if not intent.samples and not intent.name.startswith(PREFIX):
            yield f"{_at(fragment, intent)}: {intent.name} has no samples"
        for sample in (*intent.samples, *(each for slot in intent.slots for each in slot.samples)):
            for fault in _faults(sample, intent):
                yield f"{_at(fragment, intent, sample)}: sample {sample!r} of {intent.name} {fault}"


def _faults(sample: str, intent: IntentSpec) -> Iterator[str]:
    if not sample.strip():
        yield "is empty"
    if not _BRACES.fullmatch(sample):
        yield "does not write its slots as {slot}"
    elif _LOOSE.sub("", tidy(sample)).count("{"):
        yield "has a slot that touches a word; only 's may"
    if bad := sorted(set(_WORDS.sub("", literal(tidy(sample))))):
        yield f"holds {' '.join(bad)}; spell numbers out and leave punctuation away"
    for name in dict.fromkeys(slots_of(sample)):
        if name not in intent.types:
            yield f"names the slot {name!r}, which {intent.name} does not have"
        if slots_of(sample).count(name) > 1:
            yield f"names the slot {name!r} twice"


def _free(fragments: Fragments) -> Iterator[str]:
    for fragment, intent in _intents(fragments):
        for sample in intent.samples:
            if fault := _free_fault(sample, intent):
                yield f"{_at(fragment, intent, sample)}: sample {sample!r} of {intent.name} {fault}"
        for slot in intent.slots:
            for sample in slot.samples:
                if FREE in (kinds := _kinds(sample, intent)) and len(kinds) > 1:
                    yield f"{_at(fragment, intent, sample)}: sample {sample!r} of slot {slot.name!r} mixes {FREE}"


def _kinds(sample: str, intent: IntentSpec) -> list[str]:
    return [intent.types.get(name, "") for name in slots_of(sample)]


def _free_fault(sample: str, intent: IntentSpec) -> str:
    kinds = _kinds(sample, intent)
    if FREE not in kinds:
        return ""
    if len(kinds) > 1:
        return f"has another slot beside its {FREE}, which must stand alone"
    return "" if literal(sample) else f"is nothing but an {FREE}, which needs words around it"


def _shared_samples(fragments: Fragments) -> Iterator[str]:
    heard: dict[str, tuple[Fragment, IntentSpec, str]] = {}
    # The platform's own come first, so that the one who has to give way is named first.
    for fragment, intent in sorted(_intents(fragments), key=lambda each: not each[1].name.startswith(PREFIX)):
        for sample in intent.samples:
            first, other, same = heard.setdefault(heard_alike(sample, intent.types), (fragment, intent, sample))
            if other is intent:
                continue
            how = "would be taken by the built-in" if other.name.startswith(PREFIX) else "is also a sample of"
            there = _at(first, other, same)
            yield f"{_at(fragment, intent, sample)}: sample {sample!r} of {intent.name} {how} {other.name} at {there}"


_RULES: tuple[Callable[[Fragments], Iterator[str]], ...] = (
    _names,
    _twice,
    _slot_types,
    _samples,
    _free,
    _shared_samples,
)
