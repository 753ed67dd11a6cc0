"""Where the time of our own turn goes: the same turn in this process, its parts timed, each without those within it."""

from __future__ import annotations

import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from envelopes import USERS, body
from flask import Flask
from servers import check_turns, found_households
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from skill import conversation, course, handlers
from skill.alexa import handler
from skill.alexa.hearing import Hearing
from skill.alexa.verification import Verifier
from skill.app import create_app
from skill.companions import Companions
from skill.ending import Ending
from skill.house.safety import Safety
from skill.moves import Moves
from skill.run import Run
from skill.scene import Scene
from skill.settings import Settings
from skill.simulator.signer import Signer
from skill.store import Database, Households, Vault
from skill.store.journal import StoredJournal

WARM_UP, TURNS = 200, 600
PARTS: tuple[tuple[str, object, str], ...] = (
    ("verification", Verifier, "verify"),
    ("verification", handler, "check_freshness"),
    ("verification", handler, "check_application"),
    ("envelope: JSON", handler, "parse"),
    ("envelope: objects", handler, "build"),
    ("hearing", Hearing, "hear"),
    ("safety", Safety, "check"),
    ("log and measures", conversation.Conversation, "take"),
    ("log and measures", conversation.Conversation, "_finished"),
    ("store: SQLAlchemy, reading", Households, "snapshot"),
    ("store: SQLAlchemy, writing", Households, "commit"),
    ("store: SQLAlchemy, journal", StoredJournal, "entries"),
    ("store: SQLAlchemy, journal", StoredJournal, "known"),
    ("store: SQLAlchemy, journal", Households, "entries"),
    ("store: encryption, hashes", Vault, "seal"),
    ("store: encryption, hashes", Vault, "open"),
    ("store: encryption, hashes", Vault, "fingerprint"),
    ("scene", Scene, "__init__"),
    ("routing", course, "route"),
    ("practice: its thread", Companions, "call"),
    ("practice: its turn", handlers.Handlers, "_run"),
    ("practice: handler", handlers, "handle"),
    ("floor and moves", course.Course, "take"),
    ("floor and moves", Moves, "carry_out"),
    ("floor and moves", Run, "settle"),
    ("rendering: words", Ending, "said"),
    ("rendering: screen", Ending, "_screen"),
    ("gathering changes", Ending, "changes"),
    ("rendering: response", handler, "written"),
)
"""Each part's name, and what is timed for it where it is looked up. Names may stand twice."""
REST = "Flask and the rest"


@dataclass(frozen=True)
class Cost:
    """Microseconds of one turn, the mean of the middle half: of processor time, and on the clock."""

    cpu: float
    clock: float


@dataclass(frozen=True)
class Profile:
    """A turn's cost, whole and by part, and the statements and transactions it takes of the database."""

    whole: Cost
    parts: dict[str, Cost]
    statements: float
    transactions: float


@dataclass
class Stopwatch:
    """Times nested calls, each without those within it; one turn at a time, on whatever thread."""

    spent: dict[str, tuple[float, float]] = field(default_factory=lambda: defaultdict(lambda: (0.0, 0.0)))
    statements: int = 0
    transactions: int = 0
    _within: list[tuple[float, float]] = field(default_factory=list)

    @contextmanager
    def timing(self, part: str) -> Iterator[None]:
        """Count the time until the end for a part."""
        self._within.append((0.0, 0.0))
        cpu, clock = time.process_time(), time.perf_counter()
        try:
            yield
        finally:
            cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
            inner = self._within.pop()
            before = self.spent[part]
            self.spent[part] = before[0] + cpu - inner[0], before[1] + clock - inner[1]
            if self._within:
                outer = self._within[-1]
                self._within[-1] = outer[0] + cpu, outer[1] + clock

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give a function that is counted for a part."""

        @wraps(function)
        def counted(*given: Any, **named: Any) -> Any:
            with self.timing(part):
                return function(*given, **named)

        return counted

    def executed(self, execute: Callable[..., None]) -> Callable[..., None]:
        """Give the database's own way of executing a statement, timed and counted."""
        timed = self.timed("SQL: SQLite itself", execute)

        def counted(cursor: object, statement: str, *given: object) -> None:
            self.statements += 1
            timed(cursor, statement, *given)

        return counted

    def begun(self, begin: Callable[..., None]) -> Callable[..., None]:
        """Give the database's own way of beginning a transaction, counted."""

        def counted(*given: object) -> None:
            self.transactions += 1
            begin(*given)

        return counted


