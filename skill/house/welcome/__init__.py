"""Welcome: how the skill opens, what it offers, and what it does when nobody knows what was meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from skill import (
    Choice,
    Feeling,
    Felt,
    Line,
    Offer,
    Option,
    Practice,
    Reply,
    Screen,
    Turn,
    Verbatim,
    Words,
    YesNo,
    ask,
    hookimpl,
    nothing,
    say,
)

DUE = 70
"""An offer of this priority or more is due now and comes before what was broken off."""
AT_ONCE = 3
"""So many things are named at a time."""
WITHIN_REACH = 24
"""So many can be chosen by name where a few are named; every other is begun by its own words."""


@dataclass(frozen=True)
class Welcome:
    """``told`` says that this person has heard what the skill is, and what it is not."""

    told: bool = False


welcome = Practice("welcome", state=Welcome)


@welcome.on("LaunchRequest")
def launch(turn: Turn[Welcome]) -> Reply:
    """Open: new people hear what this is; others what is due, what was broken off, or what there is.

    Who has done something between two is first asked, once and alone, whether they feel safe; what is due comes before.
    """
    offers = turn.offers("launch")
    due = bool(offers) and offers[0].priority >= DUE
    stranger = turn.speaker is None and bool(turn.people)
    if turn.given["gentle"]:
        return _gently(turn)
    new = not (turn.state.told or stranger or due)
    hello = say("hello-new").keep(replace(turn.state, told=True)) if new else _hello(turn)
    if turn.given["unasked"] and not (due or turn.for_two):
        return _safe(hello)
    return _choose(turn, hello, 0) if new else _opened(turn, hello, offers)


@welcome.step
def safe_said(turn: Turn[Welcome], safe: bool | None) -> Reply:
    """Go on as any opening after a clear yes, lightly after anything else.

    It goes on in a new run, whose way back does not lead to this question: nobody who comes in later is to hear it.
    """
    return say("safe-yes").floor("start", opened.address) if safe else say("safe-else").floor("start", lightly.address)


@welcome.step
def opened(turn: Turn[Welcome]) -> Reply:
    """Say what the opening would have offered."""
    return _opened(turn, nothing(), turn.offers("launch"))


@welcome.step
def lightly(turn: Turn[Welcome]) -> Reply:
    """Say what there is to do that is not done between two."""
    return _choose(turn, nothing(), 0, light=True)


@welcome.on("VerdictIntent")
def verdict(turn: Turn[Welcome]) -> Reply:
    """Give no verdict on anyone; ask what happens instead."""
    return ask("verdict", Feeling() | Words(), then=heard_gently)


@welcome.step
def heard_gently(turn: Turn[Welcome], answer: Felt | str | None) -> Reply:
    """Take what was said as it is, add nothing, and say what small things there are."""
    return _choose(turn, say("gently-heard" if answer else "gently-left"), 0)


@welcome.step
def lighter(turn: Turn[Welcome]) -> Reply:
    """Offer something light in place of what was asked for, without a reason."""
    return _choose(turn, say("lighter"), 0)


@welcome.step
def resumed(turn: Turn[Welcome], wanted: bool) -> Reply:
    """Go on with what was broken off, or let it go and say what else there is."""
    if wanted:
        return nothing().floor("resume", turn.given["frame"])
    return _choose(turn, say("let-it-go").floor("let-go", turn.given["frame"]), 0)


@welcome.step
def offered(turn: Turn[Welcome], value: object) -> Reply:
    """After an offer that asked nothing, ask what is wanted; after one that did, all is said."""
    return nothing().done() if turn.given["asked"] else _choose(turn, nothing(), 0)


@welcome.step
def menu(turn: Turn[Welcome]) -> Reply:
    """Say what there is to do."""
    return _choose(turn, say("menu-help"), 0)


@welcome.step
def lost(turn: Turn[Welcome]) -> Reply:
    """Nobody knows what was meant: say what there is, without blame."""
    return _choose(turn, say("heard" if turn.given.get("heard") else "lost"), 0)


@welcome.step
def chosen(turn: Turn[Welcome], practice: str | bool | None) -> Reply:
    """Begin what was chosen; a yes means the first that was named."""
    named: tuple[str, ...] = turn.given["named"]
    if practice is None or practice is False:
        return say("nothing-then").done()
    return nothing().floor("begin", named[0] if practice is True else practice)


@welcome.on("MoreIntent")
def more(turn: Turn[Welcome]) -> Reply:
    """Name the next few."""
    return _choose(turn, nothing(), turn.given.get("from", 0) + AT_ONCE, light=turn.given["light"])


@welcome.on("WhatIsThisIntent")
def what_is_this(turn: Turn[Welcome]) -> Reply:
    """Say what this is and is not."""
    return _choose(turn, say("what-this-is"), 0)


def _hello(turn: Turn[Welcome]) -> Reply:
    name = turn.speaker.name if turn.speaker else ""
    return say(f"hello-{turn.day_part}", name=name, named="yes" if name else "no")


def _opened(turn: Turn[Welcome], hello: Reply, offers: tuple[Offer, ...]) -> Reply:
    """Say what is due, what was broken off, what is offered, or what there is: the first of these."""
    due = bool(offers) and offers[0].priority >= DUE
    if turn.unfinished and not due:
        return _unfinished(turn, hello)
    return _offer(hello, offers[0]) if offers else _choose(turn, hello, 0)


def _safe(hello: Reply) -> Reply:
    """Ask whether they feel safe with each other; a screen, which others may read, shows nothing of it."""
    return hello.ask("safe", YesNo(clear=True), then=safe_said).show(Screen(Line("name"))).floor("asked")


def _gently(turn: Turn[Welcome]) -> Reply:
    """Open with one open question and nothing else: neither what is due nor what was broken off."""
    name = turn.speaker.name if turn.speaker else ""
    asked = ask("gently", Feeling() | Words(), then=heard_gently, name=name, named="yes" if name else "no")
    return asked.keep(replace(turn.state, told=True)).floor("greeted")


def _offer(hello: Reply, offer: Offer) -> Reply:
    return hello.given(asked=offer.reply.question is not None).call(offer, then=offered)


def _unfinished(turn: Turn[Welcome], hello: Reply) -> Reply:
    found = turn.unfinished[0]
    if found.nameable:
        asked = hello.ask("unfinished-named", YesNo(), then=resumed, named=turn.given["names"].get(found.practice, ""))
    else:
        asked = hello.ask("unfinished", YesNo(), then=resumed)
    return asked.given(frame=found.frame)


def _choose(turn: Turn[Welcome], before: Reply, start: int, *, light: bool = False) -> Reply:
    menu: tuple[tuple[str, str, tuple[str, ...]], ...] = turn.given["light menu" if light else "menu"]
    if not menu:
        return before.say("nothing-here").done()
    start = start if start < len(menu) else 0
    named = menu[start : start + AT_ONCE]
    # "The first one" and "the last" are of those that are named, so the options begin there.
    options = tuple(
        Option(practice, (does, *called)) for practice, does, called in (*menu[start:], *menu[:start])[:WITHIN_REACH]
    )
    things = [does for _, does, _ in named]
    question = "choose" if start + AT_ONCE >= len(menu) else "choose-more"
    asked = before.ask(
        question,
        Choice(*options, said=len(named)) | YesNo(),
        then=chosen,
        things=Verbatim(_either(things)),
        first=Verbatim(things[0]),
        other=Verbatim(things[1 % len(things)]),
    )
    return asked.given(named=tuple(practice for practice, _, _ in named), light=light, **{"from": start})


def _either(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])}, or {things[-1]}"


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the opening."""
    return [welcome]
