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
_CAUSE_ALONE = re.compile(
    r"[ ,;:]+((?:the|my|our|his|her|their|all (?:the|this|that|these|those)|we|he|she|they|we're|he's|she's|they're) "
    r"(?!(?:whole|entire|other|last|next|same|first|most|rest|time|life|day|night|week|month|year|morning|afternoon|"
    r"evening)\b).{3,})$",
    re.IGNORECASE,
)
"""What follows a feeling at once and is a thing or what somebody does, not a time: "worn out, the traffic again"."""
_LEAD = re.compile(
    r"^(?:(?:um|uh|well|oh|so|and|yes|yeah|yep|maybe|probably|i think|i guess|because of|because|it was|it's|it is|"
    r"that|when|over|about|after)(?: |$))+",
    re.IGNORECASE,
)
LONG_ENOUGH = 3
_YES = re.compile(
    r"^(?:(?:yes|yeah|yep|sure|okay|ok|maybe|please|i do|i know|i think(?: so)?|i guess(?: so)?|exactly|actually|"
    r"of course|let's)\b[ ,]*)+",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:no|nah|well|hm+|actually)?[ ,]*(?:it's |i'm |i feel )?(?:more like|or rather|i mean|more of a)[ ,]+(.+)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:(?:why|who(?:'s)?|what(?:'?s)?(?! an? )|tell me|play|sing)\b|"
    r"how (?:is|are|do|does|did|can|could|should|come|long|many|much)\b|"
    r"(?:is|are|do|does|did|can|could|will|would|should) (?:you|i|it|we|he|she|they|this|that|there)\b).+",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"^(?:(?:the|my|our|a|an|that|this|these|those|his|her|their|all) )+(?=.)", re.IGNORECASE)
_AGAIN = re.compile(r"(?<=.)(?: (?:again|today|tonight|as usual|as always|yet|once more|really|at the moment))+$", re.I)
_UNSURE = re.compile(
    r"(?:um |well |oh |honestly |i guess |sorry )*(?:"
    r"i (?:really )?(?:don't|do not) (?:really )?know(?: why| yet| what)?|"
    r"don't know|dunno|no idea|i've no idea|i have no idea|not sure|i'm not sure|hard to say|no clue|who knows|"
    r"i can't (?:say|tell|name it|put a word to it)|can't say|nothing(?: really| in particular)?|no reason|"
    r"nothing comes to mind|i don't know what i feel|i'm not sure what i feel|your guess is as good as mine|"
    r"none(?: of (?:them|those|these))?|neither(?: of (?:them|those))?)"
    r"(?: really| actually| today| honestly| to be honest| at all| sorry| right now)*",
    re.IGNORECASE,
)


def cause_in(words: str, feeling: str) -> str:
    """Give the cause that a sentence names after its feeling ("wound up because of the emails"); "" for none."""
    said = " ".join(words.replace("’", "'").split())
    at = said.lower().rfind(feeling.lower())
    rest = said[at + len(feeling) :] if at >= 0 else said
    found = _CAUSE.search(rest) or (_CAUSE_ALONE.match(rest) if at >= 0 else None)
    return tidy(found[1]) if found else ""


def tidy(words: str) -> str:
    """Give words without what leads in and the stop after them, "I" with its capital."""
    whole = " ".join(words.replace("’", "'").split()).strip(" .,!?")
    plain = _LEAD.sub("", whole) or whole
    return re.sub(r"\bi(?='|\b)", "I", plain)


def once(trigger: str) -> str:
    """Give a trigger without what says that it came again ("my boss again")."""
    return _AGAIN.sub("", trigger)


def core(trigger: str) -> str:
    """Give what a trigger has in common with others of the same thing: "my boss again" and "the boss" are "boss"."""
    return _DETERMINED.sub("", once(trigger).lower())


def group_of(trigger: str, locale: str) -> str:
    """Name the group a trigger belongs to; "other" where none of the words of its language is in it."""
    groups = _GROUPS.get(locale.partition("-")[0], {})
    return next((group for group, pattern in groups.items() if pattern.search(trigger)), OTHER)


def after_yes(words: str) -> str:
    """Give what follows a yes ("yes I do, it's the shopping"); "" where it is too little to be a thing of its own."""
    rest = _YES.sub("", words.replace("’", "'").strip())
    return tidy(rest) if len(rest.split()) >= LONG_ENOUGH else ""


def put_otherwise(words: str) -> str:
    """Give the word that takes another's place ("no, more like disappointed"); "" where there is none."""
    found = _OTHERWISE.match(" ".join(words.replace("’", "'").split()))
    return tidy(found[1]) if found else ""


def question(words: str) -> bool:
    """Say whether words ask for something rather than name how someone is."""
    return bool(_QUESTION.match(" ".join(words.replace("’", "'").split())))


def unsure(words: str) -> bool:
    """Say whether words are all about not knowing."""
    return bool(_UNSURE.fullmatch(" ".join(words.replace("’", "'").lower().split()).strip(" .,!?")))
