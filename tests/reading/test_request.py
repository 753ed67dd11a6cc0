"""What to do and when, in one sentence."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill.reading import split_request
from skill.turn import Request

BERLIN = ZoneInfo("Europe/Berlin")


def on(date, hour, minute=0):
    return datetime(2026, 11, date, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("said", "what", "at", "days"),
    [
        ("stretch at eight", "stretch", on(25, 20), ()),
        ("to stretch at eight every day", "stretch", on(25, 20), tuple(range(7))),
        ("at eight to call mum", "call mum", on(25, 20), ()),
        ("remind me at eight to call Leo’s mum", "call Leo's mum", on(25, 20), ()),
        ("drink some water in twenty minutes", "drink some water", on(25, 19, 20), ()),
        ("take a walk tomorrow morning", "take a walk", on(26, 8), ()),
        ("tomorrow call the doctor", "call the doctor", on(26, 9), ()),
        ("call Mum on Friday at six please", "call Mum", on(27, 18), ()),
        ("put the kettle on at five", "put the kettle on", on(26, 17), ()),
        ("every day at noon drink water", "drink water", on(26, 12), tuple(range(7))),
        ("water the plants on mondays and thursdays", "water the plants", on(26, 9), (0, 3)),
        ("meet sam at the cafe at half past ten tomorrow", "meet sam at the cafe", on(26, 10, 30), ()),
        ("that I should breathe at nine", "breathe", on(25, 21), ()),
        ("every Sunday at eight", "", on(29, 8), (6,)),
        ("at eight", "", on(25, 20), ()),
    ],
)
def test_what_to_do_is_parted_from_when(now, said, what, at, days):
    request = split_request(said, now, "en")
    assert (request.what, request.when.at, request.when.days) == (what, at, days)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("stretch", "stretch"),
        ("read the nine o'clock news", "read the nine o'clock news"),
        ("make a Sunday roast", "make a Sunday roast"),
        ("think about Saturday", "think about Saturday"),
        ("plan the weekend", "plan the weekend"),
        ("buy one thing", "buy one thing"),
        ("at one point call her", "at one point call her"),
        ("I may go", "I may go"),
        ("to see what may come", "see what may come"),
        ("", ""),
    ],
)
def test_a_time_inside_a_title_is_not_eaten(now, said, what):
    assert split_request(said, now, "en") == Request(what)


def test_for_how_long_is_parted_too(now):
    request = split_request("walk for ten minutes at eight", now, "en")
    assert (request.what, request.when.at, request.after) == ("walk", on(25, 20), timedelta(minutes=10))


def test_a_length_that_describes_the_thing_stays_in_its_name(now):
    assert split_request("a ten minute walk", now, "en") == Request("a ten minute walk", None, timedelta(minutes=10))


def test_a_rhythm_no_reminder_can_follow_is_marked(now):
    request = split_request("stretch every other day", now, "en")
    assert (request.what, request.when.unsupported) == ("stretch", True)
