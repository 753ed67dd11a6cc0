"""A household's own settings: what is kept of them, and for how long they hold."""

from datetime import UTC, datetime, timedelta

from skill.home import GENTLE_FOR, LIGHT_FOR, Home

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


def test_a_household_that_nobody_set_anything_for_is_neither_light_nor_gentle():
    home = Home.of({})
    assert not home.is_light(NOW)
    assert not home.is_gentle("ana", NOW)
    assert home.country == ""


def test_what_is_kept_is_read_again():
    home = Home(country="IE").lightened("ana", NOW).softened("ben", NOW)
    assert Home.of(home.to_memory()) == home


def test_light_holds_for_ninety_days_for_everyone_in_the_house():
    home = Home().lightened("ana", NOW)
    assert home.is_light(NOW + LIGHT_FOR - MOMENT)
    assert not home.is_light(NOW + LIGHT_FOR)
    assert LIGHT_FOR.days == 90


def test_gentle_holds_for_seven_days_and_for_one_person():
    home = Home().softened("ana", NOW)
    assert home.is_gentle("ana", NOW + GENTLE_FOR - MOMENT)
    assert not home.is_gentle("ana", NOW + GENTLE_FOR)
    assert not home.is_gentle("ben", NOW)
    assert GENTLE_FOR.days == 7


def test_a_gentle_opening_is_given_once():
    assert Home().softened("ana", NOW).greeted("ana") == Home()


def test_what_is_over_is_not_kept_any_longer():
    later = Home().lightened("ana", NOW).lightened("ben", NOW + LIGHT_FOR)
    assert list(later.light) == ["ben"]


def test_nothing_of_a_person_stays_who_leaves():
    home = Home(country="IE").lightened("ana", NOW).softened("ana", NOW)
    assert home.without("ana") == Home(country="IE")
