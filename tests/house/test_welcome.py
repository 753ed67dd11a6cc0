import re

import pytest

from skill import Offer, Practice, Words, ask, say
from skill.house.welcome import DUE
from skill.speech import plain

NAMES = ("apples", "beans", "carrots", "dill")


def a_bed(name, priority=None, *, asks=False):
    bed = Practice(name)

    @bed.on(f"{name.title()}Intent")
    def begin(turn):
        return ask("asked", Words(), then=took)

    @bed.step
    def took(turn, thing: str):
        return say("took").done()

    @bed.offers("launch")
    def offer(turn):
        if priority is None:
            return None
        return Offer(priority, ask("due", Words(), then=took) if asks else say("ripe"))

    return bed


def texts(name):
    return f"""
name = your {name}
menu = look at the {name}
asked = What of the {name}?
    .reprompt = What?
took = Took it.
ripe = The {name} are ripe.
due = Are the {name} ripe?
"""


@pytest.fixture
def home(homes, bring):
    home = homes(*(bring(a_bed(name), texts=texts(name)) for name in NAMES))
    home.launch()
    home.end()
    return home


def launched(homes, bring, *beds):
    home = homes(*(bring(bed, texts=texts(bed.name)) for bed in beds))
    home.launch()
    home.end()
    return home


# The first time


def test_the_first_launch_says_what_this_is_and_what_it_is_not(homes, bring):
    home = homes(bring(a_bed("apples"), texts=texts("apples")))
    said = plain(home.launch().speech)
    assert "not a therapist" in said
    assert said.endswith("?")
    assert len(said.split()) <= 45


def test_it_is_said_once_to_each_person(homes, bring):
    home = homes(bring(a_bed("apples"), texts=texts("apples")))
    told = [
        "therapist" in plain(home.launch(person=person).speech)
        for person in ("voice-ana", "voice-ana", "voice-leo", "voice-leo")
    ]
    assert told == [True, False, True, False]


def test_what_this_is_can_be_asked(home):
    said = plain(home.ask("WhatIsThisIntent").speech)
    assert "not a therapist or a doctor" in said
    assert said.endswith("?")


# Greetings


@pytest.mark.parametrize(("hour", "words"), [(7, "morning"), (19, "evening")])
def test_one_is_greeted_by_the_time_of_day(home, hour, words):
    home.now = home.now.replace(hour=hour)
    assert words in plain(home.launch().speech).lower()


def test_who_gave_a_name_is_greeted_by_it(home):
    home.ask("NameIntent", slots={"name": "ana"}, words="my name is ana")
    home.wait(days=1)
    assert "Ana" in plain(home.launch().speech)


def test_greetings_vary(home):
    greeted = set()
    for _ in range(4):
        greeted.add(re.split(r"[.!]", plain(home.launch().speech))[0])
        home.end()
    assert len(greeted) == 4


# What there is


def test_three_things_are_named_and_more_are_promised(home):
    said = plain(home.launch().speech)
    assert [name in said for name in NAMES] == [True, True, True, False]
    assert "more" in said


def test_more_names_the_next(home):
    home.launch()
    said = plain(home.ask("MoreIntent").speech)
    assert "dill" in said
    assert said.endswith("?")


def test_after_the_last_more_begins_again(home):
    home.launch()
    home.ask("MoreIntent")
    assert "apples" in plain(home.ask("MoreIntent").speech)


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("look at the beans", "beans"),
        ("beans", "beans"),
        ("the dill", "dill"),
        ("yes", "apples"),
        ("the second one", "beans"),
    ],
)
def test_what_is_chosen_begins(home, words, begun):
    home.launch()
    assert plain(home.say(words).speech) == f"What of the {begun}?"


def test_after_more_yes_means_the_first_of_those(home):
    home.launch()
    home.ask("MoreIntent")
    assert plain(home.say("yes").speech) == "What of the dill?"


def test_who_wants_nothing_is_let_go(home):
    home.launch()
    assert not home.say("no").listening


def test_where_nothing_is_installed_that_is_said(homes):
    said = homes().launch()
    assert not said.listening
    assert "nothing set up" in plain(said.speech)


def test_what_nobody_understood_is_no_blame_and_says_what_there_is(home):
    said = home.ask("AMAZON.FallbackIntent")
    assert said.listening
    assert "apples" in plain(said.speech)


# What is due, broken off, or offered


def test_what_is_due_comes_before_what_was_broken_off(homes, bring):
    home = launched(homes, bring, a_bed("apples"), a_bed("beans", DUE))
    home.ask("ApplesIntent")
    home.end()
    assert "The beans are ripe." in plain(home.launch().speech)


def test_what_was_broken_off_comes_before_what_is_only_offered(homes, bring):
    home = launched(homes, bring, a_bed("apples"), a_bed("beans", DUE - 1))
    home.ask("ApplesIntent")
    home.end()
    said = plain(home.launch().speech)
    assert "your apples" in said
    assert "ripe" not in said


def test_of_several_offers_the_highest_is_put_forward(homes, bring):
    home = launched(homes, bring, a_bed("apples", 10), a_bed("beans", 60), a_bed("carrots", 30))
    said = plain(home.launch().speech)
    assert "The beans are ripe." in said
    assert said.endswith("?")


def test_an_offer_that_asks_is_asked_and_ends_when_it_is_answered(homes, bring):
    home = launched(homes, bring, a_bed("apples", 60, asks=True))
    home.launch()
    home.say("yes")
    said = home.say("quite ripe")
    assert (plain(said.speech), said.listening) == ("Took it.", False)


def test_what_is_let_go_gives_way_to_what_there_is(home):
    home.ask("ApplesIntent")
    home.end()
    home.launch()
    said = plain(home.say("no").speech)
    assert said.endswith("?")
    assert "look at the apples" in said


def test_the_newest_of_what_was_broken_off_is_offered(home):
    home.ask("ApplesIntent")
    home.end()
    home.wait(hours=2)
    home.ask("BeansIntent")
    home.end()
    assert "your beans" in plain(home.launch().speech)
