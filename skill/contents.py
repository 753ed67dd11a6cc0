"""What each plugin brings, as a table of it is printed."""

from __future__ import annotations

from skill.admission import Admitted
from skill.alexa.guest_dispatch import Dispatch
from skill.tables import Row


def contents(admitted: Admitted) -> list[Row]:
    """List the plugins that were let in, in the order in which they were found.

    ``intents`` are those that its practices answer and those that its utterances declare, which may be answered by
    ``handlers``: what it brings for ask-sdk.
    """
    declared: dict[str, set[str]] = {}
    for fragments in admitted.fragments.values():
        for each in fragments:
            declared.setdefault(each.plugin, set()).update(intent.name for intent in each.intents)
    return [
        {
            "name": each.name,
            "version": each.version,
            "origin": each.origin,
            "hooks": [*each.hooks],
            "practices": [practice.name for practice in each.practices],
            "intents": sorted(declared.get(each.name, set()).union(each.intents)),
            "handlers": [*Dispatch.of(each.name, each.handlers).names],
            "languages": [*each.languages],
        }
        for each in admitted.registry.plugins.values()
    ]
