"""A small kind act: an idea that fits the hour and the person, a plan, and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from plugins.gratitude.acts import fitting
from plugins.gratitude.practice import Gratitude, KindAct, gratitude, member, named, used
from plugins.gratitude.wording import AT_HOME, same, short, tidy
from skill import Moment, Offer, Reply, Turn, When, Words, YesNo, ask, say

ASK_AFTER = timedelta(hours=3)
ASK_WITHIN = timedelta(days=14)
IDEAS_AT_ONCE = 3


@gratitude.on("KindActIntent")
def kind_act(turn: Turn[Gratitude]) -> Reply:
    """Offer one idea."""
    return idea(turn, _whom(turn, turn.slots.get("friend", "")), 1)


def idea(turn: Turn[Gratitude], person: str, tries: int) -> Reply:
    """Say an idea that was not said within thirty, and ask whether they'll do it."""
    acts = fitting(turn.day_part, _near(turn, person))
    chosen = turn.pick([act.name for act in acts], turn.state.acts)
    reply = say("act-for", person=person) if person else say("act-anyone")
    return (
        reply.say(f"act-{chosen}")
        .keep(replace(turn.state, acts=used(turn.state.acts, chosen)))
        .ask("act-will", YesNo() | When(), then=will)
        .given(act=chosen, person=person, tries=tries)
    )


@gratitude.step
def will(turn: Turn[Gratitude], answer: bool | Moment | None) -> Reply:
    """Remember what they'll do, so that it can be asked about; or offer another idea."""
    if answer is None:
        return say("act-left").done()
    if answer is False:
        if turn.given["tries"] >= IDEAS_AT_ONCE:
            return say("act-left").done()
        return ask("act-another", YesNo(), then=another).given(person=turn.given["person"], tries=turn.given["tries"])
    named_time = answer if isinstance(answer, Moment) else turn.answer.also.when if turn.answer else None
    due = named_time.at if named_time else turn.now
    plan = KindAct(str(turn.given["act"]), str(turn.given["person"]), due + ASK_AFTER)
    return say("act-planned").keep(replace(turn.state, planned=plan)).done()


@gratitude.step
def another(turn: Turn[Gratitude], wanted: bool | None) -> Reply:
    """Offer another idea, or leave it."""
    if not wanted:
        return say("act-left").done()
    return idea(turn, str(turn.given["person"]), int(turn.given["tries"]) + 1)


def how_it_went(turn: Turn[Gratitude]) -> Offer | None:
    """Ask about a kind act that was planned, once, after its time and within two weeks."""
    plan = turn.state.planned
    if plan is None or not _due(plan, turn.now):
        return None
    kinds = Words() | YesNo()
    question = (
        ask("act-how", kinds, then=went, person=plan.person) if plan.person else ask("act-how-anyone", kinds, then=went)
    )
    return Offer(
        60, question.given(act=plan.act, person=plan.person).keep(replace(turn.state, planned=None)), needs_answer=True
    )


@gratitude.step
def went(turn: Turn[Gratitude], answer: str | bool | None) -> Reply:
    """Keep how it went; not having done it costs nothing."""
    cleared = replace(turn.state, planned=None)
    if not answer:
        return say("act-not-done").keep(cleared).done()
    if answer is True:
        return ask("act-what-then", Words(), then=how).given(**turn.given).keep(cleared)
    return _kept(turn, answer).keep(cleared)


@gratitude.step
def how(turn: Turn[Gratitude], words: str | None) -> Reply:
    """Keep how it was."""
    return _kept(turn, words) if words else say("act-done").done()


def _kept(turn: Turn[Gratitude], words: str) -> Reply:
    person = str(turn.given.get("person", ""))
    text = tidy(words)
    return (
        say("act-kept", words=short(text))
        .record("kind-act", text, about=person, act=turn.given.get("act", ""))
        .done(text)
    )


def _due(plan: KindAct, now: datetime) -> bool:
    return plan.due <= now <= plan.due + ASK_WITHIN


def _whom(turn: Turn[Gratitude], words: str) -> str:
    """Give the person meant, as they are called here; "" where the words name nobody."""
    plain = tidy(words)
    for day in (" today", " tonight", " tomorrow", " now", " this evening", " this morning", " this week"):
        plain = plain.removesuffix(day)
    if plain.lower() in ("", "someone", "somebody", "anyone", "people", "others", "someone else", "a friend"):
        return ""
    known = next((name for name in named(turn, plain) if same(name, plain)), "")
    return known or (plain if " " in plain else plain.capitalize())


def _near(turn: Turn[Gratitude], person: str) -> bool | None:
    if not person:
        return None
    return bool(member(turn, person) or AT_HOME.search(person.lower()))
