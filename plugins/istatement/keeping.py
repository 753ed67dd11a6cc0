"""Keeping a sentence, and when it is to be said: kept first, so that silence loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from plugins.istatement.hearing import speak_up
from plugins.istatement.meaning import occasion
from plugins.istatement.practice import (
    KIND,
    Draft,
    Plan,
    Sentences,
    carrying,
    draft_of,
    istatement,
    latest,
    put,
    remembering,
)
from skill import Choice, Moment, Option, Outcome, Reminder, Reply, Turn, Verbatim, When, Words, YesNo, ask, say

LABEL = "reminder"
REHEARSE = Choice(
    Option("read", ("read it again", "say it again", "read it back", "what was it", "hear it again", "once more")),
    Option(
        "practise",
        ("practise", "practice", "practise first", "practice first", "try it out", "rehearse", "let me practise it"),
    ),
)
HOW = Choice(
    Option("good", ("good", "fine", "okay", "ok", "well", "that was fine", "easy", "not bad", "better")),
    Option("again", ("again", "once more", "another go", "one more time", "try again")),
    Option("change", ("change it", "change a word", "change something", "it doesn't fit", "stiff", "awkward", "weird")),
)
_SOMETIME = timedelta(days=1)


def rehearse(draft: Draft) -> Reply:
    """Say it once for them, leave them time to say it, and ask how it came out."""
    reply = say("rehearse", words=Verbatim(draft.text))
    return carrying(reply.ask("rehearsed", HOW | YesNo(), then="istatement:rehearsed"), draft)


def kept(turn: Turn[Sentences], draft: Draft, *, aloud: bool = False) -> Reply:
    """Keep the sentence for its owner alone, and ask when it will be said; where two are here, it is said now."""
    if draft.two:
        return speak_up(turn, draft)
    reply = say("kept-own", words=Verbatim(draft.text)) if aloud else say("kept")
    reply = reply.record(KIND, draft.text, about=draft.person, moment=draft.brief or draft.moment)
    return remembering(turn, asked_when(reply, draft), draft)


def asked_when(reply: Reply, draft: Draft) -> Reply:
    """Ask when they will say it."""
    return carrying(reply.ask("when", When() | REHEARSE | YesNo() | Words(), then=when), draft)


@istatement.step
def when(turn: Turn[Sentences], answer: Moment | str | bool | None) -> Reply:
    """Plan it for a time or an occasion; not knowing yet is fine."""
    draft = draft_of(turn)
    if answer == "practise":
        return rehearse(draft)
    if answer == "read":
        return asked_when(say("once-more", words=Verbatim(draft.text)), draft)
    if answer is True:
        return carrying(ask("when-day", When() | YesNo() | Words(), then=when), draft)
    if not answer:
        return say("no-plan").done(True)
    if isinstance(answer, Moment):
        return _planned(turn, draft, answer)
    if not occasion(str(answer)):
        return _again(turn, draft)
    state = put(turn.state, replace(_plan(turn, draft), at=turn.after(_SOMETIME)))
    return say("planned-cue", cue=str(answer)).keep(state).done(True)


def _again(turn: Turn[Sentences], draft: Draft) -> Reply:
    """Ask once more for a time where none was named; then leave it open."""
    if turn.given.get("asked_day"):
        return say("no-plan").done(True)
    return carrying(ask("when-day", When() | YesNo() | Words(), then=when), draft).given(asked_day=True)


def _planned(turn: Turn[Sentences], draft: Draft, answer: Moment) -> Reply:
    if answer.at <= turn.now:
        return carrying(ask("when-day", When() | YesNo() | Words(), then=when), draft)
    state = put(turn.state, replace(_plan(turn, draft), at=answer.at))
    if turn.answer and turn.answer.also.reminder:
        return (
            carrying(Reply().keep(state), draft).given(at=answer.at).remind(Reminder(LABEL, answer.at), then=reminded)
        )
    if not answer.explicit_time:
        return say("planned-day", day=answer.at.date()).keep(state).done(True)
    return say("planned", at=answer.at).keep(state).done(True)


def _plan(turn: Turn[Sentences], draft: Draft) -> Plan:
    entry = latest(turn)
    return Plan(entry.id if entry and entry.text == draft.text else "", draft.text, draft.person, turn.now)


@istatement.step
def reminded(turn: Turn[Sentences], outcome: Outcome) -> Reply:
    """Say what holds, whatever became of the reminder."""
    draft, at = draft_of(turn), outcome.at or turn.given["at"]
    if not outcome:
        return say("planned-only", at=turn.given["at"]).done(True)
    plan = replace(_plan(turn, draft), at=at, alert=outcome.alert or "")
    return say("reminded", at=at).keep(put(turn.state, plan)).done(True)


@istatement.on("RemindSentenceIntent")
def remind(turn: Turn[Sentences]) -> Reply:
    """Set a reminder for what is planned, at the time that is named."""
    plan = next(iter(reversed(turn.state.plans)), None)
    text = plan.text if plan else turn.state.draft.text
    if not text:
        return say("none-yet").done()
    named = turn.request.when.at if turn.request and turn.request.when else None
    at = named or (plan.at if plan and plan.at > turn.now else None)
    draft = replace(turn.state.draft, text=text, person=plan.person if plan else turn.state.draft.person)
    return carrying(Reply(), draft).given(at=at).remind(Reminder(LABEL, at), then=reminded)
