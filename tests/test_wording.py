from datetime import UTC, datetime

import pytest

from skill import Practice, Verbatim, reading
from skill.reply import Line
from skill.speech import Manner, Memory, Speech, words_in
from skill.texts import Texts
from skill.wording import TURN_WORDS, Part, house, slowly, word

TEXTS = """
line = { $words }
asked = What is it?
    .reprompt = What?
    .unkept = I keep nothing. What is it?
bare = And then?
"""


@pytest.fixture
def worded(bring, registry_with):
    speech = Speech(registry_with(bring(Practice("garden"), texts=TEXTS)), reading.mirror)
    manner = Manner("en-GB", datetime(2026, 3, 2, 20, tzinfo=UTC))
    return lambda parts, question=None: word(speech, parts, question, manner, Memory({}))


def line(number, name="word"):
    return Part(Line("line", {"words": Verbatim(" ".join([name] * number) + ".")}, "garden"))


ASKED = Line("asked", {}, "garden")


def test_the_question_stands_last(worded):
    assert worded([line(2)], Part(ASKED)).speech == "Word word. What is it?"


def test_a_question_brings_its_reprompt(worded):
    assert worded([], Part(ASKED)).reprompt == "What?"


def test_a_question_without_a_reprompt_is_its_own(worded):
    assert worded([], Part(Line("bare", {}, "garden"))).reprompt == "And then?"


def test_without_a_question_there_is_no_reprompt(worded):
    assert worded([line(2)]).reprompt == ""


def test_an_attribute_is_said_in_place_of_the_line(worded):
    assert worded([], Part(ASKED, "unkept")).speech == "I keep nothing. What is it?"


def test_an_attribute_that_is_missing_leaves_the_line(worded):
    assert worded([], Part(ASKED, "narrower")).speech == "What is it?"


def test_what_is_ready_is_said_as_it_is(worded):
    assert worded([], Part(ASKED, ready="<b>As before?</b>")).speech == "<b>As before?</b>"


def test_lines_that_fit_are_all_said(worded):
    assert words_in(worded([line(20), line(20)], Part(ASKED)).speech) == 43


def test_of_lines_that_do_not_fit_the_earlier_go(worded):
    speech = worded([line(20, "first"), line(20, "second"), line(20, "third")], Part(ASKED)).speech
    assert "First" not in speech
    assert words_in(speech) <= TURN_WORDS
    assert speech.endswith("What is it?")


def test_the_last_line_and_the_question_are_always_said(worded):
    assert words_in(worded([line(60)], Part(ASKED)).speech) == 63


def test_nothing_to_say_is_nothing(worded):
    assert worded([]).speech == ""


def test_the_hosts_own_lines_stand_in_its_own_texts(worded):
    assert worded([house("nothing-to-skip")]).speech == "There's nothing open to skip."


def test_the_menu_is_worded_once_for_each_locale(bring, registry_with, monkeypatch):
    registry = registry_with(bring(Practice("garden")))
    speech = Speech(registry, reading.mirror)
    manners = [Manner(locale, datetime(2026, 3, 2, 20, tzinfo=UTC)) for locale in ("en-GB", "en-US")]
    first = [speech.menu(manner.locale, light=False) for manner in manners]
    assert first[0] == (("garden", "look at the garden", ("your garden",)),)
    assert speech.names(manners[0].locale) == {"garden": "your garden"}
    monkeypatch.delattr(Texts, "format")
    assert [speech.menu(manner.locale, light=False) for manner in manners] == first


def test_slowly_is_the_same_with_a_breath_between_sentences():
    assert slowly("One. Two?") == '<prosody rate="slow">One.<break time="700ms"/> Two?</prosody>'
    assert slowly(slowly("One.")) == slowly("One.")


def test_the_words_of_the_question_alone_are_known(worded):
    assert worded([line(2)], Part(ASKED)).asked == "What is it?"
    assert worded([line(2)]).asked == ""
