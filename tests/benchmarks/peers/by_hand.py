"""The job written by hand for this one intent, in Flask, on plain dictionaries: every check, one durable write.

The chain is verified once and its key remembered for an hour; only its download is replaced, by a file.
"""

import base64
import json
import os
import posixpath
import time
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import store
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from flask import Flask, Response, request

ROOTS = Store(x509.load_pem_x509_certificates(Path(os.environ["SSL_CERT_FILE"]).read_bytes()))
KEPT_FOR = 3600.0
keys: dict[str, tuple[RSAPublicKey, float]] = {}
app = Flask(__name__)


class Refused(Exception):
    """The request is not Amazon's, or stale."""


def key_of(url: str) -> RSAPublicKey:
    """Give the key that signs under a chain's address."""
    found = keys.get(url)
    if found and found[1] > time.monotonic():
        return found[0]
    parts = urlsplit(url)
    place = (parts.scheme.lower(), parts.hostname, parts.port or 443)
    if place != ("https", "s3.amazonaws.com", 443) or not posixpath.normpath(parts.path).startswith("/echo.api/"):
        raise Refused("address")
    leaf, *above = x509.load_pem_x509_certificates(Path(os.environ["PEER_CHAIN"]).read_bytes())
    server = PolicyBuilder().store(ROOTS).build_server_verifier(x509.DNSName("echo-api.amazon.com"))
    server.verify(leaf, above)
    key = leaf.public_key()
    if not isinstance(key, RSAPublicKey):
        raise Refused("key")
    keys[url] = key, time.monotonic() + KEPT_FOR
    return key


def answer(url: str, signature: str, body: bytes) -> dict[str, Any]:
    """Verify a request, keep what it says, and give the response envelope."""
    try:
        key_of(url).verify(base64.b64decode(signature), body, PKCS1v15(), hashes.SHA256())
    except (InvalidSignature, VerificationError, ValueError):
        raise Refused("signature") from None
    envelope = json.loads(body)
    asked = envelope["request"]
    if abs(time.time() - datetime.fromisoformat(asked["timestamp"]).timestamp()) > 150:
        raise Refused("stale")
    if asked["type"] != "IntentRequest" or asked["intent"]["name"] != "GratitudeIntent":
        raise Refused("unknown")
    thing = asked["intent"]["slots"][os.environ["PEER_SLOT"]]["value"]
    user = envelope["context"]["System"]["user"]["userId"]
    store.save(user, store.load(user) | {"thing": thing})
    speech = {"type": "SSML", "ssml": f"<speak>Noted: {thing}. Why was it good?</speak>"}
    again = {"outputSpeech": {"type": "SSML", "ssml": "<speak>Why was it?</speak>"}}
    response = {"outputSpeech": speech, "reprompt": again, "shouldEndSession": False}
    return {"version": "1.0", "sessionAttributes": envelope["session"]["attributes"], "response": response}


@app.post("/alexa")
def alexa() -> Response:
    """Answer a signed request."""
    headers = request.headers
    try:
        said = answer(headers["SignatureCertChainUrl"], headers["Signature-256"], request.get_data())
    except (Refused, KeyError):
        return Response(status=400)
    return Response(json.dumps(said), mimetype="application/json")
