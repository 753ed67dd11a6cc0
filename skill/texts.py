"""A plugin's Fluent files, and the messages that they hold for one locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.stream import FluentParserStream

from skill.errors import MessageMissing
from skill.registry import Plugin

Read = TypeVar("Read", ast.Identifier, ast.TextElement)
_SENTENCE = re.compile(r"(^|[.!?]\s+)((?:<[^>]*>\s*)*)([a-z])")


@dataclass(frozen=True)
class Source:
    """One file of texts, as it is written and as it is read."""

    text: str
    resource: ast.Resource

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file; OSError or UnicodeDecodeError where it is no text."""
        text = path.read_text(encoding="utf-8")
        return cls(text, _Parser().parse(text))


class _Parser(FluentParser):
    """Fluent's own parser, but for taking a word or a stretch of text at once: it would look at each letter in turn.

    What is read must end its lines as Python does.
    """

    WORD = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*")
    STRETCH = re.compile(r"[^{}\n]+")

    def get_identifier(self, ps: FluentParserStream) -> ast.Identifier:
        """Read a name; what is none is left to Fluent, which says so."""
        found = self.WORD.match(ps.string, ps.index)
        return self._taken(ps, found, ast.Identifier) if found else super().get_identifier(ps)

    def get_text_element(self, ps: FluentParserStream) -> ast.TextElement:
        """Read the text up to the line's end, or to what is put into it."""
        found = self.STRETCH.match(ps.string, ps.index)
        return self._taken(ps, found, ast.TextElement) if found else super().get_text_element(ps)

    def _taken(self, ps: FluentParserStream, found: re.Match[str], kind: Callable[[str], Read]) -> Read:
        node = kind(found[0])
        node.add_span(*found.span())
        ps.index, ps.peek_offset = found.end(), 0
        return node


def sentences(text: str) -> str:
    """Begin every sentence with a capital, since an argument may stand first."""
    return _SENTENCE.sub(lambda found: found[1] + found[2] + found[3].upper(), " ".join(text.split()))


def files(plugin: Plugin) -> Mapping[str, Source]:
    """Read a plugin's texts, by language and locale."""
    return {path.stem: Source.read(path) for path in paths(plugin)}


def paths(plugin: Plugin) -> Iterator[Path]:
    """List a plugin's files of texts."""
    return iter(sorted((plugin.folder / "speech").glob("*.ftl")))


def sources(read: Mapping[str, Source], locale: str) -> list[Source]:
    """Choose the texts of a locale: its language's, overridden by its own; English where there are neither."""
    names = [name for name in (locale.partition("-")[0], locale) if name in read]
    return [read[name] for name in names or ("en",) if name in read]


def nodes(node: object) -> Iterator[ast.BaseNode]:
    """Give a part of a text, and every part of that."""
    if isinstance(node, ast.BaseNode):
        yield node
        for value in vars(node).values():
            yield from nodes(value)
    elif isinstance(node, list):
        for each in node:
            yield from nodes(each)


@dataclass(frozen=True)
class _Message:
    """A message's texts by attribute, its value under "", and which of them are its variants."""

    patterns: Mapping[str, Any]
    variants: tuple[str, ...]


class Texts:
    """One plugin's messages in one locale; what is found out about one is kept, as the texts never change."""

    def __init__(self, plugin: str, locale: str, sources: Iterable[Source]) -> None:
        self._plugin = plugin
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._messages: dict[str, _Message] = {}
        self._needs: dict[tuple[str, str], frozenset[str]] = {}
        self._settled: dict[tuple[str, str], str] = {}
        self._sentences: dict[tuple[str, str], str] = {}
        for source in sources:
            self._bundle.add_resource(source.resource, allow_overrides=True)

    def variants(self, message: str) -> tuple[str, ...]:
        """Name a message's variants: "" for its value, then ``or-1`` and so on."""
        return self._message(message).variants

    def has(self, message: str, attribute: str = "") -> bool:
        """Say whether there is such a message (with such an attribute)."""
        return self._bundle.has_message(message) and (not attribute or attribute in self._message(message).patterns)

    def needs(self, message: str, attribute: str = "") -> frozenset[str]:
        """Name the arguments that a text speaks of, itself or in a message that it refers to."""
        key = (message, attribute)
        if key not in self._needs:
            self._needs[key] = frozenset(self._spoken_of(message, attribute, set()))
        return self._needs[key]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """List every message id."""
        return tuple(sorted(self._bundle._messages))

    def format(self, message: str, attribute: str, args: Mapping[str, Any]) -> str:
        """Give the text; MessageMissing when it is not there, or an argument that it needs is not."""
        key = (message, attribute)
        if key in self._settled:
            return self._settled[key]
        pattern = self._message(message).patterns.get(attribute)
        if pattern is None:
            raise MessageMissing(self._plugin, f"message {message!r} has no {attribute or 'text'}")
        text, errors = self._bundle.format_pattern(pattern, dict(args))
        if errors:
            raise MessageMissing(self._plugin, f"message {message!r} cannot be said: {errors[0]}")
        if not self.needs(message, attribute):
            self._settled[key] = str(text)
        return str(text)

    def sentences(self, message: str, attribute: str) -> str:
        """Give a text that needs no argument as whole sentences; MessageMissing when it is not there or needs one."""
        key = (message, attribute)
        if key not in self._sentences:
            self._sentences[key] = sentences(self.format(message, attribute, {}))
        return self._sentences[key]

    def _message(self, message: str) -> _Message:
        if message not in self._messages:
            if not self._bundle.has_message(message):
                raise MessageMissing(self._plugin, f"there is no message {message!r}")
            found = self._bundle.get_message(message)
            variants = sorted(name for name in found.attributes if name.startswith("or-"))
            self._messages[message] = _Message({"": found.value, **found.attributes}, ("", *variants))
        return self._messages[message]

    def _spoken_of(self, message: str, attribute: str, seen: set[tuple[str, str]]) -> Iterator[str]:
        """Give the names of a text's arguments; a term has none but those that are written beside it."""
        if (message, attribute) in seen or not self.has(message):
            return
        seen.add((message, attribute))
        for node in nodes(self._message(message).patterns.get(attribute)):
            if isinstance(node, ast.VariableReference):
                yield node.id.name
            elif isinstance(node, ast.MessageReference):
                yield from self._spoken_of(node.id.name, node.attribute.name if node.attribute else "", seen)
