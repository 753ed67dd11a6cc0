"""What an ordinary turn costs, beside others that do the same job: Amazon's own packages, and Flask by hand.

``make bench`` runs it, with ``python -P`` since its folder would hide the package ``plugins``; pytest does not. Every
server verifies a signed request of 3.6 KB, keeps durably in SQLite what somebody is grateful for, and answers; only
bare Flask checks and keeps nothing. All are up at once on one core, and one at a time is asked, from another core: one
request at a time, then eight. They take turns round by round, forwards and backwards, each with requests signed just
before, so that whatever else the machine does slows all alike. Only ratios within one run mean anything.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from envelopes import USERS, body, forgeries, message, messages
from load import ask, burst
from parts import profile
from results import Row, publish
from servers import ADAPTER, BY_HAND, KINDS, OFFICIAL, OURS, Server

from skill.simulator.signer import Signer

STARTS, ROUNDS = 3, 5
SECONDS = {1: 0.8, 8: 1.6}
"""How long a burst lasts, by how many requests are under way at a time."""
WANTED = {OFFICIAL.name: 8.0, BY_HAND.name: 0.65, ADAPTER.name: 1.0}
"""What ours is to reach of each peer's requests per second of processor time."""


@dataclass
class Measured:
    """What was measured of one server: latencies in seconds and rates by how many at a time, starts in seconds."""

    server: Server
    starts: list[float] = field(default_factory=list)
    latencies: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    rates: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    guess: float = 200.0

    def start(self, folder: Path, signer: Signer) -> None:
        """Start once more, in place of the last time."""
        if self.starts:
            self.server.stop()
        self.server.start(folder, messages(signer, 1)[0])
        self.starts.append(self.server.started)

    def warm(self, signer: Signer) -> None:
        """Let every household take a turn, and see that what is forged is refused."""
        latencies = burst(self.server.port, [message(signer, body(user)) for user in USERS], 8, 30)
        self.guess = 8 / statistics.mean(latencies)
        for wrong, forged in forgeries(signer).items():
            status, _ = ask(self.server.port, forged)
            if self.server.kind.verifies and status != 400:
                raise SystemExit(f"{self.server.kind.name} answers {status} to a request that is {wrong}")

    def load(self, signer: Signer, at_once: int) -> None:
        """Take one burst."""
        sent = messages(signer, int(self.guess * SECONDS[at_once] * 1.5) + 50)
        before = self.server.cpu()
        latencies = burst(self.server.port, sent, at_once, SECONDS[at_once])
        self.rates[at_once].append(len(latencies) / (self.server.cpu() - before))
        self.latencies[at_once] += latencies

    def row(self, ours: Measured) -> Row:
        """Sum it up; ratios are of ours to it, of bursts taken next to each other."""
        cuts = {at_once: statistics.quantiles(self.latencies[at_once], n=100) for at_once in SECONDS}
        ratios = [mine / its for mine, its in zip(ours.rates[8], self.rates[8], strict=True)]
        return Row(
            name=self.server.kind.name,
            rate=statistics.median(self.rates[8]),
            alone=statistics.median(self.rates[1]),
            ratio=statistics.median(ratios),
            ratios=(min(ratios), max(ratios)),
            median_1=cuts[1][49] * 1000,
            p99_1=cuts[1][98] * 1000,
            median_8=cuts[8][49] * 1000,
            p99_8=cuts[8][98] * 1000,
            memory=self.server.memory(),
            start=statistics.median(self.starts),
        )


def in_turns(measured: list[Measured], rounds: int) -> Iterator[Measured]:
    """Go round, backwards every second time."""
    for number in range(rounds):
        yield from measured if number % 2 else reversed(measured)


def measure(folder: Path, signer: Signer, core: int) -> list[Row]:
    """Start every server, load them in turns, and sum up."""
    measured = [Measured(Server(kind, signer, core)) for kind in KINDS]
    try:
        for each in in_turns(measured, STARTS):
            each.start(folder, signer)
        for each in measured:
            each.warm(signer)
        for each in in_turns(measured, ROUNDS):
            for at_once in SECONDS:
                each.load(signer, at_once)
        for each in measured:
            each.server.check()
        return [each.row(measured[0]) for each in measured]
    finally:
        for each in measured:
            if each.starts:
                each.server.stop()


def cores() -> tuple[int, int]:
    """Choose a core for the servers and another for who asks; one is all there is on a machine with one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def missed(rows: list[Row]) -> Iterator[str]:
    """Say where ours is not as wanted."""
    by_name = {row.name: row for row in rows}
    for name, least in WANTED.items():
        if by_name[name].ratio < least:
            yield f"{by_name[name].ratio:.2f} of {name}, wanted {least:g}"
    if by_name[OURS.name].p99_8 > by_name[ADAPTER.name].p99_8:
        yield f"p99 at 8 at a time above that of {ADAPTER.name}"


def main() -> int:
    """Measure, print, and write the results beside this file."""
    serving, asking = cores()
    os.sched_setaffinity(0, {asking})
    signer = Signer()
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), signer, serving)
        taken = profile(Path(folder, "profile"), signer)
    publish(rows, taken, [*missed(rows)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
