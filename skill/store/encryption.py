"""The vault: seals what people say before it is stored, and turns ids and names into keyed hashes.

Keys are Fernet keys, newest first. The newest seals; any opens. The **last** key also makes the hashes by which a
household, a voice or a name is found again, so a new key is put in front and the last one stays.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NewType

import orjson
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from skill.errors import ConfigurationError, KeyMissing, StoreError
from skill.store import keys as key_file

SETTING = "SAFE_HARBOR_SECRET_KEYS"
STRICT = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME

Mark = NewType("Mark", str)
"""A keyed hash: 32 hex digits that say nothing without the key."""
NOWHERE = Mark("")
"""The mark of no conversation."""


class Vault:
    """Seals, opens and hashes.

    ``keys`` are Fernet keys (32 bytes in URL-safe base64), newest first; ``source`` names where they came from.
    Raises ConfigurationError, which never shows a key, when there is none or one is malformed.
    """

    def __init__(self, keys: Sequence[str], source: str = SETTING) -> None:
        if not keys:
            raise ConfigurationError(f"{source} holds no key")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
            secret = urlsafe_b64decode(keys[-1])
        except ValueError:
            raise ConfigurationError(f"{source} holds a key that is not 32 bytes in URL-safe base64") from None
        self._hashing = HKDF(SHA256(), 32, salt=None, info=b"safe-harbor keyed hashes").derive(secret)
        self._source = source
        self.key_id = self.fingerprint("key", "")[:8]

    @classmethod
    def load_or_create(cls, data_dir: Path, secret_keys: str | None = None) -> Vault:
        """Take the keys of the setting, else those in the data directory's file ``keys``, made when it is missing.

        Raises ConfigurationError when they cannot be used.
        """
        if secret_keys and secret_keys.strip():
            return cls([key.strip() for key in secret_keys.split(",") if key.strip()])
        return cls(key_file.read_or_make(data_dir), f"the file {key_file.FILE!r} in SAFE_HARBOR_DATA_DIR")

    def seal(self, data: Any) -> bytes:
        """Encrypt what JSON can hold; a mapping that is still sealed is taken as it is.

        Raises StoreError, which never shows a value, for anything that would not come back as it went in.
        """
        if isinstance(data, Sealed):
            return data.blob
        try:
            return self._fernet.encrypt(orjson.dumps(data, default=_plain, option=STRICT))
        except TypeError as error:
            raise StoreError(f"this cannot be kept: {error}") from None

    def open(self, blob: bytes) -> Any:
        """Decrypt what ``seal`` gave; KeyMissing when no key fits."""
        try:
            return orjson.loads(self._fernet.decrypt(bytes(blob)))
        except InvalidToken:
            raise KeyMissing(f"no key of {self._source} opens what was stored: an earlier key is missing") from None

    def fingerprint(self, kind: str, text: str) -> Mark:
        """Hash ``text`` with the hashing key; ``kind`` keeps equal texts of different kinds apart."""
        return Mark(hmac.digest(self._hashing, f"{kind}\0{text}".encode("utf-8", "surrogatepass"), "sha256").hex()[:32])


class Sealed(Mapping[str, Any]):
    """A stored mapping that is opened when it is first looked into; equal to any mapping with the same content."""

    __slots__ = ("_opened", "_vault", "blob")

    def __init__(self, vault: Vault, blob: bytes) -> None:
        self._vault = vault
        self._opened: dict[str, Any] | None = None
        self.blob = blob

    def __getitem__(self, key: str) -> Any:
        """Look up one value."""
        return self._content()[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._content())

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._content())

    def __repr__(self) -> str:
        """Show nothing of the content."""
        return "Sealed()"

    def _content(self) -> dict[str, Any]:
        if self._opened is None:
            self._opened = self._vault.open(self.blob)
        return self._opened


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not JSON")
