"""Additions, corrections, and saying back."""

import pytest

from skill.reading import Correction, addition, correction, denies, mirror


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("and also the soup", "the soup"),
        ("Oh, and the walk", "the walk"),
        ("also Leo called", "Leo called"),
        ("And then we laughed", "we laughed"),
        ("plus the rain", "the rain"),
        ("and it was nice", "it was nice"),
        ("the soup", None),
        ("and", None),
        ("also", None),
        ("Andy came", None),
        ("", None),
    ],
)
def test_a_continuation_gives_what_it_adds(said, added):
    assert addition(said) == added


@pytest.mark.parametrize(
    ("said", "new", "old"),
    [
        ("no I meant Sam", "Sam", None),
        ("I mean Sam", "Sam", None),
        ("not Tuesday, Wednesday", "Wednesday", "Tuesday"),
        ("not Tuesday but Wednesday", "Wednesday", "Tuesday"),
        ("no, not Kim, Leo", "Leo", "Kim"),
        ("actually it was Leo", "Leo", None),
        ("actually Leo", "Leo", None),
        ("change that to Friday", "Friday", None),
        ("make it six", "six", None),
        ("change the walk to six", "six", "the walk"),
        ("I said Lea not Leah", "Lea", "Leah"),
        ("it was Leo, not Kim", "Leo", "Kim"),
        ("sorry, I meant tomorrow at six", "tomorrow at six", None),
        ("wait, it’s Thursday", "Thursday", None),
        ("it should be Friday", "Friday", None),
    ],
)
def test_a_correction_gives_what_is_right_and_what_was_wrong(said, new, old):
    assert correction(said) == Correction(new, old)


@pytest.mark.parametrize(
    "said",
    [
        "no", "not now", "not really", "not great", "not yet", "not today", "rather not", "why not", "I'm not sure",
        "it's not that", "not bad thanks", "no it's fine", "actually no", "actually I don't want to", "it was lovely",
        "the rain", "",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_correction_is_none(said):
    assert correction(said) is None


@pytest.mark.parametrize(
    ("said", "denied"),
    [("we don\u2019t need a break", True), ("I can't keep it", True), ("no break", True), ("I know it's noted", False)],
)
def test_what_is_denied_is_known(said, denied):
    assert denies(said, "en") is denied


@pytest.mark.parametrize(
    ("said", "mirrored"),
    [
        ("I could just sit down", "you could just sit down"),
        ("my mum called me", "your mum called you"),
        ("I’m grateful for the rain", "you're grateful for the rain"),
        ("I was tired", "you were tired"),
        ("I am myself", "you are yourself"),
        ("Leo washed up", "Leo washed up"),
        ("we had a good day", "you had a good day"),
        ("we're fine and our dog made us laugh", "you're fine and your dog made you laugh"),
        ("I rang my aunt in the US", "you rang your aunt in the US"),
        ("Leo’s soup", "Leo's soup"),
        ("and also the soup", "the soup"),
        ("Um, the quiet this morning please", "the quiet this morning"),
        ("I was so tired because nobody helped me with anything at all", "you were so tired"),
        ("I finally managed to get a long walk in the park", "you finally managed to get a long walk"),
        ("thank you from Leo", "thank you from Leo"),
    ],
)
def test_words_are_said_back_to_the_person(said, mirrored):
    assert mirror(said, "en") == mirrored


@pytest.mark.parametrize(
    "said",
    [
        "he is an idiot",
        "she’s such a BITCH",
        "you told me I am wrong",
        "",
        "one two three four five six seven eight nine ten",
    ],
)
def test_what_should_not_be_said_back_is_not(said):
    assert mirror(said, "en") == ""
