"""The most specific reading wins, and what rides along is kept."""

from datetime import timedelta

import pytest

from skill.answers import Choice, Duration, Feeling, Name, Scale, When, Words, YesNo

ANYTHING = YesNo() | Duration() | When() | Scale() | Feeling() | Name() | Words()


@pytest.mark.parametrize(
    ("said", "expected", "kind"),
    [
        ("no, half an hour", YesNo() | Duration(), "Duration"),
        ("half an hour", Duration() | YesNo(), "Duration"),
        ("no", YesNo() | Duration(), "YesNo"),
        ("yes", YesNo() | Duration() | When(), "YesNo"),
        ("yes, at nine", YesNo() | When(), "When"),
        ("yes, and remind me at nine", YesNo() | When(), "YesNo"),
        ("remind me at nine", YesNo() | When(), "When"),
        ("in twenty minutes", When() | Duration(), "When"),
        ("twenty minutes", When() | Duration(), "Duration"),
        ("until tomorrow", When() | Duration(), "When"),
        ("eight", When() | Duration(), "When"),
        ("eight", Scale() | When(), "Scale"),
        ("at eight", Scale() | When(), "When"),
        ("wound up", Feeling() | Words(), "Feeling"),
        ("Leo washed up", YesNo() | Words(), "Words"),
        ("no one helped me", YesNo() | Words(), "Words"),
        ("no", YesNo() | Words(), "YesNo"),
        ("no", YesNo() | Feeling() | Name(), "YesNo"),
        ("it's Kim", Name() | Words(), "Name"),
        ("the quiet this morning", Words() | YesNo(), "Words"),
        ("leave it", Choice("leave it", "smaller") | YesNo(), "Choice"),
    ],
)
def test_the_most_specific_reading_wins(reading, said, expected, kind):
    assert reading(said, expected).kind == kind


def test_a_length_with_a_wish_to_be_reminded(reading):
    answer = reading("twenty minutes, and remind me", YesNo() | Duration())
    assert answer.value == timedelta(minutes=20)
    assert answer.also.reminder
    assert answer.also.when is None


def test_a_yes_with_a_wish_to_be_reminded_at_a_time(reading, now):
    answer = reading("Yes, and remind me at nine", YesNo())
    assert (answer.value, answer.soft, answer.also.reminder) == (True, False, True)
    assert answer.also.when.at == now.replace(hour=21)
    assert answer.also.words == "remind me at nine"
    assert answer.words == "Yes, and remind me at nine"


def test_a_wish_to_be_reminded_alone_is_a_yes_but_not_where_it_must_be_clear(reading):
    assert reading("remind me, please", YesNo()).value is True
    assert reading("remind me", YesNo(clear=True)) is None
    assert reading("remind me later", YesNo()) is None


def test_asking_for_minutes_is_no_wish_to_be_reminded(reading):
    answer = reading("give me ten minutes", YesNo() | Duration())
    assert answer.value == timedelta(minutes=10)
    assert not answer.also.reminder


def test_a_time_with_a_length_carries_the_length(reading, now):
    answer = reading("at eight for ten minutes", When())
    assert answer.value.at == now.replace(hour=20)
    assert answer.also.duration == timedelta(minutes=10)


def test_a_length_with_a_time_carries_the_time(reading, now):
    answer = reading("half an hour at eight", Duration())
    assert answer.also.when.at == now.replace(hour=20)


def test_free_words_are_kept_as_they_were_said(reading):
    answer = reading("Um, Leo’s soup, thanks", Words())
    assert (answer.kind, answer.value) == ("Words", "Leo's soup")


def test_a_wish_to_be_reminded_is_part_of_free_words(reading):
    assert reading("that you remind me", Words()).value == "that you remind me"


@pytest.mark.parametrize("said", ["", "   ", "?", "..."])
def test_silence_and_signs_are_no_answer(reading, said):
    assert reading(said, ANYTHING) is None


def test_slots_speak_where_there_are_no_words(reading):
    assert reading("", Words(), {"thing": "the rain"}).value == "the rain"
    assert reading("", YesNo(), {"answer": "nah"}).value is False
    assert reading("", Words(), {"thing": "?"}) is None


def test_a_fixed_shape_is_read_from_the_words_too(reading):
    assert reading("PT20M", YesNo() | Duration()).value == timedelta(minutes=20)
    assert reading("2026-11-29", When()).value.at.day == 29


@pytest.mark.parametrize("words", ["hmm", "um", "er uh", "  Hmm… ", "uhm."])
def test_who_is_still_thinking_has_said_no_words(reading, words):
    assert reading(words, Words()) is None
    assert reading(f"{words} the rain", Words()).value.endswith("the rain")
