"""Noting a word, and what set it off; then whether to do something about it or leave it noted. Always private."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from plugins.feelings.helping import do_something, planned
from plugins.feelings.limits import beyond, heavy
from plugins.feelings.practice import KIND, PLEASANT, UNPLEASANT, Feelings, day_of, feelings, kept_word, mine
from plugins.feelings.triggers import after_yes, group_of, put_otherwise, tidy, unsure
from skill import Choice, Felt, Option, Person, Reply, Turn, Words, YesNo, ask, nothing, say

LIGHT = frozenset({("calm", "low"), ("calm", "middle"), ("mixed", "low")})
"""Families and energies whose words are full answers ("fine", "meh"): nothing more is asked."""
LONG = timedelta(days=14)
HEAVY_DAYS = 7
POINTED_FOR = timedelta(days=60)

_NEXT = Choice(
    Option("act", ("do something", "do something about it", "something about it", "change something", "work on it")),
    Option("leave", ("leave it", "leave it noted", "note it", "noted is fine", "leave it there", "leave it be")),
)
_WORN_OR_UNSAFE = Choice(
    Option("worn", ("worn out", "i'm worn out", "tired", "exhausted", "only worn out", "a hard day", "the first")),
    Option("unsafe", ("not safe", "i don't feel safe", "unsafe", "scared", "the second")),
)


@dataclass(frozen=True)
class Word:
    """A word for how someone is: its family, its energy, or the number given in its place."""

    text: str
    family: str = "unknown"
    energy: str = "middle"
    number: int | None = None


def note(turn: Turn[Feelings], word: Word, cause: str = "") -> Reply:
    """Keep a word at once, and ask what set it off unless that was said, or the word says it all."""
    state = turn.state if word.number is None else replace(turn.state, numbers=True)
    kept = nothing() if state == turn.state else nothing().keep(state)
    if not state.storing:
        return _heavy(kept) if heavy(word.text, word.number) else kept.say("not-kept", word=word.text).done()
    if where := beyond(word.text):
        return kept.say(f"beyond-{where}").done()
    if heavy(word.text, word.number):
        return _heavy(recorded(kept, turn, word))
    if word.family in UNPLEASANT and _long_and_low(turn):
        pointed = nothing().keep(replace(state, pointed=turn.now))
        return recorded(pointed, turn, word).say("long-and-low").done(word.text)
    return _ask_cause(recorded(kept, turn, word, "" if beyond(cause) else cause), turn, word, cause)


def _ask_cause(kept: Reply, turn: Turn[Feelings], word: Word, cause: str) -> Reply:
    good = word.family in PLEASANT
    if cause and not beyond(cause):
        if good:
            return kept.say("noted-caused", word=word.text, trigger=cause).done(word.text)
        return kept.ask("next-caused", _NEXT | YesNo(), then=what_next, word=word.text, trigger=cause)
    if (word.family, word.energy) in LIGHT:
        return kept.say("noted", word=word.text).done(word.text)
    asked = "brought" if good else "set-off-then" if turn.given.get("day") else "set-off"
    return kept.ask(asked, Words() | YesNo(), then=set_off, word=word.text).given(good=good)


def recorded(reply: Reply, turn: Turn[Feelings], word: Word, trigger: str = "", owner: Person | None = None) -> Reply:
    """Keep a word with its place on the map, its day or part of the day, and what set it off."""
    day = str(turn.given.get("day", ""))
    return reply.record(
        KIND,
        word.text,
        owner=owner,
        family=word.family,
        energy=word.energy,
        number=word.number,
        day=day,
        part="" if day else turn.day_part,
        trigger=trigger,
        group=group_of(trigger, turn.locale) if trigger else "",
    )


def lost_it(turn: Turn[Feelings], trigger: str) -> Reply:
    """Keep that something got too much, with what it was."""
    if where := beyond(trigger):
        return say(f"beyond-{where}").done()
    if not turn.state.storing:
        return say("not-kept-trigger").done()
    asked = ask("next-lost", _NEXT | YesNo(), then=what_next, trigger=trigger)
    return recorded(asked, turn, Word("too much", "stressed", "high"), trigger)


@feelings.step
def set_off(turn: Turn[Feelings], cause: str | bool | None) -> Reply:
    """Keep what it was; not knowing is fine."""
    entry = kept_word(turn)
    if cause is True:
        cause = after_yes(turn.answer.words if turn.answer else "") or True
    if isinstance(cause, str) and entry and (word := put_otherwise(cause)):
        asked = ask("set-off", Words() | YesNo(), then=set_off, word=word).given(**turn.given)
        return asked.amend(entry, text=word, family="unknown", energy="middle")
    if cause is True:
        return ask("set-off-what", Words(), then=set_off).given(**turn.given)
    if not cause or unsure(cause):
        return say("noted-alone").done(entry.text if entry else None)
    if where := beyond(cause):
        return say(f"beyond-{where}").done(entry.text if entry else None)
    trigger = tidy(cause)
    reply = nothing()
    if entry:
        reply = reply.amend(entry, trigger=trigger, group=group_of(trigger, turn.locale))
    if turn.given.get("good"):
        return reply.say("noted-brought", trigger=trigger).done(entry.text if entry else trigger)
    return reply.ask("next", _NEXT | YesNo(), then=what_next, trigger=trigger)


@feelings.step
def what_next(turn: Turn[Feelings], answer: str | bool | None) -> Reply:
    """Do something about it only when that is wanted; else it stays noted."""
    if answer is True and (idea := after_yes(turn.answer.words if turn.answer else "")):
        return planned(turn, idea)
    if answer in ("act", True):
        return do_something(turn)
    entry = kept_word(turn)
    return say("stays-noted").done(entry.text if entry else None)


def _heavy(reply: Reply) -> Reply:
    return reply.ask("heavy", _WORN_OR_UNSAFE | YesNo() | Words(), then=how_heavy)


@feelings.step
def how_heavy(turn: Turn[Feelings], answer: str | bool | None) -> Reply:
    """Say where help is, plainly, to who may need it; nothing cheerful to anyone."""
    entry = kept_word(turn)
    reply = say("heavy-unsafe") if answer == "unsafe" else say("heavy-worn")
    return reply.done(entry.text if entry else None)


def _long_and_low(turn: Turn[Feelings]) -> bool:
    """Say whether two weeks were heavy on most days and light on none, and that was not said lately."""
    pointed = turn.state.pointed
    if pointed and turn.now - pointed < POINTED_FOR:
        return False
    entries = turn.journal.entries(KIND, owner=mine(turn), since=turn.after(-LONG), limit=100)
    if any(each.data.get("family") in PLEASANT for each in entries):
        return False
    return len({day_of(turn, each) for each in entries if each.data.get("family") in UNPLEASANT}) >= HEAVY_DAYS


@feelings.on("CorrectionIntent")
def correct(turn: Turn[Feelings]) -> Reply:
    """Change the word that was kept last, or what set it off; the house asks again what was open."""
    entry, new, old = kept_word(turn), tidy(turn.slots.get("new", "")), turn.slots.get("old", "")
    if not entry or not new:
        return say("nothing-to-change")
    trigger = str(entry.data.get("trigger", ""))
    if trigger and (not old or old in trigger):
        changed = trigger.replace(old, new) if old else new
        return say("corrected", thing=changed).amend(entry, trigger=changed, group=group_of(changed, turn.locale))
    return say("corrected", thing=new).amend(entry, text=new, family="unknown", energy="middle")


@feelings.on("AlsoIntent")
def also(turn: Turn[Feelings]) -> Reply:
    """Add a word to the one that was kept."""
    entry, more = kept_word(turn), tidy(turn.slots.get("words", ""))
    if not entry or not more:
        return say("nothing-to-change")
    return say("added", word=more).amend(entry, text=f"{entry.text} and {more}")


def felt_word(value: Felt | str) -> Word:
    """Make a word of what was answered, a feeling that is known or any other words."""
    return Word(value.word, value.family, value.energy) if isinstance(value, Felt) else Word(tidy(value))
