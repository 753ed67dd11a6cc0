"""What came of one thing that was said: the words, what was shown and set, and which handlers ran for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.reply import Reply


@dataclass(frozen=True)
class Handled:
    """One handler that ran: whose, which intent or step, what it returned, and what it raised."""

    practice: str
    ran: str
    reply: Reply | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class Response:
    """One turn from outside.

    ``said`` is what the person said, ``intent`` and ``slots`` what the platform made of it. ``speech`` and ``reprompt``
    are plain text, ``ssml`` as it was sent; ``listening`` says that the session stays open; ``practice`` is whose
    handler ran first, "core" for the house's own. ``screen`` is the APL document and its data, ``alerts`` what was
    set, changed or cancelled in this turn. ``handled`` are the handlers that ran, ``failures`` the host's own account
    of what went wrong, empty when nothing did.
    """

    said: str | None
    speech: str
    reprompt: str
    listening: bool
    practice: str
    intent: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    ssml: str = ""
    screen: Mapping[str, Any] | None = None
    alerts: tuple[Mapping[str, Any], ...] = ()
    handled: tuple[Handled, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """List the ids of the messages that were said, the question's last, as far as handlers named them."""
        return tuple(line for each in self.handled if each.reply for line in named(each.reply))

    @property
    def error(self) -> Exception | None:
        """Give what a handler raised, where one did."""
        return next((each.error for each in self.handled if each.error), None)


def named(reply: Reply) -> tuple[str, ...]:
    """List the message ids that a reply names, its question's last."""
    return (*(line.id for line in reply.lines), *((reply.question.line.id,) if reply.question else ()))
