import json
from pathlib import Path

import pytest
from ask_sdk_model_runtime import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

import skill
from skill.alexa import model_lint, model_warnings
from skill.alexa.fragment_files import load_fragments
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec, TypeSpec, ValueSpec, built_slot
from skill.alexa.interaction_model import build, compose, rendered
from skill.alexa.invocation_name import INVOCATION_NAMES, LOCALES, faults
from skill.alexa.restoration import Model
from skill.errors import ModelError
from skill.reading import fold

FREE = "AMAZON.SearchQuery"
ANSWERS = Path(skill.__file__).parent / "house" / "answers"


def intent(name, /, *samples, **slots):
    return IntentSpec(name, tuple(SlotSpec(slot, kind) for slot, kind in slots.items()), samples, "model/en.json")


def kind(name, *words):
    return TypeSpec(name, tuple(ValueSpec(word) for word in words))


def fragment(plugin, *intents, types=(), locale="en-US"):
    return Fragment(plugin, locale, intents, tuple(types))


def composed(*fragments, invocation="safe harbor", **more):
    return compose(fragments, "en-US", invocation, **more)["interactionModel"]


def composed_in(locale, *fragments):
    return compose(fragments, locale, INVOCATION_NAMES[locale])["interactionModel"]["languageModel"]


def findings(*fragments, invocation="safe harbor"):
    with pytest.raises(ModelError) as caught:
        composed(*fragments, invocation=invocation)
    return "\n".join(caught.value.findings)


def warned(*fragments):
    return [*map(str, model_warnings.warnings(fragments))]


def written(folder, plugin="rain", **files):
    (folder / "model").mkdir(parents=True)
    for name, data in files.items():
        text = data if isinstance(data, (str, bytes)) else json.dumps(data, indent=1)
        raw = text if isinstance(text, bytes) else text.encode()
        (folder / "model" / f"{name.replace('_', '-')}.json").write_bytes(raw)
    return load_fragments(plugin, folder)


@pytest.fixture(scope="module")
def answers():
    return load_fragments("answers", ANSWERS)


@pytest.fixture(scope="module")
def model(answers):
    return Model([answers["en-US"]])


RAIN = fragment("rain", intent("RainIntent", "i like the rain", "i like {thing} best", thing=FREE))


# what is composed


def test_the_order_of_the_plugins_makes_no_difference():
    sun = fragment("sun", intent("SunIntent", "i like the sun"))
    assert rendered(composed(RAIN, sun)) == rendered(composed(sun, RAIN))


def test_two_plugins_may_both_say_topic():
    one = fragment("rain", intent("RainIntent", "rain about {topic} please", topic=FREE))
    two = fragment("sun", intent("SunIntent", "sun on {topic}", topic="AMAZON.DATE"))
    slots = [each["slots"][0] for each in composed(one, two)["languageModel"]["intents"]]
    assert [(each["name"], each["type"]) for each in slots] == [("rain_topic", FREE), ("sun_topic", "AMAZON.DATE")]


def test_a_plugins_digits_are_spelt_out_in_its_slots():
    assert built_slot("plugin-42", "topic") == "plugin_fourtwo_topic"


def test_samples_are_built_with_straight_apostrophes_and_in_lower_case():
    built = composed(fragment("rain", intent("RainIntent", "I’m  fond of {Thing}", Thing=FREE)))
    assert built["languageModel"]["intents"][0]["samples"] == ["i'm fond of {rain_Thing}"]


def test_two_plugins_may_share_a_type_that_is_the_same():
    both = [
        fragment(name, intent(f"{name}Intent", f"{name} {{meal}}", meal="Meal"), types=[kind("Meal", "lunch")])
        for name in ("rain", "sun")
    ]
    assert [each["name"] for each in composed(*both)["languageModel"]["types"]] == ["Meal"]


def test_a_type_that_no_slot_uses_is_left_out_and_warned_of():
    unused = fragment("rain", intent("RainIntent", "rain"), types=[kind("Meal", "lunch")])
    assert composed(unused)["languageModel"]["types"] == []
    assert any("no slot is a Meal" in each for each in warned(unused))


