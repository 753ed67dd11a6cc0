"""Plugins written for one test, and a home to try them in."""

import contextlib
import json
import os
import sys
import textwrap
from importlib.metadata import entry_points

import pytest

from skill.settings import Settings
from skill.testing.home import Home

OURS = ",".join(each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill."))
TEXTS = """
name = your garden
menu = plant something
asked = What shall we plant?
    .or-1 = What goes into the ground today?
    .or-2 = A seed, a bulb. What is it?
    .or-3 = What would you like to see grow?
    .reprompt = A rose?
    .help = You can name a plant, or say skip.
kept = Planted: { $thing }.
    .or-1 = There it stands, { $thing }.
    .or-2 = It's in the ground: { $thing }.
    .or-3 = Okay, { $thing }.
watered = I'll remind you.
dry = No reminder then.
label = A minute outside for yourself.
"""
UTTERANCES = {
    "intents": [
        {
            "name": "PlantIntent",
            "slots": [{"name": "thing", "type": "AMAZON.SearchQuery"}],
            "samples": ["plant something", "let's plant", "plant a {thing}", "plant the {thing}"],
        }
    ]
}


def write(folder, code, texts=TEXTS, utterances=UTTERANCES, name="garden"):
    """Write a plugin; give its folder."""
    plugin = folder / name
    for room in ("model", "speech"):
        (plugin / room).mkdir(parents=True)
    (plugin / "__init__.py").write_text(textwrap.dedent(code), "utf-8")
    (plugin / "speech" / "en.ftl").write_text(texts, "utf-8")
    (plugin / "model" / "en.json").write_text(json.dumps(utterances, indent=2), "utf-8")
    return plugin


@pytest.fixture
def write_plugin():
    return write


@pytest.fixture(scope="module")
def own_home(tmp_path_factory):
    """Open a home with one plugin beside the house's own: ``own_home(code)``."""
    with contextlib.ExitStack() as opened:

        def make(code):
            folder = tmp_path_factory.mktemp("own")
            write(folder / "plugins", code, name="planting")
            settings = {
                "SAFE_HARBOR_DATA_DIR": str(folder / "data"),
                "SAFE_HARBOR_PLUGINS_DIR": str(folder / "plugins"),
                "SAFE_HARBOR_DISABLED_PLUGINS": OURS,
            }
            return opened.enter_context(Home(Settings.of(settings)))

        yield make
    sys.modules.pop("planting", None)


@pytest.fixture
def alone(monkeypatch):
    """Leave the practices out that ship, for what reads the environment: ``alone(folder)`` loads the plugins there."""

    def set_(folder):
        monkeypatch.setenv("SAFE_HARBOR_PLUGINS_DIR", os.fspath(folder))
        monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", OURS)

    return set_
