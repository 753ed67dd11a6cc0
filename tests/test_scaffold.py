"""What ``plugins new`` writes: a small distribution that works at once, under whatever name."""

import ast
import json
import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner

from skill.cli import main
from skill.errors import PluginError
from skill.scaffold import write_plugin


@pytest.fixture
def star(tmp_path):
    """Return the folder of a plugin called evening_star."""
    write_plugin("evening_star", tmp_path)
    return tmp_path / "safe-harbor-evening-star"


def test_a_practice_is_one_module_one_utterance_file_one_speech_file_and_its_tests(star):
    assert sorted(str(path.relative_to(star)) for path in star.rglob("*") if path.is_file()) == [
        "README.md",
        "pyproject.toml",
        "safe_harbor_evening_star/__init__.py",
        "safe_harbor_evening_star/model/en.json",
        "safe_harbor_evening_star/speech/en.ftl",
        "tests/test_evening_star.py",
    ]


def test_it_takes_six_lines_beside_the_build_system_to_be_found(star):
    project = tomllib.loads((star / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"] == {"safe_harbor": {"evening_star": "safe_harbor_evening_star"}}
    assert project["project"]["dependencies"] == ["safe-harbor-skill>=0.1"]
    lines = (star / "pyproject.toml").read_text("utf-8").partition("[project]")[2].splitlines()
    assert len([line for line in lines if line]) + 1 == 6


def test_nothing_in_it_speaks_of_the_template(star):
    told = [path.name for path in star.rglob("*") if path.is_file() and "kindling" in path.read_text("utf-8").lower()]
    assert told == []
    assert "~" not in (star / "safe_harbor_evening_star" / "speech" / "en.ftl").read_text("utf-8")


def test_what_its_readme_installs_beside_it_brings_pytest(star):
    (installing,) = [each for each in (star / "README.md").read_text("utf-8").splitlines() if "pip install" in each]
    host, extra = re.search(r'"(.+)\[(.+)\]"', installing).groups()
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    assert host == project["name"]
    assert [each for each in project["optional-dependencies"][extra] if each.startswith("pytest")]


def test_people_say_its_name_in_plain_words(star):
    model = json.loads((star / "safe_harbor_evening_star" / "model" / "en.json").read_text("utf-8"))
    (intent,) = model["intents"]
    assert intent["name"] == "EveningStarIntent"
    assert "start evening star" in intent["samples"]


def test_it_imports_only_names_from_skill(star):
    tree = ast.parse((star / "safe_harbor_evening_star" / "__init__.py").read_text("utf-8"))
    rooms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert rooms == {"__future__", "dataclasses", "typing", "skill"}


def test_it_keeps_the_contract_at_once(star, monkeypatch):
    ours = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", ",".join(ours))
    done = CliRunner().invoke(main, ["plugins", "check", str(star)])
    assert (done.exit_code, done.output) == (0, f"{star}: nothing to mend\n")


@pytest.mark.parametrize("name", ["", "Star", "evening-star", "evening star", "star2", "_star", "class", "../star"])
def test_a_name_that_cannot_be_used_is_refused(tmp_path, name):
    with pytest.raises(PluginError, match="lower-case letters"):
        write_plugin(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_is_refused_naming_who_has_it(tmp_path):
    with pytest.raises(PluginError, match="taken by safe-harbor-skill"):
        write_plugin("welcome", tmp_path)


def test_what_is_there_already_is_left_alone(star):
    (star / "README.md").write_text("mine")
    with pytest.raises(PluginError, match="is there already"):
        write_plugin("evening_star", star.parent)
    assert (star / "README.md").read_text() == "mine"


def test_the_command_says_what_it_wrote_and_how_to_go_on(tmp_path):
    done = CliRunner().invoke(main, ["plugins", "new", "star", "--into", str(tmp_path)])
    assert done.exit_code == 0
    assert str(tmp_path / "safe-harbor-star" / "pyproject.toml") in done.output
    told = done.output.splitlines()[-1].split()
    assert "pip install" in next(Path(word) for word in told if word.endswith("README.md")).read_text("utf-8")


def test_the_command_refuses_in_one_line(tmp_path):
    done = CliRunner().invoke(main, ["plugins", "new", "No Star", "--into", str(tmp_path)])
    assert (done.exit_code, len(done.output.splitlines())) == (1, 1)
