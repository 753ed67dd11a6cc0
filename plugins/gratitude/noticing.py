"""Noticing a good thing: keeping what was named, asking why it was good, and offering to pass it on.

Three good things with a reason raised happiness in Seligman's study; saying why is what matters.
"""

from __future__ import annotations

from dataclasses import replace

from plugins.gratitude.practice import KIND, Gratitude, good_things, gratitude, named, used
from plugins.gratitude.prompts import PROMPTS
from plugins.gratitude.thanking import tell
from plugins.gratitude.wording import (
    asks_for_more,
    day_in,
    filler,
    name_in,
    nothing_good,
    only_a_day,
    reason_in,
    same,
    short,
    someone,
    tidy,
)
from skill import Choice, Entry, Line, Option, Reply, Screen, Turn, Words, YesNo, ask, nothing, say

TOLD_ALOUD = 3
ANOTHER = Choice(
    Option("another", ("another one", "another", "something else", "a different one", "what else", "more"))
)


@gratitude.on("GratitudeIntent", entry=True)
def notice(turn: Turn[Gratitude]) -> Reply:
    """Keep the thing named, or ask for one."""
    if turn.slots.get("maker"):
        return hold(turn, (turn.words or turn.slots["maker"],))
    if (thing := turn.slots.get("thing", "")) and not filler(thing):
        if thing.endswith((" don't", " do not")) or thing in ("don't", "do not"):
            return nothing().floor("undo")
        return keep(turn, thing)
    return ask("asked-morning" if turn.day_part == "morning" else "asked", Words(), then=keep)


@gratitude.on("GratitudeIdeaIntent")
def prompt(turn: Turn[Gratitude]) -> Reply:
    """Point at a place where a good thing may be found; none comes again within thirty."""
    chosen = turn.pick(PROMPTS, turn.state.prompts)
    state = replace(turn.state, prompts=used(turn.state.prompts, chosen))
    return say(f"prompt-{chosen}").ask("prompted", ANOTHER | YesNo() | Words(), then=prompted).keep(state)


@gratitude.step
def prompted(turn: Turn[Gratitude], thing: str | bool | None) -> Reply:
    """Keep what came to mind; point elsewhere for whoever wants another, and leave it where nothing came."""
    if thing == "another":
        return prompt(turn)
    if thing is True:
        return ask("small-what", Words(), then=keep)
    return keep(turn, thing) if thing and not nothing_good(thing) else say("left").done()


@gratitude.on("NothingGoodIntent")
def nothing_today(_turn: Turn[Gratitude]) -> Reply:
    """Agree that some days are like that."""
    smaller = Option("smaller", ("a smaller question", "smaller", "a smaller one", "ask me", "try me"))
    leave = Option("leave", ("leave it", "leave", "let it be", "not today", "drop it"))
    return ask("nothing", Choice(smaller, leave) | YesNo() | Words(), then=smaller_or_leave)


@gratitude.step
def smaller_or_leave(turn: Turn[Gratitude], wanted: str | bool) -> Reply:
    """Ask something smaller, leave it there, or keep what came to mind after all."""
    if wanted in (True, "smaller") or (isinstance(wanted, str) and asks_for_more(wanted)):
        return ask("small", Words() | YesNo(), then=small_thing)
    if not wanted or wanted == "leave" or nothing_good(str(wanted)):
        return say("left").done()
    return hold(turn, turn.items or (str(wanted),))


@gratitude.step
def small_thing(turn: Turn[Gratitude], thing: str | bool) -> Reply:
    """Keep a small thing; a no is an answer."""
    if thing is True:
        return ask("small-what", Words(), then=small_thing)
    if not thing or nothing_good(thing):
        return say("left").done()
    return hold(turn, turn.items or (thing,))


@gratitude.step
def keep(turn: Turn[Gratitude], thing: str) -> Reply:
    """Keep every good thing that was named."""
    if nothing_good(thing):
        return nothing_today(turn)
    return hold(turn, turn.items or (thing,))


def hold(turn: Turn[Gratitude], things: tuple[str, ...]) -> Reply:
    """Keep good things at once, each for itself, and ask why."""
    told = tuple(tidy(thing) for thing in things)
    number = len(good_things(turn)) + len(told) - 1
    people = whom(turn, told)
    reply = noted(turn, told, people).given(thing=told[-1], about=people[-1], number=number)
    brief = tuple(map(short, told))
    shown = reply.show(Screen(Line("card-title"), tuple(Line("card-thing", {"thing": thing}) for thing in brief[:3])))
    if len(told) == 1:
        return shown.ask("why", Words(), then=because, thing=brief[0])
    if len(told) > TOLD_ALOUD:
        return shown.ask("why-many", Words(), then=because, count=len(told))
    return shown.ask("why-several", Words(), then=because, things=brief)


