"""Feelings."""

import pytest

from skill.answers import Feeling, Felt, Words


@pytest.mark.parametrize(
    ("said", "felt"),
    [
        ("wound up", Felt("wound up", "stressed", "high")),
        ("Wound up!", Felt("wound up", "stressed", "high")),
        ("a bit tired", Felt("tired", "tired", "low")),
        ("I feel knackered and sad", Felt("knackered and sad", "tired", "low")),
        ("happy and sad", Felt("happy and sad", "mixed", "high")),
        ("not great", Felt("not great", "sad", "low")),
        ("okay I suppose", Felt("okay", "calm", "middle")),
        ("fine", Felt("fine", "calm", "middle")),
        ("well", Felt("well", "glad", "middle")),
        ("meh", Felt("meh", "mixed", "low")),
        ("so so", Felt("so so", "mixed", "middle")),
        ("I’m not angry, just tired", Felt("tired", "tired", "low")),
        ("i don't feel good", Felt("not good", "sad", "low")),
        ("anxios", Felt("anxious", "afraid", "middle")),
        ("my partner was angry and I'm sad", Felt("sad", "sad", "middle")),
        ("a little down", Felt("down", "sad", "low")),
        ("lonely", Felt("lonely", "lonely", "low")),
        ("I feel loved", Felt("loved", "loved", "middle")),
        ("ashamed", Felt("ashamed", "ashamed", "middle")),
        ("left out", Felt("left out", "hurt", "middle")),
        ("furious", Felt("furious", "angry", "high")),
        ("not bad", Felt("not bad", "glad", "middle")),
    ],
)
def test_a_feeling_is_found_with_its_family_and_energy(reading, said, felt):
    assert reading(said, Feeling()).value == felt


@pytest.mark.parametrize(
    ("said", "word"), [("bleurgh", "bleurgh"), ("a bit wobbly today", "wobbly"), ("not angry", "not angry")]
)
def test_a_few_words_that_no_list_knows_are_taken_as_they_are(reading, said, word):
    assert reading(said, Feeling()).value == Felt(word, "unknown", "middle")


@pytest.mark.parametrize(
    "said",
    [
        "he is mad at me", "calm down", "I need to calm my nerves", "help me calm myself", "I lied to my sister",
        "I've cheated on her", "I sat down", "I've lost my keys", "yes", "no", "skip", "what", "seven", "",
        "I don't know", "we had a fight about the dishes again", "I feel nothing",
    ],
)  # fmt: skip
def test_what_is_no_feeling_of_the_speaker_is_not_read_as_one(reading, said):
    assert reading(said, Feeling()) is None


def test_somebody_elses_feeling_is_words(reading):
    assert reading("Leo was angry", Feeling() | Words()).kind == "Words"
    assert reading("I was angry", Feeling() | Words()).kind == "Feeling"
