"""Later: asking how a planned talk went, and what this practice puts forward at other occasions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.istatement.asking import asked_moment
from plugins.istatement.keeping import LABEL
from plugins.istatement.meaning import badly, not_yet
from plugins.istatement.practice import KIND, Draft, Plan, Sentences, istatement, latest, mine, put, without
from plugins.istatement.wording import insulting
from skill import Choice, Moment, Offer, Option, Outcome, Reminder, Reply, Turn, When, Words, YesNo, ask, nothing, say

ASK_WITHIN = timedelta(days=14)
SETTLE = timedelta(minutes=30)
WEEK = timedelta(days=7)
HOW = Choice(
    Option("good", ("good", "well", "it went well", "fine", "great", "okay", "better than i thought", "we talked")),
    Option("not-yet", ("not yet", "i haven't yet", "i didn't", "i haven't", "no chance", "i forgot", "i didn't dare")),
    Option("badly", ("badly", "bad", "not well", "it went badly", "terrible", "we argued", "we fought", "not good")),
    Option("drop", ("let it go", "drop it for good", "it's sorted", "it doesn't matter any more", "leave that one")),
)


def due(turn: Turn[Sentences]) -> Plan | None:
    """Give the talk whose time came, within two weeks."""
    past = [each for each in turn.state.plans if SETTLE <= turn.now - each.at <= ASK_WITHIN]
    return min(past, key=lambda each: each.at, default=None)


@istatement.offers("launch")
def opening(turn: Turn[Sentences]) -> Offer | None:
    """Ask about a talk that was planned, without naming anybody in the room."""
    plan = due(turn)
    return Offer(60, ask("how-did-it-go", _KINDS, then=went).given(text=plan.text)) if plan else None


_KINDS = HOW | YesNo() | When() | Words()


@istatement.offers("check-in")
def checking_in(turn: Turn[Sentences]) -> Offer | None:
    """Ask how a planned talk went; or answer a need for words for something hard."""
    if turn.given.get("about") == "hard":
        asked = ask("words-for-it", YesNo(), then=words_for_it).given(topic=str(turn.given.get("topic", "")))
        return Offer(60, asked, about="hard")
    plan = due(turn)
    if plan is None:
        return None
    named = ask("how-did-it-go-with", _KINDS, then=went, person=plan.person)
    asked = named if plan.person else ask("how-did-it-go", _KINDS, then=went)
    return Offer(60, asked.given(text=plan.text), needs_answer=True)


@istatement.offers("summary")
def week(turn: Turn[Sentences]) -> Offer | None:
    """Say what was said this week, for its owner alone."""
    if turn.speaker is None or turn.for_two:
        return None
    since = turn.after(-WEEK)
    said = [each for each in turn.journal.entries(KIND, owner=turn.speaker.id, limit=20) if _said(each.data, since)]
    return Offer(50, say("week", count=len(said)), about="kept") if said else None


def _said(data: object, since: object) -> bool:
    return isinstance(data, dict) and str(data.get("said", "")) >= str(since)[:10]


@istatement.step
def words_for_it(turn: Turn[Sentences], wanted: bool | None) -> Reply:
    """Begin a draft about a topic that another practice names."""
    topic = str(turn.given.get("topic", ""))
    return asked_moment(Draft(), "" if insulting(topic) else topic) if wanted else say("left").done(False)


@istatement.on("SaidItIntent")
def said_it(turn: Turn[Sentences]) -> Reply:
    """Ask how it went when they come and tell."""
    plan = next(iter(reversed(turn.state.plans)), None)
    entry = latest(turn)
    text = plan.text if plan else entry.text if entry else ""
    return ask("how-was-it", _KINDS, then=went).given(text=text) if text else say("said-what").done()


@istatement.step
def went(turn: Turn[Sentences], answer: str | bool | Moment | None) -> Reply:
    """Take how it went: good, not yet or badly; in their own words too. A day to come is another time for it."""
    if isinstance(answer, Moment):
        return another_time(turn, answer)
    text = str(turn.given["text"])
    plan = next((each for each in turn.state.plans if each.text == text), Plan("", text, "", turn.now))
    if answer is None:
        return say("left").keep(replace(turn.state, plans=_later(turn, plan))).done()
    own = turn.answer.words if turn.answer and isinstance(answer, str) else str(answer)
    if answer in ("not-yet", False) or not_yet(own):
        return ask("another-time", When() | YesNo(), then=another_time).given(text=text)
    state = without(turn.state, plan)
    if answer == "drop":
        return say("dropped").keep(state).done(True)
    if answer == "badly" or badly(own):
        return _badly(_noted(turn, say("badly"), text, "badly").keep(state), turn)
    return _noted(turn, say("good"), text, answer if isinstance(answer, str) else "good").keep(state).done(True)


def _later(turn: Turn[Sentences], plan: Plan) -> tuple[Plan, ...]:
    """Let a question that was skipped rest for three days."""
    return put(turn.state, replace(plan, at=turn.after(timedelta(days=3)))).plans


def _noted(turn: Turn[Sentences], reply: Reply, text: str, outcome: str) -> Reply:
    """Put the outcome to the sentence, where it was kept."""
    found = (each for each in turn.journal.entries(KIND, owner=mine(turn), limit=50) if each.text == text)
    entry = next(found, None)
    return reply.amend(entry, said=turn.now.date().isoformat(), outcome=outcome) if entry else reply


def _badly(reply: Reply, turn: Turn[Sentences]) -> Reply:
    """Offer what another practice has for after a talk that went badly; without one, a new sentence."""
    offers = turn.offers("check-in", about="repair")
    repair = next((each for each in offers if each.about == "repair"), None)
    if repair:
        return reply.call(repair, then=done)
    return reply.ask("try-again", YesNo(), then=try_again)


@istatement.step
def done(_turn: Turn[Sentences], _value: object) -> Reply:
    """End after another practice's help."""
    return nothing().done(True)


@istatement.step
def try_again(_turn: Turn[Sentences], wanted: bool | None) -> Reply:
    """Make another sentence for the same thing, or leave it."""
    return asked_moment(Draft()) if wanted else say("left-kindly").done(True)


@istatement.step
def another_time(turn: Turn[Sentences], answer: Moment | bool | None) -> Reply:
    """Plan it again, or let it go; both are fine."""
    text = str(turn.given["text"])
    plan = next((each for each in turn.state.plans if each.text == text), Plan("", text, "", turn.now))
    if answer is True:
        return ask("when-again", When() | YesNo(), then=another_time).given(text=text)
    if not isinstance(answer, Moment):
        return say("dropped").keep(without(turn.state, plan)).done(True)
    if answer.at <= turn.now:
        return ask("when-again", When() | YesNo(), then=another_time).given(text=text)
    fresh = replace(plan, at=answer.at)
    state = put(turn.state, fresh)
    if plan.alert:
        return Reply().keep(state).given(at=answer.at).change(plan.alert, Reminder(LABEL, answer.at), then=moved)
    return say("planned", at=answer.at).keep(state).done(True)


@istatement.step
def moved(turn: Turn[Sentences], outcome: Outcome) -> Reply:
    """Say what holds after a reminder was to move along."""
    return say("reminded" if outcome else "planned-only", at=outcome.at or turn.given["at"]).done(True)
