"""Lantern: name something to look forward to, and hear of it again the next day.

Looking forward to something small is a pleasure of its own (Bryant and Veroff, Savoring, 2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from skill import Offer, Practice, Reply, Turn, Words, YesNo, ask, hookimpl, say

NEXT_DAY = timedelta(hours=8)
KIND = "light"


@dataclass(frozen=True)
class Lantern:
    """What someone looks forward to, and since when; "" when nothing is open."""

    thing: str = ""
    lit: datetime | None = None


lantern = Practice("lantern", state=Lantern)


@lantern.on("LanternIntent")
def light(turn: Turn[Lantern]) -> Reply:
    """Take what was named, or ask for it."""
    if thing := turn.slots.get("thing"):
        return keep(turn, thing)
    return ask("asked", Words(), then=keep)


@lantern.step
def keep(turn: Turn[Lantern], thing: str | None) -> Reply:
    """Keep it, so that it can be asked about."""
    if not thing:
        return say("left").done()
    return say("kept", thing=thing).record(KIND, thing).keep(Lantern(thing, turn.now)).done(thing)


@lantern.offers("launch")
def how_was_it(turn: Turn[Lantern]) -> Offer | None:
    """Ask the next day whether it came true."""
    if turn.state.lit is None or turn.now < turn.state.lit + NEXT_DAY:
        return None
    return Offer(80, ask("came", YesNo(), then=came, thing=turn.state.thing))


@lantern.step
def came(turn: Turn[Lantern], true: bool | None) -> Reply:
    """Be glad, or let it go; either way it is not asked again."""
    reply = say("glad") if true else say("gone")
    return reply.keep(Lantern()).done()


@lantern.offers("summary")
def lights(turn: Turn[Lantern]) -> Offer | None:
    """Say how much there was to look forward to."""
    count = turn.journal.count(KIND, since=turn.after(-timedelta(days=7)))
    return Offer(20, say("week", count=count)) if count else None


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the practice."""
    return [lantern]
