"""Lengths of time."""

from datetime import timedelta

import pytest

from skill.answers import Duration, Scale


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("half an hour", 30), ("twenty-five minutes", 25), ("an hour and a half", 90), ("quarter of an hour", 15),
        ("1 hr", 60),
        ("a couple of minutes", 2), ("ten more minutes", 10), ("PT20M", 20), ("PT1H30M", 90), ("P1D", 1440), ("P1W",
        10_080),
        ("two and a half hours", 150), ("one and a half hours", 90), ("three quarters of an hour", 45), ("an hour", 60),
        ("a minute", 1), ("20m", 20), ("1h", 60), ("20min", 20), ("one hour twenty", 80), ("one hour twenty minutes",
        80),
        ("1 hour and 20 minutes", 80), ("another ten minutes", 10), ("half hour", 30),
        ("twenty or thirty minutes", 20), ("5 to 10 minutes", 5), ("a few minutes", 3), ("1.5 hours", 90),
        ("a week", 10_080), ("half a day", 720), ("pause us for twenty-five minutes", 25),
        ("for about an hour or so", 60), ("twenty", 20), ("ninety", 90), ("about twenty", 20), ("one minute", 1),
        ("sixty seconds", 1),
    ],
)  # fmt: skip
def test_a_length_is_read(reading, said, minutes):
    assert reading(said, Duration()).value == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "said",
    [
        "until tomorrow", "two hours ago", "twenty minutes past eight", "forever", "one thing", "second",
        "99999999999 days", "", "?", "PT", "P", "zero minutes", "right now", "no one", "i am", "the time of my life",
    ],
)  # fmt: skip
def test_what_is_no_length_is_not_read_as_one(reading, said):
    assert reading(said, Duration()) is None


def test_a_bare_number_is_minutes_only_where_no_other_number_is_expected(reading):
    assert reading("seven", Duration()).value == timedelta(minutes=7)
    assert reading("seven", Duration() | Scale()).kind == "Scale"
    assert reading("seven minutes", Duration() | Scale()).kind == "Duration"


def test_a_length_arrives_as_a_slot(reading):
    assert reading("", Duration(), {"duration": "PT45M"}).value == timedelta(minutes=45)
    assert reading("", Duration(), {"duration": "P9999999Y"}) is None
