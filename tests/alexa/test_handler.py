import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from skill.alexa.fragment_files import load_fragments
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec
from skill.alexa.handler import EMPTY, Handler
from skill.alexa.services import Services
from skill.alexa.verification import Verifier
from skill.alexa.vocabulary import Vocabulary
from skill.errors import RequestRefused
from skill.exchange import Said, Slot
from skill.house import answers
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.signer import Signer

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
SKILL = "amzn1.ask.skill.ours"
THING = SlotSpec("thing", "AMAZON.SearchQuery")
GARDEN = Fragment(
    "garden",
    "en-US",
    (
        IntentSpec("SeenIntent", (THING,), ("i saw {thing} today", "there was {thing}", "what i saw")),
        IntentSpec("PauseIntent", (), ("time out", "let's take a break")),
    ),
)
SCOPE = "alexa::alerts:reminders:skill:readwrite"


class Listener:
    """A conversation that remembers what it heard, and says what it is told to."""

    def __init__(self):
        self.said = Said(speech="Hello.", practice="core")
        self.heard = []
        self.platforms = []

    def take(self, heard, platform):
        self.heard.append(heard)
        self.platforms.append(platform)
        if isinstance(self.said, Exception):
            raise self.said
        return self.said


class Speaker:
    """What stands in a room: makes envelopes, signs them, and hands them to the handler."""

    def __init__(self, handler, signer, listener):
        self.handler, self.signer, self.listener = handler, signer, listener

    def post(self, envelope):
        body = envelope if isinstance(envelope, bytes) else json.dumps(envelope).encode()
        return json.loads(self.handler.handle(self.signer.headers(body), body))

    def send(self, request, **system):
        return self.post(enveloped(request, **system))

    def heard(self, request, **system):
        """Send a request, and give what the conversation heard of it."""
        self.send(request, **system)
        return self.listener.heard[-1]

    def intent(self, name, slots=None, **system):
        return self.heard({"type": "IntentRequest", "intent": intent(name, slots)}, **system)


def intent(name, slots=None):
    given = {key: value if isinstance(value, dict) else {"value": value} for key, value in (slots or {}).items()}
    return {"name": name, "slots": {key: {"name": key, **value} for key, value in given.items()}}


def enveloped(request, **system):
    base = {"requestId": "request-1", "timestamp": "2026-03-02T20:10:00Z", "locale": "en-US"}
    who = {"application": {"applicationId": SKILL}, "user": {"userId": "ana"}}
    device = {"deviceId": "kitchen", "supportedInterfaces": {}}
    return {
        "version": "1.0",
        "session": {"new": False, "sessionId": "session-1", "attributes": {"floor": "frame-1"}, **who},
        "context": {"System": {"device": device, **who, **system}},
        "request": base | request,
    }


def event(request):
    envelope = enveloped(request)
    del envelope["session"]
    return envelope


@pytest.fixture(scope="module")
def signer():
    return Signer()


@pytest.fixture(scope="module")
def vocabularies():
    house = load_fragments("answers", Path(answers.__file__).parent)
    return {"en-US": Vocabulary([house["en-US"], GARDEN]), "en-GB": Vocabulary([house["en-GB"]])}


@pytest.fixture
def speaker(signer, vocabularies, tmp_path):
    signer.prefill(tmp_path / "certificates")
    signer.trust(tmp_path / "roots.pem")
    verifier = Verifier(tmp_path / "certificates", tmp_path / "roots.pem", clock=lambda: NOW)
    listener = Listener()
    with Services() as services:
        handler = Handler(verifier, listener, services, vocabularies, frozenset({SKILL}), lambda: NOW)
        yield Speaker(handler, signer, listener)


# What is let in


def test_an_unsigned_request_is_refused_before_it_is_read(speaker):
    with pytest.raises(RequestRefused, match="header_missing"):
        speaker.handler.handle({}, b"not even JSON")


def test_a_stale_request_is_refused(speaker):
    late = NOW - timedelta(seconds=151)
    with pytest.raises(RequestRefused, match="timestamp_stale"):
        speaker.send({"type": "LaunchRequest", "timestamp": f"{late:%Y-%m-%dT%H:%M:%SZ}"})


def test_a_request_for_another_skill_is_refused(speaker):
    with pytest.raises(RequestRefused, match="application_refused"):
        speaker.send({"type": "LaunchRequest"}, application={"applicationId": "amzn1.ask.skill.other"})


