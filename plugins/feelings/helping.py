"""Doing something about it, only when asked: what may help, whether to ask again, and what helped before.

No advice: what is named comes from the person, today or on an earlier day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from plugins.feelings.practice import KIND, Asking, Feelings, day_of, feelings, kept_word, known_alone, mine
from plugins.feelings.triggers import group_of, tidy, unsure
from skill import Entry, Offer, Reply, Turn, Words, YesNo, ask, nothing, say

ASK_AFTER = timedelta(hours=12)
ASK_WITHIN = timedelta(days=14)
LOOKED_AT = 60


def do_something(turn: Turn[Feelings]) -> Reply:
    """Name what helped before with the like of it; else ask what would help a little."""
    entry = kept_word(turn)
    before = _helped(turn, entry) if entry else None
    if before is not None and entry is not None:
        idea = str(before.data["help"])
        asked = ask("helped-before", YesNo() | Words(), then=again, idea=idea, day=day_of(turn, before))
        return asked.given(idea=idea)
    return ask("what-helps", Words() | YesNo(), then=planned)


@feelings.step
def again(turn: Turn[Feelings], answer: bool | str | None) -> Reply:
    """Take what helped before, or hear what would help this time."""
    if answer is True:
        return _plan(turn, str(turn.given["idea"]))
    if isinstance(answer, str):
        return planned(turn, answer)
    return ask("what-helps", Words() | YesNo(), then=planned) if answer is False else say("left").done()


@feelings.step
def planned(turn: Turn[Feelings], idea: str | bool | None) -> Reply:
    """Keep what they named beside the word; who has no idea needs none."""
    if idea is True:
        return ask("what-helps-then", Words(), then=planned)
    if not idea or unsure(idea):
        return say("no-idea").done()
    return _plan(turn, tidy(idea))


def _plan(turn: Turn[Feelings], idea: str) -> Reply:
    entry = kept_word(turn)
    if entry is None:
        return say("idea-said", idea=idea).done()
    return ask("ask-again", YesNo(clear=True), then=ask_again, idea=idea).amend(entry, help=idea)


@feelings.step
def ask_again(turn: Turn[Feelings], wanted: bool | None) -> Reply:
    """Remember to ask, the next day they are here; nothing rings."""
    entry = kept_word(turn)
    if not wanted or entry is None:
        return say("not-asking").done()
    asking = Asking(entry.id, turn.after(ASK_AFTER))
    return say("will-ask").keep(replace(turn.state, asking=asking)).done(entry.text)


def how_it_went(turn: Turn[Feelings]) -> Offer | None:
    """Ask once whether it helped; what was felt is named only to the one who said it, alone."""
    asking = turn.state.asking
    if asking is None or not asking.due <= turn.now <= asking.due + ASK_WITHIN or turn.for_two:
        return None
    entry = turn.journal.get(asking.entry)
    if entry is None:
        return None
    cleared = nothing().keep(replace(turn.state, asking=None)).given(entry=entry.id)
    kinds = YesNo() | Words()
    if not known_alone(turn) or not (len(turn.people) < 2 or (turn.speaker and turn.speaker.recognised)):
        return Offer(60, cleared.ask("did-it-help", kinds, then=it_went))
    idea = str(entry.data.get("help", ""))
    return Offer(
        60, cleared.ask("did-that-help", kinds, then=it_went, day=day_of(turn, entry), word=entry.text, idea=idea)
    )


@feelings.step
def it_went(turn: Turn[Feelings], answer: bool | str | None) -> Reply:
    """Keep whether it helped."""
    entry = turn.journal.get(str(turn.given["entry"]))
    if answer is None or entry is None:
        return say("left").done()
    if isinstance(answer, str):
        return say("went-heard").amend(entry, went=tidy(answer)).done(True)
    return say("it-helped" if answer else "it-did-not").amend(entry, helped=answer).done(True)


@feelings.on("WhatHelpsWhenIntent")
def what_helps(turn: Turn[Feelings]) -> Reply:
    """Name what helped with a feeling, or with what set one off; else say that nothing is noted yet."""
    if not known_alone(turn):
        return say("one-only").done()
    word, family = turn.slots.get("felt", ""), turn.ids.get("felt", "")
    trigger = turn.slots.get("trigger", "")
    group = group_of(trigger, turn.locale) if trigger else ""
    found = [
        each
        for each in _with_help(turn)
        if (family and each.data.get("family") == family)
        or (word and word in each.text)
        or (group and each.data.get("group") == group)
    ]
    if not found:
        return say("nothing-helped-yet").done()
    best = next((each for each in found if each.data.get("helped")), found[0])
    known = "it-helps" if best.data.get("helped") else "it-was-named"
    return say(known, idea=str(best.data["help"]), day=day_of(turn, best)).done()


def _with_help(turn: Turn[Feelings]) -> Iterator[Entry]:
    entries = turn.journal.entries(KIND, owner=mine(turn), limit=LOOKED_AT)
    return (each for each in entries if each.data.get("help") and each.data.get("helped") is not False)


def _helped(turn: Turn[Feelings], like: Entry) -> Entry | None:
    """Find the newest that helped with the same family or the same kind of trigger."""
    family, group = like.data.get("family"), like.data.get("group")
    for each in _with_help(turn):
        if not each.data.get("helped") or each.id == like.id:
            continue
        alike = family != "unknown" and each.data.get("family") == family
        if alike or (group not in (None, "other") and each.data.get("group") == group):
            return each
    return None
