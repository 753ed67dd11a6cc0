"""What the composer refuses: every rule of the platform, and every clash between two plugins, by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from rapidfuzz import process

from skill.alexa.amazon import FREE, INTENTS, PREFIX, TYPES
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, built_slot
from skill.alexa.samples import heard_alike, is_plain, literal, slots_of, tidy
from skill.fault import Fault, Location, clash

Fragments: TypeAlias = Sequence[Fragment]
_Bound: TypeAlias = tuple[Fragment, IntentSpec, SlotSpec]
_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")
_WORDS = re.compile(r"[^\W\d_]|[ '._-]")
_BRACES = re.compile(r"[^{}]*(\{[A-Za-z_]+\}[^{}]*)*")
_LOOSE = re.compile(r"(?:^|(?<= ))\{[^}]*\}(?:'s)?(?= |$)")


def refusals(fragments: Fragments) -> list[Fault]:
    """List what stands against composing one locale's fragments.

    Of two parties the one that comes later in ``fragments`` has the fault.
    """
    return list(dict.fromkeys(fault for rule in _RULES for fault in rule(fragments)))


def _intents(fragments: Fragments) -> Iterator[tuple[Fragment, IntentSpec]]:
    return ((fragment, intent) for fragment in fragments for intent in fragment.intents)


def _slots(fragments: Fragments) -> Iterator[tuple[Fragment, IntentSpec, SlotSpec]]:
    return ((fragment, intent, slot) for fragment, intent in _intents(fragments) for slot in intent.slots)


def _at(fragment: Fragment, owner: IntentSpec | TypeSpec, *more: str) -> Location:
    return fragment.where(owner.source, owner.name, *more)


def _names(fragments: Fragments) -> Iterator[Fault]:
    for fragment, intent in _intents(fragments):
        known = intent.name in INTENTS if intent.name.startswith(PREFIX) else _NAME.fullmatch(intent.name)
        if not known:
            says = f"{intent.name!r} is no name for an intent: {_about(intent.name, INTENTS)}"
            yield Fault(_at(fragment, intent), says)
        names = [slot.name for slot in intent.slots]
        for name in dict.fromkeys(each for each in names if names.count(each) > 1):
            yield Fault(_at(fragment, intent, name), f"{intent.name} has two slots called {name!r}")
    for fragment, intent, slot in _slots(fragments):
        if not _NAME.fullmatch(built_slot(fragment.plugin, slot.name)):
            yield Fault(_at(fragment, intent, slot.name), f"slot {slot.name!r}: {_about(slot.name, ())}")
    for fragment in fragments:
        for each in fragment.types:
            if each.name not in TYPES and (each.name.startswith(PREFIX) or not _NAME.fullmatch(each.name)):
                yield Fault(_at(fragment, each), f"{each.name!r} is no name for a type: {_about(each.name, TYPES)}")


def _about(name: str, known: frozenset[str] | tuple[str, ...]) -> str:
    if not name.startswith(PREFIX):
        return "only letters and underscores may stand in it"
    near = [each for each, _, _ in process.extract(name, known, limit=3, processor=str.casefold)]
    return f"the platform has none called so; near it are {', '.join(near)}"


def _twice(fragments: Fragments) -> Iterator[Fault]:
    intents: dict[str, tuple[Fragment, IntentSpec]] = {}
    for fragment, intent in _intents(fragments):
        first, other = intents.setdefault(intent.name.casefold(), (fragment, intent))
        if other is not intent:
            here, there = _at(fragment, intent), _at(first, other)
            named = f"intent {intent.name} is"
            yield clash(here, f"{named} already brought by", there, f"{named} brought too by")
    types: dict[str, tuple[Fragment, TypeSpec]] = {}
    for fragment in fragments:
        for each in fragment.types:
            first, same = types.setdefault(each.name.casefold(), (fragment, each))
            if same != each:
                says = f"type {each.name} has other values at"
                yield clash(_at(fragment, each), says, _at(first, same), says)
            if each.name.casefold() in intents:
                there = _at(*intents[each.name.casefold()])
                yield clash(
                    _at(fragment, each), f"type {each.name} is an intent at", there, f"intent {each.name} is a type at"
                )


def _slot_types(fragments: Fragments) -> Iterator[Fault]:
    own = {each.name for fragment in fragments for each in fragment.types}
    bound: dict[str, _Bound] = {}
    for fragment, intent, slot in _slots(fragments):
        named = f"slot {slot.name!r} of {intent.name}"
        if slot.type.startswith(PREFIX) and slot.type not in TYPES:
            says = f"{named}: no built-in type {slot.type!r}: {_about(slot.type, TYPES)}"
            yield Fault(_at(fragment, intent, slot.name), says)
        if not slot.type.startswith(PREFIX) and slot.type not in own:
            yield Fault(_at(fragment, intent, slot.name), f"{named}: no plugin brings the type {slot.type!r}")
        key = built_slot(fragment.plugin, slot.name).casefold()
        mine = fragment, intent, slot
        theirs = bound.setdefault(key, mine)
        if theirs[2].type != slot.type:
            yield clash(_slot_at(mine), _typed(mine, theirs), _slot_at(theirs), _typed(theirs, mine))


def _slot_at(bound: _Bound) -> Location:
    fragment, intent, slot = bound
    return _at(fragment, intent, slot.name)


def _typed(mine: _Bound, theirs: _Bound) -> str:
    (_, intent, slot), (_, at, other) = mine, theirs
    one = f"slot {slot.name!r} of {intent.name} is a {slot.type}"
    return f"{one}, and a slot name has one type in the whole model: {other.type} in {at.name} at"


def _samples(fragments: Fragments) -> Iterator[Fault]:
    for fragment, intent in _intents(fragments):
        if not intent.samples and not intent.name.startswith(PREFIX):
            yield Fault(_at(fragment, intent), f"{intent.name} has no samples")
        for sample in (*intent.samples, *(each for slot in intent.slots for each in slot.samples)):
            for fault in _faults(sample, intent):
                yield Fault(_at(fragment, intent, sample), f"sample {sample!r} of {intent.name} {fault}")


def _faults(sample: str, intent: IntentSpec) -> Iterator[str]:
    if is_plain(sample):
        return
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


def _free(fragments: Fragments) -> Iterator[Fault]:
    for fragment, intent in _intents(fragments):
        for sample in intent.samples:
            if fault := _free_fault(sample, intent):
                yield Fault(_at(fragment, intent, sample), f"sample {sample!r} of {intent.name} {fault}")
        for slot in intent.slots:
            for sample in slot.samples:
                if FREE in (kinds := _kinds(sample, intent)) and len(kinds) > 1:
                    says = f"sample {sample!r} of slot {slot.name!r} mixes {FREE}"
                    yield Fault(_at(fragment, intent, sample), says)


def _kinds(sample: str, intent: IntentSpec) -> list[str]:
    return [intent.types.get(name, "") for name in slots_of(sample)]


def _free_fault(sample: str, intent: IntentSpec) -> str:
    kinds = _kinds(sample, intent)
    if FREE not in kinds:
        return ""
    if len(kinds) > 1:
        return f"has another slot beside its {FREE}, which must stand alone"
    return "" if literal(sample) else f"is nothing but an {FREE}, which needs words around it"


def _shared_samples(fragments: Fragments) -> Iterator[Fault]:
    heard: dict[str, tuple[Fragment, IntentSpec, str]] = {}
    for fragment, intent in _intents(fragments):
        for sample in intent.samples:
            first, other, same = heard.setdefault(heard_alike(sample, intent.types), (fragment, intent, sample))
            if other is not intent:
                here, there = _at(fragment, intent, sample), _at(first, other, same)
                yield clash(here, _shared(sample, intent, other), there, _shared(same, other, intent))


def _shared(sample: str, intent: IntentSpec, other: IntentSpec) -> str:
    how = "would be taken by the built-in" if other.name.startswith(PREFIX) else "is also a sample of"
    return f"sample {sample!r} of {intent.name} {how} {other.name} at"


_RULES: tuple[Callable[[Fragments], Iterator[Fault]], ...] = (
    _names,
    _twice,
    _slot_types,
    _samples,
    _free,
    _shared_samples,
)
