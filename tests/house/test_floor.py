from dataclasses import dataclass

import pytest

from skill import (
    Choice,
    Duration,
    Feeling,
    Name,
    Offer,
    Practice,
    Reminder,
    Scale,
    Timer,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)
from skill.speech import plain

KINDS = {
    "Words": Words(),
    "YesNo": YesNo(),
    "Scale": Scale(1, 5),
    "Feeling": Feeling(),
    "Choice": Choice("roses", "tulips"),
    "Name": Name(),
    "Duration": Duration(),
    "When": When(),
}
TEXTS = """
asked = What is it?
    .reprompt = What, in a word?
    .help = You are in the garden. You can name a thing, or say stop.
    .narrower = Is it a flower?
    .two = A flower, or a tree?
bare = And what else?
first = What was first?
    .reprompt = First?
second = What was second?
    .reprompt = Second?
took = Took it.
skipped = Left out.
got = The answer was { $value }.
kept = Kept: { $thing }.
time-up = Time to water.
"""
COMMANDS = {
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "cancel",
    "AMAZON.HelpIntent": "help",
    "AMAZON.RepeatIntent": "say that again",
    "SkipIntent": "skip this one",
    "BackIntent": "go back",
    "UndoIntent": "don't keep that",
    "NotNowIntent": "not now",
    "AMAZON.FallbackIntent": None,
    "AMAZON.NavigateHomeIntent": None,
    "HangOnIntent": None,
    "GoOnIntent": None,
}


@dataclass(frozen=True)
class Garden:
    things: tuple[str, ...] = ()


def a_garden() -> Practice[Garden]:
    garden = Practice("garden", state=Garden)

    for name, kind in KINDS.items():

        @garden.on(f"Ask{name}Intent")
        def look(turn, kind=kind):
            return ask("asked", kind, then=took)

    @garden.step
    def took(turn, value: object):
        return say("took").done(value)

    @garden.on("BareIntent")
    def bare(turn):
        return ask("bare", YesNo(), then=took)

    @garden.on("OptionalIntent")
    def optional(turn):
        return ask("asked", YesNo(), then=perhaps)

    @garden.step
    def perhaps(turn, value: bool | None):
        return say("skipped" if value is None else "took").done(value)

    @garden.on("CallingIntent")
    def calling(turn):
        return say("took").call(inner, then=outer)

    @garden.step
    def inner(turn):
        return ask("asked", Words(), then=took)

    @garden.step
    def outer(turn, value):
        return say("got", value=str(value)).done()

    @garden.on("ThreeIntent")
    def three(turn):
        return ask("first", Words(), then=first)

    @garden.step
    def first(turn, thing: str):
        kept = Garden((*turn.state.things, thing))
        return say("kept", thing=thing).record("thing", thing).keep(kept).ask("second", Words(), then=second)

    @garden.step
    def second(turn, thing: str):
        kept = Garden((*turn.state.things, thing))
        reply = say("kept", thing=thing).record("thing", thing).keep(kept)
        return reply.time(Timer("time-up", turn.now - turn.now.replace(hour=0)), then=timed)

    @garden.step
    def timed(turn, outcome):
        return ask("asked", YesNo(), then=took)

    @garden.on("RemindIntent")
    def remind(turn):
        return nothing().remind(Reminder("time-up", at=turn.now.replace(hour=22)), then=outer)

    @garden.on("BothIntent", for_two=True)
    def both(turn):
        return nothing().both_here(then=together)

    @garden.step
    def together(turn, two: bool):
        return ask("asked", Words(), then=took, to=turn.other) if two else say("skipped").done()

    @garden.offers("launch")
    def offer(turn):
        return Offer(90, ask("asked", Words(), then=took)) if turn.state.things == ("offer",) else None

    @garden.on("OfferIntent")
    def offering(turn):
        return say("took").keep(Garden(("offer",))).done()

    return garden


@pytest.fixture
def home(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS))
    home.launch()
    home.end()
    return home


def nothing_open(home, user="ana"):
    pass


def a_question(kind):
    def begin(home, user="ana"):
        home.ask(f"Ask{kind}Intent", user=user)

    begin.__name__ = kind
    return begin


def a_called_dialogue(home, user="ana"):
    home.ask("CallingIntent", user=user)


def a_question_of_the_house(home, user="ana"):
    home.ask("RemindIntent", user=user)


def a_menu(home, user="ana"):
    home.launch(user=user)


def a_couple_question(home, user="ana"):
    home.ask("BothIntent", user=user)
    home.say("ana", user=user)
    home.say("leo", user=user)


def a_question_that_is_held(home, user="ana"):
    home.ask("OfferIntent", user=user)
    home.launch(user=user)


