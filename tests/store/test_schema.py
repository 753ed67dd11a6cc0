from datetime import datetime

import pytest
from sqlalchemy import inspect

from skill.errors import StoreError
from skill.store import Changes, Member
from skill.store.schema import Base

TABLES = {"household", "person", "practice_state", "entry", "frame", "alert", "consent", "turn_seen"}


def test_the_house_has_eight_tables(database):
    with database.reading() as connection:
        assert set(inspect(connection).get_table_names()) == {*TABLES, "alembic_version"}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_primary_key_begins_with_the_household(name, database):
    with database.reading() as connection:
        key = inspect(connection).get_pk_constraint(name)["constrained_columns"]
    assert key[0] == "household_id"


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_index_and_every_unique_rule_begins_with_the_household(name, database):
    with database.reading() as connection:
        indexes = inspect(connection).get_indexes(name)
    assert all(index["column_names"][0] == "household_id" for index in indexes)


@pytest.mark.parametrize("name", sorted(TABLES - {"household"}))
def test_every_table_goes_with_its_household(name):
    (foreign,) = Base.metadata.tables[name].foreign_keys
    assert (foreign.target_fullname, foreign.ondelete) == ("household.household_id", "CASCADE")


def test_a_naive_instant_is_refused(houses, now):
    with pytest.raises(StoreError):
        houses.commit(houses.snapshot("ana", None, "", now), Changes(), datetime(2026, 3, 1))


def test_an_instant_comes_back_aware(houses, now):
    houses.commit(houses.snapshot("ana", None, "", now), Changes(people={"p": Member("p")}), now)
    (listed,) = houses.list()
    assert listed.created_at == now
    assert listed.created_at.utcoffset().total_seconds() == 0
