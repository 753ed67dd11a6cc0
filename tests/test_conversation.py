from dataclasses import dataclass, replace

import pytest

from skill import Offer, Practice, Verbatim, Words, YesNo, ask, hookimpl, nothing, say
from skill.errors import StoreError, VersionConflict
from skill.exchange import Said
from skill.speech import plain

TEXTS = """
asked = What did the garden do?
    .reprompt = One thing from the garden?
kept = Kept: { $thing }.
named = You said { $thing }.
share = Shall I tell Leo?
    .reprompt = Tell Leo, yes or no?
told = I'll tell him.
seen = That is { $seen } now.
"""


@dataclass(frozen=True)
class Garden:
    seen: int = 0


def a_garden() -> Practice[Garden]:
    garden = Practice("garden", state=Garden)

    @garden.on("GardenIntent")
    def look(turn):
        return ask("asked", Words(), then=keep)

    @garden.step
    def keep(turn, thing: str):
        seen = turn.state.seen + 1
        reply = say("kept", thing=thing).record("sight", thing).keep(replace(turn.state, seen=seen))
        return reply.ask("share", YesNo(), then=share).given(thing=thing)

    @garden.step
    def share(turn, yes: bool):
        return say("told" if yes else "named", thing=turn.given["thing"]).done()

    @garden.on("CountIntent")
    def count(turn):
        return say("seen", seen=turn.state.seen).done()

    return garden


@pytest.fixture
def home(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS))
    home.launch()
    home.end()
    return home


# A question and its answer


def test_a_question_is_asked_and_its_answer_reaches_the_step(home):
    assert plain(home.ask("GardenIntent").speech) == "What did the garden do?"
    assert plain(home.say("the roses opened").speech) == "Kept: the roses opened. Shall I tell Leo?"


def test_a_screen_shows_the_question_in_the_words_it_is_asked_in(homes, bring):
    home = homes(
        bring(a_garden(), texts=TEXTS.replace("    .reprompt = One", "    .or-1 = And today?\n    .reprompt = One"))
    )
    shown = [home.ask("GardenIntent", screen=True) for _ in range(4)]
    assert [said.screen["title"] for said in shown] == [plain(said.speech) for said in shown]
    assert {said.screen["title"] for said in shown} == {"What did the garden do?", "And today?"}


def test_a_session_stays_open_for_a_question_and_only_then(home):
    assert home.ask("GardenIntent").listening
    assert home.say("the roses opened").listening
    assert not home.ask("AMAZON.YesIntent").listening


def test_a_question_has_its_own_reprompt(home):
    assert plain(home.ask("GardenIntent").reprompt) == "One thing from the garden?"


def test_what_a_question_passes_on_is_given_to_its_step(home):
    home.ask("GardenIntent")
    home.say("the roses opened")
    assert plain(home.ask("AMAZON.NoIntent").speech) == "You said the roses opened."


def test_only_a_question_for_words_asks_the_platform_for_words(home):
    assert home.ask("GardenIntent").words
    assert not home.say("the roses opened").words


def test_the_session_holds_pointers_and_no_content(home):
    said = [home.ask("GardenIntent"), home.say("the roses opened")]
    assert "roses" not in repr([each.session for each in said])
    assert said[0].session["floor"] == said[1].session["floor"]


def test_what_is_recorded_and_kept_is_there_the_next_day(home):
    home.ask("GardenIntent")
    home.say("the roses opened")
    home.wait(days=1)
    assert plain(home.ask("CountIntent").speech) == "That is 1 now."
    assert home.entries() == ["the roses opened"]


def test_the_measures_name_the_practice_and_the_houses_own_as_core(home):
    assert [home.launch().practice, home.ask("GardenIntent").practice] == ["core", "garden"]


def test_nobody_who_spoke_hears_silence(homes, bring):
    shed = Practice("shed")

    @shed.on("ShedIntent")
    def silent(turn):
        return nothing()

    home = homes(bring(shed))
    assert plain(home.ask("ShedIntent").speech) in {
        "I have nothing to add to that.",
        "That's all I have on that.",
        "There's no more from me on that.",
        "That's it from me on that.",
    }


# What is shown of what people say


def test_what_people_say_is_escaped(home):
    home.ask("GardenIntent")
    assert "Kept: the &lt;break/&gt; &amp; co." in home.say("the <break/> & co").speech


def test_what_people_say_is_turned_round(home):
    home.ask("GardenIntent")
    assert "Kept: your roses." in home.say("my roses").speech


# Straight after a launch


def offering() -> Practice:
    garden = a_garden()

    @garden.offers("launch")
    def offer(turn):
        return Offer(90, ask("asked", Words(), then=garden.steps["keep"]))

    return garden


@pytest.fixture
def launched(homes, bring):
    home = homes(bring(offering(), texts=TEXTS))
    home.launch()
    home.end()
    return home


