import json
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from skill.alexa.envelope import write
from skill.alexa.screen import datasources, directive, document

NODE = Path(__file__).parents[1] / "node"
UNTIL = datetime(2026, 3, 2, 20, 30, tzinfo=ZoneInfo("Europe/London"))
SHOWN = {
    "title": "What went well?",
    "lines": ["One thing is enough."],
    "buttons": [["The rain", "the rain"]],
    "progress": [2, 5],
    "until": UNTIL.isoformat(),
    "turn": "Ana",
    "asking": True,
}


def properties(locale="en-GB", **but):
    return datasources(SHOWN | but, locale)["safeHarbor"]["properties"]


def components(node):
    """List every component of the document."""
    if isinstance(node, dict):
        yield from ([node] if "type" in node else [])
        node = list(node.values())
    for each in node if isinstance(node, list) else ():
        yield from components(each)


def validated(doc):
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (NODE / "node_modules" / "apl-suggester").is_dir():
        pytest.skip("tests/node/node_modules is missing: npm ci --prefix tests/node")
    command = ["node", str(NODE / "validate_apl.js")]
    done = subprocess.run(command, input=json.dumps(doc), capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_amazons_validator_finds_no_fault_with_the_document():
    assert validated(document()) == []


def test_amazons_validator_would_find_a_fault():
    broken = json.loads(json.dumps(document()))
    broken["mainTemplate"]["items"][0]["backgroundColour"] = "red"
    assert "backgroundColour" in str(validated(broken))


def test_the_document_needs_no_more_than_the_oldest_screens_have():
    assert document()["version"] == "1.4"
    assert "import" not in document()


def test_the_document_shows_nothing_that_it_is_not_given():
    used = set(re.findall(r"screen\.(\w+)", json.dumps(document())))
    assert used == set(properties()) - {"asking"}


def test_every_touch_has_a_name_that_is_read_aloud_and_sends_its_argument():
    touches = [each for each in components(document()) if each["type"] == "TouchWrapper"]
    assert touches
    for each in touches:
        assert each["accessibilityLabel"] == "${data.label}"
        assert each["onPress"] == [{"type": "SendEvent", "arguments": ["${data.argument}"]}]


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", ["ground", "button"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent"])
def test_letters_stand_out_against_what_is_behind_them(ink, ground):
    colours = document()["resources"][0]["colors"]
    assert (luminance(colours[ink]) + 0.05) / (luminance(colours[ground]) + 0.05) > 7


def test_a_directive_is_json_that_the_platform_takes():
    sent = json.loads(write(directive(SHOWN, "en-US")))
    assert sent["type"] == "Alexa.Presentation.APL.RenderDocument"
    assert sent["token"] == "safe-harbor"
    assert sent["document"] == document()
    assert sent["datasources"]["safeHarbor"]["type"] == "object"


def test_the_question_whose_turn_it_is_and_the_lines_are_shown():
    shown = properties()
    assert (shown["title"], shown["turn"], shown["lines"]) == ("What went well?", "Ana", ["One thing is enough."])


def test_progress_is_told_by_shape_and_by_number():
    assert properties()["dots"] == [True, True, False, False, False]
    assert properties()["progress"] == "2 / 5"


def test_without_progress_there_are_no_dots():
    assert (properties(progress=[])["dots"], properties(progress=[])["progress"]) == ([], "")


def test_many_steps_are_told_by_number_alone():
    assert (properties(progress=[3, 30])["dots"], properties(progress=[3, 30])["progress"]) == ([], "3 / 30")


@pytest.mark.parametrize(("locale", "clock"), [("en-GB", "20:30"), ("en-US", "8:30PM"), ("xx-XX", "20:30")])
def test_a_countdown_says_when_it_ends_as_people_there_say_it(locale, clock):
    shown = properties(locale)
    assert shown["until"] == int(UNTIL.timestamp() * 1000)
    assert "".join(shown["clock"].split()) == clock


def test_without_an_end_there_is_no_countdown():
    assert (properties(until="")["until"], properties(until="")["clock"]) == (0, "")


def test_while_something_is_asked_it_can_be_skipped_and_stopped_by_touch():
    assert [(each["label"], each["argument"]) for each in properties()["buttons"]] == [
        ("The rain", "the rain"),
        ("Skip", "skip"),
        ("Stop", "stop"),
    ]


def test_nothing_can_be_skipped_where_nothing_is_asked():
    assert [each["argument"] for each in properties(asking=False)["buttons"]] == ["the rain"]


def test_a_practices_own_way_to_stop_is_not_offered_twice():
    shown = properties(buttons=[["That's enough", "stop"]])
    assert [each["label"] for each in shown["buttons"]] == ["That's enough", "Skip"]
