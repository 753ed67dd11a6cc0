"""Safety: hears that someone may not be safe, before every practice and every database, and says who to call.

It is asked directly by the conversation and is a plugin only so that its lines are found where everyone's are. What it
listens for lies in rules/ (after the UK government's and Women's Aid's signs of abuse, and published rubrics for
the risk of suicide), whom it names in numbers.json, what it says in speech/.
"""

from __future__ import annotations

from typing import Any

from skill.exchange import SAFETY
from skill.hookspecs import hookimpl
from skill.house.safety.guard import Safety
from skill.practice import Practice

__all__ = ["Safety", "register_practices"]


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice in whose name safety speaks; it answers no intent, since it is asked before all of them."""
    return [Practice(SAFETY)]
