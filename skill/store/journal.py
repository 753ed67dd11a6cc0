"""The journal as those who are present may hear it. This is where privacy is kept, for every practice alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, and_, false, func, or_, select

from skill.store.database import Database
from skill.store.encryption import Vault
from skill.store.identity import fold, in_zone
from skill.store.schema import Entry as Kept
from skill.store.schema import table
from skill.turn import Entry, Visibility

MOST = 200
"""No reading gives more entries than this."""


class StoredJournal:
    """Reads a household's entries for one practice.

    It yields only what **everyone** in the room may hear: the ``speaker`` (a person's id; None is an unknown voice)
    and whoever is ``present``. A person may hear what is theirs, what was shared with them, and what is the
    household's; an unknown voice only the last. Failures are StoreErrors.
    """

    def __init__(
        self,
        database: Database,
        vault: Vault,
        household: str,
        practice: str,
        speaker: str | None,
        present: Sequence[str] = (),
    ) -> None:
        self._database = database
        self._vault = vault
        self._practice = practice
        self._law = and_(Kept.household_id == household, heard_by(speaker, present))

    def entries(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
        anyones: bool = False,
    ) -> Sequence[Entry]:
        """List this practice's entries, newest first, 200 at most; ``until`` itself is left out.

        ``anyones`` takes every practice's; ``about`` is a name however written, ``owner`` a person's id.
        """
        wanted = self._wanted(kind, about, owner, since, until, anyones)
        newest = select(table(Kept)).where(*wanted).order_by(Kept.made_at.desc(), Kept.id.desc())
        with self._database.reading() as connection:
            found = connection.execute(newest.limit(max(0, min(limit, MOST)))).all()
        return tuple(entry_of(row, self._vault) for row in found)

    def count(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> int:
        """Count this practice's entries."""
        wanted = self._wanted(kind, about, None, since, until, anyones=False)
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(Kept).where(*wanted)).scalar_one()

    def get(self, entry: str) -> Entry | None:
        """Find one entry by its id, whichever practice kept it."""
        with self._database.reading() as connection:
            row = connection.execute(select(table(Kept)).where(self._law, Kept.id == entry)).first()
        return None if row is None else entry_of(row, self._vault)

    def _wanted(
        self,
        kind: str | None,
        about: str | None,
        owner: str | None,
        since: datetime | None,
        until: datetime | None,
        anyones: bool,
    ) -> Iterable[ColumnElement[bool]]:
        yield self._law
        if not anyones:
            yield Kept.practice == self._practice
        if kind is not None:
            yield Kept.kind == kind
        if about is not None:
            yield Kept.about_hash == self._vault.fingerprint("about", fold(about))
        if owner is not None:
            yield Kept.owner == owner
        if since is not None:
            yield Kept.made_at >= since
        if until is not None:
            yield Kept.made_at < until


def heard_by(speaker: str | None, present: Sequence[str]) -> ColumnElement[bool]:
    """Say in SQL what everyone in the room may hear; with an unknown voice among them only the household's."""
    return or_(Kept.visibility == "household", _own(speaker, present))


def _own(speaker: str | None, present: Sequence[str]) -> ColumnElement[bool]:
    if not speaker:
        return false()
    return and_(
        *(
            or_(Kept.owner == person, and_(Kept.visibility == "shared", Kept.shared_with == person))
            for person in sorted({speaker, *present})
        )
    )


def entry_of(row: Row[Any], vault: Vault) -> Entry:
    """Open a stored entry; its instant is given in the zone where it was made."""
    body = vault.open(row.body)
    return Entry(
        id=row.id,
        practice=row.practice,
        kind=row.kind,
        text=body["text"],
        made_at=in_zone(row.made_at, row.zone),
        owner=row.owner,
        about=body["about"],
        visibility=cast(Visibility, row.visibility),
        shared_with=row.shared_with,
        data=body["data"],
    )
