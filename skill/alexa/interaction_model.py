"""Fragments composed to the interaction model of a locale, and written to where it is committed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from skill.alexa import free_words, invocation_name, model_lint
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, ValueSpec, built_slot
from skill.alexa.invocation_name import INVOCATION_NAMES
from skill.alexa.samples import rename, tidy
from skill.errors import ModelError
from skill.fault import culprits

Json: TypeAlias = dict[str, object]
_Owned: TypeAlias = tuple[str, IntentSpec]


def compose(
    fragments: Sequence[Fragment],
    locale: str,
    invocation: str,
    way: free_words.FreeWords = free_words.CHOSEN,
) -> Json:
    """Compose one locale's interaction model, as :func:`merge` does, unless something stands against it.

    Raises ModelError with a finding for every rule that is broken, naming plugin, file and line.
    """
    mine = [each for each in fragments if each.locale == locale]
    found = [f"the invocation name {invocation!r} {fault}" for fault in invocation_name.faults(invocation)]
    faults = model_lint.refusals(mine)
    if found or faults:
        raise ModelError([*found, *map(str, faults)], culprits(faults))
    return merge(mine, invocation, way)


def merge(fragments: Sequence[Fragment], invocation: str, way: free_words.FreeWords = free_words.CHOSEN) -> Json:
    """Merge one locale's fragments, against which nothing stands; their order makes no difference.

    Slots are renamed by :func:`skill.alexa.fragments.built_slot`; types that no slot uses are left out.
    """
    ordered = sorted(fragments, key=lambda each: each.plugin)
    intents = [(each.plugin, free_words.taken(intent, way)) for each in ordered for intent in each.intents]
    elicited = [(plugin, intent) for plugin, intent in intents if any(slot.prompts for slot in intent.slots)]
    language: Json = {
        "invocationName": invocation,
        "intents": [_intent(plugin, intent) for plugin, intent in intents],
        "types": _types(ordered, {slot.type for _, intent in intents for slot in intent.slots}),
        # A fallback brings no words: the fewer sentences fall there, the more of them can be heard.
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
    }
    return {"interactionModel": {"languageModel": language, **_dialog(elicited)}}


def build(fragments: Mapping[str, Sequence[Fragment]], out_dir: Path, check: bool) -> list[str]:
    """Write each locale's model to ``out_dir/<locale>.json``; give the names of the files that were not up to date.

    ``fragments`` are such that nothing stands against them. With ``check`` nothing is written. A ``.json`` file there
    that belongs to no locale is listed too, but left alone. Raises ModelError for a locale that nobody has words for.
    """
    if wordless := [locale for locale in INVOCATION_NAMES if not fragments.get(locale)]:
        raise ModelError([f"no plugin has words for {locale}" for locale in wordless])
    texts = {f"{locale}.json": rendered(merge(fragments[locale], name)) for locale, name in INVOCATION_NAMES.items()}
    stale = [name for name, text in texts.items() if not _holds(out_dir / name, text)]
    if not check:
        out_dir.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (out_dir / name).write_text(texts[name], encoding="utf-8")
    return stale + sorted(each.name for each in out_dir.glob("*.json") if each.name not in texts)


def rendered(model: Json) -> str:
    """Give a model as the text of its file: sorted keys, two blanks, a newline at the end."""
    return json.dumps(model, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def _intent(plugin: str, intent: IntentSpec) -> Json:
    names = {slot.name: built_slot(plugin, slot.name) for slot in intent.slots}
    built: Json = {"name": intent.name, "samples": _samples(intent.samples, names)}
    if intent.slots:
        built["slots"] = [_slot(slot, names) for slot in intent.slots]
    return built


def _slot(slot: SlotSpec, names: Mapping[str, str]) -> Json:
    built: Json = {"name": names[slot.name], "type": slot.type}
    return built | {"samples": _samples(slot.samples, names)} if slot.samples else built


def _samples(samples: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(tidy(rename(each, names)) for each in samples))


def _types(fragments: Iterable[Fragment], used: set[str]) -> list[Json]:
    brought: dict[str, TypeSpec] = {each.name: each for fragment in fragments for each in fragment.types}
    return [
        {"name": name, "values": [_value(each) for each in brought[name].values]}
        for name in sorted(used & brought.keys())
    ]


def _value(value: ValueSpec) -> Json:
    name: Json = {"value": value.value}
    if value.synonyms:
        name["synonyms"] = list(value.synonyms)
    return {"id": value.id, "name": name} if value.id else {"name": name}


def _dialog(elicited: Sequence[_Owned]) -> Json:
    if not elicited:
        return {}
    intents = [
        {
            "name": intent.name,
            "confirmationRequired": False,
            "prompts": {},
            "slots": [_dialog_slot(plugin, intent, slot) for slot in intent.slots],
        }
        for plugin, intent in elicited
    ]
    prompts = [
        {"id": _prompt(plugin, intent, slot), "variations": [{"type": "PlainText", "value": each} for each in said]}
        for plugin, intent in elicited
        for slot in intent.slots
        if (said := slot.prompts)
    ]
    return {"dialog": {"delegationStrategy": "SKILL_RESPONSE", "intents": intents}, "prompts": prompts}


def _dialog_slot(plugin: str, intent: IntentSpec, slot: SlotSpec) -> Json:
    return {
        "name": built_slot(plugin, slot.name),
        "type": slot.type,
        "confirmationRequired": False,
        "elicitationRequired": bool(slot.prompts),
        "prompts": {"elicitation": _prompt(plugin, intent, slot)} if slot.prompts else {},
    }


def _prompt(plugin: str, intent: IntentSpec, slot: SlotSpec) -> str:
    return f"Elicit.{intent.name}.{built_slot(plugin, slot.name)}"
