"""From what was said to a sentence: the moment turned to the one it is said to, the wish made a small request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plugins.istatement.practice import Draft
from plugins.istatement.wording import KIN, LONGEST, tidy

STYLES = ("softer", "plainer", "shorter")
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PARTS = "(?: (?:morning|afternoon|evening|night))?"
_DAY = (
    rf"(?:yesterday{_PARTS}|today|tonight|last night|this (?:morning|afternoon|evening|week|weekend)|"
    rf"last (?:week|weekend|month|{_WEEKDAYS}){_PARTS}|(?:on )?(?:{_WEEKDAYS}){_PARTS}|the other (?:day|night|evening)|"
    r"(?:at|on) the weekend|(?:two|three|four|a few|a couple of) (?:days|weeks|nights) ago|a (?:week|month) ago|"
    r"earlier(?: today)?|just now)"
)
_DAY_FIRST = re.compile(rf"^({_DAY})\b[, ]*(?:when )?", re.IGNORECASE)
_DAY_LAST = re.compile(rf"[, ]*\b({_DAY})$", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?:(?:it (?:was|happened)|the last time(?: was)?|last time(?: was)?|that was|when|because|it's that|how|the way|"
    r"again|and|,) )+",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(
    r"\b(?:,? ?as usual|of course|literally|totally|basically|bloody|constantly|always) ?", re.IGNORECASE
)
_VERB = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bmy )(?<!\byour )\b(?:was|were|is|are|am|had|has|have|did|didn't|wasn't|weren't|"
    r"couldn't|wouldn't|don't|doesn't|won't|never|went|came|left|got|made|took|told|said|forgot|gave|put|let|kept|ran|saw|heard|"
    r"sat|read|paid|spoke|threw|rolled|bought|spent|drank|ate|hung|broke|lost|woke|drove|stood|thought|brought|"
    r"[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"^(?:at|on|in|during|after|before|over|while|with|by)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b((?:at|during|over|after|before|in front of) (?:\w+ ){0,2}\w+)$", re.IGNORECASE)
_SUBJECT = "he|she|they"
_AGREES = {
    "was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't", "isn't": "aren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_NO_VERB = frozenset({"always", "sometimes", "perhaps", "besides", "afterwards", "nowadays", "this", "yes"})
_ASKED = re.compile(
    r"^(?:(?:I'd|I would) (?:really |rather )?(?:like|love|prefer|want)|I (?:just |really )?want(?:ed)?|I wish|I need|"
    r"I'd like it|what I want is|I want|for|like|that|could we have|we could have|to have)\s+",
    re.IGNORECASE,
)
_OTHER = "him|her|them|you"
_BARE = re.compile(
    r"^(?:please )?(?:put|call|text|tell|ask|listen|help|stop|come|be|let|wait|wash|clean|pick|turn|look|say|talk|give|"
    r"take|leave|share|make|do|keep|show|send|ring|knock|sit|eat|go|try|get|set|bring|tidy|pay|plan|spend|write|speak|"
    r"check|answer|switch|hold|have|message|warn|include|lower|remember|finish|cook|walk|hug|apologi[sz]e)\b",
    re.IGNORECASE,
)
MOMENT, REQUEST, NEED = 13, 11, 5


def staged(draft: Draft, words: str, known: Iterable[str]) -> Draft:
    """Put the moment into a draft: a clause said to the person, and its time and place alone."""
    core, day = _dated(_EMPHASIS.sub("", tidy(words)))
    core = _fitting(_capital(to_you(core, (*known, draft.person)), known), MOMENT)
    place = _PLACE.search(core)
    brief = " ".join(filter(None, (place[1] if place else "", day)))
    if not core:
        return replace(draft, moment=day, brief=day)
    joint = "when " if _clause(core) else "" if _PLACED.match(core) else "about "
    return replace(draft, moment=" ".join(filter(None, (f"{joint}{core}", day))), brief=brief)


def _dated(words: str) -> tuple[str, str]:
    """Part words from the day they name at their beginning or end."""
    core, day = _OPENS.sub("", words), ""
    if found := _DAY_FIRST.match(core) or _DAY_LAST.search(core):
        day = found[1]
        core = f"{core[: found.start()]}{core[found.end() :]}"
    core = _OPENS.sub("", core.strip(" ,"))
    day = re.sub(rf"\b({_WEEKDAYS})\b", lambda found: found[1].capitalize(), day.lower())
    return core, f"on {day}" if day[:1].isupper() else day


def _clause(core: str) -> bool:
    does = _VERB.search(core) or re.match(r"you (?!and\b|two\b|both\b)\w", core)
    return bool(does) and not _PLACED.match(core) and not re.match(r"[a-z]+ing\b", core)


def _capital(words: str, known: Iterable[str]) -> str:
    for name in known:
        words = re.sub(rf"\b{re.escape(name)}\b", name, words, flags=re.IGNORECASE)
    return words


def to_you(words: str, known: Iterable[str]) -> str:
    """Turn the one who is spoken about into the one who is spoken to: "he was on his phone" is "you were …"."""
    named = "|".join(re.escape(each) for each in known if each)
    subject = "|".join(filter(None, (_SUBJECT, named, rf"my (?:{KIN})", "mum|mom|dad")))
    words = re.sub(
        rf"\b(?:{subject})'s (?=(?:\w+ )?(?:phone|mum|mom|friends?|room|things|stuff))", "your ", words, flags=re.I
    )
    words = re.sub(
        rf"\b(?:{_SUBJECT})'(s|re|d|ll|ve)\b", lambda f: "you'" + {"s": "re"}.get(f[1], f[1]), words, flags=re.I
    )
    turned = re.sub(
        rf"(?:^|(?<=\band )|(?<=\bwhen )|(?<=\bbut )|(?<=\bbecause ))(?:{subject})\b(?: ([\w']+))?|"
        r"\b(?:he|she)\b(?: ([\w']+))?",
        lambda found: _agreeing(found[1] or found[2] or ""),
        words,
        flags=re.IGNORECASE,
    )
    if turned == words and not re.search(r"\byou\b", words, re.IGNORECASE):
        return words
    turned = re.sub(r"\b(?:his|their)\b|\bher(?= \w)(?! (?:and|to|that|about|again|at|on|in)\b)", "your", turned)
    return re.sub(r"\b(?:him|them|her)\b", "you", turned)


def _agreeing(verb: str) -> str:
    return " ".join(filter(None, ("you", _plain(verb))))


def _plain(verb: str) -> str:
    """Give a verb as it follows "you": "looks" is "look", "goes" is "go", "was" is "were"."""
    low = verb.lower()
    if low in _AGREES:
        return _AGREES[low]
    if not re.fullmatch(r"[a-z]{2,}[^s\W]s", low) or low in _NO_VERB:
        return verb
    if re.fullmatch(r"[a-z]{2,}ies", low):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", low) else verb[:-1]


def wished(words: str) -> str:
    """Give a request as it follows "I'd like": "him to call" is "you to call", "call first" is "you to call first"."""
    plain, before = tidy(words), ""
    while plain != before:
        before, plain = plain, _ASKED.sub("", plain)
    return _fitting(_turned(plain), REQUEST)


def _turned(plain: str) -> str:
    if found := re.match(rf"(?:{_OTHER})(?: to)? (.+)", plain, re.IGNORECASE):
        return f"you to {_yours(found[1])}" if not found[1].startswith("not ") else f"you {_yours(found[1])}"
    if found := re.match(r"(?:he|she|they|you) (?:could|should|would|can|might|'d) (.+)", plain, re.IGNORECASE):
        return f"you to {_yours(found[1])}"
    if found := re.match(r"(?:if )?(?:he|she|they|you)(?: could)? ([\w']+)(.*)", plain, re.IGNORECASE):
        return f"it if you {_plain(found[1])}{_yours(found[2])}"
    if found := re.match(r"(?:(?:us to|we(?: could| should| can)?|if we(?: could)?|let's) )(.+)", plain, re.IGNORECASE):
        return f"us to {_yours(found[1])}"
    if found := re.match(r"(?:don't|not to|not) (.+)", plain, re.IGNORECASE):
        return f"you not to {_yours(found[1])}"
    if _BARE.match(plain):
        return f"{'us' if ' together' in plain else 'you'} to {_yours(plain)}"
    return _yours(plain)


def _yours(words: str) -> str:
    words = re.sub(r"\b(?:his|their)\b|\bher(?= \w)(?! (?:and|to|that|about|first)\b)", "your", words)
    words = re.sub(r"\b(?:him|them|her)\b", "you", words)
    words = re.sub(r"\b(?:he|she)'s\b", "you're", words)
    return re.sub(r"\b(?:he|she)\b(?: ([\w']+))?", lambda found: _agreeing(found[1] or ""), words)


def composed(draft: Draft, style: str = "") -> str:
    """Compose the sentence: what was felt and when, and what would be liked; shorter, plainer or softer on request."""
    moment = draft.brief if style == "shorter" else draft.moment
    felt = _felt(draft.feeling, moment, softly=style == "softer")
    need = f", because I need {draft.need}" if draft.need and not style else ""
    wish = "I'd love" if style == "softer" else "I'd like"
    joint = ". " if style in ("plainer", "shorter") else ", and "
    rest = f"{joint}{wish} {draft.request}." if draft.request else ". I wanted you to know."
    whole = f"{felt}{need}{rest}"
    return whole if len(whole.split()) <= LONGEST or not need else f"{felt}{rest}"


def _felt(feeling: str, moment: str, *, softly: bool) -> str:
    if feeling:
        degree = "a bit " if softly and not re.match(r"(?:a|so|very|like|in|at|on|really)\b", feeling) else ""
        return " ".join(filter(None, (f"I felt {degree}{feeling}", moment)))
    if moment.startswith("about "):
        return f"Something bothered me {moment}"
    return " ".join(filter(None, ("It bothered me a bit" if softly else "It bothered me", moment)))


def _fitting(words: str, most: int) -> str:
    """Cut words that are too many where a clause ends."""
    if len(words.split()) <= most:
        return words
    ends = [found.start() for found in re.finditer(r",? (?:and|but|because|so|which|then|while|even though) ", words)]
    near = [end for end in ends if 2 <= len(words[:end].split()) <= most]
    return words[: near[-1]] if near else " ".join(words.split()[:most])