def test_a_slot_with_prompts_is_elicited_through_the_dialog_model():
    slot = SlotSpec("words", FREE, ("{words}",), ("In a few words?",))
    built = composed(fragment("rain", IntentSpec("WordsIntent", (slot,), ("i say {words}",))))
    assert built["dialog"]["delegationStrategy"] == "SKILL_RESPONSE"
    assert built["dialog"]["intents"][0]["slots"][0]["elicitationRequired"] is True
    assert built["prompts"][0]["id"] == built["dialog"]["intents"][0]["slots"][0]["prompts"]["elicitation"]
    assert built["languageModel"]["intents"][0]["slots"][0]["samples"] == ["{rain_words}"]


def test_a_model_without_elicited_slots_has_no_dialog():
    assert "dialog" not in composed(RAIN)


def test_free_words_can_be_taken_by_a_type_instead(answers):
    built = composed(answers["en-US"], way="typed")
    words = next(each for each in built["languageModel"]["intents"] if each["name"] == "WordsIntent")
    assert words["slots"][0]["type"] == built["dialog"]["intents"][0]["slots"][0]["type"] == "FreeWords"
    assert words["samples"][0] == "{answers_words}"
    values = next(each["values"] for each in built["languageModel"]["types"] if each["name"] == "FreeWords")
    lengths = {len(each["name"]["value"].split()) for each in values}
    assert len(values) > 120
    assert lengths >= set(range(1, 10))
    assert max(lengths) <= 12


# what is refused


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (intent("RainIntent", "{thing}", thing=FREE), "which needs words around it"),
        (intent("RainIntent", "rain {thing} on {day}", thing=FREE, day="AMAZON.DATE"), "which must stand alone"),
        (intent("RainIntent", "rain {thing} now", thing="AMAZON.SerchQuery"), "near it are AMAZON.SearchQuery"),
        (intent("RainIntent", "rain {thing} now", thing="Meal"), "no plugin brings the type 'Meal'"),
        (intent("RainIntent", "rain {thing}"), "names the slot 'thing', which RainIntent does not have"),
        (intent("RainIntent", "rain, 3 times!"), "holds ! , 3"),
        (intent("RainIntent", "rain {thing"), "does not write its slots as {slot}"),
        (intent("RainIntent", "re{thing}", thing=FREE), "has a slot that touches a word"),
        (intent("RainIntent", "  "), "is empty"),
        (intent("RainIntent"), "has no samples"),
        (intent("RainIntent", "{day} and {day}", day="AMAZON.DATE"), "names the slot 'day' twice"),
        (intent("Rain2Intent", "rain"), "only letters and underscores"),
        (intent("AMAZON.HalpIntent"), "near it are AMAZON.HelpIntent"),
        (intent("RainIntent", "rain {th1ng}", th1ng=FREE), "only letters and underscores"),
    ],
)
def test_a_breach_is_refused_by_name(bad, said):
    found = findings(fragment("rain", bad))
    assert said in found
    assert "plugin 'rain', model/en.json" in found


def test_a_possessive_slot_is_allowed():
    assert composed(fragment("rain", intent("RainIntent", "{name}'s umbrella", name="AMAZON.FirstName")))


def test_two_intents_of_one_name_are_refused_naming_both_plugins():
    found = findings(RAIN, fragment("sun", intent("RainIntent", "sunny")))
    assert "plugin 'sun'" in found
    assert "already brought by plugin 'rain'" in found


def test_one_sample_in_two_intents_is_refused_whatever_its_case_apostrophes_and_slot_names():
    one = fragment("rain", intent("RainIntent", "I’m fond of {thing}", thing=FREE))
    two = fragment("sun", intent("SunIntent", "i'm fond of  {topic}", topic=FREE))
    assert findings(one, two) == (
        "plugin 'sun', model/en.json: sample \"i'm fond of  {topic}\" of SunIntent "
        "is also a sample of RainIntent at plugin 'rain', model/en.json"
    )


