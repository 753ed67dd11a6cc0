"""The simulated house: the skill's own web application, a platform on loopback, and everyone who speaks to it."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import orjson

from skill.alexa.gathering import Fragments
from skill.alexa.interaction_model import merge
from skill.alexa.invocation_name import INVOCATION_NAMES
from skill.errors import ConfigurationError, SafeHarborError
from skill.hookspecs import hookimpl
from skill.settings import Settings
from skill.simulator.input import Input
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.session import Requests, Session, Speaker
from skill.simulator.signer import Signer
from skill.simulator.understanding import Understanding
from skill.speech import plain

PAUSE = timedelta(minutes=1)
"""A jump of the clock by more than this ends an open session first."""
BETWEEN = timedelta(seconds=5)
"""So long passes between two inputs on a simulated clock that is not set anew."""
SKILL = "amzn1.ask.skill.simulated"
ACCEPTED = re.compile(r"\b(yes|yeah|yep|sure|okay|ok|approve|allow|please)\b", re.IGNORECASE)
DENIED = re.compile(r"\b(no|nope|nah|don't|deny|never)\b", re.IGNORECASE)

MakeApp = Callable[..., Any]


class _Posting(Protocol):
    def post(self, path: str, *, data: bytes, headers: Mapping[str, str]) -> Any:
        """Post a body."""


@dataclass
class _Listener:
    """Hears from the skill's own hook whose handler ran."""

    practice: str = ""

    @hookimpl
    def turn_finished(self, practice: str) -> None:
        self.practice = practice


