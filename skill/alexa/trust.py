"""Which certificate chains are Amazon's: from a chain's PEM to the key that signs requests."""

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import certifi
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.errors import ConfigurationError, RequestRefused

SIGNER_NAME = "echo-api.amazon.com"
LONGEST_CHAIN = 10
SMALLEST_KEY = 2048
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


@dataclass(frozen=True)
class SigningKey:
    """A public key whose chain was verified, and the span in which every certificate of its path is valid."""

    key: RSAPublicKey
    not_before: datetime
    not_after: datetime

    def valid_at(self, now: datetime) -> bool:
        """Tell whether the whole path is valid at ``now``."""
        return self.not_before <= now <= self.not_after


class TrustStore:
    """The root certificates that may vouch for a signer: the certifi bundle and, if given, a PEM file more."""

    def __init__(self, extra_roots: Path | None = None) -> None:
        roots = _public_roots() + (_roots_in(extra_roots) if extra_roots else [])
        self._policy = PolicyBuilder().store(Store(roots))

    def signing_key(self, pem: bytes, now: datetime) -> SigningKey:
        """Verify a chain, leaf first, at the instant ``now`` and return the leaf's key.

        The path ends at the first trusted root; what the file holds beyond it is ignored.

        Raises:
            RequestRefused: ``certificate_expired`` (or not yet valid), ``name_mismatch`` or ``chain_untrusted``.

        """
        try:
            return self._verified(pem, now.astimezone(UTC))
        except RequestRefused:
            raise
        except Exception:
            # The bytes are a stranger's: whatever a parser makes of them, they are not a chain to trust.
            raise RequestRefused("chain_untrusted") from None

    def _verified(self, pem: bytes, now: datetime) -> SigningKey:
        chain = x509.load_pem_x509_certificates(pem)[:LONGEST_CHAIN]
        leaf = chain[0]
        if not _within(leaf, now):
            raise RequestRefused("certificate_expired")
        if SIGNER_NAME not in _names(leaf):
            raise RequestRefused("name_mismatch")
        path = self._path(chain, now)
        key = leaf.public_key()
        # Amazon's files are in order; one that is not was put together by somebody else.
        in_order = path[:-1] == chain[: len(path) - 1]
        if not in_order or not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY:
            raise RequestRefused("chain_untrusted")
        return SigningKey(
            key, max(link.not_valid_before_utc for link in path), min(link.not_valid_after_utc for link in path)
        )

    def _path(self, chain: Sequence[x509.Certificate], now: datetime) -> list[x509.Certificate]:
        verifier = self._policy.time(now).build_server_verifier(x509.DNSName(SIGNER_NAME))
        try:
            return verifier.verify(chain[0], list(chain[1:]))
        except VerificationError:
            fault = "chain_untrusted" if all(_within(link, now) for link in chain) else "certificate_expired"
            raise RequestRefused(fault) from None


def _within(certificate: x509.Certificate, now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _names(leaf: x509.Certificate) -> list[str]:
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    return names.get_values_for_type(x509.DNSName)


def _public_roots() -> list[x509.Certificate]:
    """Load the certifi bundle one by one, so that a root which the library will not read spoils no other."""
    roots = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for block in _PEM.findall(Path(certifi.where()).read_bytes()):
            try:
                roots.append(x509.load_pem_x509_certificate(block))
            except ValueError:
                continue
    return roots


def _roots_in(path: Path) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as fault:
        raise ConfigurationError(f"SAFE_HARBOR_TRUSTED_ROOTS: no root certificates can be read from {path}") from fault
