import json
from pathlib import Path

import pytest

from skill import NoState, Person, Practice, Turn, Words, ask, nothing, say
from skill.answers import Also, Answer
from skill.house import people
from skill.house.people import (
    both,
    both_known,
    both_said,
    first_named,
    given_name,
    named_by_themselves,
    one_named,
    second_named,
    who,
    who_am_i,
)
from skill.house.safety.numbers import Numbers
from skill.speech import plain

ANA = Person("a", "Ana")
LEO = Person("b", "Leo")


def turn(**what) -> Turn[NoState]:
    return Turn(**{"now": None, "state": NoState()} | what)


def asked(reply):
    return reply.question.line.id


@pytest.mark.parametrize(
    ("speaker", "question"), [(None, "first-name"), (Person("a"), "first-name"), (ANA, "second-name")]
)
def test_who_is_not_known_by_name_is_asked_first(speaker, question):
    assert asked(both(turn(speaker=speaker))) == question


def test_two_who_are_here_are_not_asked_again():
    assert both(turn(speaker=ANA, present=(ANA, LEO))) == nothing().done(True)


TWO = {"people": (ANA, LEO)}


def test_two_whom_the_home_knows_are_asked_no_names():
    assert asked(both(turn(**TWO))) == asked(both(turn(speaker=LEO, **TWO))) == "both-known"
    assert dict(both(turn(speaker=LEO, **TWO)).passed) == {"first": "Leo", "second": "Ana"}


@pytest.mark.parametrize("people", [(ANA,), (ANA, LEO, Person("c", "Kim"))])
def test_where_fewer_or_more_are_known_names_are_asked(people):
    assert asked(both(turn(people=people))) == "first-name"


def test_two_known_who_say_that_both_are_here_are_asked_nothing():
    here = say("both-here", first="Ana", second="Leo").introduce("Ana").introduce("Leo", "present").done(True)
    assert both_said(turn(**TWO)) == here
    assert both_known(turn(given=KNOWN), True) == here


KNOWN = {"first": "Ana", "second": "Leo"}


def test_the_other_known_voice_may_say_yes_for_both():
    reply = both_known(turn(given=KNOWN, speaker=Person("b", "Leo", recognised=True)), True)
    assert reply == say("both-here", first="Ana", second="Leo").introduce("Ana", "present").done(True)


def test_who_answers_with_one_of_the_two_names_is_that_one_and_asked_for_the_other():
    reply = both_known(turn(given=KNOWN, **TWO), "leo")
    assert reply == first_named(turn(**TWO), "leo")
    assert (asked(reply), dict(reply.passed)) == ("known-too", {"first": "leo", "second": "Ana"})


@pytest.mark.parametrize("answer", [False, None, "alone"])
def test_one_of_the_two_alone_says_which(answer):
    assert asked(both_known(turn(given=KNOWN), answer)) == "who"
    assert both_known(turn(given=KNOWN, speaker=ANA), answer) == say("only-you").done(False)
    assert one_named(turn(), "Ana") == say("hello", name="Ana").introduce("Ana").done(False)
    assert one_named(turn(), False) == say("guest").introduce("", "unknown").done(False)


def test_two_names_in_one_breath_are_both():
    two = Answer("Name", "Ana", "Ana and Leo", Also("Leo"))
    here = say("both-here", first="Ana", second="Leo").introduce("Ana").introduce("Leo", "present").done(True)
    assert first_named(turn(answer=two), "Ana") == here


def test_who_says_that_the_other_is_away_is_alone():
    alone = say("only-you").introduce("Kim").done(False)
    assert first_named(turn(words="I'm Kim, Leo isn't here"), "Kim") == alone


def test_a_name_is_taken_for_the_speaker():
    assert given_name(turn(), "Ana") == say("hello", name="Ana").introduce("Ana").done(True)


@pytest.mark.parametrize("answer", [False, None])
def test_who_will_not_say_goes_on_as_a_guest(answer):
    assert given_name(turn(), answer) == say("guest").introduce("", "unknown").done(False)


@pytest.mark.parametrize(
    ("step", "question"), [(given_name, "your-name"), (first_named, "your-name"), (second_named, "their-name")]
)
def test_after_a_bare_yes_the_name_itself_is_asked(step, question):
    assert asked(step(turn(), True)) == question


