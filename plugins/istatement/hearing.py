"""For two, once a sentence is made: one says it, the other says back what they heard, and then the other way round."""

from __future__ import annotations

from plugins.istatement.meaning import declining, defending, missing
from plugins.istatement.practice import KIND, Draft, Sentences, carrying, draft_of, istatement
from skill import Person, Reply, Turn, Verbatim, Words, YesNo, ask, nothing, say

SECOND = "second"
"""Among what was asked for: the other one had their turn before."""


def turn_of(who: Person, other: Person, *, second: bool = False) -> Reply:
    """Ask one of the two for one moment, said to the other."""
    draft = beginning(who, other, second=second)
    if who.name and other.name:
        return carrying(ask("moment-two", Words(), then="istatement:moment", to=who, name=who), draft)
    return carrying(ask("moment" if second else "moment-first", Words(), then="istatement:moment", to=who), draft)


def beginning(who: Person, other: Person, *, second: bool = False) -> Draft:
    """Give the empty draft of one of the two, meant for the other."""
    return Draft(person=other.name, two=(who.id, other.id), asked=(SECOND,) if second else ())


def speak_up(turn: Turn[Sentences], draft: Draft) -> Reply:
    """Leave time to say it, and ask the other what they heard; kept for both, since both heard it."""
    who, other = _two(turn, draft)
    if who is None or other is None:
        return carrying(nothing(), draft).both_here(then=together_again)
    named = bool(who.name and other.name)
    reply = say("say-it-now", name=who, other=other) if named else say("say-it-now-unnamed")
    reply = reply.record(KIND, draft.text, about=other.name, owner=who, visibility="shared", shared_with=other)
    return _say_back(reply, draft, other)


@istatement.step
def together_again(turn: Turn[Sentences], _both: bool) -> Reply:
    """Go on where the two are here again; else keep it for later."""
    draft = draft_of(turn)
    if None not in _two(turn, draft):
        return speak_up(turn, draft)
    return say("kept").record(KIND, draft.text, about=draft.person).done(True)


def _say_back(reply: Reply, draft: Draft, other: Person) -> Reply:
    asked = reply.ask("hear-back", Words(), then=said_back, to=other, name=other)
    unnamed = reply.ask("hear-back-unnamed", Words(), then=said_back, to=other)
    return carrying(asked if other.name else unnamed, draft)


@istatement.step
def said_back(turn: Turn[Sentences], words: str | None) -> Reply:
    """Hear what was heard, and ask whose sentence it is; an answer instead of it waits. Nothing of it is kept."""
    draft = draft_of(turn)
    who, other = _two(turn, draft)
    if words and defending(words) and not turn.given.get("waited"):
        asked = ask("hear-first", Words(), then=said_back, to=other)
        return carrying(asked, draft).given(waited=True, repeated=bool(turn.given.get("repeated")))
    if not words or declining(words):
        return _onward(turn, draft, landed=False, again=bool(words))
    asked = ask("heard", YesNo() | Words(), then=heard, to=who)
    return carrying(asked, draft).given(repeated=bool(turn.given.get("repeated")))


@istatement.step
def heard(turn: Turn[Sentences], answer: bool | str | None) -> Reply:
    """Take whether it arrived; who would rather not say has been heard."""
    landed = answer is not False and not (isinstance(answer, str) and missing(answer))
    return _onward(turn, draft_of(turn), landed=landed, again=True)


def _onward(turn: Turn[Sentences], draft: Draft, *, landed: bool, again: bool) -> Reply:
    """Read the sentence once more where it did not arrive; else offer the other one a turn."""
    who, other = _two(turn, draft)
    if who is None or other is None:
        return say("both-said").done(True)
    if again and not landed and not turn.given.get("repeated"):
        return _say_back(say("once-more", words=Verbatim(draft.text)), draft, other).given(repeated=True)
    reply = nothing() if landed else say("not-heard")
    if SECOND in draft.asked:
        return (say("both-said") if landed else reply).done(True)
    kinds = YesNo() | Words()
    asked = reply.ask("your-turn", kinds, then="istatement:swap", to=other, name=other)
    unnamed = reply.ask("your-turn-unnamed", kinds, then="istatement:swap", to=other)
    return (asked if other.name else unnamed).given(who=other, other=who)


def _two(turn: Turn[Sentences], draft: Draft) -> tuple[Person | None, Person | None]:
    """Find the one who speaks and the one who listens among those who are here."""
    here_now = {each.id: each for each in turn.present}
    return here_now.get(draft.two[0]), here_now.get(draft.two[1])
