from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle

from skill import Felt, Person, Practice, Verbatim, reading
from skill.errors import MessageMissing
from skill.reply import Line
from skill.speech import REMEMBERED, Manner, Memory, Speech, plain, words_in
from skill.texts import Source, Texts

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
TEXTS = """
kept = Kept: { $thing }.
thing-first = { $thing } is kept. thanks.
at = I'll remind you { $at }.
many = { $count ->
        [one] One good thing.
       *[other] { $count } good things.
    }
four = One.
    .or-1 = Two.
    .or-2 = Three.
    .or-3 = Four.
two = One.
    .or-1 = Two.
asked = What is it?
    .reprompt = What, { $thing }?
bare =
    .help = Only help.
colour = The colour.
"""
NONE = Memory({})


@pytest.fixture
def speech(bring, registry_with):
    return Speech(registry_with(bring(Practice("garden"), texts=TEXTS)), reading.mirror)


def manner(seed="", locale="en-GB"):
    return Manner(locale, NOW, seed)


def said(speech, message, seed="", locale="en-GB", **args):
    return speech.say(Line(message, args, "garden"), manner(seed, locale), NONE)[0]


# Arguments


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("the rain", "Kept: the rain."),
        ("my roses", "Kept: your roses."),
        (Verbatim("my roses"), "Kept: my roses."),
        ("me & <you>", "Kept: that."),
        ("salt & pepper", "Kept: salt &amp; pepper."),
        (Verbatim("<break/> & co"), "Kept: &lt;break/&gt; &amp; co."),
        (("my roses", "a < b"), "Kept: your roses and a &lt; b."),
        (timedelta(minutes=20), "Kept: twenty minutes."),
        (Person("p", "Leo & Co"), "Kept: Leo &amp; Co."),
        (Felt("cross", "angry", "high"), "Kept: cross."),
        (None, "Kept: ."),
        ((Person("p", "Ana"), Person("q", "Leo")), "Kept: Ana and Leo."),
        (3, "Kept: 3."),
    ],
)
def test_arguments_are_said_as_people_say_them_and_escaped(speech, value, text):
    assert said(speech, "kept", thing=value) == text


def test_peoples_words_are_shortened_to_eight(speech):
    long = "the children cooked the dinner while we were asleep on the sofa"
    assert words_in(said(speech, "kept", thing=long)) <= 1 + 8


def test_verbatim_words_are_said_whole(speech):
    long = " ".join(["word"] * 20)
    assert said(speech, "kept", thing=Verbatim(long)) == f"Kept: {long}."


def test_an_instant_brings_its_preposition(speech):
    assert said(speech, "at", at=NOW + timedelta(minutes=20)) == "I'll remind you at half past eight."


@pytest.mark.parametrize(("count", "text"), [(1, "One good thing."), (2, "2 good things."), (0, "0 good things.")])
def test_numbers_choose_their_form(speech, count, text):
    assert said(speech, "many", count=count) == text


def test_every_sentence_begins_with_a_capital(speech):
    assert said(speech, "thing-first", thing="the rain") == "The rain is kept. Thanks."


@pytest.mark.parametrize("words", ["<speak>", "a && b", "&lt;", "{ $thing }", '"><x/>', "]]>", "\u2028 <", "{"])
def test_no_words_become_markup_or_a_pattern(speech, words):
    for given in (words, Verbatim(words), (words, words)):
        text = said(speech, "kept", thing=given)
        assert "<" not in text
        assert "&" not in text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
    assert plain(said(speech, "kept", thing=Verbatim(words))) == " ".join(f"Kept: {words}.".split())


# Variants


def test_variants_are_not_repeated_within_the_last_three_uses(speech):
    memory, heard = NONE, []
    for number in range(40):
        text, memory = speech.say(Line("four", {}, "garden"), manner(str(number)), memory)
        heard.append(text)
    assert all(len(set(heard[place : place + REMEMBERED + 1])) == REMEMBERED + 1 for place in range(36))


def test_two_variants_take_turns(speech):
    memory, heard = NONE, []
    for number in range(10):
        text, memory = speech.say(Line("two", {}, "garden"), manner(str(number)), memory)
        heard.append(text)
    assert all(one != other for one, other in pairwise(heard))


def test_the_choice_is_the_same_when_a_turn_is_run_again(speech):
    assert said(speech, "four", seed="r1") == said(speech, "four", seed="r1")


def test_different_turns_begin_with_different_variants(speech):
    assert len({said(speech, "four", seed=str(number)) for number in range(40)}) == 4


def test_a_message_without_variants_is_not_remembered(speech):
    assert speech.say(Line("kept", {"thing": "x"}, "garden"), manner(), NONE)[1] is NONE


# What is needed

REFERRING = """
-brand = Safe { $kind } Harbor
plain = { -brand(kind: "quiet") } opens.
through = { many } and { colour.shade }
many = { $count ->
        [one] One thing
       *[other] { NUMBER($count) } things
    }
colour = The colour.
    .shade = { $shade }
circle = { circle } { $never }
"""


