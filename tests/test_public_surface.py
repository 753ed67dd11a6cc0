import inspect
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

import skill
from skill import Practice, Reply, Turn
from skill.platform import Status
from skill.practice import Occasion
from skill.turn import Visibility

GUIDE = (Path(__file__).parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")
CODE = " ".join(re.findall(r"`([^`\n]+)`", GUIDE))


def kind_of(name):
    return (not name.isupper(), name[0].islower(), name)


def public(owner):
    return sorted(name for name, _ in inspect.getmembers(owner) if not name.startswith("_"))


def test_the_public_names_are_sorted_and_each_once():
    assert skill.__all__ == sorted(set(skill.__all__), key=kind_of)


def test_everything_public_is_exported_and_nothing_else():
    modules = {name for name in vars(skill) if inspect.ismodule(getattr(skill, name))}
    assert {name for name in vars(skill) if not name.startswith("_")} - modules == set(skill.__all__)


@pytest.mark.parametrize("name", skill.__all__)
def test_every_public_name_says_what_it_is(name):
    value = getattr(skill, name)
    assert value == skill.EVERY_DAY or inspect.getdoc(value)


@pytest.mark.parametrize("name", skill.__all__)
def test_every_public_name_is_explained_in_the_guide(name):
    assert f"\n| `{name}` | " in GUIDE


def test_the_guide_explains_no_name_that_is_not_public():
    table = GUIDE.split("## Every name")[1]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == skill.__all__


@pytest.mark.parametrize("name", [each for each in public(Reply) if callable(getattr(Reply, each))])
def test_every_way_to_add_to_a_reply_is_in_the_guide(name):
    assert f".{name}(" in CODE


@pytest.mark.parametrize("name", sorted({*public(Turn), *(each.name for each in fields(Turn))}))
def test_everything_on_a_turn_is_in_the_guide(name):
    assert re.search(rf"`(turn\.)?{name}[`(.\[]", GUIDE)


@pytest.mark.parametrize("name", [each for each in inspect.signature(Practice).parameters if each != "name"])
def test_every_argument_of_a_practice_is_in_the_guide_or_its_docstring(name):
    assert f"{name}=" in GUIDE or f"``{name}``" in inspect.getdoc(Practice) or f"``{name}=" in inspect.getdoc(Practice)


@pytest.mark.parametrize("word", [*get_args(Occasion), *get_args(Visibility)])
def test_every_occasion_and_visibility_is_in_the_guide(word):
    assert f"`{word}`" in GUIDE or f'"{word}"' in GUIDE


@pytest.mark.parametrize("status", [each for each in get_args(Status) if each != "consent"])
def test_every_outcome_that_a_step_may_get_is_in_the_guide(status):
    assert f"`{status}`" in GUIDE
