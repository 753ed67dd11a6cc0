from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from skill.store import fold, new_id
from skill.store.identity import in_zone, zone_name

NOW = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize("written", ["Leo", "leo", "LEO ", "leo's", "Leo’s", "Léo", "leo'"])
def test_a_name_is_the_same_however_it_is_written(written):
    assert fold(written) == "leo"


def test_different_names_stay_different():
    assert len({fold(name) for name in ("Leo", "Leon", "Chris", "Christ", "か", "が", "O'Hara", "Ohara")}) == 8


def test_spaces_inside_a_name_are_made_even():
    assert fold("  Aunt   May’s ") == "aunt may"


def test_ids_sort_by_time_and_then_by_index():
    ids = [new_id(NOW), new_id(NOW, 1), new_id(NOW, 20), new_id(NOW + timedelta(milliseconds=1))]
    assert ids == sorted(ids)
    assert {len(one) for one in ids} == {32}
    assert new_id(NOW) != new_id(NOW)


def test_an_instant_remembers_its_zone_by_name():
    berlin = NOW.astimezone(ZoneInfo("Europe/Berlin"))
    assert in_zone(berlin.astimezone(UTC), zone_name(berlin)).hour == 21


def test_an_instant_with_an_offset_alone_is_given_back_in_utc():
    assert zone_name(NOW.astimezone(timezone(timedelta(hours=3)))) == "UTC"


@pytest.mark.parametrize("zone", ["Atlantis/Capital", "../etc/passwd", ""])
def test_an_unknown_zone_leaves_the_instant_as_it_is(zone):
    assert in_zone(NOW, zone) == NOW
