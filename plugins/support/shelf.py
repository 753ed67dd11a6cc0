"""The reading list: eight sources by name, one at a time, going on another day where it stopped."""

from __future__ import annotations

from dataclasses import replace

from plugins.support.practice import Support, support
from skill import Choice, Option, Reply, Turn, YesNo, say

SOURCES = (
    "psychology-today",
    "mayo-clinic",
    "apa",
    "greater-good",
    "ted",
    "ncbi",
    "heartmath",
    "psychotherapy-net",
)
ENOUGH = "enough"
_ANOTHER = YesNo() | Choice(
    Option("another", ("another", "another one", "one more", "the next", "next", "the next one", "next one", "and")),
    Option(ENOUGH, ("enough", "that's enough", "that'll do", "that will do", "no more", "plenty")),
)


@support.on("SupportReadingIntent")
def read(turn: Turn[Support]) -> Reply:
    """Name the next source."""
    return _source(turn, turn.state.told)


@support.step
def another(turn: Turn[Support], wanted: str | bool | None) -> Reply:
    """Name one more, or leave it; who skips, or says "next", is past this one and hears the next."""
    return say("enough-read").done() if wanted in (False, ENOUGH) else _source(turn, int(turn.given["told"]))


def _source(turn: Turn[Support], told: int) -> Reply:
    reply = say(f"source-{SOURCES[told]}")
    after = (told + 1) % len(SOURCES)
    kept = reply.keep(replace(turn.state, told=after))
    if not after:
        return kept.say("all-read").done()
    return kept.ask("another-source", _ANOTHER, then=another).given(told=after)
