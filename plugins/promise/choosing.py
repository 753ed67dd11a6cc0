"""Which promise is meant: by the words it shares, else the one that is due, else the only one; or asked."""

from __future__ import annotations

from plugins.promise.practice import Promise, due_now, mine
from plugins.promise.wording import telling
from skill import Choice, Line, NoState, Option, Reply, Turn, Words, ask

AT_ONCE = 3


def meant(turn: Turn[NoState], words: str) -> Promise | None:
    """Find the promise that is meant: by the words it shares, else the one due, else the only one."""
    open_, wanted = mine(turn), telling(words)
    best = max(open_, key=lambda each: len(wanted & telling(f"{each.entry.text} {each.entry.about}")), default=None)
    if best and wanted & telling(f"{best.entry.text} {best.entry.about}"):
        return best
    return due_now(turn, turn.speaker) or (open_[0] if len(open_) == 1 else None)


def which(open_: tuple[Promise, ...], purpose: str) -> Reply:
    """Ask which of several is meant."""
    options = Choice(*(Option(each.entry.id, (each.entry.text,)) for each in open_))
    named = {f"promise_{number}": each.entry.text for number, each in enumerate(open_[:AT_ONCE], 1)}
    either = Line(f"either-{len(named)}", named)
    return ask("which", options | Words(), then="promise:chosen", promises=either).given(purpose=purpose)
