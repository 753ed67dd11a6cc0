"""Guiding an exercise and what comes after it: again, enough, faster, without counting, something else.

Silence while it runs is success; the exercise is one response, so "stop" ends it at once. What it did is asked, never
claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from plugins.mindful.exercises import (
    BREATHS,
    COUNTED,
    LONGEST,
    PACED,
    WITHOUT_HOLDS,
    breath_of,
    breathing,
    stillness,
)
from plugins.mindful.practice import Mindful, good_for_them, length, mindful, sat, usual
from plugins.mindful.wishes import NEXT, heard, wished
from skill import ANYONE, Choice, Duration, Feeling, Felt, Line, Option, Reply, Screen, Turn, Words, YesNo, ask, say

MOST_ECHOED = 4
"""More words than this are not said back."""
PLEASANT = frozenset({"glad", "calm", "loved"})
TENSE = frozenset({"afraid", "stressed", "angry"})
AFTER = NEXT | YesNo() | Duration() | Feeling() | Words()
_BETTER = re.compile(r"\b(?:calmer|better|quieter|lighter|softer|slower|warmer|sleepier|helped|nicer?|good)\b")
_UNWELL = re.compile(r"\b(?:dizzy|light ?headed|faint|sick|breathless|out of breath|short of breath|woozy|tingly)\b")
_NO_USE = re.compile(
    r"\b(?:(?:didn't|doesn't|did not|isn't) (?:really )?(?:do|help|work)\w*|no (?:different|difference|good)|worse)\b"
)
_PACE = re.compile(r"\b(?:faster|slower)\b")
_ASKED = re.compile(
    r"(?:why|who|when|where|tell|remind|play)\b|what(?:'?s| is| are| do| does| time)\b|"
    r"how (?:is|are|do|does|did|can|should|come|long|many|much)\b|"
    r"(?:is|are|do|does|did|can|could|will|would|should) (?:you|i|it|we|this|that|there)\b"
)
_NO_HOLDS = re.compile(r"\b(?:pregnant|asthma\w*|copd|heart (?:condition|problem|trouble))\b")
_CHOICES = frozenset(each.id for each in NEXT.options)
_STARTED_BY: Mapping[str, str] = MappingProxyType(
    {
        "BoxBreathingIntent": "box",
        "LongBreathsIntent": "long",
        "HeartBreathingIntent": "heart",
        "SleepBreathingIntent": "sleep",
        "GroundingIntent": "ground",
        "PresenceIntent": "presence",
        "QuietTimeIntent": "quiet",
    }
)


@mindful.on(*_STARTED_BY)
def begin(turn: Turn[Mindful]) -> Reply:
    """Guide the exercise that was named, for as long as was said."""
    return guided(turn, _STARTED_BY[turn.intent], spoken_length(turn) or usual(turn.state))


def spoken_length(turn: Turn[Mindful]) -> int:
    """Give the minutes that were named; 0 where none were."""
    return length(turn.request.after) if turn.request and turn.request.after else 0


def guided(
    turn: Turn[Mindful], exercise: str, minutes: int, *, pair: bool = False, before: Reply | None = None
) -> Reply:
    """Guide an exercise for up to three minutes, in one response, then ask whether to go on.

    ``before`` is what is said first.
    """
    part = min(minutes, LONGEST)
    left = max(0, minutes - part)
    name = _named(turn.state, exercise)
    line = _line(turn.state, name, part, first=turn.first, pair=pair)
    shown = Screen(Line(f"screen-{name}"), (Line(f"caption-{name}"),), until=turn.after(timedelta(minutes=part)))
    told = Reply((*(before.lines if before else ()), line))
    return _go_on(told.keep(sat(turn, name, part)).show(shown), exercise, part, left, pair=pair)


def _go_on(reply: Reply, exercise: str, minutes: int, left: int, *, pair: bool) -> Reply:
    """Ask whether to go on: with the rest of it where some is left, else once more; of two, either may say so."""
    to = ANYONE if pair else None
    if left:
        asked = reply.ask("go-on", AFTER, then=after, to=to, done=timedelta(minutes=minutes))
    else:
        asked = reply.ask("again", AFTER, then=after, to=to)
    return asked.given(exercise=exercise, minutes=minutes, left=left, pair=pair)


def _named(state: Mindful, exercise: str) -> str:
    return exercise if state.holds else WITHOUT_HOLDS.get(exercise, exercise)


def _line(state: Mindful, name: str, minutes: int, *, first: bool, pair: bool) -> Line:
    care = Line("care-first" if first and state.holds and name in COUNTED else "care")
    if name not in BREATHS:
        pace = state.pace if name in PACED else 0
        return Line(f"{name}-pair" if pair else name, {"rest": stillness(minutes, pace), "care": care})
    breath = breath_of(name, pace=state.pace, holds=state.holds)
    counted = name in COUNTED if state.counting is None else state.counting
    breaths = breathing(breath, minutes, counted=counted)
    return Line("breathe-pair" if pair else f"breathe-{name}", {**breaths, "care": care})


@mindful.step
def after(turn: Turn[Mindful], answer: bool | str | timedelta | Felt | None) -> Reply:
    """Go on as is wished; whoever has enough, has enough."""
    given = turn.given
    exercise, minutes, pair = str(given["exercise"]), int(given["minutes"]), bool(given["pair"])
    if isinstance(answer, timedelta):
        return guided(turn, exercise, length(answer), pair=pair)
    if isinstance(answer, str) and answer not in _CHOICES:
        answer = Felt(answer, "unknown", "middle")
    if isinstance(answer, Felt) and (pace := _PACE.search(answer.word.lower())):
        answer = pace[0]
    if isinstance(answer, Felt):
        if _ASKED.match(answer.word.lower()):
            return _go_on(say("only-this"), exercise, minutes, int(given["left"]), pair=pair)
        if not _NO_HOLDS.search(answer.word.lower()):
            return _felt(turn, answer, exercise)
        answer = "unheld"
    if answer in (None, False, "enough"):
        return say("quiet-end").done(True)
    if answer == "other":
        return say("fine-other").ask("choose", WHICH, then="mindful:chosen")
    left = int(given["left"])
    if answer in (True, "again"):
        again = replace(turn, state=good_for_them(turn.state, exercise), first=False)
        return guided(again, exercise, left or minutes, pair=pair)
    return as_wished(turn, str(answer), exercise, minutes, left=left, pair=pair)


def as_wished(
    turn: Turn[Mindful], wish: str, exercise: str, minutes: int, *, left: int = 0, pair: bool = False
) -> Reply:
    """Take a wish in, and do the exercise as wished where that makes it another one; else ask whether to go on.

    Who would rather not hold their breath may be dizzy, so for them nothing begins by itself.
    """
    before, state = turn.state, wished(turn.state, wish)
    told = say(heard(before, wish))
    lines = [_line(each, _named(each, exercise), minutes, first=False, pair=pair) for each in (before, state)]
    if wish == "unheld" or lines[0] == lines[1]:
        return _go_on(told.keep(state), exercise, minutes, left, pair=pair)
    return guided(replace(turn, state=state, first=False), exercise, left or minutes, pair=pair, before=told)


def _felt(turn: Turn[Mindful], felt: Felt, exercise: str) -> Reply:
    """Take in how it was: remember what did them good, offer another way where breathing did not."""
    if _UNWELL.search(felt.word.lower()):
        return say("unwell").keep(replace(turn.state, holds=False)).done(True)
    if felt.family in PLEASANT or (felt.family == "unknown" and _BETTER.search(felt.word.lower())):
        return say("good-word", word=felt.word).keep(good_for_them(turn.state, exercise)).done(True)
    no_use = felt.family in TENSE or (exercise in BREATHS and _NO_USE.search(felt.word.lower()))
    if no_use and exercise != "ground":
        return ask("ground-instead", YesNo(), then=instead)
    if len(felt.word.split()) > MOST_ECHOED:
        return say("any-words").done(True)
    return say("any-word", word=felt.word).done(True)


@mindful.step
def instead(turn: Turn[Mindful], wanted: bool | None) -> Reply:
    """Turn to five things around them."""
    return guided(turn, "ground", 1) if wanted else say("quiet-end").done(True)


@mindful.on("ArriveHomeIntent")
def arrive(turn: Turn[Mindful]) -> Reply:
    """Take three breaths before the door, and one intention."""
    return say("arrive").ask("walk-in", Words(), then=walk_in).keep(sat(turn, "arrive", usual(turn.state)))


@mindful.step
def walk_in(_turn: Turn[Mindful], how: str | None) -> Reply:
    """Send them in with it; it is kept nowhere."""
    return say("walk-in-so", how=how).done(True) if how else say("quiet-end").done(True)


WHICH = (
    Choice(
        Option("breathing", ("breathing", "breathe", "one minute of breathing", "breaths", "a minute of breathing")),
        Option("ground", ("five things", "five things around me", "grounding", "things around me", "five four three")),
        Option("box", ("box breathing", "box", "square breathing", "four by four")),
        Option("long", ("long breaths", "slow breathing", "slow breaths", "breathing out longer")),
        Option("heart", ("heart breathing", "heart", "a kind thought", "heart paced breathing")),
        Option("presence", ("presence", "being here", "just being here", "here and now")),
        Option("quiet", ("quiet", "silence", "only quiet", "just quiet", "a quiet minute")),
        Option("sleep", ("sleep", "something for sleep", "for sleep", "four seven eight", "help me sleep")),
        Option("arrive", ("before i go in", "arriving home", "coming home", "three breaths")),
        Option("other", ("something else", "another one", "a different one", "neither", "what else is there")),
    )
    | YesNo()
    | Duration()
    | Feeling()
)
