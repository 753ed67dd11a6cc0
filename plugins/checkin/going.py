"""Beginning, going on and leaving off: what either kind of check-in answers to at any step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from plugins.checkin import alone, together
from plugins.checkin.finishing import still_open
from plugins.checkin.pair import hot, recorded
from plugins.checkin.runs import Checkins, Place, active, checkin, go, place_of, unfinished
from plugins.checkin.skipping import dropped, kept_in
from skill import Reply, Turn, nothing, say

BACK_FILL = timedelta(days=7)
DAY = timedelta(days=1)


@checkin.on("CheckinIntent", entry=True)
def begin(turn: Turn[Checkins]) -> Reply:
    """Check in: two who are here together, anyone else alone; what was broken off can be finished."""
    if turn.for_two:
        return together.here(turn, True)
    run = unfinished(turn)
    return still_open(turn, run) if run else alone.start(turn)


@checkin.step
def finish(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Go on where it stopped, or let it go."""
    run, frame = turn.state.run, str(turn.given["frame"])
    if not answer or run is None:
        reply = say("left").keep(replace(turn.state, run=None))
        return reply.floor("let-go", frame) if frame else reply.done()
    if len(run.people) > 1 and not turn.for_two:
        return nothing().given(frame=frame).both_here(then=both_again)
    return nothing().floor("resume", frame) if frame else on_with(place_of(turn))


@checkin.step
def both_again(turn: Turn[Checkins], here: bool) -> Reply:
    """Finish a check-in for two once both are here; otherwise its place is kept."""
    frame = str(turn.given["frame"])
    if not here:
        return say("later-both").done()
    return nothing().floor("resume", frame) if frame else on_with(place_of(turn))


@checkin.step
def drop(turn: Turn[Checkins], answer: bool | None) -> Reply:
    """Leave a step out for good, or go on asking it."""
    place, step = place_of(turn), str(turn.given["step"])
    if answer:
        return on_with(dropped(place, step).saying("dropped"))
    return on_with(kept_in(place, step).saying("stays"))


@checkin.step
def cooled(turn: Turn[Checkins], value: object) -> Reply:
    """Leave the check-in for the break that was called, its place kept; or go on."""
    if turn.state.run is None:
        return nothing().done(value)
    place = place_of(turn)
    return place.saying("place-kept").settled().done(value) if value else on_with(place)


def on_with(place: Place) -> Reply:
    """Go on with the step that is reached, whichever kind of check-in it is."""
    return go(place, together.ASKING if place.run.two else alone.ASKING)


@checkin.on("CheckinShortIntent")
def quick(turn: Turn[Checkins]) -> Reply:
    """Make it quick: leave out all but the word and the end, of a check-in that is on or of a new one."""
    run = active(turn)
    if run is None:
        return alone.start(turn, short=True)
    short = together.SHORT if run.two else alone.THEN if run.day else alone.SHORT
    rest = tuple(each for each in run.steps[run.at :] if each in short)
    place = Place(turn, replace(run, steps=(*run.steps[: run.at], *rest)), turn.state)
    return on_with(place.saying("quick"))


@checkin.on("CheckinHeatIntent", for_two=True)
def heat(turn: Turn[Checkins]) -> Reply:
    """Offer a break where someone says that it gets hot."""
    return hot(place_of(turn))


@checkin.on("CheckinYesterdayIntent")
def for_another_day(turn: Turn[Checkins]) -> Reply:
    """Check in for yesterday, or for another day of the week past."""
    today = turn.now.date()
    try:
        day = date.fromisoformat(turn.slots.get("checkin_day", ""))
    except ValueError:
        day = today - DAY
    if day >= today:
        return alone.start(turn)
    return alone.start(turn, day=day) if today - day <= BACK_FILL else say("too-long-ago").done()


@checkin.on("AlsoIntent")
def also(turn: Turn[Checkins]) -> Reply:
    """Keep what is added; the house asks again what was open."""
    things = turn.items or tuple(filter(None, (turn.slots.get("words", ""),)))
    if not things:
        return say("add-what")
    place, reply = place_of(turn), say("added", things=things)
    for each in things:
        reply = recorded(place, reply, "note", each)
    return reply


@checkin.on("CorrectionIntent")
def correct(turn: Turn[Checkins]) -> Reply:
    """Change the words of what was kept last; the house asks again what was open."""
    new, old = turn.slots.get("new", "") or turn.slots.get("words", ""), turn.slots.get("old", "")
    if not new or not turn.kept:
        return say("nothing-there")
    last = next((each for each in reversed(turn.kept) if old and old in each.text), turn.kept[-1])
    text = last.text.replace(old, new) if old and old in last.text else new
    return say("corrected", thing=text).amend(last, text=text)
