"""From what was said to a sentence: the moment turned to the one it is said to, the wish made a small request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plugins.istatement.addressing import to_you
from plugins.istatement.practice import Draft
from plugins.istatement.verbs import ADVERBS, VERBS, present
from plugins.istatement.wording import LONGEST, tidy

STYLES = ("softer", "plainer", "shorter")
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PARTS = "(?: (?:morning|afternoon|evening|night))?"
_DAY = (
    rf"(?:yesterday{_PARTS}|today|tonight|last night|this (?:morning|afternoon|evening|week|weekend)|"
    rf"last (?:week|weekend|month|year|{_WEEKDAYS}){_PARTS}|(?:on )?(?:{_WEEKDAYS}){_PARTS}|"
    r"the other (?:day|night|evening)|(?:at|on) the weekend|"
    r"(?:two|three|four|a few|a couple of) (?:days|weeks|nights) ago|a (?:week|month) ago|"
    r"earlier(?: today)?|just now)"
)
_DAY_FIRST = re.compile(rf"^({_DAY})\b()[, ]*(?:when )?", re.IGNORECASE)
_DAY_LAST = re.compile(
    rf"(?<!\bsince)(?<!\buntil)(?<!\btill)(?<!\bby)(?<!\bevery)[, ]+({_DAY})$|^({_DAY})$", re.IGNORECASE
)
_OPENS = re.compile(
    r"^(?:(?:it (?:was|happened)|the last time(?: was)?|last time(?: was)?|that was|when|because|it's that|how|the way|"
    r"again|and|,) )+",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(
    r"\b(?:,? ?as usual|of course|literally|totally|basically|bloody|constantly|always|"
    r",? ?I guess|,? ?I suppose|,? ?I mean|,? ?you know) ?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bmy )(?<!\byour )\b(?:was|were|is|are|am|had|has|have|did|didn't|wasn't|weren't|"
    r"couldn't|wouldn't|don't|doesn't|won't|never|went|came|left|got|made|took|told|said|forgot|gave|put|let|kept|ran|saw|heard|"
    r"sat|read|paid|spoke|threw|rolled|bought|spent|drank|ate|hung|broke|lost|woke|drove|stood|thought|brought|"
    r"[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"^({_DAY} )?it was (\w+ (?:in the (?:morning|afternoon|evening)|at night|o'clock)) and ", re.IGNORECASE
)
_DOES = re.compile(rf"\byou(?:'\w+)?(?: {ADVERBS})* (?:{'|'.join(sorted(VERBS))})\b")
_PLACED = re.compile(
    r"^(?:(?:about |just )?\w+ (?:minutes|hours|days) (?:before|after)|at|on|in|during|after|before|over|while|with|by)"
    r"\b",
    re.IGNORECASE,
)
_NOBODY = r"(?!(?:without|to|for|there|I|it|he|she|they|we|you|me|us|him|them|that|when|again)\b)"
_PLACE = re.compile(
    rf"\b((?:at|during|over|after|before|in front of) {_NOBODY}(?:(?!and\b)\w+ ){{0,2}}{_NOBODY}\w+)$", re.IGNORECASE
)
_PLACE_FIRST = re.compile(
    rf"^((?:at|on|in|during|after|over|before) {_NOBODY}(?:[\w']+ ){{1,4}}?)(?=(?:you|I|we)\b(?! and\b))", re.IGNORECASE
)
_LOOSE = re.compile(
    r"(?:,? (?:a|an|the|than|of|to|and|or|but|my|your|our|in|on|at|for|with|more|it|is|are|was|I|we|when|if|that))+$",
    re.IGNORECASE,
)
"""Words that a sentence can't end with."""
_CLAUSE_ENDS = re.compile(r",? (?:and|but|because|so|which|then|while|even though) ")
_TWO_CLAUSES = re.compile(
    r"^when ((?:I|we|my \w+|our \w+|the \w+) "
    r"(?!think|thought|know|knew|sa|hear|see|ask|found|told|wish)(?:[\w']+ ){1,5}?)"
    r"(?<!that )(?<!and )(?<!because )(?<!what )(?<!how )(?<!when )(?<!while )(?=(?:he|she|they)\b)",
    re.IGNORECASE,
)
"""When we argued he left": what follows "I felt hurt" needs an "and" between the two."""
MOMENT, REQUEST, BRIEF = 13, 11, 8


