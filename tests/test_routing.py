from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill import (
    Choice,
    Duration,
    Feeling,
    Felt,
    Moment,
    Name,
    NoState,
    Option,
    Practice,
    Scale,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)
from skill.exchange import Slot
from skill.speech import plain

LONDON = ZoneInfo("Europe/London")
TEXTS = """
asked = What is it?
    .reprompt = What, in a word?
    .narrower = Is it a flower?
took = Took it.
kept = Kept { $thing }.
share = Shall I tell Leo?
    .reprompt = Tell Leo?
fine = All is well.
"""
EIGHT = datetime(2026, 3, 3, 8, 0, tzinfo=LONDON)


@dataclass
class Reached:
    """What came to a step: the value, and what rode along."""

    turns: list

    @property
    def turn(self):
        return self.turns[-1]


@pytest.fixture
def asking(homes, bring):
    """Make a home where a question of some kinds is open; give it and what its step gets."""

    def make(kinds, **more):
        garden = Practice("garden")
        reached = Reached([])

        @garden.on("GardenIntent")
        def look(turn):
            return ask("asked", kinds, then=took, **more)

        @garden.on("RoseIntent")
        def rose(turn):
            reached.turns.append(turn)
            return say("fine").done()

        @garden.step
        def took(turn, value: object):
            reached.turns.append(turn)
            return say("took").done()

        home = homes(bring(garden, texts=TEXTS))
        home.launch()
        home.end()
        home.ask("GardenIntent")
        return home, reached

    return make


# All kinds of answer, through the whole conversation


@pytest.mark.parametrize(
    ("kinds", "words", "value"),
    [
        (Words(), "the roses opened", "the roses opened"),
        (YesNo(), "yes please", True),
        (YesNo(), "i guess so", True),
        (YesNo(clear=True), "i guess so", False),
        (YesNo(), "not really", False),
        (Scale(1, 10), "a seven", 7),
        (Feeling(), "exhausted", Felt("exhausted", "tired", "low")),
        (Choice("roses", "tulips"), "the tulips", "tulips"),
        (Choice(Option("a", ("the red one", "roses"))), "roses", "a"),
        (Name(), "my name is leo", "Leo"),
        (Duration(), "half an hour", timedelta(minutes=30)),
        (When(), "tomorrow at eight in the morning", Moment(EIGHT, True)),
        (YesNo() | Duration(), "no, half an hour", timedelta(minutes=30)),
        (YesNo() | Duration(), "yes", True),
        (YesNo() | When(), "tomorrow at eight in the morning", Moment(EIGHT, True)),
        (Choice("roses", "tulips") | YesNo(), "no", False),
        (Scale(1, 5) | Words(), "three", 3),
        (Scale(1, 5) | Words(), "the roses opened", "the roses opened"),
        (Feeling() | Words(), "angry about the fence", Felt("angry", "angry", "high")),
        (Name() | YesNo(), "no", False),
    ],
)
def test_an_answer_reaches_its_step_in_its_own_type(asking, kinds, words, value):
    home, reached = asking(kinds)
    assert plain(home.say(words).speech) == "Took it."
    assert reached.turn.value == value
    assert type(reached.turn.value) is type(value)


@pytest.mark.parametrize(
    ("intent", "value"),
    [("AMAZON.YesIntent", True), ("AMAZON.NoIntent", False), ("SoftYesIntent", True), ("SoftNoIntent", False)],
)
def test_a_yes_that_comes_as_an_intent_is_one(asking, intent, value):
    home, reached = asking(YesNo())
    home.ask(intent)
    assert reached.turn.value is value


def test_a_yes_is_no_answer_to_how_long(asking):
    home, reached = asking(Duration())
    assert plain(home.ask("AMAZON.YesIntent").speech).endswith("Is it a flower?")
    assert reached.turns == []


@pytest.mark.parametrize(
    ("kinds", "slot", "words", "value"),
    [
        (Duration(), "duration", "PT20M", timedelta(minutes=20)),
        (Scale(1, 10), "number", "7", 7),
        (When(), "time", "08:00", Moment(EIGHT, False)),
    ],
)
def test_a_value_in_the_platforms_own_shape_is_read(asking, kinds, slot, words, value):
    home, reached = asking(kinds)
    home.ask("NumberIntent", slots={slot: words})
    assert reached.turn.value == value


