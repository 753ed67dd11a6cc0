import ast
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import click
from cryptography.fernet import Fernet
from sqlalchemy import LargeBinary, select
from structlog.testing import capture_logs

from skill import Practice, hookimpl
from skill.cli import main
from skill.exchange import Said
from skill.home import Home
from skill.metering import Meter
from skill.settings import MEANINGS
from skill.store import Changes, Database, Households, Vault
from skill.store.schema import Base
from skill.store.snapshot import Member

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "deploy" / "SECURITY.md").read_text(encoding="utf-8")
KEY = Fernet.generate_key().decode()
NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
MENTIONED = re.findall(r"`([^`\n]+)`", PAGE)


# The page


def test_every_test_that_is_named_is_there():
    named = [each.split("::") for each in MENTIONED if "::" in each]
    defined = {file: functions(ROOT / file) for file, _ in named}
    assert len(named) > 50
    assert [f"{file}::{test}" for file, test in named if test not in defined[file]] == []


def test_every_file_that_is_named_is_there():
    named = {each for each in MENTIONED if re.fullmatch(r"(deploy|tests|skill)/[\w/]+\.\w+", each)}
    assert named
    assert [each for each in named if not (ROOT / each).is_file()] == []


def test_every_setting_that_is_named_is_one():
    named = set(re.findall(r"SAFE_HARBOR_\w+", PAGE))
    assert named
    assert named <= set(MEANINGS)


def test_every_command_that_is_named_can_be_run():
    commands = {tuple(each.split()[1:]) for each in MENTIONED if each.startswith("safe-harbor ")}
    targets = {each.split()[1] for each in MENTIONED if each.startswith("make ")}
    assert commands
    assert [words for words in commands if not runs(main, words)] == []
    assert targets <= set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_page_tells_what_can_be_read_without_a_key():
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in PAGE.splitlines() if row.startswith("| `")]
    told = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[2])) for row in rows}
    hanging = {"household_id"}
    assert told == {
        name: {column.name for column in table.columns if not isinstance(column.type, LargeBinary)}
        - (hanging if name != "household" else set())
        for name, table in Base.metadata.tables.items()
    }


# What it says that is shown nowhere else


def test_no_row_and_no_open_column_tells_what_was_set_for_a_household(tmp_path):
    plain = Home()
    settled = Home(country="IE").lightened("ana", NOW).softened("ana", NOW).coded("ana", "0" * 32)
    assert in_the_open(tmp_path / "settled", settled) == in_the_open(tmp_path / "plain", plain)


def test_neither_log_nor_metrics_nor_plugins_tell_that_safety_answered(homes, bring):
    told, meter = [], Meter()

    @hookimpl
    def turn_finished(practice, kind, outcome):
        told.append((practice, kind, outcome))

    home = homes(bring(Practice("garden"), turn_finished=turn_finished), safety=Watchful())
    home.registry.manager.register(meter, "meter")
    with capture_logs() as logged:
        said = home.say("a number please")
    assert said.practice == "safety", "whoever answers it may know"
    assert told == [("core", "intent", "said")]
    assert [each["practice"] for each in logged if each["event"] == "turn"] == ["core"]
    assert "safety" not in json.dumps(logged, default=str) + meter.text().decode()


class Watchful:
    """Safety, as far as a conversation knows it."""

    def check(self, heard):
        return self if "number" in heard.words else None

    def answer(self, home, zone, person):
        return Said(speech="Here is a number.", practice="safety"), home


def in_the_open(folder, home):
    """Keep a household with these settings, and give all that is not sealed of it, but what is never the same twice."""
    database = Database(f"sqlite:///{folder / 'house.sqlite3'}")
    database.upgrade()
    households = Households(database, Vault([KEY]))
    changes = Changes(zone="Europe/London", memory=home.to_memory(), people={"ana": Member("ana", "Ana", account=True)})
    households.commit(households.snapshot("user", None, "", NOW), changes, NOW)
    with database.reading() as connection:
        found = {
            name: [
                {key: value for key, value in row.items() if not isinstance(value, bytes) and key != "version"}
                for row in connection.execute(select(table)).mappings()
            ]
            for name, table in Base.metadata.tables.items()
        }
    database.close()
    assert found["household"]
    return found


def functions(path):
    return {each.name for each in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(each, ast.FunctionDef)}


def runs(command, words):
    """Say whether these words are a command or an option of it; what is written large is an argument."""
    for word in words:
        if isinstance(command, click.Group) and word in command.commands:
            command = command.commands[word]
        elif not word.isupper() and not any(word in each.opts for each in command.params):
            return False
    return not isinstance(command, click.Group) or any(word.startswith("--") for word in words)
