"""What is to be said -> a response envelope: SSML, directives, the session's pointers, and the platform's limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import structlog
from ask_sdk_model.dialog.dynamic_entities_directive import DynamicEntitiesDirective
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.directive import Directive
from ask_sdk_model.er.dynamic.entity import Entity
from ask_sdk_model.er.dynamic.entity_list_item import EntityListItem
from ask_sdk_model.er.dynamic.entity_value_and_synonyms import EntityValueAndSynonyms
from ask_sdk_model.er.dynamic.update_behavior import UpdateBehavior
from ask_sdk_model.intent import Intent
from ask_sdk_model.intent_confirmation_status import IntentConfirmationStatus
from ask_sdk_model.interfaces.connections.send_request_directive import SendRequestDirective
from ask_sdk_model.response import Response
from ask_sdk_model.response_envelope import ResponseEnvelope
from ask_sdk_model.slot import Slot
from ask_sdk_model.slot_confirmation_status import SlotConfirmationStatus
from ask_sdk_model.ui.reprompt import Reprompt
from ask_sdk_model.ui.ssml_output_speech import SsmlOutputSpeech

from skill.alexa import screen
from skill.alexa.alerts import SCOPES
from skill.alexa.envelope import write
from skill.alexa.ssml import spoken
from skill.alexa.vocabulary import WORDS_INTENT
from skill.answers import Option
from skill.exchange import Said
from skill.platform import Scope

VERSION = "1.0"
LARGEST = 120_000
"""Bytes that the platform takes, all together."""
CHOICE_TYPE = "Choice"
"""The slot type of the house that a session's own choices are put into."""
MOST_ENTITIES = 100
"""So many names, synonyms included, may a session bring along."""
LONGEST_ENTITY = 140


def written(said: Said, locale: str, words_slot: str = "") -> bytes:
    """Give the JSON of a response, without its screen, then without its choices, where it would be too large.

    ``words_slot`` is the built name of the slot that free words are elicited into; "" where there is none.
    """
    for less in _ever_less(said):
        body = write(respond(less, locale, words_slot))
        if len(body) <= LARGEST:
            break
        structlog.get_logger(__name__).warning("response_too_large", practice=said.practice, bytes=len(body))
    return body


def _ever_less(said: Said) -> Iterator[Said]:
    yield said
    yield replace(said, screen=None)
    yield replace(said, screen=None, choices=())


def respond(said: Said, locale: str, words_slot: str = "") -> ResponseEnvelope:
    """Make a response envelope; where there is nothing to say, an empty one that leaves the session as it is."""
    if not (said.speech or said.listening or said.consent or said.screen or said.guest is not None):
        return ResponseEnvelope(version=VERSION, session_attributes=None, response=Response())
    asking = said.listening and not said.consent
    response = Response(
        output_speech=_ssml(said.speech, said, asking=asking) if said.speech else None,
        reprompt=Reprompt(_ssml(said.reprompt, said, asking=True)) if asking and said.reprompt else None,
        directives=[*_directives(said, locale, words_slot)] or None,
        should_end_session=not asking,
    )
    if said.guest is not None:
        _add(response, said.guest, asking=asking)
    return ResponseEnvelope(version=VERSION, session_attributes=dict(said.session), response=response)


def _add(response: Response, guest: Mapping[str, Any], *, asking: bool) -> None:
    """Add to a response what a guest sends beside its words; whether it ends the session counts where nobody asks."""
    response.directives = [*guest.get("directives", ()), *(response.directives or ())] or None
    response.card = guest.get("card")
    response.api_response = guest.get("apiResponse")
    response.can_fulfill_intent = guest.get("canFulfillIntent")
    response.experimentation = guest.get("experimentation")
    if not asking:
        response.should_end_session = guest["shouldEndSession"]
    if response.output_speech is not None:
        response.output_speech.play_behavior = guest.get("playBehavior")
    if asking and guest.get("reprompt", {}).get("directives"):
        response.reprompt = response.reprompt or Reprompt()
        response.reprompt.directives = guest["reprompt"]["directives"]


def _ssml(content: str, said: Said, *, asking: bool) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=spoken(content, said.practice, asking=asking))


def _directives(said: Said, locale: str, words_slot: str) -> Iterator[Directive]:
    if said.consent:
        yield _consent(said)
    elif said.listening:
        if said.choices:
            yield _entities(said.choices)
        if said.words and words_slot:
            yield _elicit(words_slot)
    if said.screen is not None:
        yield screen.directive(said.screen, locale)


def _elicit(slot: str) -> ElicitSlotDirective:
    expected = Slot(name=slot, confirmation_status=SlotConfirmationStatus.NONE)
    intent = Intent(name=WORDS_INTENT, slots={slot: expected}, confirmation_status=IntentConfirmationStatus.NONE)
    return ElicitSlotDirective(updated_intent=intent, slot_to_elicit=slot)


def _entities(choices: Sequence[Option]) -> DynamicEntitiesDirective:
    """Let the session's own choices be recognised; what there is no room for goes by being said, as free words do."""
    room, values = MOST_ENTITIES - len(choices), []
    for each in choices[:MOST_ENTITIES]:
        names = list(dict.fromkeys(name[:LONGEST_ENTITY] for name in each.names if name.strip())) or [each.id]
        synonyms: list[object] = [*names[1 : 1 + max(0, room)]]
        room -= len(synonyms)
        values.append(Entity(id=each.id, name=EntityValueAndSynonyms(value=names[0], synonyms=synonyms or None)))
    types = [EntityListItem(name=CHOICE_TYPE, values=values)]
    return DynamicEntitiesDirective(update_behavior=UpdateBehavior.REPLACE, types=types)


def _consent(said: Said) -> SendRequestDirective:
    payload: dict[str, object] = {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": SCOPES[cast(Scope, said.consent)],
    }
    return SendRequestDirective(name="AskFor", payload=payload, token=said.token)