def test_of_two_the_one_that_comes_later_has_the_fault_and_the_other_is_told_of_its_own_place():
    one = fragment("zebra", intent("ZebraIntent", "look over there"))
    two = fragment("ant", intent("AntIntent", "look over there"))
    (fault,) = model_lint.refusals([one, two])
    assert (fault.plugin, fault.seen_from("ant"), fault.seen_from("bee")) == ("ant", fault, None)
    assert str(fault.seen_from("zebra")) == (
        "plugin 'zebra', model/en.json: sample 'look over there' of ZebraIntent "
        "is also a sample of AntIntent at plugin 'ant', model/en.json"
    )


def test_one_sample_whose_slots_have_different_types_is_two():
    one = intent("RainIntent", "i'm {thing}", thing=FREE)
    two = intent("SunIntent", "i'm {name}", name="AMAZON.FirstName")
    assert composed(fragment("rain", one, two))


def test_a_sample_that_a_built_in_takes_is_refused(answers):
    found = findings(answers["en-US"], fragment("rain", intent("RainIntent", "Stop")))
    told = "plugin 'rain', model/en.json: sample 'Stop' of RainIntent would be taken by the built-in AMAZON.StopIntent"
    assert told in found
    assert "plugin 'answers', model/en.json:" in found


def test_a_type_with_other_values_is_refused_naming_both_plugins():
    one = fragment("rain", intent("RainIntent", "rain {meal}", meal="Meal"), types=[kind("Meal", "lunch")])
    two = fragment("sun", intent("SunIntent", "sun {meal}", meal="Meal"), types=[kind("Meal", "dinner")])
    found = findings(one, two)
    assert "plugin 'sun'" in found
    assert "type Meal has other values at plugin 'rain'" in found


def test_one_slot_name_with_two_types_in_a_plugin_is_refused():
    one = intent("RainIntent", "rain {topic} now", topic=FREE)
    two = intent("SunIntent", "sun {topic}", topic="AMAZON.DATE")
    found = findings(fragment("rain", one, two))
    assert "a slot name has one type in the whole model" in found
    assert found.startswith("plugin 'rain', model/en.json: slot 'topic' of SunIntent is a AMAZON.DATE")


def test_one_built_slot_name_with_two_types_is_refused_naming_both_plugins():
    one = fragment("rain", intent("RainIntent", "rain {on_day} now", on_day=FREE))
    two = fragment("rain_on", intent("SunIntent", "sun {day}", day="AMAZON.DATE"))
    found = findings(one, two)
    assert found.startswith("plugin 'rain_on', model/en.json: slot 'day' of SunIntent is a AMAZON.DATE")
    assert found.endswith("AMAZON.SearchQuery in RainIntent at plugin 'rain', model/en.json")


def test_a_type_that_is_called_as_an_intent_is_refused_naming_both_plugins():
    meal = fragment("sun", intent("SunIntent", "sun {meal}", meal="RainIntent"), types=[kind("RainIntent", "lunch")])
    found = findings(RAIN, meal)
    assert "plugin 'sun', inline: type RainIntent is an intent at plugin 'rain', model/en.json" in found


@pytest.mark.parametrize(("name", "said"), [("M3al", "only letters"), ("AMAZON.Dates", "near it are AMAZON.DATE")])
def test_a_type_with_no_name_for_one_is_refused_naming_whose_it_is(name, said):
    found = findings(fragment("rain", intent("RainIntent", "rain"), types=[kind(name, "lunch")]))
    assert found.startswith(f"plugin 'rain', inline: {name!r} is no name for a type: ")
    assert said in found


def test_two_slots_of_one_name_in_an_intent_are_refused_naming_whose_they_are():
    twice = IntentSpec("RainIntent", (SlotSpec("day", "AMAZON.DATE"),) * 2, ("rain {day}",), "model/en.json")
    found = findings(fragment("rain", twice))
    assert "plugin 'rain', model/en.json: RainIntent has two slots called 'day'" in found


