"""Words to try, three at a time, by the quarter of the map they lie in.

They stand here and not among the texts, since they become people's own words; three are kept together so that "the
first one" can be understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from skill import Felt

Trio = tuple[Felt, Felt, Felt]


def _trio(family: str, energy: str, *words: str) -> Trio:
    one, two, three = (Felt(word, *_exact(word, family, energy)) for word in words)
    return one, two, three


def _exact(word: str, family: str, energy: str) -> tuple[str, str]:
    return _OTHERWISE.get(word, family), energy


_OTHERWISE: Mapping[str, str] = MappingProxyType(
    {
        "cross": "angry",
        "annoyed": "angry",
        "scared": "afraid",
        "worried": "afraid",
        "nervous": "afraid",
        "tired": "tired",
        "drained": "tired",
        "worn out": "tired",
        "lonely": "lonely",
        "left out": "hurt",
        "hurt": "hurt",
        "ashamed": "ashamed",
        "warm": "loved",
    }
)
"""Words of another family than the rest of their quarter."""
_ENGLISH: Mapping[str, tuple[Trio, ...]] = MappingProxyType(
    {
        "pleasant-high": (
            _trio("glad", "high", "excited", "proud", "playful"),
            _trio("glad", "high", "happy", "lively", "hopeful"),
            _trio("glad", "high", "cheerful", "curious", "thrilled"),
        ),
        "pleasant-low": (
            _trio("calm", "low", "calm", "content", "touched"),
            _trio("calm", "low", "peaceful", "relieved", "thankful"),
            _trio("calm", "low", "settled", "rested", "warm"),
        ),
        "unpleasant-high": (
            _trio("stressed", "high", "wound up", "cross", "scared"),
            _trio("stressed", "high", "tense", "annoyed", "worried"),
            _trio("stressed", "high", "overwhelmed", "restless", "nervous"),
        ),
        "unpleasant-low": (
            _trio("sad", "low", "sad", "tired", "lonely"),
            _trio("sad", "low", "down", "drained", "hurt"),
            _trio("sad", "low", "disappointed", "worn out", "left out"),
        ),
        "between": (
            _trio("mixed", "middle", "torn", "so so", "restless"),
            _trio("mixed", "middle", "mixed", "unsure", "up and down"),
            _trio("mixed", "middle", "undecided", "distracted", "in two minds"),
        ),
    }
)
_WORDS: Mapping[str, Mapping[str, tuple[Trio, ...]]] = MappingProxyType({"en": _ENGLISH})


def trios(quarter: str, locale: str) -> tuple[Trio, ...]:
    """List the threes of a quarter, in the locale's language."""
    return _WORDS.get(locale.partition("-")[0], _ENGLISH)[quarter]
