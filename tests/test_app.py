import gc
import io
import itertools
import json
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import entry_points

import pytest
import structlog

from skill.app import create_app, prepare
from skill.endpoint import LARGEST_REQUEST
from skill.errors import ConfigurationError, KeyMissing, PluginError
from skill.settings import Settings
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.signer import Signer
from skill.store import Database

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
OURS = frozenset(each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill."))
GARDEN = '''
"""A garden to look at."""
from skill import Practice, Words, ask, hookimpl, say

garden = Practice("garden")

@garden.on("GardenIntent")
def look(turn):
    return ask("asked", Words(), then=seen)

@garden.step
def seen(turn, thing: str):
    return say("seen", thing=thing).record("sight", thing).done()

@hookimpl
def register_practices():
    return [garden]
'''
GARDEN_TEXTS = """
name = your garden
menu = look at the garden
asked = What do you see there?
    .reprompt = One thing?
seen = How good: { $thing }.
"""
GARDEN_MODEL = {"intents": [{"name": "GardenIntent", "samples": ["look at the garden"]}]}


@pytest.fixture(scope="module")
def signer():
    return Signer()


@pytest.fixture(autouse=True)
def _own_logging():
    yield
    structlog.reset_defaults()


@pytest.fixture
def settings(signer, tmp_path):
    signer.prefill(tmp_path / "var" / "certificates")
    signer.trust(tmp_path / "roots.pem")
    environment = {
        "SAFE_HARBOR_DATA_DIR": str(tmp_path / "var"),
        "SAFE_HARBOR_TRUSTED_ROOTS": str(tmp_path / "roots.pem"),
        "SAFE_HARBOR_DISABLED_PLUGINS": ",".join(OURS),
    }
    return Settings.of(environment)


@pytest.fixture
def garden(tmp_path):
    """Return a folder of plugins with one in it."""
    folder = tmp_path / "plugins" / "garden"
    (folder / "speech").mkdir(parents=True)
    (folder / "model").mkdir()
    (folder / "__init__.py").write_text(GARDEN)
    (folder / "speech" / "en.ftl").write_text(GARDEN_TEXTS)
    (folder / "model" / "en.json").write_text(json.dumps(GARDEN_MODEL))
    yield folder.parent
    sys.modules.pop("garden", None)


@pytest.fixture
def make_app(settings):
    """Make applications that are closed at the end; ``prepared=False`` leaves the database unmade."""
    made = []

    def make(prepared=True, platform_base=None, **but):
        chosen = replace(settings, **but)
        if prepared:
            prepare(chosen)
        made.append(create_app(chosen, clock=lambda: NOW, platform_base=platform_base))
        return made[-1]

    yield make
    for app in made:
        app.extensions["safe_harbor"].close()


class Speaker:
    """Someone with a speaker in the kitchen; the session's attributes come back with the next request."""

    def __init__(self, app, signer):
        self.client, self.signer = app.test_client(), signer
        self.attributes = {}
        self.numbers = itertools.count()

    def envelope(self, request, **system):
        number = next(self.numbers)
        who = {"application": {"applicationId": "amzn1.ask.skill.ours"}, "user": {"userId": "ana"}}
        request = {"requestId": f"request-{number}", "timestamp": "2026-03-02T20:10:00Z", "locale": "en-US"} | request
        return {
            "version": "1.0",
            "session": {"new": False, "sessionId": "session-1", "attributes": self.attributes, **who},
            "context": {"System": {"device": {"deviceId": "kitchen", "supportedInterfaces": {}}, **who, **system}},
            "request": request,
        }

    def post(self, envelope, **how):
        body = json.dumps(envelope).encode()
        return self.client.post("/alexa", data=body, headers=self.signer.headers(body), **how)

    def send(self, request, **system):
        answer = self.post(self.envelope(request, **system))
        assert answer.status_code == 200
        self.attributes = answer.json.get("sessionAttributes") or {}
        return answer.json["response"]

    def launch(self, **system):
        return self.send({"type": "LaunchRequest"}, **system)

    def ask(self, intent, slots=None):
        slots = {name: {"name": name, "value": value} for name, value in (slots or {}).items()}
        return self.send({"type": "IntentRequest", "intent": {"name": intent, "slots": slots}})


@pytest.fixture
def speaker(make_app, signer):
    return Speaker(make_app(), signer)


def said(response):
    return response["outputSpeech"]["ssml"]


# Talking


def test_a_launch_is_answered_in_speech(speaker):
    answer = speaker.post(speaker.envelope({"type": "LaunchRequest"}))
    assert answer.status_code == 200
    assert answer.content_type == "application/json;charset=UTF-8"
    assert "Safe Harbor" in said(answer.json["response"])


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
def test_stop_ends_the_session(speaker, intent):
    speaker.launch()
    assert speaker.ask(intent)["shouldEndSession"] is True


def test_help_says_something_before_anything_was_asked(speaker):
    assert said(speaker.ask("AMAZON.HelpIntent"))


def test_a_plugin_of_the_operators_own_is_spoken_with(make_app, garden, signer):
    speaker = Speaker(make_app(plugins_dir=garden), signer)
    speaker.launch()
    asked = speaker.ask("GardenIntent")
    while "What do you see" not in said(asked):  # the house may first ask who speaks
        asked = speaker.ask("NameIntent", {"answers_name": "Ana"})
    assert asked["directives"][0]["slotToElicit"] == "answers_words"
    assert "a red rose" not in json.dumps(speaker.attributes)
    assert "a red rose" in said(speaker.ask("WordsIntent", {"answers_words": "a red rose"})).lower()


def test_a_repeated_request_gets_the_same_answer(speaker):
    envelope = speaker.envelope({"type": "LaunchRequest"})
    assert speaker.post(envelope).data == speaker.post(envelope).data


def test_the_device_is_asked_for_its_zone_at_the_address_that_was_allowed(make_app, signer):
    with SimulatedPlatform() as platform:
        token = platform.device("ana", "kitchen", time_zone="Europe/London")
        app = make_app(platform_base=platform.url)
        Speaker(app, signer).launch(apiEndpoint=platform.url, apiAccessToken=token)
        assert [each.zone for each in app.extensions["safe_harbor"].households.list()] == ["Europe/London"]


def test_no_token_is_sent_to_an_address_that_was_not_allowed(make_app, signer):
    with SimulatedPlatform() as platform:
        token = platform.device("ana", "kitchen", time_zone="Europe/London")
        Speaker(make_app(), signer).launch(apiEndpoint=platform.url, apiAccessToken=token)
        assert platform.calls == []


def test_a_worker_answers_after_the_fork(make_app, signer):
    app = make_app()
    app.extensions["safe_harbor"].after_fork()
    assert said(Speaker(app, signer).launch())


def test_a_skill_that_is_disabled_is_forgotten_with_all_that_was_kept(make_app, signer):
    app = make_app()
    speaker = Speaker(app, signer)
    speaker.launch()
    assert len(app.extensions["safe_harbor"].households.list()) == 1
    envelope = speaker.envelope({"type": "AlexaSkillEvent.SkillDisabled"})
    del envelope["session"]
    assert speaker.post(envelope).json == {"version": "1.0", "response": {}}
    assert app.extensions["safe_harbor"].households.list() == ()


# Refusing


def test_a_strangers_request_gets_400_and_an_empty_body(speaker):
    answer = speaker.client.post("/alexa", json=speaker.envelope({"type": "LaunchRequest"}))
    assert (answer.status_code, answer.data) == (400, b"")


def test_a_signed_request_that_is_no_json_gets_400_and_an_empty_body(speaker):
    body = b"{"
    answer = speaker.client.post("/alexa", data=body, headers=speaker.signer.headers(body))
    assert (answer.status_code, answer.data) == (400, b"")


def test_a_request_changed_on_its_way_gets_400(speaker):
    body = json.dumps(speaker.envelope({"type": "LaunchRequest"})).encode()
    answer = speaker.client.post("/alexa", data=body + b" ", headers=speaker.signer.headers(body))
    assert answer.status_code == 400


def test_another_skills_request_gets_400(make_app, signer):
    speaker = Speaker(make_app(skill_ids=frozenset({"amzn1.ask.skill.another"})), signer)
    assert speaker.post(speaker.envelope({"type": "LaunchRequest"})).status_code == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_what_is_not_json_gets_415(speaker, kind):
    answer = speaker.client.post("/alexa", data=b"{}", content_type=kind)
    assert (answer.status_code, answer.data) == (415, b"")


@pytest.mark.parametrize(("more", "status"), [(0, 400), (1, 413), (9_000_000, 413)])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_request_has_128_kib_and_no_more_whether_or_not_it_says_how_long_it_is(speaker, more, status, chunked):
    body = io.BytesIO(b" " * (LARGEST_REQUEST + more))
    unsaid = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}
    answer = speaker.client.post(
        "/alexa",
        content_type="application/json",
        input_stream=body,
        content_length=LARGEST_REQUEST + more,
        environ_overrides=unsaid if chunked else {},
    )
    assert (answer.status_code, answer.data) == (status, b"")


