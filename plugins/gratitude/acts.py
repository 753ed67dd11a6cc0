"""Small kind acts: when each fits, and for whom; the words of each stand in the texts as ``act-<name>``."""

from __future__ import annotations

from dataclasses import dataclass

ANY_TIME = frozenset({"morning", "day", "evening", "night"})
WAKING = frozenset({"morning", "day", "evening"})


@dataclass(frozen=True)
class Act:
    """One kind act; ``near`` is True for those under one roof, False for those apart, None for both."""

    name: str
    parts: frozenset[str] = ANY_TIME
    near: bool | None = None


_FOR_ANYONE = (
    "note photo thanks memory question song favourite listen promise-small lend list-three recipe errand praise-others "
    "ask-day plan-date letter book picture join-in first-move favourite-snack old-photo wish-luck remember-date "
    "patience borrow-back share-good ask-help ask-best save-seat poem drawing"
)
ACTS = (
    *(Act(name) for name in _FOR_ANYONE.split()),
    Act("morning-hello", frozenset({"morning"})),
    Act("luck-today", frozenset({"morning"})),
    Act("evening-how", frozenset({"evening"})),
    Act("call", WAKING, near=False),
    Act("postcard", ANY_TIME, near=False),
    Act("voice-message", WAKING, near=False),
    Act("visit", WAKING, near=False),
    Act("tea", WAKING, near=True),
    Act("chore", WAKING, near=True),
    Act("breakfast", frozenset({"morning"}), near=True),
    Act("cook", frozenset({"day", "evening"}), near=True),
    Act("warm-towel", frozenset({"evening", "night"}), near=True),
    Act("phone-away", WAKING, near=True),
)


def fitting(part: str, near: bool | None) -> tuple[Act, ...]:
    """List the acts for a part of the day and a person under this roof, apart, or (None) who knows where."""
    return tuple(act for act in ACTS if part in act.parts and (act.near is None or act.near == near))
