"""Two people in one check-in: who is asked how, whose words are kept for whom, and a break where it gets hot."""

from __future__ import annotations

from plugins.checkin import offered
from plugins.checkin.runs import Checkins, Place, ask_here, checkin
from skill import Entry, Person, Reply, Turn


def hot(place: Place) -> Reply:
    """Offer a break where a talk gets hot; without anyone who offers one, stop here and keep the place."""
    offer = offered.answering(place, "heat")
    if offer is None:
        return place.saying("heat").settled().done()
    return ask_here(place, place.reply.call(offer, then="checkin:cooled"))


def form(place: Place, message: str) -> str:
    """Name the form of a question that each is asked: by name where both have one."""
    if len(place.run.people) < 2:
        return f"{message}-alone"
    if names(place):
        return message
    return f"{message}-second" if place.run.round else f"{message}-first"


def names(place: Place) -> dict[str, Person]:
    """Give the two as a question names them, where both have a name."""
    who, other = place.who, place.other
    return {"who": who, "other": other} if who and other and who.name and other.name else {}


def asked(place: Place) -> Person | None:
    """Give the one who is asked, where there are two."""
    return place.who if len(place.run.people) > 1 else None


def recorded(place: Place, reply: Reply, kind: str, text: str) -> Reply:
    """Keep what one of them said, for both to hear; with one person missing it is private."""
    who, other = sides(place)
    if other is None:
        return reply.record(kind, text, owner=who)
    return reply.record(kind, text, about=other.name, owner=who, visibility="shared", shared_with=other)


def recorded_topic(place: Place, reply: Reply, topic: str) -> Reply:
    """Keep the one topic of the week, parked."""
    who, other = sides(place)
    if other is None:
        return reply.record("hard", topic, owner=who, parked=True)
    return reply.record("hard", topic, owner=who, visibility="shared", shared_with=other, parked=True)


def sides(place: Place) -> tuple[Person | None, Person | None]:
    """Give the one who spoke and, where two are here, the other one."""
    who = place.turn.speaker or place.who
    return who, next((each for each in place.pair if each and who and each.id != who.id), None)


def promised(place: Place, reply: Reply, owner: str, words: str) -> Reply:
    """Record a wish as the other one's promise."""
    wisher = next((each for each in place.pair if each and each.id == owner), None)
    other = next((each for each in place.pair if each and each.id != owner), None)
    about = wisher.name if wisher else ""
    return reply.record("promise", words, about=about, owner=other, visibility="shared", shared_with=wisher)


def wishes_of(place: Place) -> tuple[tuple[str, str], ...]:
    """List this run's wishes: whose (an id), and the words."""
    return tuple((each.owner, each.text) for each in place.entries if each.kind == "wish")


def facts_of(place: Place) -> tuple[str, ...]:
    """List three facts of a check-in for two at most: a thank-you, the topic, the wishes."""
    entries = place.entries
    thanks = [each.text for each in entries if each.kind == "thanks" or each.practice != checkin.name]
    rest = [each.text for each in entries if each.practice == checkin.name and each.kind in ("hard", "wish")]
    return (*thanks[:1], *rest, *place.fresh)[-3:]


def parked(turn: Turn[Checkins]) -> Entry | None:
    """Find the topic that was parked and not yet taken up, as far as everyone here may hear it."""
    found = next(iter(turn.journal.entries("hard", limit=1)), None)
    return found if found and found.data.get("parked") else None
