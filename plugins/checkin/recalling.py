"""Looking back: what was said last week, what the two are working on, and the sum of a week (PRACTICES.md 4.3, 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from plugins.checkin.planning import TALK
from plugins.checkin.runs import Checkins, checkin
from skill import Entry, Offer, Person, Reply, Turn, nothing, say

FORTNIGHT = timedelta(days=14)
WEEK = timedelta(days=7)
FACTS = 3
OTHERS = "shared"
TOLD: tuple[tuple[str, ...], ...] = (("thanks", OTHERS, "week"), ("hard",), ("promise", "wish", "note"))
"""What is told of a check-in, one of each: something good, what was not easy, what comes next."""
ORDER = ("good", "kept", "coming")
"""The order of a weekly summary's facts, as their offers' ``about`` names them; "kept" where it names none."""


@checkin.on("CheckinSaidIntent")
def what_was_said(turn: Turn[Checkins]) -> Reply:
    """Tell what the two said when they last sat down."""
    facts = _shared_facts(turn)
    if facts:
        return _told(turn, facts).done()
    if turn.speaker is None and len(turn.people) > 1:
        return nothing().who(then=said_to_a_known_one)
    return say("nothing-said").done()


@checkin.step
def said_to_a_known_one(turn: Turn[Checkins], known: bool) -> Reply:
    """Tell it once it is known who asks."""
    facts = _shared_facts(turn) if known else ()
    return _told(turn, facts).done() if facts else say("nothing-said").done()


@checkin.on("CheckinLastWeekIntent")
def last_week(turn: Turn[Checkins]) -> Reply:
    """Tell how last week was: one's own words for it where one is alone, and what was shared."""
    words = () if turn.for_two else _own_words(turn)
    facts = _shared_facts(turn)[: FACTS - 1 if words else FACTS]
    if not words:
        return what_was_said(turn)
    return _told(turn, facts, say("your-words", words=words, count=len(words))).done()


@checkin.on("CheckinWorkingIntent")
def working_on(turn: Turn[Checkins]) -> Reply:
    """Name the latest shared promise that is not closed, or the topic that was parked, with its day."""
    found = [
        entry
        for kind in ("promise", "hard")
        for entry in turn.journal.entries(kind, anyones=kind == "promise", limit=5)
        if entry.visibility != "private"
    ]
    if not found:
        return say("working-nothing").done()
    entry = max(found, key=lambda each: each.made_at)
    day = entry.made_at.astimezone(turn.now.tzinfo).date()
    if entry.kind == "hard":
        return say("working-parked", topic=entry.text, day=day).done()
    who = _name(turn, entry.owner)
    if who is None:
        return say("working-promise", thing=entry.text, day=day).done()
    return say("working-promise-of", who=who, thing=entry.text, day=day).done()


@checkin.on("CheckinSummaryIntent")
def sum_up(turn: Turn[Checkins]) -> Reply:
    """Sum up a week in three facts: something good, something kept, something coming up; no scores."""
    offers = [each for each in turn.offers("summary", two=turn.for_two) if each.reply.lines]
    chosen = sorted(offers[:FACTS], key=_rank)
    if not chosen:
        return say("quiet-week").done()
    reply = nothing()
    for offer in chosen:
        reply = reply.quote(offer)
    return reply.done()


def _rank(offer: Offer) -> int:
    return ORDER.index(offer.about) if offer.about in ORDER else ORDER.index("kept")


def _shared_facts(turn: Turn[Checkins]) -> tuple[Entry, ...]:
    """List what was shared on the last day the two sat down before today, or else today."""
    found = turn.journal.entries(since=turn.after(-FORTNIGHT), limit=60, anyones=True)
    shared = [each for each in found if each.visibility != "private" and each.kind != TALK]
    days = sorted({_day(turn, each) for each in shared if each.practice == checkin.name})
    earlier = [each for each in days if each < turn.now.date()] or days
    that_day = [each for each in shared if earlier and _day(turn, each) == earlier[-1]]
    facts = (next((each for kind in kinds for each in that_day if _kind(each) == kind), None) for kinds in TOLD)
    return tuple(each for each in facts if each)


def _kind(entry: Entry) -> str:
    """Name what an entry is told as; what another practice shared is simply something shared."""
    return entry.kind if entry.practice == checkin.name else OTHERS


def _told(turn: Turn[Checkins], facts: Sequence[Entry], reply: Reply | None = None) -> Reply:
    reply = reply or nothing()
    if facts:
        reply = reply.say("on-day", day=_day(turn, facts[0]))
    for fact in facts:
        who = _name(turn, fact.owner)
        if who is None:
            reply = reply.say(f"said-{_kind(fact)}", thing=fact.text)
        else:
            reply = reply.say(f"said-{_kind(fact)}-by", who=who, thing=fact.text)
    return reply


def _own_words(turn: Turn[Checkins]) -> tuple[str, ...]:
    """List the speaker's own words of the last seven days, the latest last."""
    if turn.speaker is None and len(turn.people) > 1:
        return ()
    owner = turn.speaker.id if turn.speaker else None
    entries = turn.journal.entries("word", owner=owner, since=turn.after(-WEEK), limit=FACTS)
    return tuple(each.text for each in reversed(entries))


def _name(turn: Turn[Checkins], owner: str) -> Person | None:
    found = next((each for each in (*turn.people, *turn.present) if each.id == owner), None)
    return found if found and found.name else None


def _day(turn: Turn[Checkins], entry: Entry) -> date:
    return entry.made_at.astimezone(turn.now.tzinfo).date()
