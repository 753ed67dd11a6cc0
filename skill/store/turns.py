"""Requests that were seen: each is answered once, and claimed before anything outside is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, delete, select, update

from skill.errors import Busy, VersionConflict
from skill.store import rows
from skill.store.encryption import Mark, Vault
from skill.store.prepared import Prepared
from skill.store.schema import TurnSeen

CLAIM_LASTS = timedelta(seconds=10)
"""A turn has six seconds, so a claim this old belongs to one that died."""
REPLY_LASTS = timedelta(hours=3)
"""A request that is an hour old is refused at the door, so no copy of an older one can come."""
RESENT = timedelta(minutes=10)
"""What was deleted may stand in a reply for so long: a copy of what a person said comes within minutes or never."""
Value: TypeAlias = str | BindParameter[Any]


@dataclass(frozen=True)
class Seen:
    """What is known of a request: the ``reply`` once it is ``done``, else the ``plan`` of whoever claimed it.

    ``stale`` says that the claim is so old that its holder must have died, and that it may be taken over.
    """

    done: bool
    claimed_at: datetime
    stale: bool = False
    reply: Mapping[str, Any] | None = field(default=None, repr=False)
    plan: Mapping[str, Any] | None = field(default=None, repr=False)


def mark(vault: Vault, request: str) -> Mark:
    """Hash a request's id."""
    return vault.fingerprint("request", request)


def seen(connection: Connection, vault: Vault, household: str, request: str, now: datetime) -> Seen | None:
    """Look up a request."""
    found = _lookup().rows(connection, {"household": household, "request": mark(vault, request)})
    return seen_of(found[0], vault, now) if found else None


def seen_of(row: Any, vault: Vault, now: datetime) -> Seen:
    """Tell from its row what is known of a request."""
    return Seen(
        done=row.done,
        claimed_at=row.claimed_at,
        stale=not row.done and now - row.claimed_at >= CLAIM_LASTS,
        reply=None if row.reply is None else vault.open(row.reply),
        plan=None if row.plan is None else vault.open(row.plan),
    )


def row(household: str, request: Mark, now: datetime) -> rows.RowOf:
    """Make the row of a request that nothing has been done for yet."""
    return {
        "household_id": household,
        "request_hash": request,
        "owner": "",
        "claimed_at": now,
        "done": False,
        "reply": None,
        "plan": None,
    }


def claim(connection: Connection, claimed: rows.RowOf, now: datetime) -> None:
    """Claim a request, or take a stale claim over; Busy when another copy holds it or has answered it."""
    if rows.add(connection, TurnSeen, claimed):
        return
    stale = (*_open(claimed), TurnSeen.claimed_at <= now - CLAIM_LASTS)
    taken = update(TurnSeen).where(*stale).values(claimed_at=now, plan=claimed["plan"])
    if not connection.execute(taken).rowcount:
        raise Busy("another copy of this request is being worked on")


def finish(connection: Connection, answered: rows.RowOf, claimed: bool) -> None:
    """Keep the answer to a request, ``claimed`` before or not; VersionConflict when another copy was first."""
    if claimed:
        kept = connection.execute(update(TurnSeen).where(*_open(answered)).values(**answered)).rowcount == 1
    else:
        kept = rows.add(connection, TurnSeen, answered)
    if not kept:
        raise VersionConflict("another copy of this request was answered first")


def release(connection: Connection, household: str, request: Mark) -> None:
    """Let go of a claim that came to nothing; an answer stays."""
    connection.execute(delete(TurnSeen).where(*_one(household, request), TurnSeen.done.is_(False)))


def prune(connection: Connection, household: str, before: datetime) -> None:
    """Forget a household's requests from before a moment."""
    _pruning().change(connection, {"household": household, "before": before})


@cache
def _lookup() -> Prepared:
    columns = select(TurnSeen.done, TurnSeen.claimed_at, TurnSeen.reply, TurnSeen.plan)
    return Prepared(columns.where(*_one(bindparam("household"), bindparam("request"))))


@cache
def _pruning() -> Prepared:
    old = (TurnSeen.household_id == bindparam("household"), TurnSeen.claimed_at < bindparam("before"))
    return Prepared(delete(TurnSeen).where(*old))


def _one(household: Value, request: Value) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return TurnSeen.household_id == household, TurnSeen.request_hash == request


def _open(claimed: rows.RowOf) -> tuple[ColumnElement[bool], ...]:
    return (*_one(claimed["household_id"], claimed["request_hash"]), TurnSeen.done.is_(False))