@dataclass
class House:
    """Everyone and everything around the skill. Use it as a context manager.

    ``make_app(settings, clock=…, platform_base=…)`` gives the web application, whose own utterances are understood;
    ``settings`` are the skill's, whose database is used. ``salt`` goes into the ids of sessions and requests: with the
    same one the same inputs get the same answers.
    """

    make_app: MakeApp
    settings: Settings
    salt: str = field(default_factory=lambda: uuid.uuid4().hex)
    platform: SimulatedPlatform = field(init=False)
    _now: datetime | None = None

    def __enter__(self) -> House:
        """Start the platform, make the application, and have it trust the development root beside its own."""
        self.platform = SimulatedPlatform(self.clock).start()
        folder = self.settings.data_dir / "simulator"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._signer = Signer(folder)
        settings = replace(self.settings, trusted_roots=self._roots(folder))
        self._signer.prefill(settings.certificate_cache)
        self._skill = min(settings.skill_ids, default=SKILL)
        app = self.make_app(settings, clock=self.clock, platform_base=self.platform.url)
        self._listener = _Listener()
        harbor = app.extensions["safe_harbor"]
        harbor.registry.manager.register(self._listener, "simulator")
        self._fragments: Fragments = harbor.fragments
        self._client: _Posting = app.test_client()
        self._close: Callable[[], None] = app.extensions["safe_harbor"].close
        self._requests = Requests()
        self._begun: Counter[tuple[str, str]] = Counter()
        self._sessions: dict[tuple[str, str], Session] = {}
        self._understandings: dict[str, Understanding] = {}
        self._zones: dict[str, str] = {}
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the platform, and close what the application opened."""
        self.platform.stop()
        self._close()

    def clock(self) -> datetime:
        """Give the simulated time, or the real one until it is set."""
        return self._now or datetime.now(UTC)

    def hear(self, heard: Input) -> dict[str, Any]:
        """Let one thing happen, and give what came of it; see INTERFACE for the keys."""
        key = (heard.user, heard.session)
        session = self._sessions.get(key) or self._sessions.setdefault(key, self._new_session(key, heard.locale))
        speaker = self._speaker(heard)
        self._pass_time(heard, session, speaker)
        if session.consent is not None:
            answered = self._consented(heard, session, speaker)
            if answered is not None:
                return answered
            session = self._sessions[key] = self._new_session(key, heard.locale)
        if heard.touch is not None:
            envelope = self._requests.touch(session, speaker, self.clock(), heard.touch)
            return self._post(session, envelope, {"type": envelope["request"]["type"], "arguments": [*heard.touch]})
        if heard.say is None:
            return self._silence(session, speaker)
        return self._said(heard, heard.say, key, session, speaker)

    # What happens

    def _said(
        self, heard: Input, words: str, key: tuple[str, str], session: Session, speaker: Speaker
    ) -> dict[str, Any]:
        understanding = self._understanding(heard.locale)
        local = self.clock().astimezone(ZoneInfo(self._zones.get(heard.user, "UTC")))
        understood = understanding.understand(words, now=local, expecting=session.expecting if session.open else None)
        if understood.named or not session.open:
            if session.open:
                self._send(self._requests.ended(session, speaker, self.clock()))
            session = self._sessions[key] = self._new_session(key, heard.locale)
        if understood.launch:
            return self._post(session, self._requests.launch(session, speaker, self.clock()), {"type": "LaunchRequest"})
        slots = {name: slot.value for name, slot in understood.slots.items()}
        envelope = self._requests.intent(session, speaker, self.clock(), understood)
        return self._post(session, envelope, {"type": "IntentRequest", "intent": understood.intent, "slots": slots})

    def _silence(self, session: Session, speaker: Speaker) -> dict[str, Any]:
        if not session.open:
            return _output(None, "", "", listening=False)
        session.silences += 1
        if session.silences == 1:
            return _output(None, session.reprompt, session.reprompt, listening=True)
        self._end(session, speaker, self.clock())
        return _output({"type": "SessionEndedRequest"}, "", "", listening=False)

    def _consented(self, heard: Input, session: Session, speaker: Speaker) -> dict[str, Any] | None:
        """Take the next words as the account's answer to the platform; None when they were about something else."""
        consent, session.consent = session.consent, None
        assert consent is not None
        granted = heard.permissions is not None and consent.service in heard.permissions
        if granted or ACCEPTED.search(heard.say or ""):
            self.platform.permit(heard.user, consent.service)  # type: ignore[arg-type]
            status = "ACCEPTED"
        elif DENIED.search(heard.say or ""):
            status = "DENIED"
        else:
            status = "NOT_ANSWERED"
        key = (heard.user, heard.session)
        fresh = self._sessions[key] = self._new_session(key, heard.locale)
        envelope = self._requests.consented(fresh, speaker, self.clock(), consent, status)
        answer = self._post(fresh, envelope, {"type": "Connections.Response", "status": status})
        return None if status == "NOT_ANSWERED" and heard.say else answer

    def _pass_time(self, heard: Input, session: Session, speaker: Speaker) -> None:
        before = self.clock()
        if heard.at is not None:
            then = heard.at
        elif self._now is not None:
            then = self._now + BETWEEN
        else:
            then = before
        if session.open and session.at is not None and abs(then - session.at) > PAUSE:
            self._end(session, speaker, session.at)
        if heard.at is not None or self._now is not None:
            self._now = then

    def _end(self, session: Session, speaker: Speaker, at: datetime) -> None:
        now, self._now = self._now, at if self._now is not None else None
        self._send(self._requests.ended(session, speaker, at))
        self._now = now
        session.open = False

    # The wire

    def _post(self, session: Session, envelope: dict[str, Any], heard: dict[str, Any]) -> dict[str, Any]:
        self._listener.practice = ""
        status, answer = self._send(envelope)
        if status != 200:
            session.open = False
            return _output(heard, "", "", listening=False, error=f"the webhook answered {status}")
        response = answer.get("response") or {}
        session.take(response, answer.get("sessionAttributes") or {}, self.clock())
        ssml = str((response.get("outputSpeech") or {}).get("ssml") or "")
        screen = next((each for each in response.get("directives") or () if "document" in each), None)
        return _output(
            heard,
            ssml,
            session.reprompt,
            listening=session.open,
            practice=self._listener.practice,
            screen=screen and {"document": screen["document"], "datasources": screen.get("datasources")},
            alerts=self.platform.changes(),
        )

    def _send(self, envelope: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        body = orjson.dumps(envelope)
        answer = self._client.post("/alexa", data=body, headers=self._signer.headers(body))
        return int(answer.status_code), orjson.loads(answer.data) if answer.data else {}

    # Who and what is there

    def _speaker(self, heard: Input) -> Speaker:
        if heard.timezone is not None:
            ZoneInfo(heard.timezone)
        zone = self._zones.setdefault(heard.user, heard.timezone or "UTC")
        if heard.timezone is not None:
            zone = self._zones[heard.user] = heard.timezone
        token = self.platform.device(
            heard.user,
            heard.session,
            time_zone=zone,
            permissions=heard.permissions,  # type: ignore[arg-type]
        )
        return Speaker(heard.user, heard.person, heard.session, heard.screen, self.platform.url, token, self._skill)

    def _new_session(self, key: tuple[str, str], locale: str) -> Session:
        self._begun[key] += 1
        named = "|".join((self.salt, *key, str(self._begun[key])))
        return Session(f"simulated.{sha256(named.encode()).hexdigest()[:32]}", locale)

    def _understanding(self, locale: str) -> Understanding:
        if locale not in self._understandings:
            if locale not in INVOCATION_NAMES:
                raise ConfigurationError(f"there is no interaction model for {locale!r}")
            model = merge(self._fragments[locale], INVOCATION_NAMES[locale])
            self._understandings[locale] = Understanding(model, locale.partition("-")[0])
        return self._understandings[locale]

    def _roots(self, folder: Path) -> Path:
        """Write the development root beside the operator's own extra roots, if there are any."""
        own = self.settings.trusted_roots.read_bytes() if self.settings.trusted_roots else b""
        path = folder / "roots.pem"
        path.write_bytes(own.rstrip() + b"\n" + self._signer.root_pem)
        return path


def _output(
    heard: dict[str, Any] | None,
    ssml: str,
    reprompt: str,
    *,
    listening: bool,
    practice: str = "",
    screen: object = None,
    alerts: list[dict[str, Any]] | None = None,
    error: str | None = None,
) -> dict[str, Any]:
    return {
        "heard": heard,
        "practice": practice,
        "speech": plain(ssml),
        "ssml": ssml,
        "reprompt": plain(reprompt),
        "listening": listening,
        "screen": screen,
        "alerts": alerts or [],
        "error": error,
    }


def failed(error: Exception) -> dict[str, Any]:
    """Give the output for an input that could not be played."""
    named = str(error) if isinstance(error, (SafeHarborError, ValueError)) else type(error).__name__
    return _output(None, "", "", listening=False, error=named)