def whom(turn: Turn[Gratitude], things: tuple[str, ...]) -> tuple[str, ...]:
    """Name whom each good thing is about, "" where nobody is in it."""
    known = named(turn, " ".join(things))
    return tuple(someone(thing, known) for thing in things)


def noted(turn: Turn[Gratitude], things: tuple[str, ...], people: tuple[str, ...]) -> Reply:
    """Record good things, each with whom of ``people`` it is about, and the day that it names."""
    reply = nothing()
    for thing, about in zip(things, people, strict=True):
        day = day_in(thing, turn.now.date())
        reply = (
            reply.record(KIND, thing, about=about, day=day.isoformat())
            if day
            else reply.record(KIND, thing, about=about)
        )
    return reply


@gratitude.step
def because(turn: Turn[Gratitude], reason: str | None) -> Reply:
    """Keep why it was good; without a reason the thing stays kept as it is."""
    entry = _meant(good_things(turn), reason or "", int(turn.given["number"]))
    thing = entry.text if entry else str(turn.given["thing"])
    about = entry.about if entry else str(turn.given["about"])
    if not reason or nothing_good(reason):
        return passing_on(say("kept", thing=short(thing)), thing, "", about)
    why = reason_in(reason)
    reply = say("kept-why", thing=short(thing), why=short(why))
    return passing_on(reply.amend(entry, why=why) if entry else reply, thing, why, about)


def passing_on(reply: Reply, thing: str, why: str, about: str) -> Reply:
    """Offer to tell the person it is about; with nobody in it the run is over."""
    if not about:
        return reply.done(thing)
    return reply.ask("tell", YesNo(), then=tell, person=about).given(thing=thing, why=why, about=about)


@gratitude.on("AlsoIntent")
def also(turn: Turn[Gratitude]) -> Reply:
    """Add what came to mind besides; the question that is open stays."""
    things = tuple(tidy(thing) for thing in (turn.items or (turn.slots.get("words", ""),)) if thing)
    if not things:
        return ask("asked", Words(), then=keep)
    added = noted(turn, things, whom(turn, things))
    return replace(added, lines=say("added", things=tuple(map(short, things[:TOLD_ALOUD]))).lines)


@gratitude.on("CorrectionIntent")
def correct(turn: Turn[Gratitude]) -> Reply:
    """Change the name, the day or the words of what was kept last."""
    kept = good_things(turn)
    if not kept:
        return ask("asked", Words(), then=keep)
    new = tidy(turn.slots.get("new", ""))
    if not new:
        return ask("correct-what", Words(), then=corrected)
    return revise(turn, kept[-1], tidy(turn.slots.get("old", "")), new)


@gratitude.step
def corrected(turn: Turn[Gratitude], new: str | None) -> Reply:
    """Take the better words; without any it stays as it was."""
    kept = good_things(turn)
    if not new or not kept:
        return say("unchanged").done()
    return revise(turn, kept[-1], "", tidy(new))


def revise(turn: Turn[Gratitude], entry: Entry, old: str, new: str) -> Reply:
    """Change an entry; with another person in it, offer to tell that one, if a reason was given already."""
    day = day_in(new, turn.now.date())
    if day and only_a_day(new):
        return say("corrected-day", thing=short(entry.text), day=day).amend(entry, day=day.isoformat())
    text, about = _revised(entry, old, new, named(turn, f"{entry.text} {new}"))
    reply = say("corrected", thing=short(text)).amend(entry, text=text, about=about)
    why = str(entry.data.get("why", ""))
    return passing_on(reply, text, why, about) if why and not same(about, entry.about) else reply


def _revised(entry: Entry, old: str, new: str, known: tuple[str, ...]) -> tuple[str, str]:
    """Give the text and the person after a correction: one word put for another, another name, or new words."""
    name = name_in(new)
    gone = old or (entry.about if name and entry.about else "")
    start = entry.text.lower().find(gone.lower()) if gone else -1
    if start < 0:
        return new, someone(new, known)
    person = bool(name) and same(gone, entry.about)
    fresh = (name if name.startswith("my ") else name.capitalize()) if person else new
    text = entry.text[:start] + fresh + entry.text[start + len(gone) :]
    return text, fresh if person else someone(text, known)


def _meant(kept: tuple[Entry, ...], reason: str, number: int) -> Entry | None:
    """Find the good thing that a reason speaks of; where it names none, the one that the question was about."""
    said = set(reason.lower().split())
    asked = kept[number : number + 1] or kept[-1:]
    return max((*asked, *reversed(kept)), key=lambda entry: _shared(entry, said), default=None)


def _shared(entry: Entry, said: set[str]) -> int:
    return sum(len(word) > 3 and word in said for word in entry.text.lower().split())