QUESTIONS = [a_question(kind) for kind in KINDS]
OTHERS = [a_called_dialogue, a_question_of_the_house, a_menu, a_couple_question, a_question_that_is_held]
OPEN = [*QUESTIONS, *OTHERS]
STATES = [nothing_open, *OPEN]


def named(states):
    return pytest.mark.parametrize("begin", states, ids=lambda begin: begin.__name__)


@named(STATES)
def test_every_command_is_answered_in_every_state_and_only_a_question_keeps_the_session_open(home, begin):
    for command in COMMANDS:
        home.launch(user=command)
        home.end(user=command)
        begin(home, command)
        said = home.ask(command, user=command)
        assert (command, said.outcome) in ((command, "asked"), (command, "said"))
        assert (command, plain(said.speech), said.listening) == (command, plain(said.speech), asks(said))
        assert (command, bool(said.reprompt)) == (command, said.listening)


def asks(said):
    return plain(said.speech).endswith("?")


@named(OPEN)
def test_a_command_in_free_words_does_what_its_intent_does(home, begin):
    for command, words in COMMANDS.items():
        if words is None:
            continue
        for user in (command, words):
            home.launch(user=user)
            home.end(user=user)
            begin(home, user)
        said, heard = home.ask(command, user=command), home.say(words, user=words)
        assert (command, heard.listening) == (command, said.listening)
        assert (command, home.standings(words)) == (command, home.standings(command))


# Stop, cancel, not now


@pytest.mark.parametrize("command", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "NotNowIntent"])
def test_who_stops_hears_one_short_goodbye_and_the_session_ends(home, command):
    for begin in OPEN:
        home.launch(user=begin.__name__)
        home.end(user=begin.__name__)
        begin(home, begin.__name__)
        said = home.ask(command, user=begin.__name__)
        assert (begin.__name__, said.listening) == (begin.__name__, False)
        assert len(plain(said.speech).split()) <= 12


@named(QUESTIONS)
def test_what_was_stopped_can_be_gone_on_with_another_day(home, begin):
    begin(home)
    home.ask("AMAZON.StopIntent")
    assert home.frames()["garden"] == "paused"
    home.wait(days=3)
    assert "garden" in plain(home.launch().speech)
    assert plain(home.ask("AMAZON.YesIntent").speech) == "What is it?"


def test_cancel_the_break_is_not_cancel(home):
    home.ask("AskWordsIntent")
    assert plain(home.say("cancel the break").speech) == "Took it."


# Help


@named(QUESTIONS)
def test_help_says_where_we_are_and_asks_again(home, begin):
    begin(home)
    said = plain(home.ask("AMAZON.HelpIntent").speech)
    assert said == "You are in the garden. You can name a thing, or say stop. What, in a word?"


def test_help_where_a_practice_has_none_says_what_always_works(home):
    home.ask("BareIntent")
    said = plain(home.ask("AMAZON.HelpIntent").speech)
    assert said.endswith("And what else?")
    assert "stop" in said


def test_help_with_nothing_open_says_what_there_is(home):
    said = home.ask("AMAZON.HelpIntent")
    assert said.listening
    assert "look at the garden" in plain(said.speech)


# Repeat


@named(OPEN)
def test_repeat_says_the_same_again_and_the_second_time_slower(home, begin):
    begin(home)
    first = home.ask("AMAZON.RepeatIntent")
    second = home.ask("AMAZON.RepeatIntent")
    assert plain(second.speech) == plain(first.speech)
    assert "<prosody" not in first.speech
    assert '<prosody rate="slow">' in second.speech


def test_repeat_says_what_was_said_before_the_question_too(home):
    home.ask("ThreeIntent")
    said = home.say("the rain stopped")
    assert home.ask("AMAZON.RepeatIntent").speech == said.speech


def test_an_answer_after_a_repeat_goes_on(home):
    home.ask("AskWordsIntent")
    home.ask("AMAZON.RepeatIntent")
    assert plain(home.say("the rain stopped").speech) == "Took it."


# Skip


def test_a_question_that_can_be_left_out_gives_its_step_nothing(home):
    home.ask("OptionalIntent")
    assert plain(home.ask("SkipIntent").speech) == "Left out."


@named(QUESTIONS)
def test_a_question_that_cannot_be_left_out_ends_its_run_kindly(home, begin):
    begin(home)
    said = home.ask("SkipIntent")
    assert (said.outcome, said.listening) == ("said", False)
    assert home.frames()["garden"] == "done"


def test_a_skipped_question_of_a_called_dialogue_goes_back_to_its_caller_with_nothing(home):
    home.ask("CallingIntent")
    assert plain(home.ask("SkipIntent").speech).endswith("The answer was None.")


# Back


