"""How each class of ask_sdk_model is read, worked out once per class.

The model's own tables (``deserialized_types``, ``attribute_map``, the discriminators) say which JSON member becomes
which attribute of which class. Here they are turned into readers that cost one look-up a member. What they make
equals what ``ask_sdk_core.serialize.DefaultSerializer`` makes of the same JSON, with one difference: where that gives
up the whole document over one value it has no place for, this leaves the value out and notes its name.
"""

import json
import re
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache, partial
from importlib import import_module
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer

Notes = list[tuple[str, str]]
"""Where something new was met, and its name: filled as a document is read."""
Reader = Callable[[object, Notes], object]
Member = tuple[str, type | None, Reader]
"""The attribute a JSON member becomes, the type that may be taken as it is, and the reader of anything else."""

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)
_LONGEST_DATE = 64
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._:-]{0,79}", re.ASCII)
_LIST = re.compile(r"list\[(.*)\]")
_DICT = re.compile(r"dict\([^,]*, (.*)\)")


class Unreadable(ValueError):
    """A value that the model has no place for; the message says what it is, never what it holds."""


class Children(dict[str, Reader]):
    """The readers of a family's classes by the names that JSON tells them apart by, each made when it is first seen."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, name: str) -> Reader:
        if name not in self._classes:
            raise Unreadable(label(name))
        read = self[name] = model_reader(_load(self._classes[name]))
        return read


@cache
def model_reader(model: type) -> Reader:
    """Make the reader of one class.

    It takes parsed JSON, returns an instance, and adds to the notes given to it the names of what it left out and of
    what is new. It raises Unreadable for JSON that is no object.
    """
    member_of: Callable[[str], Member | None] | None = None

    def read(value: object, notes: Notes) -> object:
        nonlocal member_of
        if member_of is None:  # no sooner, since the model has circles
            member_of = members(model).get
        if type(value) is not dict:
            return _read_empty(model, value)
        made: object = model()
        extras = None
        for name, item in value.items():
            member = member_of(name)
            if member is None:
                extras = {} if extras is None else extras
                extras[name] = item
                notes.append((model.__name__, name))
                continue
            attribute, exact, read_item = member
            try:
                setattr(made, attribute, item if type(item) is exact or item is None else read_item(item, notes))
            except Unreadable as novelty:
                notes.append((f"{model.__name__}.{name}", str(novelty)))
        if extras:
            vars(made).update(extras)
        return made

    return read


def label(name: object) -> str:
    """Give a name back when it looks like one of the platform's own names, else say only what it is."""
    return name if isinstance(name, str) and _NAME.fullmatch(name) else type(name).__name__


def members(model: type) -> dict[str, Member]:
    """Find how the members of a class are read, by their JSON names."""
    types: dict[str, str] = model.deserialized_types  # type: ignore[attr-defined]
    return {name: (attribute, *_reader(types[attribute])) for attribute, name in names(model)}


@cache
def names(model: type) -> tuple[tuple[str, str], ...]:
    """Pair the attributes of a class with their JSON names."""
    renamed: dict[str, str] = getattr(model, "attribute_map", {})
    types: dict[str, str] = model.deserialized_types  # type: ignore[attr-defined]
    return tuple((attribute, renamed.get(attribute, attribute)) for attribute in types)


@cache
def _reader(kind: str) -> tuple[type | None, Reader]:
    """Find how a type name of the model is read: what may be taken as it is, and the reader of anything else."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    if found := _LIST.fullmatch(kind):
        return None, _list_reader(found[1].strip())
    if found := _DICT.fullmatch(kind):
        return None, _dict_reader(found[1].strip())
    model = _load(kind)
    make = _family_reader if hasattr(model, "get_real_child_model") else model_reader
    return None, _enum_reader(model) if issubclass(model, Enum) else make(model)


@cache
def _load(name: str) -> type:
    module, _, attribute = name.rpartition(".")
    found: object = getattr(import_module(module), attribute)
    if not isinstance(found, type):
        raise TypeError(f"{name} is no class")
    return found


def _family_reader(base: type) -> Reader:
    """Make the reader of a class that a member of the JSON (its discriminator) chooses."""
    key: str = base.json_discriminator_key  # type: ignore[attr-defined]
    children = Children(base.discriminator_value_class_map)  # type: ignore[attr-defined]

    def read(value: object, notes: Notes) -> object:
        if type(value) is not dict:
            raise Unreadable(type(value).__name__)
        kind = value.get(key)
        if not isinstance(kind, str):
            raise Unreadable(label(kind))
        return children[kind](value, notes)

    return read


def _list_reader(kind: str) -> Reader:
    exact, read_item = _reader(kind)

    def read(value: object, notes: Notes) -> object:
        if not isinstance(value, (list, str, dict)):
            raise Unreadable(type(value).__name__)
        items: list[object] = []
        for item in value:
            try:
                items.append(item if type(item) is exact or item is None else read_item(item, notes))
            except Unreadable as novelty:
                notes.append((kind, str(novelty)))
        return items

    return read


def _dict_reader(kind: str) -> Reader:
    exact, read_item = _reader(kind)

    def read(value: object, notes: Notes) -> object:
        if type(value) is not dict:
            raise Unreadable(type(value).__name__)
        items: dict[str, object] = {}
        for name, item in value.items():
            try:
                items[name] = item if type(item) is exact or item is None else read_item(item, notes)
            except Unreadable as novelty:
                notes.append((kind, str(novelty)))
        return items

    return read


def _enum_reader(kind: type[Enum]) -> Reader:
    values: dict[object, Enum] = {member.value: member for member in kind}

    def read(value: object, _: Notes) -> object:
        try:
            return values[value]
        except (KeyError, TypeError):
            raise Unreadable(label(value)) from None

    return read


def _read_empty(model: type, value: object) -> object:
    if value in ("", []):  # DefaultSerializer finds no members in these, and no fault
        return model()
    raise Unreadable(type(value).__name__)


def _read_text(value: object, _: Notes) -> object:
    return str(value)


def _read_truth(value: object, _: Notes) -> object:
    return bool(value)


def _read_number(kind: Callable[[Any], float], value: object, _: Notes) -> object:
    try:
        return kind(value)
    except TypeError:
        return value  # as DefaultSerializer leaves it
    except (ValueError, OverflowError):
        raise Unreadable(type(value).__name__) from None


def _read_instant(value: object, _: Notes) -> object:
    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        raise Unreadable(type(value).__name__)
    try:
        return datetime.fromisoformat(value) if _INSTANT.fullmatch(value) else _read_odd_instant(value)
    except (ValueError, OverflowError, SerializationException):
        raise Unreadable(type(value).__name__) from None


def _read_odd_instant(value: str) -> object:
    return DefaultSerializer().deserialize(json.dumps(value), "datetime")


def _read_anything(value: object, _: Notes) -> object:
    return value


_SCALARS: dict[str, tuple[type | None, Reader]] = {
    "str": (str, _read_text),
    "bool": (bool, _read_truth),
    "int": (int, partial(_read_number, int)),
    "float": (float, partial(_read_number, float)),
    "datetime": (None, _read_instant),
    "object": (None, _read_anything),
}
