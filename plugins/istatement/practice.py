"""The practice itself: a draft as it grows over questions, what is planned, and what is kept between days."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime

from skill import Entry, Person, Practice, Reply, Turn

KIND = "sentence"
VERSIONS = 3


@dataclass(frozen=True)
class Draft:
    """A sentence on its way: its parts, its words as they are now, and the versions before.

    ``moment`` is a clause ready to be said ("when you were on your phone at dinner yesterday"), ``brief`` its time
    and place alone. ``asked`` names the parts that were asked for, whether or not they were answered. ``two`` holds
    the ids of the one who speaks and the one who listens, where both are here.
    """

    person: str = ""
    moment: str = ""
    brief: str = ""
    feeling: str = ""
    need: str = ""
    request: str = ""
    text: str = ""
    earlier: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    two: tuple[str, ...] = ()

    def reading(self, text: str) -> Draft:
        """Give it with other words; the last three versions stay."""
        if text == self.text:
            return self
        earlier = (*self.earlier, self.text) if self.text else self.earlier
        return replace(self, text=text, earlier=earlier[-(VERSIONS - 1) :])


@dataclass(frozen=True)
class Plan:
    """A sentence that someone means to say: its entry, its words, to whom ("" = not named), and when."""

    entry: str
    text: str
    person: str
    at: datetime
    alert: str = ""


@dataclass(frozen=True)
class Sentences:
    """What one person's practice remembers: the last draft, and what they mean to say."""

    draft: Draft = Draft()
    plans: tuple[Plan, ...] = ()


istatement = Practice("istatement", state=Sentences, for_two=True)


def carrying(reply: Reply, draft: Draft) -> Reply:
    """Pass a draft on to the next step."""
    return reply.given(**vars(draft))


def draft_of(turn: Turn[Sentences]) -> Draft:
    """Give the draft that was passed on; an empty one where none was."""
    return Draft(**{each.name: turn.given[each.name] for each in fields(Draft) if each.name in turn.given})


def remembering(turn: Turn[Sentences], reply: Reply, draft: Draft) -> Reply:
    """Keep a draft for another day; what two people make together is not one's own to keep."""
    return reply if draft.two else reply.keep(replace(turn.state, draft=draft))


def mine(turn: Turn[Sentences]) -> str | None:
    """Give the speaker's id for the journal; None where the voice is not known."""
    return turn.speaker.id if turn.speaker else None


def alone(turn: Turn[Sentences]) -> bool:
    """Say whether one person is here, as far as is known: only then is what is private read out."""
    return len(turn.present) < 2


def names(turn: Turn[Sentences]) -> tuple[str, ...]:
    """List what the others of the household are called."""
    return tuple(each.name for each in turn.people if each.name and each.id != mine(turn))


def member(turn: Turn[Sentences], name: str) -> Person | None:
    """Find the person of the household who is called that; None for anyone else."""
    wanted = name.strip().casefold()
    people = (*turn.present, *turn.people)
    return next((each for each in people if each.name and each.name.casefold() == wanted), None)


def latest(turn: Turn[Sentences]) -> Entry | None:
    """Give the sentence kept last: in this run, else the newest of one's own."""
    kept = [each for each in turn.kept if each.kind == KIND]
    return kept[-1] if kept else next(iter(turn.journal.entries(KIND, owner=mine(turn), limit=1)), None)


def put(state: Sentences, plan: Plan) -> Sentences:
    """Take a plan in, in place of an earlier one for the same sentence."""
    return replace(state, plans=(*(each for each in state.plans if each.text != plan.text), plan))


def without(state: Sentences, plan: Plan) -> Sentences:
    """Take a plan out."""
    return replace(state, plans=tuple(each for each in state.plans if each.text != plan.text))
