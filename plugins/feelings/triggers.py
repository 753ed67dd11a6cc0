"""What set a feeling off: the words for it found within a sentence, and the group it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

OTHER = "other"

_ENGLISH_WORDS = {
    "money": "money bills? rent debts? loan mortgage bank salary pay payments? costs? budget taxes broke",
    "work": "work\\w* job boss office meetings? deadlines? colleagues? shifts? client\\w* project interview exam\\w*",
    "chores": "chores? dishes laundry cleaning bins? mess\\w* tidy\\w* cooking shopping housework hoover\\w* washing",
    "phone": "phone screens? emails? messages? texts? texting news scrolling internet online notifications?",
    "family": "mum mom mother dad father parents? kids? child(?:ren)? baby son daughter brother sister family gran\\w* "
    "aunt\\w* uncle cousins? partner husband wife boyfriend girlfriend school",
    "time": "time late rush\\w* hurry\\w* traffic train bus commute waiting schedule busy",
    "body": "sleep\\w* slept tired\\w* hungry hunger noise hot cold heat",
}
_ENGLISH: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {group: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) for group, words in _ENGLISH_WORDS.items()}
)
_GROUPS: Mapping[str, Mapping[str, re.Pattern[str]]] = MappingProxyType({"en": _ENGLISH})
GROUPS = (*_ENGLISH, OTHER)

_CAUSE = re.compile(
    r"\b(?:because of|because|over|after|since|when|from|by|about|it was|it's)\b (.{3,})$", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:um|uh|well|oh|so|and|yes|yeah|yep|maybe|probably|i think|i guess|because of|because|it was|it's|it is|"
    r"that|when|over|about|after)(?: |$))+",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"(?:um |well |oh |honestly |i guess |sorry )*(?:"
    r"i (?:really )?(?:don't|do not) (?:really )?know(?: why| yet| what)?|"
    r"don't know|dunno|no idea|i've no idea|i have no idea|not sure|i'm not sure|hard to say|no clue|who knows|"
    r"i can't (?:say|tell|name it|put a word to it)|can't say|nothing(?: really| in particular)?|no reason|"
    r"nothing comes to mind|i don't know what i feel|i'm not sure what i feel|your guess is as good as mine|"
    r"none(?: of (?:them|those|these))?|neither(?: of (?:them|those))?)"
    r"(?: really| actually| today)*",
    re.IGNORECASE,
)


def cause_in(words: str) -> str:
    """Give the cause that a sentence names beside a feeling ("wound up because of the emails"); "" for none."""
    found = _CAUSE.search(" ".join(words.replace("’", "'").split()))
    return tidy(found[1]) if found else ""


def tidy(words: str) -> str:
    """Give words without what leads in and the stop after them, "I" with its capital."""
    whole = " ".join(words.replace("’", "'").split()).strip(" .,!?")
    plain = _LEAD.sub("", whole) or whole
    return re.sub(r"\bi(?='|\b)", "I", plain)


def group_of(trigger: str, locale: str) -> str:
    """Name the group a trigger belongs to; "other" where none of the words of its language is in it."""
    groups = _GROUPS.get(locale.partition("-")[0], {})
    return next((group for group, pattern in groups.items() if pattern.search(trigger)), OTHER)


def unsure(words: str) -> bool:
    """Say whether words are all about not knowing."""
    return bool(_UNSURE.fullmatch(" ".join(words.replace("’", "'").lower().split()).strip(" .,!?")))
