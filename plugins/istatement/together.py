"""For two: each says one sentence, and hears one. Only where it is calm; else taking a break comes first."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.istatement.asking import moment
from plugins.istatement.hearing import beginning, turn_of
from plugins.istatement.meaning import declining, heated, settled
from plugins.istatement.practice import Draft, Sentences, istatement
from skill import Choice, Option, Person, Reply, Turn, Words, YesNo, ask, nothing, say

_CALM = Choice(
    Option("yes", ("we're calm", "calm", "calm enough", "we're fine", "it's fine", "we're okay")),
    Option(
        "no", ("not calm", "heated", "we're not calm", "a bit heated", "we're arguing", "not really calm", "too heated")
    ),
)


@istatement.on("SayItTogetherIntent", for_two=True)
def together(_turn: Turn[Sentences]) -> Reply:
    """Make sure that both are here."""
    return nothing().both_here(then=here)


@istatement.step
def here(_turn: Turn[Sentences], both: bool) -> Reply:
    """Go on for two; with one person, make a sentence for later."""
    return calm_enough() if both else say("for-later").ask("moment", Words(), then=moment)


def calm_enough(**given: str) -> Reply:
    """Ask whether it is calm; heated people do better to listen in turns or to wait."""
    return ask("calm-first" if given else "calm", YesNo() | _CALM | Words(), then=calm).given(**given)


@istatement.step
def calm(turn: Turn[Sentences], answer: bool | str | None) -> Reply:
    """Begin with the one who speaks, or leave it for a calmer hour; what was said of the matter waits for its turn."""
    words = answer if isinstance(answer, str) and answer not in ("yes", "no") else ""
    if answer in (False, None, "no") or heated(words):
        return _wait(turn, broken_off=answer is None)
    waiting = {name: str(turn.given[name]) for name in ("first", "said") if name in turn.given}
    if words and not settled(words) and "said" not in waiting:
        named = _first(turn, words)
        return calm_enough(**waiting, **({"first": named} if named else {"said": words}))
    if not turn.for_two:
        return nothing().both_here(then=here)
    one, other = pair(turn)
    return told(turn, beginning(one, other), waiting["said"]) if "said" in waiting else turn_of(one, other)


def _wait(turn: Turn[Sentences], *, broken_off: bool) -> Reply:
    """Leave it for a calmer hour, with a break where there is such a thing."""
    heat = next((each for each in turn.offers("check-in for two", about="heat") if each.about == "heat"), None)
    return say("not-now").call(heat, then=after_break) if heat and not broken_off else say("calmer-first").done()


def _first(turn: Turn[Sentences], words: str) -> str:
    """Give the name of the one who is to begin, where that is what was said."""
    names = [each.name for each in turn.present if each.name]
    says = r"(?:start|begin) with {0}\b|\b{0} (?:first|starts|begins|goes|can (?:start|begin|go)|wants to)\b|^let {0}\b"
    return next((name for name in names if re.search(says.format(re.escape(name)), words, re.IGNORECASE)), "")


@istatement.step
def after_break(_turn: Turn[Sentences], _value: object) -> Reply:
    """Leave it there after a break was called."""
    return nothing().done(True)


def pair(turn: Turn[Sentences]) -> tuple[Person, Person]:
    """Give the two who are here: first the one who was named to begin, else the one who speaks."""
    first, second = turn.present[:2]
    named = turn.given.get("first")
    begins = second.name == named if named else bool(turn.speaker and turn.speaker.id == second.id)
    return (second, first) if begins else (first, second)


def told(turn: Turn[Sentences], draft: Draft, words: str) -> Reply:
    """Take the moment that one of the two has told already."""
    return moment(replace(turn, given={**turn.given, **vars(draft)}), words)


@istatement.step
def swap(turn: Turn[Sentences], wanted: bool | str | None) -> Reply:
    """Give the other one a turn of their own, or end; who begins to tell is in the middle of it."""
    if not wanted or (isinstance(wanted, str) and declining(wanted)):
        return say("both-said").done(True)
    who, other = turn.given["who"], turn.given["other"]
    if isinstance(wanted, str):
        return told(turn, beginning(who, other, second=True), wanted)
    return turn_of(who, other, second=True)
