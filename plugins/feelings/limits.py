"""What this practice does not hold: old wounds, illness and cures. And words too heavy to be only noted.

It names no condition and asks about no past; it points, once, to people who are trained for it.
"""

from __future__ import annotations

import re
from typing import Literal

LOWEST = 2
"""A number up to this is asked about."""

_PAST = re.compile(
    r"\b(?:childhood|trauma\w*|flashbacks?|my past|as a (?:child|kid|girl|boy)|growing up|"
    r"(?:when|since|what happened when) (?:i|we) (?:was|were) (?:little|small|young|younger|a (?:child|kid|boy|girl)|"
    r"a teenager|\w+ years old)|years ago|old memor(?:y|ies))\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\b(?:depression|depressive|bipolar|adhd|ptsd|ocd|autis\w+|borderline|psychos\w+|anorexi\w+|bulimi\w+|"
    r"\w* ?disorder|panic attacks?|diagnos\w+|symptoms?|medication|meds|medicine|pills?|tablets?|antidepressants?|"
    r"(?:am i|think i'?m|could i be|i might be) (?:clinically )?depressed|doses?|withdrawal|addict\w+|relapse\w*)\b",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\b(?:hopeless|worthless|empty|numb|pointless|desperate|broken|in pieces|useless|trapped|unwanted|"
    r"devastated|terrified|unsafe|like a failure|like nothing|dead inside|"
    r"can(?:'|no)?t go on|can't take (?:it|this))\b",
    re.IGNORECASE,
)


def beyond(words: str) -> Literal["past", "health", ""]:
    """Name what in these words is more than this practice holds; "" where nothing is."""
    plain = words.replace("’", "'")
    return "past" if _PAST.search(plain) else "health" if _HEALTH.search(plain) else ""


def heavy(words: str, number: int | None = None) -> bool:
    """Say whether a word, or a very low number, asks for more than a note."""
    return bool(_HEAVY.search(words.replace("’", "'"))) or (number is not None and number <= LOWEST)
