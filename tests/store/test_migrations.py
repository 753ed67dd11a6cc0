import re
import threading

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from skill.errors import ConfigurationError
from skill.store import Database, Households, migration
from skill.store.schema import Base


def test_a_blank_database_comes_to_todays_tables(blank):
    assert blank.state() in ("not migrated", "unreachable")
    blank.upgrade()
    assert blank.state() == "ready"
    with blank.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == []


def test_an_upgraded_database_keeps_what_it_has(blank, vault, now):
    blank.upgrade()
    houses = Households(blank, vault)
    houses.claim(houses.snapshot("ana", None, "r", now), "r", houses.conversation("c"), {}, now)
    blank.upgrade()
    assert len(houses.list()) == 1


def test_an_upgrade_can_be_taken_back(blank):
    blank.upgrade()
    config = migration._config()
    with blank.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    assert blank.state() == "not migrated"


def test_starts_at_once_upgrade_once(blank):
    url = blank._url.render_as_string(hide_password=False)
    databases = [Database(url) for _ in range(3)]
    threads = [threading.Thread(target=database.upgrade) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [database.state() for database in databases] == ["ready"] * 3
    for database in databases:
        database.close()


def test_a_database_of_a_newer_version_is_refused_kindly(blank):
    blank.upgrade()
    with blank.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert blank.state() == "not migrated"
    with pytest.raises(ConfigurationError, match="9999"):
        blank.upgrade()


def test_every_revision_is_numbered_and_named():
    files = sorted(path.name for path in (migration.FOLDER / "versions").glob("*.py"))
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.py", name) for name in files)
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    assert migration.head() == files[-1][:4]
