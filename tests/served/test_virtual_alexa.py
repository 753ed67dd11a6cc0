"""A client that is not ours drives the served webhook from plain utterances."""

import itertools
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.simulator.platform import SimulatedPlatform
from skill.speech import plain

ROOT = Path(__file__).parents[2]
NODE = ROOT / "tests/node"
MODEL = ROOT / "interaction_models/en-US.json"
LONGEST_GOODBYE = 12
QUIET = {"AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE": "1"}


def where_it_is_evening():
    """Name a zone where it is seven in the evening or a little later, so that what is said fits whenever this runs."""
    ahead = (19 - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@dataclass(frozen=True)
class Turn:
    """What the client sent, and what it got."""

    intent: str
    speech: str
    reprompt: str
    open: bool
    elicited: str | None


@dataclass
class Voice:
    """Somebody of a household of their own, who speaks through the client; every answer is held against the rules."""

    client: subprocess.Popen = field(repr=False)
    platform: SimulatedPlatform = field(repr=False)
    user: str
    turns: list[Turn] = field(default_factory=list)

    def say(self, words):
        return self._send(say=words)

    def answer(self, words):
        """Answer a question for free words, as the platform does that elicits a slot."""
        return self._send(answer=words)

    def mumble(self):
        return self._send(nothing=True)

    def keep_silent(self):
        """Say nothing until the platform ends the session."""
        return self._send(silence=True)

    def follow(self, path):
        """Say one thing after another; those that answer a question for free words begin with an ellipsis."""
        for words in path:
            if words.startswith("…"):
                self.answer(words.removeprefix("…"))
            else:
                self.say(words)
        return self.turns[-1]

    def _send(self, **command):
        token = self.platform.device(self.user, f"{self.user}.speaker", time_zone=where_it_is_evening())
        asked = {"user": self.user, "endpoint": self.platform.url, "token": token, **command}
        self.client.stdin.write(json.dumps(asked) + "\n")
        self.client.stdin.flush()
        told = json.loads(self.client.stdout.readline())
        assert told["error"] is None, (asked, told["error"])
        turn = read(told)
        if "silence" not in command:
            assert turn.speech
            assert turn.open == turn.speech.endswith("?"), f"open is {turn.open} after {turn.speech!r}"
            assert turn.open == bool(turn.reprompt)
        self.turns.append(turn)
        return turn


def read(told):
    response = told["response"]
    speech, reprompt = response.get("outputSpeech", {}), response.get("reprompt", {}).get("outputSpeech", {})
    elicited = [each for each in response.get("directives", ()) if each["type"] == "Dialog.ElicitSlot"]
    return Turn(
        intent=told["heard"].get("intent", {}).get("name", told["heard"]["type"]),
        speech=plain(speech.get("ssml", "")),
        reprompt=plain(reprompt.get("ssml", "")),
        open=response.get("shouldEndSession") is False,
        elicited=elicited[0]["slotToElicit"] if elicited else None,
    )


@pytest.fixture(scope="module")
def client(forwarder):
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (NODE / "node_modules/virtual-alexa").is_dir():
        pytest.skip("tests/node/node_modules is missing: npm ci --prefix tests/node")
    with subprocess.Popen(
        ["node", str(NODE / "virtual_alexa.js"), forwarder, str(MODEL), "en-US"],
        env=os.environ | QUIET,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield process
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.fixture(scope="module")
def numbers():
    return itertools.count()


@pytest.fixture
def ana(client, platform, numbers):
    return Voice(client, platform, f"virtual-{next(numbers)}")


OPEN = "open safe harbor"
STATES = {
    "at the start": (OPEN,),
    "asked for a good thing": (OPEN, "note a good thing"),
    "asked why it was good": (OPEN, "i'm grateful for the rain"),
    "asked whether to tell": (OPEN, "note a good thing", "…leo washed up", "…i could just sit down"),
    "asked whether a break suits both": (OPEN, "time out"),
    "asked whether to be reminded of the end": (OPEN, "time out", "yes"),
    "asked for a length of time": (OPEN, "what can i do for myself"),
    "asked for energy": (OPEN, "what can i do for myself", "five minutes"),
    "asked for a rhythm": ("ask safe harbor to remind me to stretch at eight",),
    "asked how the day was": (OPEN, "check in"),
    "asked in the middle of a check-in": (OPEN, "check in", "…tired"),
    "asked again after a mumble": (OPEN, "note a good thing", None),
}


def reach(voice, path):
    for words in path:
        turn = voice.mumble() if words is None else voice.follow((words,))
    assert turn.open
    return turn


@pytest.fixture(params=STATES.values(), ids=STATES.keys())
def asked(ana, request):
    """Return somebody who has just been asked something."""
    reach(ana, request.param)
    return ana


def test_opening_says_what_this_is_and_asks_what_is_wanted(ana):
    turn = ana.say(OPEN)
    assert turn.intent == "LaunchRequest"
    assert re.search("Safe Harbor.* not a therapist.*check in.*[?]$", turn.speech)


def test_a_good_thing_said_at_once_is_kept_and_heard_again_in_another_session(ana):
    kept = ana.say("tell safe harbor i'm grateful for the rain")
    assert kept.intent == "GratitudeIntent"
    assert "rain" in kept.speech.lower()
    assert not ana.say("stop").open
    assert "the rain" in ana.say("ask safe harbor what good things did i save this month").speech.lower()


def test_a_good_thing_is_asked_for_kept_and_put_into_words_for_whoever_it_was_about(ana):
    assert ana.follow((OPEN, "note a good thing")).elicited
    assert "leo washed up" in ana.answer("leo washed up").speech.lower()
    assert "Leo" in ana.answer("i could just sit down").speech
    assert "Leo, you washed up" in ana.say("yes").speech


def test_an_argument_is_broken_off_with_a_time_to_come_back_and_a_reminder_of_it(ana, platform):
    platform.permit(ana.user, "reminders")
    agreed = ana.follow((OPEN, "time out"))
    assert agreed.intent == "CooldownStartIntent"
    assert re.search(r"[Tt]wenty minutes\b.*\b(back|together)\b", agreed.speech)
    ana.say("yes")
    done = ana.say("yes")
    assert not done.open
    assert len(platform.alerts_of(ana.user)) == 1


def test_a_length_that_was_named_is_taken(ana):
    assert "wenty-five minutes" in ana.follow((OPEN, "pause us for twenty five minutes")).speech


def test_a_reminder_is_read_back_before_it_is_set(ana, platform):
    platform.permit(ana.user, "reminders")
    asked = ana.say("ask safe harbor to remind me to stretch at eight")
    assert asked.intent == "RemindCareIntent"
    while asked.open:
        assert not platform.alerts_of(ana.user)
        assert len(ana.turns) < 6
        asked = ana.say("yes")
    assert len(platform.alerts_of(ana.user)) == 1


def test_a_small_thing_for_oneself_fits_the_time_and_the_energy_there_is(ana):
    assert ana.follow((OPEN, "what can i do for myself")).intent == "SelfcareIdeaIntent"
    assert ana.say("five minutes").open
    assert ana.say("low").open


def test_a_check_in_asks_how_the_day_was(ana):
    asked = ana.follow((OPEN, "check in"))
    assert asked.intent == "CheckinIntent"
    assert asked.elicited
    assert "tired" in ana.answer("tired").speech.lower()


def test_what_was_broken_off_in_silence_is_offered_once_at_the_next_opening(ana):
    ana.follow((OPEN, "note a good thing"))
    ana.keep_silent()
    assert "good things" in ana.say(OPEN).speech
    assert ana.say("no").open
    ana.say("stop")
    assert "good things" not in ana.say(OPEN).speech


def test_what_was_kept_is_taken_back_when_asked(ana):
    ana.follow((OPEN, "i'm grateful for the rain", "don't keep that"))
    if ana.turns[-1].open:
        ana.say("stop")
    assert "rain" not in ana.say("ask safe harbor what good things did i save this month").speech.lower()


def test_three_misses_are_asked_narrower_then_with_two_choices_then_let_go(ana):
    ana.follow((OPEN, "note a good thing"))
    questions = [ana.mumble(), ana.mumble(), ana.mumble()]
    assert [each.open for each in questions] == [True, True, False]
    assert len({each.speech for each in questions}) == 3


def test_stop_is_followed_by_a_short_goodbye_in_every_state(asked):
    goodbye = asked.say("stop")
    assert not goodbye.open
    assert len(goodbye.speech.split()) <= LONGEST_GOODBYE


def test_cancel_leaves_every_state(asked):
    assert not asked.say("cancel").open


def test_help_says_where_one_is_and_asks_again_in_every_state(asked):
    question = asked.turns[-1]
    helped = asked.say("help")
    assert helped.open
    assert helped.elicited == question.elicited
    assert helped.speech != question.speech


def test_what_was_asked_is_repeated_in_every_state(asked):
    question = asked.turns[-1]
    again = asked.say("repeat that")
    assert again.open
    assert again.speech.split()[-3:] == question.speech.split()[-3:]


def test_another_practice_can_be_begun_in_every_state(asked):
    begun = asked.say("i'm grateful for the warm bread")
    assert begun.intent == "GratitudeIntent"
    assert "bread" in begun.speech


def test_going_back_ends_in_a_question_in_every_state(asked):
    assert asked.say("go back").open