def test_a_question_for_words_straight_after_a_launch_is_first_a_yes_or_no(launched):
    said = launched.launch()
    assert (said.listening, said.words) == (True, False)
    assert "What did the garden do?" not in plain(said.speech)


def test_after_the_yes_the_question_for_words_is_asked(launched):
    launched.launch()
    said = launched.ask("AMAZON.YesIntent")
    assert (plain(said.speech), said.words) == ("What did the garden do?", True)


def test_words_said_in_place_of_the_yes_are_the_answer(launched):
    launched.launch()
    assert "Kept: the roses opened." in plain(launched.say("the roses opened").speech)


def test_after_a_no_the_question_is_not_asked_and_the_session_ends(launched):
    launched.launch()
    said = launched.ask("AMAZON.NoIntent")
    assert not said.listening
    assert launched.entries() == []


# When something goes wrong


def failing(error: Exception) -> Practice[Garden]:
    garden = Practice("garden", state=Garden)

    @garden.on("GardenIntent")
    def begin(turn):
        return say("kept", thing="roses").record("sight", "roses").keep(Garden(7)).call(middle, then=end)

    @garden.step
    def middle(turn):
        return say("told").record("sight", "tulips").done()

    @garden.step
    def end(turn, value):
        raise error

    @garden.on("CountIntent")
    def count(turn):
        return ask("asked", Words(), then=end)

    return garden


@pytest.fixture
def failed(homes, bring):
    def make(error):
        home = homes(bring(failing(error), texts=TEXTS), bring(working(), texts="fine = All is well.\n"))
        home.launch()
        home.end()
        return home

    return make


def working() -> Practice:
    shed = Practice("shed")

    @shed.on("ShedIntent")
    def look(turn):
        return say("fine").done()

    return shed


@pytest.mark.parametrize("error", [ValueError("the roses opened"), KeyError("x"), StoreError("gone"), RecursionError()])
def test_a_plugin_that_raises_in_the_middle_of_a_turn_leaves_every_table_as_it_was(failed, error):
    home = failed(error)
    before = home.rows()
    said = home.ask("GardenIntent")
    assert (said.outcome, said.practice, said.listening) == ("failed", "garden", False)
    assert home.rows() == before


def test_after_a_plugin_raised_the_next_turn_works(failed):
    home = failed(ValueError())
    home.ask("GardenIntent")
    assert plain(home.ask("ShedIntent").speech) == "All is well."


def test_an_open_question_stays_open_when_its_step_raises(failed):
    home = failed(ValueError())
    home.ask("CountIntent")
    said = home.say("the roses opened")
    assert (said.outcome, said.listening) == ("failed", True)
    assert home.frames()["garden"] == "open"


def test_nothing_that_was_said_is_logged_when_a_plugin_raises(failed, capsys):
    home = failed(ValueError("the roses opened"))
    home.ask("CountIntent")
    home.say("the roses opened")
    out = capsys.readouterr()
    assert "ValueError" in out.out + out.err
    assert "roses" not in out.out + out.err


def test_a_missing_message_is_an_apology_and_keeps_nothing(homes, bring):
    home = homes(bring(a_garden(), texts="asked = What did the garden do?\n"))
    home.launch()
    home.ask("GardenIntent")
    before = home.rows()
    said = home.say("the roses opened")
    assert said.outcome == "failed"
    assert "kept" in plain(said.speech).lower()
    assert home.rows() == before


def test_a_handler_that_is_late_keeps_nothing(homes, bring):
    garden = Practice("garden", state=Garden)

    @garden.on("GardenIntent")
    def slow(turn):
        home.ticks += 6.5
        return say("told").record("sight", "roses").keep(Garden(1)).done()

    home = homes(bring(garden, texts=TEXTS))
    home.launch()
    before = home.rows()
    assert home.ask("GardenIntent").outcome == "overran"
    assert home.rows() == before


def test_a_reply_of_another_kind_is_a_failure(homes, bring):
    garden = Practice("garden")
    garden.on("GardenIntent")(lambda turn: "a string")
    home = homes(bring(garden))
    home.launch()
    assert home.ask("GardenIntent").outcome == "failed"


def test_handlers_that_call_each_other_for_ever_are_a_failure(homes, bring):
    garden = Practice("garden")

    @garden.step
    def round_(turn, value: object = None):
        return say("told").call(round_, then=round_)

    garden.on("GardenIntent")(lambda turn: round_(turn))
    home = homes(bring(garden, texts=TEXTS))
    home.launch()
    assert home.ask("GardenIntent").outcome == "failed"


def test_a_state_that_is_newer_than_the_code_is_refused_kindly(home, homes, bring):
    home.ask("GardenIntent")
    home.say("the roses opened")
    home.registry.practices["garden"].version = 0
    before = home.rows()
    said = home.ask("CountIntent")
    assert said.outcome == "failed"
    assert home.rows() == before


