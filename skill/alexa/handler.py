"""The front end's door: raw bytes in, bytes out; nothing is read before it is known to be Amazon's, and for us."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Protocol, cast

import structlog
from ask_sdk_model.request_envelope import RequestEnvelope

from skill.alexa.envelope import build, parse
from skill.alexa.hearing import Hearing
from skill.alexa.plans import label
from skill.alexa.response import written
from skill.alexa.services import Services
from skill.alexa.verification import Verifier, check_application, check_freshness
from skill.alexa.vocabulary import Vocabulary
from skill.conversation import BUDGET
from skill.errors import RequestRefused
from skill.exchange import Heard, Said
from skill.platform import Platform

TAKING_BACK = 1.0
"""Seconds after a turn's budget in which what it had set on the platform can still be taken back."""
EMPTY = b'{"version":"1.0","response":{}}'
"""The answer that says and does nothing."""

_SILENT = ("ended", "disabled")


class Converses(Protocol):
    """What turns are handed to."""

    def take(self, heard: Heard, platform: Platform) -> Said:
        """Answer one request."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Handler:
    """Answers one request envelope. Safe to share between threads.

    ``vocabularies`` holds one for each locale of the skill; ``skill_ids`` are the applications that may call, any when
    it is empty; ``clock`` gives the instant (aware) that time stamps are held against. With ``events`` the conversation
    hears of events too, and of types that are new: its guests may know them.
    """

    def __init__(
        self,
        verifier: Verifier,
        conversation: Converses,
        services: Services,
        vocabularies: Mapping[str, Vocabulary],
        skill_ids: frozenset[str] = frozenset(),
        clock: Callable[[], datetime] = _utc_now,
        *,
        events: bool = False,
    ) -> None:
        self._verifier = verifier
        self._conversation = conversation
        self._services = services
        self._hearing = Hearing(vocabularies)
        self._words_slots = {locale: each.words_slot for locale, each in vocabularies.items()}
        self._skill_ids = skill_ids
        self._clock = clock
        self._events = events
        self._log = structlog.get_logger(__name__)

    def handle(self, headers: Mapping[str, str], body: bytes) -> bytes:
        """Answer a request's raw bytes with the JSON of a response envelope.

        Nothing but a refusal is raised: what fails after a request was found genuine is logged and answered emptily.

        Raises:
            RequestRefused: it cannot be verified, is stale, is not for this skill, or is no request.

        """
        envelope = self._genuine(headers, body)
        try:
            return self._answer(envelope)
        except RequestRefused:
            raise
        except Exception as error:
            self._log.error("answer_failed", error=type(error).__name__, request=_kind(envelope))
            return EMPTY

    def _genuine(self, headers: Mapping[str, str], body: bytes) -> RequestEnvelope:
        try:
            self._verifier.verify(headers, body)
            document = parse(body)
            check_freshness(cast(Mapping[str, object], document["request"]), self._clock())
            check_application(document, self._skill_ids)
            return build(document)
        except RequestRefused:
            raise
        except Exception as error:
            self._log.error("verification_failed", error=type(error).__name__)
            raise RequestRefused("unverifiable") from None

    def _answer(self, envelope: RequestEnvelope) -> bytes:
        heard = self._hearing.hear(envelope)
        if heard is None and self._events:
            heard = self._hearing.event(envelope)
        if heard is None:
            self._log.info("not_answered", request=_kind(envelope))
            return EMPTY
        said = self._conversation.take(heard, self._platform(envelope, heard))
        if heard.kind in _SILENT:
            return EMPTY
        return written(said, heard.locale, self._words_slots.get(heard.locale, ""))

    def _platform(self, envelope: RequestEnvelope, heard: Heard) -> Platform:
        system = envelope.context.system if envelope.context else None
        permissions = system and system.user and system.user.permissions
        granted = (permissions and permissions.scopes) or {}
        return self._services.for_request(
            (system and system.api_endpoint) or "",
            (system and system.api_access_token) or "",
            heard.device,
            heard.locale,
            {scope: each.status.value for scope, each in granted.items() if each is not None and each.status},
            time.monotonic() + BUDGET + TAKING_BACK,
        )


def _kind(envelope: RequestEnvelope) -> str:
    """Name a request's type for the log, as far as it looks like one of the platform's."""
    return label(envelope.request.object_type if envelope.request else None)
