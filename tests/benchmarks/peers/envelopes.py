"""The request that every server is sent: "I'm grateful for the soft rain …", some 3.6 KB of it, signed just before.

No two are likely to say the same to the same household: SQLite writes nothing, durably or not, where nothing changes.
"""

from __future__ import annotations

import json
import random
import uuid
from datetime import UTC, datetime, timedelta

from skill.simulator.signer import Signer

SLOT = "gratitude_thing"
"""The slot as the built model names it."""
HOUSEHOLDS = 1000
_SKILL = "amzn1.ask.skill.bench"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_AUTHORITY = f"amzn1.er-authority.echo-sdk.{_SKILL}.THING"
_SCREEN = {
    "mode": "HUB",
    "video": {"codecs": ["H_264_42", "H_264_41"]},
    "shape": "RECTANGLE",
    "pixelWidth": 1280,
    "pixelHeight": 800,
    "currentPixelWidth": 1280,
    "currentPixelHeight": 800,
    "dpi": 213,
    "touch": ["SINGLE"],
    "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}],
}
_DISPLAY = {
    "type": "APL",
    "id": "main",
    "shape": "RECTANGLE",
    "dpi": 213,
    "presentationType": "STANDARD",
    "canRotate": False,
    "configuration": {
        "current": {
            "mode": "HUB",
            "video": {"codecs": ["H_264_42", "H_264_41"]},
            "size": {"type": "DISCRETE", "pixelWidth": 1280, "pixelHeight": 800},
        }
    },
}
_RAINS = ("soft", "cold", "warm", "long", "sudden", "quiet", "grey", "late", "first", "gentle", "heavy", "silver")
_PLACES = ("roof", "garden", "harbour", "street", "river", "fields", "hills", "lake", "woods", "park", "town", "bridge")
_ENDS = (
    "and its smell",
    "and its sound",
    "and the tea after it",
    "and the dry coat",
    "and the walk home",
    "and the sky",
)
_random = random.Random(7)


def _id(kind: str, length: int) -> str:
    return f"amzn1.{kind}." + "".join(_random.choices(_LETTERS, k=length))


USERS = tuple(_id("ask.account", 120) for _ in range(HOUSEHOLDS))
_DEVICES = {user: _id("ask.device", 90) for user in USERS}
_TOKENS = {user: _id("token", 1170) for user in USERS}


def words() -> str:
    """Give a good thing that somebody may note: some rain."""
    rain, place, end = map(_random.choice, (_RAINS, _PLACES, _ENDS))
    return f"the {rain} rain over the {place} {end}"


def body(user: str, *, old: int = 0) -> bytes:
    """Give the request of a user's turn, made so many seconds ago; each has an id of its own."""
    who = {"application": {"applicationId": _SKILL}, "user": {"userId": user}}
    matched = {"authority": _AUTHORITY, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    resolutions = {"resolutionsPerAuthority": [matched]}
    thing = {"value": words(), "resolutions": resolutions}
    slot = {"name": SLOT, "confirmationStatus": "NONE", "source": "USER", "slotValue": {"type": "Simple", **thing}}
    system = {
        **who,
        "device": {
            "deviceId": _DEVICES[user],
            "supportedInterfaces": {"AudioPlayer": {}, "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}},
        },
        "unit": {"unitId": "amzn1.ask.unit." + _DEVICES[user][-60:]},
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": _TOKENS[user],
    }
    session = f"amzn1.echo-api.session.{uuid.uuid5(uuid.NAMESPACE_OID, user)}"
    envelope = {
        "version": "1.0",
        "session": {"new": False, "sessionId": session, "attributes": {}, **who},
        "context": {
            "Viewports": [_DISPLAY],
            "Viewport": _SCREEN,
            "Extensions": {"available": {"aplext:backstack:10": {}}},
            "AudioPlayer": {"playerActivity": "IDLE"},
            "System": system,
        },
        "request": {
            "type": "IntentRequest",
            "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
            "locale": "en-US",
            "timestamp": (datetime.now(UTC) - timedelta(seconds=old)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "intent": {"name": "GratitudeIntent", "confirmationStatus": "NONE", "slots": {SLOT: slot | thing}},
            "dialogState": "STARTED",
        },
    }
    return json.dumps(envelope, separators=(",", ":")).encode()


def message(signer: Signer, sent: bytes, **instead: str) -> bytes:
    """Give a request as it goes over the wire, with headers in place of the signer's own."""
    headers = {"Host": "127.0.0.1", "Content-Length": str(len(sent)), "Accept": "application/json"}
    headers |= signer.headers(sent) | instead
    return "POST /alexa HTTP/1.1\r\n{}\r\n\r\n".format("\r\n".join(map(": ".join, headers.items()))).encode() + sent


def messages(signer: Signer, count: int) -> list[bytes]:
    """Make so many signed requests, of any of the households."""
    return [message(signer, body(user)) for user in _random.choices(USERS, k=count)]


def forgeries(signer: Signer) -> dict[str, bytes]:
    """Make the requests that whoever verifies has to refuse, by what is wrong with them."""
    user = USERS[0]
    right, stale = body(user), body(user, old=4000)
    elsewhere = signer.chain_url.replace("s3.", "s4.")
    return {
        "changed": message(signer, right).replace(b" rain ", b" snow "),
        "stale": message(signer, stale),
        "elsewhere": message(signer, right, SignatureCertChainUrl=elsewhere),
        "unsigned": message(signer, right, **{"Signature-256": ""}),
    }
