"""What a few words sound like, by language: a talk getting hot, someone who does not know; hints, never verdicts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_HOT = re.compile(
    r"\b(?:"
    r"shut up|shut it|here we go again|that'?s not true|that is not true|you'?re lying|liar|"
    r"you (?:always|never)|you don'?t (?:ever )?(?:listen|care)|i hate (?:you|this|it when you)|"
    r"stop (?:shouting|yelling|interrupting|it right now)|don'?t (?:shout|yell) at me|"
    r"how dare you|you started (?:it|this)|it'?s (?:all )?your fault|i'?m sick of (?:you|this|it)|"
    r"this is (?:pointless|ridiculous)|what is your problem|what'?s your problem|leave me alone"
    r")\b"
)
_UNSURE = re.compile(
    r"(?:i (?:really )?(?:don'?t|do not) know|dunno|no idea|not sure|i'?m not sure|hard to say|"
    r"i can'?t (?:say|think of (?:anything|one|a word)))"
)
_HEATED: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _HOT})
_NOT_KNOWING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _UNSURE})


def heated(words: str, locale: str) -> bool:
    """Say whether words sound like a quarrel; False in a language that has no list yet."""
    cues = _HEATED.get(locale.partition("-")[0])
    return bool(cues and cues.search(_folded(words)))


def unsure(words: str, locale: str) -> bool:
    """Say whether words are all about not knowing."""
    cues = _NOT_KNOWING.get(locale.partition("-")[0])
    return bool(cues and cues.fullmatch(_folded(words)))


def _folded(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").lower().split())
