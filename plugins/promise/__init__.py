"""Promises: small commitments that are kept, moved or missed, honestly and without scores (PRACTICES.md 3.8).

Each gets a time and something it can come right after (if-then plans, Gollwitzer); missing one costs
nothing but a word.
"""

from __future__ import annotations

from typing import Any

from plugins.promise import confiding, listing, making, moving, offering, reminding, reporting, together
from plugins.promise.practice import Promise, promises
from skill import Practice, hookimpl

__all__ = [
    "Promise",
    "confiding",
    "listing",
    "making",
    "moving",
    "offering",
    "promises",
    "register_practices",
    "reminding",
    "reporting",
    "together",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [promises]
