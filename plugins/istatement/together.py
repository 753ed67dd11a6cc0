"""For two: one says it, the other says back what they heard. Only where it is calm; else taking a break comes first."""

from __future__ import annotations

from plugins.istatement.practice import KIND, Draft, Sentences, carrying, draft_of, istatement
from skill import Choice, Option, Person, Reply, Turn, Verbatim, Words, YesNo, ask, nothing, say

SECOND = "second"
"""Among what was asked for: the other one had their turn before."""
_CALM = Choice(
    Option("yes", ("we're calm", "calm", "calm enough", "we're fine", "it's fine", "we're okay")),
    Option(
        "no", ("not calm", "heated", "we're not calm", "a bit heated", "we're arguing", "not really calm", "too heated")
    ),
)


@istatement.on("SayItTogetherIntent", for_two=True)
def together(turn: Turn[Sentences]) -> Reply:
    """Make sure that both are here."""
    return calm_enough(turn) if turn.for_two else nothing().both_here(then=here)


@istatement.step
def here(turn: Turn[Sentences], both: bool) -> Reply:
    """Go on for two; with one person, make a sentence for later."""
    if both and turn.for_two:
        return calm_enough(turn)
    return say("for-later").ask("moment", Words(), then="istatement:moment")


def calm_enough(_turn: Turn[Sentences]) -> Reply:
    """Ask whether it is calm; heated people do better to listen in turns or to wait."""
    return ask("calm", YesNo() | _CALM, then=calm)


@istatement.step
def calm(turn: Turn[Sentences], answer: bool | str | None) -> Reply:
    """Begin with the one who speaks, or leave it for a calmer hour."""
    if answer in (False, None, "no"):
        heat = next((each for each in turn.offers("check-in for two", about="heat") if each.about == "heat"), None)
        return (
            say("not-now").call(heat, then=after_break) if heat and answer is not None else say("calmer-first").done()
        )
    return turn_of(*pair(turn))


@istatement.step
def after_break(_turn: Turn[Sentences], _value: object) -> Reply:
    """Leave it there after a break was called."""
    return nothing().done(True)


def pair(turn: Turn[Sentences]) -> tuple[Person, Person]:
    """Give the two who are here, the one who speaks first."""
    first, second = turn.present[:2]
    return (second, first) if turn.speaker and turn.speaker.id == second.id else (first, second)


def turn_of(who: Person, other: Person, *, second: bool = False) -> Reply:
    """Ask one of the two for one moment, said to the other."""
    draft = Draft(person=other.name, two=(who.id, other.id), asked=(SECOND,) if second else ())
    if who.name and other.name:
        asked = ask("moment-two", Words(), then="istatement:moment", to=who, name=who)
    else:
        asked = ask("moment-first", Words(), then="istatement:moment", to=who)
    return carrying(asked, draft)


def speak_up(turn: Turn[Sentences], draft: Draft) -> Reply:
    """Leave time to say it and to say it back; kept for both, since both heard it."""
    who, other = _two(turn, draft)
    if who is None or other is None:
        return say("kept").record(KIND, draft.text, about=draft.person).done(True)
    named = bool(who.name and other.name)
    reply = say("say-it-now", name=who, other=other) if named else say("say-it-now-unnamed")
    reply = reply.record(KIND, draft.text, about=other.name, owner=who, visibility="shared", shared_with=other)
    return carrying(reply.ask("heard", YesNo(), then=heard, to=who), draft)


@istatement.step
def heard(turn: Turn[Sentences], landed: bool | None) -> Reply:
    """Read the sentence once more where it did not arrive; else offer the other one a turn."""
    draft = draft_of(turn)
    if landed is False and not turn.given.get("repeated"):
        reply = say("once-more", words=Verbatim(draft.text))
        return carrying(reply.ask("heard", YesNo(), then=heard), draft).given(repeated=True)
    who, other = _two(turn, draft)
    if SECOND in draft.asked or landed is None or who is None or other is None:
        return say("both-said").done(True)
    unnamed = ask("your-turn-unnamed", YesNo(), then=swap, to=other)
    asked = ask("your-turn", YesNo(), then=swap, to=other, name=other) if other.name else unnamed
    return asked.given(who=other, other=who)


def _two(turn: Turn[Sentences], draft: Draft) -> tuple[Person | None, Person | None]:
    """Find the one who speaks and the one who listens among those who are here."""
    here_now = {each.id: each for each in turn.present}
    return here_now.get(draft.two[0]), here_now.get(draft.two[1])


@istatement.step
def swap(turn: Turn[Sentences], wanted: bool | None) -> Reply:
    """Give the other one a turn of their own, or end."""
    if not wanted:
        return say("both-said").done(True)
    return turn_of(turn.given["who"], turn.given["other"], second=True)
