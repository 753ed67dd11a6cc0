"""What all plugins together add to what people can say: who is left out of it, and what is told of those who are."""

import json
from types import ModuleType

import pluggy
import pytest

from skill.alexa.gathering import alike, doubtful, gather, sound, whole
from skill.alexa.invocation_name import LOCALES
from skill.errors import ModelError
from skill.registry import Plugin, Registry


def intent(name, *samples, **slots):
    return {"name": name, "samples": samples, "slots": [{"name": each, "type": kind} for each, kind in slots.items()]}


@pytest.fixture
def plugins(tmp_path):
    """Make a registry of plugins, taken in as they are named, each with its utterance files."""

    def make(**given):
        registry = Registry(pluggy.PluginManager("safe_harbor"))
        for name, files in given.items():
            module = ModuleType(name)
            registry.manager.register(module, name)
            registry.add(Plugin(name, "1", "a test", module, tmp_path / name, (), ()))
            (tmp_path / name / "model").mkdir(parents=True)
            for locale, data in files.items():
                text = data if isinstance(data, str) else json.dumps({"intents": data}, indent=1)
                (tmp_path / name / "model" / f"{locale}.json").write_text(text)
        return registry

    return make


def brought(fragments, locale="en-US"):
    return [each.plugin for each in fragments[locale]]


def test_of_two_that_clash_the_later_is_left_out_naming_both_and_the_rest_stays(plugins):
    registry = plugins(
        zebra={"en": [intent("ZebraIntent", "look over there")]},
        ant={"en": [intent("AntIntent", "over here", "look over there")]},
        bee={"en": [intent("BeeIntent", "over here")]},
    )
    assert brought(sound(registry)) == ["zebra", "bee"]
    assert registry.refused == {
        "ant": "model/en.json:7: sample 'look over there' of AntIntent is also a sample of ZebraIntent "
        "at plugin 'zebra', model/en.json:6"
    }
    assert "ant" not in registry.plugins


def test_a_file_that_cannot_be_read_leaves_its_plugin_out_and_nothing_of_it_clashes(plugins):
    registry = plugins(
        ant={"en": [intent("AntIntent", "look over there")], "en-GB": "{"},
        bee={"en": [intent("BeeIntent", "look over there")]},
    )
    assert brought(sound(registry)) == ["bee"]
    assert [*registry.refused] == ["ant"]
    assert registry.refused["ant"].startswith("model/en-GB.json:1: not JSON")


def test_who_needs_what_a_plugin_brought_that_is_left_out_is_left_out_too(plugins):
    meal = {"intents": [], "types": [{"name": "Meal", "values": [{"name": {"value": "lunch"}}]}]}
    registry = plugins(
        ant={"en": [intent("AntIntent", "cook {meal}", meal="Meal")]},
        bee={"en": json.dumps({**meal, "intents": [intent("BeeIntent", "bee!")]})},
    )
    assert brought(sound(registry)) == []
    assert "no plugin brings the type 'Meal'" in registry.refused["ant"]


def test_a_plugin_that_clashes_with_itself_is_left_out(plugins):
    registry = plugins(ant={"en": [intent("AntIntent", "look here"), intent("BeeIntent", "look here")]})
    assert brought(sound(registry)) == []
    assert "sample 'look here' of BeeIntent is also a sample of AntIntent" in registry.refused["ant"]


def test_a_clash_in_one_locale_alone_counts(plugins):
    registry = plugins(
        ant={"en": [intent("AntIntent", "look here")]},
        bee={"en": [intent("BeeIntent", "look there")], "en-GB": [intent("BeeIntent", "look here")]},
    )
    assert brought(sound(registry)) == ["ant"]
    assert registry.refused["bee"].startswith("model/en-GB.json:6: sample 'look here'")


def test_locales_that_the_same_files_speak_for_are_alike(plugins):
    fragments = gather(plugins(ant={"en": [intent("AntIntent", "look")], "en-GB": []})).fragments
    assert alike(fragments) == [[each for each in LOCALES if each != "en-GB"], ["en-GB"]]


def test_whoever_wants_everything_is_told_all_that_is_wrong_and_what_to_go_on_without(plugins):
    registry = plugins(
        zebra={"en": [intent("ZebraIntent", "look over there")]},
        ant={"en": [intent("AntIntent", "look over there")]},
        bee={"en": "{"},
        cat={"en": [intent("CatIntent", "cat")], "en-GB": [intent("CatIntent", "cat!")]},
    )
    registry.refused["dog"] = "cannot be imported: ValueError"
    with pytest.raises(ModelError) as caught:
        whole(registry)
    assert caught.value.plugins == ("dog", "bee", "ant", "cat")
    dog, bee, ant, cat = caught.value.findings
    assert dog == "plugin 'dog': cannot be imported: ValueError"
    assert bee.startswith("plugin 'bee', model/en.json:1: not JSON")
    assert ant.startswith("plugin 'ant', model/en.json:6: sample 'look over there'")
    assert ant.endswith("at plugin 'zebra', model/en.json:6")
    assert cat.startswith("en-GB: plugin 'cat', model/en-GB.json:6: sample 'cat!' of CatIntent holds !")


def test_what_is_doubtful_is_told_once_and_refuses_nothing(plugins):
    registry = plugins(
        ant={"en": [intent("AntIntent", "tell me about the weather tomorrow")]},
        bee={"en": [intent("BeeIntent", "tell me about the weather tomorow")]},
    )
    (near,) = [each for each in doubtful(whole(registry)) if "nearly" in each]
    assert near.startswith("plugin 'bee', model/en.json:6: sample 'tell me about the weather tomorow' of BeeIntent")
    assert near.endswith("of AntIntent at plugin 'ant', model/en.json:6")
