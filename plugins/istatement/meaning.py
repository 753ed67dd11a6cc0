"""What people mean with an answer of their own: a wish, another feeling, a time, a no, or something else altogether."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.istatement.wording import LONGEST, sweeping, tidy, unsure

_ASIDE = re.compile(
    r"(?:what(?:'s| is| are| time| day)|who(?:'s| is)|where(?:'s| is)|how (?:much|many|long|old|far|is|are)|do you)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:said|told|came|went|left|did|didn't|was on|wouldn't|yesterday|last (?:night|week))\b", re.IGNORECASE
)
_WISHING = re.compile(
    r"(?:I'd (?:like|love|prefer)|I want|I wish|(?:that |if )?(?:he|she|they) could|(?:him|her|them|us) to|"
    r"that (?:he|she|they)) \w+",
    re.IGNORECASE,
)
_MANNERS = {
    "softer": re.compile(r"\b(?:softer|gentler|kinder|nicer|less (?:harsh|mean))\b", re.IGNORECASE),
    "plainer": re.compile(r"\b(?:plainer|simpler|clearer|more direct)\b", re.IGNORECASE),
    "shorter": re.compile(r"\b(?:shorter|briefer|(?:too|bit|quite|pretty|very|so) long)\b", re.IGNORECASE),
}
_MEANT = re.compile(
    r"(?:no,? )?I (?:meant|mean) (?:that )?(?:I (?:felt|was|feel) )?((?:more )?\w+(?: and \w+)?)", re.IGNORECASE
)
_OCCASION = re.compile(
    r"(?:right )?(?:after|when|before|at|on|over|during|once|as soon|next|this|while|in|tomorrow|tonight|whenever|if|"
    r"the next|some ?time|soon|one of these|with|today)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not (?:yet|done)|haven't|have not|didn't (?:do|say|get|manage|dare|find|have|tell|bring)|did not|couldn't|"
    r"forgot|no time|never got|put it off|chickened out|bottled it|lost my nerve|wasn't the (?:right )?moment)\b",
    re.IGNORECASE,
)
_BADLY = re.compile(
    r"\b(?:badly|awful(?:ly)?|terribl[ey]|horribl[ey]|disaster|a mess|worse|shouted|yelled|screamed|blew up|exploded|"
    r"fought|a fight|argued|argument|a row|stormed out|walked out|laughed at me|didn't listen|wouldn't listen|"
    r"got angry|ignored me|dismissed|backfired)\b|\b(?:not|didn't go) (?:so |very |too |that )?(?:well|good|great)\b",
    re.IGNORECASE,
)
_HEATED = re.compile(
    r"\b(?:shout\w*|yell\w*|scream\w*|furious|fuming|angry|argu\w+|fight\w*|livid|raging|seething|heated|upset|crying|"
    r"storm\w*|mad at|had a row|(?:not|isn't|aren't|hardly|too) (?:really |very |that )?(?:calm|okay|ok|now|hot|soon)|"
    r"not really|won't (?:listen|talk)|can't (?:talk|do this))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:calm\w*|okay|ok|fine|all ?right|quiet|relaxed|ready|good|tired|peaceful|i think so|go ahead|we can)\b",
    re.IGNORECASE,
)
_DEFENDING = re.compile(
    r"^(?:(?:well|yeah|no|oh|okay|and),? )*(?:but\b|that(?:'s not|'s un| isn't| is not) ?(?:true|fair|what|how)|"
    r"it wasn't\b|I (?:did not|didn't|never|only|was only|was just|already|do|always)\b|what about\b|"
    r"you (?:always|never|do)\b)",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:not|no|nope|didn't|doesn't|hasn't|missed|missing|left out|forgot|half|only part|partly|almost|the part)\b",
    re.IGNORECASE,
)
_DECLINING = re.compile(
    r"(?:no|nope|nah|not (?:now|today|really|yet|for me)|(?:maybe |perhaps )?(?:later|another (?:time|day))|"
    r"(?:no )?I'm (?:good|fine|okay|all right)|nothing|that's (?:enough|all|it))"
    r"(?: (?:thanks|thank you|for now|today))*",
    re.IGNORECASE,
)


def aside(text: str) -> bool:
    """Say whether words ask about something else, as people ask a speaker: "what's the weather"."""
    return bool(_ASIDE.match(tidy(text)))


def telling(text: str) -> bool:
    """Say whether words tell what happened, where a feeling was asked for."""
    plain = tidy(text)
    return (
        len(plain.split()) > 4 and bool(_TELLING.search(plain)) and not re.match(r"(?:like|that|as if|I feel)\b", plain)
    )


def unfelt(text: str) -> bool:
    """Say whether words can't follow "I felt": "can't sleep"."""
    return bool(re.match(r"(?:I )?(?:can't|couldn't|don't|didn't|want|wanted|need|needed|have|had|wish)\b", tidy(text)))


def wishing(text: str) -> bool:
    """Say whether words tell what would be liked."""
    return bool(_WISHING.match(tidy(text)))


def manner(text: str) -> str:
    """Give how a draft is to be put, where few words say so ("could you make it shorter"); "" for any others."""
    few = len(text.split()) <= LONGEST // 4 and not re.match(r"(?:yes|yeah|keep)\b", text, re.IGNORECASE)
    return next((each for each, said in _MANNERS.items() if few and said.search(text)), "")


def meant(text: str) -> str:
    """Give the feeling that was meant instead: "no, I meant sad"; "" for any other words."""
    found = _MEANT.fullmatch(tidy(text))
    return found[1].lower() if found else ""


def occasion(text: str) -> bool:
    """Say whether words name a time or an occasion: "after his football"."""
    return bool(_OCCASION.match(tidy(text)))


def not_yet(text: str) -> bool:
    """Say whether words tell that it was not said yet."""
    return bool(_NOT_YET.search(tidy(text)))


def badly(text: str) -> bool:
    """Say whether words tell that it went badly."""
    return bool(_BADLY.search(tidy(text)))


def among(text: str, three: Sequence[str]) -> str:
    """Give the one of three that words point at, by its name or its place; "" for none of them."""
    low = text.lower()
    named = next((each for each in three if re.search(rf"\b{each}\b", low)), "")
    placed = (("first",), ("second", "middle"), ("third", "last"))
    return named or next(
        (each for each, said in zip(three, placed, strict=False) if any(word in low for word in said)), ""
    )


def heated(text: str) -> bool:
    """Say whether words tell of tempers that are up."""
    return bool(_HEATED.search(tidy(text)))


def settled(text: str) -> bool:
    """Say whether words tell that it is calm enough."""
    return bool(_SETTLED.search(tidy(text))) and not sweeping(text)


def defending(text: str) -> bool:
    """Say whether words answer back, where what was heard is asked for."""
    return bool(_DEFENDING.match(tidy(text)))


def missing(text: str) -> bool:
    """Say whether words tell that something did not arrive."""
    return bool(_MISSING.search(tidy(text)))


def declining(text: str) -> bool:
    """Say whether words are a no."""
    return unsure(text) or bool(_DECLINING.fullmatch(tidy(text)))