def test_an_answer_that_mixes_free_words_is_refused_naming_whose_it_is():
    words = SlotSpec("words", FREE, ("{words} on {day}",))
    mixed = IntentSpec("RainIntent", (words, SlotSpec("day", "AMAZON.DATE")), ("rain {day}",), "model/en.json")
    found = findings(fragment("rain", mixed))
    assert f"plugin 'rain', model/en.json: sample '{{words}} on {{day}}' of slot 'words' mixes {FREE}" in found


def test_every_finding_is_reported_at_once():
    found = findings(fragment("rain", intent("RainIntent", "rain!"), intent("SunIntent", "{thing}", thing=FREE)))
    assert len(found.splitlines()) == 2


@pytest.mark.parametrize("name", INVOCATION_NAMES.values())
def test_the_names_of_the_skill_keep_the_rules(name):
    assert not list(faults(name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("harbor", "single word"),
        ("the harbor", "article"),
        ("ask harbor", "launch word ask"),
        ("harbor for two", "connecting word for"),
        ("alexa harbor", "wake word alexa"),
        ("harbor 2", "more than words"),
        ("Safe Harbor", "not in lower case"),
        ("safe harbor " * 5, "2 to 50"),
    ],
)
def test_an_invocation_name_against_the_rules_is_refused(name, said):
    assert said in findings(RAIN, invocation=name)


# what is warned of


def test_nearly_the_same_sample_of_another_intent_is_warned_of():
    one = fragment("rain", intent("RainIntent", "tell me about the weather tomorrow"))
    two = fragment("sun", intent("SunIntent", "tell me about the weather tomorow"))
    (told,) = [each for each in warned(one, two) if "nearly" in each]
    assert told == (
        "plugin 'sun', model/en.json: sample 'tell me about the weather tomorow' of SunIntent is nearly "
        "sample 'tell me about the weather tomorrow' of RainIntent at plugin 'rain', model/en.json"
    )


def test_samples_that_differ_in_more_than_a_slip_and_those_of_one_intent_are_not_warned_of():
    one = intent("RainIntent", "tell me about the weather tomorrow", "tell me about the weather tomorow")
    two = intent("SunIntent", "tell me about the garden tomorrow")
    assert not [each for each in warned(fragment("rain", one), fragment("sun", two)) if "nearly" in each]


def test_nearly_the_same_words_around_slots_of_different_types_are_not_warned_of():
    one = fragment("rain", intent("RainIntent", "the weather forecast for {day} please", day="AMAZON.DATE"))
    two = fragment("sun", intent("SunIntent", "the weather forecast for {name} please", name="AMAZON.FirstName"))
    assert not [each for each in warned(one, two) if "nearly" in each]


def test_missing_built_ins_are_warned_of_and_the_house_brings_them_all(answers):
    assert any("AMAZON.StopIntent" in each for each in warned(RAIN))
    assert not any("no plugin brings" in each for each in warned(answers["en-US"]))


# fragments in files


def test_a_finding_names_file_and_line(tmp_path):
    data = {"intents": [{"name": "RainIntent", "samples": ["rain", "rain!"]}]}
    found = findings(written(tmp_path, en=data)["en-US"])
    line = json.dumps(data, indent=1).splitlines().index('    "rain!"') + 1
    assert f"model/en.json:{line}: sample 'rain!'" in found


def test_a_locales_file_replaces_same_named_intents_wholly_and_adds_the_rest(tmp_path):
    rain = {"name": "RainIntent", "samples": ["rain", "drizzle"]}
    found = written(
        tmp_path,
        en={"intents": [rain, {"name": "SunIntent", "samples": ["sun"]}]},
        en_GB={"intents": [{"name": "RainIntent", "samples": ["mizzle"]}, {"name": "FogIntent", "samples": ["fog"]}]},
    )
    assert {each.name: each.samples for each in found["en-GB"].intents} == {
        "SunIntent": ("sun",),
        "RainIntent": ("mizzle",),
        "FogIntent": ("fog",),
    }
    assert [each.name for each in found["en-US"].intents] == ["RainIntent", "SunIntent"]


