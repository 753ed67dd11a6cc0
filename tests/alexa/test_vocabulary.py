"""What can be said in one locale, as turns need it."""

import pytest

from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec
from skill.alexa.vocabulary import ANSWERS, Vocabulary
from skill.exchange import Slot

RAIN, PLACE = SlotSpec("rain", "AMAZON.SearchQuery"), SlotSpec("place", "AMAZON.City")


@pytest.fixture
def vocabulary():
    garden = Fragment(
        "garden",
        "en-US",
        (
            IntentSpec("NoteIntent", (), ("note it", "note")),
            IntentSpec("NoteRainIntent", (), ("note it was the rain", "it rained")),
            IntentSpec("RainIntent", (RAIN, PLACE), ("the {rain} over {place}", "over {place} the {rain}", "{rain}")),
            IntentSpec("TownIntent", (PLACE,), ("in {place} i mean", "{place}")),
        ),
    )
    answers = Fragment(ANSWERS, "en-US", (IntentSpec("SoftYesIntent", (), ("i guess so",)),))
    return Vocabulary((garden, answers))


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("well i would like to note it please", "NoteIntent"),
        ("please note it was the rain again", "NoteRainIntent"),
        ("it rained so note it was the rain", "NoteRainIntent"),
        ("note it because it rained", "NoteIntent"),
        ("it rained so note it", "NoteRainIntent"),
        ("a note", ""),
        ("well i guess so", ""),
        ("", ""),
    ],
)
def test_the_longest_sample_within_a_sentence_is_meant_and_of_two_alike_the_first(vocabulary, words, intent):
    assert vocabulary.within(words) == intent


def test_a_sentence_is_for_the_intent_it_comes_near_to_but_for_no_answer(vocabulary):
    assert vocabulary.nearest("WordsIntent", "i'd note it was the lovely rain") == "NoteRainIntent"
    assert vocabulary.nearest("WordsIntent", "well i guess so then") == ""


@pytest.mark.parametrize(
    ("intent", "slots", "sentence"),
    [
        ("NoteIntent", {}, "note it"),
        ("TownIntent", {"place": "leeds"}, "in leeds i mean"),
        ("RainIntent", {"rain": "drizzle", "place": "leeds"}, "the drizzle over leeds"),
        ("RainIntent", {"rain": "drizzle", "town": "leeds"}, "drizzle leeds"),
        ("RainIntent", {"rain": "drizzle"}, "drizzle"),
        ("StormIntent", {"rain": "drizzle"}, "drizzle"),
        ("StormIntent", {}, ""),
    ],
)
def test_the_likeliest_sentence_is_put_together_again(vocabulary, intent, slots, sentence):
    assert vocabulary.sentence(intent, {name: Slot(words) for name, words in slots.items()}) == sentence