def test_an_older_state_is_brought_up_to_date(home):
    home.ask("GardenIntent")
    home.say("the roses opened")
    garden = home.registry.practices["garden"]
    garden.version = 2
    garden.upgrade = lambda version, fields: {"seen": fields["seen"] + 100 * version}
    assert plain(home.ask("CountIntent").speech) == "That is 101 now."


# Other turns at the same time


def test_a_turn_that_came_second_is_run_again_on_what_the_first_left(home, monkeypatch):
    commit = home.households.commit
    others = ["tulips"]

    def commit_after_another(snapshot, changes, now):
        if others:
            others.pop()
            home.ask("GardenIntent", device="bedroom")
            home.say("the tulips opened", device="bedroom")
        commit(snapshot, changes, now)

    home.ask("GardenIntent")
    monkeypatch.setattr(home.households, "commit", commit_after_another)
    home.say("the roses opened")
    assert home.states() == {"garden": [{"seen": 2}]}
    assert sorted(home.entries()) == ["the roses opened", "the tulips opened"]


def test_a_turn_that_is_always_second_apologises(home, monkeypatch):
    def never(*_):
        home.ticks += 1
        raise VersionConflict("another turn")

    monkeypatch.setattr(home.households, "commit", never)
    said = home.ask("GardenIntent")
    assert (said.outcome, said.listening) == ("failed", False)


def test_a_repeated_request_gets_the_stored_reply_and_changes_nothing(home):
    home.ask("GardenIntent")
    said = home.say("the roses opened")
    before = home.rows()
    assert home.again() == said
    assert home.rows() == before


def test_a_late_repetition_of_an_earlier_request_changes_nothing(home):
    asked = home.ask("GardenIntent")
    home.say("the roses opened")
    home.ask("AMAZON.YesIntent")
    before = home.rows()
    assert home.again(-3) == asked
    assert home.rows() == before


def test_another_household_knows_nothing(home):
    home.ask("GardenIntent")
    home.say("the roses opened")
    home.launch(user="zoe")
    assert plain(home.ask("CountIntent", user="zoe").speech) == "That is 0 now."


def test_a_disabled_skill_forgets_the_household(home):
    home.ask("GardenIntent")
    home.say("the roses opened")
    assert home.hear("disabled").outcome == "forgotten"
    assert home.rows() == {table: [] for table in home.rows()}


# Before and around


class Watchful:
    def check(self, heard):
        return self if "number" in heard.words else None

    def answer(self, home, zone, person):
        return Said(speech="Here is a number.", practice="safety"), home


def test_safety_answers_where_no_database_can_be_reached_and_no_hook_is_called(homes, bring):
    calls = []

    def unreachable(*_):
        raise StoreError("gone")

    @hookimpl(wrapper=True)
    def handle_turn(turn):
        calls.append(turn)
        return (yield)

    home = homes(bring(a_garden(), texts=TEXTS, handle_turn=handle_turn), safety=Watchful())
    home.households.snapshot = unreachable
    assert home.say("a number please").speech == "Here is a number."
    assert calls == []


def test_a_wrapper_that_raises_is_left_out_of_the_turn(homes, bring):
    refused = [True]

    @hookimpl(wrapper=True)
    def handle_turn(turn):
        if refused.pop() if refused else False:
            raise ValueError
        return (yield)

    home = homes(bring(a_garden(), texts=TEXTS, handle_turn=handle_turn))
    assert [home.launch().outcome, home.launch().outcome] == ["asked", "asked"]


def test_a_listener_that_raises_does_no_harm(homes, bring):
    @hookimpl
    def turn_finished(practice):
        raise ValueError

    home = homes(bring(a_garden(), texts=TEXTS, turn_finished=turn_finished))
    assert home.launch().outcome == "asked"


def test_a_listener_hears_whose_turn_it_was_and_how_it_ended(homes, bring):
    finished = []

    @hookimpl
    def turn_finished(practice, kind, outcome, seconds):
        finished.append((practice, kind, outcome, seconds >= 0))

    home = homes(bring(a_garden(), texts=TEXTS, turn_finished=turn_finished))
    home.launch()
    home.ask("GardenIntent")
    home.ask("CountIntent")
    assert finished == [
        ("core", "launch", "asked", True),
        ("garden", "intent", "asked", True),
        ("garden", "intent", "said", True),
    ]


# How much is said


def test_when_lines_grow_too_long_together_the_earlier_ones_go_and_the_question_stays(homes, bring):
    garden = Practice("garden")
    long = " ".join(["long"] * 30)

    @garden.on("GardenIntent")
    def look(turn):
        reply = say("line", words=Verbatim(f"First {long}.")).say("line", words=Verbatim(f"Second {long}."))
        return reply.ask("asked", YesNo(), then=end)

    @garden.step
    def end(turn, yes: bool):
        return say("line", words="end").done()

    home = homes(bring(garden, texts="line = { $words }\nasked = Is it so?\n"))
    home.launch()
    said = plain(home.ask("GardenIntent").speech)
    assert said == f"Second {long}. Is it so?"
