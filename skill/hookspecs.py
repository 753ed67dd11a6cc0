"""Every hook: a typed signature and a sentence each. Hooks collect, wrap and listen; a dictionary routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skill.practice import Practice
    from skill.reply import Reply
    from skill.turn import Turn

NAME = "safe_harbor"

hookspec = pluggy.HookspecMarker(NAME)
hookimpl = pluggy.HookimplMarker(NAME)


@hookspec
def register_practices() -> Iterable[Practice[Any]]:  # type: ignore[empty-body]
    """Bring practices; asked once, at start."""


@hookspec
def register_request_handlers() -> Iterable[object]:  # type: ignore[empty-body]
    """Bring ordinary ask-sdk request handlers, interceptors and exception handlers; asked once, at start."""


@hookspec(firstresult=True)
def handle_turn(turn: Turn[Any], practice: str) -> Reply | None:
    """Wrap the handling of a turn (``wrapper=True`` only): timing, quiet hours. The host's router answers it."""


@hookspec
def turn_finished(practice: str, kind: str, outcome: str, seconds: float) -> None:
    """Listen after a turn was written; ``outcome`` is a label such as asked, said, failed. No words are passed on."""