def staged(draft: Draft, words: str, known: Iterable[str]) -> Draft:
    """Put the moment into a draft: a clause said to the person, and its time and place alone."""
    core, day = _dated(_TWO_CLAUSES.sub(r"when \1and ", _EMPHASIS.sub("", tidy(words))))
    core = _fitting(_capital(to_you(core, known, draft.person), known), MOMENT)
    place = _PLACE.search(core)
    brief = " ".join(filter(None, (place[1] if place else "", day)))
    if not core:
        return replace(draft, moment=" ".join(filter(None, (draft.moment, day))), brief=day)
    core = _PLACE_FIRST.sub(r"\1when ", core)
    joint = "when " if _clause(core) else "" if _PLACED.match(core) else "about "
    return replace(draft, moment=" ".join(filter(None, (f"{joint}{core}", day))), brief=brief)


def _dated(words: str) -> tuple[str, str]:
    """Part words from the day they name at their beginning or end."""
    core, day = _OPENS.sub("", _AT.sub(lambda found: f"{found[1] or ''}at {found[2]} ", words)), ""
    if found := _DAY_FIRST.match(core) or _DAY_LAST.search(core):
        day = found[1] or found[2]
        core = f"{core[: found.start()]}{core[found.end() :]}"
    core = _OPENS.sub("", core.strip(" ,"))
    core, day = _weekdays(core), _weekdays(day.lower())
    return core, f"on {day}" if day[:1].isupper() else day


def _weekdays(words: str) -> str:
    return re.sub(rf"\b({_WEEKDAYS})(?=s?\b)", lambda found: found[1].capitalize(), words, flags=re.IGNORECASE)


def _clause(core: str) -> bool:
    does = _VERB.search(core) or re.match(r"you(?:'\w+)? (?!and\b|two\b|both\b|not\b|\w+ing\b)\w|you'\w", core)
    return bool(does or _DOES.search(core)) and not _PLACED.match(core) and not re.match(r"[a-z]+ing\b", core)


def _capital(words: str, known: Iterable[str]) -> str:
    for name in known:
        words = re.sub(rf"\b{re.escape(name)}\b", name, words, flags=re.IGNORECASE)
    return words


def composed(draft: Draft, style: str = "") -> str:
    """Compose the sentence: what was felt and when, and what would be liked; shorter, plainer or softer on request."""
    moment = _briefly(draft) if style == "shorter" else draft.moment
    felt = _felt(draft, moment, softly=style == "softer")
    need = f", because I need {draft.need}" if draft.need and not style else ""
    wish = "I'd love" if style == "softer" else "I'd like"
    joint = ". " if style in ("plainer", "shorter") else ", and "
    room = max(LONGEST - len(felt.split()) - 3, REQUEST)
    rest = f"{joint}{wish} {_fitting(draft.request, room)}." if draft.request else ". I wanted you to know."
    whole = f"{felt}{need}{rest}"
    return whole if len(whole.split()) <= LONGEST or not need else f"{felt}{rest}"


def _briefly(draft: Draft) -> str:
    """Give the time and place alone; where there is neither, what happened, if that is short."""
    first = _CLAUSE_ENDS.split(draft.moment)[0].split(", ")[0]
    return draft.brief or (first if len(first.split()) <= BRIEF else "")


def _felt(draft: Draft, moment: str, *, softly: bool) -> str:
    """Say what was felt then, or is felt whenever it happens."""
    now, feeling = present(draft.moment.removeprefix("when ")), draft.feeling
    if feeling:
        degree = "a bit " if softly and not re.match(r"(?:a|so|very|like|in|at|on|really)\b", feeling) else ""
        return " ".join(filter(None, (f"I {'feel' if now else 'felt'} {degree}{feeling}", moment)))
    if moment.startswith("about "):
        return f"Something bothered me {moment}"
    return " ".join(filter(None, (f"It {'bothers' if now else 'bothered'} me{' a bit' * softly}", moment)))


def _fitting(words: str, most: int) -> str:
    """Cut words that are too many where a clause ends."""
    if len(words.split()) <= most:
        return words
    ends = [found.start() for found in _CLAUSE_ENDS.finditer(words)]
    near = [end for end in ends if 2 <= len(words[:end].split()) <= most]
    return words[: near[-1]] if near else _LOOSE.sub("", " ".join(words.split()[:most]))
