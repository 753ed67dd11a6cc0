"""Practising: saying it aloud into a pause, and an answer ready for when it is not a good moment."""

from __future__ import annotations

from dataclasses import replace

from plugins.istatement.keeping import asked_when, rehearse
from plugins.istatement.practice import Sentences, alone, carrying, draft_of, istatement, latest
from plugins.istatement.revising import TWEAKS, changed
from skill import Reply, Turn, YesNo, ask, nothing, say


@istatement.on("PractiseSentenceIntent")
def practise(turn: Turn[Sentences]) -> Reply:
    """Practise the sentence made last."""
    entry = latest(turn)
    text = turn.state.draft.text or (entry.text if entry else "")
    if not alone(turn):
        return say("alone-only").done()
    if not text:
        return say("none-yet").done()
    return rehearse(replace(turn.state.draft, text=text))


@istatement.step
def rehearsed(turn: Turn[Sentences], answer: str | bool | None) -> Reply:
    """Go round again, change it, or get an answer ready for when it is not a good moment."""
    draft = draft_of(turn)
    if answer == "again":
        return rehearse(draft)
    if answer in ("change", False):
        return carrying(ask("change", TWEAKS | YesNo(), then="istatement:fits"), draft).given(refused=True)
    if answer is None:
        return asked_when(nothing(), draft)
    return asked_when(say("if-busy"), draft)


@istatement.on("TweakSentenceIntent")
def tweak(turn: Turn[Sentences]) -> Reply:
    """Change the last draft from anywhere: softer, plainer or shorter."""
    if not alone(turn):
        return say("alone-only").done()
    if not turn.state.draft.text:
        return say("none-yet").done()
    return changed(turn, turn.state.draft, turn.ids.get("manner", "") or "softer")
