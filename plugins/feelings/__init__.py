"""Name it: a word for how one is, what set it off, what helped, and what comes again over weeks.

The method is PRACTICES.md 3.6. Entries are private, always; nothing here diagnoses, digs or advises unasked.
"""

from __future__ import annotations

from typing import Any

from plugins.feelings import helping, keeping, naming, noting, offering, patterns, recalling, together
from plugins.feelings.practice import Asking, Feelings, feelings
from skill import Practice, hookimpl

__all__ = [
    "Asking",
    "Feelings",
    "feelings",
    "helping",
    "keeping",
    "naming",
    "noting",
    "offering",
    "patterns",
    "recalling",
    "register_practices",
    "together",
]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [feelings]
