"""A quiet minute: breathing, five things around, being here; guided within one response.

The method is PRACTICES.md 3.14. Nothing is claimed of body or health; whoever feels unwell stops, and holds nothing.
"""

from __future__ import annotations

from typing import Any

from plugins.mindful import choosing, exercises, guiding, offering, setting, together
from plugins.mindful.practice import Mindful, Sitting, mindful
from skill import Practice, hookimpl

__all__ = [
    "Mindful",
    "Sitting",
    "choosing",
    "exercises",
    "guiding",
    "mindful",
    "offering",
    "register_practices",
    "setting",
    "together",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [mindful]
