from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill import NoState, Offer, Person, Practice, Turn, say
from skill.practice import Taken
from skill.turn import Request

NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)


@pytest.fixture
def garden():
    return Practice("garden")


def test_a_practice_without_a_state_keeps_none(garden):
    assert garden.state() == NoState()


def test_a_handler_stays_the_function_it_is(garden):
    def look(turn):
        return say("fine")

    assert garden.on("GardenIntent")(look) is look
    assert garden.intents["GardenIntent"].handler is look


def test_one_handler_answers_several_intents(garden):
    garden.on("OneIntent", "OtherIntent")(lambda turn: say("fine"))
    assert set(garden.intents) == {"OneIntent", "OtherIntent"}


def test_an_intent_is_answered_once(garden):
    garden.on("GardenIntent")(lambda turn: say("fine"))
    with pytest.raises(ValueError, match="practice 'garden' answers GardenIntent twice"):
        garden.on("GardenIntent")(lambda turn: say("fine"))


def test_a_practice_begins_with_its_first_intent_or_the_one_that_is_marked(garden):
    garden.on("OneIntent")(lambda turn: say("fine"))
    garden.on("TwoIntent")(lambda turn: say("fine"))
    assert garden.entry == "OneIntent"
    garden.on("ThreeIntent", entry=True)(lambda turn: say("fine"))
    assert garden.entry == "ThreeIntent"


def test_what_is_for_two_is_marked(garden):
    garden.on("PairIntent", for_two=True)(lambda turn: say("fine"))
    garden.on("OneIntent")(lambda turn: say("fine"))
    assert [garden.intents[each].for_two for each in ("PairIntent", "OneIntent")] == [True, False]


def test_everything_in_a_practice_for_two_is_done_between_two():
    both = Practice("both", for_two=True)
    both.on("OneIntent")(lambda turn: say("fine"))
    assert both.between_two("OneIntent")
    assert not both.intents["OneIntent"].for_two, "one person alone may prepare for the other"


def test_one_intent_alone_may_be_for_two():
    garden = Practice("garden")
    garden.on("OneIntent")(lambda turn: say("fine"))
    garden.on("BothIntent", for_two=True)(lambda turn: say("fine"))
    assert [garden.between_two(each) for each in ("OneIntent", "BothIntent")] == [False, True]


def test_a_step_has_an_address_and_is_still_called_as_a_function(garden):
    @garden.step
    def keep(turn, thing: str):
        return say("kept", thing=thing)

    turn = Turn(now=NOW, state=NoState())
    assert keep.address == "garden:keep"
    assert keep(turn, "a rose") == keep.run(turn, "a rose") == say("kept", thing="a rose")


def test_a_step_that_begins_a_dialogue_takes_no_value(garden):
    begin = garden.step(lambda turn: say("fine"))
    assert begin.run(Turn(now=NOW, state=NoState()), "ignored") == say("fine")


def test_a_step_is_named_once(garden):
    def keep(turn):
        return say("fine")

    garden.step(keep)
    with pytest.raises(ValueError, match="practice 'garden' has two steps named 'keep'"):
        garden.step(keep)


def test_a_renamed_step_is_found_under_its_old_names(garden):
    @garden.step(was=("hold", "save"))
    def keep(turn):
        return say("fine")

    assert garden.steps["hold"] is garden.steps["save"] is garden.steps["keep"] is keep
    assert isinstance(keep, Taken)


@pytest.mark.parametrize(
    ("annotation", "skippable"),
    [(str, False), (str | None, True), ("str | None", True), ("bool | str", False), (None, True), (object, False)],
)
def test_a_step_that_takes_nothing_can_be_skipped(garden, annotation, skippable):
    def keep(turn, thing):
        return say("fine")

    keep.__annotations__["thing"] = annotation
    assert garden.step(keep).skippable == skippable


def test_a_step_without_a_value_cannot_be_skipped(garden):
    assert not garden.step(lambda turn: say("fine")).skippable


def test_an_offer_is_put_forward_for_each_of_its_occasions(garden):
    @garden.offers("launch", "check-in")
    def offer(turn):
        return Offer(30, say("fine"))

    assert garden.offered == {"launch": offer, "check-in": offer}


def test_a_practice_shows_its_name(garden):
    assert repr(garden) == "Practice('garden')"


# The turn that a handler is given


def a_turn(**what):
    return Turn(**{"now": NOW, "state": NoState()} | what)


def test_what_is_given_as_a_function_is_read_when_first_looked_at_and_once():
    read = []
    turn = a_turn(request=lambda: read.append("request") or Request("stretch"), items=lambda: ("tea",))
    assert read == []
    assert (turn.request, turn.request, turn.items) == (Request("stretch"), Request("stretch"), ("tea",))
    assert read == ["request"]


def test_a_turn_is_the_same_however_what_it_holds_was_given():
    late, at_once = a_turn(items=lambda: ("tea",)), a_turn(items=("tea",))
    assert late == at_once
    assert repr(late) == repr(at_once)
    assert replace(late, words="tea") == replace(at_once, words="tea") != late
    assert (a_turn().request, a_turn().items) == (None, ())


def test_a_turn_is_frozen_also_where_it_is_read_late():
    with pytest.raises(FrozenInstanceError):
        a_turn(items=lambda: ("tea",)).items = ()


def test_a_span_from_now_is_real_time_also_over_a_clock_change():
    night = datetime(2026, 3, 29, 0, 30, tzinfo=ZoneInfo("Europe/London"))
    later = a_turn(now=night).after(timedelta(hours=1))
    assert (later.hour, later.astimezone(UTC) - night.astimezone(UTC)) == (2, timedelta(hours=1))


def test_a_pick_is_the_same_again_and_not_one_that_was_used():
    turn = a_turn(seed="r1")
    assert turn.pick("abc") == turn.pick("abc")
    assert turn.pick("abc", used="ab") == "c"
    assert turn.pick("abc", used="abc") in "abc"
    with pytest.raises(ValueError, match="nothing to pick from"):
        turn.pick("")


@pytest.mark.parametrize(
    ("hour", "part"),
    [(4, "night"), (5, "morning"), (10, "morning"), (11, "day"), (16, "day"), (17, "evening"), (22, "night")],
)
def test_the_day_has_four_parts(hour, part):
    assert a_turn(now=NOW.replace(hour=hour)).day_part == part


def test_the_other_one_is_seen_from_the_speakers_side():
    ana, leo = Person("a", "Ana"), Person("b", "Leo")
    assert a_turn(speaker=ana, present=(ana, leo)).other == leo
    assert a_turn(speaker=leo, present=(ana, leo)).other == ana
    assert a_turn(speaker=ana, present=(ana,)).other is None
    assert [a_turn(present=each).for_two for each in ((), (ana,), (ana, leo))] == [False, False, True]


def test_by_itself_a_turn_recalls_nothing_and_nothing_is_offered():
    turn = a_turn()
    assert (turn.journal.entries("x"), turn.journal.count(), turn.journal.get("e"), turn.offers("launch")) == (
        (),
        0,
        None,
        (),
    )
