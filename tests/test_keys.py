"""The commands that look after the keys; what they rest on is tested with the store."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from cryptography.fernet import Fernet

from skill.cli import main
from skill.settings import MEANINGS, Settings
from skill.store import Changes, Database, Households, Vault

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that commands are run in."""
    for name in MEANINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    run("db", "upgrade")
    return tmp_path


def run(*arguments, code=0):
    done = CliRunner().invoke(main, arguments)
    assert code in (None, done.exit_code), done.output
    return done


def keep(*users, keys=None):
    """Keep a household of each user."""
    settings = Settings.of()
    database = Database(settings.database_url)
    houses = Households(database, Vault.load_or_create(settings.data_dir, keys))
    for user in users:
        houses.commit(houses.snapshot(user, None, "r", NOW), Changes(request="r", reply={"a": 1}), NOW)
    database.close()


def status():
    return json.loads(run("keys", "status", "--json").stdout)


def test_a_rotation_puts_a_new_key_on_top_and_seals_everything_with_it(here):
    keep("ana", "leo")
    (old,) = (here / "var" / "keys").read_text().splitlines()[1:]
    assert "Everything is sealed with key" in run("keys", "rotate").stdout
    assert (here / "var" / "keys").read_text().splitlines()[2:] == [old]
    assert (here / "var" / "keys").stat().st_mode & 0o777 == 0o600
    newest, last = status()
    assert (newest["does"], newest["texts"], newest["households"]) == (["seals"], "4", "2")
    assert (last["does"], last["texts"]) == (["opens", "makes the hashes: must stay the last"], "0")


def test_a_key_between_the_first_and_the_last_can_go_when_it_seals_nothing(here):
    keep("ana")
    run("keys", "rotate")
    middle = status()[0]["key"]
    assert f"nothing under {middle}, it can be removed" in run("keys", "rotate").stdout
    assert status()[1]["does"] == ["seals nothing any more: can be removed"]
    first, _, last = (here / "var" / "keys").read_text().splitlines()[1:]
    (here / "var" / "keys").write_text(f"{first}\n{last}\n")
    assert [each["texts"] for each in status()] == ["2", "0"]


def test_a_rotation_that_was_begun_brings_no_second_key(here):
    keep("ana")
    keys = here / "var" / "keys"
    keys.write_text(f"{Fernet.generate_key().decode()}\n{keys.read_text()}")
    run("keys", "rotate")
    assert [each["texts"] for each in status()] == ["2", "0"]


def test_a_lost_key_is_named_and_nothing_is_changed(here):
    keep("ana")
    run("keys", "rotate")
    lost = status()[0]["key"]
    keys = here / "var" / "keys"
    keys.write_text(keys.read_text().splitlines()[2] + "\n")
    before = keys.read_text()
    for command in ("status", "rotate"):
        said = run("keys", command, code=1).stderr
        assert said.startswith(
            f"Error: key {lost} is not in the file 'keys' in SAFE_HARBOR_DATA_DIR, and something of 1"
        )
    assert keys.read_text() == before


def test_keys_of_the_setting_are_put_there_by_the_operator(here, monkeypatch):
    old, new = (run("keys", "new").stdout.strip() for _ in range(2))
    monkeypatch.setenv("SAFE_HARBOR_SECRET_KEYS", old)
    keep("ana", keys=old)
    assert "SAFE_HARBOR_SECRET_KEYS=open:NEW" in run("keys", "rotate", code=1).stderr
    monkeypatch.setenv("SAFE_HARBOR_SECRET_KEYS", f"open:{new},{old}")
    assert [each["does"][0] for each in status()] == ["opens", "seals"]
    monkeypatch.setenv("SAFE_HARBOR_SECRET_KEYS", f"{new},{old}")
    run("keys", "rotate")
    assert [each["texts"] for each in status()] == ["2", "0"]


def test_no_command_shows_a_key_that_is_in_use(here):
    keep("ana")
    shown = run("keys", "rotate").output + run("keys", "status").output + run("doctor", code=None).output
    for key in (here / "var" / "keys").read_text().splitlines()[1:]:
        assert key not in shown
