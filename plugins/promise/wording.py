"""What English words tell about a promise: to whom, what, after what, and whether it is one that can be held to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from skill import Request

_KIN_SAME = {
    "mother": "mum", "mom": "mum", "mam": "mum", "mummy": "mum", "mommy": "mum", "father": "dad", "daddy": "dad",
    "grandma": "gran", "granny": "gran", "grandmother": "gran", "nan": "gran", "nana": "gran", "grandpa": "grandad",
    "grandfather": "grandad", "wife": "partner", "husband": "partner", "boyfriend": "partner", "girlfriend": "partner",
}  # fmt: skip
_KIN = "|".join(
    (*_KIN_SAME, "mum", "dad", "gran", "grandad", "partner", "sister", "brother", "son", "daughter", "aunt", "uncle")
)
_OTHERS = "friend|boss|neighbour|neighbor|roommate|flatmate|colleague|kids|team|teacher"
_CALLED = "mum|mom|mam|mummy|mommy|dad|daddy|gran|granny|grandma|nan|nana|grandad|grandpa"
_SOMEBODY = rf"(?:(?:to )?(?:my (?:{_KIN}|{_OTHERS})|{_KIN}|myself))"
_GIVEN_TO = r"(?:the|our) \w+(?= (?:a|an|another|some|more) \w)"
"""Who is promised a thing rather than a deed: "the kids a picnic"."""
_LEAD = re.compile(
    r"^(?:(?:um+|well|oh|so|okay|that|and|i (?:have |'ve )?promised|i (?:gave|give) my word|i said|i told|we said|"
    r"i want to promise|i'd like to promise|i promise|my promise is|it's|it was) )+",
    re.IGNORECASE,
)
_DOING = (
    r"(?:i'd|i would|i'll|i will|i'm going to|i am going to|i'm gonna|i could|i can|i might|we'd|we would|we'll"
    r"|we will)(?: always)?"
)
_CUE = re.compile(
    r"[, ]*\b((?:right |straight )?(?:after|before|when|while|once|as soon as|during|at the end of) (?!tomorrow)"
    r"(?!(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|midnight|mon|tues|wed|thurs|fri|sat|sun))"
    r"(?:\w+'?\w* ?){1,5})$",
    re.IGNORECASE,
)
_TOO_BIG = re.compile(
    r"\b(?:be(?:come|ing)?|is) (?:a |an |the )?(?:better|nicer|kinder|good|great|perfect|best|different|more|less|"
    r"there|patient|faithful|honest)\b|\b(?:try harder|do better|change (?:myself|my ways|completely)|never|always|"
    r"for ever|forever|"
    r"make (?:her|him|them|everyone|my \w+) happy|fix (?:us|everything|our)|stop being|love (?:her|him|them)|"
    r"listen more|change$)",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:(?:make|let) (?:him|her|them|you|my \w+|\w+) (?:pay|suffer|sorry|regret|bleed)|"
    r"get (?:back at|even with|my revenge)|revenge|ruin (?:him|her|them|his|her|their)|destroy (?:him|her|them)|"
    r"teach (?:him|her|them|\w+) a lesson|"
    r"(?:hurt|kill|hit|beat|punish) (?:him|her|them|myself|my \w+))\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"^(?:he|she|they|you)(?:'ll| will| must| has to| have to| should| needs? to| promised| would| stops?|'d) |"
    r"^(?:him|her|them) to |^(?:make|get) (?:him|her|them|my \w+) (?!a\b|some\b|the\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:why|what|what's|how|who|where|which|is (?:this|it|that)|(?:are|do|did|can|could|will|would) you|"
    r"when (?:do|will|is)|"
    r"this is|this isn't|that's|that is|that isn't|you(?:'re)?|it's|it is|i (?:hate|don't|can't|won't|had|was|am|feel)|"
    r"i'm (?!going)|stop|come on|leave me|shut|whatever|seriously|for (?:god|heaven|goodness))\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\bfor (?:(?:a|an|about|around|half|\w+) ){1,4}?(?:second|minute|min|hour|day|week|month)s?\b", re.IGNORECASE
)
NAMED = 12


@dataclass(frozen=True)
class Told:
    """What was told of a promise: to whom ("" = nobody named), what, and what it comes right after."""

    to: str
    what: str
    cue: str = ""


def told(words: str, known: Iterable[str]) -> Told:
    """Read a promise: "Ana I'd fix the tap" is fixing the tap, to Ana."""
    plain, to = _LEAD.sub("", _tidy(words)), ""
    named = "|".join((*map(re.escape, known), _SOMEBODY, _GIVEN_TO))
    mentioned = "|".join((*map(re.escape, known), rf"my (?:{_KIN}|{_OTHERS})", _CALLED))
    for opening in (rf"(?:to )?(?P<to>[\w' ]+?),?(?: that)? {_DOING} ", rf"(?P<to>{named}),?(?: that)? (?:to )?"):
        if match := re.match(opening, plain, re.IGNORECASE):
            to, plain = match["to"], plain[match.end() :]
            break
    plain = re.sub(rf"^(?:that )?(?:{_DOING}|to) ", "", plain, flags=re.IGNORECASE)
    if match := re.search(rf",? (?:and )?to ({named}|[A-Z]\w+)$", plain):
        to, plain = to or match[1], plain[: match.start()]
    if not to and (match := re.search(rf"\b({mentioned})\b", plain, re.IGNORECASE)):
        to = match[1]
    plain, cue = cued(plain)
    return Told(person(to), " ".join(plain.split()[:NAMED]), cue)


def thing(request: Request | None, words: str) -> str:
    """Give words without the time in them; how long it lasts is part of the thing."""
    what = request.what if request and request.what else words
    lasting = _LASTING.search(words)
    return f"{what} {lasting[0]}" if lasting and lasting[0] not in what else what


def to_whom(words: str, name: str) -> str:
    """Name the one who is spoken to: "hug you more", said to Ann, is to hug Ann more; without a name it stays."""
    if not name:
        return words
    return re.sub(
        r"\byou\b(?!')", name, re.sub(r"\byour\b", f"{name}'s", words, flags=re.IGNORECASE), flags=re.IGNORECASE
    )


def only_somebody(words: str, known: Iterable[str]) -> str:
    """Give who is named where nothing else is: "to Leo", "my mum", "it's Ana"; "" where more was said."""
    named = "|".join((*map(re.escape, known), _SOMEBODY))
    led, followed = r"(?:(?:it's|it is|i'm|i am|this is|that's|and|to|for) )*", r"(?: here| speaking| too| please)?"
    match = re.fullmatch(rf"{led}(?P<who>{named}){followed}", _LEAD.sub("", _tidy(words)), re.IGNORECASE)
    return person(match["who"]) if match else ""


def cued(words: str) -> tuple[str, str]:
    """Part words from what it comes right after: "text when I land" is to text, when I land."""
    match = _CUE.search(words)
    if match is None or not words[: match.start()].strip(" ,"):
        return words, ""
    return words[: match.start()].strip(" ,"), _tidy(match[1])


def cue_in(words: str) -> str:
    """Give what a promise comes right after, where an answer about time names it: "Fridays after dinner"."""
    match = _CUE.search(words)
    return _tidy(match[1]) if match else ""


def as_cue(words: str) -> str:
    """Give an answer as a cue: "breakfast" is "after breakfast"."""
    plain = re.sub(r"^(?:right |maybe |it could (?:come |be )?|i guess )+", "", _tidy(words), flags=re.IGNORECASE)
    plain = re.sub(r" (?:I think|I guess|I suppose|maybe|perhaps|or so|or something)$", "", plain, flags=re.IGNORECASE)
    if within := re.search(r"\b(?:after|before|when|while|once|as soon as|during) \w.*", plain, re.IGNORECASE):
        return within[0]
    led = re.match(r"(?:with|on|at|in)\b", plain, re.IGNORECASE)
    return plain if led else f"after {plain}"


def person(words: str) -> str:
    """Give a person as they are called: kin as it was said, anyone else with a capital."""
    plain = _tidy(words).removeprefix("to ")
    if plain.lower().startswith(("my ", "our ", "the ")):
        return plain.lower()
    return plain[:1].upper() + plain[1:]


def same(one: str, other: str) -> bool:
    """Say whether two names mean one person: "Mum" and "my mother" do."""
    return _bare(one) == _bare(other) and bool(_bare(one))


def _bare(name: str) -> str:
    plain = _tidy(name).casefold().removeprefix("to ").removeprefix("my ")
    return _KIN_SAME.get(plain, plain)


def too_big(words: str) -> bool:
    """Say whether a promise is one about being, or for ever, and not yet a thing that can be done this week."""
    return bool(_TOO_BIG.search(_tidy(words)))


def threat(words: str) -> bool:
    """Say whether a promise is one to harm somebody."""
    return bool(_THREAT.search(_tidy(words)))


def theirs(words: str, known: Iterable[str]) -> bool:
    """Say whether it is somebody else who would have to do it."""
    plain = re.sub(r"^(?:that|i want|i need|i'd like) ", "", _tidy(words), flags=re.IGNORECASE)
    named = "|".join((*map(re.escape, known), rf"my (?:{_KIN}|{_OTHERS})"))
    must = re.match(
        rf"(?:{named}) (?:will|must|has to|should|needs to|promised|stops?|to stop)\b", plain, re.IGNORECASE
    )
    return bool(_THEIRS.match(plain) or must)


def nothing_named(words: str) -> bool:
    """Say whether an answer means that there is nothing, or that it is not known."""
    plain = (
        r"(?:nothing|none|no|nope|i don't know|dunno|no idea|not sure|i'm not sure|nobody|no one|anything)(?: really)?"
    )
    return bool(re.fullmatch(plain, _tidy(words), re.IGNORECASE))


def instead(words: str) -> str:
    """Give what was said instead, without what leads to it: "no wait, I mean the pram"; "" where nothing follows."""
    led = r"^(?:(?:no|wait|sorry|actually|i mean|i meant|make it|make that|it's|it is|that's|rather|on|for|to)(?: |$))+"
    return re.sub(led, "", _tidy(words).replace(",", ""), flags=re.IGNORECASE)


def corrects(words: str) -> bool:
    """Say whether words put right what was said before: "I mean the pram"."""
    return bool(re.match(r"(?:no |sorry |wait )*i meant? ", _tidy(words), re.IGNORECASE))


def swapped(what: str, new: str) -> str:
    """Put a thing in the place of another: "the pram" for the bike in "fix the bike"; anything else takes it whole."""
    article = r"\b(?:the|a|an|my|our|his|her|their) "
    if not re.match(article, new, re.IGNORECASE):
        return new
    match = re.search(rf"{article}(?!.*{article}).+$", what, re.IGNORECASE)
    return f"{what[: match.start()]}{new}" if match else new


def beside_the_point(words: str) -> bool:
    """Say whether an answer is none: a question back, a complaint, or how somebody is."""
    return bool(_BESIDE.match(re.sub(r"^(?:oh|well|so|but|and|no|okay) ", "", _tidy(words), flags=re.IGNORECASE)))


def telling(words: str) -> set[str]:
    """List the words by which a promise is found again."""
    small = {"the", "and", "for", "with", "about", "that", "promise", "her", "him", "one", "did", "have"}
    return {each.removesuffix("s") for each in _tidy(words).lower().split() if len(each) > 2 and each not in small}


def _tidy(words: str) -> str:
    plain = " ".join(words.replace("’", "'").split()).strip(" .,!?")
    return re.sub(r"\bi(?='|\b)", "I", plain)
