"""Words in their plain form, and words as they are kept."""

import pytest

from skill.reading import fold, tidy
from skill.reading.text import heard


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("It’s LEO!", "it's leo"),
        ("  Don‘t   keep that. ", "don't keep that"),
        ("um, stop please", "stop"),
        ("Well, you know, it was the, uh, rain", "it was the rain"),
        ("uh huh", "uh huh"),
        ("mm-hmm", "mm hmm"),
        ("so so", "so so"),
        ("well", "well"),
        ("please", "please"),
        ("um", "um"),
        ("8:30 p.m.", "8:30 pm"),
        ("", ""),
        ("?!", ""),
        ("café — naïve", "café naïve"),
    ],
)
def test_text_is_folded_without_losing_what_it_says(said, plain):
    assert fold(said) == plain


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("um, well, the rain please", "the rain"),
        ("Leo’s soup, thanks.", "Leo's soup"),
        ("So I slept well", "I slept well"),
        ("well rested", "well rested"),
        ("like the rain", "like the rain"),
        ("Like, the garden", "the garden"),
        ("I want to say thank you", "I want to say thank you"),
        ("tell Kim thanks", "tell Kim thanks"),
        ("thanks", "thanks"),
        ("please", "please"),
        ("Mary Ann McKenna's Garden", "Mary Ann McKenna's Garden"),
        ("umbrellas", "umbrellas"),
        ("", ""),
        ("...", ""),
    ],
)
def test_words_to_be_kept_lose_only_what_surrounds_them(said, kept):
    assert tidy(said) == kept


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("twenty-five minutes", "25 minutes"),
        ("one thing", "one thing"),
        ("no one knows", "no one knows"),
        ("a second one", "a second one"),
        ("I may go right now", "i may go right now"),
        ("the twenty first", "the 21st"),
        ("one hundred and five", "105"),
        ("half past eight", "half past 8"),
    ],
)
def test_spelt_out_numbers_become_digits_where_they_count(said, text):
    assert heard(said, "en").text == text


def test_a_span_of_the_plain_text_is_quoted_from_the_source():
    said = heard("Call Leo’s Mum in twenty-five minutes!", "en")
    start = said.text.index("25")
    assert said.quoted((start, start + 2)) == "twenty-five"
    assert said.quoted((0, start - 4)) == "Call Leo's Mum"
