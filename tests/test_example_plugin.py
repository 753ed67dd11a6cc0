"""A stranger's plugin beside the released package: built, installed, found, spoken to, tested by itself, and gone."""

import json
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from skill.scaffold import write_plugin

HERE = Path(__file__).parent
HOST = HERE.parent
ASKING = ("light a lantern", "the boat trip")
SHIPPED = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")


@dataclass
class Environment:
    """An environment of its own, in which the third-party packages of this one can be imported."""

    folder: Path

    def run(self, program, *arguments, alone=False, **options):
        """Run one of its programs away from the checkout; ``alone`` leaves the practices out that ship."""
        settings = {"SAFE_HARBOR_DATA_DIR": str(self.folder / "data"), "PATH": os.environ["PATH"]}
        settings |= {"SAFE_HARBOR_DISABLED_PLUGINS": ",".join(SHIPPED)} if alone else {}
        done = subprocess.run(
            [self.folder / "bin" / program, *arguments],
            cwd=self.folder,
            env=settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            **options,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def pip(self, *arguments):
        """Run this environment's pip for that one; nothing is fetched."""
        python = str(self.folder / "bin" / "python")
        own = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
        done = subprocess.run([*own, *arguments], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def install(self, *sources):
        self.pip("install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", *map(str, sources))

    def plugins(self):
        """List the plugins that the skill finds, by name."""
        return {each["name"]: each for each in json.loads(self.run("safe-harbor", "plugins", "list", "--json"))}

    def talk(self, *words):
        """Speak over the webhook, and give what is answered, line by line."""
        turns = [{"say": each, "device": {"timezone": "Europe/London"}} for each in words]
        turns[0]["at"] = "2026-03-02T20:10:00Z"
        said = self.run("safe-harbor", "chat", "--jsonl", alone=True, input="\n".join(map(json.dumps, turns)))
        return [json.loads(line) for line in said.splitlines()]


def copied(source, target):
    """Copy what is built, since building leaves traces."""
    ignore = shutil.ignore_patterns("__pycache__", ".*", "var", "node_modules", "tests" if source == HOST else "")
    return shutil.copytree(source, target, ignore=ignore)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Return an environment with the released host and two strangers' plugins in it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "env", with_pip=False)
    made = Environment(folder / "env")
    packages = next((folder / "env" / "lib").glob("python*")) / "site-packages"
    others = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "others.pth").write_text(others + "\n")
    (folder / "sources").mkdir()
    write_plugin("evening_star", folder / "sources")
    star = folder / "sources" / "safe-harbor-evening-star"
    made.install(copied(HOST, folder / "host"), copied(HERE / "example_plugin", folder / "lantern"), star)
    made.sources = {"lantern": folder / "lantern", "evening_star": star}
    return made


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
    environment.install(environment.sources["lantern"])
