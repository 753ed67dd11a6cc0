"""A ring of keys: the first seals, every one opens, and what is sealed begins with the id of its key.

A key is 32 random bytes in URL-safe base64. ``open:KEY`` is one that opens and does not seal yet: so that a new key can
reach every server before the first of them seals with it.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from skill.errors import ConfigurationError, KeyMissing

ONLY_OPENS = "open:"
ID = 8
"""How many hex digits name a key."""
UNNAMED = b"g"
"""What a text begins with that was sealed before texts named their keys: no hex digit, and every Fernet token does."""


class Keyring:
    """Seals bytes and opens them.

    ``keys`` are newest first; ``source`` names where they came from. ``ids`` are theirs, in the same order;
    ``sealing`` is the id of the one that seals, ``last`` of the one that makes the hashes. Raises ConfigurationError,
    which never shows a key, when none seals or one is malformed.
    """

    def __init__(self, keys: Sequence[str], source: str) -> None:
        self.source = source
        self._fernets: dict[str, Fernet] = {}
        try:
            for key in keys:
                bare = key.removeprefix(ONLY_OPENS)
                self._fernets[key_id(bare)] = Fernet(bare)
        except ValueError:
            raise ConfigurationError(f"{source} holds a key that is not 32 bytes in URL-safe base64") from None
        sealing = [key for key in keys if not key.startswith(ONLY_OPENS)]
        if not sealing:
            raise ConfigurationError(f"{source} holds no key")
        self.ids = tuple(self._fernets)
        self.sealing = key_id(sealing[0])
        self.last = key_id(keys[-1].removeprefix(ONLY_OPENS))
        self.hashing = _hashing(keys[-1].removeprefix(ONLY_OPENS))
        self._label, self._fernet = self.sealing.encode(), self._fernets[self.sealing]

    def seal(self, data: bytes) -> bytes:
        """Encrypt with the newest key, and write its id in front."""
        return self._label + self._fernet.encrypt(data)

    def is_newest(self, blob: bytes) -> bool:
        """Say whether the newest key sealed this."""
        return blob.startswith(self._label)

    def open(self, blob: bytes) -> bytes:
        """Decrypt what ``seal`` gave; KeyMissing, which names the key, when it is not on the ring."""
        if blob.startswith(UNNAMED):
            return self._open_unnamed(blob)
        name = blob[:ID].decode("ascii", "replace")
        if name not in self._fernets:
            raise KeyMissing(f"key {name}, which sealed what was stored, is not in {self.source}: put it back")
        try:
            return self._fernets[name].decrypt(blob[ID:])
        except InvalidToken:
            raise KeyMissing(f"key {name} does not open what it sealed: it was changed since") from None

    def _open_unnamed(self, blob: bytes) -> bytes:
        for fernet in self._fernets.values():
            try:
                return fernet.decrypt(blob)
            except InvalidToken:
                continue
        raise KeyMissing(f"no key of {self.source} opens what was stored: an earlier key is missing")


def new_key() -> str:
    """Make a key."""
    return Fernet.generate_key().decode()


def key_id(key: str) -> str:
    """Name a key, which says nothing of it; ValueError when it is malformed."""
    return hashed(_hashing(key), "key", "")[:ID]


def hashed(secret: bytes, kind: str, text: str) -> str:
    """Hash a text of a kind with a secret: 32 hex digits."""
    return hmac.digest(secret, f"{kind}\0{text}".encode("utf-8", "surrogatepass"), "sha256").hex()[:32]


def _hashing(key: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"safe-harbor keyed hashes").derive(urlsafe_b64decode(key))
