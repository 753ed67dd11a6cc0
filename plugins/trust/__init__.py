"""Rebuilding trust: five steps over weeks after a lie, a broken confidence, a money secret or an affair.

The method is PRACTICES.md 3.9 (A9's five steps; Gottman's atone, attune, attach). It begins alone, with the question
whether they feel safe with each other; it is never rushed, never named aloud unasked, and forgiving is nobody's duty.
"""

from __future__ import annotations

from typing import Any

from plugins.trust import (
    asides,
    beginning,
    company,
    entering,
    going,
    looking,
    offering,
    pair,
    safety,
    sharing,
    steps,
    tasks,
)
from plugins.trust.practice import Trust, trust
from skill import Practice, hookimpl

__all__ = [
    "Trust",
    "asides",
    "beginning",
    "company",
    "entering",
    "going",
    "looking",
    "offering",
    "pair",
    "register_practices",
    "safety",
    "sharing",
    "steps",
    "tasks",
    "trust",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [trust]
