"""What all plugins together add to the interaction models, and what of it does not go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from skill.alexa import model_lint, model_warnings
from skill.alexa.fragment_files import read_fragments
from skill.alexa.fragments import Fragment
from skill.alexa.invocation_name import LOCALES
from skill.errors import ModelError
from skill.fault import Fault, culprits, summed
from skill.registry import Registry

Fragments: TypeAlias = Mapping[str, Sequence[Fragment]]
"""What is added by each plugin, the one that was taken in first first, by locale."""


@dataclass(frozen=True)
class Gathered:
    """What could be read of every plugin's utterances, and the faults of what could not."""

    fragments: Fragments
    faults: tuple[Fault, ...] = ()

    def without(self, *plugins: str) -> Gathered:
        """Leave plugins out."""
        fragments = {
            locale: [each for each in found if each.plugin not in plugins] for locale, found in self.fragments.items()
        }
        return Gathered(fragments, tuple(each for each in self.faults if each.plugin not in plugins))


def gather(registry: Registry) -> Gathered:
    """Read what every plugin adds to the interaction models."""
    fragments: dict[str, list[Fragment]] = {locale: [] for locale in LOCALES}
    faults: list[Fault] = []
    for plugin in registry.plugins.values():
        found, wrong = read_fragments(plugin.name, plugin.folder)
        faults += wrong
        for locale, fragment in found.items():
            fragments[locale].append(fragment)
    return Gathered(fragments, tuple(faults))


def alike(fragments: Fragments) -> list[list[str]]:
    """Sort the locales into groups that the same files of all plugins speak for, so that each is looked at once."""
    groups: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for locale, found in fragments.items():
        groups.setdefault(tuple((each.plugin, *each.texts) for each in found), []).append(locale)
    return [*groups.values()]


def sound(registry: Registry) -> Fragments:
    """Read what every plugin adds, and leave out by name the plugins whose utterances cannot be taken.

    Of two that clash, the one that was taken in later is left out.
    """
    gathered = gather(registry)
    while faults := gathered.faults or tuple(against(gathered.fragments)):
        found = culprits(faults)
        # Who gives way only to someone who has to go too may stay: the next round tells.
        going = culprits(each for each in faults if each.other in ("", each.plugin) or each.other not in found)
        for plugin in going:
            registry.refuse(plugin, summed(plugin, [each for each in faults if each.plugin == plugin]))
        gathered = gathered.without(*going)
    return gathered.fragments


def whole(registry: Registry) -> Fragments:
    """Read what every plugin adds; ModelError with every finding where it is not all that was installed."""
    gathered = gather(registry)
    found = against(gathered.without(*culprits(gathered.faults)).fragments)
    findings = [f"plugin {name!r}: {reason}" for name, reason in registry.refused.items()]
    findings += map(str, gathered.faults)
    findings += _told(found)
    if findings:
        raise ModelError(findings, (*registry.refused, *culprits((*gathered.faults, *found))))
    return gathered.fragments


def against(fragments: Fragments) -> dict[Fault, tuple[str, ...]]:
    """List what stands against composing, with the locales that it is about where it is not about all of them."""
    return _everywhere(fragments, model_lint.refusals)


def doubtful(fragments: Fragments) -> list[str]:
    """List what may be composed, but is doubtful."""
    return _told(_everywhere(fragments, model_warnings.warnings))


def _everywhere(
    fragments: Fragments, rules: Callable[[Sequence[Fragment]], list[Fault]]
) -> dict[Fault, tuple[str, ...]]:
    found: dict[Fault, list[str]] = {}
    for locales in alike(fragments):
        for fault in rules(fragments[locales[0]]):
            found.setdefault(fault, []).extend(locales)
    return {fault: () if len(where) == len(fragments) else tuple(where) for fault, where in found.items()}


def _told(found: Mapping[Fault, tuple[str, ...]]) -> list[str]:
    return [f"{', '.join(where)}: {each}" if where else str(each) for each, where in found.items()]
