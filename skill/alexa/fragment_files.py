"""Read a plugin's fragments from its own files.

A plugin's folder holds ``model/<language>.json`` and, where a country speaks otherwise, ``model/<locale>.json``, whose
intents and types replace those of the language's file that have the same name, wholly, and add the rest::

    {"intents": [{"name": "KettleIntent",
                  "slots": [{"name": "thing", "type": "AMAZON.SearchQuery"}],
                  "samples": ["put the kettle on for {thing}"]}],
     "types": [{"name": "Meal", "values": [{"id": "lunch", "name": {"value": "lunch", "synonyms": ["dinner"]}}]}]}

A slot may also bring ``samples`` (answers while it is being elicited) and ``prompts`` (what the platform would say to
elicit it; they make it a slot of the dialog model).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TypeVar

from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, ValueSpec
from skill.alexa.invocation_name import LOCALES
from skill.errors import ModelError
from skill.fault import Fault, Location

_WORDLESS = "no words for {0}: this file or model/{0}.json is missing"
_FILE = re.compile(r"[a-z]{2}(-[A-Z]{2})?\.json")


def load_fragments(plugin: str, folder: Traversable, locales: Iterable[str] = LOCALES) -> dict[str, Fragment]:
    """Read a plugin's fragments, by locale; ModelError where :func:`read_fragments` finds a fault."""
    found, faults = read_fragments(plugin, folder, locales)
    if faults:
        raise ModelError([*map(str, faults)], (plugin,))
    return found


def read_fragments(
    plugin: str, folder: Traversable, locales: Iterable[str] = LOCALES
) -> tuple[dict[str, Fragment], list[Fault]]:
    """Read a plugin's fragments, by locale; none where it has no ``model`` folder or speaks none of the languages.

    A fault is a file that cannot be read as a fragment, or one of the ``locales`` that a plugin leaves without words
    although it speaks the language. What could be read in spite of it is given too.
    """
    model = folder.joinpath("model")
    if not model.is_dir():
        return {}, []
    faults: list[Fault] = []
    files = {each.name: _read(plugin, each, faults) for each in sorted(model.iterdir(), key=lambda each: each.name)}
    spoken = {name[:2] for name in files}
    found = {locale: _merged(plugin, locale, files) for locale in locales if locale[:2] in spoken}
    faults += [
        Fault(Location(plugin, f"model/{locale[:2]}.json"), _WORDLESS.format(locale))
        for locale, fragment in found.items()
        if not fragment.texts
    ]
    return found, faults


def _read(plugin: str, file: Traversable, faults: list[Fault]) -> Fragment:
    source, text = f"model/{file.name}", ""
    if not _FILE.fullmatch(file.name):
        faults.append(Fault(Location(plugin, source), "a fragment is called <language>.json or <locale>.json"))
        return Fragment(plugin, "")
    try:
        text = file.read_text(encoding="utf-8")
        data = json.loads(text)
    except json.JSONDecodeError as error:
        faults.append(Fault(Location(plugin, source, error.lineno), f"not JSON: {error.msg}"))
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(Location(plugin, source), f"cannot be read as UTF-8 text: {type(error).__name__}"))
    else:
        return _Reading(Location(plugin, source), faults).fragment(file.name.removesuffix(".json"), data, text)
    return Fragment(plugin, "", texts={source: text})


def _merged(plugin: str, locale: str, files: Mapping[str, Fragment]) -> Fragment:
    parts = [files[name] for name in (f"{locale[:2]}.json", f"{locale}.json") if name in files]
    return Fragment(
        plugin,
        locale,
        _replaced([part.intents for part in parts]),
        _replaced([part.types for part in parts]),
        {source: text for part in parts for source, text in part.texts.items()},
    )


_Named = TypeVar("_Named", IntentSpec, TypeSpec)


def _replaced(layers: Sequence[tuple[_Named, ...]]) -> tuple[_Named, ...]:
    """Let each layer's items stand in for the same-named ones before it; a name twice in one layer stays twice."""
    merged: list[_Named] = []
    for layer in layers:
        named = {each.name for each in layer}
        merged = [each for each in merged if each.name not in named] + list(layer)
    return tuple(merged)


@dataclass(frozen=True)
class _Reading:
    """Reads the JSON of one file; what is not of the right shape is named in ``faults`` and left out."""

    file: Location
    faults: list[Fault]

    def fragment(self, locale: str, data: object, text: str) -> Fragment:
        """Read the whole file."""
        whole = self._object(data, "the file", {"intents", "types"})
        intents = tuple(self._intent(each) for each in self._list(whole, "intents", "the file"))
        types = tuple(self._type(each) for each in self._list(whole, "types", "the file"))
        return Fragment(self.file.plugin, locale, intents, types, {self.file.file: text})

    def _found(self, says: str) -> None:
        self.faults.append(Fault(self.file, says))

    def _intent(self, data: object) -> IntentSpec:
        known = self._object(data, "an intent", {"name", "slots", "samples"})
        name = self._text(known, "name", "an intent")
        slots = tuple(self._slot(each, name) for each in self._list(known, "slots", name))
        return IntentSpec(name, slots, self._texts(known, "samples", name), self.file.file)

    def _slot(self, data: object, intent: str) -> SlotSpec:
        known = self._object(data, f"a slot of {intent}", {"name", "type", "samples", "prompts"})
        name, kind = (self._text(known, key, f"a slot of {intent}") for key in ("name", "type"))
        return SlotSpec(name, kind, self._texts(known, "samples", name), self._texts(known, "prompts", name))

    def _type(self, data: object) -> TypeSpec:
        known = self._object(data, "a type", {"name", "values"})
        name = self._text(known, "name", "a type")
        values = tuple(self._value(each, name) for each in self._list(known, "values", name))
        return TypeSpec(name, values, self.file.file)

    def _value(self, data: object, of: str) -> ValueSpec:
        known = self._object(data, f"a value of {of}", {"id", "name"})
        name = self._object(known.get("name"), f"the name of a value of {of}", {"value", "synonyms"})
        given = self._text(known, "id", f"a value of {of}") if "id" in known else ""
        return ValueSpec(self._text(name, "value", f"a value of {of}"), given, self._texts(name, "synonyms", of))

    def _object(self, data: object, what: str, keys: set[str]) -> dict[str, object]:
        if not isinstance(data, dict):
            self._found(f"{what} is not an object")
            return {}
        for key in data.keys() - keys:
            self._found(f"{what} has {key!r}, which means nothing here")
        return data

    def _list(self, data: Mapping[str, object], key: str, what: str) -> list[object]:
        found = data.get(key, [])
        if isinstance(found, list):
            return found
        self._found(f"{key!r} of {what} is not a list")
        return []

    def _text(self, data: Mapping[str, object], key: str, what: str) -> str:
        found = data.get(key)
        if isinstance(found, str) and found.strip():
            return found
        self._found(f"{what} has no {key!r}")
        return ""

    def _texts(self, data: Mapping[str, object], key: str, what: str) -> tuple[str, ...]:
        found = self._list(data, key, what)
        for each in found:
            if not isinstance(each, str):
                self._found(f"{key!r} of {what} holds {each!r}, which is no text")
        return tuple(each for each in found if isinstance(each, str))
