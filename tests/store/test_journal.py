from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from skill.store import Changes, StoredJournal
from skill.turn import Entry, Journal


@pytest.fixture
def keep(houses, now):
    """Keep entries in Ana's household."""

    def commit(*entries):
        changes = Changes(entries={entry.id: entry for entry in entries})
        houses.commit(houses.snapshot("ana", None, "", now), changes, now)
        return houses.snapshot("ana", None, "", now)

    return commit


@pytest.fixture
def an_entry(now):
    def make(id="e1", **fields):
        given = {"practice": "gratitude", "kind": "good-thing", "text": "the rain", "made_at": now, "owner": "ana"}
        return Entry(id, **(given | fields))

    return make


ROOMS = {  # the room: who speaks (None is an unknown voice), who said they are here too
    "ana": ("ana", ()),
    "ana again": ("ana", ("ana",)),
    "leo": ("leo", ()),
    "both": ("ana", ("ana", "leo")),
    "both, leo speaking": ("leo", ("ana", "leo")),
    "ana and mia": ("ana", ("mia",)),
    "all three": ("mia", ("ana", "leo")),
    "unknown": (None, ()),
    "unknown beside ana": (None, ("ana",)),
    "nobody's name": ("", ()),
}
HEARD = {  # whose, visibility, shared with: in which rooms it may be said
    ("ana", "private", ""): {"ana", "ana again"},
    ("leo", "private", ""): {"leo"},
    ("ana", "shared", "leo"): {"ana", "ana again", "leo", "both", "both, leo speaking"},
    ("leo", "shared", "ana"): {"ana", "ana again", "leo", "both", "both, leo speaking"},
    ("ana", "shared", "mia"): {"ana", "ana again", "ana and mia"},
    ("ana", "private", "leo"): {"ana", "ana again"},
    ("ana", "shared", ""): {"ana", "ana again"},
    ("ana", "household", ""): set(ROOMS),
    ("", "household", ""): set(ROOMS),
    ("", "private", ""): set(),
    ("", "shared", ""): set(),
}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("kept", HEARD, ids="-".join)
def test_an_entry_is_heard_only_where_everyone_present_may_hear_it(room, kept, keep, an_entry, houses):
    owner, visibility, shared_with = kept
    home = keep(an_entry(owner=owner, visibility=visibility, shared_with=shared_with))
    journal = houses.journal(home, "gratitude", *ROOMS[room])
    heard = room in HEARD[kept]
    assert bool(journal.entries()) is heard
    assert bool(journal.entries(anyones=True)) is heard
    assert bool(journal.entries(owner=owner)) is heard
    assert bool(journal.ids()) is heard
    assert (journal.get("e1") is not None) is heard
    assert journal.count() == int(heard)


def test_an_entry_comes_back_as_it_was_kept_and_in_its_own_zone(keep, an_entry, houses, now):
    entry = an_entry(about="Leo", visibility="shared", shared_with="leo", data={"why": "it smelled of spring"})
    journal: Journal = houses.journal(keep(entry), "gratitude", "ana")
    assert journal.entries() == (entry,)
    assert journal.get("e1") == entry
    assert journal.get("e1").made_at.tzinfo == now.tzinfo
    assert journal.get("e2") is None


def test_a_practice_sees_its_own_entries_unless_it_asks_for_anyones(keep, an_entry, houses):
    home = keep(an_entry("e1"), an_entry("e2", practice="promise", kind="promise"))
    journal = houses.journal(home, "gratitude", "ana")
    assert [entry.id for entry in journal.entries()] == ["e1"]
    assert {entry.id for entry in journal.entries(anyones=True)} == {"e1", "e2"}
    assert [entry.id for entry in journal.entries("promise", anyones=True)] == ["e2"]
    assert (journal.count(), journal.count("promise")) == (1, 0)
    assert (journal.ids(), journal.ids("promise")) == (("e1",), ())


def test_households_never_hear_each_other(keep, an_entry, houses, now):
    keep(an_entry(visibility="household"))
    other = houses.snapshot("other", None, "", now)
    assert houses.journal(other, "gratitude", "ana").entries(anyones=True) == ()


@pytest.mark.parametrize("written", ["Leo", "leo", "Leo’s", "LEO's", "Léo"])
def test_entries_are_found_by_whom_they_are_about_however_it_is_written(written, keep, an_entry, houses):
    journal = houses.journal(keep(an_entry("e1", about="leo’s"), an_entry("e2", about="Mia")), "gratitude", "ana")
    assert [entry.id for entry in journal.entries(about=written)] == ["e1"]
    assert journal.count(about=written) == 1


