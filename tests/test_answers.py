"""The kinds of answer: values that combine, and that a frame can hold."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from skill.answers import (
    Also,
    Answer,
    Choice,
    Duration,
    Feeling,
    Kinds,
    Moment,
    Name,
    Option,
    Scale,
    When,
    Words,
    YesNo,
    kinds_from_data,
)

EVERY = (Words(), YesNo(), YesNo(clear=True), Scale(), Scale(0, 5), Feeling(), Choice("a"), Name(), Duration(), When())


@pytest.mark.parametrize("kind", EVERY, ids=repr)
def test_a_kind_survives_being_stored_as_json(kind):
    stored = json.dumps(kind.to_data())
    assert kinds_from_data(json.loads(stored)) == Kinds.of(kind)


def test_a_union_survives_being_stored_as_json():
    kinds = YesNo(clear=True) | Duration() | Choice("Now", Option("later", ("another time", "not now")), said=1)
    assert kinds_from_data(json.loads(json.dumps(kinds.to_data()))) == kinds


def test_kinds_combine_in_the_order_they_are_named_and_each_once():
    assert tuple(YesNo() | Duration() | YesNo()) == (YesNo(), Duration())
    assert tuple((YesNo() | Duration()) | (When() | Duration())) == (YesNo(), Duration(), When())


def test_a_single_kind_behaves_as_a_union_of_one():
    assert list(Scale()) == [Scale()]
    assert len(Scale()) == 1
    assert Kinds.of(Scale()) == Kinds((Scale(),))
    assert Scale().to_data() == Kinds.of(Scale()).to_data()


def test_a_union_finds_the_kind_of_a_type():
    kinds = YesNo() | Scale(0, 5)
    assert kinds.find(Scale) == Scale(0, 5)
    assert kinds.find(Duration) is None


def test_a_plain_string_is_an_option_by_its_normalised_form():
    assert Choice("  Don’t  Know ").options == (Option("don't know", ("  Don’t  Know ",)),)


def test_kinds_can_be_members_of_a_set():
    assert len({YesNo(), YesNo(clear=True), YesNo(), Choice("a"), Choice("a"), YesNo() | Scale()}) == 4


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="not a kind"):
        kinds_from_data([{"kind": "Colour"}])


def test_an_answer_is_a_value_with_nothing_riding_along_unless_said():
    answer = Answer("YesNo", True, "yes")
    assert answer.also == Also()
    assert not answer.soft
    assert answer == Answer("YesNo", True, "yes", Also())


def test_a_moment_is_hashable_and_once_unless_said():
    moment = Moment(datetime(2026, 11, 25, 9, tzinfo=UTC), explicit_date=True)
    assert hash(moment) == hash(Moment(moment.at, True))
    assert (moment.days, moment.recurring, moment.unsupported, moment.explicit_time) == ((), False, False, True)
    assert Also(duration=timedelta(minutes=5)).when is None