def test_a_locales_file_replaces_same_named_types_wholly_and_is_what_is_built_for_that_locale_alone(tmp_path):
    slot = {"name": "meal", "type": "Meal"}
    intents = [{"name": "MealIntent", "slots": [slot], "samples": ["cook {meal}"]}]

    def meal(*words):
        return {"types": [{"name": "Meal", "values": [{"name": {"value": each}} for each in words]}]}

    found = written(tmp_path, en={"intents": intents, **meal("zucchini", "stew")}, en_GB=meal("courgettes"))
    built = {locale: composed_in(locale, found[locale]) for locale in ("en-US", "en-GB", "en-IN")}
    values = {
        locale: [each["name"]["value"] for each in model["types"][0]["values"]] for locale, model in built.items()
    }
    assert values == {"en-US": ["zucchini", "stew"], "en-GB": ["courgettes"], "en-IN": ["zucchini", "stew"]}
    assert {str(model["intents"]) for model in built.values()} == {str(built["en-US"]["intents"])}


def test_a_plugin_that_speaks_a_language_speaks_all_its_locales(tmp_path):
    with pytest.raises(ModelError, match=r"plugin 'rain', model/en\.json: no words for en-US"):
        written(tmp_path, en_GB={"intents": [{"name": "RainIntent", "samples": ["rain"]}]})


def test_a_plugin_without_words_has_no_fragments(tmp_path):
    assert load_fragments("rain", tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "model/en.json:1: not JSON"),
        ("[]", "the file is not an object"),
        ('{"intents": [{"samples": []}]}', "an intent has no 'name'"),
        ('{"intents": [{"name": "RainIntent", "sample": []}]}', "has 'sample', which means nothing here"),
        ('{"intents": [{"name": "RainIntent", "samples": [1]}]}', "holds 1, which is no text"),
        (b'{"intents": "\xff"}', "model/en.json: cannot be read as UTF-8 text: UnicodeDecodeError"),
        ('{"intents": {}}', "'intents' of the file is not a list"),
        ('{"types": [{"name": "Meal", "values": [{"name": {"synonyms": []}}]}]}', "a value of Meal has no 'value'"),
    ],
)
def test_a_file_that_is_no_fragment_is_refused(tmp_path, text, said):
    with pytest.raises(ModelError) as caught:
        written(tmp_path, en=text)
    assert said in str(caught.value)


def test_a_file_of_another_name_is_refused(tmp_path):
    with pytest.raises(ModelError, match="a fragment is called"):
        written(tmp_path, english={})


# building


def test_a_build_writes_every_locale_and_a_second_one_nothing(tmp_path, answers):
    given = {locale: [each] for locale, each in answers.items()}
    assert sorted(build(given, tmp_path, check=False)) == sorted(f"{locale}.json" for locale in LOCALES)
    assert build(given, tmp_path, check=False) == build(given, tmp_path, check=True) == []
    text = (tmp_path / "en-GB.json").read_text(encoding="utf-8")
    assert '"invocationName": "safe harbour"' in text
    assert text.endswith("}\n")


def test_a_check_writes_nothing_and_names_what_differs_and_what_is_too_much(tmp_path, answers):
    given = {locale: [each] for locale, each in answers.items()}
    build(given, tmp_path, check=False)
    (tmp_path / "en-US.json").write_text("{}")
    (tmp_path / "xx-XX.json").write_text("{}")
    assert build(given, tmp_path, check=True) == ["en-US.json", "xx-XX.json"]
    assert (tmp_path / "en-US.json").read_text() == "{}"


def test_a_fragment_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "model" / "en.json").mkdir(parents=True)
    with pytest.raises(ModelError, match=r"plugin 'rain', model/en\.json: cannot be read .*IsADirectoryError"):
        load_fragments("rain", tmp_path)


def test_a_locale_without_any_words_is_refused(tmp_path, answers):
    given = {locale: [each] for locale, each in answers.items() if locale != "en-IN"}
    with pytest.raises(ModelError, match="no plugin has words for en-IN"):
        build(given, tmp_path, check=False)
    assert not list(tmp_path.iterdir())


# what the house brings


