"""Households: one reading before a turn, one writing after it, and nothing in between."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from skill.errors import StoreError, VersionConflict
from skill.store import export, rows, schema, turns
from skill.store.changes import Changes, Writes
from skill.store.database import Database
from skill.store.encryption import NOWHERE, Mark, Vault
from skill.store.journal import StoredJournal, entry_of
from skill.store.prepared import Prepared
from skill.store.rotation import Rotation
from skill.store.snapshot import Snapshot, read
from skill.store.turns import Seen
from skill.turn import Entry


@dataclass(frozen=True)
class Listed:
    """A household as the operator sees it."""

    id: str
    zone: str
    created_at: datetime


class Households:
    """Every household in ``database``; what people say goes through ``vault``.

    Every method raises StoreError when the database does not do as asked, and KeyMissing when a key is lost.
    ``now`` is the house's own clock, not a request's time stamp: claims grow old by it.
    """

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def check(self) -> None:
        """Make sure, at start, that the households of this database can be found with the keys at hand.

        Raises KeyMissing, which names the key and counts the households, when one was found with a hashing key that is
        not the vault's (its people would be strangers) or is sealed with a key that the vault has not.
        """
        Rotation(self._database, self._vault).check()

    def conversation(self, session: str) -> Mark:
        """Hash the id of a conversation, as frames carry it; "" stays ""."""
        return self._vault.fingerprint("conversation", session) if session else NOWHERE

    def snapshot(self, user: str, voice: str | None, request: str, now: datetime) -> Snapshot:
        """Read a user's household as it stands, creating nothing.

        ``user``, ``voice`` (None = not recognised) and ``request`` are the platform's ids.
        """
        with self._database.reading() as connection:
            return read(connection, self._vault, self._id(user), request, voice, now)

    def commit(self, snapshot: Snapshot, changes: Changes, now: datetime) -> None:
        """Write all that a turn changed, or nothing.

        Raises VersionConflict when another turn, or another copy of this one, was written since the snapshot.
        """
        writes = Writes(changes, snapshot.id, self._vault, now)
        house = self._row(changes)
        reply = None if changes.reply is None else self._vault.seal(changes.reply)
        with self._database.writing() as connection:
            if changes.forgotten:
                self._last(connection, snapshot)
                return
            self._next(connection, snapshot, house, now)
            writes.carry_out(connection)
            if changes.request:
                request = turns.mark(self._vault, changes.request)
                turns.finish(
                    connection,
                    turns.row(snapshot.id, request, now) | {"owner": changes.owner, "done": True, "reply": reply},
                    claimed=snapshot.seen is not None,
                )
            if None in changes.entries.values():
                turns.prune(connection, snapshot.id, now - turns.RESENT)
            elif snapshot.outlived:
                turns.prune(connection, snapshot.id, now - turns.REPLY_LASTS)

    def claim(self, snapshot: Snapshot, request: str, plan: Mapping[str, Any], now: datetime) -> Snapshot:
        """Claim a request before anything outside is asked, and give the snapshot to go on with.

        A claim of ten seconds or more is taken over. Raises Busy when another copy holds the request or has answered
        it, and VersionConflict when the household has changed since the snapshot.
        """
        sealed = self._vault.seal(plan)
        with self._database.writing() as connection:
            version = snapshot.version if snapshot.known else self._found(connection, snapshot, {}, now)
            if version != self._version(connection, snapshot.id):
                raise VersionConflict("another turn of the household was written first")
            mark = turns.mark(self._vault, request)
            turns.claim(connection, turns.row(snapshot.id, mark, now) | {"plan": sealed}, now)
        return replace(snapshot, known=True, version=version, seen=Seen(done=False, claimed_at=now, plan=plan))

    def seen(self, user: str, request: str, now: datetime) -> Seen | None:
        """Look up a request again, for a copy that waits for its reply."""
        with self._database.reading() as connection:
            return turns.seen(connection, self._vault, self._id(user), request, now)

    def release(self, user: str, request: str) -> None:
        """Let go of a claim whose turn came to nothing; an answer stays."""
        with self._database.writing() as connection:
            turns.release(connection, self._id(user), turns.mark(self._vault, request))

    def code(self, snapshot: Snapshot, person: str, digits: str) -> Mark:
        """Hash the code that a person of a household says, so that it can be compared and never read."""
        return self._vault.fingerprint("code", f"{snapshot.id}\0{person}\0{digits}")

    def rewrite(self, household: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        """Change what stands in a household's own row, for the operator; StoreError for an unknown id."""
        house = schema.Household
        mine = house.household_id == household
        with self._database.writing() as connection:
            found = connection.execute(select(house.version, house.body).where(mine)).first()
            if found is None:
                raise StoreError(f"there is no household {household!r}")
            body = self._vault.seal(change(self._vault.open(found.body)))
            connection.execute(update(house).where(mine).values(version=found.version + 1, body=body))

    def journal(
        self, snapshot: Snapshot, practice: str, speaker: str | None, present: Sequence[str] = ()
    ) -> StoredJournal:
        """Open the journal for one practice and those who are in the room."""
        return StoredJournal(self._database, self._vault, snapshot.id, practice, speaker, present)

    def entries(self, snapshot: Snapshot, ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give entries by their ids, oldest first, whoever may hear them: for the house's own use, never for speech."""
        if not ids:
            return ()
        with self._database.reading() as connection:
            found = connection.execute(_chosen(), {"household": snapshot.id, "ids": ids})
            return tuple(entry_of(row, self._vault) for row in found)

    def forget(self, user: str) -> bool:
        """Delete a user's household and all that was ever kept of it; say whether there was one."""
        return self.forget_id(self._id(user))

    def forget_id(self, household: str) -> bool:
        """Delete a household by its own id; say whether there was one."""
        with self._database.writing() as connection:
            gone = delete(schema.Household).where(schema.Household.household_id == household)
            return connection.execute(gone).rowcount == 1

    def list(self) -> tuple[Listed, ...]:
        """List all households, oldest first: the operator's own question."""
        house = schema.Household
        columns = select(house.household_id, house.zone, house.created_at)
        with self._database.reading() as connection:
            found = connection.execute(columns.order_by(house.created_at, house.household_id)).all()
        return tuple(Listed(id, zone, created_at) for id, zone, created_at in found)

    def export(self, household: str) -> dict[str, Any]:
        """Give everything kept of a household, readable, as JSON can hold it; StoreError for an unknown id."""
        with self._database.reading() as connection:
            found = export.export(connection, self._vault, household)
        if found is None:
            raise StoreError(f"there is no household {household!r}")
        return found

    def _id(self, user: str) -> str:
        return self._vault.fingerprint("household", user)

    def _version(self, connection: Connection, household: str) -> int | None:
        house = schema.Household
        return connection.execute(select(house.version).where(house.household_id == household)).scalar()

    def _row(self, changes: Changes) -> rows.RowOf:
        """Give what changes in the household's own row, sealed before a transaction is open."""
        zone = {} if changes.zone is None else {"zone": changes.zone}
        return zone if changes.memory is None else {**zone, "body": self._vault.seal(changes.memory)}

    def _next(self, connection: Connection, snapshot: Snapshot, row: rows.RowOf, now: datetime) -> None:
        """Move the household to its next version, with what changes in its own row."""
        if not snapshot.known:
            self._found(connection, snapshot, row, now)
            return
        given = {**row, "version": snapshot.version + 1}
        mine = {"household": snapshot.id, "before": snapshot.version}
        if not _moving_on(tuple(given)).change(connection, {**given, **mine}):
            raise VersionConflict("another turn of the household was written first")

    def _last(self, connection: Connection, snapshot: Snapshot) -> None:
        """Delete the household as the snapshot shows it, with all that hangs on it."""
        house = schema.Household
        mine = (house.household_id == snapshot.id, house.version == snapshot.version)
        if snapshot.known and not connection.execute(delete(house).where(*mine)).rowcount:
            raise VersionConflict("another turn of the household was written first")

    def _found(self, connection: Connection, snapshot: Snapshot, row: rows.RowOf, now: datetime) -> int:
        """Found a household, at a version that no household forgotten before it had."""
        version = 1 + secrets.randbits(40)
        founded = {
            "household_id": snapshot.id,
            "key_id": self._vault.key_id,
            "version": version,
            "zone": "",
            "created_at": now,
            "body": b"" if "body" in row else self._vault.seal({}),
            **row,
        }
        if not rows.add(connection, schema.Household, founded):
            raise VersionConflict("another turn of the household was written first")
        return version


@cache
def _moving_on(columns: tuple[str, ...]) -> Prepared:
    """Change a household's own row where nobody has since; built once, as building costs more than running."""
    house = schema.Household
    mine = (house.household_id == bindparam("household"), house.version == bindparam("before"))
    return Prepared(update(schema.table(house)).where(*mine).values({name: bindparam(name) for name in columns}))


@cache
def _chosen() -> Select[Any]:
    kept = schema.table(schema.Entry)
    mine = (kept.c.household_id == bindparam("household"), kept.c.id.in_(bindparam("ids", expanding=True)))
    return select(kept).where(*mine).order_by(kept.c.id)
