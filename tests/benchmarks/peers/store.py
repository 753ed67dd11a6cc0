"""The least that anybody would write to keep a user's attributes: one connection a thread, one durable upsert."""

import json
import os
import sqlite3
import threading
from typing import Any

_local = threading.local()
_writing = threading.Lock()  # threads that meet in SQLite wait there asleep, and longer than need be


def _connection() -> sqlite3.Connection:
    found: sqlite3.Connection | None = getattr(_local, "connection", None)
    if found is None:
        found = _local.connection = sqlite3.connect(os.environ["PEER_DATABASE"], isolation_level=None, timeout=10)
        found.execute("PRAGMA journal_mode = WAL")
        found.execute("PRAGMA synchronous = FULL")
        found.execute("CREATE TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, attributes TEXT NOT NULL) WITHOUT ROWID")
    return found


def load(user: str) -> dict[str, Any]:
    """Give what is kept of a user."""
    row = _connection().execute("SELECT attributes FROM kept WHERE id = ?", (user,)).fetchone()
    return json.loads(row[0]) if row else {}


def save(user: str, attributes: dict[str, Any]) -> None:
    """Keep it, through a power cut too."""
    with _writing:
        _connection().execute(
            "INSERT INTO kept VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET attributes = excluded.attributes",
            (user, json.dumps(attributes)),
        )
