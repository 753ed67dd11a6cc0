"""One plugin's trouble stays its own: what the person hears, what the operator reads, and that the others go on."""

import json
import sys
from contextlib import contextmanager
from datetime import date
from importlib.metadata import entry_points, version

import pytest
from structlog.testing import capture_logs

import skill.conversation
from skill.app import create_app, prepare
from skill.doctor import examine
from skill.registry import load
from skill.settings import Settings
from skill.testing import Conversation
from skill.testing.home import Home

OURS = ",".join(each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill."))
BEGIN = 'return ask("asked", Words(), then=keep)'
END = 'return say("kept").record("tea", thing).keep(Kettle(turn.state.cups + 1)).done()'
KETTLE = f"""
import dataclasses, time
from skill import *

@dataclasses.dataclass(frozen=True)
class Kettle:
    cups: int = 0

kettle = Practice("kettle", state=Kettle)

@kettle.on("KettleIntent")
def begin(turn):
    {BEGIN}

@kettle.step
def keep(turn, thing: str):
    {END}

@hookimpl
def register_practices():
    return [kettle]
"""
TEXTS = """
name = your kettle
menu = put the kettle on
asked = Which tea?
    .reprompt = Black?
    .help = You can say a tea.
kept = Poured.
"""
LEFT_OUT = {
    "crashed": ("import dataclasses", "1 / 0\nimport dataclasses", "cannot be imported: ZeroDivisionError"),
    "misspelt": ("register_practices", "register_practises", "there is no hook named 'register_practises'"),
    "zealous": ('"ZealousIntent"', '"KettleIntent"', "the intent KettleIntent is already brought by plugin 'kettle'"),
    "nameless": ("", "", "speech/en.ftl: there is no message 'menu'"),
    "speechless": ("", "", "speech/en.ftl:8: not Fluent: "),
    "dangling": ("", "", "speech/en.ftl:8: message 'stirred' speaks of 'sugar', which is not there"),
    "foreign": ("", "", "speech/de.ftl: there is no message 'asked', which speech/en.ftl has"),
    "parroting": (
        "",
        "",
        "model/en.json:1: sample 'start the kettle' of ParrotingIntent is also a sample of KettleIntent",
    ),
    "greedy": ("", "", "sample 'stop' of GreedyIntent would be taken by the built-in AMAZON.StopIntent"),
    "empty": ("return [empty]", "raise OSError", "register_practices raised OSError"),
    "numeric": ("return [numeric]", "return [7]", "which is no Practice"),
    "bare": ("@hookimpl\n", "@hookimpl\ndef handle_turn(turn): return 3\n\n@hookimpl\n", "can only be wrapped"),
}
SPOILT = {
    "nameless": "name = x\n",
    "speechless": f"{TEXTS}stirred = {{ $sugar\n",
    "dangling": f"{TEXTS}stirred = {{ sugar }}\n",
}
SAMPLES = {"parroting": "start the kettle", "greedy": "stop"}
FAILING = {
    "raising": (BEGIN, 'raise ValueError("sencha")', "failed raising turn ValueError raising:"),
    "wordy": (BEGIN, 'return "Hello."', "wordy returned a str where a Reply was expected"),
    "silent": (BEGIN, "return None", "silent returned a NoneType where a Reply was expected"),
    "mute": (BEGIN, 'return say("nowhere")', "there is no message 'nowhere'"),
    "stateful": (BEGIN, 'return say("kept").keep(3)', "stateful keeps a int where Stateful was said"),
    "passing": (BEGIN, f"{BEGIN}.given(x=object())", "failed passing turn TypeError"),
    "circling": (BEGIN, "return nothing().call(begun, then=begun)", "circling goes round in circles"),
    "sleepy": (BEGIN, "time.sleep(0.6); return say('kept').record('tea', 'mint')", "longer than its budget"),
}


def code(name, old="", new=""):
    """Return the kettle's code under another name, with something else in one place."""
    text = KETTLE.replace("kettle", name).replace("Kettle", name.capitalize())
    old = old.replace("kettle", name).replace("Kettle", name.capitalize())
    assert old in text
    return text.replace(old, new) if old else text


def write(folder, name, text, texts=TEXTS, model=None, sample=None):
    plugin = folder / name
    for room in ("speech", "model"):
        (plugin / room).mkdir(parents=True, exist_ok=True)
    intents = [{"name": f"{name.capitalize()}Intent", "samples": [sample or f"start the {name}"]}]
    (plugin / "__init__.py").write_text(text, "utf-8")
    (plugin / "speech" / "en.ftl").write_text(texts, "utf-8")
    (plugin / "model" / "en.json").write_text(model or json.dumps({"intents": intents}), "utf-8")


@contextmanager
def opened(folder, salt="first"):
    """Open a home with the plugins of a folder beside the house's own."""
    settings = Settings.of({
        "SAFE_HARBOR_DATA_DIR": str(folder.parent / "data"),
        "SAFE_HARBOR_PLUGINS_DIR": str(folder),
        "SAFE_HARBOR_DISABLED_PLUGINS": OURS,
    })  # fmt: skip
    names = [path.stem for path in folder.iterdir()]
    try:
        with Home(settings, salt) as home:
            yield home
    finally:
        for name in names:
            sys.modules.pop(name, None)


def goes_on(conversation):
    """Say whether the kettle works as ever, in the same household."""
    conversation.say("start the kettle")
    poured = conversation.answer("green tea").speech
    return "Poured." in poured and conversation.entries("kettle")[-1].text == "green tea"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a good plugin and one for every way to fail."""
    folder = tmp_path_factory.mktemp("isolation") / "plugins"
    write(folder, "kettle", KETTLE)
    for name, (old, new, _) in LEFT_OUT.items():
        write(folder, name, code(name, old, new), SPOILT.get(name, TEXTS), sample=SAMPLES.get(name))
    (folder / "foreign" / "speech" / "de.ftl").write_text("name = dein Kessel\nmenu = Tee kochen\n", "utf-8")
    for name, (old, new, _) in FAILING.items():
        begun = f"\n@{name}.step\ndef begun(turn, value=None):\n    return nothing().call(begun, then=begun)\n"
        write(folder, name, code(name, old, new) + begun)
    write(folder, "stepping", code("stepping", END, 'raise ValueError("sencha")'))
    write(folder, "lost", code("lost", BEGIN, 'return ask("asked", Words(), then="lost:nowhere")'))
    offer = '\n@offering.offers("launch")\ndef offered(turn):\n    raise ValueError("sencha")\n'
    write(folder, "offering", code("offering") + offer)
    return folder


@pytest.fixture(scope="module")
def home(folder):
    with opened(folder) as home:
        yield home


@pytest.fixture
def conversation(home):
    """Return a conversation in which apologies are heard."""
    made = Conversation(home)
    made.forgiving = True
    return made


# At start


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_plugin_that_cannot_be_taken_is_left_out_with_a_reason_that_names_it(home, name):
    assert LEFT_OUT[name][2] in home.registry.refused[name]


def test_the_doctor_tells_the_operator_of_every_plugin_that_cannot_be_loaded(home, folder, tmp_path):
    settings = Settings.of({
        "SAFE_HARBOR_DATA_DIR": str(tmp_path),
        "SAFE_HARBOR_PLUGINS_DIR": str(folder),
        "SAFE_HARBOR_DISABLED_PLUGINS": OURS,
    })  # fmt: skip
    told = {each.thing: each.says for each in examine(settings, tmp_path, date(2026, 11, 22)) if each.state == "broken"}
    assert [name for name in LEFT_OUT if LEFT_OUT[name][2] not in told[f"plugin {name}"]] == []


def test_the_doctor_names_the_line_of_code_that_says_what_is_no_message(home, folder, tmp_path):
    settings = Settings.of({
        "SAFE_HARBOR_DATA_DIR": str(tmp_path),
        "SAFE_HARBOR_PLUGINS_DIR": str(folder),
        "SAFE_HARBOR_DISABLED_PLUGINS": OURS,
    })  # fmt: skip
    (told,) = [each for each in examine(settings, tmp_path, date(2026, 11, 22)) if each.thing == "plugin mute"]
    assert (told.state, "mute/__init__.py:" in told.says) == ("broken", True)
    assert "there is no message 'nowhere' in speech/en.ftl" in told.says


def test_the_operator_reads_at_the_start_who_is_left_out_and_why(folder, tmp_path):
    settings = Settings.of({
        "SAFE_HARBOR_DATA_DIR": str(tmp_path),
        "SAFE_HARBOR_PLUGINS_DIR": str(folder),
        "SAFE_HARBOR_DISABLED_PLUGINS": OURS,
    })  # fmt: skip
    prepare(settings)
    with capture_logs() as logs:
        create_app(settings).extensions["safe_harbor"].close()
    told = {each["plugin"]: each["reason"] for each in logs if each["event"] == "plugin_refused"}
    assert told.keys() == LEFT_OUT.keys()
    assert [name for name in LEFT_OUT if LEFT_OUT[name][2] not in told[name]] == []


def test_the_rest_serves_when_some_are_left_out(conversation):
    assert goes_on(conversation)


def test_a_plugin_of_a_folder_is_loaded_and_a_disabled_one_is_not(folder):
    assert "kettle" in load(disabled=frozenset(OURS.split(",")), folder=folder).plugins
    assert "kettle" not in load(disabled=frozenset({*OURS.split(","), "kettle"}), folder=folder).plugins


@pytest.fixture
def from_the_future(tmp_path, monkeypatch):
    """Install a plugin that was written for a host of another time."""
    (tmp_path / "safe_harbor_future.py").write_text("import skill\n", "utf-8")
    told = tmp_path / "safe_harbor_future-1.0.dist-info"
    told.mkdir()
    needs = "Requires-Dist: safe-harbor-skill>=99"
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: safe-harbor-future\nVersion: 1.0\n{needs}\n", "utf-8")
    (told / "entry_points.txt").write_text("[safe_harbor]\nfuture = safe_harbor_future\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("safe_harbor_future", None)


def test_a_plugin_for_another_host_is_left_out_naming_both_versions(from_the_future):
    reason = load().refused["future"]
    assert "safe-harbor-skill >=99" in reason
    assert version("safe-harbor-skill") in reason


def test_a_plugin_whose_utterances_cannot_be_read_is_left_out_alone(tmp_path):
    write(tmp_path / "plugins", "kettle", KETTLE)
    write(tmp_path / "plugins", "garbled", code("garbled"), model="{nope")
    with opened(tmp_path / "plugins") as home:
        assert "not JSON" in home.registry.refused["garbled"]
        assert goes_on(Conversation(home))


# In a turn


@pytest.mark.parametrize("name", FAILING)
def test_what_a_handler_does_wrong_is_apologised_for_and_nothing_is_kept(conversation, monkeypatch, name):
    monkeypatch.setattr(skill.conversation, "BUDGET", 0.5)
    apology = conversation.say(f"start the {name}")
    assert (apology.listening, apology.practice) == (False, name)
    assert "kept" in apology.speech
    assert conversation.entries() == ()
    assert [told for told in apology.failures if FAILING[name][2] in told]
    assert "sencha" not in str(apology.failures)
    assert goes_on(conversation)


SILENT = {
    "a message that is not there": ('say("nowhere")', "there is no message 'nowhere'"),
    "a question that is not there": ('ask("nowhere", Words(), then=keep)', "there is no message 'nowhere'"),
    "an argument that is not given": ('say("spilt")', "message 'spilt' cannot be said: Unknown external: tea"),
}


@pytest.mark.parametrize("how", SILENT)
def test_a_message_that_is_missing_when_it_is_said_is_apologised_for_and_named_with_its_plugin(tmp_path, how):
    said, told = SILENT[how]
    write(tmp_path / "plugins", "kettle", KETTLE)
    lost = f'return {said}.record("tea", "sencha").keep(Wordless(3))'
    write(tmp_path / "plugins", "wordless", code("wordless", BEGIN, lost), f"{TEXTS}spilt = {{ $tea }} is spilt.\n")
    with opened(tmp_path / "plugins") as home:
        conversation = Conversation(home)
        conversation.forgiving = True
        apology = conversation.say("start the wordless")
        assert (apology.listening, "kept" in apology.speech) == (False, True)
        assert (conversation.entries(), conversation.state("wordless").cups) == ((), 0)
        (failure,) = apology.failures
        assert failure.startswith("failed wordless turn MessageMissing ")
        assert f"plugin 'wordless': {told}" in failure
        assert goes_on(conversation)


def test_a_step_that_raises_keeps_its_question_open_and_nothing_else(conversation):
    conversation.say("start the stepping")
    apology = conversation.answer("sencha")
    assert apology.listening
    assert apology.speech.endswith("?")
    assert conversation.entries() == ()
    assert apology.failures[0].startswith("failed stepping turn ValueError stepping:")
    assert "sencha" not in str(apology.failures)
    assert goes_on(conversation)


def test_a_step_that_nobody_brings_is_let_go_politely(conversation):
    conversation.say("start the lost")
    told = conversation.answer("sencha")
    assert "isn't here any more" in told.speech
    assert told.failures == ()
    assert goes_on(conversation)


def test_an_offer_that_raises_is_left_out_of_the_opening(conversation):
    opening = conversation.launch()
    assert opening.listening
    assert opening.failures[0].startswith("failed offering offers launch ValueError offering:")
    assert goes_on(conversation)


def test_a_state_newer_than_the_code_is_refused_and_left_as_it_is(tmp_path):
    plugins = tmp_path / "plugins"
    newer = code("kettle", "state=Kettle", "state=Kettle, version=2")
    write(plugins, "pot", code("pot"))
    write(plugins, "kettle", newer)
    with opened(plugins) as home:
        user = Conversation(home).user
        first = Conversation(home)
        first.user = user
        assert goes_on(first)
    write(plugins, "kettle", KETTLE)
    with opened(plugins, "second") as home:
        second = Conversation(home)
        second.user, second.forgiving = user, True
        apology = second.wait(days=1).say("start the kettle")
        assert "kept" in apology.speech
        assert "the state of kettle is of version 2, newer than 1" in apology.failures[0]
        assert second.say("start the pot").messages == ("asked",)
    write(plugins, "kettle", newer)
    with opened(plugins, "third") as home:
        third = Conversation(home)
        third.user = user
        assert third.state("kettle").cups == 1


def test_a_handler_that_exits_is_one_that_fails(tmp_path):
    write(tmp_path / "plugins", "kettle", KETTLE)
    write(tmp_path / "plugins", "leaving", code("leaving", BEGIN, "raise SystemExit"))
    with opened(tmp_path / "plugins") as home:
        conversation = Conversation(home)
        conversation.forgiving = True
        assert "kept" in conversation.say("start the leaving").speech
        assert goes_on(conversation)


# In a hook

WRAPPERS = {
    "before the handler": "    1 / 0\n    yield",
    "after the handler": "    yield\n    1 / 0",
    "with nonsense": "    yield\n    return 3",
}


@pytest.mark.parametrize("how", WRAPPERS)
def test_a_wrapper_that_fails_is_left_out_and_the_turn_goes_on(tmp_path, how):
    write(tmp_path / "plugins", "kettle", KETTLE)
    wrapper = f"\n@hookimpl(wrapper=True)\ndef handle_turn(turn, practice):\n{WRAPPERS[how]}\n"
    write(tmp_path / "plugins", "meddling", code("meddling") + wrapper)
    with opened(tmp_path / "plugins") as home:
        conversation = Conversation(home)
        conversation.forgiving = True
        assert "meddling" in str(conversation.launch().failures)
        assert goes_on(conversation)


@pytest.fixture
def listening(tmp_path):
    """Return a home with a listener that raises, beside one that was registered before it."""
    write(tmp_path / "plugins", "kettle", KETTLE)
    for name, does in {"noting": "turns.append(practice)", "shouting": "raise ValueError(practice)"}.items():
        hook = f"turns = []\n@hookimpl\ndef turn_finished(practice):\n    {does}\n"
        write(tmp_path / "plugins", name, f"from skill import hookimpl\n{hook}")
    with opened(tmp_path / "plugins") as home:
        yield home


def test_a_listener_that_raises_changes_nothing_of_the_turn_and_is_told_of(listening):
    conversation = Conversation(listening)
    conversation.forgiving = True
    asked = conversation.say("start the kettle")
    assert (asked.messages, asked.listening) == (("asked",), True)
    assert asked.failures[0].startswith("failed shouting turn_finished ValueError shouting:")
    assert goes_on(conversation)


def test_a_listener_that_raises_keeps_no_other_from_hearing(listening):
    conversation = Conversation(listening)
    conversation.forgiving = True
    conversation.say("start the kettle")
    assert listening.registry.plugins["noting"].module.turns == ["kettle"]


# In the languages of a plugin


def test_what_a_locale_says_otherwise_is_heard_and_said_there_alone(tmp_path):
    write(tmp_path / "plugins", "kettle", KETTLE)
    british = json.dumps({"intents": [{"name": "KettleIntent", "samples": ["put the kettle on"]}]})
    (tmp_path / "plugins" / "kettle" / "model" / "en-GB.json").write_text(british, "utf-8")
    asked = "asked = Which brew?\n    .reprompt = Builder's?\n    .help = You can say a brew.\n"
    (tmp_path / "plugins" / "kettle" / "speech" / "en-GB.ftl").write_text(asked, "utf-8")
    with opened(tmp_path / "plugins") as home:
        american, briton = Conversation(home), Conversation(home, locale="en-GB")
        assert american.say("start the kettle").speech == "Which tea?"
        assert briton.say("put the kettle on").speech == "Which brew?"
        assert "Poured." in briton.answer("assam").speech
        assert briton.say("start the kettle").practice != "kettle"
