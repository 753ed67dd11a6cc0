"""Amazon's Python web service package in Flask. Only the download of the chain is replaced, by a file."""

import io
import json
import os
from pathlib import Path
from typing import Any

# SSL_CERT_FILE names the roots that are trusted; the package's own dependency reads it.
import ask_sdk_webservice_support.verifier as verifier
import store
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_core.utils import get_slot_value, is_intent_name, is_request_type
from ask_sdk_model import RequestEnvelope, Response
from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler
from flask import Flask, request
from flask import Response as Answer

verifier.urlopen = lambda url: io.BytesIO(Path(os.environ["PEER_CHAIN"]).read_bytes())


class Attributes(AbstractPersistenceAdapter):
    """Keeps a user's attributes."""

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, Any]:
        """Give them."""
        return store.load(request_envelope.context.system.user.user_id)

    def save_attributes(self, request_envelope: RequestEnvelope, attributes: dict[str, Any]) -> None:
        """Keep them."""
        store.save(request_envelope.context.system.user.user_id, attributes)

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Forget them, which ask-sdk wants possible and no turn that is measured asks for."""
        store.save(request_envelope.context.system.user.user_id, {})


class Greeting(AbstractRequestHandler):
    """Answers what is not the measured intent, as every skill has handlers that are asked before the right one."""

    def __init__(self, name: str) -> None:
        named = is_request_type if name.endswith("Request") else is_intent_name
        self._mine = named(name)

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Say whether it is its own request."""
        return bool(self._mine(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Greet."""
        return handler_input.response_builder.speak("Hello.").ask("Hello?").response


class Gratitude(AbstractRequestHandler):
    """Keeps the good thing that was said."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Say whether one was said."""
        return bool(is_intent_name("GratitudeIntent")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Keep it, and ask why it was good."""
        thing = get_slot_value(handler_input, os.environ["PEER_SLOT"])
        attributes = handler_input.attributes_manager
        attributes.persistent_attributes["thing"] = thing
        attributes.save_persistent_attributes()
        return handler_input.response_builder.speak(f"Noted: {thing}. Why was it good?").ask("Why was it?").response


builder = CustomSkillBuilder(persistence_adapter=Attributes())
for each in ("LaunchRequest", "AMAZON.HelpIntent", "AMAZON.CancelIntent", "AMAZON.StopIntent", "SessionEndedRequest"):
    builder.add_request_handler(Greeting(each))
builder.add_request_handler(Gratitude())
handler = WebserviceSkillHandler(skill=builder.create())
app = Flask(__name__)


@app.post("/alexa")
def alexa() -> Answer:
    """Answer a signed request."""
    try:
        said = handler.verify_request_and_dispatch(dict(request.headers), request.data.decode("utf-8"))
    except verifier.VerificationException:
        return Answer(status=400)
    return Answer(json.dumps(said), mimetype="application/json")