def test_a_genuine_request_that_is_no_envelope_is_refused(speaker):
    with pytest.raises(RequestRefused, match="malformed"):
        speaker.post(b"[]")


@pytest.mark.parametrize("missing", ["requestId", "intent"])
def test_an_intent_without_its_essentials_is_refused(speaker, missing):
    request = {"type": "IntentRequest", "intent": intent("PauseIntent")} | {missing: None}
    with pytest.raises(RequestRefused, match="malformed"):
        speaker.send(request)


def test_a_request_of_nobody_is_refused(speaker):
    envelope = event({"type": "LaunchRequest"})
    del envelope["context"]["System"]["user"]
    with pytest.raises(RequestRefused, match="malformed"):
        speaker.post(envelope)


def test_a_verifier_that_fails_lets_nobody_in(speaker):
    class Failing:
        def verify(self, headers, body):
            raise OSError("a secret")

    speaker.handler._verifier = Failing()
    with structlog.testing.capture_logs() as logs, pytest.raises(RequestRefused, match="unverifiable"):
        speaker.send({"type": "LaunchRequest"})
    assert "a secret" not in str(logs)


# Who, where and when


def test_a_request_says_who_speaks_where_and_when(speaker):
    heard = speaker.heard({"type": "LaunchRequest"}, person={"personId": "ana's voice"})
    assert (heard.kind, heard.request, heard.user, heard.person) == ("launch", "request-1", "ana", "ana's voice")
    assert (heard.device, heard.conversation, heard.new) == ("kitchen", "session-1", False)
    assert heard.at == NOW
    assert heard.session == {"floor": "frame-1"}


def test_an_unknown_voice_is_nobody(speaker):
    assert speaker.heard({"type": "LaunchRequest"}).person is None


@pytest.mark.parametrize(("asked", "heard"), [("en-GB", "en-GB"), ("xx-XX", "en-US"), (None, "en-US")])
def test_a_locale_without_words_is_spoken_to_in_american_english(speaker, asked, heard):
    assert speaker.heard({"type": "LaunchRequest", "locale": asked}).locale == heard


def test_a_device_says_whether_it_has_a_screen(speaker):
    screen = {"deviceId": "show", "supportedInterfaces": {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "1.4"}}}}
    assert speaker.heard({"type": "LaunchRequest"}, device=screen).screen
    assert not speaker.heard({"type": "LaunchRequest"}).screen


def test_the_platform_knows_what_the_account_permits(speaker):
    permitted = {"userId": "ana", "permissions": {"scopes": {SCOPE: {"status": "GRANTED"}}}}
    speaker.send({"type": "LaunchRequest"}, user=permitted)
    assert speaker.listener.platforms[-1].permitted("reminders") is True
    assert speaker.listener.platforms[-1].permitted("timers") is None


def test_the_platform_is_reached_at_the_address_and_with_the_token_of_the_request(speaker, vocabularies):
    with SimulatedPlatform() as platform, Services([platform.url]) as services:
        token = platform.device("ana", "kitchen", time_zone="Europe/London")
        speaker.handler._services = services
        speaker.send({"type": "LaunchRequest"}, apiEndpoint=platform.url, apiAccessToken=token)
        assert speaker.listener.platforms[-1].time_zone() == "Europe/London"


# What was said


def test_the_carrier_is_put_back_around_free_words(speaker):
    heard = speaker.intent("SeenIntent", {"garden_thing": "a heron"})
    assert (heard.kind, heard.intent) == ("intent", "SeenIntent")
    assert heard.slots == {"thing": Slot("a heron")}
    assert heard.words == "i saw a heron today"
    assert heard.readings == ("i saw a heron today", "a heron")


