"""What other practices put forward, and when in a check-in it comes.

Nobody is known by name: an offer's priority says what it is. 100 is a return from a break, 90 an appreciation, 80 a
promise due, 70 a review or a trial, 60 a talk that was planned, 40 a reminder; below 40 are the light ones. An offer
may answer a need that the check-in names in ``about``: "heat", "hard" or "promise".
"""

from __future__ import annotations

from plugins.checkin.runs import Place
from skill import Offer

LIGHT = 40
APPRECIATION = range(81, 100)
SHARED_AT_MOST = 3


def due(place: Place) -> Offer | None:
    """Give the most pressing thing that is due for one person."""
    return next((each for each in _alone(place) if each.priority >= LIGHT), None)


def light(place: Place) -> Offer | None:
    """Give one light line: a good thing, or something kind to oneself where the energy is low."""
    return next((each for each in _alone(place) if each.priority < LIGHT), None)


def appreciation(place: Place) -> Offer | None:
    """Give the appreciations for two, where a practice has them."""
    return next((each for each in _two(place) if each.priority in APPRECIATION), None)


def shared(place: Place) -> Offer | None:
    """Give the next thing due that concerns both, each practice once."""
    run = place.run
    if len(run.asked) >= SHARED_AT_MOST:
        return None
    found = _two(place) if len(run.people) > 1 else _alone(place)
    fresh = (each for each in found if each.practice not in run.asked)
    return next((each for each in fresh if each.priority >= LIGHT and each.priority not in APPRECIATION), None)


def answering(place: Place, need: str, **given: object) -> Offer | None:
    """Give what answers a need of this moment."""
    found = place.turn.offers("check-in for two", about=need, **given)
    return next((each for each in found if each.about == need), None)


def asks(offer: Offer) -> bool:
    """Say whether an offer wants an answer, or only says something."""
    return offer.reply.question is not None or offer.reply.handed is not None


def _alone(place: Place) -> tuple[Offer, ...]:
    return place.turn.offers("check-in", energy="low" if place.run.low else "")


def _two(place: Place) -> tuple[Offer, ...]:
    return place.turn.offers("check-in for two")
