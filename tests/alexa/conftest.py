"""A mint of certificates, good and bad, and the requests they sign."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-99.pem"
SIGNER_NAME = "echo-api.amazon.com"
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(name: str, size: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, size)


def pem(*certificates: x509.Certificate) -> bytes:
    return b"".join(each.public_bytes(serialization.Encoding.PEM) for each in certificates)


@dataclass(frozen=True)
class Mint:
    """Issues certificates that are good unless told otherwise; ``now`` is the middle of their lives."""

    now: datetime
    url: str = field(default=URL)

    def certificate(
        self,
        name: str,
        issuer: str,
        *,
        authority: bool = True,
        dns: Sequence[str] = (),
        days: tuple[int, int] = (-100, 100),
        key: PrivateKey | None = None,
        issuer_key: PrivateKey | None = None,
    ) -> x509.Certificate:
        key, issuer_key = key or rsa_key(name), issuer_key or rsa_key(issuer)
        builder = (
            x509.CertificateBuilder()
            .subject_name(self._name(name))
            .issuer_name(self._name(issuer))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.now + timedelta(days=days[0]))
            .not_valid_after(self.now + timedelta(days=days[1]))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
            .add_extension(self._usage(authority), critical=True)
        )
        if not authority:
            purposes = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
            builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        if dns:
            names = x509.SubjectAlternativeName([x509.DNSName(each) for each in dns])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(issuer_key, hashes.SHA256())

    def root(self, name: str = "Root", **but) -> x509.Certificate:
        return self.certificate(name, name, **but)

    def middle(self, name: str = "Middle", issuer: str = "Root", **but) -> x509.Certificate:
        return self.certificate(name, issuer, **but)

    def leaf(self, issuer: str = "Middle", **but) -> x509.Certificate:
        return self.certificate("Leaf", issuer, authority=False, **({"dns": [SIGNER_NAME]} | but))

    def chain(self, **but) -> bytes:
        return pem(self.leaf(**but), self.middle())

    def signature(self, body: bytes, key: str = "Leaf", algorithm: hashes.HashAlgorithm | None = None) -> str:
        signed = rsa_key(key).sign(body, padding.PKCS1v15(), algorithm or hashes.SHA256())
        return base64.b64encode(signed).decode()

    def headers(self, body: bytes, url: str = URL, key: str = "Leaf") -> Mapping[str, str]:
        return {"SignatureCertChainUrl": url, "Signature-256": self.signature(body, key)}

    @staticmethod
    def _name(common: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])

    @staticmethod
    def _usage(authority: bool) -> x509.KeyUsage:
        return x509.KeyUsage(True, False, not authority, False, False, authority, authority, False, False)

    pem = staticmethod(pem)
    rsa_key = staticmethod(rsa_key)


@pytest.fixture(scope="session")
def mint():
    return Mint(datetime.now(UTC).replace(microsecond=0))


@pytest.fixture(scope="session")
def roots(mint, tmp_path_factory):
    """Return a PEM file with the mint's root."""
    path = tmp_path_factory.mktemp("roots") / "roots.pem"
    path.write_bytes(pem(mint.root()))
    return path
