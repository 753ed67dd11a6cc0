import json
import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from skill import Offer, Turn, nothing, say
from skill.settings import Settings
from skill.testing import Conversation
from skill.testing.home import Home

GUIDE = (Path(__file__).parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^`([\w/-]+\.\w+)`:\n\n)?^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
FILES = {"python": "kindness/__init__.py", "fluent": "kindness/speech/en.ftl", "json": "kindness/model/en.json"}
OTHERS = ",".join(each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill."))


def blocks(language):
    return [text for _, found, text in BLOCKS if found == language]


def assemble(folder):
    """Write the plugins that all snippets make together: each to the file named above it, or its language's."""
    texts = {}
    for named, language, text in BLOCKS:
        if language in FILES:
            texts.setdefault(named or FILES[language], []).append(text)
    for name, parts in texts.items():
        whole = "\n".join(parts)
        if name.endswith(".json"):
            whole = json.dumps(
                {"intents": [intent for part in parts for intent in json.loads(part)["intents"]]}, indent=2
            )
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(whole, encoding="utf-8")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """The environment of an operator who has the guide's plugin, and none of those that ship."""
    folder = tmp_path_factory.mktemp("guide")
    assemble(folder / "brought")
    return {
        "SAFE_HARBOR_DATA_DIR": str(folder / "data"),
        "SAFE_HARBOR_PLUGINS_DIR": str(folder / "brought"),
        "SAFE_HARBOR_DISABLED_PLUGINS": OTHERS,
    }


@pytest.fixture(scope="module")
def home(settings):
    with Home(Settings.of(settings)) as home:
        assert home.registry.refused == {}
        yield home
    for name in ("kindness", "tea"):
        del sys.modules[name]


@pytest.fixture
def talk(home, request):
    """A household that has opened the skill once before."""
    talk = Conversation(home, user=request.node.name)
    talk.launch()
    return talk


def heard(talk, *words):
    return [talk.say(each).speech for each in words]


def messages(talk, *words):
    return [each for said in words for each in talk.say(said).messages]


def keep_one(talk):
    heard(talk, "note a kind thing", "leo washed up", "no")


def test_the_first_practice_holds_its_conversation(talk):
    talk.say("note a kind thing")
    assert "leo washed up. Was there another?" in talk.answer("leo washed up").speech
    assert messages(talk, "yes", "a neighbour waved") == ["asked", "kept", "more"]
    assert talk.say("no").speech == "That's 2 kind things so far."
    assert [each.text for each in talk.entries("kindness")] == ["leo washed up", "a neighbour waved"]


def test_the_first_practice_can_be_skipped_and_named_in_one_breath(talk):
    assert heard(talk, "note a kind thing", "skip")[1] == "Okay, none today."
    talk.launch()
    assert talk.say("it was kind that leo washed up").speech == "Kept: leo washed up. Was there another?"


def test_the_entry_point_is_the_hosts_group_in_six_lines():
    (text,) = blocks("toml")
    project = tomllib.loads(text)["project"]
    assert project["entry-points"] == {"safe_harbor": {"kindness": "kindness"}}
    assert project["dependencies"] == ["safe-harbor-skill"]
    assert len([line for line in text.splitlines() if line]) == 6


def test_questions_give_an_option_and_a_span(talk):
    assert heard(talk, "plan something kind", "a call", "ten minutes")[-1] == "A call of ten minutes."


def test_an_entry_is_private_until_a_clear_yes(talk):
    keep_one(talk)
    assert [each.visibility for each in talk.entries("kindness")] == ["private"]
    talk.launch()
    assert heard(talk, "share the last kindness", "yes")[-1] == "Everyone at home may hear it now."
    assert [each.visibility for each in talk.entries("kindness")] == ["household"]


def test_another_day_it_is_told_and_shown(talk):
    keep_one(talk)
    talk.wait(days=2).device(screen=True).launch()
    told = talk.say("the week's kind things")
    assert "leo washed up" in told.speech
    assert "leo washed up" in str(told.screen).lower()


def test_two_people_are_asked_one_after_the_other(talk):
    heard(talk, "kindness for two", "yes", "Ana", "Leo", "made the tea")
    assert talk.answer("walked the dog").messages[-1] == "both-said"
    assert {each.visibility for each in talk.entries("kindness")} == {"shared"}


def test_a_reminder_is_set_after_a_yes_and_told_with_its_time(talk):
    talk.permit("reminders")
    assert "tomorrow" in heard(talk, "a kindness tomorrow", "yes")[-1]
    assert [each["text"] for each in talk.alerts] == ["A minute for yourself."]


def of_its_own(name, **turn):
    """Run one of the plugin's handlers by itself."""
    return getattr(sys.modules["kindness"], name)(Turn(now=datetime(2026, 3, 2, 20, tzinfo=UTC), state=None, **turn))


def test_what_is_offered_comes_at_the_next_launch(talk):
    keep_one(talk)
    launched = talk.wait(days=1).launch()
    assert re.search(r"\bkind\b.*today", launched.speech)


def test_a_need_is_answered_only_by_an_offer_about_it(home):
    assert of_its_own("light", given={"about": "heat"}) is None
    assert of_its_own("soften", given={"about": "heat"}) is None
    assert of_its_own("soften", given={"about": "hard"}).about == "hard"


def test_the_floor_is_handed_to_what_calms(talk):
    calm = Offer(100, say("breathe").done(), about="heat")
    reply = of_its_own("pause", gather=lambda _occasion, _given: (calm,))
    assert reply == nothing().call(calm, then=sys.modules["kindness"].back)
    assert talk.say("a kind pause").messages == ("no-pause",)


def test_the_hooks_listen_and_wrap(talk, caplog):
    caplog.set_level("INFO", "kindness")
    talk.at("2026-03-02T23:30").launch()
    heard(talk, "note a kind thing")
    assert talk.answer("skip").speech == "Okay, none today. Good night."
    assert "kindness asked" in caplog.messages


def test_a_handler_from_elsewhere_answers(talk):
    assert talk.say("is there any tea").speech == "The kettle is on."


def test_a_locale_overrides_single_lines(home):
    talk = Conversation(home, user="british", locale="en-GB")
    talk.launch()
    keep_one(talk)
    talk.launch()
    assert heard(talk, "share the last kindness", "no")[-1] == "Right, it stays with you."


def test_the_guides_own_tests_pass(settings):
    """Without the shipped practices, in a process of its own, as an author runs them."""
    folder = Path(settings["SAFE_HARBOR_PLUGINS_DIR"])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "kindness/tests"]
    environment = os.environ | settings | {"PYTHONPATH": str(folder)}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("line", "".join(blocks("sh")).splitlines())
def test_a_command_of_the_guide_does_its_work(line, settings, tmp_path):
    """Each in a process and a folder of its own, in which the plugin stands."""
    assemble(tmp_path)
    brought = "" if "check" in line else str(tmp_path)
    own = {"SAFE_HARBOR_PLUGINS_DIR": brought, "SAFE_HARBOR_DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "-c", "from skill.cli import main; main()", *line.split()[1:]]
    ran = subprocess.run(
        command, cwd=tmp_path, env=os.environ | settings | own, input="", capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_heading_that_the_guide_points_to_is_there():
    headings = {each.lower().replace(" ", "-") for each in re.findall(r"^##+ (.+)$", GUIDE, re.MULTILINE)}
    assert set(re.findall(r"\(#([\w-]+)\)", GUIDE)) <= headings
