"""The weekly check-in for two (PRACTICES.md 4.2).

Who is here, an appreciation and a word each, what is due, one thing that was not easy, a wish each, the next date. What
someone says here is theirs, and shared with the other. With one person missing the same steps are for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.checkin import offered
from plugins.checkin.alone import let_go, narrower, refused
from plugins.checkin.finishing import still_open
from plugins.checkin.pair import (
    asked,
    facts_of,
    form,
    hot,
    names,
    parked,
    promised,
    recorded,
    recorded_topic,
    wishes_of,
)
from plugins.checkin.planning import next_talk
from plugins.checkin.runs import Asking, Checkins, Place, Run, ask_here, checkin, go, place_of, three_lines, unfinished
from plugins.checkin.skipping import passed_over
from plugins.checkin.wording import beside, declined, heated
from skill import Feeling, Felt, Reply, Turn, When, Words, YesNo, ask, nothing, say

EACH = ("thanks", "week", "wish")
STEPS = ("thanks", "week", "shared", "hard", "wish", "agree", "end")
SHORT = ("thanks", "wish", "end")


@checkin.on("CheckinTogetherIntent", for_two=True)
def together(turn: Turn[Checkins]) -> Reply:
    """Make sure that both are here."""
    return here(turn, True) if turn.for_two else nothing().both_here(then=here)


@checkin.step
def here(turn: Turn[Checkins], both: bool) -> Reply:
    """Begin, or go on where the two broke off; with one person missing, begin the same for one."""
    people = _present(turn) if both else _speaker(turn)
    run = unfinished(turn)
    if run and run.two and set(run.people) == set(people):
        return still_open(turn, run)
    return begin_two(turn, people)


def begin_two(turn: Turn[Checkins], people: tuple[str, ...]) -> Reply:
    """Begin a check-in for these people."""
    planned = SHORT if turn.state.short else STEPS
    steps = [each for each in planned if each not in turn.state.never]
    places = tuple(step for step in steps for _ in range(len(people) if step in EACH else 1))
    run = Run(places, turn.now, turn.now, two=True, people=people)
    place = Place(turn, run, turn.state)
    return let_go(turn, go(place if len(people) > 1 else place.saying("one-here"), ASKING))


def _present(turn: Turn[Checkins]) -> tuple[str, ...]:
    """Give the two who are here, the one who speaks first."""
    first = _speaker(turn)
    return tuple(sorted((each.id for each in turn.present[:2]), key=lambda each: (each,) != first))


def _speaker(turn: Turn[Checkins]) -> tuple[str, ...]:
    return (turn.speaker.id if turn.speaker else "",)


def _ask_thanks(place: Place) -> Reply | None:
    if len(place.run.people) > 1 and place.run.round == 0 and (offer := offered.appreciation(place)):
        return ask_here(place, place.reply.call(offer, then=appreciated))
    return _ask_words(place, "thanks")


def _ask_words(place: Place, step: str) -> Reply:
    """Ask one of them for a few words."""
    then = f"checkin:{step}"
    return ask_here(place, place.reply.ask(form(place, step), Words(), then=then, to=asked(place), **names(place)))


@checkin.step
def appreciated(turn: Turn[Checkins], value: object) -> Reply:
    """Go on after the appreciations that another practice led."""
    place = place_of(turn).past()
    if isinstance(value, str) and value:
        place = place.changing(kept=(*place.run.kept, value))
    return go(place, ASKING)


@checkin.step
def thanks(turn: Turn[Checkins], words: str | None) -> Reply:
    """Keep one person's appreciation for both to hear."""
    place = place_of(turn)
    if not words or _nothing_in(turn, words):
        return passed_over(place, ASKING)
    if heated(words, turn.locale):
        return hot(place)
    if beside(words, turn.locale):
        return _ask_words(place, "thanks").given(helped=True)
    reply = recorded(place, say("thanked"), "thanks", words)
    return go(replace(place, reply=reply).next(), ASKING)


def _ask_week(place: Place) -> Reply:
    question = place.reply.ask(form(place, "week"), Feeling() | Words(), then=week, to=asked(place), **names(place))
    return ask_here(place, question)


def _nothing_in(turn: Turn[Checkins], words: str) -> bool:
    """Say whether words are a bare no, or no answer once more."""
    return declined(words, turn.locale) or bool(turn.given.get("helped") and beside(words, turn.locale))


@checkin.step
def week(turn: Turn[Checkins], felt: Felt | str | None) -> Reply:
    """Keep one person's word for the week between the two."""
    place = place_of(turn)
    if felt is None or refused(turn, felt):
        return passed_over(place, ASKING)
    text = felt.word if isinstance(felt, Felt) else felt
    if heated(text, turn.locale):
        return hot(place)
    if again := narrower(turn, felt):
        if turn.given.get("helped"):
            return go(place.next(), ASKING)
        asked_again = place.reply.ask(again, Feeling() | Words(), then=week, to=asked(place))
        return ask_here(place, asked_again).given(helped=True)
    return go(replace(place, reply=recorded(place, say("noted", word=text), "week", text)).next(), ASKING)


