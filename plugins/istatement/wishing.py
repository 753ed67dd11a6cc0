"""A wish made a small request that follows "I'd like": "he calls first" is "you to call first"."""

from __future__ import annotations

import re

from plugins.istatement.addressing import to_you
from plugins.istatement.verbs import ADVERBS, VERBS, doing, infinitive, timeless
from plugins.istatement.wording import KIN, tidy

_ASKED = re.compile(
    r"^(?:(?:I'd|I would) (?:really |rather )?(?:like|love|prefer|want)(?: it)?|I (?:just |really )?want(?:ed)?|I wish|"
    r"I need|what I want is|for|like|that|could we have|we could have|to have|if|"
    r"(?:it(?:'d| would) (?:be (?:nice|good|great|lovely|better|enough)|help)))\s+",
    re.IGNORECASE,
)
_MIGHT = "could|should|would|can|might|will"


def wished(words: str, person: str = "") -> str:
    """Give a request as it follows "I'd like": "him to call" is "you to call", "call first" is "you to call first".

    ``person`` is who it is asked of, "" where that is not known.
    """
    plain, before = tidy(words), ""
    while plain != before:
        before, plain = plain, _ASKED.sub("", plain)
    plain = _time_last(plain)
    if _of_another(plain, person):
        return f"it if {plain}"
    plain = re.sub(rf"^(?:{_MIGHT}) (he|she|they|you)\b", r"\1 could", plain, flags=re.IGNORECASE)
    plain = re.sub(rf"^the {re.escape(person.removeprefix('my ') or '@')}\b", person, plain, flags=re.IGNORECASE)
    turned = to_you(plain, (), person)
    return _of_you(turned, plain) or _of_both(turned) or _plainly(turned)


def _time_last(plain: str) -> str:
    """Put a time that leads behind what is wished: "next time ask first" is "ask first next time"."""
    found = re.match(r"((?:next|this|on|every) \w+),? (?P<rest>(?P<first>\w+)\b.*)", plain, re.IGNORECASE)
    if not found or found["first"].lower() not in {"we", "he", "she", "they", "you", "don't", *VERBS}:
        return plain
    return f"{found['rest']} {found[1]}"


def _of_another(plain: str, person: str) -> bool:
    """Say whether somebody or something else is to do it: "my mum stays out of it", "the dog sleeps in his basket"."""
    if person and re.match(rf"(?!{re.escape(person)}\b)my (?:{KIN})\b", plain, re.IGNORECASE):
        return True
    does = re.match(r"(?:the|our|my) (?!partner\b)\w+ ([a-z]+s)(?: (?:in|on|at|off|to|out|by|with|outside)\b|$)", plain)
    return does is not None and infinitive(does[1]).removeprefix("to ") in VERBS


def _of_you(turned: str, plain: str) -> str:
    """Give a wish that names who is to do it; "" for any other."""
    if found := re.match(rf"you(?:'d| (?:{_MIGHT})) (.+)", turned, re.IGNORECASE):
        return f"you to {found[1]}"
    if found := re.match(r"you're (not )?(.+)", turned, re.IGNORECASE):
        return f"you {found[1] or ''}to be {found[2]}"
    if re.match(r"you (?:not )?to\b|you not\b", turned, re.IGNORECASE):
        return turned
    found = re.match(rf"you((?: {ADVERBS})*) ([\w']+)(.*)", turned, re.IGNORECASE)
    if not found:
        return ""
    adverb, verb, rest = found.groups()
    said = plain.split()[len(plain.split()) - len(turned.split()) + 1 + len(adverb.split())]
    to = infinitive(said) or (f"to {doing(verb)}" if doing(verb) else "") or timeless(verb)
    return f"you {_with(adverb, to)}{_and_me(rest)}" if to else f"it if you{adverb} {verb}{rest}"


def _with(adverb: str, to: str) -> str:
    return to.replace("to ", f"to{adverb} ", 1) if adverb else to


def _and_me(rest: str) -> str:
    return re.sub(r"\band I(?:'ll| will| would|'d)? (?=\w)", "and me to ", rest)


def _of_both(turned: str) -> str:
    """Give a wish for two people; "" for any other."""
    found = re.match(
        rf"(?:us|we|let's)(?: to| {_MIGHT.replace('|', '| ')})? ((?:don't|not)(?: to)? )?(.+)", turned, re.IGNORECASE
    )
    return f"us {'not ' if found[1] else ''}to {found[2]}" if found else ""


def _plainly(turned: str) -> str:
    """Give a wish that names nobody: what is to be done is for "you", or for "us" where it is done together."""
    if found := re.match(r"I (?:can|could|may) (.+)", turned):
        return "to be able to " + re.sub(r"\band you're\b", "and for you to be", found[1])
    if found := re.match(r"it(?:'s| is) (.+)", turned, re.IGNORECASE):
        return f"it to be {found[1]}"
    found = re.match(r"(don't |not to |not )((\w+).*)", turned, re.IGNORECASE)
    if found and (found[1].lower() != "not " or found[3].lower() in VERBS):
        return f"you not to {found[2]}"
    first = re.match(r"(?:please |just |simply |only )?([a-z]+)\b", turned, re.IGNORECASE)
    if first and first[1].lower() in VERBS:
        return f"{'us' if ' together' in turned else 'you'} to {turned.removeprefix('please ')}"
    return turned
