"""How each class of ask_sdk_model is read and written, worked out once per class.

The model's own tables (``deserialized_types``, ``attribute_map``, the discriminators) say which JSON member becomes
which attribute of which class. Here they are turned into readers that cost one look-up a member. What they make
equals what ``ask_sdk_core.serialize.DefaultSerializer`` makes of the same JSON, with one difference: where that gives
up the whole document over one value it has no place for, this leaves the value out and notes its name.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from importlib import import_module

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


class Members(dict[str, Member | None]):
    """A class's members by their JSON names, each worked out when it is first seen, since the model has circles."""

    def __init__(self, model: type) -> None:
        super().__init__()
        types: dict[str, str] = model.deserialized_types  # type: ignore[attr-defined]
        self._kinds = {name: (attribute, types[attribute]) for attribute, name in _names(model)}

    def __missing__(self, name: str) -> Member | None:
        if name not in self._kinds:
            return None
        attribute, kind = self._kinds[name]
        exact, read = _reader(kind)
        member = self[name] = (attribute, exact, read)
        return member


@cache
def model_reader(model: type) -> Reader:
    """Make the reader of one class.

    It takes parsed JSON, returns an instance, and adds to the notes given to it the names of what it left out and of
    what is new. It raises Unreadable for JSON that is no object.
    """
    members = Members(model)
    copy_blank = vars(model()).copy
    make = partial(object.__new__, model)

    def read(value: object, notes: Notes) -> object:
        if type(value) is not dict:
            return _read_empty(model, value)
        attributes = copy_blank()
        extras = None
        for name, item in value.items():
            if (member := members[name]) is None:
                extras = {} if extras is None else extras
                extras[name] = item
                continue
            attribute, exact, read_item = member
            if type(item) is exact or item is None:
                attributes[attribute] = item
                continue
            try:
                attributes[attribute] = read_item(item, notes)
            except Unreadable as novelty:
                notes.append((f"{model.__name__}.{name}", str(novelty)))
        if extras:
            attributes.update(extras)
            notes.extend((model.__name__, name) for name in extras)
        made: object = make()
        made.__dict__ = attributes
        return made

    return read


def label(name: object) -> str:
    """Give a name back when it looks like one of the platform's own names, else say only what it is."""
    return name if isinstance(name, str) and _NAME.fullmatch(name) else type(name).__name__


def plain(value: object) -> object:
    """Turn a model object, or anything that holds some, into dicts, lists and scalars, as DefaultSerializer does.

    Raises:
        TypeError: something in ``value`` is no part of a model and has no place in JSON.

    """
    kind: type = type(value)
    if value is None or kind is str or kind is bool or kind is int or kind is float:
        return value
    if kind is dict:
        return {name: plain(item) for name, item in value.items()}  # type: ignore[attr-defined]
    if kind is list:
        return [plain(item) for item in value]  # type: ignore[attr-defined]
    if not hasattr(kind, "deserialized_types"):
        return _plain_rarity(value)
    members = {}
    for attribute, name in _names(kind):
        item: object = getattr(value, attribute)
        if item is not None:
            members[name] = item if type(item) is str else plain(item)
    return members


def _plain_rarity(value: object) -> object:
    if isinstance(value, (str, int, float, bytes)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value % 1 == 0 else float(value)
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    raise TypeError(f"{type(value).__name__} has no place in JSON")


@cache
def _names(model: type) -> tuple[tuple[str, str], ...]:
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
    names: dict[str, str] = base.discriminator_value_class_map  # type: ignore[attr-defined]

    def read(value: object, notes: Notes) -> object:
        if type(value) is not dict:
            raise Unreadable(type(value).__name__)
        kind = value.get(key)
        if not isinstance(kind, str) or kind not in names:
            raise Unreadable(label(kind))
        return model_reader(_load(names[kind]))(value, notes)

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
    values = {member.value: member for member in kind}

    def read(value: object, _: Notes) -> object:
        if not isinstance(value, str) or value not in values:
            raise Unreadable(label(value))
        return values[value]

    return read


def _read_empty(model: type, value: object) -> object:
    if value in ("", []):  # DefaultSerializer finds no members in these, and no fault
        return model()
    raise Unreadable(type(value).__name__)


def _read_text(value: object, _: Notes) -> object:
    return str(value)


def _read_truth(value: object, _: Notes) -> object:
    return bool(value)


def _read_number(kind: type[int] | type[float], value: object, _: Notes) -> object:
    if not isinstance(value, (str, int, float)):
        return value  # as DefaultSerializer leaves it
    try:
        return kind(value)
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
