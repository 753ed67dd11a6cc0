"""The raw bytes really came from Amazon, for this skill, just now.

Three questions, each answered by silence or by :class:`~skill.errors.RequestRefused` and by nothing else:
:meth:`Verifier.verify` before anything is parsed, :func:`check_freshness` and :func:`check_application` after.
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from structlog.typing import FilteringBoundLogger

from skill.alexa.addresses import chain_address
from skill.alexa.allowance import Allowance
from skill.alexa.chains import ChainFolder
from skill.alexa.download import download
from skill.alexa.keys import KeyRing
from skill.alexa.trust import TrustStore
from skill.errors import RequestRefused

URL_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
TOLERANCE = timedelta(seconds=150)
EVENT_TOLERANCE = timedelta(seconds=3600)
SLOW_EVENTS = frozenset(
    f"AlexaSkillEvent.{name}"
    for name in (
        "SkillEnabled",
        "SkillDisabled",
        "SkillPermissionChanged",
        "SkillPermissionAccepted",
        "SkillAccountLinked",
    )
)

_LONGEST_SIGNATURE = 4096
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Verifier:
    """Tells Amazon's requests from a stranger's.

    ``cache_dir`` holds certificate chains as ``<sha256 hex of the chain URL>.pem``; ``extra_roots`` is a PEM file of
    roots trusted beside the certifi bundle; ``fetch`` brings the bytes of a permitted address; ``clock`` is the
    instant (aware) at which certificates must be valid. Safe to share between threads.

    Raises:
        ConfigurationError: ``extra_roots`` cannot be read.

    """

    def __init__(
        self,
        cache_dir: Path,
        extra_roots: Path | None = None,
        fetch: Callable[[str], bytes] | None = None,
        clock: Callable[[], datetime] = _utc_now,
        log: FilteringBoundLogger | None = None,
    ) -> None:
        self._clock = clock
        self._keys = KeyRing(
            TrustStore(extra_roots),
            ChainFolder(cache_dir),
            fetch or download,
            Allowance(),
            log or structlog.get_logger(__name__),
        )

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check that the chain named in ``headers`` is Amazon's and that its key signed ``body``.

        Raises:
            RequestRefused: ``header_missing``, ``url_refused``, ``chain_unreachable``, ``chain_untrusted``,
                ``certificate_expired``, ``name_mismatch`` or ``signature_invalid``.

        """
        url, encoded = _signing_headers(headers)
        address = chain_address(url)
        signature = _signature(encoded)
        key = self._keys.find(url, address, self._clock())
        try:
            key.verify(signature, body, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            raise RequestRefused("signature_invalid") from None


def check_freshness(request: Mapping[str, object], now: datetime) -> None:
    """Check that the ``request`` part of an envelope was sent just now: within 150 s, either way.

    Skill events that wait for delivery may be 3,600 s off.

    Raises:
        RequestRefused: ``timestamp_invalid`` or ``timestamp_stale``.

    """
    kind = _at(request, ("type",))
    tolerance = EVENT_TOLERANCE if isinstance(kind, str) and kind in SLOW_EVENTS else TOLERANCE
    if abs(now - _instant(_at(request, ("timestamp",)))) > tolerance:
        raise RequestRefused("timestamp_stale")


def check_application(envelope: Mapping[str, object], allowed: frozenset[str]) -> None:
    """Check that an envelope is meant for one of the ``allowed`` skills; an empty set allows any.

    The id stands in ``context.System.application``, in ``session.application`` or in both; then both must be allowed.

    Raises:
        RequestRefused: ``application_missing`` or ``application_refused``.

    """
    if not allowed:
        return
    places = (("context", "System", "application", "applicationId"), ("session", "application", "applicationId"))
    named = [name for place in places if (name := _at(envelope, place)) is not None]
    if not named:
        raise RequestRefused("application_missing")
    if not all(isinstance(name, str) and name in allowed for name in named):
        raise RequestRefused("application_refused")


def _signing_headers(headers: Mapping[str, str]) -> tuple[str, str]:
    by_name = {name.lower(): value for name, value in headers.items() if isinstance(name, str)}
    url, signature = by_name.get(URL_HEADER.lower()), by_name.get(SIGNATURE_HEADER.lower())
    if not isinstance(url, str) or not isinstance(signature, str) or not url or not signature:
        raise RequestRefused("header_missing")
    return url, signature


def _signature(encoded: str) -> bytes:
    if len(encoded) > _LONGEST_SIGNATURE:
        raise RequestRefused("signature_invalid")
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise RequestRefused("signature_invalid") from None


def _instant(written: object) -> datetime:
    if not isinstance(written, str) or not _INSTANT.fullmatch(written):
        raise RequestRefused("timestamp_invalid")
    try:
        return datetime.fromisoformat(written).astimezone(UTC)
    except (ValueError, OverflowError):
        raise RequestRefused("timestamp_invalid") from None


def _at(tree: object, place: tuple[str, ...]) -> object:
    for name in place:
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree
