"""The contract of every practice: a good plugin passes, and each that is broken fails naming the place and why."""

from importlib.metadata import entry_points

import pytest

import skill.plugin_check
import skill.testing.contract
import skill.testing.plugin  # noqa: F401

pytest_plugins = ("pytester",)

CODE = "__init__.py"
SPEECH = "speech/en.ftl"
MODEL = "model/en.json"
GOOD = """
from skill import Practice, Words, ask, hookimpl, say

garden = Practice("garden")

@garden.on("PlantIntent")
def plant(turn):
    if thing := turn.slots.get("thing"):
        return keep(turn, thing)
    return ask("asked", Words(), then=keep)

@garden.step
def keep(turn, thing: str):
    return say("kept", thing=thing).record("plant", thing).done()

@hookimpl
def register_practices():
    return [garden]
"""
TEST = """
from skill.testing import PracticeContract

class TestGarden(PracticeContract):
    practice = "garden"
"""
OFFER = '@garden.offers("launch")\ndef offered(turn): return 3\n'
BROKEN = {
    "a message is missing": (SPEECH, "kept =", "keeping =", "code_says", "there is no message 'kept'"),
    "an argument is missing": (CODE, '"kept", thing=thing', '"kept"', "code_says", "'kept' needs $thing"),
    "a language is half written": ("model/de.json", "", "{}", "claimed_language", "no texts: write this file"),
    "a message refers to nothing": (SPEECH, "There it stands", "{ there }", "renders", "cannot be said"),
    "a file is no Fluent": (SPEECH, "dry = No", "dry = { No", "renders", "not Fluent"),
    "a line is too long": (SPEECH, "No reminder then.", "No " * 46, "short_enough", "has 46 words"),
    "a question is too long": (SPEECH, "What shall we", "What " * 19 + "we", "short_enough", "a question has"),
    "two things are asked": (SPEECH, "What shall", "Well? What shall", "alone_and_last", "more than one thing"),
    "a question stands first": (SPEECH, "we plant?", "we plant? Say it.", "alone_and_last", "goes on after its"),
    "a question has no help": (SPEECH, ".help", ".halp", "alone_and_last", "without .help"),
    "a reprompt is long": (SPEECH, "A rose?", "So " * 13 + "what?", "reprompt", "a reprompt is the shorter one"),
    "a reprompt is the question": (SPEECH, "A rose?", "What shall we plant?", "reprompt", "says the question again"),
    "the opening is always the same": (SPEECH, ".or-3 = What w", ".odd = What w", "variants", "in 3 way(s)"),
    "an intent is not handled": (CODE, '"PlantIntent"', '"SowIntent"', "handled", "add @practice.on('PlantIntent')"),
    "a handler has no intent": (
        CODE,
        '"PlantIntent"',
        '"PlantIntent", "SowIntent"',
        "handled",
        "SowIntent is answered",
    ),
    "a sample is the house's": (MODEL, "let's plant", "stop", "utterance", "would be taken by the built-in"),
    "a sample is a command": (MODEL, "let's plant", "okay skip it then", "utterance", "the house's command 'skip'"),
    "an empty slot is not expected": (CODE, '.get("thing")', '["thing"]', "slots", "empty slots raises KeyError"),
    "words are not expected": (CODE, "keep(turn, thing)\n", "keep(turn, int(thing))\n", "slots", "ValueError"),
    "an offer is nonsense": (CODE, "@hookimpl", f"{OFFER}\n@hookimpl", "offers", "gives a int"),
    "a step raises": (CODE, "thing: str):", "thing: str):\n    1 / 0", "turn_asks_last", "ZeroDivisionError"),
    "a statement listens": (CODE, '"asked"', '"dry"', "turn_asks_last", "listens without a question"),
    "a sentence comes twice": (CODE, 'say("kept"', 'say("label").say("label").say("kept"', "twice", "is said twice"),
}


@pytest.fixture
def held(pytester, monkeypatch, alone, write_plugin):
    """Hold a plugin against the contract: ``held(chosen, file, old, new)`` changes the good one before that."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def hold(chosen="", file=CODE, old="", new=""):
        folder = pytester.mkdir("plugins")
        changed = write_plugin(folder, GOOD) / file
        before = changed.read_text("utf-8") if changed.exists() else ""
        assert old in before
        changed.write_text(before.replace(old, new) if old else before + new, "utf-8")
        alone(folder)
        pytester.makepyfile(TEST)
        return pytester.runpytest_inprocess("-p", "skill.testing.plugin", "-p", "no:cacheprovider", "-q", "-k", chosen)

    return hold


def test_a_good_plugin_passes(held):
    held().assert_outcomes(passed=17)


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_plugin_fails_naming_the_place_and_why(held, case):
    file, old, new, chosen, told = BROKEN[case]
    result = held(chosen, file, old, new)
    assert result.parseoutcomes().get("failed") == 1, result.stdout.str()
    assert [line for line in result.outlines if told in line and "plugins/garden/" in line], result.stdout.str()


def test_a_practice_that_was_refused_fails_with_the_hosts_reason(held):
    result = held("", CODE, "register_practices", "register_practises")
    assert "there is no hook named 'register_practises'" in result.stdout.str()
    assert result.parseoutcomes()["errors"] == 17


def test_pytest_finds_the_fixtures_by_an_entry_point():
    (found,) = entry_points(group="pytest11", name="safe_harbor")
    assert found.value == "skill.testing.plugin"


def test_tests_that_need_no_practice_import_nothing_of_the_skills_rooms(pytester, monkeypatch):
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile("""
        import sys
        def test_plain():
            rooms = {name for name in sys.modules if name.startswith("skill.")}
            assert not {"skill.app", "skill.alexa", "skill.store", "skill.testing.home"} & rooms
            assert not {"flask", "sqlalchemy", "hassil", "ask_sdk_core"} & sys.modules.keys()
    """)
    pytester.runpytest_subprocess("-p", "skill.testing.plugin", "-p", "no:cacheprovider").assert_outcomes(passed=1)
