"""Prepared statements give what Core's would, on both databases."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, delete, insert, select, update

from skill.errors import StoreError
from skill.store.prepared import Prepared
from skill.store.schema import Household, Person, TurnSeen, table

SEEN, PEOPLE = table(TurnSeen), table(Person)
AT = datetime(2026, 3, 2, 20, 10, 5, 123456, tzinfo=UTC)
HOUSE = {"household_id": "h", "key_id": "k", "version": 2**40, "zone": "UTC", "created_at": AT, "body": b"\x00sealed"}
REQUEST = {"household_id": "h", "owner": "", "claimed_at": AT, "reply": None, "plan": b"p"}


@pytest.fixture
def house(database):
    """Write a household and two requests of it, one of them done."""
    adding = Prepared(insert(SEEN), (*REQUEST, "request_hash", "done"))
    with database.writing() as connection:
        assert Prepared(insert(table(Household))).change(connection, HOUSE) == 1
        adding.change_many(connection, [{**REQUEST, "request_hash": name, "done": name == "a"} for name in "ab"])
    return database


def test_rows_are_what_core_gives(house):
    for statement in (select(table(Household)), select(SEEN).order_by(SEEN.c.request_hash)):
        with house.reading() as connection:
            rows, core = Prepared(statement).rows(connection, {}), connection.execute(statement).all()
        assert rows == core
        assert [row._asdict() for row in rows] == [dict(row._mapping) for row in core]
        assert [[type(value) for value in row] for row in rows] == [[type(value) for value in row] for row in core]


def test_values_are_bound_by_name_beside_those_of_the_statement_itself(house):
    wanted = select(SEEN.c.request_hash).where(SEEN.c.claimed_at <= bindparam("before"), SEEN.c.done.is_(False))
    named = Prepared(wanted.where(SEEN.c.household_id == "h", SEEN.c.request_hash == bindparam("name")))
    with house.reading() as connection:
        assert named.rows(connection, {"name": "b", "before": AT, "nobody asks": 1}) == [("b",)]
        assert named.rows(connection, {"name": "a", "before": AT}) == []
        assert named.rows(connection, {"name": "b", "before": AT.replace(microsecond=0)}) == []


def test_it_says_how_many_rows_were_changed(house):
    putting = update(SEEN).where(SEEN.c.request_hash == bindparam("name")).values(done=bindparam("is_done"))
    with house.writing() as connection:
        assert Prepared(putting).change(connection, {"name": "b", "is_done": True}) == 1
        assert Prepared(putting).change(connection, {"name": "nobody", "is_done": True}) == 0
        assert Prepared(delete(SEEN).where(SEEN.c.done.is_(True))).change(connection, {}) == 2


def test_what_the_database_refuses_is_a_store_error_and_nothing_is_written(house):
    nobodys = {"household_id": "nobody", "id": "p", "account": True, "voice_hash": None, "name": b""}

    def overreach():
        with house.writing() as connection:
            Prepared(delete(SEEN)).change(connection, {})
            Prepared(insert(PEOPLE)).change(connection, nobodys)

    with pytest.raises(StoreError, match="did not do as asked"):
        overreach()
    with house.reading() as connection:
        assert len(Prepared(select(SEEN)).rows(connection, {})) == 2


def test_a_value_that_is_missing_or_of_no_use_is_refused(house):
    old = Prepared(delete(SEEN).where(SEEN.c.claimed_at < bindparam("before")))
    with house.reading() as connection:
        with pytest.raises(StoreError, match="before"):
            old.change(connection, {})
        with pytest.raises(StoreError, match="aware"):
            old.change(connection, {"before": AT.replace(tzinfo=None)})
