"""Every line of every plugin keeps to the voice: length, one question and last, tone, variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast

from skill.registry import load

TURN, QUESTION, REPROMPT, SAFETY = 45, 18, 20, 70
ARGUMENT = "three spoken words"
BANNED = re.compile(
    r"\b(should have|at least|calm down|don't worry|i understand exactly|toxic|crazy|sorry you feel that way|just|"
    r"failed|wrong|i didn't hear you|well done|good job|always here for you)\b",
    re.IGNORECASE,
)
BEFORE_A_DAY = re.compile(
    r"(?<![\w-])(from|since|by|until|to|before|after|on|in|at|of) \{ \$(day|when|due|date) \}", re.IGNORECASE
)
"""A day is said as "today", "last Thursday" or "on March 2": it brings its own preposition."""
ABOUT_SOMEONE = re.compile(r"\b(you|he|she|they) (always|never)\b", re.IGNORECASE)
QUESTION_HELP = ("reprompt", "help")


@dataclass(frozen=True)
class Text:
    plugin: str
    message: str
    attribute: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def sentences(self) -> list[str]:
        return [each for each in re.split(r"(?<=[.!?:])\s+", self.text) if each]

    @property
    def exercise(self) -> bool:
        return "<break" in self.text


def texts() -> Iterator[Any]:
    for plugin in load().plugins.values():
        for path in sorted((plugin.folder / "speech").glob("*.ftl")):
            for text in of_file(plugin.name, path):
                yield pytest.param(text, id=f"{text.plugin} {text.message} {text.attribute}".strip())


def of_file(plugin: str, path: Path) -> Iterator[Text]:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.value is not None, f"{path}: {entry.id.name} has no text"
            for text in flat(entry.value):
                yield Text(plugin, entry.id.name, "", text)
            for attribute in entry.attributes:
                for text in flat(attribute.value):
                    yield Text(plugin, entry.id.name, attribute.id.name, text)


def flat(pattern: ast.Pattern) -> list[str]:
    """Give every text that a pattern may become, its arguments as so many words."""
    texts = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            found = [element.value]
        elif isinstance(element.expression, ast.SelectExpression):
            found = [text for variant in element.expression.variants for text in flat(variant.value)]
        elif isinstance(element.expression, ast.StringLiteral):
            found = [element.expression.parse()["value"]]
        else:
            found = [ARGUMENT]
        texts = [before + after for before in texts for after in found]
    return [" ".join(text.split()) for text in texts]


ALL = [*texts()]


@pytest.mark.parametrize("text", ALL)
def test_a_line_is_short_enough_to_be_taken_in(text: Text) -> None:
    longest = SAFETY if text.plugin == "safety" else REPROMPT if text.attribute == "reprompt" else TURN
    assert text.exercise or text.words <= longest, text


@pytest.mark.parametrize("text", ALL)
def test_a_question_stands_alone_and_last_and_is_short(text: Text) -> None:
    asked = [each for each in text.sentences if each.endswith("?")]
    if text.plugin == "safety" or text.attribute == "reprompt" or not text.text.endswith("?"):
        return
    assert len(asked) <= 1, text
    assert len(text.sentences[-1].split()) <= QUESTION, text


@pytest.mark.parametrize("text", ALL)
def test_no_line_judges_praises_or_scolds(text: Text) -> None:
    assert not BANNED.search(text.text), text
    assert not ABOUT_SOMEONE.search(text.text), text


def test_no_line_puts_a_preposition_before_a_day() -> None:
    files = [path for plugin in load().plugins.values() for path in (plugin.folder / "speech").glob("*.ftl")]
    assert len(files) > 10
    assert [found[0] for path in files for found in BEFORE_A_DAY.finditer(path.read_text(encoding="utf-8"))] == []


def test_a_message_that_is_asked_ends_with_its_question() -> None:
    asked = {(text.plugin, text.message) for (text,) in (param.values for param in ALL) if text.attribute == "reprompt"}
    loose = [
        text
        for (text,) in (param.values for param in ALL)
        if text.plugin != "safety"
        and (text.plugin, text.message) in asked
        and (text.attribute in ("", "reprompt", "narrower", "two") or text.attribute.startswith("or-"))
        and not text.text.endswith("?")
    ]
    assert loose == []


def test_every_question_has_a_shorter_way_in_and_help() -> None:
    found: dict[tuple[str, str], set[str]] = {}
    asks: set[tuple[str, str]] = set()
    for param in ALL:
        text: Text = param.values[0]
        key = (text.plugin, text.message)
        found.setdefault(key, set()).add(text.attribute)
        if not text.attribute and text.text.endswith("?"):
            asks.add(key)
    own = {("floor", "try-again"), ("floor", "again")}
    lacking = [
        f"{plugin}: {message} has no {need}"
        for plugin, message in sorted(asks - own)
        if plugin != "safety"
        for need in QUESTION_HELP
        if need not in found[(plugin, message)]
    ]
    assert lacking == []
