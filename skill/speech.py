"""Message id and arguments -> words: variants, spoken forms, SSML. A missing message raises."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from html import escape, unescape
from types import MappingProxyType
from typing import TypeAlias

from skill import text_lint
from skill.fault import summed
from skill.registry import Registry
from skill.reply import Line, Verbatim
from skill.spoken import English, voice
from skill.texts import Texts, files, sentences, sources

CALLED = "called"
"""The attribute of ``menu`` that holds what else a practice may be called, parted by semicolons; it is never said."""
REMEMBERED = 3
"""A variant is not used again within this many uses of its message."""

Menu: TypeAlias = tuple[tuple[str, str, tuple[str, ...]], ...]
"""Practices, what one does with each, and what each may be called."""

_LOOSE = re.compile(r" ([.,;:?!])")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Memory:
    """Which variants were used last, by message; kept in the household's row."""

    used: Mapping[str, Sequence[int]]

    def after(self, message: str, variant: int) -> Memory:
        """Remember that ``variant`` of ``message`` was used."""
        recent = (*self.used.get(message, ()), variant)[-REMEMBERED:]
        return Memory({**self.used, message: recent})


@dataclass(frozen=True)
class Manner:
    """How to say it now: to which locale, at which local time, and what makes the choice of variants repeatable.

    ``mirrored`` holds a person's words as they are said back: what one turn says, it often shows too.
    """

    locale: str
    now: datetime
    seed: str = ""
    mirrored: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def voice(self) -> English:
        """Give the voice in which values are said."""
        return voice(self.locale, self.now)


