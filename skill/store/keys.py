"""The key file of a data directory: one key a line, newest first, readable by its owner alone."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet

from skill.errors import ConfigurationError

FILE = "keys"
HEADER = "# What people say is sealed with the first key; every key opens. Add new ones on top, keep the last.\n"


def read_or_make(data_dir: Path) -> list[str]:
    """Read the keys, newest first, making the file with one key when it is missing.

    Processes that start at once end up with the same key. Raises ConfigurationError when the file cannot be used.
    """
    path = data_dir / FILE
    try:
        if not path.exists():
            _make(path)
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"the key file {str(path)!r} cannot be used: {type(error).__name__}") from None
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _make(path: Path) -> None:
    """Write a complete file beside it, then give it its name; whoever comes second keeps the first one's file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{FILE}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(HEADER.encode() + Fernet.generate_key() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
