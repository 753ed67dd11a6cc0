"""Points in time, from a Wednesday (25 November 2026) in Berlin unless a test says otherwise."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill.answers import When
from skill.reading import read

BERLIN = ZoneInfo("Europe/Berlin")
EVERY_DAY = tuple(range(7))


def moment(words, now, slots=None):
    answer = read(words, When(), now=now, language="en", slots=slots or {})
    return answer.value if answer else None


def day(date, hour, minute=0, month=11):
    year = 2026 if month > 10 else 2027
    return datetime(year, month, date, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("at eight", day(25, 20)),
        ("eight", day(25, 20)),
        ("maybe at eight please", day(25, 20)),
        ("half past eight", day(25, 20, 30)),
        ("half eight", day(25, 20, 30)),
        ("quarter to nine", day(25, 20, 45)),
        ("at quarter past seven pm", day(25, 19, 15)),
        ("twenty past ten", day(25, 22, 20)),
        ("ten to one", day(26, 12, 50)),
        ("8:30 pm", day(25, 20, 30)),
        ("8:30pm", day(25, 20, 30)),
        ("8.30 p.m.", day(25, 20, 30)),
        ("8 a.m.", day(26, 8)),
        ("20:00", day(25, 20)),
        ("08:00", day(26, 8)),
        ("eight thirty in the morning", day(26, 8, 30)),
        ("eight oh five", day(25, 20, 5)),
        ("eight o’clock", day(25, 20)),
        ("eight o clock", day(25, 20)),
        ("at one", day(26, 13)),
        ("nine at night", day(25, 21)),
        ("noon", day(26, 12)),
        ("midnight", day(26, 0)),
        ("at bedtime", day(25, 22)),
        ("in the morning", day(26, 8)),
        ("tonight", day(25, 21)),
        ("tonight at eight", day(25, 20)),
        ("tonight at one", day(26, 1)),
        ("this evening", day(25, 20)),
        ("let's say tomorrow, eight-ish", day(26, 8)),
        ("can we do sunday evening around six", day(29, 18)),
        ("tomorrow morning at 19:00", day(26, 7)),
        ("tomorrow evening at 07:30", day(26, 19, 30)),
        ("tomorrow afternoon at 02:00", day(26, 14)),
        ("tonight at 09:00", day(25, 21)),
        ("tomorrow morning at noon", day(26, 12)),
        ("tomorrow morning", day(26, 8)),
        ("tomorrow afternoon", day(26, 15)),
        ("tomorrow evening", day(26, 19)),
        ("tomorrow night", day(26, 21)),
        ("tomorrow night at ten", day(26, 22)),
        ("tomorrow at half past two", day(26, 14, 30)),
        ("at eight tomorrow evening", day(26, 20)),
        ("tomorrow", day(26, 9)),
        ("until tomorrow", day(26, 9)),
        ("the day after tomorrow at noon", day(27, 12)),
        ("on Friday", day(27, 9)),
        ("Friday at six", day(27, 18)),
        ("friday eight thirty", day(27, 8, 30)),
        ("next Tuesday", day(1, 9, month=12)),
        ("next friday", day(4, 9, month=12)),
        ("a week from friday", day(4, 9, month=12)),
        ("last Friday", day(20, 9)),
        ("yesterday", day(24, 9)),
        ("next week", day(2, 9, month=12)),
        ("at the weekend", day(28, 9)),
        ("the 3rd of December", day(3, 9, month=12)),
        ("december third at five", day(3, 17, month=12)),
        ("thursday the third of december", day(3, 9, month=12)),
        ("on the 15th", day(15, 9, month=12)),
        ("may 5th", day(5, 9, month=5)),
        ("the first of may", day(1, 9, month=5)),
        ("in may", day(1, 9, month=5)),
        ("in twenty minutes", day(25, 19, 20)),
        ("in an hour", day(25, 20)),
        ("in an hour and a half", day(25, 20, 30)),
        ("ten minutes from now", day(25, 19, 10)),
        ("in three days", day(28, 19)),
        ("in three days at six", day(28, 18)),
        ("in two weeks", day(9, 19, month=12)),
        ("the same time tomorrow", day(26, 19)),
        ("the same time", day(26, 19)),
        ("right now", day(25, 19)),
    ],
)
def test_a_moment_is_the_next_sensible_one(now, said, at):
    found = moment(said, now)
    assert (found.at, found.recurring) == (at, False)
    assert found.at.tzinfo == BERLIN


@pytest.mark.parametrize(
    ("hour", "said", "at"),
    [
        (19, "at eight", day(25, 20)),
        (21, "at eight", day(26, 8)),
        (9, "at two", day(25, 14)),
        (9, "at eight", day(25, 20)),
        (21, "at eleven", day(25, 23)),
        (23, "at one", day(26, 1)),
        (15, "at two", day(26, 14)),
        (5, "at six", day(25, 6)),
        (9, "today at eight", day(25, 20)),
        (10, "on Wednesday at six", day(25, 18)),
        (20, "on Wednesday at six pm", datetime(2026, 12, 2, 18, tzinfo=BERLIN)),
        (15, "this morning", day(25, 8)),
        (10, "today", day(25, 11)),
    ],
)
def test_an_hour_in_doubt_is_settled_by_the_time_it_is(now, hour, said, at):
    assert moment(said, now.replace(hour=hour)).at == at


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("tonight", (1, 30)),
        ("tonight at two", (2, 0)),
        ("tonight at eight", (20, 0)),
        ("at two", (2, 0)),
        ("in an hour", (1, 30)),
    ],
)
def test_tonight_after_midnight_means_the_hours_just_coming(said, at):
    found = moment(said, datetime(2026, 11, 26, 0, 30, tzinfo=BERLIN))
    assert found.at == day(26, *at)


@pytest.mark.parametrize(
    ("said", "at", "days"),
    [
        ("every day at noon", day(26, 12), EVERY_DAY),
        ("at nine daily", day(25, 21), EVERY_DAY),
        ("every evening", day(26, 19), EVERY_DAY),
        ("every night at ten", day(25, 22), EVERY_DAY),
        ("every Sunday at eight", day(29, 8), (6,)),
        ("sunday evenings at eight", day(29, 20), (6,)),
        ("weekdays at 7", day(26, 7), (0, 1, 2, 3, 4)),
        ("monday to friday at eight", day(26, 8), (0, 1, 2, 3, 4)),
        ("Mondays and Thursdays at six", day(26, 18), (0, 3)),
        ("on mondays wednesdays and fridays at 8 pm", day(25, 20), (0, 2, 4)),
        ("every weekend at ten", day(28, 10), (5, 6)),
        ("weekly on friday", day(27, 9), (4,)),
        ("every week", day(2, 9, month=12), (2,)),
    ],
)
def test_what_recurs_names_its_weekdays_and_its_next_time(now, said, at, days):
    found = moment(said, now)
    assert (found.recurring, found.unsupported, found.days, found.at) == (True, False, days, at)


@pytest.mark.parametrize(
    "said",
    [
        "every other day",
        "every two days at six",
        "every hour",
        "twice a day",
        "monthly",
        "every second Sunday at eight",
    ],
)
def test_a_rhythm_that_is_neither_daily_nor_weekly_is_marked(now, said):
    found = moment(said, now)
    assert (found.recurring, found.unsupported, found.days) == (True, True, ())


@pytest.mark.parametrize(
    "said",
    [
        "may", "I may go", "second", "the second", "one thing", "at one point", "no one", "know", "not now", "yes",
        "I don't know", "quarter past", "twenty minutes", "good morning", "", "?", "seven minutes", "at 25",
        "at two friends' house", "the 45th",
    ],
)  # fmt: skip
def test_what_names_no_moment_is_not_read_as_one(now, said):
    assert moment(said, now) is None


@pytest.mark.parametrize(
    ("said", "date", "time"),
    [
        ("at eight", False, True),
        ("on Friday", True, False),
        ("tomorrow morning", True, True),
        ("in ten minutes", True, True),
    ],
)
def test_a_moment_says_what_was_named_and_what_was_filled_in(now, said, date, time):
    found = moment(said, now)
    assert (found.explicit_date, found.explicit_time) == (date, time)


@pytest.mark.parametrize(
    ("slots", "at"),
    [
        ({"time": "20:00"}, day(25, 20)),
        ({"time": "08:00"}, day(26, 8)),
        ({"time": "MO"}, day(26, 8)),
        ({"time": "AF"}, day(26, 15)),
        ({"time": "EV"}, day(26, 19)),
        ({"time": "NI"}, day(25, 21)),
        ({"date": "2026-11-29"}, day(29, 9)),
        ({"date": "2026-11-29", "time": "EV"}, day(29, 19)),
        ({"date": "2026-11-29", "time": "20:15"}, day(29, 20, 15)),
        ({"date": "2026-W48"}, day(25, 20)),
        ({"date": "2026-W49"}, day(30, 9)),
        ({"date": "2026-W48-WE"}, day(28, 9)),
        ({"date": "2026-12"}, day(1, 9, month=12)),
        ({"date": "?", "time": "20:00"}, day(25, 20)),
    ],
)
def test_a_moment_arrives_as_slots(now, slots, at):
    assert moment("", now, slots).at == at


@pytest.mark.parametrize(
    "slots", [{"date": "?"}, {"date": "2026-13-45"}, {"date": "2026-W99"}, {"time": "25:00"}, {"date": "XXXX"}]
)
def test_slots_in_no_known_shape_give_no_moment(now, slots):
    assert moment("", now, slots) is None


def test_a_time_that_daylight_saving_leaves_out_moves_forward_by_the_gap():
    found = moment("tomorrow at 2:30 am", datetime(2026, 3, 28, 20, 0, tzinfo=BERLIN))
    assert found.at.isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_a_time_that_comes_twice_the_first_is_meant():
    found = moment("tomorrow at 2:30 am", datetime(2026, 10, 24, 20, 0, tzinfo=BERLIN))
    assert found.at.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_length_from_now_is_true_time_across_daylight_saving():
    before = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    found = moment("in an hour", before)
    assert found.at.astimezone(UTC) - before.astimezone(UTC) == timedelta(hours=1)
    assert found.at.hour == 3


def test_every_day_at_a_time_keeps_its_wall_time_across_daylight_saving():
    found = moment("every day at 8 am", datetime(2026, 10, 24, 20, 0, tzinfo=BERLIN))
    assert found.at.isoformat() == "2026-10-25T08:00:00+01:00"
