"""English verbs as they change with who does them: "goes" is "go" after "you", and "he washes and dries" has two."""

from __future__ import annotations

import re
from types import MappingProxyType

_LISTED = """
act add admit agree allow answer apologise apologize argue arrive ask avoid bang be blame book borrow break bring
brush buy call cancel care carry change check choose clean clear close come compare complain cook criticise criticize
cry cuddle cut decide do drink drive drop dry eat email empty end exclude expect explain fall feed feel fight fill
find finish fix flirt fold forget get give go grab greet grumble hang hear help hide hit hold hoover hug hurt ignore
include interrupt invite joke keep kiss knock laugh leave lend let lie listen live lock look lose lower make mean meet
mention message miss moan mock mop move mow nag need open order park pass pay phone pick plan play point pretend
promise pull push put raise react read reassure refuse remember remind repeat replace reply respond ring roll run save
say scream scroll see sell send set share shout show shut sigh sing sit skip slam sleep smile smoke snap snore speak
spend split spread stand stare start stay stop store sulk swear sweep switch take talk tease tell text thank think
throw tidy touch treat trust try turn understand use visit wait wake walk want warn wash waste watch wear whisper wipe
wish work worry write yell
"""
VERBS = frozenset(_LISTED.split())
"""Verbs that complaints and wishes are made of, as they stand in a wish."""

ADVERBS = (
    r"(?:always|never|just|still|only|really|sometimes|often|also|even|then|usually|already|first|ever|again|\w+ly)"
)
_AUXILIARY = MappingProxyType(
    {
        "was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't", "isn't": "aren't",
        "hasn't": "haven't", "doesn't": "don't",
    }
)  # fmt: skip
_NO_VERB = frozenset({"always", "sometimes", "perhaps", "besides", "afterwards", "nowadays", "this", "yes", "us"})
_INFINITIVE = MappingProxyType(
    {"is": "to be", "isn't": "not to be", "has": "to have", "doesn't": "not to", "does": "to do", "goes": "to go"}
)


def after_you(verb: str) -> str:
    """Give a verb as it follows "you": "looks" is "look", "goes" is "go", "was" is "were"; others as they are."""
    low = verb.lower()
    return _AUXILIARY.get(low) or (_base(low) if _third_person(low) else verb)


def also_after_you(verb: str, *, sure: bool = True) -> str:
    """Give a second verb as it follows "you"; only what is surely a verb changes: "and waits", not "and friends".

    Where it is not ``sure`` that "you" do it, since "I" came between, "was" stays: "when I cried and was alone".
    """
    low = verb.lower()
    known = low in _AUXILIARY or (_third_person(low) and _base(low) in VERBS)
    return after_you(verb) if known and (sure or not low.startswith("was")) else verb


def infinitive(verb: str) -> str:
    """Give a verb of the present as it follows "I'd like you": "calls" is "to call"; "" for any other word."""
    low = verb.lower()
    if low in _INFINITIVE:
        return _INFINITIVE[low]
    return f"to {_base(low)}" if _third_person(low) else ""


def timeless(verb: str) -> str:
    """Give a verb of the present that has no ending as it follows "I'd like you": "turn" is "to turn", else ""."""
    low = verb.lower()
    if low in ("don't", "aren't"):
        return "not to" if low == "don't" else "not to be"
    return f"to {low}" if low in VERBS and low not in _LIKE_BEFORE else {"are": "to be", "do": "to do"}.get(low, "")


def doing(word: str) -> str:
    """Give the verb of which a word is the -ing form; "" where that is not known."""
    stem = word.lower().removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1]) if stem != word.lower() else ()
    return next((each for each in forms if each in VERBS), "")


def present(words: str) -> bool:
    """Say whether what "you" (or "I", or "we") do in a clause is said of now, and not of one time before."""
    found = re.match(rf"(?:you|I|we)(?:'(re|ve))?((?: {ADVERBS})*) ([\w']+)", words)
    if not found:
        return False
    tells = {"are", "am", "have", "do", "don't", "aren't", "haven't", "can't", "won't"}
    verb, usual = found[3], re.search(r"never|often|sometimes|usually", found[2])
    return bool(found[1]) or verb in tells or (verb in VERBS and (bool(usual) or verb not in _LIKE_BEFORE))


_LIKE_BEFORE = frozenset({"cut", "hit", "hurt", "let", "put", "read", "set", "shut", "split", "spread"})
"""Verbs that sound today as they did yesterday."""


def _third_person(low: str) -> bool:
    return bool(re.fullmatch(r"[a-z]{2,}[^s\W]s", low)) and low not in _NO_VERB


def _base(low: str) -> str:
    if re.fullmatch(r"[a-z]{2,}ies", low):
        return f"{low[:-3]}y"
    return low[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", low) else low.removesuffix("s")
