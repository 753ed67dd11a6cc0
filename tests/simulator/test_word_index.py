import pytest

from skill.simulator.word_index import WordIndex

RHYMES = ("the cat sat on the mat", "the cat", "A dog", "")


@pytest.fixture
def found():
    index = WordIndex((each.split(), each) for each in RHYMES)
    return lambda words: index.within(words.split())


def test_what_is_found_has_all_its_words_there(found):
    assert found("a cat on the roof") == ["the cat", ""]
    assert found("a dog sat") == ["A dog", ""]


def test_what_is_found_keeps_its_order_whatever_the_words_do(found):
    assert found("mat the on sat cat a dog") == [*RHYMES]


def test_case_makes_no_difference(found):
    assert found("THE Cat") == ["the cat", ""]


def test_what_has_no_words_is_always_found(found):
    assert found("") == [""]


def test_things_with_the_same_words_are_all_found():
    assert WordIndex([(("tea",), 1), (("tea",), 2)]).within(("tea", "tea")) == [1, 2]
