"""What keeps a plugin's texts from being said, as far as it can be known without running the plugin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fluent.syntax import ast

from skill.fault import Fault, Location
from skill.registry import Plugin
from skill.texts import Source, nodes, paths

REQUIRED = ("name", "menu")
"""What the house says of every practice: what it is called, and what one can do with it."""
FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
"""The functions that a text can call."""
_REFERENCE = re.compile(r"\{\s*-?[A-Za-z]")
"""What a text holds that speaks of anything but its arguments; most do not, and need not be taken apart."""


@dataclass(frozen=True)
class _File:
    """One file's texts by id (a term's with its dash), and every name that something may be called by."""

    name: str
    source: Source
    entries: Mapping[str, ast.Message | ast.Term]
    names: frozenset[str]

    @classmethod
    def of(cls, name: str, source: Source) -> _File:
        entries = {
            f"-{each.id.name}" if isinstance(each, ast.Term) else each.id.name: each
            for each in source.resource.body
            if isinstance(each, (ast.Message, ast.Term))
        }
        attributes = {f"{id_}.{each.id.name}" for id_, entry in entries.items() for each in entry.attributes}
        return cls(name, source, entries, frozenset(attributes.union(_worded(entries))))

    @property
    def messages(self) -> frozenset[str]:
        """List the ids of its messages."""
        return frozenset(id_ for id_ in self.entries if not id_.startswith("-"))

    def at(self, plugin: str, node: ast.SyntaxNode) -> Location:
        """Say where a part of it stands."""
        line = self.source.text.count("\n", 0, node.span.start) + 1 if node.span else 0
        return Location(plugin, f"speech/{self.name}.ftl", line)


def examine(plugin: Plugin, locales: Sequence[str]) -> tuple[dict[str, Source], list[Fault]]:
    """Read a plugin's texts, by language and locale, and find what can never be said.

    That is what is no Fluent, what a claimed language lacks though another has it (or the house says it of every
    practice), and what speaks of a message, term or function that is not there. ``locales`` are those being served.
    """
    read: dict[str, Source] = {}
    faults: list[Fault] = []
    for path in paths(plugin):
        try:
            read[path.stem] = Source.read(path)
        except (OSError, UnicodeDecodeError) as error:
            says = f"cannot be read as UTF-8 text: {type(error).__name__}"
            faults.append(Fault(Location(plugin.name, f"speech/{path.name}"), says))
    known = {name: _File.of(name, source) for name, source in read.items()}
    for file in known.values():
        faults += _junk(plugin.name, file)
    everywhere = _locales(plugin, locales)
    faults += _lacking(plugin.name, known, everywhere)
    faults += _unknown(plugin.name, known, everywhere)
    return read, list(dict.fromkeys(faults))


def _worded(entries: Mapping[str, ast.Message | ast.Term]) -> Iterator[str]:
    return (id_ for id_, entry in entries.items() if entry.value is not None)


def _locales(plugin: Plugin, served: Sequence[str]) -> dict[str, str]:
    """Map every locale that the plugin may be asked to speak, and that it claims to, to the language it has for it."""
    claimed = {each: each.partition("-")[0] for each in plugin.languages}
    spoken = {each: each.partition("-")[0] for each in served}
    beside = {each: language for each, language in claimed.items() if language not in spoken.values()}
    return {each: language if language in claimed.values() else "en" for each, language in spoken.items()} | beside


def _lacking(plugin: str, known: Mapping[str, _File], locales: Mapping[str, str]) -> Iterator[Fault]:
    having = {id_: name for name in sorted(known, reverse=True) for id_ in known[name].messages}
    wanted = {**dict.fromkeys(REQUIRED, ""), **having}
    for locale, language in locales.items():
        own = frozenset().union(*(known[each].messages for each in (language, locale) if each in known))
        for id_ in sorted(wanted.keys() - own):
            who = f", which speech/{wanted[id_]}.ftl has" if wanted[id_] else ""
            yield Fault(Location(plugin, f"speech/{language}.ftl"), f"there is no message {id_!r}{who}")


def _unknown(plugin: str, known: Mapping[str, _File], locales: Mapping[str, str]) -> Iterator[Fault]:
    spoken = {name: [*_references(file)] for name, file in known.items()}
    for locale, language in locales.items():
        files = [known[each] for each in (language, locale) if each in known]
        names = FUNCTIONS.union(*(file.names for file in files))
        for file in files:
            for id_, node, name in spoken[file.name]:
                if name not in names:
                    yield Fault(file.at(plugin, node), f"message {id_!r} speaks of {name!r}, which is not there")


def _references(file: _File) -> Iterator[tuple[str, ast.SyntaxNode, str]]:
    """Give what a file's texts speak of: the text's id, the place, and the name of a message, term or function."""
    for id_, entry in file.entries.items():
        if entry.span and not _REFERENCE.search(file.source.text, entry.span.start, entry.span.end):
            continue
        for node in nodes([entry.value, entry.attributes]):
            if isinstance(node, ast.FunctionReference):
                yield id_, node, node.id.name
            elif isinstance(node, (ast.MessageReference, ast.TermReference)):
                name = f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
                yield id_, node, f"{name}.{node.attribute.name}" if node.attribute else name


def _junk(plugin: str, file: _File) -> Iterator[Fault]:
    for entry in file.source.resource.body:
        if isinstance(entry, ast.Junk):
            told = entry.annotations[0].message if entry.annotations else "it cannot be read"
            yield Fault(file.at(plugin, entry), f"not Fluent: {told}")
