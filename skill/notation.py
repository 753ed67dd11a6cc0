"""Values as JSON and back: what a question passes on, and the state that a practice keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import cache
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


def to_data(value: object) -> Any:
    """Give what JSON can hold; TypeError names a type that cannot be kept."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return {TAG: "verbatim", "v": str(value)} if isinstance(value, Verbatim) else value
    if isinstance(value, (list, tuple)):
        return [to_data(each) for each in value]
    if isinstance(value, Mapping):
        return {TAG: "map", "v": {str(key): to_data(each) for key, each in value.items()}}
    if isinstance(value, datetime):
        return {TAG: "at", "v": written(value)}
    if isinstance(value, date):
        return {TAG: "day", "v": value.isoformat()}
    if isinstance(value, timedelta):
        return {TAG: "span", "v": value.total_seconds()}
    if isinstance(value, Kinds):
        return {TAG: "kinds", "v": value.to_data()}
    if is_dataclass(value) and type(value).__name__ in TYPES:
        return {TAG: type(value).__name__, **{each.name: to_data(getattr(value, each.name)) for each in fields(value)}}
    raise TypeError(f"a value of type {type(value).__qualname__} cannot be passed on to a later turn")


def from_data(data: Any) -> Any:
    """Give back what :func:`to_data` wrote; lists come back as tuples."""
    if isinstance(data, list):
        return tuple(from_data(each) for each in data)
    if not isinstance(data, dict):
        return data
    tag = data[TAG]
    if tag in TYPES:
        known = {each.name for each in fields(TYPES[tag])}
        return TYPES[tag](**{key: from_data(each) for key, each in data.items() if key in known})
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