def profile(folder: Path, signer: Signer) -> Profile:
    """Take turns in this process, over a folder that is made: each household's second, its third and so on."""
    watch = Stopwatch()
    taken: dict[str, list[tuple[float, float]]] = defaultdict(list)
    wholes: list[tuple[float, float]] = []
    with ExitStack() as stack:
        stack.enter_context(redirect_stderr(stack.enter_context(Path(os.devnull).open("w"))))
        app = _app(folder, signer)
        stack.callback(app.extensions["safe_harbor"].close)
        _watch(stack, watch, app)
        for number in range(WARM_UP + TURNS):
            if number == WARM_UP:
                watch.statements = watch.transactions = 0
                taken.clear()
                wholes.clear()
            watch.spent.clear()
            _turn(app, signer, USERS[number % WARM_UP], watch)
            for part, spent in watch.spent.items():
                taken[part].append(spent)
            cpu, clock = zip(*watch.spent.values(), strict=True)
            wholes.append((sum(cpu), sum(clock)))
        check_turns(app.test_client().get("/metrics").text)
    parts = {part: _cost(spent) for part, spent in taken.items()}
    return Profile(_cost(wholes), parts, watch.statements / TURNS, watch.transactions / TURNS)


def _cost(spent: Sequence[tuple[float, float]]) -> Cost:
    cpu, clock = (sorted(each)[len(each) // 4 : -(len(each) // 4)] for each in zip(*spent, strict=True))
    return Cost(statistics.mean(cpu) * 1e6, statistics.mean(clock) * 1e6)


def _app(folder: Path, signer: Signer) -> Flask:
    signer.prefill(folder / "certificates")
    signer.trust(folder / "root.pem")
    settings = Settings.of(
        {
            "SAFE_HARBOR_DATA_DIR": str(folder / "data"),
            "SAFE_HARBOR_TRUSTED_ROOTS": str(folder / "root.pem"),
            "SAFE_HARBOR_CERTIFICATE_CACHE": str(folder / "certificates"),
        }
    )
    found_households(settings)
    return create_app(settings)


def _watch(stack: ExitStack, watch: Stopwatch, app: Flask) -> None:
    for part, owner, name in PARTS:
        stack.enter_context(patch.object(owner, name, watch.timed(part, getattr(owner, name))))
    stack.enter_context(patch.object(Database, "_begin", watch.begun(Database._begin)))
    with app.extensions["safe_harbor"].database.reading() as connection:
        dialect = connection.dialect
    for name in ("do_execute", "do_executemany"):
        stack.enter_context(patch.object(dialect, name, watch.executed(getattr(dialect, name))))
    for name in ("do_commit", "do_rollback"):
        stack.enter_context(patch.object(dialect, name, watch.timed("SQL: commit", getattr(dialect, name))))


def _turn(app: Flask, signer: Signer, user: str, watch: Stopwatch) -> None:
    sent = body(user)
    asked = EnvironBuilder("/alexa", method="POST", headers=Headers(signer.headers(sent)), data=sent).get_environ()
    with watch.timing(REST):
        answer = b"".join(app(asked, lambda status, headers, failed=None: _ignored))
    if b"<speak>" not in answer:
        raise SystemExit(f"a turn was answered {answer[:200]!r}")


def _ignored(_: bytes) -> None:
    """Take nothing: a WSGI server's way of writing before the body, which nobody uses."""
