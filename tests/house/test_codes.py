"""Spoken codes: when they are asked for, what they open, and that no digit of one is ever kept."""

import json

import pytest
from structlog.testing import capture_logs

from skill import NoState, Person, Practice, Turn, Words, ask, say
from skill.house.people.codes import code_said, forgot_code, greeted, guarded
from skill.privilege import Codes
from skill.speech import plain

CODE, DIGITS = "seven one four nine", "7149"
ANA, LEO = Person("a", "Ana"), Person("b", "Leo")
CODES = Codes({"a": "a 7149"})


def turn(**what) -> Turn[NoState]:
    return Turn(**{"now": None, "state": NoState(), "people": (ANA, LEO), "given": {"codes": CODES}} | what)


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")
    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", turn.slots.get("thing", "an apple")).done())
    home = homes(bring(garden, texts="fine = Fine.\n"))
    home.launch(person="voice-ana")
    home.end(person="voice-ana")
    home.ask("NameIntent", slots={"name": "ana"}, words="i'm ana", person="voice-ana")
    home.ask("NameIntent", slots={"name": "leo"}, words="i'm leo", person="voice-leo")
    home.ask("KeepIntent", person="voice-ana")
    home.ask("SetCodeIntent", person="voice-ana")
    home.say(CODE, person="voice-ana")
    assert "set" in plain(home.say(CODE, person="voice-ana").speech)
    return home


def heard(home):
    """Ask what is kept, as the voice that nobody knows."""
    home.ask("WhatIsKeptIntent")
    return home.say("ana")


def test_a_given_name_is_asked_for_its_code_and_opens_with_it(home):
    assert "four digits" in plain(heard(home).speech)
    assert "an apple" in plain(home.say(CODE).speech)


@pytest.mark.parametrize("said", ["7149", "7 1 4 9", "seventy one forty nine", "it's seven, one, four, nine, please"])
def test_a_code_is_understood_however_it_is_said(home, said):
    heard(home)
    assert "an apple" in plain(home.say(said).speech)


def test_a_recognised_voice_is_not_asked(home):
    assert "an apple" in plain(home.ask("WhatIsKeptIntent", person="voice-ana").speech)


def test_three_that_are_not_it_leave_closed_what_is_theirs(home):
    heard(home)
    for said in ("seven one four eight", "one two three four"):
        assert home.say(said).listening
    said = home.say("seven one five nine")
    assert "behind a code" in plain(said.speech)
    assert "apple" not in said.speech
    assert not said.listening


def test_nothing_says_whether_a_code_was_near(homes):
    near, far = (
        code_said(turn(given={"codes": CODES, "person": ANA, "tries": 1, "result": True}), each)
        for each in ("7148", "no")
    )
    assert near == far


def test_a_code_is_asked_for_once_a_session():
    asked = greeted(turn(), say("hello"), "Ana", True)
    assert asked.question.line.id == "code"
    again = greeted(turn(given={"codes": Codes(CODES.kept, closed=True)}), say("hello"), "Ana", True)
    assert again == say("closed").introduce("", "unknown").done(False)


def test_who_leaves_the_question_is_not_asked_again_in_that_session(home):
    said = heard(home)
    assert said.session["closed"]
    said = home.ask("WhatIsKeptIntent")
    assert "apple" not in said.speech
    assert not said.listening


def test_a_name_without_a_code_is_taken_as_it_was():
    assert guarded(turn(), "Leo") is None
    assert greeted(turn(), say("hello"), "Leo", True) == say("hello").introduce("Leo").done(True)


def test_in_a_home_of_one_an_unknown_voice_is_asked_for_the_code(homes, bring):
    garden = Practice("garden")
    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", "an apple").done())
    home = homes(bring(garden, texts="fine = Fine.\n"))
    home.ask("KeepIntent")
    home.ask("SetCodeIntent")
    home.say(CODE)
    home.say(CODE)
    assert "code" in plain(home.ask("WhatIsKeptIntent").speech)
    assert "apple" not in home.say("skip").speech
    home.ask("WhatIsKeptIntent")
    assert "an apple" in plain(home.say(CODE).speech)


