import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner

from skill import server
from skill.alexa.invocation_name import LOCALES
from skill.cli import main
from skill.house.safety.numbers import FILE, FRESH
from skill.settings import MEANINGS, Settings
from skill.store import Changes, Database, Households, Vault

OURS = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
COMMANDS = ["serve", "chat", "doctor", "db", "package", "plugins", "models", "household"]
CHECKED = max(date.fromisoformat(each["checked"]) for each in json.loads(FILE.read_text(encoding="utf-8"))["numbers"])
PLUGIN = '''
"""Nothing to do."""
from skill import Practice, hookimpl

@hookimpl
def register_practices():
    return [Practice("idle")]
'''

GUEST = '''
"""A guest."""
from ask_sdk_core.dispatch_components import AbstractRequestHandler, AbstractRequestInterceptor
from ask_sdk_core.utils import is_intent_name

from skill import hookimpl


class TipHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_intent_name("TipIntent")(handler_input)

    def handle(self, handler_input):
        return handler_input.response_builder.speak("Breathe.").response


class Counting(AbstractRequestInterceptor):
    def process(self, handler_input):
        pass


@hookimpl
def register_request_handlers():
    return [TipHandler, Counting()]
'''


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that commands are run in, with the house's own plugins only."""
    for name in MEANINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", ",".join(OURS))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, code=0, today=CHECKED, **how):
    done = CliRunner().invoke(main, arguments, obj=today, **how)
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
    (kept_one,) = kept.list()
    database.close()
    return kept_one.id


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
    monkeypatch.setattr(server.Server, "run", lambda one: served.append(one))
    monkeypatch.setattr(server.gc, "disable", lambda: None)
    run("serve")
    assert len(served) == 1
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


def clashing(here, monkeypatch):
    """Put three plugins there: a good one, one that says the same, and one whose utterances are no JSON."""
    for name, samples in {"brew": '["put the kettle on"]', "double": '["put the kettle on"]', "garbled": "["}.items():
        (here / "plugins" / name / "model").mkdir(parents=True)
        (here / "plugins" / name / "__init__.py").write_text('"""Tea."""\n')
        model = f'{{"intents": [\n{{"name": "{name.title()}Intent",\n"samples": {samples}}}]}}'
        (here / "plugins" / name / "model" / "en.json").write_text(model)
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))


