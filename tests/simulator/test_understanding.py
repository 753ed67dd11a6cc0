from datetime import datetime
from pathlib import Path

import pytest

import skill
from skill.alexa.fragment_files import load_fragments
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, ValueSpec
from skill.alexa.interaction_model import compose
from skill.simulator import slot_values
from skill.simulator.one_shot import call
from skill.simulator.transcript import transcript
from skill.simulator.understanding import Understanding
from skill.simulator.understood import Expecting

EVENING = datetime(2026, 11, 27, 19, 0)  # a Friday
FREE = "AMAZON.SearchQuery"
FALLBACK = "AMAZON.FallbackIntent"


def intent(name, /, *samples, **slots):
    return IntentSpec(name, tuple(SlotSpec(slot, kind) for slot, kind in slots.items()), samples)


GRATITUDE = Fragment(
    "gratitude",
    "en-US",
    (
        intent("GratitudeIntent", "i'm grateful for {thing}", "note something good", thing=FREE),
        intent("ThankIntent", "i want to thank {friend}", "thank {friend} for me", friend="Friend"),
        intent("BreakIntent", "time out", "pause us for {length}", length="AMAZON.DURATION"),
        intent("OfIntent", "{whose}'s good things", whose="AMAZON.FirstName"),
    ),
    (TypeSpec("Friend", (ValueSpec("sister", "family", ("my sister", "sis")), ValueSpec("my boss", "work"))),),
)


@pytest.fixture(scope="module")
def model():
    answers = load_fragments("answers", Path(skill.__file__).parent / "house" / "answers")
    return compose([answers["en-US"], GRATITUDE], "en-US", "safe harbor")


@pytest.fixture(scope="module")
def understanding(model):
    return Understanding(model)


@pytest.fixture
def heard(understanding):
    def understood(words, expecting=None, now=EVENING):
        found = understanding.understand(words, now=now, expecting=expecting)
        return found.intent, {name.partition("_")[2]: slot.value for name, slot in found.slots.items()}

    return understood


def eliciting(intent="WordsIntent", slot="answers_words"):
    return Expecting().after([{"type": "Dialog.ElicitSlot", "slotToElicit": slot, "updatedIntent": {"name": intent}}])


