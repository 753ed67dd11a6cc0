import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from skill import Offer, Person, Practice, Turn, Words, ask, nothing, say
from skill.floor import Frame
from skill.home import Home
from skill.house.welcome import DUE, Welcome, launch
from skill.speech import plain
from skill.store import Changes

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


# Whether they feel safe with each other

SAFE = "feel safe with each other"
"""Stands in every variant of the question."""
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_pair(name="duet"):
    bed = Practice(name, for_two=True)

    @bed.on(f"{name.title()}Intent")
    def begin(turn):
        return nothing().both_here(then=here)

    @bed.step
    def here(turn, both: bool):
        return say("took").done()

    return bed


def together(homes, bring, *beds):
    """Ana and Leo, by two voices that are known, who did something together yesterday."""
    home = homes(*(bring(bed, texts=texts(bed.name)) for bed in (a_pair(), *beds)))
    for person in ("ana", "leo"):
        home.launch(person=f"voice-{person}")
        home.ask("NameIntent", slots={"name": person}, words=f"my name is {person}", person=f"voice-{person}")
        home.end()
    home.ask("DuetIntent", person="voice-ana")
    home.say("yes", person="voice-ana")
    home.end()
    home.wait(days=1)
    return home


def opened(home, person, **what):
    home.end()
    return plain(home.launch(person=f"voice-{person}", **what).speech)


def test_each_of_two_is_asked_once_and_alone(homes, bring):
    home = together(homes, bring, a_bed("apples"))
    asked = [SAFE in opened(home, person) for person in ("leo", "leo", "ana", "ana", "leo")]
    assert asked == [True, False, True, False, False]


def test_nobody_is_asked_who_did_nothing_with_somebody(homes, bring):
    home = launched(homes, bring, a_bed("apples"))
    assert SAFE not in opened(home, "ana")


def test_a_voice_that_nobody_knows_is_not_asked(homes, bring):
    home = together(homes, bring, a_bed("apples"))
    home.end()
    assert SAFE not in plain(home.launch().speech)


def test_nobody_is_asked_while_both_are_here():
    given = {"gentle": False, "unasked": True, "light": False, "menu": (("apples", "look", "apples"),)}
    ana, leo = Person("a", "Ana"), Person("b", "Leo")
    alone = Turn(now=NOON, state=Welcome(told=True), given=given, speaker=ana)
    assert launch(alone).question.line.id == "safe"
    assert launch(replace(alone, present=(ana, leo))).question.line.id == "choose"


def test_what_is_due_comes_before_the_question(homes, bring):
    home = together(homes, bring, a_bed("apples", DUE))
    assert "The apples are ripe." in opened(home, "ana")


@pytest.mark.parametrize("how", ["lightened", "softened"])
def test_nobody_is_asked_in_light_mode_or_at_a_gentle_opening(homes, bring, how):
    home = together(homes, bring, a_bed("apples"))
    snapshot = home.households.snapshot("ana", "voice-ana", "", home.now)
    settings = getattr(Home.of(snapshot.memory), how)(snapshot.voice, home.now)
    home.households.commit(snapshot, Changes(memory={**snapshot.memory, **settings.to_memory()}), home.now)
    assert SAFE not in opened(home, "ana")


def test_a_clear_yes_goes_on_with_what_the_opening_would_have_offered(homes, bring):
    home = together(homes, bring, a_bed("apples", 10))
    opened(home, "ana")
    assert plain(home.say("yes", person="voice-ana").speech).startswith("Thank you. The apples are ripe.")


@pytest.mark.parametrize("words", ["no", "maybe", "I'm not sure", "skip"])
def test_after_anything_else_there_is_one_line_and_what_is_not_between_two(homes, bring, words):
    home = together(homes, bring, *map(a_bed, NAMES))
    opened(home, "ana")
    said = plain(home.say(words, person="voice-ana").speech)
    more = plain(home.ask("MoreIntent", person="voice-ana").speech)
    assert "say get help" in said
    assert "look at the apples" in said
    assert "look at the dill" in more
    assert "duet" not in said + more


def test_nothing_leads_back_to_the_question(homes, bring):
    home = together(homes, bring, a_bed("apples"))
    opened(home, "ana")
    home.say("yes", person="voice-ana")
    assert SAFE not in plain(home.ask("BackIntent", person="voice-ana").speech)


def test_a_screen_shows_nothing_of_the_question(homes, bring):
    home = together(homes, bring, a_bed("apples"))
    home.end()
    said = home.launch(person="voice-ana", screen=True)
    assert SAFE in plain(said.speech)
    assert "safe" not in str(said.screen)


@pytest.mark.parametrize("words", ["yes", "no", "maybe", "skip"])
def test_an_hour_later_nothing_that_is_kept_tells_what_was_answered(homes, bring, words):
    home = together(homes, bring, a_bed("apples"))
    opened(home, "ana")
    home.say(words, person="voice-ana")
    home.end()
    home.wait(hours=1)
    home.launch(person="voice-leo")
    snapshot = home.households.snapshot("ana", "voice-ana", "", home.now)
    assert snapshot.memory["together"][snapshot.voice] is True
    assert [each for each in snapshot.memory["variants"] if "safe" in each] == ["welcome/safe"]
    ours = [
        Frame.from_data(each.id, each.owner, each.conversation, each.status, each.touched, each.body)
        for each in snapshot.frames
        if each.owner == snapshot.voice
    ]
    assert [each for each in ours if "get help" in each.said or "Thank you" in each.said] == []
    assert [each for each in ours if each.root == "welcome" and each.status != "done"] == []
    assert "safe_said" not in str([each.trail for each in ours])


def test_nobody_is_judged_and_what_happens_is_asked_instead(homes, bring):
    home = homes(bring(a_bed("apples"), texts=texts("apples")))
    home.launch()
    asked = plain(home.ask("VerdictIntent").speech)
    assert re.search(r"judge|can't tell|won't put a word", asked)
    assert asked.endswith("?")
    assert "apples" in plain(home.say("he talks over me when friends are round").speech)
