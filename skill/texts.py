"""A plugin's Fluent files, and the messages that they hold for one locale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from skill.errors import MessageMissing
from skill.registry import Plugin


@dataclass(frozen=True)
class Source:
    """One file of texts, as it is written and as it is read."""

    text: str
    resource: Resource

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file; OSError or UnicodeDecodeError where it is no text."""
        text = path.read_text(encoding="utf-8")
        return cls(text, FluentResource(text))


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


class Texts:
    """One plugin's messages in one locale."""

    def __init__(self, plugin: str, locale: str, sources: Iterable[Source]) -> None:
        self._plugin = plugin
        self._bundle = FluentBundle([locale], use_isolating=False)
        for source in sources:
            self._bundle.add_resource(source.resource, allow_overrides=True)

    def variants(self, message: str) -> tuple[str, ...]:
        """Name a message's variants: "" for its value, then ``or-1`` and so on."""
        found = self._message(message)
        return ("", *sorted(name for name in found.attributes if name.startswith("or-")))

    def has(self, message: str, attribute: str = "") -> bool:
        """Say whether there is such a message (with such an attribute)."""
        return self._bundle.has_message(message) and (
            not attribute or attribute in self._bundle.get_message(message).attributes
        )

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """List every message id."""
        return tuple(sorted(self._bundle._messages))

    def format(self, message: str, attribute: str, args: Mapping[str, Any]) -> str:
        """Give the text; MessageMissing when it is not there, or an argument that it needs is not."""
        found = self._message(message)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            raise MessageMissing(self._plugin, f"message {message!r} has no {attribute or 'text'}")
        text, errors = self._bundle.format_pattern(pattern, dict(args))
        if errors:
            raise MessageMissing(self._plugin, f"message {message!r} cannot be said: {errors[0]}")
        return str(text)

    def _message(self, message: str) -> Any:
        if not self._bundle.has_message(message):
            raise MessageMissing(self._plugin, f"there is no message {message!r}")
        return self._bundle.get_message(message)
