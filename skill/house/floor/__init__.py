"""The floor's own words: stop, cancel, help, repeat, skip, go back, don't keep that, not now, hang on, and a miss."""

from __future__ import annotations

from typing import Any

from skill import NoState, Practice, Reply, Turn, YesNo, ask, hookimpl, nothing, say

floor: Practice[NoState] = Practice("floor")


@floor.on("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
def stop(turn: Turn[NoState]) -> Reply:
    """Say goodbye and keep the place."""
    return say("goodnight" if turn.day_part == "night" else "bye").floor("pause")


@floor.on("NotNowIntent")
def not_now(turn: Turn[NoState]) -> Reply:
    """Put it down; it keeps."""
    return say("not-now").floor("pause")


@floor.on("AMAZON.HelpIntent")
def help_(turn: Turn[NoState]) -> Reply:
    """Say where we are, and ask again."""
    return nothing().floor("help")


@floor.on("AMAZON.RepeatIntent")
def repeat(turn: Turn[NoState]) -> Reply:
    """Say the same again; the second time slower."""
    return nothing().floor("repeat")


@floor.on("SkipIntent")
def skip(turn: Turn[NoState]) -> Reply:
    """Leave this question out."""
    return nothing().floor("skip")


@floor.on("BackIntent")
def back(turn: Turn[NoState]) -> Reply:
    """Go back to the question before."""
    return nothing().floor("back")


@floor.on("UndoIntent")
def undo(turn: Turn[NoState]) -> Reply:
    """Take back what the last turn kept, changed or set."""
    return nothing().floor("undo")


@floor.on("DeleteIntent")
def delete(turn: Turn[NoState]) -> Reply:
    """Take back what the last turn kept, else delete the newest thing that is kept of whoever speaks."""
    return nothing().floor("delete")


@floor.on("HangOnIntent")
def hang_on(turn: Turn[NoState]) -> Reply:
    """Keep the place while the doorbell rings."""
    return nothing().floor("wait")


@floor.on("GoOnIntent")
def go_on(turn: Turn[NoState]) -> Reply:
    """Go on with what was broken off."""
    return nothing().floor("go-on")


@floor.on("AMAZON.FallbackIntent")
def miss(turn: Turn[NoState]) -> Reply:
    """Ask narrower, then two choices, then let go."""
    return nothing().floor("miss")


@floor.step
def return_to(turn: Turn[NoState]) -> Reply:
    """Offer to go back to what was interrupted."""
    named = turn.given["named"]
    return ask("back-to", YesNo(), then=returned, named=named).given(frame=turn.given["frame"])


@floor.step
def returned(turn: Turn[NoState], wanted: bool) -> Reply:
    """Go back to it, or leave it."""
    if wanted:
        return nothing().floor("resume", turn.given["frame"])
    return say("left").floor("let-go", turn.given["frame"]).done()


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the floor's commands."""
    return [floor]
