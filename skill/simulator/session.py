"""One conversation with a simulated speaker: what the platform remembers of it, and the requests it sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from skill.simulator.understood import Expecting, Understood

APL = "Alexa.Presentation.APL"
PERMISSIONS: Mapping[str, str] = {
    "alexa::alerts:reminders:skill:readwrite": "reminders",
    "alexa::alerts:timers:skill:readwrite": "timers",
}
"""The permission that each scope of the platform stands for."""


@dataclass(frozen=True)
class Consent:
    """A permission that the platform is asking the account for."""

    token: str
    name: str
    service: str


@dataclass
class Session:
    """What the platform remembers between two requests of one device.

    ``silences`` counts how often nothing was said since the last answer, ``requests`` how many were sent; ``consent``
    is a question of the platform's own that is still open.
    """

    id: str
    locale: str
    open: bool = False
    fresh: bool = True
    at: datetime | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    expecting: Expecting = field(default_factory=Expecting)
    reprompt: str = ""
    silences: int = 0
    requests: int = 0
    consent: Consent | None = None

    def take(self, response: Mapping[str, Any], attributes: Mapping[str, Any], at: datetime) -> None:
        """Take in a response."""
        directives: Sequence[Mapping[str, Any]] = response.get("directives") or ()
        self.open = response.get("shouldEndSession") is False
        self.fresh = not self.open
        self.at = at
        self.attributes = attributes
        self.expecting = self.expecting.after(directives) if self.open else Expecting()
        self.reprompt = str(((response.get("reprompt") or {}).get("outputSpeech") or {}).get("ssml") or "")
        self.silences = 0
        self.consent = next((_consent(each) for each in directives if each.get("name") == "AskFor"), None)


@dataclass(frozen=True)
class Speaker:
    """Where requests come from: the account, the voice, the device, and the platform's address and token."""

    user: str
    person: str | None
    device: str
    screen: bool
    endpoint: str
    token: str
    skill: str


class Requests:
    """Makes the envelopes that the platform would send."""

    def launch(self, session: Session, speaker: Speaker, at: datetime) -> dict[str, Any]:
        """Make a LaunchRequest."""
        return self._envelope(session, speaker, at, {"type": "LaunchRequest"})

    def intent(self, session: Session, speaker: Speaker, at: datetime, understood: Understood) -> dict[str, Any]:
        """Make an IntentRequest."""
        request = {"type": "IntentRequest", "dialogState": "STARTED", "intent": understood.envelope(speaker.skill)}
        return self._envelope(session, speaker, at, request)

    def ended(self, session: Session, speaker: Speaker, at: datetime) -> dict[str, Any]:
        """Make the SessionEndedRequest that follows a second silence."""
        return self._envelope(session, speaker, at, {"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"})

    def touch(self, session: Session, speaker: Speaker, at: datetime, arguments: Sequence[Any]) -> dict[str, Any]:
        """Make the UserEvent of a touch."""
        request = {"type": f"{APL}.UserEvent", "token": "safe-harbor", "arguments": [*arguments]}
        return self._envelope(session, speaker, at, request)

    def consented(
        self, session: Session, speaker: Speaker, at: datetime, consent: Consent, status: str
    ) -> dict[str, Any]:
        """Make the Connections.Response that brings the account's answer."""
        request = {
            "type": "Connections.Response",
            "name": consent.name,
            "status": {"code": "200", "message": "OK"},
            "payload": {"status": status, "isCardThrown": False},
            "token": consent.token,
        }
        return self._envelope(session, speaker, at, request)

    def _envelope(self, session: Session, speaker: Speaker, at: datetime, request: dict[str, Any]) -> dict[str, Any]:
        application = {"applicationId": speaker.skill}
        interfaces: dict[str, Any] = {APL: {"runtime": {"maxVersion": "1.4"}}} if speaker.screen else {}
        system: dict[str, Any] = {
            "application": application,
            "user": {"userId": speaker.user},
            "device": {"deviceId": speaker.device, "supportedInterfaces": interfaces},
            "apiEndpoint": speaker.endpoint,
            "apiAccessToken": speaker.token,
        }
        if speaker.person is not None:
            system["person"] = {"personId": speaker.person}
        session.requests += 1
        request |= {
            "requestId": f"{session.id}.{session.requests}",
            "timestamp": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "locale": session.locale,
        }
        return {
            "version": "1.0",
            "session": {
                "new": session.fresh,
                "sessionId": session.id,
                "application": application,
                "attributes": dict(session.attributes),
                "user": {"userId": speaker.user},
            },
            "context": {"System": system},
            "request": request,
        }


def _consent(directive: Mapping[str, Any]) -> Consent:
    payload = directive.get("payload") or {}
    return Consent(
        str(directive.get("token") or ""),
        str(directive.get("name") or ""),
        PERMISSIONS.get(str(payload.get("permissionScope") or ""), ""),
    )
