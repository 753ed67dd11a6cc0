"""Moving a promise: this once to another day, or for good to another rhythm; its reminder goes along."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from plugins.promise.choosing import meant, which
from plugins.promise.making import put_right
from plugins.promise.practice import Promise, found, mine, newest, promises
from plugins.promise.reminding import LABEL
from plugins.promise.saying import when_of
from plugins.promise.wording import person
from skill import Duration, Moment, NoState, Outcome, Reminder, Reply, Turn, When, Words, YesNo, ask, say

TWO_WORDS = 2
"""A correction of so many words is a name."""


@promises.on("MovePromiseIntent")
def move_it(turn: Turn[NoState]) -> Reply:
    """Move the promise that is meant to the day that was named, or back by so long."""
    request = turn.request
    named = turn.slots.get("promise", "")
    if request and (request.when or request.after):
        named = request.what if request.when else ""
    return _moved(turn, meant(turn, named) or newest(turn))


@promises.on("NoTimeIntent", "TimeIntent", "EveryIntent")
def another_time(turn: Turn[NoState]) -> Reply:
    """Take "move it to Sunday", said while nothing is asked, for the promise that was spoken of."""
    return _moved(turn, newest(turn) or meant(turn, ""))


def _moved(turn: Turn[NoState], promise: Promise | None) -> Reply:
    when, after = (turn.request.when, turn.request.after) if turn.request else (None, None)
    if promise is None:
        return which(mine(turn), "move").given(when=when, after=after) if mine(turn) else say("none").done()
    return move(turn, promise, when or after)


@promises.on("CorrectionIntent")
def correct(turn: Turn[NoState]) -> Reply:
    """Put right what is being made, or was kept last: another day, another person, or else ask what it shall be."""
    made, new = newest(turn), turn.slots.get("new") or turn.slots.get("words", "")
    if "asked" in turn.given:
        return put_right(turn, new)
    if turn.request and turn.request.when:
        return reschedule(turn, made, turn.request.when) if made else _moved(turn, meant(turn, ""))
    promise = made or meant(turn, "")
    if promise is None:
        return say("none").done()
    if turn.request and new and len(new.split()) <= TWO_WORDS:
        return say("meant", what=promise.entry.text, person=person(new)).amend(promise.entry, about=person(new))
    return ask("change-how", When() | Words(), then="promise:changed").given(entry=promise.entry.id)


def move(turn: Turn[NoState], promise: Promise, to: Moment | timedelta | None) -> Reply:
    """Move it to a day, or back by so long, after asking for the day where none was named or it is past."""
    when = _later(turn, promise, to) if isinstance(to, timedelta) else to
    if when is None or when.unsupported or when.at.date() < turn.now.date():
        kinds = When() | Duration() | YesNo()
        return ask("move-when", kinds, then=moved_to, what=promise.entry.text).given(entry=promise.entry.id)
    if when.recurring or not when.explicit_date or not promise.days:
        return reschedule(turn, promise, when, moved=True)
    today = turn.now.date()
    log = promise.logged(promise.due(today) or today, "moved")
    reply = say("moved", what=promise.entry.text, when=when.at.date())
    return reply.amend(promise.entry, moved=when.at.date().isoformat(), log=log).done(True)


def _later(turn: Turn[NoState], promise: Promise, span: timedelta) -> Moment | None:
    """Give the time that lies so long after the day that it is for; None for hours where no hour was named."""
    if span < timedelta(days=1) and not promise.timed:
        return None
    at = _on(promise.coming(turn.now.date()), promise.at)
    soonest = turn.now if span < timedelta(days=1) else _on(turn.now.date(), promise.at)
    return Moment(max(at, soonest) + span, explicit_date=True, explicit_time=promise.timed)


@promises.step
def moved_to(turn: Turn[NoState], answer: Moment | timedelta | bool | None) -> Reply:
    """Take the day; without one it stays where it is."""
    promise = found(turn, str(turn.given["entry"]))
    if not isinstance(answer, Moment | timedelta) or promise is None:
        return say("stays").done(True)
    return move(turn, promise, answer)


def reschedule(turn: Turn[NoState], promise: Promise, when: Moment, *, moved: bool = False, what: str = "") -> Reply:
    """Give it another time for good; a day or a clock time that was not named again stays."""
    dated = when.recurring or when.explicit_date
    day = when.at.date() if dated else promise.coming(turn.now.date())
    at = _on(day, when.at if when.explicit_time else promise.at)
    days = when.days if dated else promise.days
    timed = when.explicit_time or promise.timed
    data: dict[str, Any] = {"at": at.isoformat(), "days": list(days), "timed": timed, "loose": False, "moved": ""}
    if moved:
        today = turn.now.date()
        data["log"] = promise.logged(promise.due(today) or min(promise.at.date(), today), "moved")
    text = what or promise.entry.text
    said = when_of(at, days, timed=timed)
    reply = Reply().amend(promise.entry, text=text, **data)
    alert = next((each for each in turn.alerts if each.id == promise.alert), None)
    sounded = alert is None and not promise.days and promise.at < turn.now
    if sounded or not promise.alert:
        return reply.say("moved", what=text, when=said).done(True)
    sounds = at if timed or alert is None else at.replace(hour=alert.at.hour, minute=alert.at.minute)
    fresh = Reminder(LABEL, at=sounds, days=days)
    return reply.given(entry=promise.entry.id, what=text, at=sounds, days=days).change(
        promise.alert, fresh, then=moved_along
    )


def _on(day: date, at: datetime) -> datetime:
    """Give a time of day on another day."""
    return datetime.combine(day, at.time(), at.tzinfo)


@promises.step
def moved_along(turn: Turn[NoState], outcome: Outcome) -> Reply:
    """Say when it is now, and whether its reminder came along."""
    when = Reminder(LABEL, at=outcome.at or turn.given["at"], days=tuple(turn.given["days"]))
    if outcome:
        return say("moved-reminder", what=turn.given["what"], when=when).done(True)
    promise = found(turn, str(turn.given["entry"]))
    reply = say("moved-alone", what=turn.given["what"], when=when)
    return (reply.amend(promise.entry, alert="") if promise else reply).done(True)
