"""What a guest keeps: a persistence adapter over one turn's snapshot, written with the turn or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_model.request_envelope import RequestEnvelope

from skill.alexa.writers import plain

LARGEST = 400 * 1024
"""Bytes of attributes, as JSON, that one guest may keep for a household: what the usual adapters take too."""


class Attributes(AbstractPersistenceAdapter):
    """One turn's view of a guest's persistent attributes.

    What is saved is held here until the turn is written, under the household's version: when another turn was first,
    the guest is run again on what that one left. ``saved`` says whether anything was saved or deleted.
    """

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept: Mapping[str, Any] | None = kept
        self.saved = False

    @property
    def kept(self) -> Mapping[str, Any] | None:
        """Give what is kept from now on; None where everything was deleted."""
        return self._kept

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, object]:
        """Give a copy of what is kept."""
        return copied(self._kept or {})

    def save_attributes(self, request_envelope: RequestEnvelope, attributes: dict[str, object]) -> None:
        """Keep attributes as they are now.

        Raises:
            PersistenceException: JSON has no place for one of them, or they are too large.

        """
        try:
            self._kept = copied(attributes)
        except (TypeError, ValueError) as error:
            raise PersistenceException(f"these attributes cannot be kept: {type(error).__name__}") from None
        self.saved = True

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Keep nothing any more."""
        self._kept, self.saved = None, True


def copied(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Copy attributes as JSON would bring them back.

    Raises:
        TypeError: JSON has no place for one of them.
        ValueError: they are larger than LARGEST.

    """
    text = orjson.dumps(plain(dict(attributes)), option=orjson.OPT_NON_STR_KEYS)
    if len(text) > LARGEST:
        raise ValueError("too large")
    found: dict[str, Any] = orjson.loads(text)
    return found
