import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner

from skill import server
from skill.alexa.invocation_name import LOCALES
from skill.cli import main
from skill.settings import MEANINGS, Settings
from skill.store import Changes, Database, Households, Vault

OURS = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
COMMANDS = ["serve", "chat", "doctor", "db", "package", "plugins", "models", "household"]
PLUGIN = '''
"""Nothing to do."""
from skill import Practice, hookimpl

@hookimpl
def register_practices():
    return [Practice("idle")]
'''


@pytest.fixture(autouse=True)
def _own_logging():
    yield
    structlog.reset_defaults()


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that commands are run in, with the house's own plugins only."""
    for name in MEANINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", ",".join(OURS))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, code=0, **how):
    done = CliRunner().invoke(main, arguments, **how)
    assert done.exit_code == code, done.output
    return done


def households():
    settings = Settings.of()
    database = Database(settings.database_url)
    return database, Households(database, Vault.load_or_create(settings.data_dir))


@pytest.fixture
def household(here):
    """Return the id of a household that is kept."""
    run("db", "upgrade")
    database, kept = households()
    now = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
    kept.commit(kept.snapshot("ana", None, "request-1", now), Changes(request="request-1", zone="Europe/London"), now)
    database.close()
    return kept.list()[0].id


# The command itself


def test_every_command_and_every_setting_is_in_the_help():
    text = run("--help").output
    assert [each for each in COMMANDS if f"  {each} " not in text] == []
    assert [each for each in MEANINGS if each not in text] == []


def test_the_version_is_told():
    assert re.search(r"\d+\.\d+\.\d+", run("--version").output)


def test_what_goes_wrong_is_one_clear_line_without_a_traceback(here, monkeypatch):
    monkeypatch.setenv("SAFE_HARBOR_DATABASE_URL", "mysql://somewhere")
    done = run("household", "list", code=1)
    assert done.stderr == "Error: SAFE_HARBOR_DATABASE_URL must name SQLite or PostgreSQL, not 'mysql'\n"


