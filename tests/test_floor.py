import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from skill import Offer, Practice, Scale, Words, YesNo, ask, nothing, say
from skill.floor import GUEST, STEPS_BACK, Before, Frame, Return, broken_off, outdated
from skill.reply import Line, Question
from skill.speech import plain

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
TEXTS = """
asked = What is it?
    .reprompt = What, in a word?
again = And then?
    .reprompt = Then?
took = Took { $thing }.
inside = Inside.
fine = All is well.
came = That gave { $value }.
"""


def a_garden(**more) -> Practice:
    garden = Practice("garden", **more)

    @garden.on("GardenIntent")
    def look(turn):
        return ask("asked", Words(), then=took)

    @garden.step
    def took(turn, thing: str):
        return say("took", thing=thing).record("thing", thing).ask("again", Words(), then=enough)

    @garden.step
    def enough(turn, thing: str):
        return say("took", thing=thing).done()

    @garden.on("CallIntent")
    def call(turn):
        return say("inside").given(count=1).call("shed:inner", then=came, size=2)

    @garden.step
    def came(turn, value):
        return say("came", value=f"{value} {turn.given['count']}").done()

    @garden.on("DeepIntent")
    def deep(turn):
        return nothing().given(count=1).call("shed:outer", then=came)

    @garden.on("CheckIntent")
    def check(turn):
        offers = turn.offers("check-in", energy="low")
        return say("inside").given(count=len(offers)).call(offers[0], then=came) if offers else say("fine").done()

    return garden


def a_shed() -> Practice:
    shed = Practice("shed")

    @shed.on("ShedIntent")
    def look(turn):
        return say("fine").done()

    @shed.on("AskShedIntent")
    def ask_in_shed(turn):
        return ask("asked", Scale(1, 5), then=counted)

    @shed.step
    def inner(turn):
        return ask("asked", Scale(1, 5), then=counted).given(**turn.given)

    @shed.step
    def counted(turn, value: int):
        return say("fine").done(value + turn.given.get("size", 0))

    @shed.step
    def outer(turn):
        return nothing().call(inner, then=passed_on, size=10)

    @shed.step
    def passed_on(turn, value):
        return nothing().done(value)

    @shed.offers("check-in")
    def offer(turn):
        size = 7 if turn.given["energy"] == "low" else 0
        return Offer(30, ask("asked", Scale(1, 5), then=counted).given(size=size))

    @shed.offers("check-in for two")
    def broken(turn):
        raise ValueError

    return shed


@pytest.fixture
def home(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), bring(a_shed(), texts=TEXTS))
    home.launch()
    home.end()
    return home


# A called dialogue


def test_a_called_dialogue_asks_and_goes_on_with_its_caller_in_the_same_turn(home):
    assert plain(home.ask("CallIntent").speech) == "Inside. What is it?"
    assert plain(home.say("three").speech) == "All is well. That gave 5 1."


def test_calls_nest(home):
    home.ask("DeepIntent")
    assert plain(home.say("three").speech) == "All is well. That gave 13 1."


def test_an_offer_is_called_with_what_its_caller_passed(home):
    assert plain(home.ask("CheckIntent").speech) == "Inside. What is it?"
    assert plain(home.say("three").speech) == "All is well. That gave 10 1."


def test_a_called_dialogue_that_is_broken_off_goes_on_another_day_and_back_to_its_caller(home):
    home.ask("CallIntent")
    home.end()
    home.wait(days=1)
    home.launch()
    home.ask("AMAZON.YesIntent")
    assert plain(home.say("three").speech) == "All is well. That gave 5 1."


def test_nobody_hears_of_an_offer_that_raises(homes, bring):
    garden = Practice("garden")
    garden.on("PairIntent")(lambda turn: say("came", value=len(turn.offers("check-in for two"))).done())
    home = homes(bring(garden, texts=TEXTS), bring(a_shed(), texts=TEXTS))
    home.launch()
    with capture_logs() as logs:
        assert plain(home.ask("PairIntent").speech) == "That gave 0."
    assert "ValueError" in [each.get("error") for each in logs]