@pytest.mark.parametrize(
    ("name", "slots", "words"),
    [
        ("DurationIntent", {"answers_duration": "PT20M"}, "PT20M"),
        ("DurationAndRemindIntent", {"answers_duration": "PT20M"}, "PT20M and remind me"),
        ("YesDurationIntent", {"answers_duration": "PT20M"}, "yes PT20M"),
        ("NoDurationIntent", {"answers_duration": "PT20M"}, "no PT20M"),
        ("TimeIntent", {"answers_time": "20:00", "answers_date": "2026-03-03"}, "2026-03-03 at 20:00"),
        ("TimeIntent", {"answers_time": "20:00", "answers_date": None}, "20:00"),
        ("WordsIntent", {"answers_words": "the rain"}, "the rain"),
        ("AndRemindIntent", {}, "and remind me"),
        ("NotSureIntent", {}, "i don't know"),
        ("AMAZON.YesIntent", {}, "yes"),
        ("AMAZON.NoIntent", {}, "no"),
        ("SeenIntent", {"garden_thing": ""}, "what i saw"),
        ("UnheardOfIntent", {}, ""),
    ],
)
def test_what_was_said_is_a_whole_sentence(speaker, name, slots, words):
    assert speaker.intent(name, slots).words == words


def test_what_follows_a_filler_is_what_was_said(speaker):
    heard = speaker.intent("OpeningFillerIntent", {"answers_words": "he left"})
    assert (heard.kind, heard.words, heard.readings) == ("intent", "he left", ("um he left", "he left"))


def test_an_opening_that_is_not_known_misquotes_nobody_and_is_missed_by_nobody_who_must_hear(speaker):
    heard = speaker.intent("OpeningWantIntent", {"answers_words": "to stop"})
    assert (heard.kind, heard.words, heard.slots) == ("fallback", "", {})
    assert heard.readings == ("want to stop", "to stop")


def test_slots_that_no_sample_holds_together_are_heard_one_after_the_other(speaker):
    heard = speaker.intent("EveryIntent", {"answers_more_days": "friday", "answers_time": "20:00"})
    assert heard.words == "friday 20:00"


def test_the_fallback_brings_no_words(speaker):
    heard = speaker.intent("AMAZON.FallbackIntent")
    assert (heard.kind, heard.intent, heard.words, heard.readings) == ("fallback", "AMAZON.FallbackIntent", "", ())


@pytest.mark.parametrize("words", ["time out", "Time out.", "let’s take a break"])
def test_free_words_that_are_a_sample_of_an_intent_are_that_intent(speaker, words):
    heard = speaker.intent("WordsIntent", {"answers_words": words})
    assert (heard.intent, heard.slots, heard.words) == ("PauseIntent", {}, words)


def test_words_of_another_intent_stay_what_they_are(speaker):
    heard = speaker.intent("SeenIntent", {"garden_thing": "time out"})
    assert heard.intent == "SeenIntent"


def authority(name, id_, code="ER_SUCCESS_MATCH"):
    values = [{"value": {"name": id_, "id": id_}}] if code == "ER_SUCCESS_MATCH" else None
    return {"authority": f"amzn1.er-authority.echo-sdk.{name}", "status": {"code": code}, "values": values}


@pytest.mark.parametrize(
    ("authorities", "id_"),
    [
        ([authority(f"{SKILL}.Choice", "one")], "one"),
        ([authority(f"{SKILL}.Choice", "one"), authority(f"dynamic.{SKILL}.Choice", "garden")], "garden"),
        ([authority(f"{SKILL}.Choice", "", "ER_SUCCESS_NO_MATCH")], None),
        ([authority(f"{SKILL}.Choice", "", "ER_NEW_STATUS")], None),
    ],
)
def test_a_slot_has_the_id_that_it_resolved_to(speaker, authorities, id_):
    slot = {"value": "the garden", "resolutions": {"resolutionsPerAuthority": authorities}}
    assert speaker.intent("ChoiceIntent", {"answers_choice": slot}).slots == {"choice": Slot("the garden", id_)}


def test_a_slot_of_several_values_holds_them_all(speaker):
    values = [{"type": "Simple", "value": "sad"}, {"type": "Simple", "value": "tired"}]
    slot = {"slotValue": {"type": "List", "values": values}}
    assert speaker.intent("FeelingIntent", {"answers_feeling": slot}).slots == {"feeling": Slot("sad, tired")}


# What else happens


@pytest.mark.parametrize(
    ("status", "result"),
    [("ACCEPTED", "accepted"), ("DENIED", "denied"), ("NOT_ANSWERED", "unanswered"), (None, "unanswered")],
)
def test_the_accounts_answer_comes_back_with_its_token(speaker, status, result):
    request = {"name": "AskFor", "status": {"code": "200"}, "payload": {"status": status}, "token": "frame-1"}
    heard = speaker.heard({"type": "Connections.Response", **request})
    assert (heard.kind, heard.result, heard.arguments) == ("consent", result, ("frame-1",))