def test_help_is_quick_because_little_is_loaded_for_it():
    loaded = (
        "import sys, skill.cli; print([m for m in ('sqlalchemy', 'ask_sdk_model', 'gunicorn') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# Serving


def test_serving_prepares_the_data_directory_first(here, monkeypatch):
    served = []
    monkeypatch.setattr(server, "serve", served.append)
    run("serve")
    assert served == [Settings.of()]
    database, _ = households()
    assert database.state() == "ready"
    database.close()


def test_serving_with_a_port_that_is_none_says_so(here, monkeypatch):
    monkeypatch.setenv("PORT", "many")
    assert run("serve", code=1).stderr == "Error: PORT must be a whole number from 0 to 65535, not 'many'\n"


# Talking


def test_chat_answers_each_line_with_one(here):
    lines = [{"say": "alexa, open safe harbor"}, {"say": "stop"}]
    done = run("chat", "--jsonl", input="".join(json.dumps(each) + "\n" for each in lines))
    opened, stopped = (json.loads(each) for each in done.stdout.splitlines())
    assert opened["heard"] == {"type": "LaunchRequest"}
    assert "Safe Harbor" in opened["speech"]
    assert stopped["listening"] is False
    assert (opened["error"], stopped["error"]) == (None, None)


def test_chat_says_nothing_but_its_answers(here):
    done = run("chat", "--jsonl", input="")
    assert (done.stdout, done.stderr) == ("", "")


def test_chat_knows_a_plugin_that_was_put_there_a_moment_ago(here, monkeypatch):
    (here / "plugins" / "tea" / "model").mkdir(parents=True)
    (here / "plugins" / "tea" / "__init__.py").write_text('"""Tea."""\n')
    intent = {"name": "TeaIntent", "samples": ["put the kettle on"]}
    (here / "plugins" / "tea" / "model" / "en.json").write_text(json.dumps({"intents": [intent]}))
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    done = run("chat", "--jsonl", input='{"say": "ask safe harbor to put the kettle on"}\n')
    assert json.loads(done.stdout)["heard"]["intent"] == "TeaIntent"
    sys.modules.pop("tea", None)


# Looking after an installation


def test_the_doctor_finds_a_fresh_folder_in_want_of_a_database(here):
    done = run("doctor", code=1)
    assert re.search(r"database +broken .*safe-harbor db upgrade", done.stdout)
    assert not (here / "var").exists()


def test_the_doctor_finds_a_prepared_installation_well(here):
    run("db", "upgrade")
    run("models", "build")
    text = run("doctor").stdout
    assert "broken" not in text
    for thing in ("Python", "data directory", "keys", "database", "plugins", "interaction models", "trusted roots"):
        assert re.search(rf"^{thing} +ok ", text, re.MULTILINE), thing
    assert re.search(r"^skill id +note ", text, re.MULTILINE)


def test_the_doctor_names_a_plugin_that_the_built_model_lacks(here, monkeypatch):
    run("db", "upgrade")
    run("models", "build")
    folder = here / "plugins" / "idle"
    (folder / "model").mkdir(parents=True)
    (folder / "speech").mkdir()
    (folder / "__init__.py").write_text(PLUGIN)
    (folder / "model" / "en.json").write_text('{"intents": [{"name": "IdleIntent", "samples": ["let us be idle"]}]}')
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    lacking = r"plugin idle +note +installed, but not in the interaction model: IdleIntent \(en-AU, .*en-US\)"
    assert re.search(lacking, run("doctor", code=1).stdout)
    run("models", "build")
    assert "not in the interaction model" not in run("doctor").stdout
    sys.modules.pop("idle", None)


def broken_keys(here, monkeypatch):
    (here / "var" / "keys").chmod(0o644)
    return r"keys +broken .*chmod 600"


def another_key(here, monkeypatch):
    database, kept = households()
    now = datetime(2026, 3, 2, tzinfo=UTC)
    kept.commit(kept.snapshot("ana", None, "r", now), Changes(request="r", zone="UTC"), now)
    database.close()
    (here / "var" / "keys").unlink()
    Vault.load_or_create(here / "var")
    return r"database +broken .*other keys"


def broken_roots(here, monkeypatch):
    (here / "roots.pem").write_text("no certificate")
    monkeypatch.setenv("SAFE_HARBOR_TRUSTED_ROOTS", str(here / "roots.pem"))
    return r"trusted roots +broken "


def broken_plugin(here, monkeypatch):
    (here / "plugins").mkdir()
    (here / "plugins" / "cracked.py").write_text("import nothing_of_that_name\n")
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    return r"plugin cracked +broken .*ModuleNotFoundError"


def stale_model(here, monkeypatch):
    (here / "interaction_models" / "en-GB.json").write_text("{}\n")
    return r"interaction models +broken .*en-GB\.json"


@pytest.mark.parametrize("harm", [broken_keys, another_key, broken_roots, broken_plugin, stale_model])
def test_the_doctor_finds_what_is_broken(here, monkeypatch, harm):
    run("db", "upgrade")
    run("models", "build")
    expected = harm(here, monkeypatch)
    assert re.search(expected, run("doctor", code=1).stdout)


def test_the_database_is_upgraded_from_nothing_and_again(here):
    run("db", "upgrade")
    run("db", "upgrade")
    database, _ = households()
    assert database.state() == "ready"
    database.close()


# Plugins and models


def test_plugins_are_listed_with_what_they_bring(here, monkeypatch):
    (here / "plugins").mkdir()
    (here / "plugins" / "idle.py").write_text(PLUGIN)
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    listed = {each["name"]: each for each in json.loads(run("plugins", "list", "--json").stdout)}
    assert listed["idle"]["hooks"] == ["register_practices"]
    assert listed["idle"]["origin"] == str(here / "plugins")
    assert "AMAZON.StopIntent" in listed["floor"]["intents"]
    assert listed["floor"]["languages"] == ["en"]
    assert listed["floor"]["version"]
    sys.modules.pop("idle", None)


def test_plugins_are_listed_for_people_too(here):
    assert re.search(
        r"^welcome +\S+ +safe-harbor-skill +register_practices +.*LaunchRequest", run("plugins", "list").stdout, re.M
    )


def test_a_plugin_that_was_left_out_is_named_beside_the_list(here, monkeypatch):
    broken_plugin(here, monkeypatch)
    done = run("plugins", "list", "--json")
    assert "left out: cracked" in done.stderr
    assert "cracked" not in done.stdout


def test_the_models_are_built_for_every_locale_and_then_found_up_to_date(here):
    assert run("models", "build", "--check", code=1).stdout.count("differs") == len(LOCALES)
    assert not (here / "interaction_models").exists()
    assert run("models", "build").stdout.count("written") == len(LOCALES)
    assert sorted(each.stem for each in (here / "interaction_models").iterdir()) == sorted(LOCALES)
    assert "up to date" in run("models", "build", "--check").stdout


def test_a_model_of_no_locale_is_named_and_left_alone(here):
    run("models", "build")
    (here / "interaction_models" / "xx-XX.json").write_text("{}")
    assert "xx-XX.json: belongs to no locale" in run("models", "build").stdout
    assert (here / "interaction_models" / "xx-XX.json").exists()


def test_a_model_that_breaks_a_rule_is_refused_naming_whose_it_is(here, monkeypatch):
    (here / "plugins" / "bad" / "model").mkdir(parents=True)
    (here / "plugins" / "bad" / "__init__.py").write_text('"""Bad."""\n')
    slot = {"name": "thing", "type": "AMAZON.SearchQuery"}
    intent = {"name": "BadIntent", "slots": [slot], "samples": ["{thing}"]}
    (here / "plugins" / "bad" / "model" / "en.json").write_text(json.dumps({"intents": [intent]}))
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    assert "plugin 'bad'" in run("models", "build", code=1).stderr
    sys.modules.pop("bad", None)


def test_the_package_is_written_where_it_is_wanted(here):
    run("models", "build")
    done = run("package", "--endpoint", "https://harbor.example.org", "--out", "out", "--locale", "en-GB")
    written = [Path(each) for each in done.stdout.splitlines()]
    assert Path("out/skill-package/skill.json") in written
    assert all(each.is_file() for each in written)
    assert [each.name for each in Path("out/skill-package/interactionModels/custom").iterdir()] == ["en-GB.json"]


def test_a_package_without_built_models_says_how_to_build_them(here):
    done = run("package", "--endpoint", "https://harbor.example.org", code=1)
    assert "safe-harbor models build" in done.stderr


# Households


def test_households_are_listed_by_id(household):
    (listed,) = json.loads(run("household", "list", "--json").stdout)
    assert (listed["id"], listed["zone"]) == (household, "Europe/London")
    assert household in run("household", "list").stdout


def test_no_households_are_an_empty_list(here):
    run("db", "upgrade")
    assert json.loads(run("household", "list", "--json").stdout) == []


def test_everything_kept_of_a_household_is_printed(household):
    assert json.loads(run("household", "export", household).stdout)["id"] == household


def test_an_unknown_household_is_named(here):
    run("db", "upgrade")
    assert run("household", "export", "nobody", code=1).stderr == "Error: there is no household 'nobody'\n"
    assert run("household", "forget", "nobody", "--yes", code=1).stderr == "Error: there is no household 'nobody'\n"


def test_a_household_is_forgotten_when_that_is_meant(household):
    run("household", "forget", household, input="n\n", code=1)
    assert len(json.loads(run("household", "list", "--json").stdout)) == 1
    run("household", "forget", household, input="y\n")
    assert json.loads(run("household", "list", "--json").stdout) == []


def test_a_household_can_be_forgotten_by_a_script(household):
    assert run("household", "forget", household, "--yes").stdout == "Forgotten.\n"
