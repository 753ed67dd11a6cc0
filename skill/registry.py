"""Finds plugins, refuses clashes naming both parties, and answers who brings what."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import Distribution, EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import pluggy

from skill import hookspecs
from skill.compatibility import misfit
from skill.errors import PluginClash, PluginError, StepUnknown
from skill.practice import Intent, Practice, Taken
from skill.router import Router

AFTERWARDS = frozenset({"EveryIntent", "TimeIntent", "NoTimeIntent", "AgainIntent", "FasterIntent", "SlowerIntent"})
"""Intents of the house that go to whichever practice ran last, when no question is open; any may answer them."""
BEGUN = "intent:"
"""A step address that begins with this names an intent whose handler is to be run."""
BROUGHT = "__safe_harbor_file__"
"""Marks a module that came from a folder of plugins; another folder's of that name may take its place."""
DISTRIBUTION = "safe-harbor-skill"
"""The host's own distribution; what ships with it is taken in before anyone else's of the same name."""
FLOOR_BOUND = frozenset({"CorrectionIntent", "AlsoIntent", "MoreIntent"}) | AFTERWARDS
"""Intents of the house that go to whichever practice holds the floor; any practice may answer them."""


@dataclass(frozen=True)
class Plugin:
    """One plugin: where it comes from, the folder that holds its texts and utterances, and what it brings.

    ``handlers`` are a front end's own kind of handler, written elsewhere, which the front end looks at.
    """

    name: str
    version: str
    origin: str
    module: ModuleType
    folder: Path
    practices: tuple[Practice[Any], ...]
    hooks: tuple[str, ...]
    handlers: tuple[object, ...] = ()

    @property
    def intents(self) -> tuple[str, ...]:
        """List the intents that its practices answer."""
        return tuple(sorted({intent for practice in self.practices for intent in practice.intents}))

    @property
    def languages(self) -> tuple[str, ...]:
        """List the languages (and locales) that it claims to speak, by having texts or utterances in them."""
        texts, utterances = (self.folder / "speech").glob("*.ftl"), (self.folder / "model").glob("*.json")
        return tuple(sorted({path.stem for path in (*texts, *utterances)}))


