"""Values as JSON and back: what a question passes on, and the state that a practice keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from cattrs.preconf.orjson import OrjsonConverter, make_converter

from skill.answers import Also, Answer, Felt, Kinds, Moment, Option, kinds_from_data
from skill.platform import Outcome, Reminder, Timer
from skill.reply import Line, Question, Verbatim
from skill.turn import Entry, Person, Request

TAG = "~"
TYPES: Mapping[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Also,
        Answer,
        Entry,
        Felt,
        Line,
        Moment,
        Option,
        Outcome,
        Person,
        Question,
        Reminder,
        Request,
        Timer,
    )
}

_FIELDS: Mapping[type[Any], Sequence[str]] = {kind: [each.name for each in fields(kind)] for kind in TYPES.values()}
_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})


def to_data(value: object) -> Any:
    """Give what JSON can hold; TypeError names a type that cannot be kept."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind in _FIELDS:
        return {TAG: kind.__name__, **{name: to_data(getattr(value, name)) for name in _FIELDS[kind]}}
    write = _WRITERS.get(kind) or next((each for base, each in _WRITERS.items() if isinstance(value, base)), None)
    if write is None:
        raise TypeError(f"a value of type {kind.__qualname__} cannot be passed on to a later turn")
    return write(value)


def _map_to_data(value: Mapping[object, object]) -> dict[str, Any]:
    return {TAG: "map", "v": {str(key): to_data(each) for key, each in value.items()}}


def _listed(value: Iterable[object]) -> list[Any]:
    return [to_data(each) for each in value]


def from_data(data: Any) -> Any:
    """Give back what :func:`to_data` wrote; lists come back as tuples."""
    if isinstance(data, list):
        return tuple(from_data(each) for each in data)
    if not isinstance(data, dict):
        return data
    tag = data[TAG]
    if tag in TYPES:
        kind = TYPES[tag]
        return kind(**{name: from_data(data[name]) for name in _FIELDS[kind] if name in data})
    return _PLAIN[tag](data["v"])


def written(at: datetime) -> str:
    """Write an aware instant with the name of its zone, so that it comes back in that zone."""
    zone = getattr(at.tzinfo, "key", None)
    return f"{at.isoformat()}[{zone}]" if zone else at.isoformat()


def instant(text: str) -> datetime:
    """Read what :func:`written` wrote."""
    plain, _, zone = text.rstrip("]").partition("[")
    at = datetime.fromisoformat(plain)
    return at.astimezone(ZoneInfo(zone)) if zone else at


_WRITERS: Mapping[type[Any], Callable[[Any], Any]] = {
    Verbatim: lambda words: {TAG: "verbatim", "v": str(words)},
    list: _listed,
    tuple: _listed,
    dict: _map_to_data,
    MappingProxyType: _map_to_data,
    Kinds: lambda kinds: {TAG: "kinds", "v": kinds.to_data()},
    datetime: lambda at: {TAG: "at", "v": written(at)},
    date: lambda day: {TAG: "day", "v": day.isoformat()},
    timedelta: lambda span: {TAG: "span", "v": span.total_seconds()},
    **dict.fromkeys((str, int, float), lambda value: value),
    Mapping: _map_to_data,
}
"""How each type is written; one that is not named here as the first that it is a kind of."""
_PLAIN: Mapping[str, Any] = {
    "verbatim": Verbatim,
    "map": lambda data: {key: from_data(each) for key, each in data.items()},
    "at": instant,
    "day": date.fromisoformat,
    "span": lambda seconds: timedelta(seconds=seconds),
    "kinds": kinds_from_data,
}


@cache
def _states() -> OrjsonConverter:
    converter = make_converter()
    converter.register_unstructure_hook(datetime, written)
    converter.register_structure_hook(datetime, lambda text, _: instant(text))
    converter.register_unstructure_hook(timedelta, lambda span: span.total_seconds())
    converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
    return converter


def state_to_data(state: object) -> dict[str, Any]:
    """Give a practice's state as fields; TypeError when it is no dataclass."""
    if not is_dataclass(state) or isinstance(state, type):
        raise TypeError(f"a state must be a dataclass, not {type(state).__qualname__}")
    data: dict[str, Any] = _states().unstructure(state)
    return data


def state_from_data(kind: type[Any], data: Mapping[str, Any]) -> Any:
    """Make a state of ``kind``; fields that it no longer has are left out, new ones take their defaults."""
    return _states().structure(dict(data), kind)
