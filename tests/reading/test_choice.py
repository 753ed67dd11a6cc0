"""One of several options."""

import pytest

from skill.answers import Choice, Option, When, YesNo

EVENING = Choice(
    Option("now", ("right now", "do it now")),
    Option("later", ("another time",)),
    Option("bath", ("take a bath", "a hot bath")),
    Option("walk", ("a walk outside",)),
)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("now", "now"), ("Later!", "later"), ("do it now", "now"), ("another time, please", "later"),
        ("a bath please", "bath"), ("the walk", "walk"), ("let's take a walk", "walk"),
        ("I'd like a hot bath, thanks", "bath"), ("the first one", "now"), ("second", "later"),
        ("number two", "later"), ("2", "later"), ("two", "later"), ("option 3", "bath"), ("third one", "bath"),
        ("the 4th", "walk"), ("the last", "walk"), ("the last one", "walk"), ("the second one please", "later"),
        ("one", "now"), ("walkk", "walk"), ("lateer", "later"), ("not the walk, the bath", "bath"),
    ],
)  # fmt: skip
def test_an_option_is_found_by_name_by_place_or_nearly(reading, said, option):
    assert reading(said, EVENING).value == option


@pytest.mark.parametrize(
    "said", ["either", "bath or walk", "fifth", "no", "mumble", "", "?", "one thing", "not the bath"]
)
def test_what_names_no_single_option_is_not_read_as_one(reading, said):
    assert reading(said, EVENING) is None


def test_of_many_options_places_count_those_that_are_said(reading):
    two = Choice(*EVENING.options, said=2)
    assert [reading(words, two).value for words in ("the last one", "second", "the bath")] == ["later", "later", "bath"]
    assert reading("the third one", two) is None
    assert reading("the last one", Choice(*EVENING.options, said=0)) is None


def test_a_plain_string_is_chosen_by_part_of_what_it_says(reading):
    choice = Choice("Keep", "Make it smaller")
    assert reading("keep it", choice).value == "keep"
    assert reading("make it smaler", choice).value == "make it smaller"


def test_no_is_no_even_where_an_option_sounds_like_it(reading):
    assert reading("no", EVENING | YesNo()).kind == "YesNo"


def test_an_option_said_whole_is_more_specific_than_a_time(reading):
    assert reading("now", EVENING | When()).kind == "Choice"
    assert reading("later tonight at eight", EVENING | When()).kind == "When"


def test_a_choice_of_nothing_reads_nothing(reading):
    assert reading("the first one", Choice()) is None