def test_the_first_name_is_followed_by_the_others():
    reply = first_named(turn(), "Ana")
    assert (asked(reply), dict(reply.passed)) == ("and-the-other", {"first": "Ana"})


def test_the_same_name_twice_is_one_person():
    assert asked(second_named(turn(given={"first": "Ana"}), "ana")) == "same-name"


@pytest.mark.parametrize("answer", [False, None, "alone"])
def test_without_names_for_two_there_is_one_person(answer):
    assert second_named(turn(speaker=ANA), answer) == first_named(turn(), answer) == say("only-you").done(False)


def test_a_name_given_unasked_is_taken():
    assert (
        named_by_themselves(turn(slots={"name": "ana maria"}))
        == say("hello", name="Ana Maria").introduce("Ana Maria").done()
    )
    assert named_by_themselves(turn()) == say("no-name").done()


def test_who_am_i_is_answered_by_name_or_asked_back():
    assert who_am_i(turn(speaker=ANA)) == say("you-are", name="Ana").done()
    assert asked(who_am_i(turn())) == asked(who(turn())) == "who"


# In a conversation


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")

    @garden.step
    def took(turn, thing: str):
        return say("took").done()

    garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then=took))
    home = homes(bring(garden, texts="asked = What is it?\n    .reprompt = What?\ntook = Took it.\n"))
    home.launch()
    home.end()
    return home


def test_a_name_that_was_given_is_known_the_next_day(home):
    home.ask("NameIntent", slots={"name": "ana"}, words="my name is ana")
    home.wait(days=1)
    assert plain(home.ask("WhoAmIIntent").speech) == "You're Ana, as far as I know."


def test_two_who_say_they_are_both_here_are_asked_for_their_names(home):
    home.ask("BothHereIntent")
    home.say("ana")
    assert "Ana" in plain(home.say("leo").speech)
    assert sorted(each["name"] for each in home.kept()["people"]) == ["Ana", "Leo"]


def test_both_stay_here_for_the_session(home):
    home.ask("GardenIntent")
    home.ask("BothHereIntent")
    home.say("ana")
    said = home.say("leo")
    assert len(said.session["here"]) == 2
    assert said.listening


# Where two are not asked for


def test_where_things_for_two_are_left_out_it_goes_on_as_alone_at_once():
    light = {"given": {"light": True}}
    assert both(turn(**light)) == both(turn(speaker=ANA, **light)) == nothing().done(False)
    assert both(turn(present=(ANA, LEO), **TWO, **light)) == nothing().done(False)


# Where the home is


@pytest.mark.parametrize(
    ("words", "code"), [("ireland", "IE"), ("the us", "US"), ("scotland", "GB"), ("new zealand", "NZ")]
)
def test_a_country_that_was_named_is_kept_and_said_back(home, words, code):
    said = plain(home.ask("CountryIntent", slots={"country": words}).speech)
    assert said.startswith("Kept: you're in")
    assert home.households.snapshot("ana", None, "", home.now).memory["country"] == code


def test_a_country_is_asked_for_where_none_was_named(home):
    assert home.ask("CountryIntent").listening
    assert home.say("narnia").listening
    assert "New Zealand" in plain(home.say("new zealand").speech)


def test_what_is_no_country_twice_changes_nothing(home):
    home.ask("CountryIntent", slots={"country": "ireland"})
    home.ask("CountryIntent")
    home.say("narnia")
    home.say("the moon")
    assert home.households.snapshot("ana", None, "", home.now).memory["country"] == "IE"


def test_which_country_is_told_with_how_it_is_known(home):
    assert "the UK, from this device's time zone" in plain(home.ask("WhichCountryIntent").speech)
    home.ask("CountryIntent", slots={"country": "ireland"})
    assert "You told me Ireland" in plain(home.ask("WhichCountryIntent").speech)


def test_every_country_of_the_model_is_one_that_is_known():
    model = json.loads((Path(people.__file__).parent / "model" / "en.json").read_text(encoding="utf-8"))
    numbers = Numbers()
    (countries,) = [each["values"] for each in model["types"] if each["name"] == "Country"]
    assert [each["id"] for each in countries if not numbers.place(each["id"])] == []
    assert set(numbers.countries()) <= {each["id"] for each in countries}
