from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill import EVERY_DAY, Felt, Moment, Person, Reminder
from skill.spoken import voice

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 2, 20, 10, tzinfo=LONDON)  # a Monday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def spoken(value, locale="en-GB", now=NOW):
    return voice(locale, now).value(value)


def at(day, hour, minute=0, month=3):
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "midnight"),
        (12, 0, "noon"),
        (8, 0, "eight"),
        (20, 10, "ten past eight"),
        (20, 15, "quarter past eight"),
        (20, 30, "half past eight"),
        (20, 35, "twenty-five to nine"),
        (23, 45, "quarter to twelve"),
        (12, 50, "ten to one"),
        (0, 5, "five past twelve"),
        (8, 13, "8:13"),
        (0, 7, "12:07"),
    ],
)
def test_a_clock_time_is_said_as_people_say_it(hour, minute, words):
    assert voice("en-GB", NOW).clock(at(2, hour, minute)) == words


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (at(2, 20, 30), "at half past eight"),
        (at(2, 16, 0), "at four"),
        (at(2, 8, 0), "at eight in the morning"),
        (at(2, 12, 0), "at noon"),
        (at(3, 8, 0), "tomorrow at eight in the morning"),
        (at(3, 0, 0), "tomorrow at midnight"),
        (at(3, 0, 30), "tomorrow at half past twelve at night"),
        (at(1, 21, 0), "yesterday at nine in the evening"),
        (at(6, 18, 0), "on Friday at six in the evening"),
        (at(9, 18, 0), "on 9 March at six in the evening"),
    ],
)
def test_an_instant_is_said_with_its_preposition(instant, words):
    assert spoken(instant) == words


def test_an_instant_of_another_zone_is_said_in_the_speakers():
    assert spoken(datetime(2026, 3, 2, 20, 30, tzinfo=ZoneInfo("UTC"))) == "at half past eight"
    assert spoken(datetime(2026, 3, 3, 3, 0, tzinfo=ZoneInfo("Asia/Tokyo"))) == "at six"


def test_tonight_late_is_said_as_tonight():
    early = at(2, 9, 0)
    assert spoken(at(2, 22, 30), now=early) == "at half past ten tonight"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 2), "today"),
        (date(2026, 3, 3), "tomorrow"),
        (date(2026, 3, 1), "yesterday"),
        (date(2026, 3, 5), "on Thursday"),
        (date(2026, 3, 8), "on Sunday"),
        (date(2026, 2, 26), "last Thursday"),
        (date(2026, 2, 23), "on 23 February"),
        (date(2026, 5, 1), "on 1 May"),
    ],
)
def test_a_day_is_said_from_todays_side(day, words):
    assert spoken(day) == words


def test_a_far_day_is_said_as_the_locale_does():
    assert spoken(date(2026, 5, 1), "en-US") == "on May 1"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (20 * MINUTE, "twenty minutes"),
        (MINUTE, "one minute"),
        (10 * timedelta(seconds=1), "one minute"),
        (30 * MINUTE, "half an hour"),
        (HOUR, "an hour"),
        (90 * MINUTE, "an hour and a half"),
        (150 * MINUTE, "two and a half hours"),
        (65 * MINUTE, "an hour and five minutes"),
        (DAY, "a day"),
        (2 * DAY, "two days"),
        (DAY + 2 * HOUR + 5 * MINUTE, "a day and two hours"),
    ],
)
def test_a_span_is_said_to_the_minute(span, words):
    assert spoken(span) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (EVERY_DAY, "every day at eight in the evening"),
        ((), "every day at eight in the evening"),
        ((0, 1, 2, 3, 4), "every weekday at eight in the evening"),
        ((6,), "every Sunday at eight in the evening"),
        ((4, 0), "every Monday and Friday at eight in the evening"),
    ],
)
def test_a_rhythm_is_said_with_its_time(days, words):
    assert spoken(Moment(at(2, 20), False, days, recurring=True)) == words


def test_a_reminder_is_said_by_when_it_sounds():
    assert spoken(Reminder("x", at=at(3, 8))) == "tomorrow at eight in the morning"
    assert spoken(Reminder("x", at=at(8, 20), days=(6,))) == "every Sunday at eight in the evening"
    assert spoken(Reminder("x", after=20 * MINUTE)) == "in twenty minutes"


def test_people_feelings_and_lists_are_said_by_name():
    assert spoken(Person("p", "Leo")) == "Leo"
    assert spoken(Felt("cross", "angry", "high")) == "cross"
    assert spoken(["a", "b", "c"]) == "a, b and c"
    assert spoken(("a", "b", "c"), "en-US") == "a, b, and c"
    assert spoken([]) == ""
    assert spoken(None) == ""


def test_numbers_stay_numbers_for_the_texts_to_choose_by():
    assert (spoken(3), spoken(True), spoken(False)) == (3, "yes", "no")


def test_a_language_without_its_own_voice_speaks_as_english_does():
    assert spoken(65 * MINUTE, "xx-XX") == "an hour and five minutes"
    assert spoken(date(2026, 5, 1), "de-DE") == "on May 1"


def test_half_a_minute_more_is_not_said():
    assert spoken(timedelta(minutes=25, seconds=30)) == "twenty-five minutes"
    assert spoken(timedelta(minutes=24, seconds=31)) == "twenty-five minutes"
