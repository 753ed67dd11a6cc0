"""Two devices of one household speak at once."""

from tests.faults.house import together

INTENTS = ("LedgerIntent", "LedgerBellIntent", "LedgerTimerIntent")


def test_turns_of_two_devices_at_once_are_all_kept_once(books, switchboard, times, tell):
    book, tried = books(), times(6)
    switchboard.device(book.user, "bedroom", permissions=("reminders", "timers"))
    for number in range(tried):
        intent = INTENTS[number % len(INTENTS)]
        things = [book.body(intent, device=device) for device in ("speaker", "bedroom")]
        together(2, lambda each, things=things: book.send(things[each]))
        assert set(things) <= book.acknowledged.keys()
    book.repeat()
    tell(book.row("two devices at once", tried))


def test_copies_from_two_devices_at_once_are_answered_once_each(books, times, tell):
    book, tried = books(), times(3)
    for _ in range(tried):
        things = [book.body(device=device) for device in ("speaker", "bedroom")]
        together(6, lambda each, things=things: book.send(things[each % 2]))
        assert set(things) <= book.acknowledged.keys()
    book.repeat()
    tell(book.row("copies from two devices at once", tried))
