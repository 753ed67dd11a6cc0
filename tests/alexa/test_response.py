import json
import re
from xml.etree import ElementTree

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa import ssml
from skill.alexa.response import LARGEST, written
from skill.alexa.ssml import LONGEST, spoken
from skill.answers import Option
from skill.exchange import Said
from skill.speech import plain

SCREEN = {"title": "What?", "lines": [], "buttons": [], "progress": [], "until": "", "turn": "", "asking": True}


def answer(said, words_slot="answers_words"):
    return json.loads(written(said, "en-US", words_slot))


def response(said, **how):
    return answer(said, **how)["response"]


def directives(said, **how):
    return response(said, **how).get("directives", [])


# Speech


def test_a_question_keeps_the_session_open_and_brings_its_reprompt():
    found = response(Said(speech="What was good?", reprompt="Anything?", listening=True))
    assert found["outputSpeech"] == {"type": "SSML", "ssml": "<speak>What was good?</speak>"}
    assert found["reprompt"]["outputSpeech"]["ssml"] == "<speak>Anything?</speak>"
    assert found["shouldEndSession"] is False


def test_what_asks_nothing_ends_the_session():
    found = response(Said(speech="Bye."))
    assert found["shouldEndSession"] is True
    assert "reprompt" not in found


def test_where_there_is_nothing_to_say_the_session_is_left_as_it_is():
    assert answer(Said()) == {"version": "1.0", "response": {}}


def test_the_sessions_pointers_are_left_with_the_platform():
    assert answer(Said(speech="Hello.", session={"floor": "x"}))["sessionAttributes"] == {"floor": "x"}


@pytest.mark.parametrize(
    "content", ["Salt &amp; rain.", '<break time="2s"/>Now.', '<amazon:effect name="x">Hi.</amazon:effect>', "café ☕"]
)
def test_sound_ssml_is_said_as_it_is(content):
    assert spoken(content) == f"<speak>{content}</speak>"


@pytest.mark.parametrize(
    ("content", "said"),
    [("Salt & rain.", "Salt &amp; rain."), ("<b>Now.", "Now."), ("1 < 2", "1 &lt; 2"), ("a</speak>b", "a b")],
)
def test_broken_ssml_becomes_its_plain_text_and_is_logged_without_its_words(content, said):
    with structlog.testing.capture_logs() as logs:
        assert spoken(content, "garden") == f"<speak>{said}</speak>"
    assert logs == [{"event": "ssml_broken", "practice": "garden", "log_level": "error"}]


def test_a_character_that_no_xml_holds_is_left_out():
    assert spoken("a\x00b\ud800c") == "<speak>abc</speak>"


@pytest.mark.parametrize(
    ("asked", "given"),
    [("10s", "10s"), ("12s", "10s"), ("15000ms", "10s"), ("700ms", "700ms"), ("10.5s", "10s")],
)
def test_no_pause_is_longer_than_ten_seconds(asked, given):
    assert spoken(f'<break time="{asked}"/>') == f'<speak><break time="{given}"/></speak>'


def test_too_long_speech_ends_after_a_sentence():
    text = spoken(" ".join(f"This is sentence {number}." for number in range(1000)))
    assert LONGEST - 30 < len(text) <= LONGEST
    assert text.startswith("<speak>This is sentence 0. ")
    assert text.endswith(".</speak>")


def test_the_question_outlives_the_sentences_before_it():
    text = spoken("A sentence. " * 1000 + "Shall we go on?", asking=True)
    assert len(text) <= LONGEST
    assert text.endswith("A sentence. Shall we go on?</speak>")


def test_an_element_is_never_cut():
    sentence = '<prosody rate="slow">One. Two. Three.</prosody> And four. '
    text = spoken(sentence * 300)
    assert len(text) <= LONGEST
    ElementTree.fromstring(text)
    assert text.count("<prosody") == text.count("</prosody>") > 100


@pytest.mark.parametrize("word", ["a", "&amp;"])
def test_even_one_endless_word_is_cut_to_size(word):
    text = spoken(f'<prosody rate="slow">{word * 9000}</prosody>')
    assert LONGEST - 10 < len(text) <= LONGEST
    ElementTree.fromstring(text)


