"""Numbers on a scale."""

import pytest

from skill.answers import Scale


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("a seven", 7), ("seven or eight", 7), ("about six", 6), ("6 out of ten", 6), ("maybe a five", 5), ("ten",
        10), ("one", 1),
        ("a one", 1), ("two", 2), ("I'd say a 7", 7), ("I'm a seven", 7), ("seven because I slept badly", 7), ("6.5",
        6),
        ("six and a half", 6), ("10/10", 10), ("7/10", 7), ("between six and seven", 6),
        ("I'm at a four right now", 4), ("half", 5), ("in the middle", 5), ("the lowest", 1), ("the highest", 10),
        ("um, a solid 8", 8), ("seven, I think", 7), ("at seven", 7), ("10", 10), ("one or two", 1),
    ],
)  # fmt: skip
def test_a_number_is_read_on_a_scale_of_ten(reading, said, number):
    assert reading(said, Scale()).value == number


@pytest.mark.parametrize(
    "said",
    [
        "eleven", "zero", "minus three", "one thing", "no one", "seven minutes", "there were three people shouting",
        "5 out of 5", "second", "", "?", "a hundred", "know",
    ],
)  # fmt: skip
def test_what_is_no_number_on_the_scale_is_not_read_as_one(reading, said):
    assert reading(said, Scale()) is None


def test_the_scale_has_the_ends_it_was_given(reading):
    assert reading("zero", Scale(0, 5)).value == 0
    assert reading("5 out of 5", Scale(0, 5)).value == 5
    assert reading("six", Scale(0, 5)) is None


def test_a_number_arrives_as_a_slot(reading):
    assert reading("", Scale(), {"number": "7"}).value == 7
    assert reading("", Scale(), {"number": "?"}) is None
    assert reading("", Scale(), {"number": "70"}) is None
