"""What the skill is called in each locale, and the platform's rules for such names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

INVOCATION_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en-AU": "safe harbour",
        "en-CA": "safe harbor",
        "en-GB": "safe harbour",
        "en-IN": "safe harbour",
        "en-US": "safe harbor",
    }
)
LOCALES = tuple(sorted(INVOCATION_NAMES))

_SHAPE = re.compile(r"[^\W\d_]+(?:'s)?\.?(?: [^\W\d_]+(?:'s)?\.?)*")
_WAKING = frozenset(["alexa", "amazon", "app", "computer", "echo", "skill", "skills"])
_LAUNCHING = frozenset({
    "ask", "begin", "enable", "launch", "load", "open", "play", "resume", "run", "start", "talk", "tell", "use",
})  # fmt: skip
_CONNECTING = frozenset({
    "about", "and", "asking", "by", "for", "from", "if", "in", "that", "to", "using", "whether", "with",
})  # fmt: skip
_SMALL = frozenset({
    "a", "an", "at", "he", "her", "his", "i", "it", "its", "me", "my", "of", "on", "or", "our", "she", "the",
    "their", "they", "us", "we", "you", "your",
})  # fmt: skip


def faults(name: str) -> Iterator[str]:
    """Say each rule that an invocation name breaks, in a clause that goes after the name."""
    words = name.split()
    if not 2 <= len(name) <= 50:
        yield "is not 2 to 50 characters long"
    if name != name.lower():
        yield "is not in lower case"
    if not _SHAPE.fullmatch(name.lower()):
        yield "holds more than words, possessive apostrophes and abbreviation periods"
    if len(words) < 2:
        yield "is a single word"
    if len(words) == 2 and (small := _SMALL.union(_CONNECTING).intersection(name.lower().split())):
        yield f"has two words, of which {', '.join(sorted(small))} is an article, a preposition or a pronoun"
    for kind, taken in (("wake", _WAKING), ("launch", _LAUNCHING), ("connecting", _CONNECTING)):
        if found := taken.intersection(name.lower().split()):
            yield f"holds the {kind} word {', '.join(sorted(found))}"
