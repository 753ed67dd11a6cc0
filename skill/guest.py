"""Guests: code from elsewhere that answers in the front end's own way, as the conversation knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from skill.exchange import Heard

MARK = "guest:"
"""What stands before a plugin's name where its guest's runs and attributes are kept."""


class Calls(Protocol):
    """What a guest's own calls go through, so that a turn that is run again does not make them again."""

    @property
    def seconds(self) -> float:
        """Give the seconds that are left for calls."""

    def once(self, call: str, make: Callable[[], object]) -> object:
        """Make a call, or give the answer that it got in an earlier attempt at the turn."""


@dataclass(frozen=True)
class Visit:
    """One turn as it is put to a guest.

    ``begins`` says that its session begins with this turn; ``session`` are its attributes of that session, ``kept``
    those that it keeps for the household. It may change neither.
    """

    heard: Heard
    calls: Calls
    begins: bool = True
    session: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class GuestReply:
    """What a guest answered.

    ``speech`` and ``reprompt`` are SSML content; ``listening`` says whether its session stays open, None where it did
    not say. ``beside`` is what else it sends, in the front end's own JSON. ``session`` are its attributes as they are
    now. Where it ``saved`` what it keeps for the household, that is ``kept``, None when nothing is left.
    """

    speech: str = ""
    reprompt: str = ""
    listening: bool | None = None
    beside: Mapping[str, Any] = field(default_factory=dict)
    session: Mapping[str, Any] = field(default_factory=dict)
    saved: bool = False
    kept: Mapping[str, Any] | None = None


class Guests(Protocol):
    """All guests of a front end: whose an intent is, and what each says to a turn."""

    @property
    def plugins(self) -> Sequence[str]:
        """Name the plugins that bring guests."""

    @property
    def intents(self) -> Mapping[str, str]:
        """Name, for each intent that only a guest can answer, the plugin that brings it."""

    def answer(self, plugin: str, visit: Visit) -> GuestReply | None:
        """Let a plugin's guest answer a turn; None where it cannot. What it raises itself is raised."""
