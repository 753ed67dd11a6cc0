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


def test_two_who_were_here_together_are_each_still_to_be_asked():
    home = Home().paired(("ana", "ben"))
    assert [home.is_unasked(each) for each in ("ana", "ben", "kim")] == [True, True, False]


def test_nobody_is_to_be_asked_who_was_here_alone():
    assert Home().paired(("ana",)) == Home().paired(()) == Home()


def test_who_was_asked_is_not_asked_again_whoever_they_are_here_with():
    home = Home().paired(("ana", "ben")).asked("ana").paired(("ana", "kim"))
    assert [home.is_unasked(each) for each in ("ana", "ben", "kim")] == [False, True, True]


def test_of_asking_it_is_kept_only_that_it_was_done():
    home = Home().paired(("ana", "ben")).asked("ana")
    assert home.to_memory()["together"] == {"ana": True, "ben": False}
    assert Home.of(home.to_memory()) == home


def test_nothing_of_asking_stays_of_who_leaves():
    assert Home().paired(("ana", "ben")).asked("ana").without("ana").together == {"ben": False}
