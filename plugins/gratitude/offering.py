"""What gratitude puts forward: how a kind act went, one good thing, an appreciation each, and a line for the week."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from plugins.gratitude.kindness import how_it_went
from plugins.gratitude.noticing import TOLD_ALOUD, noted, whom
from plugins.gratitude.practice import KIND, THANKS, Gratitude, gratitude, mine
from plugins.gratitude.thankyous import pair, turn_of
from plugins.gratitude.wording import nothing_good, short, tidy
from skill import Offer, Reply, Turn, Words, ask, say

WEEK = timedelta(days=7)


@gratitude.offers("launch")
def opening(turn: Turn[Gratitude]) -> Offer | None:
    """Ask how a planned kind act went."""
    return how_it_went(turn)


@gratitude.offers("check-in")
def one_good_thing(turn: Turn[Gratitude]) -> Offer:
    """Put a due kind act first; else the light line of a check-in."""
    return how_it_went(turn) or Offer(30, ask("one-good", Words(), then=handed_back))


@gratitude.step
def handed_back(turn: Turn[Gratitude], thing: str | None) -> Reply:
    """Keep what was named and give it back to the check-in, which closes with it."""
    if not thing or nothing_good(thing):
        return say("left-briefly").done()
    things = tuple(tidy(each) for each in (turn.items or (thing,)))
    kept = noted(turn, things, whom(turn, things))
    return kept.say("kept-briefly", things=tuple(map(short, things[:TOLD_ALOUD]))).done(", ".join(things))


@gratitude.offers("check-in for two")
def one_each(turn: Turn[Gratitude]) -> Offer | None:
    """Have each name one thing the other did."""
    if len(turn.present) < 2:
        return None
    return Offer(90, turn_of(*pair(turn), round_=1, turns=0, rounds=1))


@gratitude.offers("summary")
def week(turn: Turn[Gratitude]) -> Offer | None:
    """Say how many good things were noted this week, and about whom most of them were."""
    if turn.speaker is None and len(turn.people) > 1:
        return None
    entries = turn.journal.entries(KIND, owner=mine(turn), since=turn.after(-WEEK), limit=100)
    if not entries:
        thanks = turn.journal.count(THANKS, since=turn.after(-WEEK))
        return Offer(60, say("week-thanks", count=thanks)) if thanks else None
    about = Counter(entry.about for entry in entries if entry.about).most_common(1)
    if not about:
        return Offer(60, say("week", count=len(entries)))
    person, times = about[0]
    return Offer(60, say("week-about", count=len(entries), person=person, about=times))
