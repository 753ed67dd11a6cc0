"""A worker that is killed outright at any point of a turn leaves all of the turn, or nothing."""

import os
import random
import signal
from collections import Counter

import pytest

from tests.faults.house import CLAIM_LASTS, speaking, sum_of, wait_until

WHOLE = {(0, 0, 0), (1, 1, 1)}
ALERTS = {"LedgerBellIntent": "reminders", "LedgerTimerIntent": "timers"}


def survives(house, book, thing):
    """Hold what a killed turn left against what may be, and repeat it when its claim has grown old."""
    assert book.kept()[thing] in WHOLE
    house.off = CLAIM_LASTS
    reply = book.send(thing)
    house.off = 0.0
    assert thing in book.acknowledged, reply
    assert book.kept()[thing] == (1, 1, 1)


@pytest.mark.parametrize("intent", ["LedgerIntent", *ALERTS])
def test_a_turn_is_whole_or_absent_wherever_its_worker_is_killed(house, books, switchboard, tell, intent):
    book = books()
    book.say(intent)
    points = house.traced(lambda: book.say(intent))
    assert {"handler", "before the commit", "after a transaction", "turn finished"} <= set(points)
    # What only reads before the handler is the same for all; it is gone through once.
    first = points.index("handler") if intent in ALERTS else 0
    for number in range(first + 1, len(points) + 1):
        thing = book.body(intent)
        with house.armed(number) as died:
            assert book.send(thing) is None
            wait_until(died, points[number - 1])
        survives(house, book, thing)
    book.repeat()
    tell(book.row(f"killed at every point: {intent}", len(points) - first))


def test_a_first_turn_is_whole_or_absent_wherever_its_worker_is_killed(house, books, tell):
    points = house.traced(lambda: books("traced").say())
    rows = []
    for number in range(1, len(points) + 1):
        book = books(f"killed at {number}")
        thing = book.body()
        with house.armed(number) as died:
            assert book.send(thing) is None
            wait_until(died, points[number - 1])
        survives(house, book, thing)
        rows.append(book.row())
    tell(sum_of("killed at every point of a first turn", len(points), *rows))


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("intent", ALERTS)
def test_an_alert_is_set_once_though_every_worker_dies_while_it_is(house, books, switchboard, tell, intent, moment):
    book = books()
    book.say(intent)
    calls = Counter()

    def kill(call, answer=None):
        if (call.method, call.path) == ("POST", f"/v1/alerts/{ALERTS[intent]}") and not calls["killed"]:
            calls["killed"] += 1
            for worker in house.workers:
                os.kill(worker, signal.SIGKILL)
        return answer

    setattr(switchboard, moment, kill)
    thing = book.body(intent)
    assert book.send(thing) is None
    survives(house, book, thing)
    book.repeat()
    tell(book.row(f"killed {moment} the platform did as asked: {intent}", 1))


def test_a_worker_that_dies_while_the_time_zone_is_asked_for_loses_no_turn(house, books, switchboard, tell):
    book = books()

    def kill(call, answer=None):
        switchboard.put_right()
        for worker in house.workers:
            os.kill(worker, signal.SIGKILL)
        return answer

    switchboard.after = kill
    thing = book.body()
    assert book.send(thing) is None
    survives(house, book, thing)
    tell(book.row("killed while the time zone is asked for", 1))


def test_turns_are_whole_or_absent_when_workers_are_killed_at_any_time(house, books, switchboard, times, tell):
    several, tried = [books(f"household {number}") for number in range(4)], times(12)
    family = several[-1]
    chance = random.Random(7)
    with speaking(*several, family, intents=("LedgerIntent", "LedgerIntent", "LedgerBellIntent")) as acknowledged:
        for _ in range(tried):
            before = acknowledged()
            wait_until(lambda before=before: acknowledged() > before + chance.randrange(12), "another turn")
            os.kill(chance.choice(house.workers), signal.SIGKILL)
            house.heal()
    house.off = CLAIM_LASTS
    assert all(set(book.kept().values()) <= WHOLE for book in several)
    for book in several:
        book.repeat()
    tell(sum_of("killed at any time", tried, *(book.row() for book in several)))
