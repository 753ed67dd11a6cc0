"""Looking after yourself: small ideas by time and energy, reminders, and a kind word.

The method is PRACTICES.md 3.13: a missed day costs nothing, resuming is what matters; self-compassion after Neff.
Never food restriction, weight, medicine or doses.
"""

from __future__ import annotations

from typing import Any

from plugins.selfcare import compassion, muting, noting, offering, planning, reminding, suggesting, together
from plugins.selfcare.practice import Plan, Selfcare, selfcare
from skill import Practice, hookimpl

__all__ = [
    "Plan",
    "Selfcare",
    "compassion",
    "muting",
    "noting",
    "offering",
    "planning",
    "register_practices",
    "reminding",
    "selfcare",
    "suggesting",
    "together",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [selfcare]
