"""Clocks differ: those of requests from the house's, and the house's from what it was."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.faults.house import wait_until

SPAN = 0.4


def written(house, seconds):
    """Write the time stamp of a request that is so many seconds off."""
    return (house.now + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_a_request_is_taken_up_to_the_edge_and_refused_beyond(house, books, tell):
    book = books()
    edges = [book.body(timestamp=written(house, off)) for off in (-140, 149.9)]
    for thing in edges:
        book.send(thing)
    assert book.acknowledged.keys() == set(edges)
    for off in (-150.1, 160):
        thing = book.body(timestamp=written(house, off))
        book.send(thing, refused=True)
        assert book.kept()[thing] == (0, 0, 0)
    tell(book.row("time stamps at the edges", 4))


def test_turns_are_kept_once_and_in_order_when_the_houses_clock_jumps(house, books, tell):
    book = books()
    for off in (0.0, -90.0, 45.0, -3.0, 0.0):
        house.off = off
        for intent in ("LedgerIntent", "LedgerBellIntent"):
            book.say(intent)
    book.repeat()
    export = house.export(book.user)
    (state,) = (each["body"]["things"] for each in export["states"] if each["practice"] == "ledger")
    assert state == list(book.said)
    tell(book.row("the house's clock jumps", 5))


def test_an_alert_that_sounded_is_let_go_and_one_that_has_not_outlives_a_clock_that_jumps_back(house, books, tell):
    book = books()
    book.say("LedgerBellIntent")
    for off, left in ((-1800.0, 1), (0.0, 1), (2 * 3600.0 + 60, 0)):
        house.off = off
        book.say()
        assert len(house.export(book.user)["alerts"]) == left
    tell(book.row("alerts under a clock that jumps", 3))


def test_a_claim_that_grows_old_too_soon_doubles_nothing(house, books, switchboard, tell):
    book = books()
    book.say()
    for intent in ("LedgerBellIntent", "LedgerTimerIntent"):
        switchboard.delay, calls = SPAN, len(switchboard.calls)
        thing = book.body(intent)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(book.send, thing)
            wait_until(lambda calls=calls: len(switchboard.calls) > calls, "a call to the platform")
            house.off = 60.0
            second = pool.submit(book.send, thing)
            assert first.result() == second.result() == book.acknowledged[thing]
        house.off = 0.0
        switchboard.put_right()
    book.repeat()
    tell(book.row("the clock jumps ahead while a turn is in flight", 2))


def test_a_claim_of_a_later_time_is_taken_over_when_that_time_has_come(house, books, tell):
    book = books()
    book.say()
    house.off = 60.0
    points = house.traced(lambda: book.say("LedgerBellIntent"))
    thing = book.body("LedgerBellIntent")
    with house.armed(points.index("outcome")) as died:
        assert book.send(thing) is None
        wait_until(died, "a worker's end")
    house.off = 0.0
    assert book.kept()[thing] == (0, 0, 0)
    house.off = 75.0
    book.send(thing)
    assert thing in book.acknowledged
    house.off = 60.0
    book.repeat()
    tell(book.row("a claim of a later time", 1))


def test_a_worker_that_stood_still_in_a_turn_keeps_nothing_twice(house, books, tell):
    book = books()
    book.say()
    one, other = house.workers
    with house.stopped(other), ThreadPoolExecutor(1) as pool:
        thing = book.body("LedgerBellIntent")
        calls = len(book.platform.calls)
        book.platform.delay = SPAN
        turn = pool.submit(book.send, thing)
        wait_until(lambda: len(book.platform.calls) > calls, "a call to the platform")
        os.kill(one, signal.SIGSTOP)
        os.kill(other, signal.SIGCONT)
        book.platform.put_right()
        house.off = 60.0
        try:
            book.send(thing)
        finally:
            os.kill(one, signal.SIGCONT)
        assert turn.result() == book.acknowledged[thing]
    house.off = 0.0
    book.repeat()
    tell(book.row("a worker stood still in a turn", 1))
