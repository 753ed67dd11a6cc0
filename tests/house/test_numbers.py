"""Who to call: which country it is, who answers there now, and what must be known of a number that is spoken."""

import json
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.house.safety.numbers import FILE, FRESH, NEEDED, PURPOSES, SPOKEN, Number, Numbers, Spell, wanting

NUMBERS = Numbers()
DATA = json.loads(FILE.read_text(encoding="utf-8"))
ENTRIES = DATA["numbers"]
ALOUD = [each for each in ENTRIES if each["certainty"] in SPOKEN and "unspoken" not in each]
MONDAY = date(2026, 3, 2)
NOON = datetime.combine(MONDAY, time(12))
NIGHT = datetime.combine(MONDAY, time(3))
CHECKED = max(date.fromisoformat(each["checked"]) for each in ENTRIES)
ENTRY = {
    "country": "US", "for": "crisis", "name": "a line", "number": "123", "free": True, "hours": "always",
    "languages": ["en"], "who": "anyone", "source": "a page", "checked": "2026-01-01", "certainty": "A",
}  # fmt: skip


def known(country, at=NOON, certain=True):
    """Give what a line is given, without what is not there."""
    return {name: value for name, value in NUMBERS.arguments(country, at, certain).items() if value != "none"}


def written(path, *entries):
    data = {"locales": {}, "sites": {}, "places": {}, "said": {}, "numbers": list(entries)}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


# The file


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: f"{each['country']} {each['for']} {each['number']}")
def test_an_entry_is_written_as_the_file_says(entry):
    assert re.fullmatch(r"[A-Z]{2}", entry["country"])
    assert entry["country"] in DATA["places"]
    assert entry["for"] in PURPOSES
    assert entry["certainty"] in {"A", "B", "C", "X"}
    assert date.fromisoformat(entry["checked"])
    assert all(entry[field] for field in ("name", "languages", "who", "source"))
    assert entry["number"] or entry.get("text") or entry.get("site")
    assert entry.get("unspoken", "why")


@pytest.mark.parametrize("entry", ALOUD, ids=lambda each: f"{each['country']} {each['for']} {each['number']}")
def test_what_is_spoken_is_whole_and_can_be_read_in_groups(entry):
    assert all(entry[field] for field in NEEDED)
    for field in ("number", "text", "silent"):
        assert re.fullmatch(r"(\d+([- ]\d+)*)?", entry.get(field, ""))
    assert Number.of(entry).ways in {"call", "text", "word", "site"}
    assert not entry["number"] or entry["number"] not in entry["name"]
    assert entry.get("site", "sheltersafe.ca") in DATA["sites"]


def test_every_country_of_the_table_is_there():
    assert set(NUMBERS.countries()) == {
        "US",
        "GB",
        "IE",
        "CA",
        "AU",
        "NZ",
        "IN",
        "DE",
        "ES",
        "FR",
        "IT",
        "JP",
        "MX",
        "BR",
    }


@pytest.mark.parametrize("country", NUMBERS.countries())
def test_every_country_can_send_somebody_and_has_somebody_who_listens(country):
    given = known(country)
    assert "emergency" in given or {"police", "ambulance"} <= set(given)
    assert given["crisis"]
    assert {"home", "home_site"} & set(given)


# What is spoken


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("US", {"emergency": "911", "crisis": "988", "crisis_by": "text", "home_text": "88788", "home_word": "START"}),
        ("GB", {"emergency": "999", "emergency_silent": "55", "crisis": "116 123", "message_word": "SHOUT"}),
        ("IE", {"emergency": "112", "home": "1800 341 900", "home-men": "01 554 3811", "home-men_free": "no"}),
        ("FR", {"emergency": "112", "emergency_text": "114", "emergency_by": "call", "ambulance": "15"}),
        ("JP", {"police": "110", "ambulance": "119"}),
    ],
)
def test_a_country_has_its_own_numbers(country, expected):
    assert known(country).items() >= expected.items()


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("AU", "1300 766 491"),
        ("IN", "1800-599-0019"),
        ("MX", "800 108 4053"),
        ("JP", "#8008"),
        ("CA", "1-866-863-0511"),
    ],
)
def test_what_is_doubtful_or_remembered_is_known_and_not_spoken(country, number):
    assert any(each["number"] == number for each in ENTRIES)
    assert number not in NUMBERS.arguments(country, NOON, True).values()


def test_canada_has_no_single_line_for_the_home_and_names_a_site():
    given = known("CA")
    assert "home" not in given
    assert (given["home_by"], given["home_site"]) == ("site", "sheltersafe.ca")


def test_what_is_for_one_city_is_not_said_to_a_country():
    assert known("MX")["home"] == "911"


@pytest.mark.parametrize("certainty", ["C", "X"])
def test_a_number_that_is_not_certain_is_not_spoken(tmp_path, certainty):
    numbers = Numbers(written(tmp_path / "n.json", {**ENTRY, "certainty": certainty}))
    assert numbers.arguments("US", NOON, True)["crisis"] == "none"
    assert numbers.countries() == ()


def test_nobody_is_named_in_a_country_without_numbers():
    given = known("SE", certain=False)
    assert given == {"place": "Sweden", "sure": "no"}
    assert known("") == {"sure": "yes"}


def test_whose_numbers_these_are_can_be_said_where_it_is_not_certain():
    assert (known("US", certain=False)["place"], known("US", certain=False)["sure"]) == ("the US", "no")
    assert known("US", certain=True)["sure"] == "yes"


# Hours


@pytest.mark.parametrize(
    ("hour", "minute", "number"), [(8, 59, "112"), (9, 0, "02 2327 2327"), (23, 59, "02 2327 2327")]
)
def test_a_line_that_is_closed_at_night_gives_way_to_the_emergency_number(hour, minute, number):
    assert known("IT", NOON.replace(hour=hour, minute=minute))["crisis"] == number
    assert known("IT", NIGHT)["crisis_hours"] == "all"
    assert known("IT")["crisis_hours"] == "some"


