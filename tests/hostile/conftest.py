"""A door that strangers lean on: the whole application with a real database, and what must be true of every answer."""

import io
import itertools
import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import pytest
import structlog
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, run_wsgi_app

from skill import hookimpl, logs
from skill.alexa.interaction_model import merge
from skill.alexa.invocation_name import INVOCATION_NAMES
from skill.app import create_app, prepare
from skill.errors import RequestRefused
from skill.settings import Settings
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.signer import Signer

EXAMPLES = int(os.environ.get("FUZZ", "60"))
"""So many are drawn of everything: the same ones each time, or, as ``make fuzz`` wants it, those that a seed gives."""
settings.register_profile(
    "hostile",
    max_examples=EXAMPLES,
    derandomize="FUZZ" not in os.environ,
    deadline=None,
    database=None,
    phases=[each for each in Phase if each is not Phase.explain],  # it would trace every line of the host
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
OURS = "amzn1.ask.skill.ours"
CANARY = "marmalade zeppelin"
"""Stands in much of what is said here, and must stand in no log."""
RECORDED = Path(__file__).parents[1] / "alexa" / "recorded"
DIRECTIVES = frozenset(
    {
        "Alexa.Presentation.APL.RenderDocument",
        "Connections.SendRequest",
        "Dialog.ElicitSlot",
        "Dialog.UpdateDynamicEntities",
    }
)
TAGS = {"speak": [], "break": ["time"], "say-as": ["interpret-as"], "prosody": ["rate"]}
"""What the house itself marks up: pauses, and numbers to call, slowly if that is wished."""
LONGEST_SPEECH = 8000
LARGEST_RESPONSE = 24 * 1024
LARGEST_ATTRIBUTES = 1024
_PAUSE = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")


@dataclass
class Outcomes:
    """Hears from the host how each turn ended."""

    heard: list[str] = field(default_factory=list)

    @hookimpl
    def turn_finished(self, outcome: str) -> None:
        self.heard.append(outcome)


@dataclass(frozen=True)
class Answer:
    """What came back, what was written to the log meanwhile, and how the turns ended."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    log: str
    outcomes: tuple[str, ...]

    @property
    def document(self) -> dict:
        return json.loads(self.body)

    @property
    def response(self) -> dict:
        return self.document["response"]

    @property
    def ssml(self) -> str:
        return self.response.get("outputSpeech", {}).get("ssml", "")

    @property
    def listening(self) -> bool:
        return self.response.get("shouldEndSession") is False


@dataclass(repr=False)
class Door:
    """The application behind its WSGI entrance, at an hour of its own."""

    app: Flask
    signer: Signer
    platform: SimulatedPlatform
    outcomes: Outcomes
    fetched: list[str]
    now: datetime = NOW
    opened: float = field(default_factory=time.monotonic)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    @property
    def households(self):
        return self.app.extensions["safe_harbor"].households

    @property
    def practices(self) -> frozenset[str]:
        """Name every practice there is, the house's own included."""
        return frozenset(self.app.extensions["safe_harbor"].registry.practices)

    def somebody(self) -> str:
        """Give an account that was never here, in as many characters as any other."""
        return f"ana-{next(self.numbers):07}"

    @cached_property
    def _model(self) -> dict:
        fragments = self.app.extensions["safe_harbor"].fragments["en-US"]
        return merge(fragments, INVOCATION_NAMES["en-US"])["interactionModel"]["languageModel"]

    @cached_property
    def intents(self) -> dict[str, dict[str, str]]:
        """Give the intents of the built model, each with its slots and their types."""
        return {
            each["name"]: {slot["name"]: slot["type"] for slot in each.get("slots", ())}
            for each in self._model["intents"]
        }

    @cached_property
    def values(self) -> dict[str, list[tuple[str, str]]]:
        """Give the words and the id of every value of every slot type of ours."""
        return {
            kind["name"]: [(value["name"]["value"], value.get("id", "")) for value in kind["values"]]
            for kind in self._model["types"]
        }

    @cached_property
    def phrases(self) -> st.SearchStrategy[str]:
        """Give what nobody says in good faith."""
        unseen = st.text(st.characters(categories=["Cc", "Cf", "Zl", "Co"]), min_size=1, max_size=8)
        some = st.sampled_from(ATTACKS) | st.text(max_size=40) | unseen
        around = st.tuples(some, st.sampled_from([CANARY, ""]), some).map(" ".join)
        long = st.builds(lambda piece, size: (piece * size)[:size], some.filter(bool), st.integers(100, 5000))
        return some | around | long

    def envelope(self, request: dict, user: str, *, attributes: object = None, **more: object) -> dict:
        """Make an envelope that is as it should be; ``more`` has screen, person and number, which counts requests."""
        who = {"application": {"applicationId": OURS}, "user": {"userId": user}}
        interfaces = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2023.3"}}} if more.get("screen") else {}
        system = {
            "device": {"deviceId": "kitchen", "supportedInterfaces": interfaces},
            "apiEndpoint": self.platform.url,
            "apiAccessToken": self.platform.device(user, "kitchen", time_zone="Europe/London"),
        }
        if more.get("person"):
            system["person"] = {"personId": more["person"]}
        return {
            "version": "1.0",
            "session": {"new": False, "sessionId": "session-1", "attributes": attributes or {}, **who},
            "context": {"System": {**system, **who}},
            "request": {
                "requestId": f"request-{more.get('number', 0)}",
                "timestamp": self.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": "en-US",
                **request,
            },
        }

    def send(self, envelope: object) -> Answer:
        """Post an envelope, signed, and look the answer over."""
        body = envelope if isinstance(envelope, bytes) else json.dumps(envelope).encode()
        return self.post(body, self.signer.headers(body))

    def post(self, body: bytes, headers: Mapping[str, str], **environ: object) -> Answer:
        """Post bytes under headers, and look the answer over; what is None in ``environ`` is taken away."""
        given = EnvironBuilder(path="/alexa", method="POST", input_stream=io.BytesIO(body)).get_environ()
        given["CONTENT_LENGTH"] = str(len(body))
        given |= {_variable(name): value for name, value in headers.items()} | environ
        log = io.StringIO()
        given["wsgi.errors"] = log
        self.outcomes.heard.clear()
        with redirect_stderr(log):
            pieces, status, answered = run_wsgi_app(
                self.app, {name: value for name, value in given.items() if value is not None}, buffered=True
            )
        answer = Answer(
            int(status.split()[0]), b"".join(pieces), dict(answered), log.getvalue(), tuple(self.outcomes.heard)
        )
        judge(answer)
        return answer


def judge(answer: Answer) -> None:
    """Assert what is true of every answer, whatever was asked."""
    assert answer.status in (200, 400, 413, 415)
    assert "Traceback" not in answer.log
    assert CANARY not in answer.log
    faults = [each for each in map(json.loads, answer.log.splitlines()) if each["level"] not in ("info", "warning")]
    assert not faults
    if answer.status != 200:
        assert answer.body == b""
        return
    assert answer.headers["Content-Type"] == "application/json;charset=UTF-8"
    document = json.loads(answer.body.decode())
    assert document["version"] == "1.0"
    attributes = json.dumps(document.get("sessionAttributes", {}))
    assert len(attributes) <= LARGEST_ATTRIBUTES
    assert CANARY not in attributes
    _judge_response(document["response"], len(answer.body))


def _judge_response(response: Mapping[str, object], size: int) -> None:
    listening = response.get("shouldEndSession") is False
    if response.get("outputSpeech"):
        _judge_speech(response["outputSpeech"])
    if response.get("reprompt"):
        assert listening
        _judge_speech(response["reprompt"]["outputSpeech"])
    kinds = [each["type"] for each in response.get("directives") or ()]
    assert set(kinds) <= DIRECTIVES
    assert len(kinds) == len(set(kinds))
    assert listening or not any(each.startswith("Dialog.") for each in kinds)
    assert "card" not in response
    document = next((each["document"] for each in response.get("directives") or () if "document" in each), None)
    assert size - (len(json.dumps(document)) if document else 0) <= LARGEST_RESPONSE


def _judge_speech(speech: Mapping[str, str]) -> None:
    assert speech["type"] == "SSML"
    assert len(speech["ssml"]) <= LONGEST_SPEECH
    for element in ElementTree.fromstring(speech["ssml"]).iter():
        assert [*element.attrib] == TAGS.get(element.tag)
        for number, unit in _PAUSE.findall(element.get("time", "")):
            assert timedelta(**{"milliseconds" if unit == "ms" else "seconds": float(number)}) <= timedelta(seconds=10)


def _variable(header: str) -> str:
    name = header.upper().replace("-", "_")
    return name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"


@pytest.fixture(autouse=True)
def _log_as_served():
    logs.configure()
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def door(databases, tmp_path_factory) -> Iterator[Door]:
    """Open the door; what it would fetch from afar is noted in ``fetched`` and never there."""
    folder, signer, fetched, outcomes = tmp_path_factory.mktemp("door"), Signer(), [], Outcomes()
    signer.prefill(folder / "var" / "certificates")
    signer.trust(folder / "roots.pem")
    settings = Settings.of(
        {
            "SAFE_HARBOR_DATA_DIR": str(folder / "var"),
            "SAFE_HARBOR_TRUSTED_ROOTS": str(folder / "roots.pem"),
            "SAFE_HARBOR_SKILL_ID": OURS,
        }
    )
    prepare(settings)
    door: Door

    def fetch(address: str) -> bytes:
        fetched.append(address)
        raise RequestRefused("chain_unreachable")

    with SimulatedPlatform(lambda: door.now) as platform:
        with pytest.MonkeyPatch.context() as patch, structlog.testing.capture_logs():
            patch.setattr("skill.alexa.verification.download", fetch)
            app = create_app(settings, clock=lambda: door.now, platform_base=platform.url)
        harbor = app.extensions["safe_harbor"]
        harbor.registry.manager.register(outcomes, "outcomes")
        door = Door(app, signer, platform, outcomes, fetched)
        yield door
        harbor.close()


@pytest.fixture(scope="session")
def recorded() -> dict[str, dict]:
    """Give the recorded envelopes by name."""
    return {path.stem: json.loads(path.read_text()) for path in sorted(RECORDED.glob("*.json"))}


ATTACKS = (
    "", " ", "<", "&", ">", "]]>", "<![CDATA[", "'", '"', "\"'\"", "</speak>", "<speak>",
    "<break strength='x-weak'/>", "<audio src='https://example.org/a.mp3'/>", "&lt;", "&amp;", "&#0;", "&#x1F4A9;",
    "&nbsp;", "<!--", "<?xml?>", "<!DOCTYPE speak [<!ENTITY a 'b'>]>&a;", "{", "}", "{ $x }", "{ $name }",
    "{ -term }", '{ "x" }', "{ NUMBER($n) }", "{{ 7 * 7 }}", "{% raw %}", "${jndi:ldap://example.org}",
    "%s %(x)s %n", "{0.__class__}", "'; DROP TABLE household; --", "1 OR 1=1", "\\", "\\u0000", "../../etc/passwd",
    "🌧", "👨‍👩‍👧‍👦", "\u202eevil\u202c", "\u200b", "\u200d", "\ufeff", "\ufffe", "a\u0301" * 50, "\x00", "\x1b[31m",
    "\r\nSet-Cookie: a=b", "\u2028", "９９", "٣", "½", "١٢:٣٠", "null", "None", "NaN", "-1", "99999999999999999999",
    "0", "1e400", "PT", "PT0S", "P99999999999Y", "PT1000000000000H", "-PT5M", "P1Y2M3DT4H", "2026-02-30",
    "0000-00-00", "9999-12-31", "10000-01-01", "2026-W10", "2026-W10-WE", "PRESENT_REF", "XXXX-XX-XX", "202X",
    "2026-WI", "24:00", "99:99", "NI", "MO", "", "stop", "skip", "repeat", "no", "yes", "help", "I", "my partner",
    "Ana", "the Ana", "Ana and Ana and Ana", CANARY, f"no {CANARY}", f"yes {CANARY}", f"<b>{CANARY}</b>",
)  # fmt: skip
