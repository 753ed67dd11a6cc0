import sqlite3
import stat
import subprocess
import sys
import threading

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

import skill.store.database
from skill.errors import ConfigurationError, StoreError, VersionConflict
from skill.store import Changes, Database


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 4000)]
)
def test_every_sqlite_connection_is_prepared(pragma, value, embedded):
    for _ in range(2):
        with embedded.reading() as first, embedded.reading() as second:
            for connection in (first, second):
                assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
        embedded.close()


def test_the_sqlite_file_and_its_folder_are_made_for_their_owner_alone(tmp_path, embedded):
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "var").iterdir()} == {0o600}


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://root:secret@host/db", "secret"])
def test_a_url_that_cannot_be_used_is_refused_by_the_settings_name_and_never_shown(url):
    with pytest.raises(ConfigurationError, match="SAFE_HARBOR_DATABASE_URL") as refused:
        Database(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_understood(scheme):
    assert Database(f"{scheme}://host/db")._engine.dialect.driver == "psycopg"


def test_a_file_in_no_folder_is_unreachable(tmp_path):
    assert Database(f"sqlite:///{tmp_path}/nowhere/house.sqlite3").state() == "unreachable"


def test_a_server_that_is_not_there_is_unreachable(tmp_path):
    assert Database(f"postgresql:///house?host={tmp_path}").state() == "unreachable"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigurationError, match="SAFE_HARBOR_DATABASE_URL"):
        Database(f"sqlite:///{tmp_path}/file/house.sqlite3").upgrade()


def test_a_failure_is_a_store_error_without_the_values(database):
    with pytest.raises(StoreError) as failed, database.writing() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "the rain"})
    assert "the rain" not in f"{failed.value} {failed.value.__cause__}"


def test_a_turn_that_fails_halfway_leaves_nothing(houses, now):
    unwritable = Changes(memory={"a": 1}, consents={("", "reminders"): object()})
    with pytest.raises(StoreError):
        houses.commit(houses.snapshot("ana", None, "", now), unwritable, now)
    assert houses.list() == ()


def test_a_reader_sees_one_moment(database, houses, now):
    count = text("SELECT count(*) FROM household")
    with database.reading() as connection:
        assert connection.execute(count).scalar() == 0
        houses.commit(houses.snapshot("ana", None, "", now), Changes(), now)
        assert connection.execute(count).scalar() == 0


def test_a_process_has_one_writer_at_a_time_on_sqlite(embedded):
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        for _ in range(10):
            with embedded.writing() as connection:
                inside.append(1)
                most.append(len(inside))
                connection.execute(text("UPDATE household SET version = 1"))
                inside.pop()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 40
    assert max(most) == 1


def test_a_writer_that_cannot_get_in_gives_up(embedded, monkeypatch):
    monkeypatch.setattr(skill.store.database, "PATIENCE", 0.01)
    refused: list[StoreError] = []

    def write() -> None:
        try:
            with embedded.writing():
                pass
        except StoreError as error:
            refused.append(error)

    with embedded.writing():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert [str(error) for error in refused] == ["the database is busy"]


def test_another_process_that_writes_too_long_is_a_store_error(embedded, tmp_path):
    other = sqlite3.connect(tmp_path / "var" / "house.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with embedded.reading() as connection:
        connection.execute(text("PRAGMA busy_timeout = 1"))
    with pytest.raises(StoreError), embedded.writing():
        pass
    other.close()


def test_a_transaction_that_postgresql_sends_back_is_a_version_conflict(migrated_postgresql):
    with pytest.raises(VersionConflict), migrated_postgresql.writing() as connection:
        connection.execute(text("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"))


FORKING = """
import os, sys
from datetime import UTC, datetime
from skill.store import Changes, Database, Households, Vault
from skill.store.schema import Household

database, now = Database(sys.argv[1]), datetime(2026, 3, 1, tzinfo=UTC)
houses = Households(database, Vault([sys.argv[2]]))

def turn(user):
    houses.commit(houses.snapshot(user, None, user, now), Changes(request=user), now)

turn("before")
with database.reading() as connection:  # a connection and the lock are in use while the process forks
    database._turnstile.acquire()
    child = os.fork()
    if not child:
        try:
            turn("child")
            os._exit(0)
        finally:
            os._exit(1)
    database._turnstile.release()
    assert os.waitpid(child, 0)[1] == 0
    assert len(connection.execute(Household.__table__.select()).all()) == 2
turn("after")
"""


def test_a_forked_child_shares_nothing_with_its_parent(database, houses):
    url = database._url.render_as_string(hide_password=False)
    subprocess.run([sys.executable, "-c", FORKING, url, Fernet.generate_key().decode()], check=True, timeout=30)
    assert len(houses.list()) == 3
