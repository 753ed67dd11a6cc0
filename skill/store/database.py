"""The database: one engine, short transactions, one writer at a time within a process on SQLite."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from skill.errors import ConfigurationError, StoreError, VersionConflict
from skill.store import migration

SETTING = "SAFE_HARBOR_DATABASE_URL"
PATIENCE = 4
"""Seconds to wait for a lock, a connection or a server, within a turn's budget of six."""
TRY_AGAIN = {"40001", "40P01"}
"""PostgreSQL's codes for a transaction that lost against another one."""


class Database:
    """A database by its SQLAlchemy URL; nothing is opened before the first transaction.

    A fork leaves the parent's connections alone and starts with none. Every failure is a StoreError.
    Raises ConfigurationError when the URL names neither SQLite (in a file) nor PostgreSQL.
    """

    def __init__(self, url: str) -> None:
        self._url = _understood(url)
        self._file = Path(self._url.database or "") if self._url.get_backend_name() == "sqlite" else None
        self._engine = _postgresql(self._url) if self._file is None else _sqlite(self._url)
        self._readers: Engine = self._engine
        if self._file is None:
            self._readers = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._turnstile = threading.Lock()
        self._left_behind: list[object] = []
        if hasattr(os, "register_at_fork"):
            here = weakref.WeakMethod(self.dispose_after_fork)
            os.register_at_fork(after_in_child=lambda: (found := here()) and found())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a read transaction that sees the database as it stood at one moment."""
        with self._translated(), self._readers.connect() as connection:
            self._begin(connection, "BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a write transaction, committed at the end and rolled back on any error.

        Raises VersionConflict when the database gave another transaction the preference.
        """
        with self._translated(), self._one_at_a_time(), self._engine.begin() as connection:
            self._begin(connection, "BEGIN IMMEDIATE")
            yield connection

    def upgrade(self) -> None:
        """Bring the tables to today's shape, making the SQLite file and its folder where they are missing."""
        if self._file is not None:
            try:
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._file.touch(mode=0o600)
            except OSError as error:
                raise ConfigurationError(f"{SETTING}: the file cannot be made: {type(error).__name__}") from None
        with self.writing() as connection:
            migration.upgrade(connection)

    def state(self) -> Literal["ready", "not migrated", "unreachable"]:
        """Say whether turns can be kept here."""
        try:
            with self.reading() as connection:
                current = migration.current(connection)
        except StoreError:
            return "unreachable"
        return "ready" if current == migration.head() else "not migrated"

    def dispose_after_fork(self) -> None:
        """Start without the parent's connections and without its locks; called by itself in a forked child."""
        self._left_behind.append(self._engine.pool)  # SQLite forbids a child even to close its parent's connections
        self._engine.dispose(close=False)
        self._turnstile = threading.Lock()

    def close(self) -> None:
        """Close every idle connection."""
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (self._engine.dialect.loaded_dbapi.Error, SQLAlchemyError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if getattr(cause, "sqlstate", None) in TRY_AGAIN:
                raise VersionConflict("another transaction went first") from error
            raise StoreError(f"the database did not do as asked: {type(cause).__name__}") from error

    def _begin(self, connection: Connection, how: str) -> None:
        """Begin on SQLite, whose driver is told to leave that to us; a listener would slow every statement."""
        if self._file is not None:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute(how)

    def _one_at_a_time(self) -> AbstractContextManager[object]:
        return nullcontext() if self._file is None else _held(self._turnstile)


def _understood(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        raise ConfigurationError(f"{SETTING} is not a SQLAlchemy URL") from None
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise ConfigurationError(f"{SETTING} must name SQLite or PostgreSQL, not {url.drivername!r}")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ConfigurationError(f"{SETTING} must name a file: memory does not last")
    return url


def _sqlite(url: URL) -> Engine:
    # The connection that was used last still holds the pages that the next turn reads.
    engine = create_engine(url, hide_parameters=True, pool_timeout=PATIENCE, pool_use_lifo=True)
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # the database says itself how each transaction begins
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL; SQLite does not wait by itself when two processes do that at once."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with suppress(sqlite3.OperationalError):
            if connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",):
                return
        if time.monotonic() > deadline:
            raise sqlite3.OperationalError("the file cannot be switched to write-ahead logging")
        time.sleep(0.01)


def _postgresql(url: URL) -> Engine:
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(PATIENCE)})
    try:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_timeout=PATIENCE)
    except ModuleNotFoundError:
        raise ConfigurationError(f"{SETTING} needs psycopg: install safe-harbor-skill[postgresql]") from None
    event.listen(engine, "connect", _wait_briefly)
    return engine


def _wait_briefly(connection: DBAPIConnection, _: object) -> None:
    """Let no statement wait for ever for a lock that somebody else holds."""
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{PATIENCE}s'")
    cursor.close()
    connection.commit()


@contextmanager
def _held(lock: threading.Lock) -> Iterator[None]:
    if not lock.acquire(timeout=PATIENCE):
        raise StoreError("the database is busy")
    try:
        yield
    finally:
        lock.release()
