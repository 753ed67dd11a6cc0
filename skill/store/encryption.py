"""The vault: seals what people say before it is stored, and turns ids and names into keyed hashes.

Keys are Fernet keys, newest first. The newest seals; any opens. The **last** key also makes the hashes by which a
household, a voice or a name is found again, so a new key is put in front and the last one stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NewType

import orjson

from skill.errors import ConfigurationError, KeyMissing, StoreError
from skill.store import keys as key_file
from skill.store.keyring import Keyring, hashed

SETTING = "SAFE_HARBOR_SECRET_KEYS"
BLOCK = 16
"""What is sealed is a multiple of so many bytes long."""
STRICT = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME

Mark = NewType("Mark", str)
"""A keyed hash: 32 hex digits that say nothing without the key."""
NOWHERE = Mark("")
"""The mark of no conversation."""


class Vault:
    """Seals, opens and hashes.

    ``keys`` are Fernet keys (32 bytes in URL-safe base64), newest first; ``source`` names where they came from, and
    ``reread`` gives them as they stand there now: a key that a rotation brought is met in what was stored and looked
    for there. Raises ConfigurationError, which never shows a key, when there is none or one is malformed.
    """

    def __init__(
        self, keys: Sequence[str], source: str = SETTING, reread: Callable[[], Sequence[str]] | None = None
    ) -> None:
        self._keys = list(keys)
        self._ring = Keyring(keys, source)
        self._reread = reread
        self.key_id = self._ring.last

    @classmethod
    def load_or_create(cls, data_dir: Path, secret_keys: str | None = None) -> Vault:
        """Take the keys of the setting, else those in the data directory's file ``keys``, made when it is missing.

        Raises ConfigurationError when they cannot be used.
        """
        if secret_keys and secret_keys.strip():
            return cls([key.strip() for key in secret_keys.split(",") if key.strip()])
        found = key_file.read_or_make(data_dir)
        source = f"the file {key_file.FILE!r} in SAFE_HARBOR_DATA_DIR"
        return cls(found, source, lambda: key_file.read(data_dir))

    @property
    def keys(self) -> list[str]:
        """Give the keys themselves, newest first, as they were last read."""
        return list(self._keys)

    @property
    def ring(self) -> Keyring:
        """Give the keys as they were last read."""
        return self._ring

    def seal(self, data: Any) -> bytes:
        """Encrypt what JSON can hold; a mapping that the newest key still seals is taken as it is.

        Raises StoreError, which never shows a value, for anything that would not come back as it went in.
        """
        if isinstance(data, Sealed):
            return self.renewed(data.blob)
        try:
            plain = orjson.dumps(data, default=_plain, option=STRICT)
            # Blanks, which JSON allows at its end, so that the length of what is sealed tells little of the words.
            return self._ring.seal(plain.ljust(-len(plain) // BLOCK * -BLOCK))
        except TypeError as error:
            raise StoreError(f"this cannot be kept: {error}") from None

    def renewed(self, blob: bytes) -> bytes:
        """Seal what was sealed with the newest key, as it is where that key sealed it."""
        return blob if self._ring.is_newest(blob) else self._ring.seal(self._opened(blob))

    def open(self, blob: bytes) -> Any:
        """Decrypt what ``seal`` gave; KeyMissing, which names the key, when none fits."""
        return orjson.loads(self._opened(bytes(blob)))

    def fingerprint(self, kind: str, text: str) -> Mark:
        """Hash ``text`` with the hashing key; ``kind`` keeps equal texts of different kinds apart."""
        return Mark(hashed(self._ring.hashing, kind, text))

    def refresh(self) -> None:
        """Take the keys as they stand now where they came from; the last, which makes the hashes, must be the same.

        Raises ConfigurationError when they cannot be used, and KeyMissing when the last is another.
        """
        if self._reread is None or (found := list(self._reread())) == self._keys:
            return
        ring = Keyring(found, self._ring.source)
        if ring.last != self.key_id:
            raise KeyMissing(f"the last key in {ring.source} must stay the last: {self.key_id} was")
        self._keys, self._ring = found, ring

    def _opened(self, blob: bytes) -> bytes:
        try:
            return self._ring.open(blob)
        except KeyMissing:
            before = self._ring
            with suppress(ConfigurationError):
                self.refresh()
            if self._ring is before:
                raise
        return self._ring.open(blob)


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

    def get(self, key: str, default: Any = None) -> Any:
        """Look up one value, or ``default`` where there is none."""
        return self._content().get(key, default)

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
