"""Moving a promise: this once to another day, or for good to another rhythm; its reminder goes along."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plugins.promise.choosing import meant, which
from plugins.promise.practice import Promise, found, mine, newest, promises
from plugins.promise.reminding import LABEL
from plugins.promise.saying import when_of
from plugins.promise.wording import person
from skill import Moment, NoState, Outcome, Reminder, Reply, Turn, When, Words, YesNo, ask, say

TWO_WORDS = 2
"""A correction of so many words is a name."""


@promises.on("MovePromiseIntent")
def move_it(turn: Turn[NoState]) -> Reply:
    """Move the promise that is meant to the day that was named."""
    request = turn.request
    when = request.when if request else None
    promise = meant(turn, request.what if request and when else turn.slots.get("promise", ""))
    if promise is None:
        return which(mine(turn), "move").given(purpose="move", when=when) if mine(turn) else say("none").done()
    return move(turn, promise, when)


@promises.on("CorrectionIntent")
def correct(turn: Turn[NoState]) -> Reply:
    """Put right what was kept last: another day, another person, or else ask what it shall be."""
    promise, new = newest(turn), turn.slots.get("new", "")
    if promise is None:
        return say("none").done()
    if turn.request and turn.request.when:
        return reschedule(turn, promise, turn.request.when)
    if turn.request and new and len(new.split()) <= TWO_WORDS:
        return say("meant", what=promise.entry.text, person=person(new)).amend(promise.entry, about=person(new))
    return ask("change-how", When() | Words(), then="promise:changed").given(entry=promise.entry.id)


def move(turn: Turn[NoState], promise: Promise, when: Moment | None) -> Reply:
    """Move it, after asking for the day where none was named or it is past."""
    if when is None or when.unsupported or when.at.date() < turn.now.date():
        return ask("move-when", When() | YesNo(), then=moved_to, what=promise.entry.text).given(entry=promise.entry.id)
    if when.recurring or not promise.days:
        return reschedule(turn, promise, when, moved=True)
    today = turn.now.date()
    log = promise.logged(promise.due(today) or today, "moved")
    reply = say("moved", what=promise.entry.text, when=when.at.date())
    return reply.amend(promise.entry, moved=when.at.date().isoformat(), log=log).done(True)


@promises.step
def moved_to(turn: Turn[NoState], answer: Moment | bool | None) -> Reply:
    """Take the day; without one it stays where it is."""
    promise = found(turn, str(turn.given["entry"]))
    if not isinstance(answer, Moment) or promise is None:
        return say("stays").done(True)
    return move(turn, promise, answer)


def reschedule(turn: Turn[NoState], promise: Promise, when: Moment, *, moved: bool = False, what: str = "") -> Reply:
    """Give it another time for good; a clock time that was not named again stays."""
    at = when.at if when.explicit_time else _at_its_time(promise, when.at)
    days = when.days if when.recurring else ()
    timed = when.explicit_time or promise.timed
    data: dict[str, Any] = {"at": at.isoformat(), "days": list(days), "timed": timed, "loose": False, "moved": ""}
    if moved:
        today = turn.now.date()
        data["log"] = promise.logged(promise.due(today) or min(promise.at.date(), today), "moved")
    text = what or promise.entry.text
    said = when_of(at, days, timed=timed)
    reply = Reply().amend(promise.entry, text=text, **data)
    if not promise.alert:
        return reply.say("moved", what=text, when=said).done(True)
    alert = next((each for each in turn.alerts if each.id == promise.alert), None)
    sounds = at if timed or alert is None else at.replace(hour=alert.at.hour, minute=alert.at.minute)
    fresh = Reminder(LABEL, at=sounds, days=days)
    return reply.given(entry=promise.entry.id, what=text, at=sounds, days=days).change(
        promise.alert, fresh, then=moved_along
    )


def _at_its_time(promise: Promise, at: datetime) -> datetime:
    return at.replace(hour=promise.at.hour, minute=promise.at.minute)


@promises.step
def moved_along(turn: Turn[NoState], outcome: Outcome) -> Reply:
    """Say when it is now, and whether its reminder came along."""
    when = Reminder(LABEL, at=outcome.at or turn.given["at"], days=tuple(turn.given["days"]))
    if outcome:
        return say("moved-reminder", what=turn.given["what"], when=when).done(True)
    promise = found(turn, str(turn.given["entry"]))
    reply = say("moved-alone", what=turn.given["what"], when=when)
    return (reply.amend(promise.entry, alert="") if promise else reply).done(True)