def test_a_name_is_known_where_an_entry_that_may_be_heard_is_about_it(keep, an_entry, houses):
    home = keep(
        an_entry("e1", about="Leo"),
        an_entry("e2", about="Mia", owner="leo"),
        an_entry("e3", about="Sam", kind="thank-you"),
        an_entry("e4", about="Kim", practice="promise"),
        an_entry("e5", about="Uma", owner="leo", visibility="household"),
    )
    journal = houses.journal(home, "gratitude", "ana")
    names = ("leo’s", "mia", "sam", "kim", "uma", "nobody", "leo’s")
    assert journal.known(names) == ("leo’s", "sam", "uma")
    assert journal.known(names, "good-thing") == ("leo’s", "uma")
    assert journal.known(names, "good-thing", owner="ana") == ("leo’s",)
    assert houses.journal(home, "gratitude", None).known(names) == ("uma",)
    assert journal.known(()) == ()


def test_no_more_than_twelve_names_are_asked_about(keep, an_entry, houses):
    journal = houses.journal(keep(an_entry(about="Leo")), "gratitude", "ana")
    others = [f"name {number}" for number in range(12)]
    assert (journal.known([*others[1:], "Leo"]), journal.known([*others, "Leo"])) == (("Leo",), ())


def test_the_newest_entries_come_first(keep, an_entry, houses, now):
    made = {"old": now - timedelta(days=2), "new": now, "middle": now - timedelta(days=1), "newer": now}
    journal = houses.journal(keep(*(an_entry(id, made_at=at) for id, at in made.items())), "gratitude", "ana")
    assert [entry.id for entry in journal.entries()] == ["newer", "new", "middle", "old"]
    assert journal.ids() == ("newer", "new", "middle", "old")
    assert [entry.id for entry in journal.entries(limit=1)] == ["newer"]


def test_a_span_begins_with_its_first_instant_and_ends_before_its_last(keep, an_entry, houses, now):
    days = [now - timedelta(days=n) for n in range(4)]
    journal = houses.journal(keep(*(an_entry(f"e{n}", made_at=at) for n, at in enumerate(days))), "gratitude", "ana")
    found = journal.entries(since=days[2].astimezone(ZoneInfo("Asia/Tokyo")), until=days[0])
    assert [entry.id for entry in found] == ["e1", "e2"]
    assert journal.count(since=days[2], until=days[0]) == 2


def test_a_reading_is_bounded(keep, an_entry, houses):
    journal = houses.journal(keep(*(an_entry(f"e{n:03}") for n in range(230))), "gratitude", "ana")
    assert [len(journal.entries(limit=limit)) for limit in (0, -1, 5, 10_000)] == [0, 0, 5, 200]
    assert len(journal.entries()) == 20
    assert journal.count() == 230


def test_an_entry_is_opened_when_its_words_are_looked_at(keep, an_entry, houses, vault, monkeypatch):
    journal = houses.journal(keep(*(an_entry(f"e{n}", about="Leo") for n in range(3))), "gratitude", "ana")
    opened, open_ = [], vault.open
    monkeypatch.setattr(vault, "open", lambda blob: opened.append(blob) or open_(blob))
    found = journal.entries()
    assert ({entry.owner for entry in found}, opened) == ({"ana"}, [])
    assert (found[1].text, found[1].about, dict(found[1].data), len(opened)) == ("the rain", "Leo", {}, 1)


def test_an_amended_entry_is_heard_as_it_is_now(keep, an_entry, houses):
    keep(an_entry(about="Leo"))
    home = keep(an_entry(text="the snow", about="Mia", visibility="household"))
    journal = houses.journal(home, "gratitude", None)
    assert [entry.text for entry in journal.entries(about="mia")] == ["the snow"]
    assert journal.count(about="leo") == 0


@pytest.fixture
def plans(embedded, sent_to) -> Callable[[], list[str]]:
    """Give how SQLite goes about each statement that was executed by then."""
    with sent_to(embedded) as sent:

        def explained() -> list[str]:
            with embedded.reading() as connection:
                driver = connection.connection.driver_connection
                plans = [driver.execute(f"EXPLAIN QUERY PLAN {each}", values).fetchall() for each, values in sent]
            return [" ".join(str(step[3]) for step in plan) for plan in plans]

        yield explained


def test_reading_never_goes_through_all_entries(embedded, vault, now, plans):
    journal = StoredJournal(embedded, vault, "household", "gratitude", "ana", ("leo",))
    journal.entries("good-thing", since=now)
    journal.entries(anyones=True, limit=1)
    journal.entries(about="Leo")
    journal.ids("good-thing")
    journal.count()
    journal.get("e1")
    assert len(plans()) == 6
    assert [plan for plan in plans() if not plan.startswith("SEARCH entry USING") or "INDEX" not in plan] == []


def test_what_is_about_someone_is_found_by_their_name_however_much_is_about_others(embedded, vault, plans):
    journal = StoredJournal(embedded, vault, "household", "gratitude", "ana", ("leo",))
    journal.entries("good-thing", about="Leo", owner="ana")
    journal.count("good-thing", about="Leo")
    journal.known(["Leo"], "good-thing", owner="ana")
    assert len(plans()) == 3
    assert [plan for plan in plans() if "entry_by_about (household_id=? AND about_hash=?)" not in plan] == []
