"""The journal as those who are present may hear it. This is where privacy is kept, for every practice alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any, cast

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, exists, false, func, or_, select

from skill.store.database import Database
from skill.store.encryption import Sealed, Vault
from skill.store.identity import fold, in_zone
from skill.store.prepared import Prepared
from skill.store.schema import Entry as Kept
from skill.store.schema import table
from skill.turn import Entry, Visibility

MOST = 200
"""No reading gives more entries than this."""
MOST_NAMES = 12
"""So many names can be asked about at once."""


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
        hearers = sorted({speaker, *present}) if speaker else []
        self._hearers = len(hearers)
        self._given: Mapping[str, Any] = {"household": household, **_numbered("hearer", hearers)}

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
        wanted = self._wanted(kind, about, owner, since, until, None if anyones else self._practice)
        return tuple([entry_of(row, self._vault) for row in self._listed(_newest, wanted, limit)])

    def ids(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> Sequence[str]:
        """List the ids of the same entries: for a fraction of what they cost, where few of many are looked at."""
        wanted = self._wanted(kind, about, owner, since, until, self._practice)
        return tuple([row.id for row in self._listed(_newest_ids, wanted, limit)])

    def count(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> int:
        """Count this practice's entries."""
        wanted = self._wanted(kind, about, None, since, until, self._practice)
        with self._database.reading() as connection:
            ((found,),) = _number(self._hearers, frozenset(wanted)).rows(connection, {**self._given, **wanted})
        return int(found)

    def known(self, names: Iterable[str], kind: str | None = None, *, owner: str | None = None) -> tuple[str, ...]:
        """Say which of these names, twelve at most, any of this practice's entries is about.

        It costs the same however many entries there are, and opens none of them.
        """
        asked = tuple(dict.fromkeys(names))[:MOST_NAMES]
        if not asked:
            return ()
        wanted = self._wanted(kind, None, owner, None, None, self._practice)
        given = {**self._given, **wanted, **_numbered("name", map(self._about, asked))}
        with self._database.reading() as connection:
            (found,) = _names(self._hearers, frozenset(wanted), len(asked)).rows(connection, given)
        return tuple(name for name, is_known in zip(asked, found, strict=True) if is_known)

    def get(self, entry: str) -> Entry | None:
        """Find one entry by its id, whichever practice kept it."""
        with self._database.reading() as connection:
            found = _one(self._hearers).rows(connection, {**self._given, "entry": entry})
        return entry_of(found[0], self._vault) if found else None

    def _listed(
        self, statement: Callable[[int, frozenset[str]], Prepared], wanted: Mapping[str, Any], limit: int
    ) -> list[Any]:
        given = {**self._given, **wanted, "limit": max(0, min(limit, MOST))}
        with self._database.reading() as connection:
            return statement(self._hearers, frozenset(wanted)).rows(connection, given)

    def _about(self, name: str) -> str:
        return self._vault.fingerprint("about", fold(name))

    def _wanted(
        self,
        kind: str | None,
        about: str | None,
        owner: str | None,
        since: datetime | None,
        until: datetime | None,
        practice: str | None,
    ) -> dict[str, Any]:
        wanted = {
            "practice": practice,
            "kind": kind,
            "about": None if about is None else self._about(about),
            "owner": owner,
            "since": since,
            "until": until,
        }
        return {name: value for name, value in wanted.items() if value is not None}


# Statements, built once for each shape they are asked in, as building one costs more than running it.

_WANTED: Mapping[str, Callable[[], ColumnElement[bool]]] = {
    "practice": lambda: Kept.practice == bindparam("practice"),
    "kind": lambda: Kept.kind == bindparam("kind"),
    "about": lambda: Kept.about_hash == bindparam("about"),
    "owner": lambda: Kept.owner == bindparam("owner"),
    "since": lambda: Kept.made_at >= bindparam("since"),
    "until": lambda: Kept.made_at < bindparam("until"),
}
_NAMED: Mapping[str, Callable[[], ColumnElement[bool]]] = {
    **_WANTED,
    "kind": lambda: func.coalesce(Kept.kind, "") == bindparam("kind"),
}
"""The same where a name is asked for: SQLite would rather go through all of a kind, and cannot where that is hidden."""


@cache
def _newest(hearers: int, wanted: frozenset[str]) -> Prepared:
    return Prepared(_in_order(select(table(Kept)), hearers, wanted))


@cache
def _newest_ids(hearers: int, wanted: frozenset[str]) -> Prepared:
    return Prepared(_in_order(select(Kept.id), hearers, wanted))


def _in_order(selected: Select[Any], hearers: int, wanted: frozenset[str]) -> Select[Any]:
    found = selected.where(*_conditions(hearers, wanted))
    return found.order_by(Kept.made_at.desc(), Kept.id.desc()).limit(bindparam("limit"))


@cache
def _number(hearers: int, wanted: frozenset[str]) -> Prepared:
    return Prepared(select(func.count()).select_from(Kept).where(*_conditions(hearers, wanted)))


@cache
def _names(hearers: int, wanted: frozenset[str], names: int) -> Prepared:
    rows = exists().where(*_conditions(hearers, wanted, named=True))
    asked = (rows.where(Kept.about_hash == bindparam(f"name_{number}")) for number in range(names))
    return Prepared(select().add_columns(*asked))


@cache
def _one(hearers: int) -> Prepared:
    return Prepared(select(table(Kept)).where(*_conditions(hearers, frozenset()), Kept.id == bindparam("entry")))


def _conditions(hearers: int, wanted: frozenset[str], *, named: bool = False) -> list[ColumnElement[bool]]:
    law = and_(Kept.household_id == bindparam("household"), _heard_by(hearers))
    conditions = _NAMED if named or "about" in wanted else _WANTED
    return [law, *(conditions[name]() for name in sorted(wanted))]


def _heard_by(hearers: int) -> ColumnElement[bool]:
    """Say in SQL what everyone in the room may hear; with an unknown voice among them only the household's."""
    return or_(Kept.visibility == "household", _own(hearers))


def _own(hearers: int) -> ColumnElement[bool]:
    if not hearers:
        return false()
    people: list[BindParameter[str]] = [bindparam(f"hearer_{number}") for number in range(hearers)]
    shared = Kept.visibility == "shared"
    return and_(*(or_(Kept.owner == person, and_(shared, Kept.shared_with == person)) for person in people))


def _numbered(name: str, values: Iterable[str]) -> dict[str, str]:
    return {f"{name}_{number}": value for number, value in enumerate(values)}


def entry_of(row: Any, vault: Vault) -> Entry:
    """Give a stored entry, its words opened when they are looked at; its instant in the zone where it was made."""
    body = Sealed(vault, row.body)
    return Entry(
        id=row.id,
        practice=row.practice,
        kind=row.kind,
        text=partial(body.__getitem__, "text"),
        made_at=in_zone(row.made_at, row.zone),
        owner=row.owner,
        about=partial(body.__getitem__, "about"),
        visibility=cast(Visibility, row.visibility),
        shared_with=row.shared_with,
        data=partial(body.__getitem__, "data"),
    )
