"""Say it with "I": one moment, a feeling and a small request become a sentence that can be said (PRACTICES.md 3.3).

Observation, feeling, need and request after Rosenberg; a soft start predicts how a talk goes (Gottman).
"""

from __future__ import annotations

from typing import Any

from plugins.istatement import asking, following, hearing, keeping, rehearsing, revising, sharing, together
from plugins.istatement.practice import Draft, Plan, Sentences, istatement
from skill import Practice, hookimpl

__all__ = [
    "Draft",
    "Plan",
    "Sentences",
    "asking",
    "following",
    "hearing",
    "istatement",
    "keeping",
    "register_practices",
    "rehearsing",
    "revising",
    "sharing",
    "together",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [istatement]
