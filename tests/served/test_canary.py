"""Words that nobody says by chance are said everywhere, and then looked for wherever something is left."""

import json
from pathlib import Path

import pytest

from skill.speech import plain

MODEL = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
CANARY = "marmalade zeppelin"
PARTS = ("marmalade", "zeppelin")
GRUMBLE = """
\"\"\"A plugin that fails with the words that it was told.\"\"\"
from skill import Practice, hookimpl

grumble = Practice("grumble")

@grumble.on("GrumbleIntent")
def fail(turn):
    raise ValueError(f"{turn.slots.get('rant')}: {turn!r}")

@hookimpl
def register_practices():
    return [grumble]
"""
UTTERANCES = {
    "intents": [
        {
            "name": "GrumbleIntent",
            "slots": [{"name": "rant", "type": "AMAZON.SearchQuery"}],
            "samples": ["grumble about {rant}"],
        }
    ]
}


@pytest.fixture
def grumble(tmp_path_factory):
    """Return a folder with a plugin that raises what it hears."""
    folder = tmp_path_factory.mktemp("plugins")
    for name, text in {
        "__init__.py": GRUMBLE,
        "speech/en.ftl": "name = grumbling\nmenu = grumble\n",
        "model/en.json": json.dumps(UTTERANCES),
    }.items():
        (folder / "grumble" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "grumble" / name).write_text(text)
    return folder


class Speaker:
    """Someone whose one conversation goes on whatever is said."""

    def __init__(self, served, platform, user):
        self.served, self.platform, self.user = served, platform, user
        self.attributes = {}

    def hear(self, request):
        envelope = self.served.envelope(request, user=f"{CANARY} {self.user}", platform=self.platform)
        envelope["session"] |= {
            "new": False,
            "sessionId": f"{CANARY} {self.user}",
            "attributes": self.attributes,
        }
        envelope["context"]["System"]["person"] = {"personId": f"{CANARY} voice"}
        answer = self.served.post(json.dumps(envelope).encode())
        assert answer.status_code == 200
        self.attributes = answer.json().get("sessionAttributes") or {}
        assert CANARY not in json.dumps(self.attributes)
        return answer.json()["response"]

    def say(self, intent, **slots):
        filled = {name: {"name": name, "value": value} for name, value in slots.items()}
        return self.hear({"type": "IntentRequest", "intent": {"name": intent, "slots": filled}})


def spoken(response):
    return plain(response["outputSpeech"]["ssml"])


def test_nothing_that_was_said_is_left_anywhere(make_served, platform, grumble):
    served = make_served(platform, SAFE_HARBOR_PLUGINS_DIR=str(grumble))
    ana = Speaker(served, platform, "ana")
    ana.hear({"type": "LaunchRequest"})
    assert "armalade" in spoken(ana.say("GratitudeIntent", gratitude_thing=CANARY))
    ana.say("NameIntent", answers_name="Marmalade")
    intents = json.loads(MODEL.read_text("utf-8"))["interactionModel"]["languageModel"]["intents"]
    for intent in (each for each in intents if each.get("slots")):
        ana.say(intent["name"], **{slot["name"]: CANARY for slot in intent["slots"]})
        ana.say("WordsIntent", answers_words=f"the {CANARY} of {intent['name']}")
    hit = Speaker(served, platform, "hit").say("WordsIntent", answers_words=f"i want to kill myself with a {CANARY}")
    assert "armalade" not in spoken(hit)
    ana.say("GrumbleIntent", grumble_rant=CANARY)
    ana.hear({"type": f"{CANARY} request", "error": {"type": CANARY, "message": CANARY}})
    for unreadable in (f"{{{CANARY}", json.dumps({"request": CANARY}), json.dumps([CANARY])):
        assert served.post(unreadable.encode()).status_code == 400
    assert "armalade" in json.dumps(served.kept(f"{CANARY} ana"))
    assert '"error":"ValueError"' in served.log, "the plugin's error was written down, without its words"
    left = served.remains()
    assert {"entry", "metrics", str(served.folder / "log")} <= left.keys()
    found = {name: part for name, held in left.items() for part in PARTS if part in held.decode("latin-1").lower()}
    assert found == {}
