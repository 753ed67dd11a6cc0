"""A practice that keeps a ledger, and a worker that dies at whatever point of a turn it is told to.

Everything that it keeps of a turn it keeps twice, as an entry and in its state, so that half a turn can be told from a
whole one. Beside it listens to the handlers and to every statement that reaches the database: in the folder that
``FAULTS_FOLDER`` names, the file ``traced`` collects the names of the points that are passed, and ``armed`` holds the
number of points after which the process kills itself.
"""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.pool import Pool

from skill import Practice, Reminder, Timer, hookimpl, nothing, say

FOLDER = Path(os.environ["FAULTS_FOLDER"])
SPAN = timedelta(hours=2)
passed = {}


def point(name):
    """Pass a point by its name: note it where points are traced, and die where it is the one that was armed."""
    with suppress(FileNotFoundError):
        traced = os.open(FOLDER / "traced", os.O_WRONLY | os.O_APPEND)
        os.write(traced, f"{name}\n".encode())
        os.close(traced)
    with suppress(FileNotFoundError):
        armed = (FOLDER / "armed").read_text()
        trial, number = armed.split()
        passed[trial] = passed.get(trial, 0) + 1
        if passed[trial] == int(number):
            (FOLDER / "armed").unlink()
            while True:
                os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Ledger:
    """What was written, in order."""

    things: tuple[str, ...] = ()


ledger = Practice("ledger", state=Ledger)


def written(turn, reply, thing, **data):
    """Keep a thing twice."""
    return reply.record("note", thing, **data).keep(replace(turn.state, things=(*turn.state.things, thing))).done()


@ledger.on("LedgerIntent")
def note(turn):
    """Write a thing down."""
    point("handler")
    thing = turn.slots["thing"]
    return written(turn, say("noted", thing=thing), thing)


@ledger.on("LedgerBellIntent")
def bell(turn):
    """Set a reminder about a thing, and write down what came of it."""
    point("handler")
    reminder = Reminder("bell", at=turn.after(SPAN))
    return nothing().given(thing=turn.slots["thing"]).remind(reminder, then=rung, agreed=True)


@ledger.on("LedgerTimerIntent")
def timer(turn):
    """Start a timer about a thing, and write down what came of it."""
    point("handler")
    return nothing().given(thing=turn.slots["thing"]).time(Timer("bell", SPAN), then=rung)


@ledger.step
def rung(turn, outcome):
    """Write down what came of it."""
    point("outcome")
    thing = turn.given["thing"]
    line = say("rung", thing=thing) if outcome else say("not-rung", thing=thing, status=outcome.status)
    return written(turn, line, thing, status=outcome.status)


@hookimpl
def register_practices():
    """Bring the practice."""
    return [ledger]


@hookimpl(wrapper=True)
def handle_turn(turn, practice):
    """Pass a point before every handler, and one after."""
    point("before a handler")
    reply = yield
    point("after a handler")
    return reply


@hookimpl
def turn_finished(practice, kind, outcome, seconds):
    """Pass a point when all is written, and nobody knows it yet."""
    point("turn finished")


def told(statement):
    """Name a statement by its verb and its table, without what it holds."""
    words = statement.replace("\n", " ").split()
    table = next((after for word, after in pairwise(words) if word in ("FROM", "INTO", "UPDATE")), "")
    return f"{words[0]} {table}".strip()


def traced(execute):
    """Give a dialect's way of executing a statement, which passes a point before it."""

    def passing(dialect, cursor, statement, *given):
        point(f"before {told(statement)}")
        execute(dialect, cursor, statement, *given)

    return passing


for name in ("do_execute", "do_executemany"):
    setattr(DefaultDialect, name, traced(getattr(DefaultDialect, name)))


@event.listens_for(Engine, "commit")
def _commit(connection):
    point("before the commit")


@event.listens_for(Pool, "checkin")
def _checkin(connection, record):
    point("after a transaction")
