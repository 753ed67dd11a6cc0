"""A request envelope -> what was heard, in nobody's dialect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from ask_sdk_model.intent import Intent
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.slot import Slot as AlexaSlot

from skill.alexa.vocabulary import WORDS_INTENT, Vocabulary
from skill.errors import RequestRefused
from skill.exchange import Heard, Slot

FALLBACK = "AMAZON.FallbackIntent"
INTENT_TOUCH = "intent:"
"""A touch whose first argument begins with this stands for an intent."""
RESULTS: Mapping[object, str] = {"ACCEPTED": "accepted", "DENIED": "denied"}
UNANSWERED = "unanswered"

Making = Callable[..., Heard]
"""Makes a Heard of what only its kind of request says; what every request says is in it."""

_DEFAULT_LOCALE = "en-US"
_MATCH = "ER_SUCCESS_MATCH"
_DYNAMIC = ".dynamic."


class Hearing:
    """Makes a Heard of a request. ``vocabularies`` holds one for each locale; a locale without one is en-US."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._vocabularies = vocabularies
        self._by_type: Mapping[str, Callable[[Any, Making], Heard | None]] = {
            "LaunchRequest": lambda _, make: make(kind="launch"),
            "IntentRequest": self._intent,
            "SessionEndedRequest": lambda _, make: make(kind="ended"),
            "Connections.Response": self._answered,
            "SessionResumedRequest": self._resumed,
            "Alexa.Presentation.APL.UserEvent": self._touched,
            "AlexaSkillEvent.SkillDisabled": self._disabled,
        }

    def hear(self, envelope: RequestEnvelope) -> Heard | None:
        """Make a Heard; None for what needs no answer: an event, an error told to us, a type that is new.

        Raises:
            RequestRefused: ``malformed``: it does not say whose request it is, or which.

        """
        request: Any = envelope.request
        take = self._by_type.get(request.object_type)
        return take(request, self._common(request, envelope)) if take else None

    def event(self, envelope: RequestEnvelope) -> Heard | None:
        """Make a Heard of what needs no answer of ours; None where it does not say whose it is."""
        try:
            return self._common(envelope.request, envelope)(kind="event")
        except RequestRefused:
            return None

    def _common(self, request: Any, envelope: RequestEnvelope) -> Making:
        session = envelope.session
        system = envelope.context.system if envelope.context else None
        user = _named(system and system.user, "user_id") or _named(session and session.user, "user_id")
        if not user or not request.request_id:
            raise RequestRefused("malformed")
        device = system and system.device
        interfaces = device and device.supported_interfaces
        return partial(
            Heard,
            request=request.request_id,
            user=user,
            at=_aware(request.timestamp),
            locale=self._locale(request),
            person=_named(system and system.person, "person_id") or None,
            device=_named(device, "device_id"),
            conversation=_named(session, "session_id"),
            new=bool(session and session.new),
            session=(session and session.attributes) or {},
            screen=bool(interfaces and interfaces.alexa_presentation_apl is not None),
            raw=envelope,
        )

    def _locale(self, request: Any) -> str:
        locale: str = request.locale
        return locale if locale in self._vocabularies else _DEFAULT_LOCALE

    def _vocabulary(self, request: Any) -> Vocabulary | None:
        return self._vocabularies.get(self._locale(request))

    def _intent(self, request: Any, make: Making) -> Heard | None:
        intent: Intent = request.intent
        if intent is None or not intent.name:
            raise RequestRefused("malformed")
        return _understood(self._vocabulary(request), intent.name, _slots(intent), make)

    def _answered(self, request: Any, make: Making) -> Heard | None:
        code = _named(request.status, "code")
        status = (request.payload or {}).get("status") if code in ("", "200") else None
        return _consent(make, status, request.token)

    def _resumed(self, request: Any, make: Making) -> Heard | None:
        cause = request.cause
        if cause is None:
            return None
        result = cause.result if _named(cause.status, "code") in ("", "200") else None
        return _consent(make, result.get("status") if isinstance(result, dict) else None, cause.token)

    def _touched(self, request: Any, make: Making) -> Heard | None:
        arguments = tuple(each if isinstance(each, str) else str(each) for each in request.arguments or ())
        vocabulary = self._vocabulary(request)
        if arguments and arguments[0].startswith(INTENT_TOUCH):
            return _understood(vocabulary, arguments[0].removeprefix(INTENT_TOUCH), {}, make)
        if vocabulary and (intent := vocabulary.said(" ".join(arguments))):
            return _understood(vocabulary, intent, {}, partial(make, arguments=arguments))
        return make(kind="touch", arguments=arguments)

    def _disabled(self, request: Any, make: Making) -> Heard | None:
        body = getattr(request, "body", None)
        status = body.get("userInformationPersistenceStatus") if isinstance(body, dict) else None
        return None if status == "PERSISTED" else make(kind="disabled")