def test_what_rides_along_reaches_the_step(asking):
    home, reached = asking(Duration())
    home.say("twenty minutes, and remind me")
    assert (reached.turn.value, reached.turn.answer.also.reminder) == (timedelta(minutes=20), True)


def test_several_things_in_one_breath_reach_the_step(asking):
    home, reached = asking(Words())
    home.say("leo washed up, the rain stopped and i slept well")
    assert reached.turn.items == ("leo washed up", "the rain stopped", "i slept well")


def test_a_time_in_free_words_is_split_off(asking):
    home, reached = asking(Words())
    home.say("stretch tomorrow at eight in the morning")
    assert (reached.turn.request.what, reached.turn.request.when.at) == ("stretch", EIGHT)


def test_a_touch_does_what_saying_its_words_does(asking):
    home, reached = asking(Choice("roses", "tulips"))
    home.hear("touch", arguments=("tulips",))
    assert reached.turn.value == "tulips"


# Commands


@pytest.mark.parametrize("words", ["stop", "okay stop please", "that's enough", "goodbye"])
def test_a_command_is_one_also_where_words_are_expected(asking, words):
    home, reached = asking(Words())
    assert not home.say(words).listening
    assert reached.turns == []


@pytest.mark.parametrize(
    "words", ["cancel the break", "stop shouting at each other", "help with the dishes", "skip lunch"]
)
def test_a_command_is_only_one_when_it_is_the_whole_utterance(asking, words):
    home, reached = asking(Words())
    home.say(words)
    assert reached.turn.value == words


def test_what_sounds_like_a_command_is_an_answer_where_it_is_one_of_the_choices(asking):
    home, reached = asking(Choice("now", "later"))
    home.say("later")
    assert reached.turn.value == "later"


@pytest.mark.parametrize("said", ["again", "okay, again please"])
def test_an_option_that_sounds_like_a_command_is_chosen_among_courtesies_too(asking, said):
    home, reached = asking(Choice("again", "enough") | Words())
    home.say(said)
    assert reached.turn.value == "again"


@pytest.mark.parametrize("intent", ["AgainIntent", "SlowerIntent"])
def test_again_and_slower_have_the_question_said_again(asking, intent):
    home, _ = asking(YesNo())
    assert plain(home.ask(intent).speech) == "What is it?"


@pytest.mark.parametrize(("intent", "said"), [("AgainIntent", "again"), ("SlowerIntent", "slower")])
def test_again_and_slower_may_be_chosen(asking, intent, said):
    home, reached = asking(Choice(said, "enough"))
    home.ask(intent)
    assert reached.turn.value == said


def test_again_afterwards_is_the_practices_that_ran_last(homes, bring):
    garden = Practice("garden")

    @garden.on("GardenIntent", "AgainIntent")
    def look(turn):
        return say("fine").done()

    home = homes(bring(garden, texts=TEXTS))
    home.ask("GardenIntent")
    assert plain(home.ask("AgainIntent").speech) == "All is well."


# Intents of practices


@pytest.fixture
def diary(homes, bring):
    """A home whose practice takes feelings, and what it was given."""
    taken = []
    practice = Practice("diary")
    practice.on("FeelingIntent")(lambda turn: taken.append((turn.slots["feeling"], turn.ids["feeling"])) or say("fine"))
    return homes(bring(practice, texts="fine = Fine.\n")), taken


@pytest.mark.parametrize(
    "words", ["i feel a bit flat to be honest", "i'm worried about the interview and can't settle"]
)
def test_a_feeling_in_a_free_sentence_out_of_nowhere_is_for_the_practice_that_takes_feelings(diary, words):
    home, taken = diary
    home.launch()
    home.hear(intent="OpeningImIntent", words=words, slots={"words": Slot(words)})
    assert len(taken) == 1
    assert taken[0][0] in words


def test_a_free_sentence_without_a_feeling_is_a_miss(diary):
    home, taken = diary
    home.launch()
    home.say("the boiler man comes on tuesday")
    home.say("i'm in the shed")
    assert taken == []


def test_an_intent_takes_the_floor_though_a_question_is_open(asking):
    home, reached = asking(YesNo())
    home.ask("RoseIntent")
    assert reached.turn.intent == "RoseIntent"


