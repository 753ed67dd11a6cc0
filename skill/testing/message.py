"""A plugin's texts as they are written: every message and attribute, the lines they stand on, what they may become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fluent.syntax import FluentParser, ast

from skill.testing.finding import Finding
from skill.texts import nodes

ARGUMENT = "three spoken words"
"""What stands for an argument when the length of a line is looked at."""
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Text:
    """One message's value ("") or attribute in one file: all the texts that it may become, and what it asks for.

    ``choices`` are the values by which its arguments choose between texts: plural numbers, or names of variants.
    """

    message: str
    attribute: str
    path: Path
    line: int
    texts: tuple[str, ...]
    variables: frozenset[str]
    choices: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name it as its file does: message, or message.attribute."""
        return f"{self.message}.{self.attribute}" if self.attribute else self.message

    def found(self, says: str) -> Finding:
        """Make a finding about it."""
        return Finding(self.path, self.line, f"message {self.name!r} {says}")


@dataclass(frozen=True)
class Message:
    """One message of a file: its value, and its attributes by name."""

    id: str
    value: Text
    attributes: Mapping[str, Text]

    @property
    def ways(self) -> tuple[Text, ...]:
        """List the ways to say it: its value, then ``or-1`` and so on."""
        return (self.value, *(text for name, text in self.attributes.items() if name.startswith("or-")))

    @property
    def asks(self) -> bool:
        """Say whether it is a question."""
        return any(text.endswith("?") for text in self.value.texts)

    @cached_property
    def variables(self) -> frozenset[str]:
        """List the arguments that any of it needs."""
        return frozenset().union(*(text.variables for text in (self.value, *self.attributes.values())))


def read(path: Path) -> tuple[dict[str, Message], list[Finding]]:
    """Read one Fluent file: its messages by id, and what in it is no Fluent."""
    messages: dict[str, Message] = {}
    findings: list[Finding] = []
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return {}, [Finding(path, 0, "is no UTF-8 text")]
    for entry in FluentParser().parse(source).body:
        line = source.count("\n", 0, entry.span.start) + 1 if entry.span else 0
        if isinstance(entry, ast.Junk):
            told = entry.annotations[0].message if entry.annotations else "it cannot be read"
            findings.append(Finding(path, line, f"not Fluent: {told}"))
        elif isinstance(entry, ast.Message):
            if entry.id.name in messages:
                findings.append(Finding(path, line, f"message {entry.id.name!r} stands here a second time"))
            messages[entry.id.name] = _message(entry, path, source)
    return messages, findings


def sentences(text: str) -> list[str]:
    """Take a text apart into its sentences."""
    return [each for each in _SENTENCE.split(text) if each]


def _message(entry: ast.Message, path: Path, source: str) -> Message:
    attributes = {each.id.name: _text(entry.id.name, each, path, source) for each in entry.attributes}
    return Message(entry.id.name, _text(entry.id.name, entry, path, source), attributes)


def _text(message: str, node: ast.Message | ast.Attribute, path: Path, source: str) -> Text:
    line = source.count("\n", 0, node.span.start) + 1 if node.span else 0
    attribute = node.id.name if isinstance(node, ast.Attribute) else ""
    if node.value is None:
        return Text(message, attribute, path, line, (), frozenset())
    found = list(nodes(node.value))
    variables = frozenset(each.id.name for each in found if isinstance(each, ast.VariableReference))
    choices = {
        each.selector.id.name: _keys(each)
        for each in found
        if isinstance(each, ast.SelectExpression) and isinstance(each.selector, ast.VariableReference)
    }
    return Text(message, attribute, path, line, _flat(node.value), variables, choices)


def _keys(select: ast.SelectExpression) -> tuple[str | int, ...]:
    names = [each.key.name if isinstance(each.key, ast.Identifier) else each.key.value for each in select.variants]
    if all(name in PLURALS or name.isdecimal() for name in names):
        return (1, 2, *(int(name) for name in names if name.isdecimal()))
    return (*names,)


def _flat(pattern: ast.Pattern) -> tuple[str, ...]:
    """Give every text that a pattern may become, its arguments as so many words."""
    texts = [""]
    for element in pattern.elements:
        texts = [before + after for before in texts for after in _ways(element)]
    return tuple(dict.fromkeys(" ".join(text.split()) for text in texts))


def _ways(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    if isinstance(element.expression, ast.SelectExpression):
        return [text for variant in element.expression.variants for text in _flat(variant.value)]
    if isinstance(element.expression, ast.StringLiteral):
        return [str(element.expression.parse()["value"])]
    return [ARGUMENT]