def _ask_shared(place: Place) -> Reply | None:
    offer = offered.shared(place)
    if offer is None:
        return None
    there = place.changing(asked=(*place.run.asked, offer.practice))
    if not offered.asks(offer):
        return go(replace(there, reply=there.reply.quote(offer)), ASKING)
    return ask_here(there, there.reply.call(offer, then=shared))


@checkin.step
def shared(turn: Turn[Checkins], value: object) -> Reply:
    """Go on with the next thing that is due for both, or behind them all."""
    place = place_of(turn)
    if value is None and turn.answer is None and offered.shared(place) is None:
        return passed_over(place, ASKING)
    return go(place, ASKING)


def _ask_hard(place: Place) -> Reply:
    if topic := parked(place.turn):
        return ask_here(place, place.reply.ask("hard-parked", YesNo() | Words(), then=hard, topic=topic.text))
    return ask_here(place, place.reply.ask("hard", YesNo() | Words(), then=hard))


@checkin.step
def hard(turn: Turn[Checkins], answer: bool | str | None) -> Reply:
    """Park one thing that was not easy, and offer a way to talk about it."""
    place, before = place_of(turn), parked(turn)
    if answer is None:
        return passed_over(place, ASKING)
    if answer is False:
        done = nothing().amend(before, parked=False) if before else nothing()
        return go(replace(place, reply=done).next(), ASKING)
    topic = _named(turn) if answer is True else answer
    if not topic and before is None:
        return ask_here(place, ask("hard-what", Words(), then=hard))
    if heated(topic, turn.locale):
        return hot(place)
    return _park(place, topic) if topic else _talk(place, say("parked", topic=before.text if before else ""))


def _named(turn: Turn[Checkins]) -> str:
    """Give the topic that rode along with a yes."""
    return turn.answer.also.words if turn.answer else ""


def _park(place: Place, topic: str) -> Reply:
    """Keep the topic before anything is offered for it: one a week."""
    return _talk(place.keeping(topic), recorded_topic(place, say("parked", topic=topic), topic))


def _talk(place: Place, reply: Reply) -> Reply:
    """Offer a way to talk about what is parked, where a practice has one."""
    place = replace(place, reply=reply)
    if offer := offered.answering(place, "hard", topic=str(reply.lines[0].args["topic"])):
        return ask_here(place, place.reply.call(offer, then=talked))
    return go(place.next(), ASKING)


@checkin.step
def talked(turn: Turn[Checkins], _value: object) -> Reply:
    """Go on after the way to talk about it."""
    return go(place_of(turn).next(), ASKING)


def _ask_wish(place: Place) -> Reply:
    return _ask_words(place, "wish")


@checkin.step
def wish(turn: Turn[Checkins], words: str | None) -> Reply:
    """Keep what would help one person feel loved."""
    place = place_of(turn)
    if not words or _nothing_in(turn, words):
        return passed_over(place, ASKING)
    if heated(words, turn.locale):
        return hot(place)
    if beside(words, turn.locale):
        return _ask_words(place, "wish").given(helped=True)
    reply = recorded(place, say("wished", wish=words), "wish", words)
    place = replace(place.changing(wished=True).keeping(words), reply=reply)
    return go(place.next(), ASKING)


def _ask_agree(place: Place) -> Reply | None:
    if len(place.run.people) < 2 or not place.run.wished:
        return None
    return ask_here(place, place.reply.ask("agree", YesNo(clear=True), then=agree))


@checkin.step
def agree(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Turn the wishes into promises to each other, if both like."""
    place = place_of(turn)
    if not answer:
        return go(place.next(), ASKING)
    wishes = wishes_of(place)
    if offer := offered.answering(place, "promise", wishes=wishes):
        return ask_here(place, nothing().call(offer, then=talked))
    reply = say("promised")
    for owner, words in wishes:
        reply = promised(place, reply, owner, words)
    return go(replace(place, reply=reply).next(), ASKING)


def _end(place: Place) -> Reply:
    """End with three facts at most, and the next date; it is over before the date is asked for."""
    things = facts_of(place)
    shown = three_lines(things)
    if len(place.run.people) < 2:
        place = place.saying("closing", things=things) if things else place.saying("closing-empty")
        return place.ended().show(shown).done()
    place = place.saying("closing-two", things=things) if things else place.saying("closing-two-empty")
    if at := next_talk(place.turn):
        return place.saying("next-is", at=at).ended().show(shown).done()
    question = place.reply.ask("next", When() | YesNo(), then="checkin:next_date")
    return replace(place, reply=question).ended().show(shown)


ASKING: Mapping[str, Asking] = {
    "thanks": _ask_thanks,
    "week": _ask_week,
    "shared": _ask_shared,
    "hard": _ask_hard,
    "wish": _ask_wish,
    "agree": _ask_agree,
    "end": _end,
}