def test_back_asks_the_question_before_and_takes_its_answer_back(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    said = home.ask("BackIntent")
    assert plain(said.speech).endswith("What was first?")
    assert (home.entries(), home.states()) == ([], {})


def test_back_can_be_said_again_and_again(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.say("leo washed up")
    assert plain(home.ask("BackIntent").speech).endswith("What was second?")
    assert home.entries() == ["the rain stopped"]
    assert home.states() == {"garden": [{"things": ["the rain stopped"]}]}
    assert plain(home.ask("BackIntent").speech).endswith("What was first?")
    assert home.entries() == []


def test_before_the_first_question_there_is_none(home):
    home.ask("ThreeIntent")
    said = plain(home.ask("BackIntent").speech)
    assert said.endswith("First?")


def test_an_answer_after_going_back_replaces_the_first(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.ask("BackIntent")
    assert plain(home.say("the sun came out").speech) == "Kept: the sun came out. What was second?"
    assert home.entries() == ["the sun came out"]
    assert home.states() == {"garden": [{"things": ["the sun came out"]}]}


# Don't keep that


def test_undo_gives_back_entries_state_and_the_question(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    said = home.ask("UndoIntent")
    assert plain(said.speech).endswith("What was first?")
    assert home.entries() == []
    assert home.states() == {}


def test_undo_cancels_the_alert_that_was_set(home, platform):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.say("leo washed up")
    assert len(platform.alerts) == 1
    home.ask("UndoIntent")
    assert platform.alerts == {}
    assert home.kept()["alerts"] == []
    assert home.entries() == ["the rain stopped"]


def test_undo_reaches_the_run_that_has_just_ended(home):
    home.ask("OfferIntent")
    said = home.ask("UndoIntent")
    assert not said.listening
    assert home.states() == {}


def test_undo_does_not_reach_what_was_said_long_ago(home):
    home.ask("OfferIntent")
    home.wait(hours=2)
    home.ask("UndoIntent")
    assert home.states() == {"garden": [{"things": ["offer"]}]}


def test_undo_twice_takes_back_one_turn_each(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.say("leo washed up")
    home.ask("UndoIntent")
    home.ask("UndoIntent")
    assert home.entries() == []


def test_undo_never_takes_back_what_another_device_has_kept_since(home):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.ask("ThreeIntent", device="bedroom")
    home.say("leo washed up", device="bedroom")
    home.ask("UndoIntent")
    assert home.entries() == ["leo washed up"]


# Hang on, go on


@named(QUESTIONS)
def test_hang_on_keeps_the_place(home, begin):
    begin(home)
    said = home.ask("HangOnIntent")
    assert (said.listening, home.frames()["garden"]) == (True, "open")


def test_go_on_with_nothing_open_takes_up_what_was_broken_off(home):
    home.ask("AskWordsIntent")
    home.ask("AMAZON.StopIntent")
    assert plain(home.ask("GoOnIntent").speech) == "What is it?"


# Misses


@named(QUESTIONS)
def test_three_misses_are_a_narrower_question_two_choices_and_letting_go(home, begin):
    begin(home)
    assert plain(home.ask("AMAZON.FallbackIntent").speech).endswith("Is it a flower?")
    assert plain(home.ask("AMAZON.FallbackIntent").speech).endswith("A flower, or a tree?")
    last = home.ask("AMAZON.FallbackIntent")
    assert not last.listening
    assert home.frames()["garden"] == "paused"


def test_words_that_are_no_answer_are_a_miss(home):
    home.ask("AskScaleIntent")
    assert plain(home.say("purple elephants").speech).endswith("Is it a flower?")


def test_an_answer_after_a_miss_goes_on(home):
    home.ask("AskYesNoIntent")
    home.ask("AMAZON.FallbackIntent")
    assert plain(home.say("yes").speech) == "Took it."


def test_misses_are_counted_for_each_question_anew(home):
    home.ask("ThreeIntent")
    home.ask("AMAZON.FallbackIntent")
    home.ask("AMAZON.FallbackIntent")
    home.say("the rain stopped")
    assert home.ask("AMAZON.FallbackIntent").listening


def test_nothing_that_was_heard_is_blamed_on_the_speaker(home):
    home.ask("BareIntent")
    heard = [plain(home.ask("AMAZON.FallbackIntent").speech) for _ in range(3)]
    assert "wrong" not in " ".join(heard).lower()


def test_undo_does_not_claim_to_have_taken_back_an_alert_that_the_platform_kept(home, platform):
    home.ask("ThreeIntent")
    home.say("the rain stopped")
    home.say("leo washed up")
    platform.refusals["delete_timer"] = ["busy"]
    said = plain(home.ask("UndoIntent").speech)
    assert "timer" in said or "reminder" in said
