"""Strangers' plugins beside the released package: made, built, installed, found, spoken to, tested, and gone."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from skill.scaffold import write_plugin

HERE = Path(__file__).parents[1]
HOST = HERE.parent
ASKING = ("light a lantern", "the boat trip")
SHIPPED = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
OFFLINE = ("--quiet", "--no-index", "--no-build-isolation")
LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")


@dataclass
class Environment:
    """An environment of its own, in which the third-party packages of this one can be imported."""

    folder: Path

    def run(self, program, *arguments, alone=False, folder=None, **options):
        """Run one of its programs away from the checkout; ``alone`` leaves the practices out that ship."""
        settings = {"SAFE_HARBOR_DATA_DIR": str(self.folder / "data"), "PATH": os.environ["PATH"]}
        settings |= {"SAFE_HARBOR_DISABLED_PLUGINS": ",".join(SHIPPED)} if alone else {}
        done = subprocess.run(
            [self.folder / "bin" / program, *arguments],
            cwd=folder or self.folder,
            env=settings,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            **options,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def pip(self, *arguments, folder=None):
        """Run this environment's pip for that one."""
        pip("--python", str(self.folder / "bin" / "python"), *arguments, folder=folder)

    def install(self, *sources, folder=None):
        """Install from what is here; nothing is fetched."""
        self.pip("install", *OFFLINE, *map(str, sources), folder=folder)

    def follow(self, instruction, folder):
        """Do what a line of a README says, in its folder."""
        program, *arguments = shlex.split(instruction)
        if program == "pip":
            assert arguments.pop(0) == "install"
            self.install(*arguments, folder=folder)
        else:
            self.run(program, *arguments, folder=folder, input="")

    def plugins(self):
        """List the plugins that the skill finds, by name."""
        return {each["name"]: each for each in json.loads(self.run("safe-harbor", "plugins", "list", "--json"))}

    def talk(self, *words):
        """Speak over the webhook, and give what is answered, line by line."""
        turns = [{"say": each, "device": {"timezone": "Europe/London"}} for each in words]
        turns[0]["at"] = "2026-03-02T20:10:00Z"
        said = self.run("safe-harbor", "chat", "--jsonl", alone=True, input="\n".join(map(json.dumps, turns)))
        return [json.loads(line) for line in said.splitlines()]


def pip(*arguments, folder=None):
    own = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(own, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def copied(source, target):
    """Copy what is built, since building leaves traces; of the host not its own tests."""
    traces = shutil.ignore_patterns("__pycache__", ".*", "var", "node_modules")

    def ignored(folder, names):
        return traces(folder, names) | ({"tests"} if Path(folder) == HOST else set())

    return shutil.copytree(source, target, ignore=ignored)


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """Return the wheel of the host."""
    folder = tmp_path_factory.mktemp("release")
    pip("wheel", *OFFLINE, "--no-deps", "--wheel-dir", str(folder / "wheels"), str(copied(HOST, folder / "host")))
    (wheel,) = (folder / "wheels").iterdir()
    return wheel


@pytest.fixture(scope="module")
def make_environment(release, tmp_path_factory):
    """Make environments with the released host in them, and nothing else of ours."""

    def make():
        folder = tmp_path_factory.mktemp("environment") / "env"
        venv.create(folder, with_pip=False)
        packages = next((folder / "lib").glob("python*")) / "site-packages"
        others = next(path for path in sys.path if path.endswith("site-packages"))
        (packages / "others.pth").write_text(others + "\n")
        made = Environment(folder)
        made.install("--no-deps", "--force-reinstall", release)
        return made

    return make


@pytest.fixture(scope="module")
def environment(make_environment, tmp_path_factory):
    """Return an environment with two strangers' plugins in it."""
    folder = tmp_path_factory.mktemp("sources")
    write_plugin("evening_star", folder)
    made = make_environment()
    made.sources = {
        "lantern": copied(HERE / "example_plugin", folder / "lantern"),
        "evening_star": folder / "safe-harbor-evening-star",
    }
    made.install("--no-deps", *made.sources.values())
    return made


def test_a_plugin_begun_in_an_empty_folder_does_as_its_readme_says_and_answers_a_signed_request(
    make_environment, make_served, tmp_path
):
    environment = make_environment()
    empty = tmp_path / "empty"
    empty.mkdir()
    environment.run("safe-harbor", "plugins", "new", "morning_walk", folder=empty)
    (made,) = empty.iterdir()
    instructions = [each.strip() for each in (made / "README.md").read_text().splitlines() if each.startswith("    ")]
    assert [each.split()[0] for each in instructions] == ["pip", "python", "safe-harbor", "safe-harbor"]
    for instruction in instructions:
        environment.follow(instruction, made)
    served = make_served(command=environment.folder / "bin" / "safe-harbor")
    answer = served.post(served.intent("MorningWalkIntent", {"morning_walk_thing": "the rain on the roof"}))
    assert answer.status_code == 200
    assert "rain on the roof" in answer.json()["response"]["outputSpeech"]["ssml"].lower()
    assert served.kept() == ["the rain on the roof"]


def test_it_is_found_by_its_entry_point_and_said_to_come_from_its_distribution(environment):
    found = environment.plugins()["lantern"]
    assert (found["origin"], found["version"]) == ("safe-harbor-lantern", "1.2.0")
    assert (found["intents"], found["languages"]) == (["LanternIntent"], ["en"])


def test_it_is_in_the_built_model_of_every_locale(environment):
    environment.run("safe-harbor", "models", "build")
    for locale in LOCALES:
        model = json.loads((environment.folder / "interaction_models" / f"{locale}.json").read_text())
        intents = {each["name"]: each for each in model["interactionModel"]["languageModel"]["intents"]}
        assert "light a lantern for {lantern_thing}" in intents["LanternIntent"]["samples"], locale


def test_it_and_a_plugin_made_by_plugins_new_are_spoken_to_over_the_webhook(environment):
    asked, kept, other, noted = environment.talk(*ASKING, "let's do some evening star", "the rain on the roof")
    assert (asked["practice"], asked["heard"]["intent"], asked["listening"]) == ("lantern", "LanternIntent", True)
    assert "the boat trip" in kept["speech"].lower()
    assert (other["practice"], other["listening"]) == ("evening_star", True)
    assert "the rain on the roof" in noted["speech"].lower()


def test_it_and_a_plugin_made_by_plugins_new_pass_their_own_tests(environment):
    folders = [str(folder) for folder in environment.sources.values()]
    told = environment.run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", *folders, alone=True)
    assert " passed" in told


def test_uninstalled_it_is_gone(environment):
    environment.pip("uninstall", "--quiet", "--yes", "safe-harbor-lantern")
    assert "lantern" not in environment.plugins()
    environment.run("safe-harbor", "models", "build")
    assert "antern" not in (environment.folder / "interaction_models" / "en-US.json").read_text()
    environment.install("--no-deps", environment.sources["lantern"])