def test_who_is_asleep_is_not_named_for_anything_else():
    assert "harm" in known("GB")
    assert "harm" not in known("GB", NIGHT)
    assert "harm" not in known("GB", NOON + timedelta(days=5)), "a Saturday"


@given(st.datetimes())
def test_somebody_who_listens_or_comes_is_named_at_any_hour(at):
    for country in NUMBERS.countries():
        assert known(country, at)["crisis"]


@pytest.mark.parametrize("hours", [("mon-funday", "9:00", "17:00"), ("mon", "nine", "17:00"), ("mon", "9", "17:00")])
def test_hours_that_cannot_be_read_are_refused(hours):
    with pytest.raises(ValueError, match=r".+"):
        Spell.of(*hours)


@given(st.datetimes(), st.sampled_from(["mon", "mon-fri", "sat-sun"]), st.integers(0, 23), st.integers(0, 24))
def test_a_spell_covers_its_days_between_its_times(at, days, opens, closes):
    covered = Spell.of(days, f"{opens:02}:00", f"{closes:02}:00").covers(at)
    day = {"mon": at.weekday() == 0, "mon-fri": at.weekday() < 5, "sat-sun": at.weekday() > 4}[days]
    assert covered == (day and opens <= at.hour < closes)


# Which country


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("the states", "US"), ("America", "US"), ("us", "US"), ("u. s. a.", "US"), ("the United States", "US"),
        ("New Mexico", "US"), ("we're in England", "GB"), ("Scotland", "GB"), ("I'm in the U.K.", "GB"),
        ("Northern Ireland", "GB"), ("Eire", "IE"), ("the Republic of Ireland", "IE"), ("Ireland", "IE"),
        ("Mexico", "MX"), ("México", "MX"), ("Aotearoa", "NZ"), ("holland", "NL"), ("Côte d'Ivoire", "CI"),
        ("Papua New Guinea", "PG"), ("it's just us", None), ("Canada, not the US", None), ("yes", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_what_people_call_it(words, country):
    assert NUMBERS.country(words) == country


@pytest.mark.parametrize("country", NUMBERS.countries())
def test_a_country_is_understood_by_the_name_it_is_given(country):
    assert NUMBERS.country(f"in {NUMBERS.place(country)}") == country


@given(st.text())
def test_no_words_can_break_it(words):
    assert NUMBERS.country(words) is None or NUMBERS.place(NUMBERS.country(words))


@pytest.mark.parametrize(
    ("kept", "zone", "locale", "found"),
    [
        ("IE", "Europe/London", "en-US", ("IE", True)),
        ("", "Europe/Dublin", "en-GB", ("IE", True)),
        ("", "US/Eastern", "en-GB", ("US", True)),
        ("", "Europe/Stockholm", "en-US", ("SE", True)),
        ("", "", "en-GB", ("GB", False)),
        ("", "Etc/UTC", "en-US", ("US", False)),
        ("", "nonsense", "en-AU", ("", False)),
        ("", "", "", ("", False)),
    ],
)
def test_an_answer_counts_before_the_device_and_the_device_before_a_locale(kept, zone, locale, found):
    assert NUMBERS.country_of(kept, zone, locale) == found


def test_every_time_zone_is_in_a_country_or_in_none():
    for zone in available_timezones():
        country, certain = NUMBERS.country_of("", zone, "")
        assert certain == bool(country) == bool(NUMBERS.place(country)), zone


# Said aloud


def test_a_number_is_read_digit_by_digit_in_its_groups():
    aloud = NUMBERS.aloud("Call 1-800-799-7233.")
    assert [part.partition("<")[0] for part in aloud.split('"digits">')[1:]] == ["1", "800", "799", "7233"]
    assert aloud.count("<break") == 3


@pytest.mark.parametrize("entry", [each for each in ALOUD if each["number"]], ids=lambda each: each["number"])
def test_every_number_is_read_in_groups(entry):
    said = NUMBERS.aloud(f"Call {entry['number']}, now.")
    assert re.sub(r"\D", "", re.sub(r"<[^>]*>", "", said)) == re.sub(r"\D", "", entry["number"])
    assert said.count("<say-as") == len(re.split(r"[- ]", entry["number"]))


def test_a_site_is_read_as_words():
    assert '<sub alias="find a helpline dot com">findahelpline.com</sub>' in NUMBERS.aloud("See findahelpline.com.")


# What may be spoken today


def test_nothing_is_wanting_on_the_day_of_the_last_check():
    assert wanting(CHECKED) == []


def test_a_check_holds_for_180_days_and_no_longer(tmp_path):
    path = written(tmp_path / "n.json", ENTRY)
    checked = date.fromisoformat(ENTRY["checked"])
    assert wanting(checked + FRESH, path) == []
    (found,) = wanting(checked + timedelta(days=181), path)
    assert found.startswith("a line (US, crisis): last checked on 2026-01-01, 181 days ago")


@pytest.mark.parametrize("field", NEEDED)
def test_what_is_not_known_of_a_spoken_number_is_named(tmp_path, field):
    path = written(tmp_path / "n.json", {**ENTRY, field: None}, {**ENTRY, field: None, "certainty": "C"})
    (found,) = wanting(date(2026, 1, 2), path)
    assert found == f"a line (US, crisis): says nothing of {field}"


def test_a_number_that_is_not_spoken_need_not_be_whole(tmp_path):
    path = written(tmp_path / "n.json", {**ENTRY, "hours": None, "unspoken": "one town only"})
    assert wanting(date(2030, 1, 1), path) == []
