"""The certificate chains on disk, shared by every worker process and fit to be filled beforehand."""

import contextlib
import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

from cryptography import x509

from skill.alexa.download import LARGEST_CHAIN


def chain_file(folder: Path, url: str) -> Path:
    """Return where the chain of ``url``, spelled as the request's header spells it, is kept."""
    return folder / f"{hashlib.sha256(url.encode()).hexdigest()}.pem"


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file so that readers find all of it or none; its folder is made if it is missing.

    Raises:
        OSError: the folder or the file cannot be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".draft")
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise


class ChainFolder:
    """A folder of at most ``most`` chains, each in a file named after its URL.

    When it is full, chains out of date make room, whoever put them there; one that is still good is never
    removed, and a further chain is then kept in memory only.
    """

    def __init__(self, folder: Path, most: int = 128) -> None:
        self.folder = folder
        self._most = most

    def read(self, url: str) -> bytes | None:
        """Return the chain kept for ``url``, or None when there is none of a sensible size that can be read."""
        path = chain_file(self.folder, url)
        try:
            if not path.is_file() or path.stat().st_size > LARGEST_CHAIN:
                return None
            return path.read_bytes()
        except OSError:
            return None

    def keep(self, url: str, pem: bytes, now: datetime) -> bool:
        """Keep a verified chain; tell whether there was room and the folder could be written."""
        path = chain_file(self.folder, url)
        try:
            if not path.exists() and not self._has_room(now):
                return False
            write_whole(path, pem)
        except OSError:
            return False
        return True

    def _has_room(self, now: datetime) -> bool:
        kept = list(self.folder.glob("*.pem"))
        if len(kept) < self._most:
            return True
        outdated = [path for path in kept if _outdated(path, now)]
        for path in outdated:
            path.unlink(missing_ok=True)
        return len(kept) - len(outdated) < self._most


def _outdated(path: Path, now: datetime) -> bool:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc < now
    except (OSError, ValueError):
        return False
