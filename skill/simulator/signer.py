"""A development signer: signs requests as Amazon does, under a root that only development trusts."""

import base64
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from skill.alexa.chains import chain_file, write_whole
from skill.alexa.trust import SIGNER_NAME
from skill.alexa.verification import SIGNATURE_HEADER, URL_HEADER

# The simulator's clock goes wherever a conversation is set, so the certificates hold for every date it may name.
_FROM = datetime(1950, 1, 1, tzinfo=UTC)
_UNTIL = datetime(9999, 12, 31, tzinfo=UTC)
_FILE = "development-signer.pem"


class Signer:
    """A root, an intermediate and a leaf certificate, and the leaf's key.

    ``folder`` keeps them in one file of mode 0600, so that the next start finds the same; without it they live in
    memory. The keys of the root and the intermediate are thrown away once they have signed: nothing more can ever
    be issued under them.

    Raises:
        OSError: the folder cannot be read or written.

    """

    def __init__(self, folder: Path | None = None) -> None:
        bundle = _issue() if folder is None else _kept_or_issued(folder / _FILE)
        self._key = _key(bundle)
        leaf, intermediate, root = x509.load_pem_x509_certificates(bundle)
        self.root_pem = _pem(root)
        self.chain_pem = _pem(leaf) + _pem(intermediate)
        fingerprint = root.fingerprint(hashes.SHA256()).hex()[:16]
        self.chain_url = f"https://s3.amazonaws.com/echo.api/development-{fingerprint}.pem"

    def headers(self, body: bytes) -> dict[str, str]:
        """Return the headers under which ``body`` is a signed request."""
        signature = self._key.sign(body, padding.PKCS1v15(), hashes.SHA256())
        return {
            URL_HEADER: self.chain_url,
            SIGNATURE_HEADER: base64.b64encode(signature).decode("ascii"),
            "Content-Type": "application/json; charset=utf-8",
        }

    def prefill(self, cache_dir: Path) -> None:
        """Put the chain where a verifier looks before it asks the network."""
        write_whole(chain_file(cache_dir, self.chain_url), self.chain_pem)

    def trust(self, path: Path) -> None:
        """Write the root to a PEM file, to be named as a verifier's extra roots."""
        write_whole(path, self.root_pem)


def _kept_or_issued(path: Path) -> bytes:
    """Read the bundle, or issue one and write it; of two first starts at once, the later one's stays."""
    if kept := _usable(path):
        return kept
    bundle = _issue()
    write_whole(path, bundle, mode=0o600)
    return bundle


def _usable(path: Path) -> bytes | None:
    try:
        bundle = path.read_bytes()
        return bundle if _key(bundle) and len(x509.load_pem_x509_certificates(bundle)) == 3 else None
    except (FileNotFoundError, TypeError, ValueError):
        return None


def _key(bundle: bytes) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(bundle, None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("not an RSA key")
    return key


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _issue() -> bytes:
    """Make the three certificates; return the leaf's key and they, leaf first, as one PEM text."""
    root_key, middle_key, leaf_key = (rsa.generate_private_key(65537, 2048) for _ in range(3))
    root_name, middle_name = _name("Safe Harbor development root"), _name("Safe Harbor development intermediate")
    root = _authority(root_name, root_key, root_name, root_key, depth=1)
    middle = _authority(middle_name, middle_key, root_name, root_key, depth=0)
    leaf = _leaf(leaf_key, middle_name, middle_key)
    key = leaf_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return key + _pem(leaf) + _pem(middle) + _pem(root)


def _authority(
    subject: x509.Name, key: rsa.RSAPrivateKey, issuer: x509.Name, issuer_key: rsa.RSAPrivateKey, depth: int
) -> x509.Certificate:
    builder = _draft(subject, key, issuer, issuer_key)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=depth), critical=True)
    return builder.add_extension(_usage(authority=True), critical=True).sign(issuer_key, hashes.SHA256())


def _leaf(key: rsa.RSAPrivateKey, issuer: x509.Name, issuer_key: rsa.RSAPrivateKey) -> x509.Certificate:
    purposes = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    builder = _draft(_name(SIGNER_NAME), key, issuer, issuer_key)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(SIGNER_NAME)]), critical=False)
    builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    return builder.add_extension(_usage(authority=False), critical=True).sign(issuer_key, hashes.SHA256())


def _draft(
    subject: x509.Name, key: rsa.RSAPrivateKey, issuer: x509.Name, issuer_key: rsa.RSAPrivateKey
) -> x509.CertificateBuilder:
    public, issuing = key.public_key(), issuer_key.public_key()
    builder = x509.CertificateBuilder(issuer_name=issuer, subject_name=subject, public_key=public)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(_FROM).not_valid_after(_UNTIL)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    return builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuing), critical=False)


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=not authority,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])
