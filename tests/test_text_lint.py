"""What can be known of a plugin's texts before anyone speaks with it."""

import re
from types import ModuleType

import pytest

from skill import Practice, text_lint
from skill.registry import Plugin, load
from skill.speech import Speech
from skill.testing.subject import find

WHOLE = "name = your kettle\nmenu = put the kettle on\n"
LOCALES = ("en-GB", "en-US")


@pytest.fixture
def kettle(tmp_path):
    """Make a plugin of speech files by language and locale, and of utterance files that are only there."""

    def make(utterances=(), **speech):
        (tmp_path / "speech").mkdir()
        (tmp_path / "model").mkdir()
        for name, text in speech.items():
            raw = text if isinstance(text, bytes) else text.encode()
            (tmp_path / "speech" / f"{name.replace('_', '-')}.ftl").write_bytes(raw)
        for name in utterances:
            (tmp_path / "model" / f"{name}.json").write_text("{}")
        return Plugin("kettle", "1", "a test", ModuleType("kettle"), tmp_path, (), ())

    return make


def told(plugin, locales=LOCALES):
    return [*map(str, text_lint.examine(plugin, locales)[1])]


def test_texts_that_are_whole_have_no_fault(kettle):
    assert told(kettle(en=WHOLE + "-tea = tea\npoured = { -tea }, { NUMBER($cups) }, { name }.\n")) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("poured = Poured { $tea\n", r"en\.ftl:3: not Fluent: Expected token"),
        ("poured = { brewed }\n", r"en\.ftl:3: message 'poured' speaks of 'brewed', which is not there"),
        ("poured = { -tea }\n", r"en\.ftl:3: message 'poured' speaks of '-tea', which is not there"),
        ("poured = { name.short }\n", r"en\.ftl:3: message 'poured' speaks of 'name\.short', which is not there"),
        ("poured = { UPPER($tea) }\n", r"en\.ftl:3: message 'poured' speaks of 'UPPER', which is not there"),
        ("poured = Well.\n    .or-1 = { brewed }\n", r"en\.ftl:4: message 'poured' speaks of 'brewed'"),
        ("poured = { $n ->\n    [one] { cup }\n   *[other] Cups\n }\n", r"en\.ftl:4: message 'poured' speaks of 'cup'"),
        ("bare =\n    .help = Help.\npoured = { bare }\n", r"en\.ftl:5: message 'poured' speaks of 'bare'"),
    ],
)
def test_what_can_never_be_said_is_told_with_message_file_and_line(kettle, text, says):
    (found,) = told(kettle(en=WHOLE + text))
    assert re.match(rf"plugin 'kettle', speech/{says}", found)


def test_a_message_that_the_house_says_of_everyone_is_missed_once_for_all_locales(kettle):
    assert told(kettle(en="name = your kettle\n")) == ["plugin 'kettle', speech/en.ftl: there is no message 'menu'"]


def test_a_plugin_without_any_text_lacks_what_the_house_says_of_everyone(kettle):
    assert told(kettle()) == [
        f"plugin 'kettle', speech/en.ftl: there is no message {id_!r}" for id_ in ("menu", "name")
    ]


def test_a_language_that_lacks_a_message_of_another_is_told_both_files(kettle):
    lacking = "plugin 'kettle', speech/de.ftl: there is no message 'poured', which speech/en.ftl has"
    assert told(kettle(en=f"{WHOLE}poured = Poured.\n", de=WHOLE)) == [lacking]


def test_a_locale_alone_cannot_bring_a_message(kettle):
    lacking = "plugin 'kettle', speech/en.ftl: there is no message 'poured', which speech/en-GB.ftl has"
    assert told(kettle(en=WHOLE, en_GB="poured = Poured.\n")) == [lacking]


def test_a_locale_need_only_bring_what_it_says_otherwise(kettle):
    assert told(kettle(en=f"{WHOLE}poured = The color.\n", en_GB="poured = The colour.\n")) == []


def test_a_locale_may_speak_of_its_languages_texts_but_not_the_other_way_round(kettle):
    english = f"{WHOLE}poured = Well.\nbrewed = {{ -tea }}\n"
    (found,) = told(kettle(en=english, en_GB="-tea = tea\npoured = { brewed }\n"))
    assert found == "plugin 'kettle', speech/en.ftl:4: message 'brewed' speaks of '-tea', which is not there"


def test_utterances_in_a_language_claim_it(kettle):
    found = told(kettle(("en", "de-AT"), en=WHOLE))
    assert found == [
        f"plugin 'kettle', speech/de.ftl: there is no message {id_!r}, which speech/en.ftl has"
        for id_ in ("menu", "name")
    ]


def test_a_language_that_is_served_but_not_claimed_is_spoken_to_in_english(kettle):
    assert told(kettle(("en",), en=WHOLE), ("en-US", "fr-FR")) == []


def test_a_file_that_is_no_text_is_told_and_the_others_are_read(kettle):
    read, faults = text_lint.examine(kettle(en=WHOLE, en_GB=b"name = \xff\n"), LOCALES)
    assert [*read] == ["en"]
    assert [*map(str, faults)] == [
        "plugin 'kettle', speech/en-GB.ftl: cannot be read as UTF-8 text: UnicodeDecodeError"
    ]


def test_the_reason_why_a_plugin_is_left_out_is_short_and_says_where_the_rest_is(kettle, registry_with, bring):
    plugin = bring(Practice("garden"), texts="".join(f"line-{number} = {{ nothing }}\n" for number in range(9)))
    registry = registry_with(plugin)
    Speech(registry, str).preload(LOCALES)
    reason = registry.refused["garden"]
    assert reason.count("which is not there") == 3
    assert reason.endswith("; and 6 more: safe-harbor plugins check garden")


def test_everything_that_ships_is_whole():
    registry = load()
    faults = [each for plugin in registry.plugins.values() if plugin.practices for each in told(plugin)]
    assert faults == []
    assert find(registry, "gratitude").plugin.languages == ("en",)