# An interruption


def test_after_an_aside_the_open_question_is_asked_again_at_once(home):
    home.ask("GardenIntent")
    said = home.ask("ShedIntent")
    assert plain(said.speech) == "All is well. What, in a word?"
    assert plain(home.say("a rose").speech) == "Took a rose. And then?"


def test_after_a_longer_interruption_one_is_asked_whether_to_go_back(home):
    home.ask("GardenIntent")
    home.ask("AskShedIntent")
    said = home.say("three")
    assert said.listening
    assert "your garden" in plain(said.speech)
    assert plain(home.ask("AMAZON.YesIntent").speech) == "What is it?"
    assert plain(home.say("a rose").speech) == "Took a rose. And then?"


def test_who_does_not_want_to_go_back_leaves_it(home):
    home.ask("GardenIntent")
    home.ask("AskShedIntent")
    home.say("three")
    assert not home.ask("AMAZON.NoIntent").listening
    assert home.frames()["garden"] == "done"


def test_a_new_run_of_the_same_practice_takes_the_place_of_the_open_one(home):
    home.ask("GardenIntent")
    home.ask("GardenIntent")
    home.say("a rose")
    assert not home.say("a tulip").listening


def test_a_question_of_the_house_gives_way_without_a_word(home):
    home.launch()
    assert plain(home.ask("ShedIntent").speech) == "All is well."


def test_two_devices_have_questions_of_their_own(home):
    home.ask("GardenIntent")
    home.ask("AskShedIntent", device="bedroom")
    assert plain(home.say("a rose").speech) == "Took a rose. And then?"
    assert plain(home.say("four", device="bedroom").speech) == "All is well."


# Broken off


@pytest.mark.parametrize("days", [0, 1, 13])
def test_what_silence_broke_off_is_offered_at_the_next_launch(home, days):
    home.ask("GardenIntent")
    home.end()
    home.wait(days=days)
    assert "your garden" in plain(home.launch().speech)
    assert plain(home.ask("AMAZON.YesIntent").speech) == "What is it?"
    assert plain(home.say("a rose").speech) == "Took a rose. And then?"


def test_what_was_kept_before_silence_stays_and_the_next_question_waits(home):
    home.ask("GardenIntent")
    home.say("a rose")
    home.end()
    home.wait(days=1)
    home.launch()
    assert plain(home.ask("AMAZON.YesIntent").speech) == "And then?"
    assert home.entries() == ["a rose"]


def test_both_what_interrupts_and_what_waits_beneath_are_broken_off_by_silence(home):
    home.ask("GardenIntent")
    home.ask("AskShedIntent")
    home.end()
    assert home.frames()["garden"] == home.frames()["shed"] == "paused"


def test_after_two_weeks_it_is_not_offered_by_itself(home):
    home.ask("GardenIntent")
    home.end()
    home.wait(days=15)
    assert "your garden" not in plain(home.launch().speech)


def test_a_session_that_ended_unheard_is_offered_too(home):
    home.ask("GardenIntent")
    home.wait(days=1)
    assert "your garden" in plain(home.launch().speech)


def test_what_is_let_go_is_not_offered_again(home):
    home.ask("GardenIntent")
    home.end()
    home.launch()
    assert home.ask("AMAZON.NoIntent").listening
    home.end()
    assert "your garden" not in plain(home.launch().speech)


def test_a_sensitive_practice_is_not_named_in_a_household_of_several(homes, bring):
    home = homes(bring(a_garden(sensitive=True), texts=TEXTS))
    home.launch(person="voice-a")
    home.launch(person="voice-b")
    home.ask("GardenIntent", person="voice-a")
    home.end(person="voice-a")
    said = home.launch(person="voice-a")
    assert "garden" in plain(said.speech)
    home.end(person="voice-a")
    assert "garden" not in plain(home.launch().speech).replace("look at the garden", "")