@pytest.mark.parametrize(("method", "path", "status"), [("get", "/alexa", 405), ("get", "/", 404), ("post", "/x", 404)])
def test_other_ways_lead_nowhere(speaker, method, path, status):
    answer = getattr(speaker.client, method)(path)
    assert (answer.status_code, answer.data) == (status, b"")


# Being looked after


def test_an_application_is_alive_without_a_database(make_app):
    client = make_app(prepared=False, database_url="sqlite:////nowhere/at/all.sqlite3").test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "database: unreachable\n")


@pytest.mark.embedded
def test_a_database_that_was_not_migrated_is_named(make_app, settings):
    settings.data_dir.mkdir(exist_ok=True)
    answer = make_app(prepared=False).test_client().get("/readyz")
    assert (answer.status_code, answer.text) == (503, "database: not migrated\n")


def test_an_application_with_a_database_is_ready(make_app):
    assert make_app().test_client().get("/readyz").status_code == 200


def test_turns_and_refusals_are_counted_without_a_word_of_them(speaker):
    speaker.launch()
    speaker.ask("WordsIntent", {"answers_words": "my secret"})
    speaker.client.post("/alexa", json={})
    answer = speaker.client.get("/metrics")
    assert answer.content_type.startswith("text/plain")
    assert re.search(r'^safe_harbor_turns_total\{outcome="\w+",practice="core"\} [12]\.0$', answer.text, re.MULTILINE)
    assert 'safe_harbor_turn_seconds_count{kind="launch"} 1.0' in answer.text
    assert 'safe_harbor_refused_requests_total{reason="header_missing"} 1.0' in answer.text
    assert "secret" not in answer.text


