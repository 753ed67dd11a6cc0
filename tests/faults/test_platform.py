"""The platform's services are slow, refuse, fail, or answer nonsense: no alert twice, and none said that is not set."""

import socket
from contextlib import suppress
from threading import Event

import pytest
from flask import Response, request

INTENTS = ("LedgerBellIntent", "LedgerTimerIntent")
NOWHERE = "https://api.amazonalexa.com"
MANY = 99


def late(switchboard):
    """Carry out what sets something, and answer when nobody waits any more."""
    switchboard.after = lambda call, answer: (call.method == "POST" and switchboard.patience.wait(10), answer)[1]


def slow(switchboard):
    """Let every call wait before it is looked at."""
    switchboard.before = lambda call: switchboard.patience.wait(10)


def nonsense(switchboard):
    """Answer every call with what cannot be read."""
    switchboard.after = lambda call, answer: Response(b'{"alertToken": "bel')


def nonsense_once_set(switchboard):
    """Carry out what sets something, and answer with what cannot be read."""
    switchboard.after = lambda call, answer: Response(b"\x00") if call.method == "POST" else answer


def hung_up(switchboard):
    """Carry out what sets something, and hang up."""

    def hang_up(call, answer):
        if call.method == "POST":
            with suppress(OSError):
                request.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return answer

    switchboard.after = hang_up


def failing_once_set(switchboard):
    """Carry out what sets something, and say that it failed."""
    switchboard.after = lambda call, answer: Response(b"{}", 500) if call.method == "POST" else answer


def refusing(status, code=""):
    """Refuse every call."""

    def refuse(switchboard):
        switchboard.fail(status, code, times=MANY)

    refuse.__name__ = f"refusing_{status}"
    return refuse


REFUSALS = (
    refusing(401, "UNAUTHORIZED"), refusing(403, "DEVICE_NOT_SUPPORTED"), refusing(429), refusing(500), refusing(503),
)  # fmt: skip
FAULTS = (*REFUSALS, slow, late, nonsense, nonsense_once_set, hung_up, failing_once_set)


@pytest.fixture(autouse=True)
def patience(switchboard):
    switchboard.patience = Event()
    yield
    switchboard.patience.set()


def put_right(switchboard):
    switchboard.patience.set()
    switchboard.put_right()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("intent", INTENTS)
def test_an_alert_is_set_once_and_only_said_when_it_is(books, switchboard, tell, intent, fault):
    book = books()
    book.say()
    fault(switchboard)
    book.say(intent)
    put_right(switchboard)
    row = book.row()
    assert row.clean, row
    asked_again = book.say(intent)
    assert asked_again in book.acknowledged
    tell(book.row(f"{fault.__name__.replace('_', ' ')}: {intent}", 1))


@pytest.mark.parametrize("intent", INTENTS)
def test_an_alert_whose_setting_nobody_heard_of_is_the_one_that_is_asked_for_again(books, switchboard, tell, intent):
    book = books()
    book.say()

    def deaf(call, answer):
        switchboard.fail(500, times=MANY)
        return Response(b"{}", 500)

    switchboard.after = lambda call, answer: deaf(call, answer) if call.method == "POST" else answer
    lost = book.say(intent)
    put_right(switchboard)
    assert (lost in book.acknowledged, book.said_to_be_set()) == (True, 0)
    assert book.say(intent) in book.acknowledged
    tell(book.row(f"set, and all answers lost: {intent}", 1))


@pytest.mark.parametrize("intent", INTENTS)
def test_nothing_is_said_to_be_set_where_nobody_answers(books, tell, intent):
    book = books()
    book.say()
    assert book.say(intent, endpoint=NOWHERE) in book.acknowledged
    assert book.said_to_be_set() == 0
    book.say(intent)
    assert book.said_to_be_set() == 1
    tell(book.row(f"connection refused: {intent}", 1))


@pytest.mark.parametrize("fault", [*REFUSALS, slow, nonsense], ids=lambda fault: fault.__name__)
def test_a_time_zone_that_cannot_be_had_costs_no_turn(books, switchboard, tell, fault):
    book = books()
    fault(switchboard)
    book.say()
    put_right(switchboard)
    assert book.acknowledged.keys() == book.said.keys()
    book.repeat()
    tell(book.row(f"{fault.__name__.replace('_', ' ')}: the time zone", 1))


def test_a_time_zone_that_nobody_tells_costs_no_turn(books, tell):
    book = books()
    book.say(endpoint=NOWHERE)
    assert book.acknowledged.keys() == book.said.keys()
    book.repeat()
    tell(book.row("connection refused: the time zone", 1))
