"""The server is told to stop, or to reload, while turns are in flight."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.house import CLAIM_LASTS, speaking, sum_of, wait_until

SPAN = 0.4


def in_flight(book, switchboard, pool):
    """Begin a turn that waits for the platform, and give its thing and what comes of it."""
    switchboard.delay, calls = SPAN, len(switchboard.calls)
    thing = book.body("LedgerBellIntent")
    turn = pool.submit(book.send, thing)
    wait_until(lambda: len(switchboard.calls) > calls, "a call to the platform")
    return thing, turn


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_turn_in_flight_outlives_the_signal_or_is_absent(house, books, switchboard, tell, told):
    book = books()
    book.say()
    with ThreadPoolExecutor(1) as pool:
        thing, turn = in_flight(book, switchboard, pool)
        if told == signal.SIGHUP:
            house.reload()
        else:
            os.kill(house.process.pid, told)
        turn.result()
        switchboard.put_right()
        if told != signal.SIGHUP:
            house.restart_after_signal()
    if told == signal.SIGINT:  # it does not wait for anybody, and says so
        house.off = CLAIM_LASTS
    else:
        assert thing in book.acknowledged
    book.repeat()
    tell(book.row(f"in flight at {told.name}", 1))


def test_turns_go_on_while_the_workers_are_replaced(house, books, times, tell):
    several, tried = [books(f"household {number}") for number in range(3)], times(2)
    with speaking(*several) as acknowledged:
        for _ in range(tried):
            before = acknowledged()
            house.reload()
            wait_until(lambda before=before: acknowledged() > before, "another turn")
    for book in several:
        book.repeat()
    tell(sum_of("workers replaced while turns go on", tried, *(book.row() for book in several)))