@dataclass
class Registry:
    """What was found: the plugins, and for each intent, practice and step whose it is. Made by :func:`load`."""

    manager: pluggy.PluginManager
    plugins: dict[str, Plugin] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    practices: dict[str, Practice[Any]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    intents: dict[str, tuple[Practice[Any], Intent]] = field(default_factory=dict)

    @property
    def hook(self) -> Any:
        """The hooks, as pluggy calls them."""
        return self.manager.hook

    def plugin_of(self, practice: str) -> Plugin:
        """Name the plugin that brings a practice."""
        return self.plugins[self.owners[practice]]

    def step(self, address: str) -> tuple[Practice[Any], Taken[Any, Any]]:
        """Find a step by its address; StepUnknown when no plugin brings it (any more)."""
        name, _, step = address.partition(":")
        practice = self.practices.get(name)
        if practice is None or step not in practice.steps:
            raise StepUnknown(address)
        return practice, practice.steps[step]

    def between_two(self, practice: str, address: str) -> bool:
        """Say whether a run of this practice, or the step it goes on with, is for two."""
        return self.practices[practice].for_two or self.step(address)[1].for_two

    def knows(self, address: str) -> bool:
        """Say whether a stored address, of a step or of an intent's handler, still leads somewhere."""
        if address.startswith(BEGUN):
            return address.removeprefix(BEGUN) in self.intents
        name, _, step = address.partition(":")
        return name in self.practices and step in self.practices[name].steps

    def offering(self, occasion: str) -> Iterator[Practice[Any]]:
        """List the practices that put something forward at an occasion."""
        return (practice for practice in self.practices.values() if occasion in practice.offered)

    def shipped_with_host(self, practice: str) -> bool:
        """Say whether a practice is one of the host's own."""
        return self.plugin_of(practice).module.__name__.startswith("skill.")

    def add(self, plugin: Plugin) -> None:
        """Take a plugin in whole, or raise PluginClash naming both parties and take nothing of it."""
        names = dict(self.owners)
        intents = {intent: self.owners[practice.name] for intent, (practice, _) in self.intents.items()}
        for practice in plugin.practices:
            if practice.name in names:
                raise PluginClash(plugin.name, names[practice.name], f"the practice {practice.name!r}")
            names[practice.name] = plugin.name
            for intent in practice.intents.keys() - FLOOR_BOUND:
                if intent in intents:
                    raise PluginClash(plugin.name, intents[intent], f"the intent {intent}")
                intents[intent] = plugin.name
        for practice in plugin.practices:
            self.practices[practice.name] = practice
            self.owners[practice.name] = plugin.name
            for intent in practice.intents.keys() - FLOOR_BOUND:
                self.intents[intent] = (practice, practice.intents[intent])
        self.plugins[plugin.name] = plugin

    def refuse(self, plugin: str, reason: str) -> None:
        """Take a plugin out again, and say why."""
        for practice in self.plugins.pop(plugin).practices:
            del self.practices[practice.name], self.owners[practice.name]
            for intent in practice.intents.keys() - FLOOR_BOUND:
                del self.intents[intent]
        self.manager.unregister(name=plugin)
        self.refused[plugin] = reason


def load(*, disabled: frozenset[str] = frozenset(), folder: Path | None = None) -> Registry:
    """Find every plugin by its entry point (and those in ``folder``) and take in those that can be.

    A plugin that cannot be imported or is not whole is left out, with its reason under ``refused``.
    """
    manager = pluggy.PluginManager(hookspecs.NAME)
    manager.add_hookspecs(hookspecs)
    registry = Registry(manager)
    manager.register(Router(registry), "the host's router")
    for found in sorted((*_installed(), *_in_folder(folder)), key=lambda one: (one.rank, one.name)):
        if found.name in disabled:
            continue
        try:
            _admit(registry, found)
        except PluginError as error:
            registry.refused[found.name] = error.reason
    return registry


@dataclass(frozen=True)
class _Found:
    name: str
    origin: str
    version: str
    entry: EntryPoint | None = None
    path: Path | None = None
    misfit: str = ""

    @property
    def rank(self) -> int:
        """Say who comes first: the host's own, then what ships with it, then what is installed, then folders."""
        if self.entry is None:
            return 3
        if self.entry.value.startswith("skill."):
            return 0
        return 1 if self.origin == DISTRIBUTION else 2

    def load(self) -> ModuleType:
        if self.entry is not None:
            if self.misfit:
                raise PluginError(self.name, self.misfit)
            module = self.entry.load()
            if not isinstance(module, ModuleType):
                raise PluginError(self.name, f"its entry point {self.entry.value!r} is not a module")
            return module
        assert self.path is not None
        return _imported(self.name, self.path / "__init__.py" if self.path.is_dir() else self.path)


def _imported(name: str, file: Path) -> ModuleType:
    """Import a file as the module ``name``, which must not be the name of any other that Python can find."""
    if not name.isidentifier():
        raise PluginError(name, "its name is no name for a Python module")
    known = None if hasattr(sys.modules.get(name), BROUGHT) else importlib.util.find_spec(name)
    if known is not None and known.origin != str(file):
        raise PluginError(name, "Python has another module of that name: give the file or folder a new one")
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    setattr(module, BROUGHT, str(file))
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _installed() -> Iterator[_Found]:
    told: dict[Distribution | None, tuple[str, str, str]] = {None: ("unknown", "", "")}
    for entry in entry_points(group=hookspecs.NAME):
        dist = entry.dist
        if dist is not None and dist not in told:  # it reads and parses its file anew whenever it is asked
            told[dist] = dist.name, dist.version, misfit(dist)
        origin, version, unfit = told[dist]
        yield _Found(entry.name, origin, version, entry, misfit=unfit)


def _in_folder(folder: Path | None) -> Iterator[_Found]:
    for path in sorted(folder.iterdir()) if folder else ():
        if (path.is_dir() and (path / "__init__.py").exists()) or (path.suffix == ".py" and path.stem != "__init__"):
            yield _Found(path.stem, str(folder), "", path=path)


def _admit(registry: Registry, found: _Found) -> None:
    if found.name in registry.plugins:
        raise PluginClash(found.name, registry.plugins[found.name].origin, f"the plugin name {found.name!r}")
    try:
        module = found.load()
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(found.name, f"cannot be imported: {type(error).__name__}: {error}") from error
    if (other := registry.manager.get_name(module)) is not None:
        raise PluginClash(found.name, other, "its module")
    hooks = _hooks(found.name, module)
    registry.manager.register(module, found.name)
    try:
        registry.add(_described(registry, found, module, hooks))
    except Exception:
        registry.manager.unregister(name=found.name)
        raise


def _described(registry: Registry, found: _Found, module: ModuleType, hooks: tuple[str, ...]) -> Plugin:
    practices = _brought(found.name, module, "register_practices", hooks)
    handlers = _brought(found.name, module, "register_request_handlers", hooks)
    for practice in practices:
        if not isinstance(practice, Practice):
            raise PluginError(found.name, f"register_practices gave {practice!r}, which is no Practice")
    if not module.__file__:
        raise PluginError(found.name, "is a folder without an __init__.py")
    folder = Path(module.__file__).parent
    return Plugin(found.name, found.version, found.origin, module, folder, practices, hooks, handlers)


def _brought(plugin: str, module: ModuleType, hook: str, hooks: tuple[str, ...]) -> tuple[Any, ...]:
    """Ask a module for what it registers with one hook; PluginError where that raises."""
    if hook not in hooks:
        return ()
    try:
        return tuple(getattr(module, hook)())
    except Exception as error:
        raise PluginError(plugin, f"{hook} raised {type(error).__name__}: {error}") from error


def _hooks(name: str, module: ModuleType) -> tuple[str, ...]:
    """List the hooks that a module implements; PluginError for one that no hook is called, or with other arguments."""
    known: Mapping[str, Iterable[str]] = {
        hook: inspect.signature(function).parameters
        for hook, function in vars(hookspecs).items()
        if hasattr(function, f"{hookspecs.NAME}_spec")
    }
    hooks = []
    for hook, function in vars(module).items():
        if not hasattr(function, f"{hookspecs.NAME}_impl"):
            continue
        if hook not in known:
            raise PluginError(name, f"there is no hook named {hook!r}; there are {', '.join(sorted(known))}")
        if extra := set(inspect.signature(function).parameters) - set(known[hook]):
            raise PluginError(name, f"the hook {hook} has no argument {', '.join(sorted(extra))}")
        if hook == "handle_turn" and not getattr(function, f"{hookspecs.NAME}_impl")["wrapper"]:
            raise PluginError(name, "the hook handle_turn can only be wrapped: @hookimpl(wrapper=True)")
        hooks.append(hook)
    return tuple(sorted(hooks))
