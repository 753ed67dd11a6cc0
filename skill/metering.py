"""What is measured: turns by practice and outcome, how long they take, and requests that were refused.

Every application has a registry of its own, and so has every worker process: each counts for itself, and a scrape
hears whichever worker answers it. Sums over several workers want one port each, or one worker with its threads.
"""

from __future__ import annotations

from functools import cache

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

from skill.exchange import known_as
from skill.hookspecs import hookimpl

CONTENT_TYPE = CONTENT_TYPE_LATEST
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 6, 8)
"""Seconds; a turn has six, and the platform waits for eight."""


class Meter:
    """Counts what happens. Registered as a plugin, it hears of every turn that was finished."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        turns = Counter(
            "safe_harbor_turns",
            "Turns answered, by the practice whose handler ran first and by how they ended",
            ("practice", "outcome"),
            registry=self._registry,
        )
        seconds = Histogram(
            "safe_harbor_turn_seconds",
            "How long turns took, by what was heard",
            ("kind",),
            registry=self._registry,
            buckets=BUCKETS,
        )
        self._turns, self._seconds = cache(turns.labels), cache(seconds.labels)
        self._refused = Counter(
            "safe_harbor_refused_requests", "Requests refused, by reason", ("reason",), registry=self._registry
        )

    @hookimpl
    def turn_finished(self, practice: str, kind: str, outcome: str, seconds: float) -> None:
        """Count a turn."""
        self._turns(known_as(practice), outcome).inc()
        self._seconds(kind).observe(seconds)

    def refused(self, reason: str) -> None:
        """Count a request that was refused."""
        self._refused.labels(reason).inc()

    def text(self) -> bytes:
        """Give everything in the Prometheus text format, whose type is CONTENT_TYPE."""
        return generate_latest(self._registry)
