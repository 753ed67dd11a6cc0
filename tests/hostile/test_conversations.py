"""Whatever is said in whatever order, by whomever: every turn is answered kindly, and what is kept stays whole."""

from collections import Counter
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from skill.speech import plain

SCREENS = st.booleans()
VOICES = st.sampled_from([None, None, "one voice", "another voice"])
HOMES = st.integers(0, 1)
COMMON = (
    "WordsIntent", "WordsIntent", "WordsIntent", "AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent",
    "AMAZON.RepeatIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.FallbackIntent", "AMAZON.CancelIntent",
)  # fmt: skip
"""What answers questions and steers, whatever is going on."""
SAYINGS = (
    "yes", "no", "both of us", "just me", "skip", "go back", "I don't know", "say it again", "the rain",
    "a walk by the river", "Ana", "Bo and Ana", "my sister", "four", "ten minutes", "half an hour",
    "tomorrow at eight", "next sunday", "every evening", "sad and tired", "angry", "I feel alone",
    "he never listens to me", "I will wash up", "you always leave the door open", "it went well", "not yet",
    "change it", "delete that", "save it", "don't keep that", "the first one", "something else", "I want to stop",
    "let's continue", "move it to friday", "twice", "I was only joking", "softer", "private", "share it",
)  # fmt: skip
STANDINGS = {"open", "paused", "done", "waiting"}
WAITS = (timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=9), timedelta(days=1), timedelta(days=8))
FEW = max(6, settings.get_profile("hostile").max_examples // 100)


class Life(RuleBasedStateMachine):
    """Two households at the door, for as long as it lasts."""

    door = begins = None
    """Where, and from when on: set before it begins."""

    @initialize()
    def move_in(self):
        self.door.now = self.begins
        self.users = [self.door.somebody(), self.door.somebody()]
        self.sessions = [{}, {}]
        self.last = [None, None]
        self.shown = [[], []]
        self.asked = [None, None]
        self.number = 0
        for home in range(2):
            self.hear(home, {"type": "LaunchRequest"}, None, screen=False)

    @rule(home=HOMES, voice=VOICES, screen=SCREENS)
    def launch(self, home, voice, screen):
        self.sessions[home] = {}
        self.hear(home, {"type": "LaunchRequest"}, voice, screen)

    @rule(home=HOMES, voice=VOICES, screen=SCREENS, data=st.data())
    def say(self, home, voice, screen, data):
        intent = data.draw(st.sampled_from(COMMON) | st.sampled_from(sorted(self.door.intents)))
        slots = {}
        for name, kind in self.door.intents[intent].items():
            words = data.draw(st.sampled_from(SAYINGS) | st.sampled_from(SAYINGS) | self.door.phrases)
            slots[name] = {"name": name, "value": words}
            if kind in self.door.values and data.draw(st.booleans()):
                value, named = data.draw(st.sampled_from(self.door.values[kind]))
                match = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"name": value, "id": named}}]}
                resolved = {"resolutionsPerAuthority": [{"authority": kind, **match}]}
                slots[name] |= {"value": value, "resolutions": resolved}
        self.hear(home, {"type": "IntentRequest", "intent": {"name": intent, "slots": slots}}, voice, screen)

    @rule(home=HOMES, voice=VOICES, data=st.data())
    def touch(self, home, voice, data):
        shown = [each["argument"] for each in self.shown[home]]
        word = data.draw(st.sampled_from([*shown, "skip", "stop", "intent:GratitudeIntent"]) | self.door.phrases)
        kind = "Alexa.Presentation.APL.UserEvent"
        self.hear(home, {"type": kind, "token": "safe-harbor", "arguments": [word]}, voice, screen=True)

    @rule(home=HOMES, voice=VOICES, status=st.sampled_from(["ACCEPTED", "DENIED", "NOT_ANSWERED", "NEW"]))
    def answer_the_platform(self, home, voice, status):
        if self.asked[home] is None:
            return
        if status == "ACCEPTED":
            for service in ("reminders", "timers"):
                self.door.platform.permit(self.users[home], service)
        self.sessions[home] = {}
        answered = {"name": "AskFor", "status": {"code": "200", "message": "OK"}, "payload": {"status": status}}
        self.hear(home, {"type": "Connections.Response", "token": self.asked[home], **answered}, voice, screen=False)

    @rule(home=HOMES, reason=st.sampled_from(["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR"]))
    def fall_silent(self, home, reason):
        answer = self.post(home, {"type": "SessionEndedRequest", "reason": reason}, None, screen=False)
        assert answer.document == {"version": "1.0", "response": {}}
        self.sessions[home] = {}

    @rule(home=HOMES)
    def send_the_last_once_more(self, home):
        if self.last[home] is not None:
            envelope, answer = self.last[home]
            if envelope["request"]["timestamp"] == f"{self.door.now:%Y-%m-%dT%H:%M:%SZ}":
                assert self.door.send(envelope).document == answer.document

    @rule(span=st.sampled_from(WAITS))
    def wait(self, span):
        self.door.now += span
        self.sessions, self.asked = [{}, {}], [None, None]

    @invariant()
    def what_is_kept_is_whole(self):
        for user in getattr(self, "users", ()):
            kept = self.door.households.export(self.door.households.snapshot(user, None, "", self.door.now).id)
            assert {each["status"] for each in kept["frames"]} <= STANDINGS
            assert {each["practice"] for each in kept["entries"]} <= self.door.practices
            for rows in (kept["people"], kept["entries"], kept["frames"]):
                assert max(Counter(str(each.get("id")) for each in rows).values(), default=1) == 1

    def hear(self, home, request, voice, screen):
        """Let one thing happen, and look at what comes of it."""
        answer = self.post(home, request, voice, screen)
        if not answer.response:
            return
        speech = plain(answer.ssml)
        assert speech
        if answer.listening:
            assert speech.endswith("?"), speech
            assert answer.response["reprompt"]
        directives = answer.response.get("directives") or []
        self.sessions[home] = answer.document.get("sessionAttributes", {}) if answer.listening else {}
        shown = [each["datasources"]["safeHarbor"]["properties"] for each in directives if "datasources" in each]
        self.shown[home] = shown[0]["buttons"] if shown else []
        self.asked[home] = next((each["token"] for each in directives if each.get("name") == "AskFor"), None)

    def post(self, home, request, voice, screen):
        self.number += 1
        more = {"attributes": self.sessions[home], "number": self.number, "person": voice, "screen": screen}
        envelope = self.door.envelope(request, self.users[home], **more)
        answer = self.door.send(envelope)
        assert answer.status == 200
        assert not {"failed", "overran"} & {*answer.outcomes}
        self.last[home] = envelope, answer
        return answer


def test_a_life_is_held_together(door):
    machine = type("Life", (Life,), {"door": door, "begins": door.now})
    few = settings(settings.get_profile("hostile"), max_examples=FEW, stateful_step_count=40)
    try:
        run_state_machine_as_test(machine, settings=few)
    finally:
        door.now = machine.begins
