import re
import threading
from datetime import UTC

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from skill.errors import ConfigurationError
from skill.store import Changes, Database, Households, Mark, Member, StoredAlert, StoredFrame, migration
from skill.store.schema import Base
from skill.turn import Alert, Entry


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
    houses.claim(houses.snapshot("ana", None, "r", now), "r", {}, now)
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


def moved(database, revision, back=False):
    """Bring a database to a revision."""
    config = migration._config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if back else command.upgrade)(config, revision)


REVISIONS = sorted(path.name[:4] for path in (migration.FOLDER / "versions").glob("*.py"))


def keep(database, vault, now, root=""):
    """Keep something in every table."""
    frame = StoredFrame("f1", "p1", Mark("s"), now, "open", {"step": "gratitude:share", "root": "gratitude"}, root)
    alert = StoredAlert.of(Alert("a1", "cooldown", "timer", "over", now, (), "p1"), "on", "alexa-token", "Over.")
    houses = Households(database, vault)
    houses.commit(
        houses.snapshot("ana", None, "r", now),
        Changes(
            request="r",
            owner="p1",
            reply={"speech": "Kept."},
            memory={"country": "DE"},
            people={"p1": Member("p1", "Ana")},
            states={("gratitude", "p1"): (1, {"streak": 3})},
            entries={"e1": Entry("e1", "gratitude", "good-thing", "the rain", now, "p1")},
            frames={"f1": frame},
            alerts={"a1": alert},
            consents={("", "reminders"): "granted"},
        ),
        now,
    )
    return houses.export(houses.list()[0].id)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
@pytest.mark.parametrize("form", ["sealed_before", None])
def test_what_is_kept_outlives_the_way_to_an_earlier_revision_and_back(blank, vault, now, revision, form, request):
    if form:
        request.getfixturevalue(form)
    blank.upgrade()
    whole = keep(blank, vault, now)
    moved(blank, revision, back=True)
    assert blank.state() == "not migrated"
    with blank.reading() as connection:
        sealed = bytes(connection.execute(text("SELECT body FROM entry")).scalar())
    unnamed = revision < "0002" and form is not None
    assert sealed.startswith(b"g") == unnamed, "the first revision knows no text that names its key"
    blank.upgrade()
    assert blank.state() == "ready"
    houses = Households(blank, vault)
    assert houses.export(houses.list()[0].id) == whole
    with blank.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_can_be_reached_from_a_blank_database_and_left_both_ways(blank, revision):
    blank.state()
    if blank._file is not None:
        blank._file.parent.mkdir()
    moved(blank, revision)
    moved(blank, "head")
    assert blank.state() == "ready"
    moved(blank, revision, back=True)
    moved(blank, "base", back=True)
    with blank.reading() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_rows_of_the_first_revision_are_kept_without_what_nobody_read(blank, vault, now, sealed_before):
    if blank._file is not None:
        blank._file.parent.mkdir()
    moved(blank, "0001")
    with blank.writing() as connection:
        kept = {"key": vault.key_id, "at": now.astimezone(UTC), "body": vault.ring.seal(b"{}")[8:], "done": True}
        connection.execute(text("INSERT INTO household VALUES ('h', :key, 1, 'UTC', :at, :body)"), kept)
        connection.execute(
            text("INSERT INTO turn_seen VALUES ('h', 'request', 'talk', 'p1', 1, :at, :done, :body, :body, NULL)"), kept
        )
    blank.upgrade()
    with blank.reading() as connection:
        (row,) = connection.execute(text("SELECT * FROM turn_seen")).mappings()
        assert set(row) == {"household_id", "request_hash", "owner", "claimed_at", "done", "reply", "plan"}
        assert vault.open(row["reply"]) == {}
    moved(blank, "0001", back=True)
    with blank.reading() as connection:
        (row,) = connection.execute(text("SELECT * FROM turn_seen")).mappings()
    assert (row["conversation_hash"], row["version"], row["undo"]) == ("", 0, None)


def test_a_run_from_before_its_root_was_kept_is_opened_for_it(blank, vault, now):
    blank.upgrade()
    keep(blank, vault, now, root="gratitude")
    moved(blank, "0002", back=True)
    blank.upgrade()
    (frame,) = Households(blank, vault).snapshot("ana", None, "", now).frames
    assert (frame.begun_by, frame.root) == ("", "gratitude")


def conditions(database):
    """Give what each index of a database is restricted to, which comparing the metadata leaves out."""
    with database.reading() as connection:
        found, dialect = inspect(connection), connection.dialect.name
        indexes = [index for table in Base.metadata.tables for index in found.get_indexes(table)]
    wheres = {index["name"]: index.get("dialect_options", {}).get(f"{dialect}_where") for index in indexes}
    return {name: str(where).strip("()") for name, where in wheres.items() if where is not None}


def test_every_index_is_restricted_as_todays_tables_say(blank):
    blank.upgrade()
    options = {
        index.name: index.dialect_options[blank._engine.dialect.name]["where"]
        for table in Base.metadata.tables.values()
        for index in table.indexes
    }
    assert conditions(blank) == {name: str(where) for name, where in options.items() if where is not None} != {}


def test_what_is_about_someone_is_found_at_every_step_of_the_way_back_and_on(blank, vault, now):
    blank.upgrade()
    houses = Households(blank, vault)
    about = {name: Entry(name, "gratitude", "good-thing", "the rain", now, "p1", about=name) for name in ("Leo", "")}
    houses.commit(houses.snapshot("ana", None, "r", now), Changes(entries=about), now)
    journal = houses.journal(houses.snapshot("ana", None, "", now), "gratitude", "p1")
    moved(blank, "0003", back=True)
    assert (conditions(blank), journal.known(["Leo", "Mia"]), journal.count()) == ({}, ("Leo",), 2)
    blank.upgrade()
    assert (len(conditions(blank)), journal.known(["Leo", "Mia"]), journal.count()) == (1, ("Leo",), 2)


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
