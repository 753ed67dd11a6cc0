"""Steps for two, from the second on: only where each began alone and asked for it.

Nobody is asked about safety in front of the other, and nothing kept in private is used. What each says here is theirs;
only the task they agree on is known to both.
"""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.going import go_on
from plugins.trust.practice import APART, LAST, NOTE, REVIEW_AFTER, Trust, trust
from plugins.trust.safety import TOGETHER, is_fresh
from plugins.trust.sharing import FOR_TWO, Shared, ask_sharing, latest
from plugins.trust.wording import badly, briefly, not_yet, theirs, tidy, too_big
from skill import Line, Person, Reply, Screen, Turn, Words, YesNo, ask, nothing, say

SECOND = 2


@trust.on("TrustTogetherIntent", for_two=True)
def together(turn: Turn[Trust]) -> Reply:
    """Make sure that both are here."""
    return two_here(turn, True) if turn.for_two else nothing().both_here(then=two_here)


@trust.step
def two_here(turn: Turn[Trust], both: bool) -> Reply:
    """Go on for two where each asked for it; else, in the same words whatever the reason, each begins alone."""
    other = turn.other
    if not both or other is None or turn.speaker is None:
        return ask("two-alone", YesNo(), then=alone_then)
    if not (is_fresh(turn) and other.id in turn.state.together and _asked_too(turn, turn.speaker, other)):
        return say("two-later").done()
    before = latest(turn)
    if before is None:
        return _begin(turn, nothing(), SECOND)
    if not before.tried:
        return ask("two-how-went", Words() | YesNo(), then=two_went, task=briefly(before.task))
    return _next(turn, nothing(), before)


@trust.step
def alone_then(turn: Turn[Trust], wanted: bool | None) -> Reply:
    """Go on alone, or leave it."""
    return go_on(turn) if wanted else say("no-rush").done()


def _asked_too(turn: Turn[Trust], speaker: Person, other: Person) -> bool:
    found = turn.journal.entries(TOGETHER, owner=other.id)
    return any(entry.shared_with == speaker.id for entry in found)


def _begin(turn: Turn[Trust], reply: Reply, number: int) -> Reply:
    """Ask the one who speaks first, then the other."""
    assert turn.speaker is not None
    assert turn.other is not None
    shown = reply.say(f"two-step-{number}").show(Screen(progress=(number, LAST)))
    return _ask(shown, number, turn.speaker, turn.other, first=True)


def _ask(reply: Reply, number: int, who: Person, other: Person, *, first: bool) -> Reply:
    asked = reply.ask(f"two-{number}", Words(), then=said, to=who, name=who)
    return asked.given(step=number, who=who, other=other, first=first)


@trust.step
def said(turn: Turn[Trust], words: str | None) -> Reply:
    """Keep what one said as theirs, and turn to the other; then ask both for one task."""
    number, who, other = int(turn.given["step"]), turn.given["who"], turn.given["other"]
    if words and theirs(words):
        return _ask(say("own-actions"), number, who, other, first=bool(turn.given["first"]))
    reply = say("two-thanks", name=who) if words else say("two-passed")
    if words:
        reply = reply.record(NOTE, tidy(words), owner=who, step=number)
    if turn.given["first"]:
        return _ask(reply, number, other, who, first=False)
    return reply.ask("two-task", Words(), then=agreed).given(step=number, who=who, other=other)


@trust.step
def agreed(turn: Turn[Trust], words: str | None) -> Reply:
    """Keep the task for both to know, and ask each whether a check-in may bring it up."""
    who, other, number = turn.given["who"], turn.given["other"], int(turn.given["step"])
    task = tidy(words) if words and not too_big(words) and not theirs(words) else ""
    kept = nothing().record(
        FOR_TWO,
        Shared.WORDS,
        owner=who,
        visibility="shared",
        shared_with=other,
        step=number,
        task=task,
        due=turn.after(REVIEW_AFTER).isoformat(),
    )
    if not task:
        return kept.say("two-no-task").done(True)
    return ask_sharing(kept.say("two-kept", task=briefly(task)), other, who)


@trust.step
def two_went(turn: Turn[Trust], answer: str | bool | None) -> Reply:
    """Hear how the task went for the two."""
    before = latest(turn)
    if before is None or answer is None:
        return say("no-rush").done()
    if answer is False or (isinstance(answer, str) and (not_yet(answer) or badly(answer))):
        return say("two-more-time").amend(before.entry, due=turn.after(REVIEW_AFTER).isoformat()).done(True)
    return _next(turn, say("tried").amend(before.entry, tried=True), replace(before, tried=True))


def _next(turn: Turn[Trust], reply: Reply, before: Shared) -> Reply:
    if before.step >= LAST:
        return reply.say("two-done").done(True)
    coming = Line(f"name-{before.step + 1}")
    if turn.now - before.entry.made_at < APART:
        return reply.say("too-soon", step=coming).done(True)
    return reply.ask("ready", YesNo(), then=two_ready, step=coming).given(step=before.step + 1)


@trust.step
def two_ready(turn: Turn[Trust], wanted: bool | None) -> Reply:
    """Begin the next step for two, or leave it."""
    if not wanted or not turn.for_two:
        return say("no-rush").done()
    return _begin(turn, nothing(), int(turn.given["step"]))
