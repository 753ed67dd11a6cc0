"""A household as one turn sees it: everything but the journal, read in one short transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Literal, cast

from sqlalchemy import Connection, bindparam, or_

from skill.store import schema, turns
from skill.store.bundle import Bundle
from skill.store.encryption import Mark, Sealed, Vault
from skill.store.identity import fold, in_zone
from skill.store.turns import Seen
from skill.turn import Alert


@dataclass(frozen=True)
class Member:
    """Someone of the household; ``voice`` says that a voice is known to be theirs, ``account`` that they came first."""

    id: str
    name: str = field(default="", repr=False)
    account: bool = False
    voice: bool = False


@dataclass(frozen=True)
class StoredFrame:
    """One place on the floor. ``conversation`` is a mark; ``body`` is opened when it is first looked into."""

    id: str
    owner: str
    conversation: Mark
    touched: datetime
    status: str
    body: Mapping[str, Any] = field(repr=False)
    begun_by: str = ""

    @property
    def root(self) -> str:
        """Name the practice that began it; rows from before that was kept are opened for it."""
        return self.begun_by or str(self.body["root"])


@dataclass(frozen=True)
class StoredAlert:
    """An alert of ours with where it stands, the ``text`` it says and the platform's ``token`` for it.

    ``body`` and ``secret`` are opened when they are first looked into. Make one with ``StoredAlert.of``.
    """

    id: str
    owner: str
    practice: str
    kind: Literal["reminder", "timer"]
    at: datetime
    status: str
    body: Mapping[str, Any] = field(repr=False)
    secret: Mapping[str, Any] = field(repr=False)

    @classmethod
    def of(cls, alert: Alert, status: str, token: str, text: str = "") -> StoredAlert:
        """Make what is stored of an alert that was set."""
        body = {"label": alert.label, "days": list(alert.days), "text": text}
        return cls(alert.id, alert.owner, alert.practice, alert.kind, alert.at, status, body, {"token": token})

    @property
    def alert(self) -> Alert:
        """Give what a practice sees of it."""
        body = self.body
        return Alert(self.id, self.practice, self.kind, body["label"], self.at, tuple(body["days"]), self.owner)

    @property
    def text(self) -> str:
        """Give the words it says."""
        return str(self.body["text"])

    @property
    def token(self) -> str:
        """Give the platform's name for it."""
        return str(self.secret["token"])


@dataclass(frozen=True)
class Snapshot:
    """A household at one version.

    ``known`` is False, ``version`` 0 and all else empty before its first turn. ``voice`` is the id of the person whose
    voice spoke, ``memory`` the household's own body, ``states`` every (practice, owner) with its version and fields,
    ``consents`` what the account permitted, ``seen`` what is known of this very request. ``outlived`` says that there
    are requests old enough to be forgotten.
    """

    id: str
    version: int = 0
    known: bool = False
    zone: str = ""
    voice: str | None = None
    people: tuple[Member, ...] = ()
    memory: Mapping[str, Any] = field(default_factory=dict)
    states: Mapping[tuple[str, str], tuple[int, Mapping[str, Any]]] = field(default_factory=dict)
    frames: tuple[StoredFrame, ...] = ()
    alerts: tuple[StoredAlert, ...] = ()
    permissions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    seen: Seen | None = None
    outlived: bool = False

    @property
    def consents(self) -> Mapping[str, str]:
        """Give what the account permitted, by scope."""
        return self.consents_of("")

    def consents_of(self, owner: str) -> Mapping[str, str]:
        """Give what one person permitted, by scope; "" is the account."""
        return {scope: status for (whose, scope), status in self.permissions.items() if whose == owner}

    def state(self, practice: str, owner: str) -> tuple[int, Mapping[str, Any]] | None:
        """Give a practice's state for a person ("" = the household): its version and fields."""
        return self.states.get((practice, owner))

    def named(self, name: str) -> Member | None:
        """Find the person of this name, however it is written."""
        folded = fold(name)
        return next((member for member in self.people if member.name and fold(member.name) == folded), None)


def read(
    connection: Connection, vault: Vault, household: str, request: str, voice: str | None, now: datetime
) -> Snapshot:
    """Read the household with this id as it stands, or an empty one."""
    mark = turns.mark(vault, request) if request else ""
    found = _bundle().read(connection, {"household": household, "request": mark, "before": now - turns.REPLY_LASTS})
    if not found[schema.Household]:
        return Snapshot(household)
    (house,) = found[schema.Household]
    voice_hash = vault.fingerprint("voice", voice) if voice else None
    people, requests = found[schema.Person], found[schema.TurnSeen]
    return Snapshot(
        id=household,
        version=house.version,
        known=True,
        zone=house.zone,
        voice=next((row.id for row in people if voice_hash and row.voice_hash == voice_hash), None),
        people=tuple(Member(row.id, vault.open(row.name), row.account, row.voice_hash is not None) for row in people),
        memory=Sealed(vault, house.body),
        states={
            (row.practice, row.owner): (row.version, Sealed(vault, row.body)) for row in found[schema.PracticeState]
        },
        frames=tuple(_frame(row, vault) for row in found[schema.Frame]),
        alerts=tuple(_alert(row, vault) for row in found[schema.Alert]),
        permissions={(row.owner, row.scope): row.status for row in found[schema.Consent]},
        seen=next((turns.seen_of(row, vault, now) for row in requests if row.request_hash == mark), None),
        outlived=any(now - row.claimed_at > turns.REPLY_LASTS for row in requests),
    )


@cache
def _bundle() -> Bundle:
    """Put together what is read before a turn; built once, as building costs more than asking."""
    request = or_(
        schema.TurnSeen.request_hash == bindparam("request"), schema.TurnSeen.claimed_at < bindparam("before")
    )
    return Bundle(
        (
            schema.Household,
            schema.Person,
            schema.PracticeState,
            schema.Frame,
            schema.Alert,
            schema.Consent,
            schema.TurnSeen,
        ),
        {schema.TurnSeen: request},
    )


def _frame(row: Any, vault: Vault) -> StoredFrame:
    mark = Mark(row.conversation_hash)
    return StoredFrame(row.id, row.owner, mark, row.touched, row.status, Sealed(vault, row.body), row.root)


def _alert(row: Any, vault: Vault) -> StoredAlert:
    kind = cast(Literal["reminder", "timer"], row.kind)
    at = in_zone(row.at, row.zone)
    body, secret = Sealed(vault, row.body), Sealed(vault, row.token)
    return StoredAlert(row.id, row.owner, row.practice, kind, at, row.status, body, secret)
