"""Objects of ask_sdk_model -> dicts, lists and scalars, by a writer that is made once per class."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter, methodcaller
from typing import Any

from skill.alexa.plans import names

Writer = Callable[[Any], object]


class Settled(dict[str, object]):
    """A part of a document that is JSON already, nothing in it being of the model: it is written as it is."""


class Writers(dict[type, Writer]):
    """How values of each class are written, worked out when one of them is first met."""

    def __missing__(self, kind: type) -> Writer:
        write = self[kind] = _model_writer(kind) if hasattr(kind, "deserialized_types") else _writer(kind)
        return write


def plain(value: object) -> object:
    """Turn a model object, or anything that holds some, into dicts, lists and scalars, as DefaultSerializer does.

    Raises:
        TypeError: something in ``value`` is no part of a model and has no place in JSON.

    """
    return _WRITERS[type(value)](value)


def _model_writer(model: type) -> Writer:
    members = names(model)

    def write(value: object) -> object:
        written = {}
        for attribute, name in members:
            item: object = getattr(value, attribute)
            if item is not None:
                written[name] = item if type(item) in _AS_THEY_ARE else _WRITERS[type(item)](item)
        return written

    return write


def _writer(kind: type) -> Writer:
    for known, write in _NO_MODELS:
        if issubclass(kind, known):
            return write
    raise TypeError(f"{kind.__name__} has no place in JSON")


def _same(value: object) -> object:
    return value


def _write_dict(value: dict[object, object]) -> object:
    return {name: item if type(item) in _AS_THEY_ARE else _WRITERS[type(item)](item) for name, item in value.items()}


def _write_list(value: Iterable[object]) -> object:
    return [item if type(item) in _AS_THEY_ARE else _WRITERS[type(item)](item) for item in value]


def _write_decimal(value: Decimal) -> object:
    return int(value) if value % 1 == 0 else float(value)


_AS_THEY_ARE = frozenset({type(None), str, bool, int, float, Settled})
_NO_MODELS: tuple[tuple[type | tuple[type, ...], Writer], ...] = (
    ((type(None), str, int, float, bytes, Settled), _same),
    ((list, tuple), _write_list),
    (date, methodcaller("isoformat")),
    (Enum, attrgetter("value")),
    (Decimal, _write_decimal),
    (dict, _write_dict),
)
"""How what is no model is written, in the order in which DefaultSerializer asks what it is."""
_WRITERS = Writers()
