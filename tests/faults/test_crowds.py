"""Sixty-four at once."""

from tests.faults.house import sum_of, together

CROWD = 64


def test_sixty_four_households_at_once_are_all_kept(books, tell):
    several = [books(f"household {number}") for number in range(CROWD)]
    together(CROWD, lambda number: several[number].say())
    assert all(len(book.acknowledged) == 1 for book in several)
    tell(sum_of("64 households at once", CROWD, *(book.row() for book in several)))


def test_sixty_four_turns_of_one_household_at_once_are_whole_or_absent_and_kept_when_repeated(books, tell):
    book = books()
    book.say()
    things = [book.body() for _ in range(CROWD)]
    together(CROWD, lambda number: book.send(things[number]))
    tell(book.row("64 turns of one household at once", CROWD))
    assert len(book.acknowledged) > CROWD / 2
    book.repeat()