def _understood(vocabulary: Vocabulary | None, intent: str, sent: Mapping[str, Slot], make: Making) -> Heard:
    slots = vocabulary.plain_slots(intent, sent) if vocabulary else dict(sent)
    sentence = vocabulary.sentence(intent, slots) if vocabulary else ""
    bare = tuple(slot.words for slot in slots.values())
    readings = tuple(dict.fromkeys(filter(None, (sentence, *bare))))
    if vocabulary and bare and vocabulary.opens(intent):
        return _opened(vocabulary, intent, bare[0], readings, make)
    meant = vocabulary.meant(intent, slots) if vocabulary else intent
    return make(
        kind="fallback" if intent == FALLBACK else "intent",
        intent=meant,
        slots=slots if meant == intent else {},
        words=sentence,
        readings=readings,
        hint=partial(vocabulary.within, sentence) if vocabulary and bare else "",
        nearest=partial(vocabulary.nearest, intent, sentence) if vocabulary and bare else "",
    )


def _opened(vocabulary: Vocabulary, intent: str, bare: str, readings: tuple[str, ...], make: Making) -> Heard:
    """Take an opening of which it is not known how it began.

    Where all that it may have been are fillers, what follows is what was said; else nobody is to be misquoted, and the
    sentence counts only for whoever must miss nothing, as it would be with the first of its beginnings.
    """
    known = vocabulary.fills(intent)
    return make(
        kind="intent" if known else "fallback",
        intent=WORDS_INTENT if known else FALLBACK,
        slots={"words": Slot(bare)} if known else {},
        words=bare if known else "",
        readings=readings,
        hint=lambda: vocabulary.within(readings[0]) or vocabulary.within(bare),
        nearest=partial(vocabulary.nearest, intent, bare),
    )


def _consent(make: Making, status: object, token: object) -> Heard:
    result = RESULTS.get(status, UNANSWERED) if isinstance(status, str) else UNANSWERED
    return make(kind="consent", result=result, arguments=(token,) if isinstance(token, str) else ())


def _slots(intent: Intent) -> dict[str, Slot]:
    """Give the slots that hold words; where one holds several values, their words together and the first id."""
    slots = {}
    for name, slot in (intent.slots or {}).items():
        if slot is not None and (found := _values(slot)):
            words, ids = zip(*found, strict=True)
            slots[name] = Slot(", ".join(words), next(filter(None, ids), None))
    return slots


def _values(slot: AlexaSlot) -> list[tuple[str, str | None]]:
    """List the words of a slot's values, several where it was allowed several, with the id that each resolved to."""
    found = []
    for each in getattr(slot.slot_value, "values", None) or (slot,):
        words = getattr(each, "value", None)
        if isinstance(words, str) and (words := words.strip()):
            found.append((words, _resolved(getattr(each, "resolutions", None))))
    return found


def _resolved(resolutions: Any) -> str | None:
    """Give the id of the first match, those that this session brought along before those of the model."""
    found = [
        each
        for each in (resolutions and resolutions.resolutions_per_authority) or ()
        if _code(each) == _MATCH and each.values and each.values[0].value is not None
    ]
    found.sort(key=lambda each: _DYNAMIC not in (each.authority or ""))
    return next(filter(None, [each.values[0].value.id for each in found]), None)


def _code(resolution: Any) -> str:
    code = resolution.status and resolution.status.code
    return str(code.value) if code is not None else ""


def _named(thing: Any, attribute: str) -> str:
    value = getattr(thing, attribute, None)
    return value if isinstance(value, str) else ""


def _aware(at: object) -> datetime:
    if not isinstance(at, datetime):
        raise RequestRefused("malformed")
    return at if at.tzinfo else at.replace(tzinfo=UTC)
