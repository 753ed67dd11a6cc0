"""A quiet minute: every handler is one equality, and every exercise fits into one response."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.mindful import Mindful, Sitting, choosing, guiding, mindful, offering, setting, together
from plugins.mindful.exercises import BREATHS, EXERCISES, STILL, breath_of, breathing, rounds
from plugins.mindful.guiding import AFTER, WHICH, guided
from plugins.mindful.practice import length, minutes_since, sat
from skill import (
    ANYONE,
    Also,
    Answer,
    Duration,
    Entry,
    Felt,
    Line,
    Offer,
    Person,
    Reply,
    Request,
    Screen,
    Turn,
    Words,
    YesNo,
    ask,
    reading,
    say,
)
from skill.registry import load
from skill.scene import stamped
from skill.speech import Manner, Memory, Speech, plain

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
BOX = {"exercise": "box", "minutes": 1, "left": 0, "pair": False}
NOT_COUNTED = {name: Line("pause", {"seconds": 3}) for name in ("in", "hold", "out", "rest")}


@dataclass(frozen=True)
class Noted:
    """A journal with one word in it, from another practice."""

    family: str

    def entries(self, kind: str | None = None, **_: Any) -> Sequence[Entry]:
        return (Entry("1", "elsewhere", "word", "tense", NOW, "a", data={"family": self.family}),)

    def count(self, kind: str | None = None, **_: Any) -> int:
        return 1

    def get(self, entry: str) -> Entry | None:
        return None


def turn(**what: Any) -> Turn[Mindful]:
    return Turn(**({"now": NOW, "state": Mindful(), "speaker": ANA, "people": (ANA,)} | what))


def spanning(minutes: int) -> Request:
    return Request("", after=timedelta(minutes=minutes))


# Exercises


def test_a_minute_of_box_breathing_is_four_rounds() -> None:
    assert (BREATHS["box"], rounds(BREATHS["box"], 1)) == ((4, 4, 4, 4), 4)


@pytest.mark.parametrize(
    ("exercise", "pace", "holds", "breath"),
    [
        ("box", -1, True, (3, 3, 3, 3)),
        ("box", 2, True, (6, 6, 6, 6)),
        ("long", -2, True, (2, 0, 4, 0)),
        ("sleep", 0, False, (4, 0, 8, 0)),
        ("sleep", 2, True, (6, 9, 9, 0)),
    ],
)
def test_pace_changes_every_part_and_what_is_not_held_stays_so(
    exercise: str, pace: int, holds: bool, breath: tuple[int, ...]
) -> None:
    assert breath_of(exercise, pace=pace, holds=holds) == breath


def test_breaths_are_joined_minute_by_minute_the_first_in_full() -> None:
    first, following = Line("first-held", NOT_COUNTED), Line("next-held", NOT_COUNTED)
    two = Line("then", {"one": first, "other": following})
    three = Line("then", {"one": two, "other": following})
    one = Line("then", {"one": three, "other": following})
    over = Line("pause", {"seconds": 1})
    assert breathing((4, 4, 4, 4), 1, counted=False) == {"one": one, "two": over, "three": over}


def test_counting_names_a_count_for_every_part() -> None:
    counted = breathing((4, 0, 8, 0), 3, counted=True)
    parts = {"in": Line("count-4"), "out": Line("count-8")}
    assert str(counted["two"]).count(str(Line("next-plain", parts))) == 5
    assert str(counted["one"]).count(str(Line("first-plain", parts))) == 1


def every_exercise() -> Iterator[Any]:
    for exercise in (*BREATHS, *STILL):
        yield pytest.param(exercise, False, id=exercise)
    yield pytest.param("long", True, id="for two")


@pytest.fixture(scope="module")
def speech() -> Speech:
    return Speech(load(), reading.mirror)


@pytest.mark.parametrize(("exercise", "pair"), [*every_exercise()])
def test_every_length_pace_and_manner_fits_into_one_response(speech: Speech, exercise: str, pair: bool) -> None:
    manners = product((1, 2, 3), (-2, 0, 2), (True, False), (True, False))
    for minutes, pace, holds, counting in manners:
        state = Mindful(pace=pace, holds=holds, counting=counting)
        line = stamped(guided(turn(state=state), exercise, minutes, pair=pair), "mindful").lines[0]
        for number in range(len(speech.texts("mindful", "en-US").variants(line.id))):
            said, _ = speech.say(line, Manner("en-US", NOW, str(number)), Memory({}))
            pauses = [float(number_) / (1 if unit == "s" else 1000) for number_, unit in _BREAK.findall(said)]
            seconds = sum(pauses) + len(plain(said).split()) * 0.4
            assert len(said) < 5_500
            assert max(pauses) <= 10
            longest = 80 if exercise in BREATHS else 80 + 10 * max(pace, 0)
            assert 40 * minutes <= seconds <= longest * minutes, (minutes, pace, holds, counting, seconds)
            assert seconds < 220


_BREAK = re.compile(r'<break time="([\d.]+)(m?s)"/>')


# Guiding


def test_an_exercise_is_one_response_and_ends_with_one_question() -> None:
    breaths = breathing((4, 4, 4, 4), 1, counted=True)
    assert guided(turn(), "box", 1) == (
        say("breathe-box", **breaths, care=Line("care"))
        .keep(Mindful(minutes=1, sittings=(Sitting(NOW, "box", 1),)))
        .show(Screen(Line("screen-box"), (Line("caption-box"),), until=NOW + timedelta(minutes=1)))
        .given(**BOX)
        .ask("again", AFTER, then=guiding.after)
    )


def test_the_first_time_holding_comes_with_a_word_of_care() -> None:
    assert guided(turn(first=True), "box", 1).lines[0].args["care"] == Line("care-first")
    assert guided(turn(first=True), "long", 1).lines[0].args["care"] == Line("care")
    assert guided(turn(first=True, state=Mindful(holds=False)), "sleep", 1).lines[0].args["care"] == Line("care")


def test_without_holding_long_breaths_take_the_place_of_the_box() -> None:
    assert guided(turn(state=Mindful(holds=False)), "box", 1).lines[0].id == "breathe-long"


def test_five_minutes_are_three_and_then_two() -> None:
    reply = guided(turn(), "long", 5)
    assert reply.question == ask("go-on", AFTER, then=guiding.after, done=timedelta(minutes=3)).question
    on = guiding.after(turn(given=reply.passed), True)
    assert (on.state.sittings, on.passed["left"]) == ((Sitting(NOW, "long", 2),), 0)


@pytest.mark.parametrize("intent", [*guiding._STARTED_BY])
def test_each_exercise_begins_by_its_name_for_as_long_as_was_said(intent: str) -> None:
    heard = turn(intent=intent, request=spanning(2))
    assert guiding.begin(heard) == guided(heard, guiding._STARTED_BY[intent], 2)
    assert guiding.begin(turn(intent=intent)) == guided(turn(intent=intent), guiding._STARTED_BY[intent], 1)


@pytest.mark.parametrize("answer", [None, False, "enough"])
def test_enough_is_enough(answer: Any) -> None:
    assert guiding.after(turn(given=BOX), answer) == say("quiet-end").done(True)


@pytest.mark.parametrize("answer", [True, "again"])
def test_again_does_the_same_and_remembers_that_it_was_liked(answer: Any) -> None:
    liked = replace(turn(given=BOX), state=Mindful(liked=("box",)))
    assert guiding.after(turn(given=BOX), answer) == guided(liked, "box", 1)


@pytest.mark.parametrize(
    ("answer", "message", "state"),
    [
        ("faster", "paced-faster", Mindful(pace=-1)),
        ("slower", "paced-slower", Mindful(pace=1)),
        ("uncounted", "counting-off", Mindful(counting=False)),
    ],
)
def test_a_wish_is_kept_and_the_exercise_done_again(answer: str, message: str, state: Mindful) -> None:
    wished = turn(given=BOX, state=state)
    assert guiding.after(turn(given=BOX), answer) == guided(wished, "box", 1, before=say(message))


@pytest.mark.parametrize(
    ("exercise", "answer", "message", "state"),
    [
        ("box", "counted", "counting-on", Mindful(counting=True)),
        ("ground", "uncounted", "counting-off", Mindful(counting=False)),
        ("quiet", "slower", "paced-slower", Mindful(pace=1)),
        ("box", "unheld", "holding-off", Mindful(holds=False)),
        ("box", Felt("pregnant", "unknown", "middle"), "holding-off", Mindful(holds=False)),
        ("box", "I have asthma", "holding-off", Mindful(holds=False)),
    ],
)
def test_a_wish_that_makes_it_no_other_exercise_is_only_kept(
    exercise: str, answer: Any, message: str, state: Mindful
) -> None:
    given = BOX | {"exercise": exercise}
    asked = say(message).keep(state).ask("again", AFTER, then=guiding.after).given(**given)
    assert guiding.after(turn(given=given), answer) == asked


def test_what_is_asked_is_no_word_for_how_it_was() -> None:
    asked = say("only-this").ask("again", AFTER, then=guiding.after).given(**BOX)
    assert guiding.after(turn(given=BOX), "what's the weather like") == asked
    assert guiding.after(turn(given=BOX), "remind me to do this tomorrow") == asked


def test_a_pace_within_more_words_is_a_wish() -> None:
    wished = turn(given=BOX, state=Mindful(pace=1))
    said = guiding.after(turn(given=BOX), "could we do that again but slower")
    assert said == guided(wished, "box", 1, before=say("paced-slower"))


def test_long_words_are_not_said_back() -> None:
    said = "my neighbour has been drilling all the time"
    assert guiding.after(turn(given=BOX), said) == say("any-words").done(True)


def test_who_got_nothing_out_of_breathing_is_offered_five_things() -> None:
    offered = ask("ground-instead", YesNo(), then=guiding.instead)
    assert guiding.after(turn(given=BOX), "that didn't do anything") == offered
    quiet = turn(given=BOX | {"exercise": "quiet"})
    assert guiding.after(quiet, "that didn't help") == say("any-word", word="that didn't help").done(True)


def test_either_of_two_may_say_whether_to_go_on() -> None:
    assert guided(turn(), "long", 1, pair=True).question.to == ANYONE.id


def test_at_the_end_of_the_paces_it_says_so() -> None:
    fast, slow = turn(given=BOX, state=Mindful(pace=-2)), turn(given=BOX, state=Mindful(pace=2))
    assert guiding.after(fast, "faster").lines == say("fastest").lines
    assert guiding.after(slow, "slower").lines == say("slowest").lines


def test_looking_around_goes_faster_too_and_quiet_is_as_long_as_was_said() -> None:
    fast = turn(state=Mindful(pace=-2))
    assert guided(fast, "ground", 1).lines[0].args["rest"] == Line("pause", {"seconds": 4})
    assert guided(fast, "quiet", 1).lines[0].args["rest"] == Line("pause", {"seconds": 8})


def test_a_wish_before_the_rest_leaves_the_rest() -> None:
    before = turn(given=BOX | {"minutes": 3, "left": 2})
    assert guiding.after(before, "faster").passed["left"] == 0
    assert guiding.after(before, "counted") == (
        say("counting-on")
        .keep(Mindful(counting=True))
        .ask("go-on", AFTER, then=guiding.after, done=timedelta(minutes=3))
        .given(**before.given)
    )


def test_a_length_does_it_again_for_that_long() -> None:
    heard = turn(given=BOX)
    assert guiding.after(heard, timedelta(minutes=2)) == guided(heard, "box", 2)


def test_something_else_chooses_again() -> None:
    assert guiding.after(turn(given=BOX), "other") == say("fine-other").ask("choose", WHICH, then=choosing.chosen)


@pytest.mark.parametrize("word", ["dizzy", "a bit light headed", "short of breath"])
def test_who_is_dizzy_stops_and_never_holds_again(word: str) -> None:
    felt = Felt(word, "unknown", "middle")
    assert guiding.after(turn(given=BOX), felt) == say("unwell").keep(Mindful(holds=False)).done(True)


def test_who_is_tense_afterwards_is_offered_five_things_around_them() -> None:
    panicky = Felt("panicky", "afraid", "high")
    assert guiding.after(turn(given=BOX), panicky) == ask("ground-instead", YesNo(), then=guiding.instead)
    assert guiding.instead(turn(), True) == guided(turn(), "ground", 1)
    assert guiding.instead(turn(), None) == say("quiet-end").done(True)
    again = turn(given=BOX | {"exercise": "ground"})
    assert guiding.after(again, panicky) == say("any-word", word="panicky").done(True)


def test_who_feels_good_afterwards_is_offered_it_first_another_day() -> None:
    calm = Felt("calm", "calm", "low")
    better = Felt("a bit calmer", "unknown", "middle")
    assert guiding.after(turn(given=BOX), better).lines == say("good-word", word="a bit calmer").lines
    assert guiding.after(turn(given=BOX), "not so sure") == say("any-word", word="not so sure").done(True)
    assert guiding.after(turn(given=BOX), calm) == (
        say("good-word", word="calm").keep(Mindful(liked=("box",))).done(True)
    )


def test_before_the_door_there_are_three_breaths_and_one_word() -> None:
    kept = Mindful(minutes=1, sittings=(Sitting(NOW, "arrive", 1),))
    assert guiding.arrive(turn()) == say("arrive").ask("walk-in", Words(), then=guiding.walk_in).keep(kept)
    assert guiding.walk_in(turn(), "gently") == say("walk-in-so", how="gently").done(True)
    assert guiding.walk_in(turn(), None) == say("quiet-end").done(True)


# Choosing


def test_breathing_or_five_things_around_is_the_choice() -> None:
    assert choosing.choose(turn()) == ask("choose", WHICH, then=choosing.chosen)


def test_at_night_it_is_for_sleep() -> None:
    night = turn(now=NOW.replace(hour=23))
    assert choosing.choose(night) == ask("choose-night", WHICH, then=choosing.chosen).given(first="sleep")


def test_what_did_good_comes_first() -> None:
    assert choosing.choose(turn(state=Mindful(liked=("box", "ground")))) == (
        ask("choose-liked", WHICH, then=choosing.chosen, exercise=Line("kind-ground")).given(first="ground")
    )


@pytest.mark.parametrize(
    ("answer", "first", "exercise"),
    [
        ("breathing", None, "box"),
        ("ground", None, "ground"),
        (True, None, "box"),
        (True, "sleep", "sleep"),
        (Felt("panicky", "afraid", "high"), None, "ground"),
        (Felt("tired", "tired", "low"), None, "box"),
    ],
)
def test_what_is_chosen_begins(answer: Any, first: str | None, exercise: str) -> None:
    heard = turn(given={"first": first} if first else {})
    assert choosing.chosen(heard, answer) == guided(heard, exercise, 1)


def test_a_length_in_place_of_a_choice_is_breathing_for_that_long() -> None:
    assert choosing.chosen(turn(), timedelta(minutes=2)) == guided(turn(), "box", 2)
    heard = turn(answer=Answer("Choice", "ground", "five things", Also(duration=timedelta(minutes=2))))
    assert choosing.chosen(heard, "ground") == guided(heard, "ground", 2)


def test_something_else_names_three_more() -> None:
    assert choosing.chosen(turn(), "other") == ask("choose-other", WHICH, then=choosing.chosen).given(first="heart")


@pytest.mark.parametrize("answer", [None, False])
def test_no_is_fine(answer: Any) -> None:
    assert choosing.chosen(turn(), answer) == say("left").done()
    assert choosing.how_long(turn(), answer) == say("left").done()


def test_arriving_can_be_chosen_too() -> None:
    assert choosing.chosen(turn(), "arrive") == guiding.arrive(turn())


def test_the_length_is_asked_for_once() -> None:
    assert choosing.breathe(turn()) == ask("how-long", choosing.KINDS, then=choosing.how_long)
    assert choosing.how_long(turn(), "2") == guided(turn(), "box", 2)
    assert choosing.how_long(turn(), timedelta(minutes=3)) == guided(turn(), "box", 3)
    assert choosing.how_long(turn(), True) == guided(turn(), "box", 1)
    used = turn(state=Mindful(minutes=2, liked=("heart", "ground")))
    assert choosing.breathe(used) == guided(used, "heart", 2)
    said = turn(request=spanning(3))
    assert choosing.breathe(said) == guided(said, "box", 3)


# Settings


@pytest.mark.parametrize(
    ("handler", "message", "state"),
    [
        (setting.faster, "paced-faster", Mindful(pace=-1)),
        (setting.slower, "paced-slower", Mindful(pace=1)),
        (setting.no_counting, "counting-off", Mindful(counting=False)),
        (setting.counting, "counting-on", Mindful(counting=True)),
        (setting.no_holding, "holding-off", Mindful(holds=False)),
    ],
)
def test_a_setting_outside_of_an_exercise_is_only_kept(handler: Any, message: str, state: Mindful) -> None:
    assert handler(turn()) == say(message).keep(state).done()


def test_holding_comes_back_when_asked_for() -> None:
    assert setting.holding(turn(state=Mindful(holds=False))) == say("holding-on").keep(Mindful()).done()


def test_a_pace_has_its_ends() -> None:
    assert setting.faster(turn(state=Mindful(pace=-2))).state == Mindful(pace=-2)
    assert setting.slower(turn(state=Mindful(pace=2))).state == Mindful(pace=2)


def test_a_wish_right_after_an_exercise_does_it_again() -> None:
    before = Mindful(sittings=(Sitting(NOW - timedelta(minutes=2), "box", 1),))
    uncounted = turn(state=replace(before, counting=False))
    assert setting.no_counting(turn(state=before)) == guided(uncounted, "box", 1, before=say("counting-off"))
    long_ago = Mindful(sittings=(Sitting(NOW - timedelta(hours=2), "box", 1),))
    assert setting.no_counting(turn(state=long_ago)).question is None


def test_who_cannot_hold_their_breath_is_asked_before_anything_begins() -> None:
    before = Mindful(sittings=(Sitting(NOW - timedelta(minutes=2), "box", 1),))
    assert setting.no_holding(turn(state=before)).question == guided(turn(), "box", 1).question
    assert setting.no_holding(turn(state=before)).lines == say("holding-off").lines


def test_again_does_the_last_exercise_once_more() -> None:
    heart = turn(state=Mindful(sittings=(Sitting(NOW - timedelta(days=2), "heart", 2),)))
    assert setting.once_more(heart) == guided(heart, "heart", 2)
    door = turn(state=Mindful(sittings=(Sitting(NOW, "arrive", 1),)))
    assert setting.once_more(door) == guiding.arrive(door)
    assert setting.once_more(turn()) == choosing.choose(turn())


def test_what_helped_is_remembered_on_another_day() -> None:
    before = Mindful(sittings=(Sitting(NOW - timedelta(hours=2), "heart", 1),))
    assert setting.that_helped(turn(state=before)) == say("will-offer").keep(replace(before, liked=("heart",))).done()
    assert setting.that_helped(turn()) == say("none-yet").done()


def test_minutes_are_told_only_when_asked_for_and_only_of_seven_days() -> None:
    old, new = Sitting(NOW - timedelta(days=9), "box", 3), Sitting(NOW - timedelta(days=1), "box", 2)
    assert setting.how_many(turn(state=Mindful(sittings=(old, new)))) == say("minutes", count=2).done()
    assert setting.how_many(turn(state=Mindful(sittings=(old,)))) == say("no-minutes").done()
    assert "summary" not in mindful.offered


def test_the_newest_sixty_are_remembered() -> None:
    state = Mindful(sittings=tuple(Sitting(NOW, "box", 1) for _ in range(60)))
    assert len(sat(turn(state=state), "long", 3).sittings) == 60
    assert minutes_since(sat(turn(state=state), "long", 3), NOW) == 62
    assert [length(timedelta(seconds=seconds)) for seconds in (20, 100, 600)] == [1, 2, 10]


# Two, and the check-in


def test_two_breathe_at_one_pace_and_look_at_each_other() -> None:
    pair = turn(present=(ANA, LEO), request=spanning(2))
    assert together.together(pair) == guided(pair, "long", 2, pair=True)
    assert together.together(pair).lines[0].id == "breathe-pair"


def test_whether_both_are_here_is_asked_first() -> None:
    assert together.together(turn()) == Reply().given(minutes=1).both_here(then=together.both)
    here = turn(present=(ANA, LEO), given={"minutes": 1})
    assert together.both(here, True) == guided(here, "long", 1, pair=True)
    assert together.both(turn(), False) == ask("one-here", YesNo(), then=together.alone)
    assert together.alone(turn(), True) == choosing.breathe(turn())
    assert together.alone(turn(), None) == say("left").done()


def test_a_tense_word_brings_a_quiet_minute_into_the_check_in() -> None:
    asked = ask("offered", YesNo() | Duration(), then=offering.offered)
    assert offering.when_tense(turn(journal=Noted("stressed"))) == Offer(36, asked.given(exercise="long"))
    told = turn(given={"felt": Felt("scared", "afraid", "high")}, state=Mindful(liked=("ground", "arrive")))
    assert offering.when_tense(told) == Offer(36, asked.given(exercise="ground"))


def test_it_is_not_offered_to_who_is_calm_or_sat_only_now() -> None:
    assert offering.when_tense(turn(journal=Noted("calm"))) is None
    assert offering.when_tense(turn(given={"felt": Felt("fine", "calm", "middle")}, journal=Noted("angry"))) is None
    lately = Mindful(sittings=(Sitting(NOW - timedelta(hours=1), "box", 1),))
    assert offering.when_tense(turn(state=lately, journal=Noted("stressed"))) is None


def test_what_was_offered_is_guided_or_left() -> None:
    heard = turn(given={"exercise": "long"})
    assert offering.offered(heard, True) == guided(heard, "long", 1)
    assert offering.offered(heard, timedelta(minutes=2)) == guided(heard, "long", 2)
    assert offering.offered(heard, None) == say("left").done()


def test_every_exercise_has_its_texts() -> None:
    texts = Speech(load(), reading.mirror).texts("mindful", "en-US")
    for exercise in EXERCISES:
        line = f"breathe-{exercise}" if exercise in BREATHS else exercise
        assert {line, f"kind-{exercise}", f"screen-{exercise}", f"caption-{exercise}"} <= set(texts.ids)
