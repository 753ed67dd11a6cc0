"""Languages are data, found by their code."""

import re
from importlib import import_module
from itertools import chain

import pytest

from skill.errors import ConfigurationError
from skill.reading import languages
from skill.reading.language import Language, language_of


def test_english_is_there_by_its_code_and_by_its_locales():
    assert "en" in languages()
    assert language_of("en-GB") is not None
    assert language_of("en_US").code == language_of("en").code == "en"


@pytest.mark.parametrize("code", ["xx", "", "..", "de/../en", "1"])
def test_a_language_that_is_not_there_is_refused(code):
    with pytest.raises(ConfigurationError, match="no data"):
        language_of(code)


@pytest.mark.parametrize("code", languages())
def test_every_language_brings_all_parts_under_its_own_code(code):
    language = import_module(f"skill.reading.languages.{code}").LANGUAGE
    assert isinstance(language, Language)
    assert language.code == code


@pytest.mark.parametrize("code", languages())
def test_no_utterance_is_two_commands(code):
    every = list(chain.from_iterable(language_of(code).commands.whole.values()))
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("code", languages())
def test_no_feeling_is_in_two_families(code):
    families = language_of(code).feelings.families.values()
    every = [word for energies in families for each in energies.values() for word in each]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("code", languages())
def test_words_in_need_of_company_are_feelings_of_the_list(code):
    feelings = language_of(code).feelings
    every = {word for energies in feelings.families.values() for each in energies.values() for word in each}
    assert feelings.weak <= every


@pytest.mark.parametrize("code", languages())
def test_every_form_has_what_must_be_there_before_any_is_tried(code):
    language = language_of(code)
    for needed, forms in (
        (r"\{units?\}|\{short\}|\(\?P<unit>", language.lengths.forms),
        (r"\{hour\}|\(\?P<hour>", [form for form, _ in language.clocks.forms]),
        (r"\{weekday\}", [form for form, _ in language.days.weekday_forms]),
        (r"\{(?:weekdays?|either|first)\}", language.days.every_named),
        (r"\{(?:day|ordinal|month)\}", language.days.dates),
        (r"\{length\}", language.days.in_length),
    ):
        assert [form for form in forms if not re.search(needed, form)] == []
