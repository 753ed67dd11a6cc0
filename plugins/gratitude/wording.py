"""What English words tell about a good thing: whom it is about, which day it was, whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from skill import Verbatim

KIN = (
    "mum|mom|mam|mother|dad|father|parents|gran|granny|grandma|nan|nana|grandad|grandpa|sister|brother|son|daughter|"
    "aunt|auntie|uncle|cousin|niece|nephew|partner|husband|wife|boyfriend|girlfriend|fiancée|fiancé|roommate|"
    "flatmate|housemate|neighbour|neighbor|friend|boss|colleague|coworker|teacher|kids|kid|children"
)
AT_HOME = re.compile(r"\bmy (?:partner|husband|wife|boyfriend|girlfriend|fiancée?|roommate|flatmate|housemate|kids?)\b")
"""Who most likely lives under the same roof."""

_KIN = re.compile(rf"\b(my (?:(?:best|older|younger|little|big) )?(?:{KIN}))\b", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:^|\b(?:and|that|when|because) )(mum|mom|mam|dad|gran|granny|grandma|nan|nana|grandad|grandpa)\b", re.IGNORECASE
)
_DONE_BY_SOMEONE = re.compile(
    r"^([a-z]{2,})(?: and i| has| have)? (?:washed|cooked|hugged|called|rang|phoned|brought|gave|listened|held|bought|"
    r"sent|texted|messaged|thanked|smiled|laughed|cleaned|tidied|picked|drove|fixed|invited|forgave|remembered|"
    r"apologised|apologized|waited|told|asked|baked|lent|offered|made me|made my|helped me|let me|said|walked me)\b",
    re.IGNORECASE,
)
_OF_SOMEONE = re.compile(r"^([a-z]{2,})'s ", re.IGNORECASE)
_NO_NAMES = (
    "i i'm we you he she they it it's that that's this there the a an my our your his her their its some someone "
    "somebody everyone everybody people work dinner lunch breakfast coffee tea rain sun sleep music today yesterday "
    "getting having being seeing hearing going finishing nothing no not what when how who and so because monday "
    "tuesday wednesday thursday friday saturday sunday morning evening night walking talking sitting"
)
_NOBODY = frozenset(_NO_NAMES.split())
_WORD = re.compile(r"[^\W\d_][\w'-]+")
_CAPITAL = re.compile(r"\b([A-Z][a-zà-ÿ]+)\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"\b(?:on |last )?(today|yesterday|{'|'.join(_DAYS)})\b", re.IGNORECASE)
_DAY_ALONE = re.compile(
    rf"(?:it was |that was |i meant |for )*(?:on |last )?(?:today|yesterday|{'|'.join(_DAYS)})", re.IGNORECASE
)
_ONLY_THANKS = re.compile(
    r"(?:aw+|oh|that's (?:nice|lovely|sweet)|ah| )*(?:thank you|thanks|cheers|ta|you're welcome)"
    r"(?: so much| very much| a lot)?(?: [a-z]+)?",
    re.IGNORECASE,
)
_ASK_ME = re.compile(r"\b(?:ask|smaller|question|try|go on|go ahead|fine|okay|ok)\b", re.IGNORECASE)
FEW = 5
_NOTHING = re.compile(
    r"(?:well |um |erm |honestly )*(?:nothing|none|no|not really|not much|nope|nothing good|nothing really|"
    r"i don't know|dunno|no idea|not sure|i'm not sure|nothing comes to mind|i can't think of (?:anything|one)"
    r"(?: good)?|there (?:was|is) nothing(?: good)?|nothing (?:good )?happened)(?: today| really| at all| sorry)*",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:(?:i guess|i suppose|i think|maybe|please|then|today|now|if you like|for me|here|again) ?)+", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:um|oh|and also|and|also|it's because|because|'?cause|'?co[sz]|'?cuz|since|"
    r"so(?! much| many)|i guess(?= \w)|"
    r"i don't know(?= (?!how\b|what\b|why\b|who\b|where\b|when\b|if\b|whether\b)\w)|"
    r"i(?:'m| am) (?:so |really )?(?:grateful|thankful) (?:for|that)|"
    r"that(?= (?:the|my|our|i|i'm|we|it|he|she|they)\b)) )+",
    re.IGNORECASE,
)
_TRAILING = (" i think", " i guess", " i suppose", " you know", " or something")
_TRAIL = re.compile(rf"(?<=\w),?(?:{'|'.join(_TRAILING)})+$", re.IGNORECASE)
_I = re.compile(r"\bi\b")
_BREAK = re.compile(
    r"[,;]? (?:because|when|while|after|before|even though|although|though|so that|so|which|who|but|and then|and) ",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?: (?:a|an|the|and|to|of|in|on|for|with|at|by|from|her|his|my|our|their|your|really|very|so|that|even|but|"
    r"because|when|as|is|was|were|had|has|have|who|which|some))+$",
    re.IGNORECASE,
)
_OF_ME = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd)\b", re.IGNORECASE)
_OF_YOU = re.compile(r"\b(?:you|your|yours|yourself|you're|you've)\b", re.IGNORECASE)
MIRRORED = 8
_CLAUSE = re.compile(r"^(?:i|i'm|i've|i'd|it|it's|we|that|my|they|he|she|there)\b", re.IGNORECASE)


def tidy(text: str) -> str:
    """Give words without the fillers before them and the stop after them, "I" with its capital."""
    plain = _LEAD.sub("", " ".join(text.replace("’", "'").split())).strip(" .,!?")
    if plain.lower().endswith(_TRAILING):
        plain = _TRAIL.sub("", plain)
    return _I.sub("I", plain)


def same(one: str, other: str) -> bool:
    """Say whether two names mean the same person, whatever their case: "my gran" is "Gran"."""
    return _bare(one) == _bare(other)


def perhaps_names(text: str) -> tuple[str, ...]:
    """List what may name someone in a text: kin first, then every rarer word, as a name is written."""
    words = [word.removesuffix("'s") for word in _WORD.findall(text.replace("’", "'"))]
    others = [word.capitalize() if word.islower() else word for word in words if word.casefold() not in _NOBODY]
    return tuple(dict.fromkeys(_kin(text) + others))


def someone(text: str, known: Iterable[str]) -> str:
    """Name whom a good thing is about: someone known, kin, a name with a capital, or who did it; "" for nobody."""
    for name in known:
        if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
            return name
    if kin := _kin(text):
        return kin[0]
    if called := _CALLED.search(text):
        return called[1].capitalize()
    for word in _CAPITAL.findall(text):
        if word.casefold() not in _NOBODY and not (text.startswith(word) and not _acts(text)):
            return str(word)
    return _acts(text)


def _kin(text: str) -> list[str]:
    return [found[1].lower() for found in _KIN.finditer(text)] if "my " in text.lower() else []


def _acts(text: str) -> str:
    found = _DONE_BY_SOMEONE.match(text) or _OF_SOMEONE.match(text)
    return found[1].capitalize() if found and found[1].casefold() not in _NOBODY else ""


def _bare(name: str) -> str:
    return name.replace("’", "'").casefold().removeprefix("my ").strip()


def day_in(text: str, today: date) -> date | None:
    """Give the day that words name, today or a past one; None where they name none."""
    found = _DAY.search(text) if "day" in text.lower() else None  # it is in the name of every day
    if found is None:
        return None
    name = found[1].lower()
    if name in ("today", "yesterday"):
        return today - timedelta(days=name == "yesterday")
    return today - timedelta(days=(today.weekday() - _DAYS.index(name)) % 7 or 7)


def only_a_day(text: str) -> bool:
    """Say whether words name a day and nothing else."""
    return bool(_DAY_ALONE.fullmatch(tidy(text)))


def nothing_good(text: str) -> bool:
    """Say whether words mean that nothing came to mind."""
    return bool(_NOTHING.fullmatch(tidy(text)))


def filler(text: str) -> bool:
    """Say whether words only filled the sentence: "something good, I guess"."""
    return bool(_FILLER.fullmatch(tidy(text)))


def name_in(text: str) -> str:
    """Give the name that a correction comes down to: "with Tim" is Tim; "" where it is more than a name."""
    plain = re.sub(r"^(?:it was |that was )?(?:(?:with|for|about|by|from|to) )?", "", text, flags=re.IGNORECASE)
    return plain if len(plain.split()) == 1 or plain.lower().startswith("my ") else ""


def only_thanks(text: str) -> bool:
    """Say whether words are a thank you and nothing it is for: what the thanked one says."""
    return bool(_ONLY_THANKS.fullmatch(tidy(text)))


def asks_for_more(text: str) -> bool:
    """Say whether a few words ask for the smaller question: "oh fine, ask me"."""
    return len(text.split()) <= FEW and bool(_ASK_ME.search(text))


def reason_in(text: str) -> str:
    """Give the reason in an answer that names the thing first: "the rain, because it smelled so good"."""
    head, because, rest = text.partition(" because ")
    return tidy(rest if because and len(head.split()) <= FEW else text)


def clause(text: str) -> bool:
    """Say whether words can stand as a sentence of their own."""
    return bool(_CLAUSE.match(text))


def short(text: str) -> str:
    """Give at most eight words to be said back, cut where a clause ends; unturned where I and you are both in it."""
    words = text.split()
    if len(words) > MIRRORED:
        ends = [found.start() for found in _BREAK.finditer(text) if 2 <= len(text[: found.start()].split()) <= MIRRORED]
        text = text[: ends[-1]] if ends else _DANGLING.sub("", " ".join(words[:MIRRORED]))
    of_both = "you" in text.lower() and _OF_YOU.search(text) and _OF_ME.search(text)
    return Verbatim(text) if of_both else text
