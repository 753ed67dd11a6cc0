"""Gratitude and appreciation: notice a good thing, keep it, and pass it on; and small kind acts.

The method is PRACTICES.md 3.1: three good things with a reason (Seligman), and appreciations before anything else
when two people talk.
"""

from __future__ import annotations

from typing import Any

from plugins.gratitude import kindness, noticing, offering, recalling, thanking, thankyous
from plugins.gratitude.practice import Gratitude, KindAct, gratitude
from skill import Practice, hookimpl

__all__ = [
    "Gratitude",
    "KindAct",
    "gratitude",
    "kindness",
    "noticing",
    "offering",
    "recalling",
    "register_practices",
    "thanking",
    "thankyous",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [gratitude]