# A plugin that changes


def test_a_question_whose_step_is_gone_is_dropped_politely(home):
    home.ask("GardenIntent")
    home.end()
    del home.registry.practices["garden"].steps["took"]
    assert not re.search("go on|pick|finish", plain(home.launch().speech))
    assert home.ask("AMAZON.YesIntent").outcome != "failed"


def test_a_run_of_a_practice_that_is_gone_is_not_offered(home):
    home.ask("GardenIntent")
    home.end()
    del home.registry.practices["garden"]
    assert home.launch().outcome == "asked"


def test_a_step_is_found_under_a_name_it_had_before(homes, bring):
    garden = Practice("garden")
    garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then="garden:old"))

    @garden.step(was=("old",))
    def new(turn, thing: str):
        return say("took", thing=thing).done()

    home = homes(bring(garden, texts=TEXTS))
    home.launch()
    home.ask("GardenIntent")
    assert plain(home.say("a rose").speech) == "Took a rose."


# A frame by itself


@pytest.fixture
def frame():
    asked = Question(Line("asked", {}, "garden"), YesNo() | Scale(), "garden:took")
    frame = Frame(
        "f1", "garden", "garden", "p1", "c1", "open", NOW, NOW, asked, {"n": 2}, (Return("shed:came", {}),), "f0",
        ("e1",), (), "What?", "What?", 1, 1, True, True,
    )  # fmt: skip
    return replace(frame, trail=(replace(frame.as_it_was(), added=("e1",), at="now"),))


def test_a_frame_comes_back_as_it_was_kept(frame):
    assert Frame.from_data("f1", "p1", "c1", "open", NOW, frame.to_data()) == frame


def test_a_frame_is_as_it_was_before_a_turn_of_its_trail(frame):
    later = replace(frame, question=None, passed={}, returns=(), kept=("e1", "e2"), practice="shed", status="done")
    assert replace(later.as_before(0), misses=frame.misses) == replace(frame, trail=())


def test_a_frame_is_answered_by_its_owner_the_one_asked_and_an_unknown_voice(frame):
    asked = replace(frame, question=replace(frame.question, to="p2"))
    assert [asked.may_be_answered_by(each) for each in ("p1", "p2", None, "p3")] == [True, True, True, False]


def test_a_frame_of_the_household_is_anyones(frame):
    assert replace(frame, owner="").may_be_answered_by("p3")


def test_one_can_go_back_a_few_questions_only(frame):
    for _ in range(STEPS_BACK + 3):
        frame = frame.remembering(Before(), "", "")
    assert len(frame.trail) == STEPS_BACK


@pytest.mark.parametrize(
    ("status", "days", "gone"),
    [("paused", 59, False), ("paused", 61, True), ("done", 0, False), ("done", 2, True), ("open", 13, False)],
)
def test_frames_are_let_go_when_they_are_old(frame, status, days, gone):
    assert outdated(replace(frame, status=status), NOW + timedelta(days=days)) == gone


def test_what_a_guest_broke_off_is_offered_to_nobody(frame):
    mine = replace(frame, status="paused")
    guests = replace(frame, id="f2", owner=GUEST, status="paused")
    others = replace(frame, id="f3", owner="p2", status="paused")
    house = replace(frame, id="f4", owner="", status="paused", touched=NOW + timedelta(minutes=1))
    found = [each for each in (mine, guests, others, house) if broken_off(each, "p1", "c2")]
    assert found == [mine, house]


def test_an_open_question_whose_step_is_gone_is_answered_kindly(home):
    home.ask("GardenIntent")
    del home.registry.practices["garden"].steps["took"]
    assert home.say("a rose").outcome in ("said", "asked")
    assert home.say("a rose").outcome in ("said", "asked")
