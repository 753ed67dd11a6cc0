"""What someone is used to: short or full, and the parts they do without."""

from __future__ import annotations

from dataclasses import replace

from plugins.checkin.runs import Checkins, checkin
from skill import Choice, Option, Reply, Turn, Verbatim, ask, say

PARTS = ("word", "due", "light", "thanks", "week", "shared", "hard", "wish")
WORD = Option("word", ("the word", "the feeling", "my feeling"))
DUE = Option("due", ("what's due", "the due things", "promises"))
LIGHT = Option("light", ("the light one", "the good thing", "the ideas"))


@checkin.on("CheckinAlwaysShortIntent")
def always_short(turn: Turn[Checkins]) -> Reply:
    """Keep check-ins short from now on."""
    return say("short-now").keep(replace(turn.state, short=True)).done()


@checkin.on("CheckinFullIntent")
def full_again(turn: Turn[Checkins]) -> Reply:
    """Have the whole check-in again, every part of it."""
    return say("full-now").keep(replace(turn.state, short=False, never=(), skipped=())).done()


@checkin.on("CheckinLeaveOutIntent")
def leave_out(turn: Turn[Checkins]) -> Reply:
    """Leave a part out from now on."""
    part = turn.ids.get("checkin_part", "")
    return left_out(turn, part) if part in PARTS else ask("which-part", Choice(WORD, DUE, LIGHT), then=left_out)


@checkin.step
def left_out(turn: Turn[Checkins], part: str) -> Reply:
    """Note the part that is not wanted."""
    never = tuple(dict.fromkeys((*turn.state.never, part)))
    return say("left-out", part=Verbatim(part)).keep(replace(turn.state, never=never)).done()
