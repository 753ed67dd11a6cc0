"""What people's own words mean here: a task that is somebody else's, one that is too big, how it went."""

from __future__ import annotations

import re

_THEIRS = re.compile(
    r"^(?:that )?(?:he|she|they) (?:has to|have to|must|needs? to|should|ought to|isn't allowed|aren't allowed|"
    r"may not|can't|cannot|won't be allowed)\b"
    r"|\b(?:make|making|force|forcing|get|getting|stop|stopping|forbid|ban|keep) (?:her|him|them) (?!a\b|the\b|some\b)"
    r"|\b(?:check|checking|read|reading|search|searching|go through|going through|track|tracking|"
    r"follow|following|spy on|watch) (?:on )?(?:her|his|their|him|them)\b"
    r"|^no (?:more )?(?:seeing|talking to|going out)\b"
    r"|^(?:that )?(?:he|she) (?:(?:always|only|never) )?(?!was\b)[a-z]+s\b(?! and (?:I|me)\b)",
    re.IGNORECASE,
)
_TOO_BIG = re.compile(
    r"\btoo (?:much|big|soon|hard|difficult|long|fast)\b|\bsmaller\b|\bsomething else\b|\bnot that\b"
    r"|^(?:i )?(?:don't|do not) (?:think|want to)\b|^(?:i )?can't\b|^no way\b|^what else\b"
    r"|^is there (?:any|some)thing else\b"
    r"|\b(?:he|she|they)(?: (?:won't|wouldn't|would never)|'(?:d|ll) never)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:yes|yeah|no|nope|nothing(?: really| comes to mind)?|not really|none|not sure|"
    r"i can't think of (?:anything|one)|no idea|maybe|(?:i )?(?:really )?(?:don't|do not) know(?: yet)?)",
    re.IGNORECASE,
)
_BADLY = re.compile(
    r"\b(?:badly|awful(?:ly)?|terribl[ey]|horribl[ey]|dreadful(?:ly)?|disaster|a mess|worse|shouted|shouting|yelled|"
    r"screamed|blew up|exploded|fought|fight|argued|argument|row|stormed out|walked out|hurts? so much|"
    r"lied again|broke it again|didn't listen|wouldn't listen|refused|tore it up|threw it away|laughed at|hung up)\b"
    r"|\bnot (?:so |very |too |that )?(?:well|good|great)\b|\bdidn't go well\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not (?:yet|tried|done)|haven't|have not|hasn't|didn't (?:do|try|get|manage|happen|dare|find|have|talk|ask)|"
    r"did not (?:do|try|get|manage|happen)|couldn't|forgot|no time|never got|put it off)\b",
    re.IGNORECASE,
)


_ASIDE = re.compile(
    r"(?:what(?:'s| is| are| time| day)|who(?:'s| is)|where(?:'s| is)|how (?:much|many|old|far|is|are))\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r",? (?:instead|and|but|because|so|when|while|after|before|until|if|which|where) ", re.IGNORECASE)
MIRRORED = 8
"""So many words at most are said back."""
_REMIND = re.compile(r"[ ,]*\b(?:and |but )?(?:please )?(?:remind me|set (?:me )?a reminder)\b.*$", re.IGNORECASE)


def theirs(words: str) -> bool:
    """Say whether words are about what the other one is to do, or about watching them."""
    return bool(_THEIRS.search(_plain(words)))


def too_big(words: str) -> bool:
    """Say whether words turn a task down rather than put it differently."""
    return bool(_TOO_BIG.search(_plain(words)))


def says_nothing(words: str) -> bool:
    """Say whether words are no answer to a question for words."""
    return bool(_NOTHING.fullmatch(_plain(words)))


def badly(words: str) -> bool:
    """Say whether words tell that it went badly."""
    return bool(_BADLY.search(_plain(words)))


def not_yet(words: str) -> bool:
    """Say whether words tell that it was not tried yet."""
    return bool(_NOT_YET.search(_plain(words)))


def reminder_in(words: str) -> tuple[str, bool]:
    """Part the wish to be reminded from the end of a sentence: the rest, and whether there was one."""
    rest = _REMIND.sub("", words)
    return (rest, True) if rest and rest != words else (words, False)


def aside(words: str) -> bool:
    """Say whether words ask about something else, as people ask a speaker: "what time is it"."""
    return bool(_ASIDE.match(_plain(words)))


def briefly(words: str) -> str:
    """Give so much of words as is said back, cut where a clause ends."""
    ends = [found.start() for found in _JOINS.finditer(words) if 2 <= len(words[: found.start()].split()) <= MIRRORED]
    return words[: ends[-1]] if ends and len(words.split()) > MIRRORED else words


def as_task(words: str) -> str:
    """Give a task as it is kept and read back: "I'd rather write to her" is "write to her"."""
    return re.sub(r"^(?:I(?:'d rather| could| can| would rather|'d like to| want to)|we could|let's) ", "", tidy(words))


def tidy(words: str) -> str:
    """Give words as they are kept: without what only begins or ends a sentence, "I" with its capital."""
    plain = " ".join(words.split()).strip(" .,!?")
    plain = re.sub(
        r"^(?:(?:um|uh|well|oh|so|okay|fine|all right|yes|yeah|maybe|perhaps|i think|i guess|i suppose),? )+(?=\w)",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    plain = re.sub(
        r"(?<=\w),? (?:i think|i guess|i suppose|maybe|probably|actually|please)$", "", plain, flags=re.IGNORECASE
    )
    return re.sub(r"\bi(?='|\b)", "I", plain)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().split())
