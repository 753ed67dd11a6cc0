"""The key file of a data directory: one key a line, newest first, readable by its owner alone."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from skill.errors import ConfigurationError
from skill.store.keyring import new_key

FILE = "keys"
HEADER = "# What people say is sealed with the first key; every key opens. Add new ones on top, keep the last.\n"


def read_or_make(data_dir: Path) -> list[str]:
    """Read the keys, newest first, making the file with one key when it is missing.

    Processes that start at once end up with the same key. Raises ConfigurationError when the file cannot be used.
    """
    path = data_dir / FILE
    with _named(path):
        if not path.exists():
            _make(path)
        return _keys(path)


def read(data_dir: Path) -> list[str]:
    """Read the keys, newest first; ConfigurationError when the file cannot be used."""
    with _named(data_dir / FILE):
        return _keys(data_dir / FILE)


def add(data_dir: Path, above: list[str]) -> None:
    """Put a new key on top of the keys ``above`` which it was decided, safely on the disk before this returns.

    Raises ConfigurationError when the file cannot be written, or when it was changed in the meantime.
    """
    path = data_dir / FILE
    with _named(path), _alone(data_dir):
        if _keys(path) != above:
            raise ConfigurationError(f"the key file {str(path)!r} was changed meanwhile; look and run this again")
        text = path.read_text(encoding="ascii").removeprefix(HEADER)
        draft = _draft(path, f"{HEADER}{new_key()}\n{text}")
        os.replace(draft, path)
        _settle(data_dir)


def _keys(path: Path) -> list[str]:
    lines = path.read_text(encoding="ascii").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _make(path: Path) -> None:
    """Write a complete file beside it, then give it its name; whoever comes second keeps the first one's file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _draft(path, f"{HEADER}{new_key()}\n")
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)
    _settle(path.parent)


def _draft(path: Path, text: str) -> str:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{FILE}-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _settle(folder: Path) -> None:
    """Make sure that a new name in a folder outlives a power cut."""
    with _folder(folder) as handle:
        os.fsync(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let nobody else change the file meanwhile: of two new keys at once one would be lost with all it sealed."""
    with _folder(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def _folder(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"the key file {str(path)!r} cannot be used: {type(error).__name__}") from None