class Speech:
    """The words of every plugin, in every locale they have them for."""

    def __init__(self, registry: Registry, mirror: Callable[[str, str], str]) -> None:
        """Take the plugins' texts; ``mirror(words, language)`` turns a person's words round and shortens them."""
        self._registry = registry
        self._mirror = mirror
        self._texts: dict[tuple[str, str], Texts] = {}
        self._called: dict[tuple[str, str, str], str] = {}
        self._menus: dict[tuple[str, bool], Menu] = {}
        self._names: dict[str, Mapping[str, str]] = {}

    def preload(self, locales: Sequence[str]) -> None:
        """Read every text now, so that no turn does and forked workers share them.

        A plugin that brings practices and lacks messages, or has some that can never be said, is refused by name.
        """
        for plugin in tuple(self._registry.plugins.values()):
            if not plugin.practices:
                continue
            read, faults = text_lint.examine(plugin, locales)
            if faults:
                self._registry.refuse(plugin.name, summed(plugin.name, faults))
                continue
            for locale in locales:
                self._texts[plugin.name, locale] = Texts(plugin.name, locale, sources(read, locale))

    def texts(self, practice: str, locale: str) -> Texts:
        """Give the texts of the plugin that brings ``practice``; the language's, overridden by the locale's."""
        plugin = self._registry.plugin_of(practice)
        key = (plugin.name, locale)
        if key not in self._texts:
            self._texts[key] = Texts(plugin.name, locale, sources(files(plugin), locale))
        return self._texts[key]

    def called(self, practice: str, message: str, locale: str) -> str:
        """Give a message that never varies, such as a practice's name, as plain text to stand within a sentence.

        Its words are found once for each locale, since the house names every practice on many turns.
        """
        key = (practice, message, locale)
        if key not in self._called:
            said = plain(self.texts(practice, locale).sentences(message, ""))
            self._called[key] = said[:1].lower() + said[1:]
        return self._called[key]

    def menu(self, locale: str, *, light: bool) -> Menu:
        """List what there is to do: each practice that a plugin brings, what one does with it, what it may be called.

        ``light`` leaves out what is done between two people. Found once: else each plugin makes an opening dearer.
        """
        key = (locale, light)
        if key not in self._menus:
            practices, names = self._registry.practices, self.names(locale)
            self._menus[key] = tuple(
                (name, self.called(name, "menu", locale), (names[name], *self._also_called(name, locale)))
                for name in names
                if not (light and practices[name].between_two(practices[name].entry))
            )
        return self._menus[key]

    def _also_called(self, practice: str, locale: str) -> tuple[str, ...]:
        texts = self.texts(practice, locale)
        names = texts.format("menu", CALLED, {}).split(";") if texts.has("menu", CALLED) else ()
        return tuple(name for each in names if (name := " ".join(each.split())))

    def names(self, locale: str) -> Mapping[str, str]:
        """Give what the practices are called that plugins bring; found once."""
        if locale not in self._names:
            brought = (each for each in sorted(self._registry.practices) if not self._registry.shipped_with_host(each))
            names = {name: self.called(name, "name", locale) for name in brought}
            self._names[locale] = MappingProxyType(names)
        return self._names[locale]

    def has(self, line: Line, locale: str, attribute: str = "") -> bool:
        """Say whether a line has such an attribute."""
        return self.texts(line.practice, locale).has(line.id, attribute)

    def say(self, line: Line, manner: Manner, memory: Memory) -> tuple[str, Memory]:
        """Give one variant of a line as SSML content, and the memory with that variant in it."""
        texts = self.texts(line.practice, manner.locale)
        variants = texts.variants(line.id)
        if len(variants) == 1:
            return self._worded(texts, line, "", manner), memory
        key = f"{self._registry.owners[line.practice]}/{line.id}"
        chosen = _choose(len(variants), memory.used.get(key, ()), f"{manner.seed}|{key}")
        return self._worded(texts, line, variants[chosen], manner), memory.after(key, chosen)

    def attribute(self, line: Line, attribute: str, manner: Manner) -> str | None:
        """Give an attribute of a line (its reprompt, its help) as SSML content; None where it has none."""
        texts = self.texts(line.practice, manner.locale)
        if not texts.has(line.id, attribute):
            return None
        return self._worded(texts, line, attribute, manner)

    def _worded(self, texts: Texts, line: Line, attribute: str, manner: Manner) -> str:
        if not texts.needs(line.id, attribute):
            return texts.sentences(line.id, attribute)
        return sentences(self._formatted(texts, line, attribute, manner))

    def _formatted(self, texts: Texts, line: Line, attribute: str, manner: Manner) -> str:
        needed = texts.needs(line.id, attribute)
        args = {name: value for name, value in line.args.items() if name in needed}
        return texts.format(line.id, attribute, self._spoken(args, line.practice, manner) if args else args)

    def _spoken(self, args: Mapping[str, object], practice: str, manner: Manner) -> dict[str, object]:
        """Give arguments as they are said; a line among them stands in the texts of ``practice`` or of its own."""

        def quoted(value: object) -> str:
            if isinstance(value, Line):
                named = value.owned(practice)
                return self._formatted(self.texts(named.practice, manner.locale), named, "", manner)
            if isinstance(value, Verbatim):
                return escape(str(value), quote=False)
            if isinstance(value, str):
                return escape(self._mirrored(value, manner) or (value and manner.voice.something), quote=False)
            return escape(str(manner.voice.value(value)), quote=False)

        def spoken(value: object) -> object:
            if isinstance(value, (str, Line)):
                return quoted(value)
            if isinstance(value, (list, tuple)):
                return manner.voice.value([quoted(each) for each in value])
            said = manner.voice.value(value)
            return escape(said, quote=False) if isinstance(said, str) else said

        return {name: spoken(value) for name, value in args.items()}

    def _mirrored(self, words: str, manner: Manner) -> str:
        if words not in manner.mirrored:
            manner.mirrored[words] = self._mirror(words, manner.locale.partition("-")[0])
        return manner.mirrored[words]


def plain(ssml: str) -> str:
    """Give SSML content as plain text."""
    return _LOOSE.sub(r"\1", " ".join(unescape(_TAG.sub(" ", ssml)).split()))


def words_in(ssml: str) -> int:
    """Count the words in SSML content."""
    return len(plain(ssml).split())


def _choose(count: int, recent: Sequence[int], seed: str) -> int:
    lately = recent[-(min(REMEMBERED, count - 1) or 1) :]
    fresh = [index for index in range(count) if index not in lately] or [0]
    return fresh[int.from_bytes(sha256(seed.encode()).digest()[:4], "big") % len(fresh)]
