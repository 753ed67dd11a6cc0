"""Yes and no in all their forms."""

import pytest

from skill.answers import YesNo

YES = [
    "yes", "Yes!", "yeah go on then", "sure", "yes please", "of course", "why not", "no problem", "no worries",
    "sounds good", "okay", "uh huh", "uh-huh", "mm-hmm", "um yes", "well yes", "yup yup", "sure why not", "go ahead",
    "let's do it", "I'd love to", "that would be nice", "please", "please do", "I do", "we are", "we're both here",
    "that's right", "fine", "ready when you are", "hmm okay", "yes thank you", "I would like that", "good",
    "yes, we do", "oh yes please", "i'm ready",
]  # fmt: skip
SOFT = [
    "I guess", "maybe", "no yes", "I suppose so", "I think so", "possibly", "might as well", "if you like",
    "yes I guess", "whatever", "sure, I guess so", "perhaps", "probably",
]  # fmt: skip
NO = [
    "no", "No.", "nah", "no that's okay", "no, I'm fine thanks", "okay but not tonight", "not always",
    "I'd rather do it later", "yes, later", "nope", "rather not", "I'd rather not", "not really", "no thanks",
    "absolutely not", "not yet", "I don't think so", "never mind", "of course not", "yeah no", "yes but not now",
    "uh uh", "nuh-uh", "no no no", "maybe not", "maybe later", "I don't", "we don't", "I'm not", "don't", "just me",
    "no, thanks, not today", "no please", "definitely not", "that's not right", "not now", "I don't want to",
]  # fmt: skip
NEITHER = [
    "no one helped me", "I may go", "a bit tired", "let's see", "I could do with a walk", "I can't wait", "right now",
    "know", "good morning", "don't keep that", "not tuesday", "twenty minutes", "", "?",
    "okay so I was walking down the street", "the rain", "never been better", "not bad", "surely enough of it",
]  # fmt: skip
UNSURE = ["I don't know", "not sure", "I'm not sure", "yes and no", "no idea", "dunno"]


@pytest.mark.parametrize("said", YES)
def test_a_clear_yes_is_yes_even_where_it_must_be_clear(reading, said):
    for expected in (YesNo(), YesNo(clear=True)):
        answer = reading(said, expected)
        assert (answer.value, answer.soft) == (True, False)


@pytest.mark.parametrize("said", SOFT)
def test_a_soft_yes_is_yes_but_not_where_it_must_be_clear(reading, said):
    answer = reading(said, YesNo())
    assert (answer.value, answer.soft) == (True, True)
    assert reading(said, YesNo(clear=True)).value is False


@pytest.mark.parametrize("said", NO)
def test_a_no_is_no(reading, said):
    assert reading(said, YesNo()).value is False
    assert reading(said, YesNo(clear=True)).value is False


@pytest.mark.parametrize("said", NEITHER)
def test_what_is_neither_yes_nor_no_is_not_read_as_either(reading, said):
    assert reading(said, YesNo()) is None
    assert reading(said, YesNo(clear=True)) is None


@pytest.mark.parametrize("said", UNSURE)
def test_not_knowing_is_unclear_but_counts_as_no_where_a_yes_must_be_clear(reading, said):
    assert reading(said, YesNo()) is None
    assert reading(said, YesNo(clear=True)).value is False


def test_what_follows_the_yes_rides_along(reading):
    answer = reading("Yes, it was Leo’s soup", YesNo())
    assert answer.value is True
    assert answer.also.words == "it was Leo's soup"


def test_a_no_with_a_length_carries_the_length(reading):
    answer = reading("no, half an hour", YesNo())
    assert answer.value is False
    assert answer.also.duration.total_seconds() == 1800
