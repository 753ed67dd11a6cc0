"""Whether a plugin is fit to be installed: it loads, its model is sound, and its practices keep the contract."""

from __future__ import annotations

import importlib
import re
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from structlog.testing import capture_logs

from skill.alexa.fragment_files import load_fragments
from skill.errors import ModelError
from skill.plugin_place import Place, placed
from skill.registry import Registry
from skill.settings import Settings
from skill.testing import intents, wording
from skill.testing.finding import Finding
from skill.testing.home import Home
from skill.testing.subject import Subject
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

_PLACE = re.compile(r"plugin '[^']*', (?P<file>[^:]+)(?::(?P<line>\d+))?: (?P<says>.*)", re.DOTALL)


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
    try:
        load_fragments(place.name, place.folder)
    except ModelError as error:
        for told in error.findings:
            found = _PLACE.fullmatch(told)
            path = place.folder / found["file"] if found else place.folder / "model"
            yield Finding(path, int((found and found["line"]) or 0), found["says"] if found else told)


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
        with capture_logs(), Home(own) as home:
            registry = home.registry
            if place.name in registry.refused:
                yield Finding(place.init, 0, f"the host leaves it out: {registry.refused[place.name]}")
                return
            yield from _displaced(place, registry)
            for practice in registry.plugins[place.name].practices:
                yield from _practice(Subject(registry, practice), home)


def _beside(place: Place, folder: Path | None) -> Path | None:
    """Give the folder of plugins; None when the plugin stands in it, since it would clash with itself."""
    return None if folder is not None and place.init.is_relative_to(folder.resolve()) else folder


def _displaced(place: Place, registry: Registry) -> Iterator[Finding]:
    """Find the plugins that are left out because this one came first and has what they bring too."""
    for name, reason in registry.refused.items():
        if reason.endswith(f"already brought by plugin {place.name!r}"):
            thing = reason.removesuffix(f" is already brought by plugin {place.name!r}")
            yield Finding(place.init, 0, f"{thing} is brought by plugin {name!r} too, which this one would keep out")


def _practice(subject: Subject, home: Home) -> Iterator[Finding]:
    found = [finding for rule in CHECKS for finding in rule(subject)]
    yield from found
    try:
        walk = Walk(subject, home).go()
    except ModelError:
        if not found:
            raise
        return  # there is no model to be understood with, for a reason that was told
    for findings in (walk.unheard, walk.turns, walk.twice, walk.repeats, walk.stops, walk.resumes):
        yield from findings