@pytest.mark.parametrize(
    ("message", "attribute", "names"),
    [
        ("plain", "", set()),
        ("through", "", {"count", "shade"}),
        ("colour", "", set()),
        ("colour", "shade", {"shade"}),
        ("circle", "", {"never"}),
    ],
)
def test_a_text_needs_the_arguments_that_it_speaks_of_and_those_of_what_it_refers_to(
    tmp_path, message, attribute, names
):
    (tmp_path / "en.ftl").write_text(REFERRING, encoding="utf-8")
    texts = Texts("garden", "en-GB", [Source.read(tmp_path / "en.ftl")])
    assert texts.needs(message, attribute) == names


def test_only_the_words_that_are_said_back_are_turned_round(bring, registry_with):
    turned = []
    registry = registry_with(bring(Practice("garden"), texts=TEXTS))
    speech = Speech(registry, lambda words, language: turned.append(words) or words)
    speech.say(Line("asked", {"thing": "the rain"}, "garden"), manner(), NONE)
    assert turned == []
    assert speech.attribute(Line("asked", {"thing": "the rain"}, "garden"), "reprompt", manner()) == "What, the rain?"
    assert turned == ["the rain"]


def test_a_text_without_arguments_is_formatted_once_and_what_people_said_never_stays(speech, monkeypatch):
    texts = speech.texts("garden", "en-GB")
    first = said(speech, "colour"), said(speech, "kept", thing="the rain")
    formatted = []
    format_pattern = FluentBundle.format_pattern
    monkeypatch.setattr(
        FluentBundle, "format_pattern", lambda *given: formatted.append(given) or format_pattern(*given)
    )
    assert (said(speech, "colour"), said(speech, "kept", thing="the rain")) == first
    assert len(formatted) == 1
    assert "rain" not in repr(vars(texts))


# What is missing


@pytest.mark.parametrize(
    ("message", "args", "reason"),
    [
        ("nothing", {}, "there is no message 'nothing'"),
        ("bare", {}, "message 'bare' has no text"),
        ("kept", {}, "message 'kept' cannot be said"),
    ],
)
def test_what_cannot_be_said_raises_with_the_plugins_name(speech, message, args, reason):
    with pytest.raises(MessageMissing, match=f"plugin 'garden': {reason}"):
        said(speech, message, **args)


def test_an_attribute_that_is_missing_is_none(speech):
    assert speech.attribute(Line("asked", {"thing": "rain"}, "garden"), "help", manner()) is None
    assert speech.attribute(Line("asked", {"thing": "rain"}, "garden"), "reprompt", manner()) == "What, rain?"


def test_whether_there_is_an_attribute_can_be_asked(speech):
    line = Line("asked", {}, "garden")
    assert [speech.has(line, "en-GB", each) for each in ("", "reprompt", "help")] == [True, True, False]
    assert not speech.has(Line("nothing", {}, "garden"), "en-GB")


# Locales


def test_a_locales_own_texts_stand_over_its_languages(speech):
    folder = speech._registry.plugin_of("garden").folder / "speech"
    (folder / "en-US.ftl").write_text("colour = The color.\n", encoding="utf-8")
    assert [said(speech, "colour", locale=each) for each in ("en-US", "en-GB")] == ["The color.", "The colour."]
    assert said(speech, "kept", locale="en-US", thing="x") == "Kept: x."


def test_a_language_without_texts_is_spoken_to_in_english(speech):
    assert said(speech, "colour", locale="de-DE") == "The colour."


def test_a_plugin_without_the_messages_the_house_needs_is_refused_by_name(bring, registry_with):
    plugin = bring(Practice("garden"))
    (plugin.folder / "speech" / "en.ftl").write_text("name = your garden\n", encoding="utf-8")
    registry = registry_with(plugin)
    Speech(registry, reading.mirror).preload(["en-GB"])
    assert registry.refused == {"garden": "speech/en.ftl: there is no message 'menu'"}
    assert "garden" not in registry.practices


def test_the_houses_own_texts_are_whole(registry_with):
    registry = registry_with()
    Speech(registry, reading.mirror).preload(["en-US", "en-GB"])
    assert registry.refused == {}


# Plain text


def test_plain_text_has_neither_tags_nor_entities():
    assert plain('<prosody rate="slow">Salt &amp; pepper.<break time="1s"/> Yes</prosody>') == "Salt & pepper. Yes"
    assert words_in('One<break time="1s"/>two <b>three</b>') == 3


def test_a_file_of_texts_is_read_once_for_all_locales(bring, registry_with, monkeypatch):
    registry, read, read_text = registry_with(bring(Practice("garden"))), [], Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda path, **how: read.append(path) or read_text(path, **how))
    Speech(registry, reading.mirror).preload(["en-GB", "en-US"])
    assert read
    assert len(read) == len(set(read))
