"""Several good things in one breath."""

import pytest

from skill.reading import items


@pytest.mark.parametrize(
    ("said", "parted"),
    [
        ("Leo washed up, the rain stopped and I slept well", ("Leo washed up", "the rain stopped", "I slept well")),
        ("leo washed up and i slept well", ("leo washed up", "i slept well")),
        ("the rain, the soup and Leo", ("the rain", "the soup", "Leo")),
        ("the rain, the soup, and Leo", ("the rain", "the soup", "Leo")),
        ("the soup. And the walk.", ("the soup", "the walk")),
        ("the soup and also the walk", ("the soup", "the walk")),
        ("the soup oh and the walk plus the rain", ("the soup", "the walk", "the rain")),
        ("and also the soup", ("the soup",)),
        ("I had tea with Sam and Leo made soup", ("I had tea with Sam", "Leo made soup")),
        ("bread and butter, the sun", ("bread and butter", "the sun")),
        ("the soup, my mum and dad", ("the soup", "my mum and dad")),
        ("um, the quiet this morning please", ("the quiet this morning",)),
        ("", ()),
        ("...", ()),
    ],
)
def test_things_are_parted_where_they_are_several(said, parted):
    assert items(said, "en") == parted


@pytest.mark.parametrize(
    "said",
    [
        "my mum and dad", "fish and chips", "peace and quiet", "the soup and the walk", "my friend Sam and my sister",
        "I made soup and it was good", "Leo came home and he cooked", "I went home and slept",
        "Sam and Leo made soup", "my sister, who called me", "Leo, Kim and Sam came over",
        "I walked, talked and laughed",
    ],
)  # fmt: skip
def test_what_belongs_together_stays_together(said):
    assert items(said, "en") == (said,)


def test_an_endless_list_ends_in_one_last_item():
    parted = items(", ".join(f"thing {letter}" for letter in "abcdefghijklmn"), "en")
    assert len(parted) == 10
    assert parted[-1].endswith("thing n")
