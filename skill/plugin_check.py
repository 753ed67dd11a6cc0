"""Whether a plugin is fit to be installed: it loads, its model is sound, and its practices keep the contract."""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from structlog.testing import capture_logs

from skill.alexa.fragment_files import read_fragments
from skill.plugin_place import Place, placed
from skill.registry import Registry
from skill.settings import Settings
from skill.testing import intents, wording
from skill.testing.finding import Finding, at_fault
from skill.testing.home import Home
from skill.testing.subject import Subject, loaded
from skill.testing.walk import Walk

CHECKS = (
    wording.messages_exist,
    wording.languages_match,
    wording.messages_render,
    wording.lengths,
    wording.questions,
    wording.reprompts,
    intents.variants,
    intents.handled,
    intents.utterances,
    intents.any_slots,
    intents.offers,
)
"""The contract's rules that need no conversation, in the order in which their findings help most."""


def check(target: str, settings: Settings) -> Iterator[Finding]:
    """Look at a plugin by its name, or by the path of its folder, its module or its whole distribution.

    Nothing is installed and nothing kept. Raises PluginError where there is no such plugin.
    """
    with placed(target, settings) as place:
        broken = [*_import(place), *_model(place)]
        yield from broken
        if not broken:
            yield from _contract(place, settings)


def _import(place: Place) -> Iterator[Finding]:
    """Import it as the host would, to say in which of its lines it fails."""
    try:
        importlib.import_module(place.module)
    except SyntaxError as error:
        yield Finding(Path(error.filename or place.folder), error.lineno or 0, f"is no Python: {error.msg}")
    except Exception as error:
        frames = [each for each in traceback.extract_tb(error.__traceback__) if Path(each.filename) in place]
        at = (Path(frames[-1].filename), frames[-1].lineno or 0) if frames else (place.folder, 0)
        yield Finding(*at, f"cannot be imported: {type(error).__name__}: {error}")


def _model(place: Place) -> Iterator[Finding]:
    return (at_fault(place.folder, fault) for fault in read_fragments(place.name, place.folder)[1])


def _contract(place: Place, settings: Settings) -> Iterator[Finding]:
    with TemporaryDirectory(prefix="safe-harbor-check-") as folder:
        data = Path(folder)
        own = replace(
            settings,
            data_dir=data,
            certificate_cache=data / "certificates",
            database_url=f"sqlite:///{data / 'check.sqlite3'}",
            disabled_plugins=settings.disabled_plugins - {place.name},
            plugins_dir=_beside(place, settings.plugins_dir),
        )
        # What the host would log is a finding here, or nobody's concern.
        with capture_logs():
            registry = loaded(own)
            if place.name in registry.refused:
                yield Finding(place.init, 0, f"the host leaves it out: {registry.refused[place.name]}")
                return
            yield from _displaced(place, registry)
            yield from _practices(place, registry, own)


def _practices(place: Place, registry: Registry, settings: Settings) -> Iterator[Finding]:
    """Look at what is written, then walk through it, unless the host would leave it out."""
    plugin = registry.plugins[place.name]
    practices = plugin.practices
    found = [finding for each in practices for rule in CHECKS for finding in rule(Subject(registry, each))]
    if not practices:
        found = [*intents.faulty(registry, plugin)]
    yield from found
    with Home(settings) as home:
        if place.name in home.registry.plugins:
            for practice in practices:
                yield from _walked(Walk(Subject(home.registry, practice), home).go())
        elif not found:
            yield Finding(place.init, 0, f"the host leaves it out: {home.registry.refused[place.name]}")


def _walked(walk: Walk) -> Iterator[Finding]:
    for findings in (walk.unheard, walk.turns, walk.twice, walk.repeats, walk.stops, walk.resumes):
        yield from findings


def _beside(place: Place, folder: Path | None) -> Path | None:
    """Give the folder of plugins; None when the plugin stands in it, since it would clash with itself."""
    return None if folder is not None and place.init.is_relative_to(folder.resolve()) else folder


def _displaced(place: Place, registry: Registry) -> Iterator[Finding]:
    """Find the plugins that are left out because this one came first and has what they bring too."""
    for name, reason in registry.refused.items():
        if reason.endswith(f"already brought by plugin {place.name!r}"):
            thing = reason.removesuffix(f" is already brought by plugin {place.name!r}")
            yield Finding(place.init, 0, f"{thing} is brought by plugin {name!r} too, which this one would keep out")
