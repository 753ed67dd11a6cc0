"""Support: every handler is one equality."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.support import Plan, Support, alone, circle, couple, looking, nobody, planning, shelf, support
from plugins.support.practice import tidy
from skill import Answer, Entry, Moment, Offer, Person, Turn, YesNo, ask, nothing, say

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)  # a Thursday
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
CLINIC = Plan("call the clinic")
DUE = replace(CLINIC, due=NOW - timedelta(days=1))


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, *_, **__):
        return self.held


def turn(state=None, **what):
    return Turn(now=NOW, state=state or Support(), **{"speaker": ANA, "people": (ANA,), **what})


def person(id_, name, role):
    return Entry(id_, "support", circle.KIND, name, NOW, owner="a", data={"role": role})


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("well, I'd like to call the clinic", "call the clinic"),
        ("um maybe to ring my GP.", "ring my GP"),
        ("I think I'll ask my sister", "ask my sister"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight"),
    ],
)
def test_a_step_is_kept_without_what_stands_before_it(said, kept):
    assert tidy(said) == kept


# Whom it is about


def test_the_part_for_two_goes_by_way_of_the_house():
    assert looking.about(turn(), "two") == nothing().call(couple.begin, then=looking.over)


def test_every_step_about_a_couple_is_for_two():
    of_couples = {name for name, step in support.steps.items() if step.function.__module__ == couple.__name__}
    assert {name for name, step in support.steps.items() if step.for_two} == of_couples - {"by_oneself"}


def test_every_intent_about_a_couple_is_for_two():
    told = {"SupportTwoIntent", "SupportBringUpIntent", "SupportFirstTwoIntent", "SupportRefusedIntent"}
    assert {name for name, intent in support.intents.items() if intent.for_two} == told


def test_mostly_me_gets_ways_for_one():
    assert looking.about(turn(), "me") == alone.ways(nothing())


def test_a_skipped_question_leaves_it():
    assert looking.about(turn(), None) == say("left").done()


def test_it_is_no_therapist_and_offers_to_look():
    asked = say("not-therapist").ask("find-someone", YesNo(), then=looking.find_someone)
    assert looking.not_a_therapist(turn()) == asked


# Ways


def test_no_therapist_is_named():
    assert alone.near(turn()) == alone.ways(say("no-names"))


@pytest.mark.parametrize(
    ("answer", "way"), [(True, "doctor"), ("doctor", "doctor"), ("register", "register"), ("low-cost", "low-cost")]
)
def test_a_way_for_one_is_told(answer, way):
    assert alone.way(turn(), answer) == say(f"way-{way}").ask("sentence-wanted", YesNo(), then=alone.sentence)


@pytest.mark.parametrize(
    ("answer", "way"), [(True, "body"), ("body", "body"), ("doctor", "doctor-two"), ("low-cost", "low-cost-two")]
)
def test_a_way_for_two_is_told(answer, way):
    asked = say(f"way-{way}").ask("bring-up-wanted", YesNo(), then=couple.bring_up)
    assert couple.way_for_two(turn(), answer) == asked


def test_who_is_here_together_needs_no_sentence_to_bring_it_up():
    told = say("way-body").ask("first-wanted", YesNo(), then=couple.first_for_two)
    assert couple.way_for_two(turn(present=(ANA, LEO)), True) == told


def test_each_of_two_says_a_hope_and_none_is_kept():
    first = couple.for_both(turn(present=(LEO, ANA)))
    assert first.question.to == ANA.id
    second = couple.hoped(turn(present=(LEO, ANA), given={"next": LEO}), "less shouting")
    assert (second.question.to, second.effects) == (LEO.id, ())
    last = couple.hoped(turn(present=(LEO, ANA), speaker=LEO, given=second.passed), None)
    assert [line.id for line in last.lines] == ["hope-passed", "hope-both"]
    assert [line.id for line in couple.hoped(turn(present=(LEO, ANA), speaker=LEO), None).lines] == ["hope-passed"]


def test_two_without_names_are_addressed_by_their_place():
    assert couple.for_both(turn(present=(Person("x"), LEO), speaker=Person("x"))).question.line.id == "hope-first"


def test_who_is_alone_gets_the_sentence_at_once():
    assert couple.how_to_bring_it_up(turn()) == say("sentence-two").ask(
        "first-wanted", YesNo(), then=couple.first_for_two
    )


# A step


def test_a_step_is_kept_before_anything_is_asked():
    reply = planning.step_said(turn(), "I'd like to call the clinic")
    assert (reply.state, reply.question.line.id) == (Support(CLINIC), "ask-later")


def test_a_step_of_nobody_known_is_only_said():
    assert planning.step_said(turn(speaker=None), "call them") == say("step-heard", what="call them").done()


def test_it_is_asked_about_in_a_week():
    reply = planning.ask_later(turn(Support(CLINIC)), True)
    assert reply.state == Support(replace(CLINIC, due=NOW + timedelta(days=7)))


def test_it_is_asked_about_on_the_day_that_was_named():
    friday = NOW + timedelta(days=1)
    reply = planning.ask_later(turn(Support(CLINIC)), Moment(friday, explicit_date=True))
    assert reply.state == Support(replace(CLINIC, due=friday))


def test_without_a_yes_nothing_is_asked_about():
    assert planning.ask_later(turn(Support(CLINIC)), False) == say("not-asking").done("call the clinic")


def test_it_is_asked_about_once_and_by_name_to_the_one_who_said_it():
    offer = planning.still(turn(Support(DUE)))
    assert isinstance(offer, Offer)
    assert (offer.priority, offer.reply.state) == (60, Support(CLINIC))
    assert offer.reply.question.line.args["what"] == "call the clinic"


def test_it_is_not_named_where_it_may_be_another_voice():
    offer = planning.still(turn(Support(DUE), people=(ANA, LEO)))
    assert offer.reply.question.line.id == "still-something"


@pytest.mark.parametrize(
    "what",
    [
        {"state": Support(CLINIC)},
        {"state": Support(replace(CLINIC, due=NOW + timedelta(hours=1)))},
        {"state": Support(replace(CLINIC, due=NOW - timedelta(days=30)))},
        {"state": Support(DUE), "present": (ANA, LEO)},
    ],
)
def test_it_is_not_asked_about_before_its_time_long_after_or_with_someone_else_here(what):
    assert planning.still(turn(**what)) is None


def test_what_is_done_or_let_go_is_forgotten():
    assert planning.still_wanted(turn(Support(CLINIC)), "done") == say("did").keep(Support()).done(True)
    assert planning.still_wanted(turn(Support(CLINIC)), False) == say("let-go").keep(Support()).done(False)


def test_a_step_is_told_to_one_person_alone():
    assert planning.what_step(turn(Support(CLINIC))) == say("your-step", what="call the clinic").done()
    assert planning.what_step(turn(Support(CLINIC), present=(ANA, LEO))) == say("one-only").done()


# People


def test_the_map_is_told_and_shown_when_it_is_asked_for():
    journal = Kept((person("2", "Sam", "talk"), person("1", "Dora", "laugh")))
    reply = circle.the_map(turn(journal=journal))
    assert [(line.id, line.args["name"]) for line in reply.lines] == [("is-laugh", "Dora"), ("is-talk", "Sam")]
    assert [line.id for line in reply.display.lines] == ["shown-laugh", "shown-talk"]


def test_nobody_else_hears_the_map():
    journal = Kept((person("1", "Dora", "laugh"),))
    assert circle.the_map(turn(journal=journal, present=(ANA, LEO))) == say("one-only").done()
    assert circle.the_map(turn(journal=journal, speaker=None, people=(ANA, LEO))) == say("one-only").done()


def test_a_name_is_kept_and_the_next_place_asked():
    reply = circle.named(turn(given={"role": "laugh", "onward": True}), "Dora")
    assert (reply.effects[0].text, reply.effects[0].data) == ("Dora", {"role": "laugh"})
    assert (reply.question.line.id, reply.passed["role"]) == ("who-talk", "talk")


@pytest.mark.parametrize("answer", ["nobody", "no one, really", "I don't know", None, False])
def test_a_place_may_stay_open(answer):
    reply = circle.named(turn(given={"role": "laugh", "onward": True}), answer)
    assert (reply.lines[0].id, reply.effects) == ("place-open", ())


def test_another_name_takes_the_place_of_the_first():
    before = person("1", "Dora", "laugh")
    reply = circle.named(turn(given={"role": "laugh", "onward": False}, journal=Kept((before,))), "Mia")
    assert reply == say("person-kept", name="Mia").amend(before, text="Mia").say("map-later").done("Mia")


def test_a_place_that_was_named_can_be_emptied_by_saying_so():
    before = person("1", "Dora", "laugh")
    said = turn(
        given={"role": "laugh", "onward": False}, journal=Kept((before,)), answer=Answer("Words", "nobody", "nobody")
    )
    assert circle.named(said, "nobody") == say("place-open").drop(before).say("map-later").done("nobody")


def test_a_wrong_name_is_put_right():
    entry = person("1", "Anna", "laugh")
    reply = circle.correct(turn(kept=(entry,), slots={"new": "Hannah"}))
    assert reply == say("person-kept", name="Hannah").amend(entry, text="Hannah")


# Nobody


def test_having_nobody_is_heard_first():
    reply = nobody.i_have_nobody(turn())
    assert ([line.id for line in reply.lines], reply.question.line.id) == (["nobody-heard"], "nobody-towards")


def test_who_has_no_name_is_asked_about_someone_trained():
    assert nobody.reached(turn(), "there's nobody") == ask("nobody-trained", YesNo(), then=nobody.trained)


def test_a_name_is_someone_to_talk_to():
    reply = nobody.reached(turn(), "old Mrs Kern")
    assert reply == say("nobody-reach", name="old Mrs Kern").record(circle.KIND, "old Mrs Kern", role="talk").done(
        "old Mrs Kern"
    )


def test_who_leaves_it_hears_how_to_get_help():
    assert nobody.towards(turn(), None) == say("nobody-left").done()


# Reading


def test_sources_come_one_at_a_time_and_go_on_where_they_stopped():
    reply = shelf.read(turn(Support(told=2)))
    assert (reply.lines[0].id, reply.state) == ("source-apa", Support(told=3))


def test_after_the_eighth_it_begins_again():
    assert shelf.another(turn(Support(told=7), given={"told": 7}), True) == (
        say("source-psychotherapy-net").keep(Support()).say("all-read").done()
    )


def test_enough_is_enough_and_next_is_the_next():
    assert shelf.another(turn(given={"told": 1}), False) == say("enough-read").done()
    assert shelf.another(turn(given={"told": 1}), None).lines[0].id == "source-mayo-clinic"
