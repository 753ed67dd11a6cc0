"""A language, and finding it by its code. What its parts are is said in :mod:`skill.reading.grammar`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from skill.errors import ConfigurationError
from skill.reading.grammar import (
    Agreeing,
    Choosing,
    Clocks,
    Commands,
    Counting,
    Days,
    Feelings,
    Lengths,
    Manners,
    Naming,
    Requests,
    Sentences,
)

_ROOM = f"{__package__}.languages"


@dataclass(frozen=True)
class Language:
    """All that the readers need to know of one language."""

    code: str
    manners: Manners
    agreeing: Agreeing
    counting: Counting
    lengths: Lengths
    clocks: Clocks
    days: Days
    feelings: Feelings
    naming: Naming
    choosing: Choosing
    commands: Commands
    sentences: Sentences
    requests: Requests


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that words can be read in."""
    room = import_module(_ROOM)
    return tuple(sorted(each.name for each in iter_modules(room.__path__)))


@cache
def language_of(code: str) -> Language:
    """Find a language by its code, or by a locale ("en-GB"); ConfigurationError where none of its data is here."""
    name = f"{_ROOM}.{code.replace('_', '-').split('-')[0].lower()}"
    if not name.rpartition(".")[2].isidentifier() or find_spec(name) is None:
        raise ConfigurationError(f"no data to read words in the language {code!r}")
    found = import_module(name).LANGUAGE
    if not isinstance(found, Language):
        raise ConfigurationError(f"the data for the language {code!r} is no Language")
    return found
