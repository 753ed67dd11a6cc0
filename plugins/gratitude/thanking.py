"""Passing it on: one sentence that names the act and its effect, and sharing an entry with someone."""

from __future__ import annotations

from plugins.gratitude.drafting import draft
from plugins.gratitude.practice import KIND, THANKS, Gratitude, good_things, gratitude, member, mine
from plugins.gratitude.wording import nothing_good, same, short, tidy
from skill import Entry, Reply, Turn, Verbatim, Words, YesNo, ask, say


@gratitude.step
def tell(turn: Turn[Gratitude], wanted: bool | None) -> Reply:
    """Help with one sentence, or leave it kept."""
    if not wanted:
        return say("told-not").done(turn.given["thing"])
    if turn.given["why"]:
        return drafted(str(turn.given["about"]), str(turn.given["thing"]), str(turn.given["why"]))
    return _asking_effect(str(turn.given["about"]), str(turn.given["thing"]))


@gratitude.on("ThankIntent")
def thank(turn: Turn[Gratitude]) -> Reply:
    """Begin a thank-you to someone, with what they did where that was said too."""
    whom, _, act = turn.slots.get("friend", "").partition(" for ")
    person = _called(turn, whom)
    if not person:
        return ask("thank-whom", Words(), then=thank_whom)
    if act:
        return _asking_effect(person, tidy(act))
    return ask("thank-what", Words(), then=thank_what, person=person).given(about=person)


@gratitude.step
def thank_whom(turn: Turn[Gratitude], whom: str) -> Reply:
    """Go on with who is to be thanked."""
    name, _, act = whom.partition(" for ")
    person = _called(turn, name)
    if act:
        return _asking_effect(person, tidy(act))
    return ask("thank-what", Words(), then=thank_what, person=person).given(about=person)


@gratitude.step
def thank_what(turn: Turn[Gratitude], act: str) -> Reply:
    """Go on with what they did."""
    return _asking_effect(str(turn.given["about"]), tidy(act))


def _asking_effect(person: str, act: str) -> Reply:
    return ask("effect", Words(), then=effect, person=person).given(about=person, thing=act)


@gratitude.step
def effect(turn: Turn[Gratitude], change: str | None) -> Reply:
    """Put the act and what it changed into one sentence; the act alone will do."""
    known = "" if not change or nothing_good(change) else tidy(change)
    return drafted(str(turn.given["about"]), str(turn.given["thing"]), known)


def drafted(person: str, act: str, change: str) -> Reply:
    """Read a draft out and ask whether it fits."""
    text = draft(person, act, change)
    reply = say("draft", words=Verbatim(text))
    return reply.ask("draft-fits", YesNo(), then=draft_fits).given(about=person, text=text)


@gratitude.step
def draft_fits(turn: Turn[Gratitude], fits: bool | None) -> Reply:
    """Keep the sentence, or ask for the person's own."""
    person = str(turn.given["about"])
    if fits:
        return say("draft-kept", person=person).record(THANKS, str(turn.given["text"]), about=person).done()
    if fits is None:
        return say("told-not").done()
    return ask("draft-own", Words(), then=own_words).given(about=person)


@gratitude.step
def own_words(turn: Turn[Gratitude], words: str | None) -> Reply:
    """Keep the person's own sentence."""
    if not words:
        return say("told-not").done()
    person = str(turn.given["about"])
    return say("draft-kept", person=person).record(THANKS, tidy(words), about=person).done()


def _called(turn: Turn[Gratitude], whom: str) -> str:
    """Give a person as they are called here: a member's own spelling, kin as it was said, else with a capital."""
    plain = tidy(whom)
    for filler in (" properly", " somehow", " nicely", " well", " again"):
        plain = plain.removesuffix(filler)
    if found := member(turn, plain):
        return found.name
    return plain if " " in plain else plain.capitalize()


@gratitude.on("ShareGoodThingIntent")
def share(turn: Turn[Gratitude]) -> Reply:
    """Ask for a clear yes before anyone else may hear a good thing."""
    person = member(turn, tidy(turn.slots.get("friend", "")))
    if person is None or person.id == mine(turn):
        return say("share-unknown", person=tidy(turn.slots.get("friend", ""))).done()
    entry = _to_share(turn, person.name)
    if entry is None:
        return say("share-nothing").done()
    return ask("share-sure", YesNo(clear=True), then=share_sure, thing=short(entry.text), person=person).given(
        entry=entry.id, person=person
    )


@gratitude.step
def share_sure(turn: Turn[Gratitude], agreed: bool | None) -> Reply:
    """Share with a clear yes only."""
    entry = turn.journal.get(str(turn.given["entry"])) or _among(turn.kept, str(turn.given["entry"]))
    if not agreed:
        return say("share-not").done()
    if entry is None:
        return say("share-nothing").done()
    return say("shared", person=turn.given["person"]).share(entry, turn.given["person"]).done()


def _to_share(turn: Turn[Gratitude], name: str) -> Entry | None:
    """Find what "that" is: the newest of this run, else the newest about this person, else the newest."""
    if kept := good_things(turn):
        return kept[-1]
    entries = [*turn.journal.entries(KIND, owner=mine(turn), limit=50)]
    about = [entry for entry in entries if same(entry.about, name)]
    return next(iter((*about, *entries)), None)


def _among(entries: tuple[Entry, ...], entry: str) -> Entry | None:
    return next((each for each in entries if each.id == entry), None)