def test_an_opening_is_an_answer_where_words_are_expected(asking):
    home, reached = asking(Words())
    home.hear(intent="OpeningIFeelIntent", words="i feel like a rose", slots={"i_feel_words": Slot("like a rose")})
    assert reached.turn.value == "i feel like a rose"


def test_the_practices_own_words_intent_is_an_answer_where_words_are_expected(asking):
    home, reached = asking(Words())
    home.ask("RoseIntent", slots={"thing": "a red one"}, words="i saw a red one")
    assert (reached.turn.step, reached.turn.value) == ("garden:took", "a red one")


def test_the_practices_own_words_intent_is_itself_where_no_words_are_expected(asking):
    home, reached = asking(YesNo())
    home.ask("RoseIntent", slots={"thing": "a red one"})
    assert (reached.turn.intent, reached.turn.slots, reached.turn.items) == (
        "RoseIntent",
        {"thing": "a red one"},
        ("a red one",),
    )


def test_the_ids_of_slot_values_reach_the_handler(asking):
    home, reached = asking(YesNo())
    home.hear(intent="RoseIntent", slots={"thing": Slot("the red one", "red")})
    assert reached.turn.ids == {"thing": "red"}


def test_an_unknown_intent_with_nothing_open_is_a_miss_and_not_a_failure(asking):
    home, _ = asking(YesNo())
    home.end()
    said = home.ask("FutureIntent")
    assert (said.outcome, said.listening) == ("asked", True)


def test_a_name_given_unasked_is_taken_and_the_question_stays(asking):
    home, reached = asking(YesNo())
    said = home.ask("NameIntent", slots={"name": "ana"}, words="my name is ana")
    assert reached.turns == []
    assert plain(said.speech).endswith("What, in a word?")


# Corrections and additions


@pytest.fixture
def keeping(homes, bring):
    garden: Practice[NoState] = Practice("garden")
    beside = Reached([])

    @garden.on("GardenIntent")
    def look(turn):
        return ask("asked", Words(), then=keep)

    @garden.step
    def keep(turn, thing: str):
        return say("kept", thing=thing).record("thing", thing).ask("share", Words() | YesNo(), then=end)

    @garden.step
    def end(turn, value: object):
        return say("took").done()

    @garden.on("CorrectionIntent")
    def correct(turn):
        beside.turns.append(turn)
        return say("kept", thing=turn.slots["new"]).amend(turn.kept[-1], text=turn.slots["new"])

    @garden.on("AlsoIntent")
    def also(turn):
        beside.turns.append(turn)
        reply = nothing()
        for item in turn.items:
            reply = reply.record("thing", item)
        return reply.say("kept", thing=turn.slots["words"])

    home = homes(bring(garden, texts=TEXTS))
    home.launch()
    home.end()
    home.ask("GardenIntent")
    return home, beside


def test_a_correction_changes_what_was_kept_and_the_question_stays(keeping):
    home, _ = keeping
    home.say("sam washed up")
    said = home.say("no i meant leo washed up")
    assert plain(said.speech) == "Kept leo washed up. Tell Leo?"
    assert home.entries() == ["leo washed up"]
    assert plain(home.say("yes").speech) == "Took it."


def test_a_correction_is_an_answer_while_nothing_has_been_kept(keeping):
    home, beside = keeping
    home.say("i meant the rain")
    assert beside.turns == []


def test_an_addition_is_kept_too_and_the_question_stays(keeping):
    home, _ = keeping
    home.say("the rain stopped")
    said = home.say("and also the soup was good")
    assert plain(said.speech) == "Kept the soup was good. Tell Leo?"
    assert sorted(home.entries()) == ["the rain stopped", "the soup was good"]


def test_a_correction_straight_after_the_run_reaches_it(keeping):
    home, _ = keeping
    home.say("sam washed up")
    home.say("yes")
    home.say("no i meant leo washed up")
    assert home.entries() == ["leo washed up"]


def test_a_correction_long_after_the_run_reaches_nothing(keeping):
    home, _ = keeping
    home.say("sam washed up")
    home.say("yes")
    home.wait(hours=3)
    home.say("no i meant leo washed up")
    assert home.entries() == ["sam washed up"]


def test_a_correction_can_be_taken_back(keeping):
    home, _ = keeping
    home.say("sam washed up")
    home.say("no i meant leo washed up")
    home.ask("UndoIntent")
    assert home.entries() == ["sam washed up"]
