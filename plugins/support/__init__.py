"""Support: where help can be found, who one's people are, and what there is to read.

The method is PRACTICES.md 3.20. It names ways to look and no therapist, it is none itself, and what leads towards help
for a couple is for two, so that the house leaves it out where that would not be safe.
"""

from __future__ import annotations

from typing import Any

from plugins.support import alone, circle, couple, looking, nobody, planning, shelf
from plugins.support.practice import Plan, Support, support
from skill import Practice, hookimpl

__all__ = [
    "Plan",
    "Support",
    "alone",
    "circle",
    "couple",
    "looking",
    "nobody",
    "planning",
    "register_practices",
    "shelf",
    "support",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [support]
