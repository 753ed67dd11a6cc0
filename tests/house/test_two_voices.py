"""Two recognised voices: each may say its own name, and both are here then."""

import pytest

from skill import NoState, Person, Practice, Turn, Words, ask, say
from skill.house.people import second_named
from skill.speech import plain


def turn(**what) -> Turn[NoState]:
    return Turn(**{"now": None, "state": NoState()} | what)


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")

    @garden.step
    def took(turn, thing: str):
        return say("took").done()

    @garden.step
    def met(turn, both: bool):
        return ask("asked", Words(), then=took)

    garden.on("GardenIntent")(lambda turn: say("here").both_here(then=met))
    home = homes(bring(garden, texts="here = Hello.\nasked = What is it?\n    .reprompt = What?\ntook = Took it.\n"))
    home.launch()
    home.end()
    return home


def test_the_other_voice_may_name_itself():
    reply = second_named(turn(given={"first": "Ana"}, speaker=Person("b", recognised=True)), "Leo")
    named = say("both-here", first="Ana", second="Leo")
    assert reply == named.introduce("Leo").introduce("Ana", "present").done(True)


def test_a_recognised_voice_may_name_the_other_one():
    reply = second_named(turn(given={"first": "Ana"}, speaker=Person("a", "Ana", recognised=True)), "Leo")
    assert reply == say("both-here", first="Ana", second="Leo").introduce("Leo", "present").done(True)


def test_two_voices_that_name_themselves_are_both_here_and_the_practice_goes_on(home):
    home.ask("GardenIntent", person="voice-ana")
    home.say("ana", person="voice-ana")
    said = home.say("leo", person="voice-leo")
    assert plain(said.speech).endswith("What is it?")
    people = {each["name"]: each["voice"] for each in home.kept()["people"] if each["name"]}
    assert (people, len(said.session["here"])) == ({"Ana": True, "Leo": True}, 2)


def test_a_third_voice_still_answers_nobody_elses_question(home):
    home.ask("GardenIntent", person="voice-ana")
    home.say("ana", person="voice-ana")
    home.say("leo", person="voice-leo")
    assert "Took it" not in plain(home.say("a rose", person="voice-zoe").speech)