def test_no_digit_is_kept_logged_or_said_back(homes, home):
    with capture_logs() as logged:
        said = [heard(home), home.say("seven one four eight"), home.say(CODE)]
        said += [home.ask("SetCodeIntent", person="voice-ana"), home.say("5309", person="voice-ana")]
    everything = (
        json.dumps([each.to_data() for each in said]) + json.dumps(home.kept()) + json.dumps(logged, default=str)
    )
    sealed = home.households.snapshot("ana", None, "", home.now)
    everything += json.dumps({**sealed.memory}) + json.dumps([{**each.body} for each in sealed.frames])
    for digits in (DIGITS, "7148", "5309", CODE, "seven one four", "5 3 0 9"):
        assert digits not in everything


def test_a_code_is_a_hash_that_differs_from_home_to_home(home):
    snapshot = home.households.snapshot("ana", None, "", home.now)
    other = home.households.snapshot("someone", None, "", home.now)
    assert home.households.code(snapshot, "a", DIGITS) != home.households.code(other, "a", DIGITS)
    assert home.households.code(snapshot, "a", DIGITS) != home.households.code(snapshot, "b", DIGITS)


def test_four_digits_are_asked_for_until_they_are_four(home):
    home.ask("SetCodeIntent", person="voice-leo")
    assert "four digits" in plain(home.say("one two three", person="voice-leo").speech)


def test_a_code_said_differently_the_second_time_is_asked_anew(home):
    home.ask("SetCodeIntent", person="voice-leo")
    home.say("1234", person="voice-leo")
    assert home.say("1243", person="voice-leo").listening
    assert len(home.households.snapshot("ana", None, "", home.now).memory["codes"]) == 1


def test_a_code_is_taken_away_with_a_clear_yes(home):
    home.ask("DropCodeIntent", person="voice-ana")
    home.say("maybe", person="voice-ana")
    assert home.households.snapshot("ana", None, "", home.now).memory["codes"]
    home.ask("DropCodeIntent", person="voice-ana")
    home.say("yes", person="voice-ana")
    assert home.households.snapshot("ana", None, "", home.now).memory["codes"] == {}
    assert "an apple" in plain(heard(home).speech)


def test_a_code_goes_with_the_one_whose_it_is(home):
    home.ask("DeleteEverythingIntent", person="voice-ana")
    home.say("yes", person="voice-ana")
    assert home.households.snapshot("ana", None, "", home.now).memory["codes"] == {}


def test_who_forgot_it_is_told_who_can_reset_it():
    assert forgot_code(turn()) == say("code-forgotten").done()


def test_for_two_nobody_is_asked_for_a_code_and_nothing_private_is_open(homes, bring):
    pair = Practice("pair", owner="household")

    @pair.step
    def here(turn, two: bool):
        read = turn.journal.entries(limit=9, anyones=True)
        return say("two" if turn.for_two else "one", things=len(read)).done()

    pair.on("PairIntent", for_two=True)(lambda turn: ask("asked", Words(), then=here).both_here(then=here))
    pair.on("KeepIntent")(lambda turn: say("one", things=0).record("thing", "an apple").done())
    home = homes(bring(pair, texts="asked = What?\n    .reprompt = What?\ntwo = Two, { $things }.\none = One.\n"))
    home.ask("NameIntent", slots={"name": "ana"}, words="i'm ana", person="voice-ana")
    home.ask("KeepIntent", person="voice-ana")
    home.ask("SetCodeIntent", person="voice-ana")
    home.say(CODE, person="voice-ana")
    home.say(CODE, person="voice-ana")
    home.ask("PairIntent")
    home.say("ana")
    assert "Two, 0." in plain(home.say("leo").speech)
