"""Homes: the skill in this process, each over a database of its own, whose turns are timed and then undone."""

from __future__ import annotations

import gc
import json
import os
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from envelopes import body
from flask import Flask
from servers import ZONE
from sqlalchemy import Connection, Table, delete, insert, select, update
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from skill.app import SafeHarbor, create_app, prepare
from skill.settings import Settings
from skill.simulator.signer import Signer
from skill.store import Changes, schema

Rows = Sequence[Mapping[str, Any]]
HOUSE, ENTRY = schema.table(schema.Household), schema.table(schema.Entry)
KEPT = tuple(
    schema.table(model)
    for model in (
        schema.Person,
        schema.PracticeState,
        schema.Frame,
        schema.Alert,
        schema.Consent,
        schema.TurnSeen,
    )
)
"""What a turn may change beside the household's own row and its entries."""
NOWHERE = "https://localhost"
"""An address to which no token is sent, so that nobody is asked for a time zone."""


def asking(user: str, request: Mapping[str, object]) -> bytes:
    """Give a request that begins a conversation with something else than a good thing."""
    envelope = json.loads(body(user))
    asked = {name: envelope["request"][name] for name in ("requestId", "locale", "timestamp")}
    envelope["request"] = {**asked, **request}
    envelope["session"] |= {"new": True, "sessionId": f"amzn1.echo-api.session.{uuid.uuid4()}"}
    envelope["context"]["System"]["apiEndpoint"] = NOWHERE
    return json.dumps(envelope, separators=(",", ":")).encode()


def intent(name: str, **slots: str) -> Mapping[str, object]:
    """Give the request of an intent."""
    filled = {slot: {"name": slot, "value": value, "confirmationStatus": "NONE"} for slot, value in slots.items()}
    return {"type": "IntentRequest", "intent": {"name": name, "confirmationStatus": "NONE", "slots": filled}}


LAUNCH: Mapping[str, object] = {"type": "LaunchRequest"}


@dataclass
class Home:
    """The skill over a folder of its own; ``size`` is how much there is of what is counted, ``users`` who speaks.

    Each user's household holds one good thing that was noted a moment before. ``started`` is how long the skill took to
    start, in seconds of processor time.
    """

    size: int
    folder: Path
    signer: Signer
    users: Sequence[str]
    plugins: Path | None = None
    app: Flask = field(init=False)
    started: float = field(init=False)
    _settings: Settings = field(init=False)
    _seeded: datetime = field(init=False)
    _before: dict[str, tuple[str, dict[Table, Rows]]] = field(default_factory=dict)

    def begin(self) -> None:
        """Start for the first time, and let everyone note a good thing."""
        self.signer.prefill(self.folder / "certificates")
        self.signer.trust(self.folder / "root.pem")
        self._settings = Settings.of(
            {
                "SAFE_HARBOR_DATA_DIR": str(self.folder / "data"),
                "SAFE_HARBOR_TRUSTED_ROOTS": str(self.folder / "root.pem"),
                "SAFE_HARBOR_CERTIFICATE_CACHE": str(self.folder / "certificates"),
                "SAFE_HARBOR_PLUGINS_DIR": str(self.plugins or ""),
            }
        )
        prepare(self._settings)
        self.restart()
        now = datetime.now(UTC)
        for user in self.users:
            self.harbor.households.commit(self.harbor.households.snapshot(user, None, "", now), Changes(zone=ZONE), now)
            self.answer(body(user))

    def restart(self) -> None:
        """Start again, so that what was written in bulk lies where it will stay."""
        if hasattr(self, "app"):
            self.harbor.close()
        before = time.process_time()
        gc.disable()  # as it is served
        self.app = create_app(self._settings)
        gc.enable()
        self.started = time.process_time() - before
        if refused := self.harbor.registry.refused:
            raise SystemExit(f"plugins were refused: {refused}")

    @property
    def harbor(self) -> SafeHarbor:
        """Give what the skill is made of."""
        harbor: SafeHarbor = self.app.extensions["safe_harbor"]
        return harbor

    def household(self, user: str) -> str:
        """Give the id of a user's household."""
        return self.harbor.households.snapshot(user, None, "", datetime.now(UTC)).id

    def remember(self) -> None:
        """From now on each turn that is timed is undone, so that every one finds the same."""
        self._seeded = datetime.now(UTC)
        with self.harbor.database.reading() as connection:
            for user in self.users:
                household = self.household(user)
                self._before[user] = household, {each: rows(connection, each, household) for each in (HOUSE, *KEPT)}

    def turn(self, user: str, request: Mapping[str, object] | None) -> float:
        """Take one signed turn, None for a good thing, and give the seconds of processor time that it took."""
        taken, _ = self.answer(body(user) if request is None else asking(user, request))
        household, before = self._before[user]
        with self.harbor.database.writing() as connection:
            for each in KEPT:
                connection.execute(delete(each).where(each.c.household_id == household))
                if before[each]:
                    connection.execute(insert(each), before[each])
            connection.execute(update(HOUSE).where(HOUSE.c.household_id == household).values(before[HOUSE][0]))
            newer = (ENTRY.c.household_id == household, ENTRY.c.made_at >= self._seeded)
            connection.execute(delete(ENTRY).where(*newer))
        return taken

    def answer(self, sent: bytes) -> tuple[float, bytes]:
        """Give how long one request took, in seconds of processor time, and what was answered."""
        asked = EnvironBuilder("/alexa", method="POST", headers=Headers(self.signer.headers(sent)), data=sent)
        environ = asked.get_environ()
        before = time.process_time()
        answer = b"".join(self.app(environ, lambda status, headers, failed=None: _ignored))
        taken = time.process_time() - before
        if b"<speak>" not in answer:
            raise SystemExit(f"a turn was answered {answer[:200]!r}")
        return taken, answer

    def close(self) -> None:
        """Close every connection."""
        self.harbor.close()


def rows(connection: Connection, of: Table, household: str) -> Rows:
    """Give a household's rows of a table."""
    return [dict(each) for each in connection.execute(select(of).where(of.c.household_id == household)).mappings()]


@contextmanager
def quietly() -> Iterator[None]:
    """Keep what the skill logs off the terminal; it is written all the same."""
    with ExitStack() as stack:
        stack.enter_context(redirect_stderr(stack.enter_context(Path(os.devnull).open("w"))))
        yield


def measure(
    homes: Sequence[Home], kinds: Mapping[str, Mapping[str, object] | None], rounds: int, warm_up: int = 5
) -> dict[str, list[list[float]]]:
    """Take each kind of turn in each home, there and back; give the seconds of processor time by kind and home."""
    taken: dict[str, list[list[float]]] = {kind: [[] for _ in homes] for kind in kinds}
    for home in homes:
        home.remember()
    gc.collect()
    gc.freeze()  # as before a server forks
    for number in range(-warm_up, rounds):
        for kind, request in kinds.items():
            for place, home in [*enumerate(homes)][:: 1 if number % 2 else -1]:
                spent = home.turn(home.users[number % len(home.users)], request)
                if number >= 0:
                    taken[kind][place].append(spent)
    gc.unfreeze()
    return taken


def _ignored(_: bytes) -> None:
    """Take nothing: a WSGI server's way of writing before the body, which nobody uses."""
