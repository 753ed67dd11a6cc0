"""Passing over a step: it is jumped, and after two in a row it may be dropped for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.checkin.runs import Asking, Place, ask_here, go
from skill import Reply, Verbatim, YesNo


def passed_over(place: Place, asking: Mapping[str, Asking]) -> Reply:
    """Jump a step; one that was passed over last time too may be left out for good."""
    run, step = place.run, place.run.step
    again = step in place.state.skipped and step not in run.skipped
    there = place.next().changing(skipped=tuple(dict.fromkeys((*run.skipped, step))))
    if not again:
        return go(there, asking)
    asked = there.reply.ask("drop", YesNo(clear=True), then="checkin:drop", step=Verbatim(step))
    return ask_here(there, asked.given(step=step))


def dropped(place: Place, step: str) -> Place:
    """Leave a step out, now and from now on."""
    run, never = place.run, tuple(dict.fromkeys((*place.state.never, step)))
    left = tuple(each for each in run.steps[run.at :] if each != step)
    return replace(place, state=replace(place.state, never=never)).changing(steps=(*run.steps[: run.at], *left))


def kept_in(place: Place, step: str) -> Place:
    """Go on asking a step: it counts as not passed over."""
    state = replace(place.state, skipped=tuple(each for each in place.state.skipped if each != step))
    run_skipped = tuple(each for each in place.run.skipped if each != step)
    return replace(place, state=state).changing(skipped=run_skipped)
