"""The skill as it is served, by how much is asked of it at a time, by workers, by servers and by database."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.fernet import Fernet
from envelopes import USERS, body, message, messages
from load import burst
from postgresql import PostgreSQL, postgresql
from results import Sheet
from servers import OURS, Server, cpu_of

from skill.simulator.signer import Signer
from skill.store import Database

AT_ONCE = (1, 2, 4, 8, 16, 32, 64)
BUSY = 8
"""How many at a time where it is workers, servers and databases that are compared."""


@dataclass
class Installation:
    """One server or more over one database. ``micros`` are of a turn: the servers' own, and the database's."""

    name: str
    servers: Sequence[Server]
    database: PostgreSQL | None = None
    micros: dict[int, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    rates: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    latencies: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    guess: float = 200.0

    def start(self, folder: Path, signer: Signer) -> None:
        """Start every server, and let every household take a turn."""
        for server in self.servers:
            server.start(folder, messages(signer, 1)[0])
        first, *others = [server.port for server in self.servers]
        latencies = burst(first, [message(signer, body(user)) for user in USERS], BUSY, 60, others)
        self.guess = BUSY / statistics.mean(latencies)

    def load(self, signer: Signer, at_once: int, seconds: float) -> None:
        """Take one burst, of so many turns at a time."""
        sent = messages(signer, int(self.guess * seconds * 1.5) + 50)
        first, *others = [server.port for server in self.servers]
        before = self._cpu()
        latencies = burst(first, sent, at_once, seconds, others)
        spent = [(after - its) / len(latencies) * 1e6 for after, its in zip(self._cpu(), before, strict=True)]
        self.micros[at_once].append((spent[0], spent[1]))
        self.rates[at_once].append(at_once / statistics.mean(latencies))
        self.latencies[at_once] += latencies

    def line(self, name: str, at_once: int) -> Sequence[str]:
        """Sum it up: turns per second, processor time of a turn, and latency."""
        ours, its = (statistics.median(each) for each in zip(*self.micros[at_once], strict=True))
        cuts = statistics.quantiles(self.latencies[at_once], n=100)
        rate = statistics.median(self.rates[at_once])
        waited = (f"{each * 1000:.1f}" for each in (cuts[49], cuts[98]))
        return (name, f"{rate:.0f}", f"{ours:.0f}", *waited, f"{its:.0f}" if self.database else "")

    def check(self) -> None:
        """See that every turn was an ordinary one."""
        for server in self.servers:
            server.check()

    def stop(self) -> None:
        """Stop every server that was started."""
        for server in self.servers:
            if hasattr(server, "process"):
                server.stop()

    def _cpu(self) -> tuple[float, float]:
        own = sum(server.cpu() for server in self.servers)
        return own, cpu_of(self.database.process) if self.database else 0.0


HEADER = ("turns a second", "µs of CPU", "median ms", "p99 ms")


def crowds(folder: Path, signer: Signer, core: int, rounds: int, seconds: float) -> Sheet:
    """Ask one server on a core of its own for more and more at a time."""
    alone = Installation("", [Server(OURS, signer, core)])
    try:
        alone.start(folder, signer)
        for number in range(rounds):
            for at_once in AT_ONCE[:: 1 if number % 2 else -1]:
                alone.load(signer, at_once, seconds)
        alone.check()
    finally:
        alone.stop()
    lines = [alone.line(str(at_once), at_once)[:-1] for at_once in AT_ONCE]
    return "One server, by how many turns are under way at a time", ("at a time", *HEADER), lines


def houses(folder: Path, signer: Signer, cores: str, rounds: int, seconds: float) -> Sheet:
    """Compare databases, workers and servers; all are up at once and take turns, there and back."""
    with ExitStack() as stack:
        installations = [*_installations(folder, signer, cores, stack.enter_context(postgresql()))]
        for each in installations:
            stack.callback(each.stop)
            each.start(folder, signer)
        for number in range(rounds):
            for each in installations[:: 1 if number % 2 else -1]:
                each.load(signer, BUSY, seconds)
        for each in installations:
            each.check()
        lines = [each.line(each.name, BUSY) for each in installations]
    return f"By database, workers and servers, {BUSY} turns at a time", ("", *HEADER, "µs in PostgreSQL"), lines


def _installations(folder: Path, signer: Signer, cores: str, found: PostgreSQL) -> Iterator[Installation]:
    keys = Fernet.generate_key().decode()
    for name, workers, count in (("1 worker", 1, 1), ("2 workers", 2, 1), ("2 servers", 1, 2)):
        for database in ("SQLite", "PostgreSQL"):
            given = database == "PostgreSQL"
            url = found.database() if given else f"sqlite:///{folder / name.replace(' ', '-')}.sqlite3"
            made = Database(url)
            made.upgrade()
            made.close()
            more: Mapping[str, str] = {
                "SAFE_HARBOR_DATABASE_URL": url,
                "SAFE_HARBOR_SECRET_KEYS": keys,
                "WEB_CONCURRENCY": str(workers),
            }
            servers = [Server(OURS, signer, cores, more) for _ in range(count)]
            yield Installation(f"{database}, {name}", servers, found if given else None)
