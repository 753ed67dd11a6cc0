"""Names people give."""

import pytest

from skill.answers import Name, Words


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("it's Kim", "Kim"), ("It’s kim.", "Kim"), ("I'm Leo", "Leo"), ("my name is Mary Ann", "Mary Ann"),
        ("my name is mary ann", "Mary Ann"),
        ("this is Sam speaking", "Sam"), ("Kim here", "Kim"), ("leo", "Leo"), ("Leo, I think", "Leo"), ("yes, Kim",
        "Kim"),
        ("I'm Leo and this is Kim", "Leo"), ("my mum", "Mum"), ("my sister lea", "Lea"), ("gran", "Gran"), ("o'brien",
        "O'Brien"),
        ("anne-marie", "Anne-Marie"), ("van der berg", "Van der Berg"), ("it's May", "May"), ("will", "Will"),
        ("i'm will", "Will"), ("they call me Big Al", "Big Al"), ("McKenna", "McKenna"), ("MARY", "Mary"),
        ("hello, I'm Ana", "Ana"), ("Zoë", "Zoë"), ("ahmed", "Ahmed"), ("you can call me Jo", "Jo"),
        ("D’Arcy", "D'Arcy"), ("my name's leo and I'm sad", "Leo"), ("hope", "Hope"), ("no it's leo", "Leo"),
    ],
)  # fmt: skip
def test_a_name_is_found_and_capitalised(reading, said, name):
    assert reading(said, Name()).value == name


@pytest.mark.parametrize(
    "said",
    [
        "nobody", "none of your business", "me", "it's me", "skip", "why", "who", "I'm tired", "I'm going home",
        "I'm not telling you", "it's a secret", "the kids", "my partner", "Leo washed up", "I want to stop", "yes",
        "no", "seven", "everyone", "", "?", "I don't know", "Leo's mum", "repeat", "not now", "safe harbor",
    ],
)  # fmt: skip
def test_what_is_no_name_is_not_read_as_one(reading, said):
    assert reading(said, Name()) is None


@pytest.mark.parametrize(
    "said", ["Ann and Ben", "ann and ben", "it's Ann and Ben", "we're Ann and Ben", "I'm Ann and this is Ben"]
)
def test_a_second_name_rides_along(reading, said):
    answer = reading(said, Name())
    assert (answer.value, answer.also.words) == ("Ann", "Ben")


def test_what_is_said_of_another_one_is_in_no_name(reading):
    assert reading("I'm Kim, Leo isn't here", Name()).value == "Kim"


def test_two_names_are_words_where_words_will_do(reading):
    assert reading("Ann and Ben", Name() | Words()).value == "Ann and Ben"


def test_a_name_arrives_as_a_slot_without_words(reading):
    assert reading("", Name(), {"name": "kim"}).value == "Kim"
