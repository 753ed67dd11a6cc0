"""A ring of keys: the first seals, every one opens, and what is sealed begins with the id of its key.

A key is 32 random bytes in URL-safe base64. ``open:KEY`` is one that opens and does not seal yet: so that a new key can
reach every server before the first of them seals with it.

Sealed is an id, a character for the form, a random nonce, and AES-256-GCM-SIV (RFC 8452) of the text: that mode stays
safe however many nonces are drawn at random. Fernet, in which all was sealed before, takes five times as long to seal
and to open, and a look back opens dozens of entries; what stands in it is opened as ever.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from skill.errors import ConfigurationError, KeyMissing

ONLY_OPENS = "open:"
ID = 8
"""How many hex digits name a key."""
UNNAMED = b"g"
"""What a text begins with that was sealed before texts named their keys: no hex digit, and every Fernet token does."""
SIV = b"s"
"""Stands after the id where a Fernet token has its "g"."""
NONCE = 12
"""Bytes of a nonce."""

_FROM, _TO = ID + len(SIV), ID + len(SIV) + NONCE


@dataclass(frozen=True)
class Key:
    """One key: its id, and what it opens with; ``siv`` also seals."""

    label: bytes
    siv: AESGCMSIV
    fernet: Fernet

    @classmethod
    def of(cls, key: str) -> Key:
        """Read it; ValueError when it is malformed."""
        return cls(key_id(key).encode(), AESGCMSIV(_derived(key, b"safe-harbor sealing")), Fernet(key))

    def seal(self, data: bytes) -> bytes:
        """Encrypt, with the id in front."""
        nonce = token_bytes(NONCE)
        return b"".join((self.label, SIV, nonce, self.siv.encrypt(nonce, data, self.label)))

    def open(self, blob: bytes) -> bytes:
        """Decrypt what this key sealed; InvalidTag or InvalidToken where it was changed."""
        if blob[ID:_FROM] == SIV:
            return self.siv.decrypt(blob[_FROM:_TO], blob[_TO:], self.label)
        return self.fernet.decrypt(blob[ID:])


class Keyring:
    """Seals bytes and opens them.

    ``keys`` are newest first; ``source`` names where they came from. ``ids`` are theirs, in the same order;
    ``sealing`` is the id of the one that seals, ``last`` of the one that makes the hashes. Raises ConfigurationError,
    which never shows a key, when none seals or one is malformed.
    """

    def __init__(self, keys: Sequence[str], source: str) -> None:
        self.source = source
        try:
            ring = [Key.of(key.removeprefix(ONLY_OPENS)) for key in keys]
        except ValueError:
            raise ConfigurationError(f"{source} holds a key that is not 32 bytes in URL-safe base64") from None
        sealing = [known for known, key in zip(ring, keys, strict=True) if not key.startswith(ONLY_OPENS)]
        if not sealing:
            raise ConfigurationError(f"{source} holds no key")
        self._keys = {each.label: each for each in ring}
        self._sealing = sealing[0]
        self.ids = tuple(label.decode() for label in self._keys)
        self.sealing = self._sealing.label.decode()
        self.last = ring[-1].label.decode()
        self.hashing = _hashing(keys[-1].removeprefix(ONLY_OPENS))

    def seal(self, data: bytes) -> bytes:
        """Encrypt with the newest key, and write its id in front."""
        return self._sealing.seal(data)

    def is_newest(self, blob: bytes) -> bool:
        """Say whether the newest key sealed this."""
        return blob.startswith(self._sealing.label)

    def open(self, blob: bytes) -> bytes:
        """Decrypt what ``seal`` gave; KeyMissing, which names the key, when it is not on the ring."""
        key = self._keys.get(blob[:ID])
        if key is None:
            return self._open_unnamed(blob)
        try:
            return key.open(blob)
        except (InvalidTag, InvalidToken, ValueError):
            name = key.label.decode()
            raise KeyMissing(f"key {name} does not open what it sealed: it was changed since") from None

    def _open_unnamed(self, blob: bytes) -> bytes:
        if not blob.startswith(UNNAMED):
            name = blob[:ID].decode("ascii", "replace")
            raise KeyMissing(f"key {name}, which sealed what was stored, is not in {self.source}: put it back")
        for key in self._keys.values():
            try:
                return key.fernet.decrypt(blob)
            except InvalidToken:
                continue
        raise KeyMissing(f"no key of {self.source} opens what was stored: an earlier key is missing")


def new_key() -> str:
    """Make a key."""
    return Fernet.generate_key().decode()


def key_id(key: str) -> str:
    """Name a key, which says nothing of it; ValueError when it is malformed."""
    return hashed(_hashing(key), "key", "")[:ID]


def hashed(hashing: HMAC, kind: str, text: str) -> str:
    """Hash a text of a kind, beginning with what a key has made ready: 32 hex digits."""
    begun = hashing.copy()
    begun.update(f"{kind}\0{text}".encode("utf-8", "surrogatepass"))
    return begun.finalize().hex()[:32]


def _hashing(key: str) -> HMAC:
    return HMAC(_derived(key, b"safe-harbor keyed hashes"), SHA256())


def _derived(key: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=purpose).derive(urlsafe_b64decode(key))
