"""Three questions make a draft: one moment, a feeling, and what would be liked instead; a need where it is named."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.istatement.addressing import to_you
from plugins.istatement.composing import staged
from plugins.istatement.meaning import among, aside, telling, unfelt
from plugins.istatement.practice import Draft, Sentences, carrying, draft_of, istatement, names
from plugins.istatement.revising import changed, offered
from plugins.istatement.wishing import wished
from plugins.istatement.wording import beneath, felt, insulting, low, sweeping, to_whom, unsure, vague, whom
from skill import Choice, Feeling, Felt, Reply, Turn, Words, ask, nothing, say

_WHOLE = re.compile(
    r"^i (?:feel|felt|was|am|get|got|'m) (?P<feeling>[a-z ]{3,30}?) (?P<moment>(?:when|at|about) .+)", re.I
)

MIRRORED = 8
"""So many words at most are said back; of longer ones only the time and place."""


@istatement.on("WordSomethingIntent", entry=True)
def begin(turn: Turn[Sentences]) -> Reply:
    """Begin with one moment; where two are here, make sure first that it is calm enough."""
    if turn.for_two:
        return nothing().both_here(then="istatement:here")
    person, matter = to_whom(turn.slots.get("matter", ""), names(turn))
    person = person or whom(turn.words, names(turn))
    return asked_moment(Draft(person=person), matter)


def asked_moment(draft: Draft, matter: str = "") -> Reply:
    """Ask for the one time it happened."""
    named = matter and not insulting(matter)
    if named and not re.search(r"\b(?:I|you|he|she|they|we|that)\b", matter):
        draft = replace(draft, moment=f"about {to_you(matter, (), draft.person)}")
    asked = ask("moment-about", Words(), then=moment, matter=matter) if named else ask("moment", Words(), then=moment)
    return carrying(asked, draft)


@istatement.on("RewordIntent")
def reword(turn: Turn[Sentences]) -> Reply:
    """Take what they would blurt out; "make this less mean" with a draft at hand means that draft."""
    if turn.slots.get("jab"):
        return blunt(turn, turn.words or turn.slots["jab"])
    if words := turn.slots.get("draft", ""):
        return blunt(turn, words)
    if turn.state.draft.text:
        return changed(turn, turn.state.draft, "softer")
    return ask("blunt", Words(), then=blunt)


@istatement.step
def blunt(turn: Turn[Sentences], words: str) -> Reply:
    """Keep the feeling in it, and look for one time it happened: no lecture."""
    draft = Draft(person=whom(words, names(turn)))
    if found := _WHOLE.match(words):
        draft = replace(staged(draft, found["moment"], names(turn)), asked=("moment",))
        return feeling(_with(turn, draft), found["feeling"])
    return carrying(ask("moment-last", Words(), then=moment), draft)


def _with(turn: Turn[Sentences], draft: Draft) -> Turn[Sentences]:
    return replace(turn, given={**turn.given, **vars(draft)})


@istatement.step
def moment(turn: Turn[Sentences], words: str | None) -> Reply:
    """Take one moment; what sweeps or calls names is asked for once more, and then taken as far as it goes."""
    draft, again = draft_of(turn), "moment" in draft_of(turn).asked
    draft = replace(draft, asked=(*draft.asked, "moment"))
    if back := _back_to(turn, words, say("aside").ask("moment", Words(), then=moment)):
        return back
    if not words or unsure(words) or aside(words):
        return onward(turn, draft)
    draft = replace(draft, person=draft.person or whom(words, names(turn)))
    if not again and insulting(words):
        return carrying(ask("moment-plain", Words(), then=moment), draft)
    if not again and sweeping(words):
        return carrying(ask("moment-last", Words(), then=moment), draft)
    if insulting(words):
        return onward(turn, draft)
    draft = staged(draft, words, names(turn))
    return onward(turn, draft, said=words if len(words.split()) <= MIRRORED else draft.brief)


def _back_to(turn: Turn[Sentences], words: str | None, asked: Reply) -> Reply | None:
    """Leave what is asked about something else, and put the question again; once."""
    strays = words and aside(words) and not turn.given.get("strayed")
    return carrying(asked, draft_of(turn)).given(strayed=True) if strays else None


def onward(turn: Turn[Sentences], draft: Draft, said: str = "") -> Reply:
    """Ask for the part that comes next, or read the sentence out."""
    if "feeling" not in draft.asked:
        asked = nothing().ask("feeling", Feeling() | Words(), then=feeling, moment=said)
        asked = asked if said else ask("feeling-then", Feeling() | Words(), then=feeling)
        return carrying(asked, draft)
    if "request" not in draft.asked:
        return carrying(ask("wish", Words(), then=wish), draft)
    return offered(turn, draft)


@istatement.step
def feeling(turn: Turn[Sentences], answer: Felt | str | None) -> Reply:
    """Take the feeling; a judgement of the other person is asked beneath once, and none at all is fine."""
    draft, words = draft_of(turn), answer.word if isinstance(answer, Felt) else answer or ""
    draft = replace(draft, asked=(*draft.asked, "feeling"))
    if back := _back_to(turn, words, say("aside").ask("feeling-then", Feeling() | Words(), then=feeling)):
        return back
    if not words or unsure(words) or aside(words):
        return onward(turn, replace(draft, feeling=""))
    if telling(words) and not draft.moment.startswith("when ") and not turn.given.get("strayed"):
        told = staged(draft_of(turn), words, names(turn))
        return carrying(ask("feeling-then", Feeling() | Words(), then=feeling), told).given(strayed=True)
    words, _, reason = words.partition(" because ")
    if reason.lower().startswith("i need "):
        draft = replace(draft, need=reason[7:].strip(" ."))
    if three := beneath(words):
        first, second, third = three
        kinds = Choice(*three) | Feeling() | Words()
        asked = ask("beneath", kinds, then=under, word=felt(words), first=first, second=second, third=third)
        return carrying(asked, draft).given(word=felt(words), three=three)
    other = insulting(words) or telling(words) or unfelt(words)
    return onward(turn, replace(draft, feeling="" if other else low(felt(words))))


@istatement.step
def under(turn: Turn[Sentences], answer: str | Felt | None) -> Reply:
    """Take what lies beneath; who stays with the word keeps it, and a verdict becomes "it bothered me"."""
    words = felt(answer.word if isinstance(answer, Felt) else answer or "").lower()
    words = among(words, turn.given.get("three", ())) or words
    verdict = not words or unsure(words) or insulting(words) or (bool(beneath(words)) and " " in words)
    if words in ("no", "none", "none of them", "neither"):
        words, verdict = str(turn.given["word"]).lower(), bool(" " in str(turn.given["word"]))
    return onward(turn, replace(draft_of(turn), feeling="" if verdict else words))


@istatement.step
def wish(turn: Turn[Sentences], words: str | None) -> Reply:
    """Take a small request; a need ("more respect") stays, and is asked for one thing that would show it."""
    draft = draft_of(turn)
    again, draft = "request" in draft.asked, replace(draft, asked=(*draft.asked, "request"))
    if back := _back_to(turn, words, say("aside").ask("wish", Words(), then=wish)):
        return back
    if not words or unsure(words) or insulting(words) or aside(words):
        return offered(turn, draft)
    if vague(words) and not again:
        return carrying(ask("wish-small", Words(), then=wish), replace(draft, need=needed(words)))
    return offered(turn, replace(draft, request=wished(words, draft.person)))


def needed(words: str) -> str:
    """Give a need without what leads up to it: "I need more respect" is "more respect"."""
    plain = re.sub(r"^(?:i (?:need|want)|i'd like|for|him to|her to|them to|to) +", "", words.strip(" ."), flags=re.I)
    plain = re.sub(r"^(?:be|show|give me|feel) +", "to \\g<0>", plain, flags=re.I)
    return " ".join(plain.split()[:5])