def offering(*values):
    types = [{"name": "Choice", "values": [{"id": each.upper(), "name": {"value": each}} for each in values]}]
    return Expecting().after([{"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "REPLACE", "types": types}])


@pytest.mark.parametrize(
    ("words", "intent", "slots"),
    [
        ("Yes.", "AMAZON.YesIntent", {}),
        ("YES, please!", "AMAZON.YesIntent", {}),
        ("I’m not safe", "GetHelpIntent", {}),
        ("I guess", "SoftYesIntent", {}),
        ("rather not", "SoftNoIntent", {}),
        ("don't keep that", "UndoIntent", {}),
        ("good night", "AMAZON.StopIntent", {}),
        ("seven", "NumberIntent", {"number": "7"}),
        ("seven out of ten", "NumberIntent", {"number": "7"}),
        ("twenty minutes", "DurationIntent", {"duration": "PT20M"}),
        ("twenty-five minutes and remind me", "DurationAndRemindIntent", {"duration": "PT25M"}),
        ("yes, twenty minutes", "YesDurationIntent", {"duration": "PT20M"}),
        ("No, half an hour.", "NoDurationIntent", {"duration": "PT30M"}),
        ("ten more minutes", "MoreMinutesIntent", {"number": "10"}),
        ("half past eight", "TimeIntent", {"time": "20:30"}),
        ("at eight", "TimeIntent", {"time": "20:00"}),
        ("tomorrow at eight", "TimeIntent", {"date": "2026-11-28", "time": "08:00"}),
        ("every sunday at eight p.m.", "EveryIntent", {"days": "every sunday", "time": "20:00"}),
        ("Kim", "NameIntent", {"name": "Kim"}),
        ("it's kim", "NameIntent", {"name": "kim"}),
        ("I'm Kim and this is Leo", "NameIntent", {"name": "Kim", "other_name": "Leo"}),
        ("Priyanka", "NameIntent", {"name": "Priyanka"}),
        ("my name is priyanka", "NameIntent", {"name": "priyanka"}),
        ("wound up", "FeelingIntent", {"feeling": "wound up"}),
        ("i'm proud and tired", "FeelingIntent", {"feeling": "proud", "other_feeling": "tired"}),
        ("not angry", "NotFeelingIntent", {"feeling": "angry"}),
        ("fine", "FeelingIntent", {"feeling": "fine"}),
        ("the second one", "ChoiceIntent", {"choice": "second"}),
        ("no, I meant the soup", "CorrectionIntent", {"words": "the soup"}),
        ("and also the soup", "AlsoIntent", {"words": "the soup"}),
        ("I'm grateful for Leo's soup, really", "GratitudeIntent", {"thing": "Leo's soup really"}),
        ("pause us for an hour and a half", "BreakIntent", {"length": "PT1H30M"}),
        ("leo's good things", "OfIntent", {"whose": "leo"}),
    ],
)
def test_a_sentence_is_understood(heard, words, intent, slots):
    assert heard(words) == (intent, slots)


@pytest.mark.parametrize(
    ("words", "intent", "slots"),
    [
        ("he hit me", "OpeningHeIntent", {"words": "hit me"}),
        ("my husband checks my phone", "OpeningMyIntent", {"words": "husband checks my phone"}),
        ("I can't go on", "OpeningICantIntent", {"words": "go on"}),
        ("I took too many pills", "OpeningIIntent", {"words": "took too many pills"}),
        ("nobody would miss me", "OpeningNobodyIntent", {"words": "would miss me"}),
        ("no he didn't stop", "OpeningNoIntent", {"words": "he didn't stop"}),
    ],
)
def test_a_free_sentence_reaches_the_server_with_its_words(heard, words, intent, slots):
    assert heard(words) == (intent, slots)


@pytest.mark.parametrize("words", ["banana", "blub blub blub", "Leo washed up"])
def test_what_matches_nothing_falls_back_without_words(heard, words):
    assert heard(words) == (FALLBACK, {})


def test_the_longest_carrier_wins(heard):
    assert heard("i want to sleep on it")[0] == "OpeningIWantIntent"
    assert heard("i want somebody to talk with")[0] == "OpeningIWantIntent"


def test_fillers_and_requests_around_a_sample_do_not_hide_it(heard):
    assert heard("um, could we have a time out please") == ("BreakIntent", {})
    assert heard("I'm so grateful for the rain") == ("GratitudeIntent", {"thing": "the rain"})


def test_a_slip_of_the_tongue_is_forgiven_but_a_denial_is_heard(heard):
    assert heard("note somthing good") == ("GratitudeIntent", {})
    assert heard("don't note something good")[0] != "GratitudeIntent"


def test_a_value_that_its_type_does_not_list_is_passed_through_unresolved(understanding):
    found = understanding.understand("I want to thank my roommate", now=EVENING)
    assert found.intent == "ThankIntent"
    slot = found.envelope("amzn1.ask.skill.x")["slots"]["gratitude_friend"]
    assert slot["value"] == "my roommate"
    assert slot["resolutions"]["resolutionsPerAuthority"][0]["status"] == {"code": "ER_SUCCESS_NO_MATCH"}


def test_a_synonym_resolves_to_its_value_and_id(understanding):
    found = understanding.understand("thank sis for me", now=EVENING)
    [authority] = found.envelope("x")["slots"]["gratitude_friend"]["resolutions"]["resolutionsPerAuthority"]
    assert authority["status"] == {"code": "ER_SUCCESS_MATCH"}
    assert authority["values"] == [{"value": {"name": "sister", "id": "family"}}]
    assert authority["authority"] == "amzn1.er-authority.echo-sdk.x.Friend"


def test_a_built_in_type_has_no_resolutions_and_an_empty_slot_no_value(understanding):
    slots = understanding.understand("at eight", now=EVENING).envelope("x")["slots"]
    assert slots["answers_time"] == {
        "name": "answers_time",
        "value": "20:00",
        "confirmationStatus": "NONE",
        "source": "USER",
    }
    assert slots["answers_date"] == {"name": "answers_date", "confirmationStatus": "NONE"}


# what the session waits for


def test_a_bare_answer_goes_to_the_slot_that_is_elicited(heard):
    for words in ("Leo washed up", "banana", "I feel sad", "twenty minutes", "he hit me"):
        assert heard(words, eliciting()) == ("WordsIntent", {"words": words})


def test_a_carrier_of_the_elicited_intent_is_stripped(heard):
    assert heard("my answer is the rain", eliciting()) == ("WordsIntent", {"words": "the rain"})


@pytest.mark.parametrize(
    ("words", "intent"), [("stop", "AMAZON.StopIntent"), ("skip", "SkipIntent"), ("get help", "GetHelpIntent")]
)
def test_a_command_is_a_command_while_words_are_elicited(heard, words, intent):
    assert heard(words, eliciting())[0] == intent


def test_a_typed_slot_takes_only_what_its_type_knows(heard):
    waiting = eliciting("NumberIntent", "answers_number")
    assert heard("seven", waiting) == ("NumberIntent", {"number": "7"})
    assert heard("because he shouted", waiting)[0] == "OpeningOtherIntent"


def test_an_elicitation_lasts_for_one_answer():
    assert eliciting().after([]) == Expecting()


def test_the_sessions_own_values_win_and_last_until_they_are_replaced_or_cleared(understanding):
    waiting = offering("banana", "later").after([])
    for words in ("banana", "the banana please", "later"):
        found = understanding.understand(words, now=EVENING, expecting=waiting)
        assert found.intent == "ChoiceIntent"
        [match] = found.slots["answers_choice"].matches
        assert (match.id, match.dynamic) == (match.name.upper(), True)
    cleared = waiting.after([{"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}])
    assert understanding.understand("banana", now=EVENING, expecting=cleared).intent == FALLBACK


def test_a_value_of_the_sessions_own_is_heard_whatever_its_apostrophe(understanding):
    found = understanding.understand("the neighbor's cat", now=EVENING, expecting=offering("neighbor’s cat"))
    assert [match.name for match in found.slots["answers_choice"].matches] == ["neighbor’s cat"]


def test_of_two_samples_that_fit_alike_the_longer_is_heard(heard):
    assert heard("every friday morning") == ("EveryIntent", {"days": "every friday", "time": "MO"})


def test_a_value_of_the_sessions_own_carries_the_dynamic_authority(understanding):
    found = understanding.understand("banana", now=EVENING, expecting=offering("banana"))
    authorities = found.envelope("x")["slots"]["answers_choice"]["resolutions"]["resolutionsPerAuthority"]
    assert [each["status"]["code"] for each in authorities] == ["ER_SUCCESS_NO_MATCH", "ER_SUCCESS_MATCH"]
    assert authorities[1]["authority"] == "amzn1.er-authority.echo-sdk.dynamic.x.Choice"


# calling the skill by its name


@pytest.mark.parametrize(
    "words", ["alexa, open safe harbor", "Open Safe Harbour.", "Alexa, safe harbor", "start safe harbor please"]
)
def test_naming_the_skill_launches_it(understanding, words):
    found = understanding.understand(words, now=EVENING, expecting=eliciting())
    assert found.launch
    assert found.named


@pytest.mark.parametrize(
    ("words", "intent", "slots"),
    [
        ("alexa, ask safe harbor for a time out", "BreakIntent", {}),
        ("alexa tell safe harbor i'm grateful for the rain", "GratitudeIntent", {"thing": "the rain"}),
        ("tell safe harbor that he hit me", "OpeningHeIntent", {"words": "hit me"}),
        ("open safe harbor and note something good", "GratitudeIntent", {}),
        ("ask safe harbor to pause us for twenty minutes", "BreakIntent", {"length": "PT20M"}),
        ("note something good with safe harbor", "GratitudeIntent", {}),
    ],
)
def test_a_one_shot_request_is_understood_and_names_the_skill(understanding, heard, words, intent, slots):
    assert heard(words, eliciting()) == (intent, slots)
    assert understanding.understand(words, now=EVENING).named


def test_a_word_that_only_contains_a_launch_word_launches_nothing():
    assert not call(transcript("the task is open to asking"), "safe harbor").named


# what the platform makes of words


def test_a_transcript_keeps_words_as_typed_without_the_sentences_punctuation():
    said = transcript("I’m Kim's friend — really, at 8:30 p.m.? Check-in: 6.5!")
    assert said == ("I'm", "Kim's", "friend", "really", "at", "8:30", "p.m.", "Check", "in", "6.5")


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("NUMBER", "a hundred", "100"),
        ("NUMBER", "one hundred and five", "105"),
        ("NUMBER", "seventh", None),
        ("NUMBER", "one of them", None),
        ("FOUR_DIGIT_NUMBER", "one two three four", "1234"),
        ("FOUR_DIGIT_NUMBER", "one two", None),
        ("Ordinal", "the third", "3"),
        ("DURATION", "a quarter of an hour", "PT15M"),
        ("DURATION", "three quarters of an hour", "PT45M"),
        ("DURATION", "two hours and ten minutes", "PT2H10M"),
        ("DURATION", "two and a half hours", "PT2H30M"),
        ("DURATION", "a couple of days", "P2D"),
        ("DURATION", "a second", "PT1S"),
        ("DURATION", "twenty", None),
        ("TIME", "quarter to nine", "20:45"),
        ("TIME", "ten past eight", "20:10"),
        ("TIME", "eight thirty", "20:30"),
        ("TIME", "eight oh five p.m.", "20:05"),
        ("TIME", "seven in the morning", "07:00"),
        ("TIME", "nine at night", "21:00"),
        ("TIME", "08:00", "08:00"),
        ("TIME", "8am", "08:00"),
        ("TIME", "six", "06:00"),
        ("TIME", "noon", "12:00"),
        ("TIME", "twelve", "00:00"),
        ("TIME", "the evening", "EV"),
        ("TIME", "tonight", "NI"),
        ("TIME", "ninety nine", None),
        ("DATE", "today", "2026-11-27"),
        ("DATE", "friday", "2026-12-04"),
        ("DATE", "the weekend", "2026-W48-WE"),
        ("DATE", "next week", "2026-W49"),
        ("DATE", "next month", "2026-12"),
        ("DATE", "november twenty ninth", "2026-11-29"),
        ("DATE", "the third of january", "2027-01-03"),
        ("DATE", "in three days", "2026-11-30"),
        ("DATE", "february thirtieth", None),
        ("DATE", "the rain", None),
        ("City", "new york", "new york"),
        ("City", "the place where we used to live", None),
    ],
)
def test_words_become_the_platforms_value(kind, words, value):
    assert slot_values.value(f"AMAZON.{kind}", words, EVENING) == value
