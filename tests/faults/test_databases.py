"""The database is slow, locked, full, only to be read, or away: nobody hears of what was not kept."""

from threading import Event

import pytest

from tests.faults.conftest import begun
from tests.faults.hazards import PostgresqlHazards, SqliteHazards, database_on
from tests.faults.house import CLAIM_LASTS, speaking, sum_of, together, wait_until

SLOW = 0.5


@pytest.fixture(scope="session")
def server(start_postgresql):
    """Start a PostgreSQL that may be stopped."""
    with start_postgresql() as server:
        yield server


@pytest.fixture(scope="module")
def kind(request):
    return request.config.getoption("--database")


@pytest.fixture(scope="module")
def shared(kind, request, signer, shared_switchboard, tmp_path_factory):
    """Return a house on a database of this kind."""
    folder = tmp_path_factory.mktemp(kind)
    url = f"sqlite:///{folder / 'data' / 'kept' / 'house.sqlite3'}"
    if kind == "postgresql":
        url = database_on(request.getfixturevalue("server"), "faults")
    made = begun(folder, signer, shared_switchboard, url_of_database=url)
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture
def hazards(kind, house, request):
    return SqliteHazards(house) if kind == "sqlite" else PostgresqlHazards(house, request.getfixturevalue("server"))


@pytest.fixture
def several(books):
    """Return three households that have spoken before."""
    made = [books(f"household {number}") for number in range(3)]
    for book in made:
        book.say()
        assert book.acknowledged
    return made


def comes_back(house, several):
    """Repeat everything when claims have grown old and the database answers again."""
    wait_until(lambda: house.get("/readyz").status_code == 200, "the database")
    house.off = CLAIM_LASTS
    for book in several:
        book.repeat()


def test_turns_wait_for_a_database_that_is_slow(kind, hazards, house, several, tell):
    with speaking(*several) as acknowledged:
        before = acknowledged()
        with hazards.locked():
            Event().wait(SLOW)
        wait_until(lambda: acknowledged() > before + len(several), "the turns that waited")
    assert all(book.acknowledged.keys() == book.said.keys() for book in several)
    comes_back(house, several)
    tell(sum_of(f"{kind}: slow", len(several), *(book.row() for book in several)))


@pytest.mark.parametrize(
    ("hazard", "intent"),
    [
        ("locked", "LedgerIntent"),
        ("full", "LedgerIntent"),
        ("full", "LedgerBellIntent"),
        ("read_only", "LedgerIntent"),
        ("away", "LedgerBellIntent"),
    ],
)
def test_nobody_hears_that_something_was_kept_where_it_could_not_be(
    kind, hazards, house, several, tell, hazard, intent
):
    with getattr(hazards, hazard)():
        things = [book.body(intent) for book in several]
        replies = together(len(several), lambda number: several[number].send(things[number]))
        assert all(reply and "ssml" in str(reply) for reply in replies), "whoever speaks is answered"
        assert all(thing not in book.acknowledged for book, thing in zip(several, things, strict=True))
    wait_until(lambda: house.get("/readyz").status_code == 200, "the database")
    assert all(book.kept()[thing] == (0, 0, 0) for book, thing in zip(several, things, strict=True))
    assert all(book.row().clean for book in several), "no alert is left of what was not kept"
    comes_back(house, several)
    rows = [book.row() for book in several]
    tell(sum_of(f"{kind}: {hazard.replace('_', ' ')}: {intent}", len(several), *rows))


@pytest.mark.parametrize("hazard", ["full", "away"])
def test_turns_are_whole_or_absent_when_it_happens_in_the_middle_of_them(
    kind, hazards, house, several, times, tell, hazard
):
    tried = times(1)
    with speaking(*several) as acknowledged:
        for _ in range(tried):
            before = acknowledged()
            with getattr(hazards, hazard)():
                Event().wait(SLOW / 2)
            wait_until(lambda before=before: acknowledged() > before, "another turn")
    comes_back(house, several)
    rows = [book.row() for book in several]
    tell(sum_of(f"{kind}: {hazard.replace('_', ' ')} in the middle", tried, *rows))


def test_turns_go_on_when_what_stood_still_does(kind, hazards, house, several, times, tell):
    tried = times(1)
    with speaking(*several) as acknowledged:
        for _ in range(tried):
            before = acknowledged()
            with hazards.stalled():
                Event().wait(SLOW)
            wait_until(lambda before=before: acknowledged() > before + len(several), "the turns that waited")
    comes_back(house, several)
    tell(sum_of(f"{kind}: stood still", tried, *(book.row() for book in several)))
