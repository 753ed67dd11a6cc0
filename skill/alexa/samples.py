"""One sample utterance: its words, its slots, and the carrier words around a slot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLAIN = re.compile(r"[a-z']+(?: [a-z']+)*")
_SLOT = re.compile(r"\{([^{}]*)\}")
_CURLY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})


@dataclass(frozen=True)
class Carrier:
    """The words that the platform strips from around a slot; each may be empty."""

    prefix: str
    suffix: str

    def around(self, value: str) -> str:
        """Put the words back around a value."""
        return " ".join(part for part in (self.prefix, value, self.suffix) if part)


def slots_of(sample: str) -> tuple[str, ...]:
    """List the slots that a sample names, in order, repeats included."""
    return tuple(_SLOT.findall(sample))


def is_plain(sample: str) -> bool:
    """Say whether a sample is nothing but words as the built model holds them, as most are."""
    return _PLAIN.fullmatch(sample) is not None


def tidy(sample: str) -> str:
    """Give a sample as the built model holds it: straight apostrophes, lower case but for slots, one blank apart."""
    straight = " ".join(sample.translate(_CURLY).split())
    return "".join(part if part.startswith("{") else part.lower() for part in re.split(r"(\{[^{}]*\})", straight))


def rename(sample: str, names: Mapping[str, str]) -> str:
    """Give a sample with its slots called otherwise; a slot without another name keeps its own."""
    return _SLOT.sub(lambda found: f"{{{names.get(found[1], found[1])}}}", sample)


def heard_alike(sample: str, types: Mapping[str, str]) -> str:
    """Give what two samples share when the platform cannot tell them apart: their words, and their slots' types."""
    if is_plain(sample):
        return sample
    plain = re.sub(r"[-.,!?_]+(?![^{]*\})", " ", tidy(sample))
    return " ".join(rename(plain, types).split())


def literal(sample: str) -> str:
    """Give a sample's own words, its slots left out."""
    return " ".join(_SLOT.sub(" ", sample).split())


def carrier(sample: str, slot: str) -> Carrier | None:
    """Give the words around ``slot``; None where it is not the sample's one slot."""
    if slots_of(sample) != (slot,):
        return None
    prefix, _, suffix = tidy(sample).partition(f"{{{slot}}}")
    return Carrier(prefix.strip(), suffix.strip())