def test_every_application_counts_for_itself(make_app, signer):
    Speaker(make_app(), signer).launch()
    assert "safe_harbor_turns_total{" not in make_app().test_client().get("/metrics").text


def test_a_turn_leaves_nothing_of_what_was_said_to_the_garbage_collector(speaker):
    speaker.launch()
    gc.collect()
    gc.disable()
    try:
        speaker.ask("WordsIntent", {"answers_words": "my secret"})
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = [
            type(each).__qualname__ for each in gc.garbage if type(each).__module__.startswith(("skill", "ask_sdk"))
        ]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left == []


def test_what_is_said_reaches_no_log(make_app, signer, capsys):
    speaker = Speaker(make_app(), signer)
    speaker.launch()
    speaker.ask("WordsIntent", {"answers_words": "my secret"})
    written = capsys.readouterr()
    events = [json.loads(line) for line in written.err.splitlines()]
    assert {"turn", "plugins"} <= {each["event"] for each in events}
    assert "secret" not in written.err + written.out


def test_an_application_that_any_skill_may_call_says_so(make_app):
    with structlog.testing.capture_logs() as logs:
        make_app()
        make_app(skill_ids=frozenset({"amzn1.ask.skill.ours"}))
    assert [each["event"] for each in logs].count("skill_id_empty") == 1


def test_a_plugin_that_cannot_be_loaded_is_named_and_the_rest_serves(make_app, garden, signer):
    (garden / "broken.py").write_text("import nothing_of_that_name\n")
    with structlog.testing.capture_logs() as logs:
        app = make_app(plugins_dir=garden)
    assert [each["plugin"] for each in logs if each["event"] == "plugin_refused"] == ["broken"]
    assert "garden" in app.extensions["safe_harbor"].registry.plugins


@pytest.mark.parametrize("plugin", ["safety", "floor"])
def test_the_house_does_not_open_without_its_own_plugins(make_app, settings, plugin):
    with pytest.raises(PluginError, match=f"'{plugin}': it was disabled"):
        make_app(disabled_plugins=settings.disabled_plugins | {plugin})


def test_the_house_does_not_open_for_people_whose_key_is_lost(make_app, signer, settings):
    Speaker(make_app(), signer).launch()
    (settings.data_dir / "keys").unlink()
    with pytest.raises(KeyMissing):
        make_app()


# Setting up


def test_preparing_makes_the_keys_and_the_database(settings):
    prepare(settings)
    assert (settings.data_dir / "keys").stat().st_mode & 0o777 == 0o600
    database = Database(settings.database_url)
    assert database.state() == "ready"
    database.close()


def test_a_new_data_directory_is_its_owners_alone(settings, tmp_path):
    prepare(replace(settings, data_dir=tmp_path / "new", certificate_cache=tmp_path / "new" / "certificates"))
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_preparing_again_leaves_what_there_is(settings):
    prepare(settings)
    keys = (settings.data_dir / "keys").read_bytes()
    prepare(settings)
    assert (settings.data_dir / "keys").read_bytes() == keys


def test_a_folder_that_cannot_be_made_is_named(settings, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="file/var"):
        prepare(replace(settings, data_dir=tmp_path / "file" / "var"))


def test_why_a_request_was_refused_is_told_to_the_log_alone(make_app, capsys):
    answer = make_app().test_client().post("/alexa", json={"request": "my secret"})
    assert (answer.status_code, answer.data) == (400, b"")
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    refused = [each for each in logged if each["event"] == "request_refused"]
    assert [(each["reason"], each["status"]) for each in refused] == [("header_missing", 400)]
    assert "secret" not in str(logged)
