"""Conversations as a practice's author holds them: what is said, heard, kept and set, and who speaks when."""

from datetime import timedelta

import pytest

from skill import NoState
from skill.testing import Conversation
from skill.testing.home import Home


@pytest.fixture(scope="module")
def home(own_home):
    """Return a home with the garden in it."""
    return own_home("""
        import dataclasses
        from datetime import timedelta
        from skill import *

        @dataclasses.dataclass(frozen=True)
        class Garden:
            plants: tuple[str, ...] = ()

        garden = Practice("garden", state=Garden)

        @garden.on("PlantIntent")
        def plant(turn):
            if thing := turn.slots.get("thing"):
                return keep(turn, thing)
            return ask("asked", Words(), then=keep)

        @garden.step
        def keep(turn, thing: str):
            if thing == "a stone":
                raise ZeroDivisionError
            state = Garden((*turn.state.plants, thing))
            reminder = Reminder("label", after=timedelta(days=1))
            reply = say("kept", thing=thing).record("plant", thing).keep(state)
            return reply.show(Screen(Line("name"))).remind(reminder, then=watered)

        @garden.step
        def watered(turn, outcome):
            return say("watered" if outcome else "dry").done()

        @hookimpl
        def register_practices():
            return [garden]
    """)


@pytest.fixture
def conversation(home):
    return Conversation(home)


def test_plain_words_reach_the_practice_and_its_words_come_back(conversation):
    asked = conversation.say("plant something")
    assert (asked.practice, asked.intent, asked.listening) == ("garden", "PlantIntent", True)
    assert asked.messages == ("asked",)
    assert conversation.asked.then == "garden:keep"


def test_a_launch_opens_the_skill_and_an_answer_goes_on(conversation):
    assert conversation.launch().listening
    assert conversation.answer("plant a rose").messages[0] == "kept"


def test_an_answer_where_nobody_asked_is_refused(conversation):
    with pytest.raises(AssertionError, match="nobody asked"):
        conversation.answer("a rose")


def test_silence_is_the_reprompt_and_then_the_end(conversation):
    conversation.say("plant something")
    first, second = conversation.silence(), conversation.silence()
    assert (first.speech, first.listening) == ("A rose?", True)
    assert (second.speech, second.listening) == ("", False)


def test_what_is_kept_can_be_read(conversation):
    conversation.say("plant a rose")
    assert conversation.state("garden").plants == ("rose",)
    assert [(each.kind, each.text) for each in conversation.entries("garden")] == [("plant", "rose")]
    assert conversation.entries("garden", kind="weed") == ()
    assert conversation.state("floor") == NoState()


def test_nothing_is_kept_where_nobody_has_spoken(conversation):
    assert (conversation.entries(), conversation.state("garden").plants, conversation.alerts) == ((), (), [])


def test_a_permission_lets_an_alert_be_set_and_read(conversation):
    conversation.permit("reminders").say("plant a rose")
    watered = conversation.answer("yes")
    assert [each["action"] for each in watered.alerts] == ["set"]
    assert [each["text"] for each in conversation.alerts] == ["A minute outside for yourself."]


def test_without_a_permission_the_platform_asks_for_it(conversation):
    conversation.say("plant a rose")
    conversation.answer("yes")
    assert conversation.alerts == []
    assert [each["kind"] for each in conversation.say("yes").alerts] == ["reminder"]


def test_time_passes_as_it_is_told_right_across_daylight_saving(conversation):
    conversation.at("2026-03-28T12:00")
    assert conversation.wait(days=1).now.isoformat() == "2026-03-29T13:00:00+01:00"


def test_what_was_set_has_sounded_when_its_time_has_passed(conversation):
    conversation.permit("reminders").say("plant a rose")
    conversation.answer("yes")
    conversation.wait(days=2).launch()
    assert conversation.alerts == []


def test_every_voice_has_a_state_of_its_own(conversation):
    conversation.speaker("ana").say("plant a rose")
    conversation.speaker("ben").wait(hours=1).say("plant a tree")
    assert len(conversation.people) == 2
    with pytest.raises(AssertionError, match="several people"):
        conversation.state("garden")
    with pytest.raises(AssertionError, match="nobody here is called 'Cleo'"):
        conversation.state("garden", "Cleo")


def test_a_screen_is_shown_where_there_is_one(conversation):
    assert conversation.say("plant a rose").screen is None
    shown = conversation.device("kitchen", screen=True).say("plant a rose").screen
    assert "your garden" in str(shown["datasources"]).lower()


def test_two_conversations_are_two_households(home):
    one, other = Conversation(home), Conversation(home)
    one.say("plant a rose")
    assert other.entries() == ()


def test_a_handler_that_raises_fails_the_test_with_its_own_exception(conversation):
    conversation.say("plant something")
    with pytest.raises(AssertionError, match="ZeroDivisionError") as caught:
        conversation.answer("a stone")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_an_apology_can_be_heard_by_who_wants_to(conversation):
    conversation.forgiving = True
    conversation.say("plant something")
    apology = conversation.say("a stone")
    assert isinstance(apology.error, ZeroDivisionError)
    assert apology.speech
    assert apology.failures


def test_a_clock_that_is_not_touched_moves_a_little_with_every_turn(conversation):
    before = conversation.now
    conversation.launch()
    assert timedelta() < conversation.now - before < timedelta(minutes=1)


def test_a_home_starts_where_its_settings_say(home):
    assert isinstance(home, Home)
    assert "garden" in home.registry.practices
