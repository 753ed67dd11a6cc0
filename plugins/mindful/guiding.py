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
    WITHOUT_HOLDS,
    breath_of,
    breathing,
    stillness,
)
from plugins.mindful.practice import Mindful, good_for_them, length, mindful, sat, usual
from skill import Choice, Duration, Feeling, Felt, Line, Option, Reply, Screen, Turn, Words, YesNo, ask, say

PLEASANT = frozenset({"glad", "calm", "loved"})
TENSE = frozenset({"afraid", "stressed", "angry"})
NEXT = Choice(
    Option("again", ("another round", "one more round", "another one", "more", "one more", "more of it", "the rest")),
    Option("enough", ("enough", "that's enough", "that's good", "that was good", "i'm good now")),
    Option("faster", ("faster", "a bit faster", "faster please", "quicker", "too slow", "that was too slow")),
    Option("slower", ("slower breaths", "too fast", "that was too fast", "more slowly", "not so fast")),
    Option(
        "uncounted", ("no counting", "no counting please", "without counting", "don't count", "without the numbers")
    ),
    Option("counted", ("with counting", "count", "count please", "count with me", "counting please")),
    Option("unheld", ("no holding", "without holding", "no holds", "i can't hold it", "i can't hold my breath")),
    Option("other", ("a different one", "another kind", "a different kind", "another exercise")),
)
AFTER = NEXT | YesNo() | Duration() | Feeling() | Words()
_BETTER = re.compile(r"\b(?:calmer|better|quieter|lighter|softer|slower|warmer|sleepier|helped|nicer?|good)\b")
_UNWELL = re.compile(r"\b(?:dizzy|light ?headed|faint|sick|breathless|out of breath|short of breath|woozy|tingly)\b")
_WISHES = frozenset(each.id for each in NEXT.options)
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


def guided(turn: Turn[Mindful], exercise: str, minutes: int, *, pair: bool = False) -> Reply:
    """Guide an exercise for up to three minutes, in one response, then ask whether to go on."""
    state, part = turn.state, min(minutes, LONGEST)
    name = exercise if state.holds else WITHOUT_HOLDS.get(exercise, exercise)
    left = max(0, minutes - part)
    asked = ask("go-on", AFTER, then=after, done=timedelta(minutes=part))
    if not left:
        asked = ask("again", AFTER, then=after)
    line = _line(state, name, part, first=turn.first, pair=pair)
    shown = Screen(Line(f"screen-{name}"), (Line(f"caption-{name}"),), until=turn.after(timedelta(minutes=part)))
    return (
        replace(asked, lines=(line,))
        .keep(sat(turn, name, part))
        .show(shown)
        .given(exercise=exercise, minutes=part, left=left, pair=pair)
    )


def _line(state: Mindful, name: str, minutes: int, *, first: bool, pair: bool) -> Line:
    care = Line("care-first" if first and state.holds and name in COUNTED else "care")
    if name not in BREATHS:
        return Line(f"{name}-pair" if pair else name, {"rest": stillness(minutes), "care": care})
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
    if isinstance(answer, Felt):
        return _felt(turn, answer, exercise)
    if isinstance(answer, str) and answer not in _WISHES:
        return _felt(turn, Felt(answer, "unknown", "middle"), exercise)
    if answer in (None, False, "enough"):
        return say("quiet-end").done(True)
    if answer == "other":
        return say("fine-other").ask("choose", WHICH, then="mindful:chosen")
    state = good_for_them(turn.state, exercise) if answer in (True, "again") else wished(turn.state, str(answer))
    again = replace(turn, state=state, first=False)
    return guided(again, exercise, int(given["left"]) or minutes, pair=pair)


def wished(state: Mindful, wish: str) -> Mindful:
    """Give the state with a wish in it: "faster", "slower", "uncounted", "counted" or "unheld"."""
    changes: Mapping[str, Mapping[str, object]] = {
        "faster": {"pace": max(-2, state.pace - 1)},
        "slower": {"pace": min(2, state.pace + 1)},
        "uncounted": {"counting": False},
        "counted": {"counting": True},
        "unheld": {"holds": False},
    }
    return replace(state, **changes[wish])  # type: ignore[arg-type]


def _felt(turn: Turn[Mindful], felt: Felt, exercise: str) -> Reply:
    """Take in how it was: remember what did them good, offer another way where breathing did not."""
    if _UNWELL.search(felt.word.lower()):
        return say("unwell").keep(replace(turn.state, holds=False)).done(True)
    if felt.family in PLEASANT or (felt.family == "unknown" and _BETTER.search(felt.word.lower())):
        return say("good-word", word=felt.word).keep(good_for_them(turn.state, exercise)).done(True)
    if felt.family in TENSE and exercise != "ground":
        return ask("ground-instead", YesNo(), then=instead)
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
