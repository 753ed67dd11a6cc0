"""The ways to call a skill by its name: "open safe harbor", "ask safe harbor for a time out". English only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WAKING = re.compile(r"(?:hey |ok )?(?:alexa|amazon|computer|echo|ziggy)\b ?", re.IGNORECASE)
_LAUNCH = "open|launch|start|begin|run|load|play|resume|use|enable|talk to|speak to|speak with|go to|tell|ask"
_JOINT = "and ask|and tell|and say|and|to|for|about|that|if|whether|with"
_AFTER = "with|using|from|on|in|through|by"


@dataclass(frozen=True)
class Call:
    """How the skill was called: ``named`` with its name; then the sentences that may be meant, the likeliest first."""

    named: bool
    sentences: tuple[tuple[str, ...], ...]


def call(words: Sequence[str], name: str) -> Call:
    """Take the wake word and the skill's name from what was said; no sentences are left of a plain launch."""
    said = _WAKING.sub("", " ".join(words), count=1) if _WAKING.match(" ".join(words)) else " ".join(words)
    called = re.escape(name).replace("harbour", "harbor").replace("harbor", "harbou?r")
    if re.fullmatch(rf"(?:please )?(?:(?:{_LAUNCH}) )?{called}(?: please)?", said, re.IGNORECASE):
        return Call(True, ())
    first = re.fullmatch(
        rf"(?:please )?(?:{_LAUNCH}) {called} (?:(?P<joint>{_JOINT}) )?(?P<rest>.+)", said, re.IGNORECASE
    )
    if first:
        whole = f"{first['joint']} {first['rest']}" if first["joint"] else first["rest"]
        return Call(True, tuple(dict.fromkeys((tuple(first["rest"].split()), tuple(whole.split())))))
    last = re.fullmatch(rf"(?:ask |please )?(?P<rest>.+) (?:{_AFTER}) {called}(?: please)?", said, re.IGNORECASE)
    if last:
        return Call(True, (tuple(last["rest"].split()),))
    return Call(False, (tuple(said.split()),))
