import pytest

from skill import NoState, Person, Practice, Turn, Words, ask, nothing, say
from skill.house.people import both, first_named, given_name, named_by_themselves, second_named, who, who_am_i
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
