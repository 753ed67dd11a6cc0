"""A database of each kind, and households in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import psycopg
import pytest
from cryptography.fernet import Fernet
from sqlalchemy import make_url

from skill.store import Database, Households, Vault
from skill.store.keyring import Key
from skill.store.schema import Base


@contextmanager
def a_blank_database(server: str, name: str) -> Iterator[str]:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql: str) -> Iterator[Database]:
    with a_blank_database(postgresql, "house") as url:
        database = Database(url)
        database.upgrade()
        yield database
        database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def blank(request, tmp_path) -> Iterator[Database]:
    """Give a database without a table."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/var/house.sqlite3")
        yield database
        database.close()
        return
    with a_blank_database(request.getfixturevalue("postgresql"), "blank") as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def embedded(tmp_path) -> Iterator[Database]:
    """Give an upgraded SQLite database."""
    database = Database(f"sqlite:///{tmp_path}/var/house.sqlite3")
    database.upgrade()
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request) -> Iterator[Database]:
    """Give an upgraded, empty database of each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("embedded")
        return
    database = request.getfixturevalue("migrated_postgresql")
    yield database
    with database.writing() as connection:
        connection.execute(Base.metadata.tables["household"].delete())


@pytest.fixture
def vault() -> Vault:
    return Vault([Fernet.generate_key().decode()])


@pytest.fixture
def houses(database, vault) -> Households:
    return Households(database, vault)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 1, 20, 15, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def sealed_before(monkeypatch) -> None:
    """Seal as all was sealed by earlier releases: a Fernet token after the id."""
    monkeypatch.setattr(Key, "seal", lambda key, data: key.label + key.fernet.encrypt(data))
