"""JSON to ask_sdk_model objects and back: fast, and tolerant of what is new.

:func:`parse` and :func:`build` are the two halves of :func:`read`, for a caller that looks at the document between.
A request type, viewport, slot value, resolution status or enum value that the installed model does not know costs the
turn only that value; the names of what was left out or is new are logged, never what anybody said.
"""

import json
from functools import lru_cache
from typing import cast

import orjson
import structlog
from ask_sdk_model.request import Request
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.response_envelope import ResponseEnvelope

from skill.alexa.plans import Notes, label, model_reader
from skill.alexa.writers import plain
from skill.errors import RequestRefused

Document = dict[str, object]

DEEPEST = 64
LONGEST_ID = 1024

_TOO_DEEP = b"\n" + b"  " * (DEEPEST + 1)
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_NINETEEN_DIGITS = b"0" * 19
_IDS = (
    ("request", "type"),
    ("request", "requestId"),
    ("session", "sessionId"),
    ("session", "application", "applicationId"),
    ("session", "user", "userId"),
    ("context", "System", "application", "applicationId"),
    ("context", "System", "user", "userId"),
    ("context", "System", "person", "personId"),
    ("context", "System", "device", "deviceId"),
)


def read(body: bytes) -> RequestEnvelope:
    """Make a RequestEnvelope of a request's bytes.

    A request of an unknown type becomes a plain ``Request`` with its ``object_type``. Members that are new stand on
    their objects as they came, under their JSON names.

    Raises:
        RequestRefused: ``malformed``, as :func:`parse`.

    """
    return build(parse(body))


def parse(body: bytes) -> Document:
    """Parse a request's bytes and check that they are an envelope: an object with a request that has a type.

    Raises:
        RequestRefused: ``malformed``: no JSON, no envelope, nested deeper than 64, or an id longer than 1,024.

    """
    document = _load(body)
    request = document.get("request") if isinstance(document, dict) else None
    kind = request.get("type") if isinstance(request, dict) else None
    if not isinstance(document, dict) or not isinstance(kind, str) or not kind:
        raise RequestRefused("malformed")
    if _oversized(document):
        raise RequestRefused("malformed")
    return document


def build(document: Document) -> RequestEnvelope:
    """Make a RequestEnvelope of what :func:`parse` gave; what is new in it is logged by name, once a process."""
    notes: Notes = []
    envelope = cast(RequestEnvelope, model_reader(RequestEnvelope)(document, notes))
    if envelope.request is None:
        envelope.request = cast(Request, model_reader(Request)(document["request"], notes))
    for where, name in notes:
        _tell(where, name)
    return envelope


def write(envelope: ResponseEnvelope) -> bytes:
    """Make JSON of a response envelope, members that are None left out.

    Raises:
        TypeError: something in it has no place in JSON.

    """
    document = plain(envelope)
    try:
        return orjson.dumps(document)
    except TypeError:  # a huge number, a key that is no text, half of a surrogate pair: json takes them
        return json.dumps(document).encode()


@lru_cache(maxsize=512)
def _tell(where: str, name: str) -> None:
    """Log a novelty when it is first met: most are in every request that follows."""
    structlog.get_logger(__name__).info("envelope_novelty", where=where, name=label(name))


def _load(body: bytes) -> object:
    try:
        document: object = orjson.loads(body)
        if _deep(document):
            raise RequestRefused("malformed")
        if _NINETEEN_DIGITS in body.translate(_DIGITS):
            document = json.loads(body)  # orjson makes a float of a whole number past 64 bits
    except ValueError:
        raise RequestRefused("malformed") from None
    return document


def _deep(document: object) -> bool:
    """Say whether anything lies within too many others: written out, its line is indented that far, as no text is."""
    try:
        return _TOO_DEEP in orjson.dumps(document, option=orjson.OPT_INDENT_2)
    except TypeError:  # deeper than orjson writes at all
        return True


def _oversized(document: Document) -> bool:
    for path in _IDS:
        tree: object = document
        for name in path:
            tree = tree.get(name) if type(tree) is dict else None
        if type(tree) is str and len(tree) > LONGEST_ID:
            return True
    return False