def dropped(sent, read, path="$"):
    """List the keys of ``sent`` that the platform's own classes do not know: they drop them without a word."""
    if isinstance(sent, list):
        return [each for index, item in enumerate(sent) for each in dropped(item, read[index], f"{path}[{index}]")]
    if not isinstance(sent, dict):
        return []
    names = {json_name: name for name, json_name in read.attribute_map.items()}
    return [
        missing
        for key, value in sent.items()
        for missing in (
            dropped(value, getattr(read, names[key]), f"{path}.{key}") if key in names else [f"{path}.{key}"]
        )
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_platforms_own_classes_read_the_model_and_drop_nothing(answers, locale):
    built = compose([answers[locale]], locale, INVOCATION_NAMES[locale])
    read = DefaultSerializer().deserialize(json.dumps(built), InteractionModelData)
    assert dropped(built, read) == []
    assert dropped({"interactionModel": {"languageModle": {}}}, read) == ["$.interactionModel.languageModle"]


def test_people_have_at_least_fifteen_ways_to_say_what_is_not_an_opening(answers):
    few = {"AMAZON.NavigateHomeIntent", "AMAZON.FallbackIntent", "AgainIntent", "FasterIntent", "SlowerIntent"}
    scarce = {
        each.name
        for each in answers["en-US"].intents
        if len(each.samples) < 15 and not each.name.startswith("Opening") and each.name not in few
    }
    assert not scarce


QUOTED = (
    "IFeel",
    "Im",
    "I",
    "ICant",
    "IWant",
    "He",
    "Hes",
    "She",
    "Shes",
    "They",
    "Theyre",
    "We",
    "My",
    "MyPartner",
    "Yes",
    "No",
)
"""The openings of which it must be known how they began, since they are said back."""


@pytest.mark.parametrize("opening", QUOTED)
def test_an_opening_that_is_said_back_has_exactly_one_carrier(model, opening):
    assert len(model.restore(f"Opening{opening}Intent", "words", "so")) == 1


def test_the_fillers_change_nothing_of_what_follows_them(model):
    assert {fold(each) for each in model.restore("OpeningFillerIntent", "words", "he left")} == {"he left"}


def test_no_value_of_the_house_stands_for_two(answers):
    assert not [each for each in warned(answers["en-US"]) if "means two values" in each]


# what was said is put back


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("OpeningIFeelIntent", "sad about the rain", "i feel sad about the rain"),
        ("OpeningHeIntent", "hit me", "he hit me"),
        ("OpeningMyPartnerIntent", "reads my messages", "my partner reads my messages"),
        ("WordsIntent", "the rain", "the rain"),
    ],
)
def test_the_carrier_that_the_platform_strips_is_put_back(model, name, value, said):
    assert model.restore(name, "words", value)[0] == said


def test_every_carrier_of_an_intent_is_restored_on_both_sides():
    spec = intent("RainIntent", "keep {thing} for me", "i like {thing}", "the rain", thing=FREE)
    assert Model([fragment("rain", spec)]).restore("RainIntent", "thing", "tea") == ("keep tea for me", "i like tea")


def test_a_number_is_restored_to_what_can_be_read_as_a_length(model):
    assert model.restore("MoreMinutesIntent", "number", "10")[0] == "10 more minutes"


def test_what_no_fragment_knows_is_restored_to_itself(model):
    assert model.restore("RainIntent", "thing", "tea") == ("tea",)
    assert model.plain_slots("RainIntent", {"rain_thing": "tea"}) == {"rain_thing": "tea"}


def test_slots_are_heard_under_the_plugins_own_names(model):
    built = model.built_slot("TimeIntent", "date")
    assert built == "answers_date"
    assert model.plain_slots("TimeIntent", {built: "2026-11-29"}) == {"date": "2026-11-29"}


def test_a_model_knows_who_brings_an_intent_and_where_its_free_words_lie(model):
    assert "WordsIntent" in model
    assert model.plugin("WordsIntent") == "answers"
    assert model.free_slot("OpeningIFeelIntent") == "words"
    assert model.free_slot("NumberIntent") is None
    assert model.plugin("RainIntent") is None


def test_the_house_has_nothing_to_warn_of(answers):
    assert warned(answers["en-US"]) == []
