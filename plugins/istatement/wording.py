"""What English words tell about a complaint: whether it sweeps, judges or insults, and who it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 32
"""So many words at most can be read back in one turn with a question after them."""

_LEAD = re.compile(
    r"^(?:(?:um+|uh|er|mm+|hm+|well|oh|gosh|so|okay|right|like|and|maybe|honestly|actually|basically|i guess|i think|"
    r"i suppose|i mean|you know|where do i start|since you ask|if you ask me|look|listen|please|"
    r"i don't know(?=,? (?!what|how|why|if|who|exactly|really|to)\w+ \w+ \w+)),? )+",
    re.IGNORECASE,
)
_SWEEPING = re.compile(
    r"\b(?:always|never|constantly|every (?:single )?(?:time|day|night|evening|year|week|month|weekend)|"
    r"all the time|each time|whenever|"
    r"(?:you|he|she|they)(?:'re| are|'s| is) (?:so |such |really |a |an |just )*(?!on\b|at\b|in\b|late today)\w+)\b",
    re.IGNORECASE,
)
_INSULT = re.compile(
    r"\b(?:idiot\w*|stupid|dumb|moron\w*|cunt\w*|bitch\w*|bastard\w*|a(?:rse|ss)holes?|dick\w*|pricks?|wankers?|"
    r"twats?|sluts?|whores?|\w*fuck\w*|\w*shit\w*|losers?|scum|pigs?|jerks?|useless|worthless|retard\w*|ugly|tossers?|"
    r"crap\w*|crazy|psychos?|narcissists?|toxic|lazy|pathetic|disgusting|imbeciles?|liars?|cow|"
    r"hopeless (?:man|woman|person))\b",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(
    r"\b(?:you|you're|he|he's|she|she's|they|they're|him|his|them|selfish|mean|rude|unfair)\b", re.IGNORECASE
)
_UNDER = {
    "ignored": ("lonely", "hurt", "sad"),
    "unheard": ("lonely", "hurt", "frustrated"),
    "unseen": ("lonely", "sad", "hurt"),
    "invisible": ("lonely", "sad", "hurt"),
    "neglected": ("lonely", "sad", "hurt"),
    "abandoned": ("scared", "lonely", "hurt"),
    "excluded": ("lonely", "hurt", "sad"),
    "unloved": ("lonely", "sad", "hurt"),
    "misunderstood": ("lonely", "frustrated", "sad"),
    "unappreciated": ("hurt", "sad", "tired"),
    "used": ("hurt", "angry", "tired"),
    "betrayed": ("hurt", "angry", "sad"),
    "taken for granted": ("hurt", "tired", "angry"),
    "disrespected": ("hurt", "angry", "sad"),
    "dismissed": ("hurt", "angry", "sad"),
    "insulted": ("hurt", "angry", "sad"),
    "attacked": ("scared", "hurt", "angry"),
    "judged": ("ashamed", "hurt", "angry"),
    "criticised": ("ashamed", "hurt", "angry"),
    "criticized": ("ashamed", "hurt", "angry"),
    "blamed": ("hurt", "angry", "sad"),
    "controlled": ("angry", "worried", "sad"),
    "manipulated": ("angry", "hurt", "worried"),
    "mistreated": ("hurt", "angry", "sad"),
    "cheated": ("hurt", "angry", "sad"),
    "lied to": ("hurt", "angry", "sad"),
    "rejected": ("hurt", "sad", "lonely"),
    "let down": ("sad", "hurt", "angry"),
}
"""Words that judge the other person more than they name a feeling, each with three that may lie under it."""

_ANY = ("hurt", "angry", "sad")
_UNSURE = re.compile(
    r"(?:i )?(?:really )?(?:don't|do not) (?:know|remember|recall)(?: really| exactly)?|dunno|no idea|not sure|"
    r"i'm not sure|nothing|nothing really|none|no|nope|hard to say|i can't (?:say|remember|think of (?:anything|one))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:(?:some|a bit of|a bit|a little|more|much more|him|her|them|you|to|get|give me|be|being|show|showing|have|"
    r"feel|treated with|with|the|a|for|me|i|need|needed|my) )*"
    r"(?:respect|respected|care|caring|love|loved|loving|support|supported|supportive|attention|attentive|understanding|"
    r"understood|understand me|trust|trusted|appreciation|appreciated|heard|seen|nicer|kinder|better|change|try harder|"
    r"considerate|consideration|thoughtful|reliable|honest|honesty|help|freedom|space|closeness|affection|effort|fair|"
    r"fairness|love me|care about me|listen|listen to me|closer|romantic|present)"
    r"(?: more| to me| me| from (?:him|her))*",
    re.IGNORECASE,
)
KIN = (
    "mum|mom|mam|mother|dad|father|parents|gran|granny|grandma|nan|grandad|grandpa|sister|brother|son|daughter|aunt|"
    "uncle|cousin|partner|husband|wife|boyfriend|girlfriend|ex|fiancée?|roommate|flatmate|housemate|neighbour|neighbor|"
    "friend|best friend|boss|manager|colleague|teacher|kids"
)
_PERSON = re.compile(rf"^(?:when )?(my (?:{KIN})|mum|mom|dad|gran|granny|grandma|nan)\b(?!'s)", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|with) (my (?:{KIN})|[a-z]+)(?: about (.+))?$", re.IGNORECASE)


def tidy(text: str) -> str:
    """Give words without the fillers before them and the stop after them, "I" with its capital."""
    plain = _LEAD.sub("", " ".join(text.replace("’", "'").split())).strip(" .,!?")
    plain = re.sub(r"\b(he|she) let's\b", r"\1 lets", plain, flags=re.IGNORECASE)  # as it is often heard
    return re.sub(r"\bi(?='|\b)", "I", plain)


def sweeping(text: str) -> bool:
    """Say whether words speak of always and never, or of what somebody is, in place of one moment."""
    return bool(_SWEEPING.search(text.replace("’", "'")))


def insulting(text: str) -> bool:
    """Say whether words call somebody names; such words are not read back."""
    return bool(_INSULT.search(text.replace("’", "'")))


def unsure(text: str) -> bool:
    """Say whether an answer means that nothing came to mind."""
    return bool(_UNSURE.fullmatch(tidy(text)))


def vague(text: str) -> bool:
    """Say whether a wish is a need ("more respect") and not yet a thing that can be done."""
    return bool(_VAGUE.fullmatch(tidy(text)))


def beneath(text: str) -> tuple[str, ...]:
    """Give three feelings that may lie under a judgement of the other person; none where it is a feeling."""
    words = felt(text)
    if words.lower() in _UNDER:
        return _UNDER[words.lower()]
    return _ANY if _ABOUT_THEM.search(words) else ()


def low(text: str) -> str:
    """Give words in small letters, "I" with its capital."""
    return re.sub(r"\bi(?='|\b)", "I", text.lower())


def felt(text: str) -> str:
    """Give the feeling that words name, without what leads up to it."""
    plain = re.sub(
        r"^(?:I (?:just |really )?(?:feel|felt|was|am|got|get)|I'm|it made me|it makes me|made me|feeling|that)"
        r"(?: feel)?(?: (?:really|quite|so|very|pretty))? ",
        "",
        tidy(text),
    )
    plain = f"like {plain}" if re.match(r"like\b", text, re.IGNORECASE) else plain
    first = " ".join(plain.split()[:6])
    return first if first == plain else re.sub(r"(?: (?:at|a|an|the|to|in|of|and|so|for|with|I|I'm))+$", "", first)


def whom(text: str, known: Iterable[str]) -> str:
    """Name the person that words are about: someone known, or kin; "" for nobody."""
    plain = tidy(text)
    for name in known:
        if re.search(rf"\b{re.escape(name)}\b", plain, re.IGNORECASE):
            return name
    found = _PERSON.match(plain) or re.search(rf"\b(my (?:{KIN}))\b", plain, re.IGNORECASE)
    several = found and re.search(r"parents|kids", found[1]) and re.search(r"\b(?:he|she)\b", plain, re.IGNORECASE)
    return found[1].lower() if found and not several else ""


def to_whom(text: str, known: Iterable[str]) -> tuple[str, str]:
    """Part "to my mum about the money" into the person and the matter; either may be ""."""
    plain = tidy(text)
    if found := _TO.search(plain):
        name = next((each for each in known if each.casefold() == found[1].casefold()), found[1])
        return (name if name.startswith("my ") else name[:1].upper() + name[1:]), found[2] or ""
    matter = re.sub(r"^(?:about|up) ", "", plain)
    return whom(plain, known), matter


def sentence(text: str) -> str:
    """Give words as a sentence: a capital before, a full stop after."""
    plain = " ".join(text.replace("’", "'").split()).strip(" .,!?")
    plain = re.sub(r"\bi(?='|\b)", "I", plain)
    return f"{plain[:1].upper()}{plain[1:]}." if plain else ""
