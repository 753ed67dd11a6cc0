"""The skill's own address: a small WSGI application before Flask's, which serves what operators ask for.

A turn needs nothing of a web framework but to be read safely, and a web framework's contexts, sessions, routing and
signals would cost it more than its verification does.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wsgi import get_input_stream

from skill.alexa.handler import Handler
from skill.alexa.verification import SIGNATURE_HEADER, URL_HEADER
from skill.errors import RequestRefused
from skill.metering import Meter

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PATH = "/alexa"
LARGEST_REQUEST = 128 * 1024
"""Bytes; the platform's own requests are a few thousand."""
JSON = "application/json;charset=UTF-8"

_SIGNED = {name: f"HTTP_{name.upper().replace('-', '_')}" for name in (URL_HEADER, SIGNATURE_HEADER)}
"""The headers that a signature is told in, and what WSGI calls them."""


class Endpoint:
    """Answers what is posted to ``/alexa``, and leaves other paths to the ``rest``. Safe to share between threads."""

    def __init__(self, handler: Handler, meter: Meter, rest: WSGIApplication) -> None:
        self._handler = handler
        self._meter = meter
        self._rest = rest
        self._log = structlog.get_logger(__name__)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if environ.get("PATH_INFO") != PATH:
            return self._rest(environ, start_response)
        if environ["REQUEST_METHOD"] != "POST":
            return _empty(HTTPStatus.METHOD_NOT_ALLOWED, start_response, ("Allow", "POST"))
        try:
            signed = {name: environ.get(variable, "") for name, variable in _SIGNED.items()}
            answer = self._handler.handle(signed, _body(environ))
        except RequestRefused as refused:
            self._meter.refused(refused.reason)
            self._log.warning("request_refused", reason=refused.reason, status=refused.status)
            return _empty(HTTPStatus(refused.status), start_response)
        start_response("200 OK", [("Content-Type", JSON), ("Content-Length", str(len(answer)))])
        return [answer]


def _empty(status: HTTPStatus, start_response: StartResponse, *headers: tuple[str, str]) -> Iterable[bytes]:
    start_response(f"{status} {status.phrase}", [("Content-Length", "0"), *headers])
    return []


def _body(environ: WSGIEnvironment) -> bytes:
    """Read the body whole.

    Raises:
        RequestRefused: it is no JSON, by its own account, or larger than is allowed, with or without saying so.

    """
    if not _is_json(environ.get("CONTENT_TYPE", "")):
        raise RequestRefused("not_json", 415)
    try:
        # A body of unknown length is cut at the limit without a word: hence one byte more.
        body = get_input_stream(environ, max_content_length=LARGEST_REQUEST + 1).read()
    except RequestEntityTooLarge:
        raise RequestRefused("too_large", 413) from None
    except Exception:
        # Whatever a server raises while it reads what a stranger broke off or mangled, it means one thing here.
        raise RequestRefused("unreadable") from None
    if len(body) > LARGEST_REQUEST:
        raise RequestRefused("too_large", 413)
    return body


def _is_json(content_type: str) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))
