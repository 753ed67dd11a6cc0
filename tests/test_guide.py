import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

import skill.registry
from skill.registry import load
from skill.speech import plain

GUIDE = (Path(__file__).parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")


def block(language):
    return re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)[1]


@pytest.fixture
def home(homes, tmp_path, monkeypatch):
    """The guide's first practice, loaded from a folder and spoken with."""
    folder = tmp_path / "brought" / "kindness"
    for path, language in (("__init__.py", "python"), ("speech/en.ftl", "fluent"), ("model/en.json", "json")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(block(language), encoding="utf-8")
    monkeypatch.setattr(skill.registry, "entry_points", lambda group: ())
    registry = load(folder=folder.parent)
    assert registry.refused == {}
    home = homes(registry.plugins["kindness"])
    home.launch()
    home.end()
    yield home
    del sys.modules["kindness"]


def test_the_guides_first_practice_holds_its_conversation(home):
    assert plain(home.ask("KindnessIntent").speech) == "What kind thing was done today?"
    assert plain(home.say("leo washed up").speech) == "Kept: leo washed up. Was there another?"
    assert plain(home.say("yes").speech) == "What kind thing was done today?"
    assert plain(home.say("a neighbour waved").speech) == "Kept: a neighbour waved. Was there another?"
    assert plain(home.say("no").speech) == "That's 2 kind things so far."
    assert home.entries() == ["leo washed up", "a neighbour waved"]


def test_the_guides_first_practice_can_be_skipped_and_named_in_one_breath(home):
    home.ask("KindnessIntent")
    assert plain(home.say("skip").speech) == "Okay, none today."
    said = home.ask("KindnessIntent", slots={"deed": "leo washed up"}, words="it was kind that leo washed up")
    assert plain(said.speech) == "Kept: leo washed up. Was there another?"


def test_the_guides_entry_point_is_the_hosts_group():
    project = tomllib.loads(block("toml"))["project"]
    assert project["entry-points"] == {"safe_harbor": {"kindness": "kindness"}}
    assert project["dependencies"] == ["safe-harbor-skill"]


def test_the_guides_utterances_are_of_the_shape_that_is_built():
    (intent,) = json.loads(block("json"))["intents"]
    assert intent["name"] == "KindnessIntent"


def test_every_heading_that_the_guide_points_to_is_there():
    headings = {each.lower().replace(" ", "-") for each in re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)}
    assert set(re.findall(r"\(#([\w-]+)\)", GUIDE)) <= headings
