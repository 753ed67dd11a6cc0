"""Who is let in: every plugin that was found and can be served, and of each other one the reason why it is left out."""

from __future__ import annotations

from dataclasses import dataclass

from skill.alexa.gathering import Fragments, sound, whole
from skill.alexa.guests import refuse_unfit
from skill.alexa.invocation_name import LOCALES
from skill.reading import mirror
from skill.registry import Registry, load
from skill.settings import Settings
from skill.speech import Speech


@dataclass(frozen=True)
class Admitted:
    """The plugins that were let in, their texts, and what they add to the interaction models, by locale."""

    registry: Registry
    speech: Speech
    fragments: Fragments


def admit(settings: Settings) -> Admitted:
    """Find every plugin and read it whole; ``registry.refused`` says why others were left out.

    Left out is what cannot be imported or is not whole, what clashes with one that was taken in before, and whatever
    has messages that are not there or utterances that the platform would refuse.
    """
    registry, speech = _voiced(settings)
    return Admitted(registry, speech, sound(registry))


def wholly(settings: Settings) -> Fragments:
    """Give what every plugin adds to the interaction models; ModelError with every reason where one is left out."""
    registry, _ = _voiced(settings)
    return whole(registry)


def _voiced(settings: Settings) -> tuple[Registry, Speech]:
    """Find every plugin, those left out that are not whole or have messages which are not there."""
    registry = load(disabled=settings.disabled_plugins, folder=settings.plugins_dir)
    refuse_unfit(registry)
    speech = Speech(registry, mirror)
    speech.preload(LOCALES)
    return registry, speech