@given(st.text(max_size=300), st.booleans())
def test_whatever_is_said_is_well_formed(content, asking):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssml, "_ROOM", 40)
        text = spoken(content, asking=asking)
    ElementTree.fromstring(re.sub("<(/?)[a-z]+:", r"<\1", text))
    assert len(text) <= 40 + len("<speak></speak>")


def test_a_reprompt_is_as_short_as_speech():
    said = Said(speech="What?", reprompt="One more word. " * 900, listening=True)
    assert len(response(said)["reprompt"]["outputSpeech"]["ssml"]) <= LONGEST


# Directives


def test_free_words_are_elicited():
    (elicit,) = directives(Said(speech="What?", listening=True, words=True))
    assert (elicit["type"], elicit["slotToElicit"]) == ("Dialog.ElicitSlot", "answers_words")
    assert elicit["updatedIntent"]["name"] == "WordsIntent"
    assert elicit["updatedIntent"]["slots"]["answers_words"]["name"] == "answers_words"


@pytest.mark.parametrize(
    "said", [Said(speech="Yes or no?", listening=True), Said(speech="Bye.", words=True), Said(words=True)]
)
def test_nothing_is_elicited_where_no_free_words_are_awaited(said):
    assert directives(said) == []


def test_nothing_is_elicited_where_no_plugin_brings_the_intent_for_it():
    assert directives(Said(speech="What?", listening=True, words=True), words_slot="") == []


def test_choices_are_brought_along_with_their_ids_and_names():
    choices = (Option("rain", ("the rain", "rain", "the rain")), Option("dog"))
    (update,) = directives(Said(speech="Which?", listening=True, choices=choices))
    assert (update["type"], update["updateBehavior"]) == ("Dialog.UpdateDynamicEntities", "REPLACE")
    assert update["types"] == [
        {
            "name": "Choice",
            "values": [
                {"id": "rain", "name": {"value": "the rain", "synonyms": ["rain"]}},
                {"id": "dog", "name": {"value": "dog"}},
            ],
        }
    ]


def test_no_more_than_a_hundred_names_are_brought_along():
    choices = tuple(Option(str(number), tuple(f"{number} {way}" for way in range(6))) for number in range(40))
    (update,) = directives(Said(speech="Which?", listening=True, choices=choices))
    values = update["types"][0]["values"]
    assert len(values) == 40
    assert sum(1 + len(each["name"].get("synonyms", ())) for each in values) == 100


@pytest.mark.parametrize("permission", ["reminders", "timers"])
def test_a_permission_is_asked_for_by_the_platform(permission):
    said = Said(speech="I need your okay.", consent=permission, token="frame-1", session={"floor": "x"})
    (ask,) = directives(said)
    assert (ask["type"], ask["name"], ask["token"]) == ("Connections.SendRequest", "AskFor", "frame-1")
    assert ask["payload"] == {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": f"alexa::alerts:{permission}:skill:readwrite",
    }
    assert response(said)["shouldEndSession"] is True


def test_a_screen_is_rendered_beside_what_is_said():
    (render,) = directives(Said(speech="What?", listening=True, screen=SCREEN))
    assert render["type"] == "Alexa.Presentation.APL.RenderDocument"
    assert render["datasources"]["safeHarbor"]["properties"]["title"] == "What?"


# Size


def test_a_response_that_is_too_large_does_without_its_screen():
    said = Said(speech="What?", listening=True, words=True, screen=SCREEN | {"lines": ["x" * 1000] * 130})
    with structlog.testing.capture_logs() as logs:
        body = written(said, "en-US", "answers_words")
    assert len(body) <= LARGEST
    assert [each["type"] for each in json.loads(body)["response"]["directives"]] == ["Dialog.ElicitSlot"]
    assert [each["event"] for each in logs] == ["response_too_large"]


def test_the_longest_speech_in_any_script_fits():
    said = Said(speech="\U0001f327 " * 3990 + ".", reprompt="\U0001f327 " * 3990 + ".", listening=True)
    assert len(written(said, "en-US")) <= LARGEST
    assert plain(response(said)["outputSpeech"]["ssml"]).endswith(".")
