"""The practice itself: what it keeps between days, and what several of its rooms look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plugins.gratitude.wording import perhaps_names, same
from skill import Entry, Person, Practice, Turn

KIND = "good-thing"
THANKS = "thank-you"
UNREPEATED = 30


@dataclass(frozen=True)
class KindAct:
    """A kind act that someone said they would do: which, for whom ("" = nobody named), and when to ask about it."""

    act: str
    person: str
    due: datetime


@dataclass(frozen=True)
class Gratitude:
    """What one person's gratitude remembers: prompts, acts and entries used lately, and a kind act that is planned."""

    prompts: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    planned: KindAct | None = None


gratitude = Practice("gratitude", state=Gratitude)


def used(before: tuple[str, ...], now: str) -> tuple[str, ...]:
    """Remember one more that was used, the newest thirty in all."""
    return (*(each for each in before if each != now), now)[-UNREPEATED:]


def mine(turn: Turn[Gratitude]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def named(turn: Turn[Gratitude], text: str) -> tuple[str, ...]:
    """List the people who may be meant by a text: those of the household but the speaker, and those noted before."""
    here = [person.name for person in turn.people if person.name and person.id != mine(turn)]
    noted = turn.journal.known(perhaps_names(text), KIND, owner=mine(turn))
    return tuple(dict.fromkeys((*here, *noted)))


def member(turn: Turn[Gratitude], name: str) -> Person | None:
    """Find the person of the household who is called that; None for anyone else."""
    people = (*turn.present, *turn.people)
    return next((person for person in people if person.name and same(person.name, name)), None)


def good_things(turn: Turn[Gratitude]) -> tuple[Entry, ...]:
    """List the good things that this run kept, oldest first."""
    return tuple(entry for entry in turn.kept if entry.kind == KIND)
