"""A check-in that was broken off: asking whether to finish it."""

from __future__ import annotations

from plugins.checkin.runs import OPEN, Checkins, Run, checkin
from skill import Reply, Turn, Verbatim, YesNo, ask


def still_open(turn: Turn[Checkins], run: Run) -> Reply:
    """Ask whether to finish what was broken off."""
    asked = ask("finish", YesNo(), then="checkin:finish", day=run.touched.date(), step=Verbatim(run.step))
    return asked.given(frame=_frame(turn, run))


def _frame(turn: Turn[Checkins], run: Run) -> str:
    """Find the house's own place of a run, where its question can be asked again word for word."""
    mine = (each for each in turn.unfinished if each.practice == checkin.name)
    return next((each.frame for each in mine if abs(each.touched - run.touched) < OPEN), "")
