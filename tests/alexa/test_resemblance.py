"""What a free sentence is most like."""

import pytest

from skill import reading
from skill.alexa.resemblance import Resemblance

SAMPLES = {
    "BreakOverIntent": ("is the break over yet", "how long is left", "how much longer is the break"),
    "StepIntent": ("i should see someone", "find me someone to talk to", "i don't need anyone"),
    "TellIntent": ("how do i tell my mum {matter}", "help me find the right words"),
    "NoteIntent": ("note something good", "write down {thing}", "{thing}"),
}


@pytest.fixture
def resemblance():
    return Resemblance(SAMPLES, lambda words: reading.denies(words, "en"))


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("is the time out over yet", "BreakOverIntent"),
        ("how long is left of it", "BreakOverIntent"),
        ("i reckon i should see someone", "StepIntent"),
        ("how would i tell my mum i'm moving", "TellIntent"),
        ("please note something nice and good", "NoteIntent"),
    ],
)
def test_a_sentence_is_for_the_intent_whose_sample_it_is_much_like(resemblance, words, intent):
    assert resemblance.nearest((words,)) == intent


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the weather is lovely",
        "i like my mum",
        "i should not see someone",
        "we never note something good",
        "is someone over there yet to break the words",
    ],
)
def test_what_is_like_nothing_or_denies_it_is_for_none(resemblance, words):
    assert resemblance.nearest((words,)) == ""


def test_what_is_denied_is_for_the_sample_that_denies_it(resemblance):
    assert resemblance.nearest(("i really don't need anyone",)) == "StepIntent"


def test_a_sentence_that_two_intents_are_equally_near_to_is_for_neither():
    both = {"FirstIntent": ("call the garden club",), "OtherIntent": ("call the garden club",), **SAMPLES}
    assert Resemblance(both, lambda _: False).nearest(("call the garden club",)) == ""
    del both["OtherIntent"]
    assert Resemblance(both, lambda _: False).nearest(("call the garden club",)) == "FirstIntent"


def test_of_several_beginnings_the_one_that_fits_is_taken(resemblance):
    ways = tuple(f"{beginning} long is left of it" for beginning in ("then", "how", "because", "who"))
    assert resemblance.nearest(ways) == "BreakOverIntent"
    assert resemblance.nearest(tuple(f"{beginning} roses need rain" for beginning in ("then", "how"))) == ""


def test_a_beginning_that_fits_nothing_is_not_held_against_a_sentence(resemblance):
    assert resemblance.nearest(("because note good", "then note good")) == "NoteIntent"
    assert resemblance.nearest(("because note good",)) == ""


@pytest.mark.parametrize(
    "samples",
    [
        {},
        {"OneIntent": ()},
        {"OneIntent": ("{any}",)},
        {"OneIntent": ("rain", "rain")},
        {"OneIntent": ("the rain again",), "OtherIntent": ("rain again the",)},
    ],
)
def test_few_samples_are_like_nothing_and_break_nothing(samples):
    assert Resemblance(samples, lambda _: False).nearest(("the rain again",)) == ""