@pytest.fixture
def _clashing(here, monkeypatch):
    clashing(here, monkeypatch)
    yield
    for name in ("brew", "double", "garbled"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("_clashing")
def test_chat_goes_on_without_the_plugins_whose_utterances_cannot_be_taken_and_names_them():
    done = run("chat", "--jsonl", input='{"say": "ask safe harbor to put the kettle on"}\n')
    answer = json.loads(done.stdout)
    assert (answer["heard"]["intent"], answer["error"]) == ("BrewIntent", None)
    told = {each["plugin"]: each["reason"] for each in map(json.loads, done.stderr.splitlines())}
    assert told.keys() == {"double", "garbled"}
    assert "is also a sample of BrewIntent at plugin 'brew', model/en.json:3" in told["double"]
    assert "model/en.json:3: not JSON" in told["garbled"]


@pytest.mark.usefixtures("_clashing")
def test_chat_does_not_know_a_locale_that_is_not_spoken_and_goes_on(here):
    lines = '{"say": "alexa, open safe harbor", "locale": "xx-XX"}\n{"say": "alexa, open safe harbor"}\n'
    unknown, opened = map(json.loads, run("chat", "--jsonl", input=lines).stdout.splitlines())
    assert unknown["error"] == "there is no interaction model for 'xx-XX'"
    assert opened["error"] is None


@pytest.mark.usefixtures("_clashing")
def test_building_lists_everything_that_stands_against_it_and_how_to_go_on(here, monkeypatch):
    for more in ((), ("--check",)):
        done = run("models", "build", *more, code=1)
        garbled, double, way_on = done.stderr.removeprefix("Error: ").splitlines()
        assert garbled.startswith("plugin 'garbled', model/en.json:3: not JSON: ")
        assert double == (
            "plugin 'double', model/en.json:3: sample 'put the kettle on' of DoubleIntent "
            "is also a sample of BrewIntent at plugin 'brew', model/en.json:3"
        )
        assert way_on.endswith("SAFE_HARBOR_DISABLED_PLUGINS: garbled,double")
        assert not (here / "interaction_models").exists()
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", ",".join((*OURS, "garbled", "double")))
    assert run("models", "build").stdout.count("written") == len(LOCALES)


def test_building_without_a_plugin_that_cannot_be_loaded_is_refused_naming_it(here, monkeypatch):
    broken_plugin(here, monkeypatch)
    done = run("models", "build", code=1)
    assert "plugin 'cracked': cannot be imported: ModuleNotFoundError" in done.stderr
    assert done.stderr.endswith("SAFE_HARBOR_DISABLED_PLUGINS: cracked\n")


def test_building_with_a_plugin_whose_messages_are_missing_is_refused_naming_the_file(here, monkeypatch):
    (here / "plugins").mkdir()
    (here / "plugins" / "idle.py").write_text(PLUGIN)
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    told = run("models", "build", code=1).stderr
    sys.modules.pop("idle", None)
    assert "plugin 'idle': speech/en.ftl: there is no message 'menu'" in told


def test_building_warns_of_samples_that_are_hard_to_tell_apart_and_goes_on(here, monkeypatch):
    for name, sample in {"brew": "put the kettle on the stove", "double": "put the kettles on the stove"}.items():
        (here / "plugins" / name / "model").mkdir(parents=True)
        (here / "plugins" / name / "__init__.py").write_text('"""Tea."""\n')
        intent = {"name": f"{name.title()}Intent", "samples": [sample]}
        (here / "plugins" / name / "model" / "en.json").write_text(json.dumps({"intents": [intent]}))
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    done = run("models", "build")
    (near,) = [each for each in done.stderr.splitlines() if "kettles" in each]
    assert near.startswith(
        "warning: plugin 'double', model/en.json:1: sample 'put the kettles on the stove' of DoubleIntent"
    )
    assert near.endswith("of BrewIntent at plugin 'brew', model/en.json:1")
    for name in ("brew", "double"):
        sys.modules.pop(name, None)


# Looking after an installation


@pytest.mark.embedded
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


def test_the_doctor_says_whether_feelings_are_kept(here, monkeypatch):
    assert re.search(r"^feeling words +ok +kept", run("doctor", code=1).stdout, re.MULTILINE)
    monkeypatch.setenv("SAFE_HARBOR_KEEP_FEELINGS", "no")
    assert re.search(r"^feeling words +note +not kept", run("doctor", code=1).stdout, re.MULTILINE)


def test_the_doctor_names_a_plugin_that_the_built_model_lacks(here, monkeypatch):
    run("db", "upgrade")
    run("models", "build")
    folder = here / "plugins" / "idle"
    (folder / "model").mkdir(parents=True)
    (folder / "speech").mkdir()
    (folder / "__init__.py").write_text(PLUGIN)
    (folder / "speech" / "en.ftl").write_text("name = your idling\nmenu = be idle\n")
    (folder / "model" / "en.json").write_text('{"intents": [{"name": "IdleIntent", "samples": ["let us be idle"]}]}')
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    lacking = r"plugin idle +note +installed, but not in the interaction model: IdleIntent \(en-AU, .*en-US\)"
    told = run("doctor", code=1).stdout
    assert re.search(lacking, told)
    assert not re.search(r"^plugin idle +broken", told, re.MULTILINE)
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
    return r"database +broken .*something of 1 household cannot be opened"


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


def test_numbers_that_were_not_checked_for_long_are_named_and_not_shipped(here):
    run("models", "build")
    late = CHECKED + FRESH + timedelta(days=1)
    assert re.search(
        r"numbers to call +broken +Samaritans \(GB, crisis\): last", run("doctor", code=1, today=late).stdout
    )
    done = run("package", "--endpoint", "https://harbor.example.org", "--out", "out", code=1, today=late)
    assert "\nSamaritans (GB, crisis): last checked on " in done.stderr
    assert not Path("out").exists()


def test_the_database_is_upgraded_from_nothing_and_again(here):
    run("db", "upgrade")
    run("db", "upgrade")
    database, _ = households()
    assert database.state() == "ready"
    database.close()


# Plugins and models


def test_plugins_are_listed_with_what_they_bring(here, monkeypatch):
    (here / "plugins" / "speech").mkdir(parents=True)
    (here / "plugins" / "speech" / "en.ftl").write_text("name = your idling\nmenu = be idle\n")
    (here / "plugins" / "idle.py").write_text(PLUGIN)
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    listed = {each["name"]: each for each in json.loads(run("plugins", "list", "--json").stdout)}
    assert listed["idle"]["hooks"] == ["register_practices"]
    assert listed["idle"]["practices"] == ["idle"]
    assert listed["idle"]["origin"] == str(here / "plugins")
    assert {"AMAZON.YesIntent", "WordsIntent"} <= set(listed["answers"]["intents"])
    assert (listed["answers"]["practices"], listed["answers"]["languages"]) == ([], ["en"])
    assert "AMAZON.StopIntent" in listed["floor"]["intents"]
    assert listed["floor"]["languages"] == ["en"]
    assert listed["floor"]["version"]
    sys.modules.pop("idle", None)


def test_plugins_are_listed_for_people_too(here):
    listed = run("plugins", "list").stdout
    assert re.search(r"^welcome +\S+ +safe-harbor-skill +register_practices +welcome +.*LaunchRequest", listed, re.M)
    assert re.search(r"^answers +\S+ +safe-harbor-skill +.*AMAZON\.YesIntent.* en *$", listed, re.MULTILINE)


def test_a_plugin_that_brings_handlers_for_ask_sdk_is_listed_with_them_and_their_intents(here, monkeypatch):
    (here / "plugins" / "guest" / "model").mkdir(parents=True)
    (here / "plugins" / "guest" / "__init__.py").write_text(GUEST)
    intent = {"name": "TipIntent", "samples": ["give me a tip"]}
    (here / "plugins" / "guest" / "model" / "en.json").write_text(json.dumps({"intents": [intent]}))
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    (listed,) = [each for each in json.loads(run("plugins", "list", "--json").stdout) if each["name"] == "guest"]
    sys.modules.pop("guest", None)
    assert listed == {
        "name": "guest",
        "version": "",
        "origin": str(here / "plugins"),
        "hooks": ["register_request_handlers"],
        "practices": [],
        "intents": ["TipIntent"],
        "handlers": ["TipHandler", "Counting"],
        "languages": ["en"],
    }


def test_a_plugin_that_is_left_out_for_its_words_is_named_beside_the_list(here, monkeypatch):
    (here / "plugins").mkdir()
    (here / "plugins" / "idle.py").write_text(PLUGIN)
    monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", str(here / "plugins"))
    told = run("plugins", "list").stderr
    sys.modules.pop("idle", None)
    assert "left out: idle: speech/en.ftl: there is no message 'menu'" in told


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


def test_a_forgotten_code_is_taken_away_by_the_operator(household):
    database, kept = households()
    kept.rewrite(household, lambda memory: {**memory, "codes": {"ana": "a mark"}, "zone checked": "today"})
    assert run("household", "reset-code", household, "leo", code=1).stderr.startswith("Error: nobody with the id 'leo'")
    assert run("household", "reset-code", household, "ana").stdout == "The code is gone.\n"
    now = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
    memory = kept.snapshot("ana", None, "", now).memory
    database.close()
    assert (memory["codes"], memory["zone checked"]) == ({}, "today")
    assert "nobody" in run("household", "reset-code", "nobody", "ana", code=1).stderr


def test_a_spoken_code_is_not_printed(household):
    database, kept = households()
    kept.rewrite(household, lambda memory: {**memory, "codes": {"ana": "a mark"}})
    database.close()
    assert "a mark" not in run("household", "export", household).stdout


def test_a_household_can_be_forgotten_by_a_script(household):
    assert run("household", "forget", household, "--yes").stdout == "Forgotten.\n"
