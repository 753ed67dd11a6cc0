"""Changing the key: what is sealed under which, and sealing it again while servers run.

These are the operator's own questions, the only ones that look across households.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    case,
    func,
    literal,
    select,
    tuple_,
    union_all,
    update,
)

from skill.errors import KeyMissing, VersionConflict
from skill.store.database import Database
from skill.store.encryption import Vault
from skill.store.keyring import ID, UNNAMED
from skill.store.schema import Base, Household

BATCH = 200
"""Rows that are written in one transaction: few enough that a turn which waits for it does not notice."""
MANY = 20
"""Households that are named by their ids before the rest is only counted."""
PASSES = 5
"""How often to look again for what servers with the earlier keys sealed meanwhile."""


@dataclass(frozen=True)
class Sealing:
    """How much a key seals: so many ``texts`` of so many ``households``; ``key`` is "" where no key is named."""

    key: str
    texts: int
    households: int


class Rotation:
    """Says which keys are in use in ``database``, and seals again, with the newest of ``vault``, what others sealed."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def check(self) -> None:
        """Look whether every household can be found and opened.

        Raises KeyMissing, which says which key is missing for how many.
        """
        vault = self._vault
        vault.refresh()
        sealed = _key(Base.metadata.tables["household"].c.body).label("key")
        counted = select(Household.key_id, sealed, func.count().label("households"))
        with self._database.reading() as connection:
            found = connection.execute(counted.group_by(Household.key_id, sealed)).all()
        for row in found:
            if row.key_id != vault.key_id:
                raise KeyMissing(
                    f"{numbered(row.households)} can only be found with key {row.key_id}, which must be the last in "
                    f"{vault.ring.source}; put it back there"
                )
            if row.key not in _known(vault):
                raise KeyMissing(
                    f"{numbered(row.households)} cannot be opened without key {_read(row.key)}, which is not in "
                    f"{vault.ring.source}: put it back there, above the last; safe-harbor keys status shows what hangs "
                    "on it"
                )

    def census(self) -> tuple[Sealing, ...]:
        """Count what each key seals, those first that are on the ring, in its order."""
        with self._database.reading() as connection:
            found = connection.execute(_count()).all()
        ids = self._vault.ring.ids
        sealings = [Sealing(_read(row.key), row.texts, row.households) for row in found]
        return tuple(sorted(sealings, key=lambda each: (each.key not in ids, each.key)))

    def check_texts(self) -> None:
        """Look, in everything that is kept, whether it can be opened; KeyMissing says what cannot, and what to do."""
        if lost := self.lost():
            households = sorted({household for household, _ in lost})
            missing = " and ".join(sorted({key for _, key in lost}))
            listed = ", ".join(households[:MANY])
            listed += f" and {len(households) - MANY} more" if len(households) > MANY else ""
            raise KeyMissing(
                f"key {missing} is not in {self._vault.ring.source}, and something of {numbered(len(households))} "
                f"cannot be opened without it: {listed}. Put it back above the last; where it is "
                "gone for good, safe-harbor household forget ID lets these begin anew"
            )
        self.check()

    def lost(self) -> tuple[tuple[str, str], ...]:
        """List each household and key that is not on the ring but sealed something of it."""
        sealed = _texts().subquery()
        wanted = select(sealed.c.household_id, sealed.c.key).where(sealed.c.key.not_in(_known(self._vault))).distinct()
        with self._database.reading() as connection:
            return tuple(sorted((row.household_id, _read(row.key)) for row in connection.execute(wanted)))

    def reseal(self) -> Iterator[int]:
        """Seal again what the newest key does not seal; give the number of texts after each short transaction.

        It may be ended at any point and begun again. What a turn changes meanwhile keeps what the turn wrote, and what
        cannot be opened stays as it is.
        """
        for _ in range(PASSES):
            done = 0
            for kept, column in _columns():
                for written in self._column(kept, column):
                    done += written
                    yield written
            if not done:
                return

    def _column(self, kept: Table, column: Column[Any]) -> Iterator[int]:
        after: Row[Any] | None = None
        while found := self._page(kept, column, after):
            after = found[-1]
            yield self._write(kept, column, found)

    def _page(self, kept: Table, column: Column[Any], after: Row[Any] | None) -> Sequence[Row[Any]]:
        key = list(kept.primary_key)
        newest = self._vault.ring.sealing.encode()
        older: Select[Any] = select(*key, column.label("text")).where(column.is_not(None), _key(column) != newest)
        if after is not None:
            older = older.where(tuple_(*key) > tuple_(*(literal(value) for value in after[: len(key)])))
        with self._database.reading() as connection:
            return connection.execute(older.order_by(*key).limit(BATCH)).all()

    def _write(self, kept: Table, column: Column[Any], found: Sequence[Row[Any]]) -> int:
        renewed = [values for row in found if (values := self._renewed(kept, row)) is not None]
        if not renewed:
            return 0
        try:
            with self._database.writing() as connection:
                return connection.execute(_renewal(kept, column), renewed).rowcount
        except VersionConflict:
            return 0

    def _renewed(self, kept: Table, row: Row[Any]) -> dict[str, Any] | None:
        try:
            new = self._vault.renewed(row.text)
        except KeyMissing:
            return None
        key = {f"this_{column.name}": value for column, value in zip(kept.primary_key, row, strict=False)}
        return {**key, "old": row.text, "new": new}


def numbered(households: int) -> str:
    """Say how many households in words."""
    return f"{households} household{'' if households == 1 else 's'}"


@cache
def _columns() -> tuple[tuple[Table, Column[Any]], ...]:
    """List the columns that are sealed."""
    return tuple(
        (kept, column)
        for kept in Base.metadata.sorted_tables
        for column in kept.columns
        if isinstance(column.type, LargeBinary)
    )


def _key(column: Column[Any]) -> ColumnElement[bytes]:
    """Give in SQL the id of the key that sealed a text, empty for a text that names none."""
    unnamed = func.substr(column, 1, len(UNNAMED), type_=LargeBinary()) == UNNAMED
    return case((unnamed, literal(b"", LargeBinary())), else_=func.substr(column, 1, ID, type_=LargeBinary()))


def _texts() -> CompoundSelect[Any]:
    return union_all(
        *(
            select(kept.c.household_id, _key(column).label("key")).where(column.is_not(None))
            for kept, column in _columns()
        )
    )


def _count() -> Select[Any]:
    sealed = _texts().subquery()
    texts, households = func.count().label("texts"), func.count(sealed.c.household_id.distinct()).label("households")
    return select(sealed.c.key, texts, households).group_by(sealed.c.key)


def _renewal(kept: Table, column: Column[Any]) -> Update:
    """Change a text only where it still is what was read: a turn may have written another one since."""
    mine = (each == bindparam(f"this_{each.name}") for each in kept.primary_key)
    return update(kept).where(*mine, column == bindparam("old")).values({column: bindparam("new")})


def _known(vault: Vault) -> list[bytes]:
    return [b"", *(each.encode() for each in vault.ring.ids)]


def _read(key: bytes) -> str:
    return bytes(key).decode("ascii", "replace")
