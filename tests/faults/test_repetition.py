"""A request that comes more than once is answered once."""

import pytest

from tests.faults.house import together

INTENTS = ("LedgerIntent", "LedgerBellIntent", "LedgerTimerIntent")


@pytest.mark.parametrize("intent", INTENTS)
def test_a_request_repeated_in_sequence_is_answered_once(books, times, tell, intent):
    book, tried = books(), times(3)
    for _ in range(tried):
        book.say(intent)
    assert book.acknowledged.keys() == book.said.keys()
    book.repeat()
    tell(book.row(f"repeated in sequence: {intent}", tried))


@pytest.mark.parametrize("intent", INTENTS)
def test_copies_at_the_same_time_are_answered_once(books, times, tell, intent):
    book, tried = books(), times(3)
    for _ in range(tried):
        thing = book.body(intent)
        replies = together(6, lambda _, thing=thing: book.send(thing))
        assert all(reply == book.acknowledged[thing] for reply in replies)
    tell(book.row(f"copies at the same time: {intent}", tried))


@pytest.mark.parametrize("intent", INTENTS)
def test_a_request_repeated_to_another_worker_is_answered_once(house, books, tell, intent):
    book = books()
    first, second = house.workers
    for one, other in ((first, second), (second, first)):
        with house.stopped(one):
            thing = book.say(intent)
            assert thing in book.acknowledged
        with house.stopped(other):
            assert book.send(thing) == book.acknowledged[thing]
    tell(book.row(f"repeated to another worker: {intent}", 2))


def test_a_request_repeated_after_a_restart_is_answered_once(house, books, tell):
    book = books()
    for intent in INTENTS:
        book.say(intent)
    house.restart()
    book.repeat()
    tell(book.row("repeated after a restart", len(book.said)))