def test_a_question_for_permission_that_failed_is_unanswered(speaker):
    request = {"name": "AskFor", "status": {"code": "500"}, "payload": {"status": "ACCEPTED"}, "token": "frame-1"}
    assert speaker.heard({"type": "Connections.Response", **request}).result == "unanswered"


def test_the_newer_way_of_asking_gives_the_same_answer(speaker):
    cause = {
        "type": "ConnectionCompleted",
        "token": "frame-1",
        "status": {"code": "200"},
        "result": {"status": "ACCEPTED"},
    }
    heard = speaker.heard({"type": "SessionResumedRequest", "cause": cause})
    assert (heard.kind, heard.result, heard.arguments) == ("consent", "accepted", ("frame-1",))


def test_a_touch_brings_its_arguments_as_words(speaker):
    heard = speaker.heard({"type": "Alexa.Presentation.APL.UserEvent", "arguments": ["skip", 2]})
    assert (heard.kind, heard.arguments) == ("touch", ("skip", "2"))


def test_a_touch_can_stand_for_an_intent(speaker):
    heard = speaker.heard({"type": "Alexa.Presentation.APL.UserEvent", "arguments": ["intent:PauseIntent"]})
    assert (heard.kind, heard.intent, heard.words) == ("intent", "PauseIntent", "time out")


def test_the_end_of_a_session_is_heard_and_answered_with_nothing(speaker):
    assert speaker.send({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}) == json.loads(EMPTY)
    assert speaker.listener.heard[-1].kind == "ended"


@pytest.mark.parametrize("body", [{"userInformationPersistenceStatus": "NOT_PERSISTED"}, {}, None])
def test_a_skill_that_is_disabled_for_good_is_forgotten(speaker, body):
    assert speaker.post(event({"type": "AlexaSkillEvent.SkillDisabled", "body": body})) == json.loads(EMPTY)
    assert (speaker.listener.heard[-1].kind, speaker.listener.heard[-1].user) == ("disabled", "ana")


def test_a_skill_that_is_disabled_but_may_come_back_is_not_forgotten(speaker):
    body = {"userInformationPersistenceStatus": "PERSISTED"}
    assert speaker.post(event({"type": "AlexaSkillEvent.SkillDisabled", "body": body})) == json.loads(EMPTY)
    assert speaker.listener.heard == []


@pytest.mark.parametrize(
    "type_",
    [
        "AlexaSkillEvent.SkillEnabled",
        "AlexaSkillEvent.SkillPermissionAccepted",
        "System.ExceptionEncountered",
        "Alexa.Presentation.APL.RuntimeError",
        "CanFulfillIntentRequest",
        "Brand.New.Request",
    ],
)
def test_what_needs_no_answer_gets_an_empty_one_and_is_logged_by_name(speaker, type_):
    with structlog.testing.capture_logs() as logs:
        assert speaker.post(event({"type": type_})) == {"version": "1.0", "response": {}}
    assert {"event": "not_answered", "request": type_, "log_level": "info"} in logs
    assert speaker.listener.heard == []


# What is answered


def test_the_conversations_answer_is_what_is_said(speaker):
    speaker.listener.said = Said(
        speech="What was good?", reprompt="Anything?", listening=True, words=True, session={"floor": "x"}
    )
    answer = speaker.send({"type": "IntentRequest", "intent": intent("PauseIntent")})
    assert answer["response"]["outputSpeech"]["ssml"] == "<speak>What was good?</speak>"
    assert answer["response"]["directives"][0]["slotToElicit"] == "answers_words"
    assert answer["sessionAttributes"] == {"floor": "x"}


def test_what_fails_after_all_is_answered_emptily_and_its_message_is_not_logged(speaker):
    speaker.listener.said = ValueError("my secret")
    with structlog.testing.capture_logs() as logs:
        assert speaker.send({"type": "LaunchRequest"}) == json.loads(EMPTY)
    assert logs == [{"event": "answer_failed", "error": "ValueError", "request": "LaunchRequest", "log_level": "error"}]


def test_what_is_said_reaches_no_log(speaker):
    with structlog.testing.capture_logs() as logs:
        speaker.intent("WordsIntent", {"answers_words": "my secret"})
    assert "secret" not in str(logs)
