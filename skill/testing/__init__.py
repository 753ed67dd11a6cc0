"""For whoever writes a practice: conversations to hold in a test, and the contract that every practice keeps.

Registered with pytest by an entry point. What is named here is imported when it is first asked for, so that tests
which have nothing to do with a practice pay nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skill.testing.contract import PracticeContract
    from skill.testing.conversation import Conversation
    from skill.testing.response import Response

__all__ = ["Conversation", "PracticeContract", "Response"]

_ROOMS = {"Conversation": "conversation", "PracticeContract": "contract", "Response": "response"}


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
