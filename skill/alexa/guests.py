"""Ordinary ask-sdk handlers brought by plugins, run unchanged: their intents, their turns, what they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy, deepcopy
from html import escape
from typing import cast

import orjson
from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.view_resolvers.template_factory import TemplateFactory
from ask_sdk_model.dialog.confirm_intent_directive import ConfirmIntentDirective
from ask_sdk_model.dialog.confirm_slot_directive import ConfirmSlotDirective
from ask_sdk_model.dialog.delegate_directive import DelegateDirective
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.response import Response
from ask_sdk_model.ui.output_speech import OutputSpeech
from ask_sdk_model.ui.plain_text_output_speech import PlainTextOutputSpeech
from ask_sdk_model.ui.ssml_output_speech import SsmlOutputSpeech

from skill.alexa.fragments import Fragment, built_slot
from skill.alexa.guest_attributes import Attributes, copied
from skill.alexa.guest_calls import clients
from skill.alexa.guest_dispatch import Dispatch
from skill.alexa.services import Services
from skill.alexa.writers import plain
from skill.errors import PluginError
from skill.exchange import Heard
from skill.guest import GuestReply, Visit
from skill.registry import Registry

DIALOG = (ConfirmIntentDirective, ConfirmSlotDirective, DelegateDirective, ElicitSlotDirective)
"""The directives that name an intent's slots."""


def refuse_unfit(registry: Registry) -> None:
    """Take out, each with its reason, the plugins that bring as a request handler what is none."""
    for plugin in tuple(registry.plugins.values()):
        try:
            Dispatch.of(plugin.name, plugin.handlers)
        except PluginError as error:
            registry.refuse(plugin.name, error.reason)


class AlexaGuests:
    """The guests of all plugins. Made once, at start; safe to share between threads as far as the guests are.

    ``fragments`` is what every plugin adds to the interaction model, by locale. Raises PluginError for a plugin whose
    handlers are none; :func:`refuse_unfit` leaves such a one out.
    """

    def __init__(self, registry: Registry, fragments: Mapping[str, Sequence[Fragment]], services: Services) -> None:
        self._services = services
        self._dispatches = {
            plugin.name: Dispatch.of(plugin.name, plugin.handlers)
            for plugin in registry.plugins.values()
            if plugin.handlers
        }
        brought = [each for locale in fragments.values() for each in locale]
        self._owners = {intent.name: fragment.plugin for fragment in brought for intent in fragment.intents}
        self._intents = {
            intent: plugin
            for intent, plugin in self._owners.items()
            if plugin in self._dispatches and intent not in registry.intents
        }

    @property
    def plugins(self) -> tuple[str, ...]:
        """Name the plugins that bring guests."""
        return tuple(self._dispatches)

    @property
    def intents(self) -> Mapping[str, str]:
        """Name, for each intent that only a guest can answer, the plugin that brings it."""
        return self._intents

    def answer(self, plugin: str, visit: Visit) -> GuestReply | None:
        """Let a plugin's handlers answer a turn; None where none of them can, or the turn is not from Alexa."""
        if not isinstance(visit.heard.raw, RequestEnvelope):
            return None
        envelope = self._envelope(visit.heard.raw, visit)
        attributes = Attributes(visit.kept)
        dispatch = self._dispatches[plugin]
        handler_input = HandlerInput(
            request_envelope=envelope,
            attributes_manager=AttributesManager(envelope, attributes),
            service_client_factory=clients(self._services, envelope, visit.calls),
            template_factory=cast(TemplateFactory, dispatch.templates),
        )
        response = dispatch.answer(handler_input)
        if response is None:
            return None
        session = handler_input.attributes_manager.session_attributes if envelope.session else {}
        beside = self._beside(response, _intent(envelope))
        return GuestReply(
            speech=_content(response.output_speech),
            reprompt=_content(response.reprompt.output_speech if response.reprompt else None),
            listening=None if response.should_end_session is None else not response.should_end_session,
            beside=beside,
            session=copied(session or {}),
            saved=attributes.saved,
            kept=attributes.kept,
        )

    # In

    def _envelope(self, raw: RequestEnvelope, visit: Visit) -> RequestEnvelope:
        """Copy a request as the guest would have got it, had it the skill to itself."""
        envelope = deepcopy(raw)
        if envelope.session is not None:
            envelope.session.attributes = dict(visit.session)
            envelope.session.new = visit.begins
        if isinstance(envelope.request, IntentRequest) and envelope.request.intent is not None:
            envelope.request.intent = self._plain(envelope.request.intent, visit.heard)
        return envelope

    def _plain(self, intent: Intent, heard: Heard) -> Intent:
        """Give the intent that was meant, its slots under their plugin's own names."""
        if heard.intent and heard.intent != intent.name:
            return Intent(name=heard.intent, slots={}, confirmation_status=intent.confirmation_status)
        return self._renamed(intent, built=False)

    # Out

    def _beside(self, response: Response, intent: Intent | None) -> dict[str, object]:
        """Give, as JSON, what a response holds beside its words, as the built model and the platform know it."""
        document = plain(response)
        assert isinstance(document, dict)
        document["directives"] = [plain(self._built(each, intent)) for each in response.directives or ()]
        document.get("reprompt", {}).pop("outputSpeech", None)
        document["playBehavior"] = document.pop("outputSpeech", {}).get("playBehavior")
        beside: dict[str, object] = orjson.loads(
            orjson.dumps({key: each for key, each in document.items() if each is not None})
        )
        return beside | {"shouldEndSession": response.should_end_session}

    def _built(self, directive: object, intent: Intent | None) -> object:
        """Give a directive as the built model names the slots that are asked for in it."""
        updated = getattr(directive, "updated_intent", None)
        meant = updated if isinstance(updated, Intent) else intent
        if meant is None or not isinstance(directive, DIALOG):
            return directive
        built = copy(directive)
        if isinstance(built, ElicitSlotDirective):
            built.slot_to_elicit = self._slot(meant, built.slot_to_elicit or "", built=True)
        elif isinstance(built, ConfirmSlotDirective):
            built.slot_to_confirm = self._slot(meant, built.slot_to_confirm or "", built=True)
        if isinstance(updated, Intent):
            built.updated_intent = self._renamed(deepcopy(updated), built=True)
        return built

    def _renamed(self, intent: Intent, *, built: bool) -> Intent:
        slots = {}
        for name, slot in (intent.slots or {}).items():
            named = self._slot(intent, name, built=built)
            if slot is not None:
                slot.name = named
            slots[named] = slot
        intent.slots = slots or intent.slots
        return intent

    def _slot(self, intent: Intent, name: str, *, built: bool) -> str:
        """Name a slot as the built model does, or as the plugin that brings the intent does."""
        owner = self._owners.get(intent.name or "")
        prefix = built_slot(owner, "") if owner else ""
        plain_name = name.removeprefix(prefix)
        return prefix + plain_name if built else plain_name


def _intent(envelope: RequestEnvelope) -> Intent | None:
    return envelope.request.intent if isinstance(envelope.request, IntentRequest) else None


def _content(speech: OutputSpeech | None) -> str:
    """Give what is spoken as SSML content."""
    if isinstance(speech, PlainTextOutputSpeech):
        return escape(speech.text or "", quote=False)
    ssml = (speech.ssml or "").strip() if isinstance(speech, SsmlOutputSpeech) else ""
    return ssml.removeprefix("<speak>").removesuffix("</speak>").strip()
