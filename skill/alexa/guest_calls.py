"""A guest's calls to the platform's services: ask-sdk's own clients over our connections and time-outs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

import httpx
import orjson
from ask_sdk_core.exceptions import ApiClientException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.services.api_client import ApiClient
from ask_sdk_model.services.api_client_request import ApiClientRequest
from ask_sdk_model.services.api_client_response import ApiClientResponse
from ask_sdk_model.services.api_configuration import ApiConfiguration
from ask_sdk_model.services.service_client_factory import ServiceClientFactory

from skill.alexa.calls import Line
from skill.alexa.services import Services
from skill.errors import PlatformError
from skill.guest import Calls

LOGIN = "https://api.amazon.com/"
"""Where a guest that brings credentials of its own gets a token for them."""

Answer = tuple[int, httpx.Headers, bytes]


class GuestCalls(ApiClient):
    """Makes the calls of ask-sdk's service clients for one turn, each within its own time-out and the turn's budget.

    ``line`` is asked for the connection of a call, given the seconds that are left for it. In another attempt at the
    same turn, a call gets the answer that it got before.
    """

    def __init__(self, line: Callable[[float], Line], calls: Calls) -> None:
        self._line = line
        self._calls = calls

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Make a call.

        Raises:
            ApiClientException: the address is not the platform's, or there was no answer.

        """
        headers: dict[str, str] = {}
        for name, value in request.headers or ():
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        content = _content(request.body, headers)
        method, url = request.method or "GET", request.url or ""
        call = f"{method} {url} {(content or b'').decode()}"
        try:
            answer = self._calls.once(call, lambda: self._made(method, url, headers, content))
        except PlatformError as error:
            raise ApiClientException(f"the call was not answered: {error}") from None
        status, received, body = cast(Answer, answer)
        return ApiClientResponse(headers=list(received.items()), status_code=status, body=body.decode(errors="replace"))

    def _made(self, method: str, url: str, headers: dict[str, str], content: bytes | None) -> Answer:
        line = self._line(self._calls.seconds)
        if not url.startswith(LOGIN) and (line.base is None or not url.startswith(f"{line.base}/")):
            raise PlatformError("failed", "ENDPOINT_REFUSED")
        return line.send(method, url, headers, content)


def clients(services: Services, envelope: RequestEnvelope, calls: Calls) -> ServiceClientFactory:
    """Make the factory of ask-sdk's service clients for one request, with its own endpoint and token."""
    system = envelope.context.system if envelope.context else None
    endpoint, token = (system and system.api_endpoint) or "", (system and system.api_access_token) or ""

    def line(seconds: float) -> Line:
        return services.line(endpoint, token, time.monotonic() + seconds)

    return ServiceClientFactory(
        ApiConfiguration(
            serializer=DefaultSerializer(),
            api_client=GuestCalls(line, calls),
            authorization_value=token,
            api_endpoint=line(0).base or "",
        )
    )


def _content(body: object, headers: dict[str, str]) -> bytes | None:
    if not body:
        return None
    if isinstance(body, (str, bytes)) and "json" not in headers.get("Content-type", ""):
        return body.encode() if isinstance(body, str) else body
    return orjson.dumps(body)
