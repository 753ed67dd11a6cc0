"""What a check looks at: one practice, the plugin that brings it, its texts and its utterances as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from skill import text_lint
from skill.alexa.fragment_files import read_fragments
from skill.alexa.fragments import Fragment, IntentSpec
from skill.errors import PluginError
from skill.practice import Practice
from skill.registry import Plugin, Registry, load
from skill.settings import Settings
from skill.testing.finding import Finding
from skill.testing.message import Message, read
from skill.testing.saying import Saying, sayings
from skill.texts import Source


@dataclass(frozen=True)
class Subject:
    """One practice among everything that is installed."""

    registry: Registry
    practice: Practice[Any]

    @property
    def plugin(self) -> Plugin:
        """The plugin that brings it."""
        return self.registry.plugin_of(self.practice.name)

    @cached_property
    def files(self) -> dict[str, tuple[dict[str, Message], list[Finding]]]:
        """Read every text file of the plugin's, by its language or locale."""
        return {path.stem: read(path) for path in sorted((self.plugin.folder / "speech").glob("*.ftl"))}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Read every text file of the plugin's that can be read, as the host does."""
        return text_lint.examine(self.plugin, ())[0]

    @property
    def messages(self) -> Mapping[str, Mapping[str, Message]]:
        """The messages of each language and locale, by id."""
        return {name: messages for name, (messages, _) in self.files.items()}

    @cached_property
    def main(self) -> str:
        """Name the language that the others are held against: English, or else the one with the most messages."""
        if "en" in self.files:
            return "en"
        return max(self.languages, key=lambda name: len(self.messages.get(name, ())), default="en")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """List the languages that the plugin claims to speak, by having texts or utterances in them."""
        found = {name.partition("-")[0] for name in self.files}
        model = self.plugin.folder / "model"
        return tuple(sorted(found | {path.stem.partition("-")[0] for path in model.glob("*.json")}))

    @cached_property
    def sayings(self) -> list[Saying]:
        """Find where the plugin's code names messages."""
        return sayings(self.plugin.module)

    @cached_property
    def fragments(self) -> dict[str, Fragment]:
        """Read what the plugin adds to the interaction model, by locale."""
        return read_fragments(self.plugin.name, self.plugin.folder)[0]

    @cached_property
    def intents(self) -> dict[str, IntentSpec]:
        """Give the intents that the plugin declares, by name; in one locale, since all have the same."""
        return {intent.name: intent for fragment in self.fragments.values() for intent in fragment.intents}

    def speech_file(self, language: str) -> Path:
        """Say where the texts of a language stand, or should."""
        return self.plugin.folder / "speech" / f"{language}.ftl"

    def model_line(self, intent: str, *strings: str) -> tuple[Path | None, int]:
        """Say where an intent (and a sample in it) is declared: the file and the line."""
        for fragment in self.fragments.values():
            for each in fragment.intents:
                if each.name == intent:
                    return self.plugin.folder / each.source, fragment.where(each.source, intent, *strings).line
        return None, 0


def loaded(settings: Settings) -> Registry:
    """Load the plugins, those too that the host would leave out at its start for their words: to say which ones."""
    return load(disabled=settings.disabled_plugins, folder=settings.plugins_dir)


def find(registry: Registry, practice: str) -> Subject:
    """Find a practice; PluginError with the reason why it is not there, as far as that is known."""
    if practice in registry.practices:
        return Subject(registry, registry.practices[practice])
    if practice in registry.refused:
        raise PluginError(practice, f"was left out: {registry.refused[practice]}")
    refused = "".join(f"; {name} was left out: {reason}" for name, reason in registry.refused.items())
    raise PluginError(practice, f"no plugin that is installed brings this practice{refused}")
