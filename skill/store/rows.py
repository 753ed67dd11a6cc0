"""Writing rows: many in one statement, in the words that SQLite and PostgreSQL share.

Statements are built once, since building one costs more than running it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from skill.store.prepared import Prepared
from skill.store.schema import Base, table

RowOf = dict[str, Any]


def add(connection: Connection, model: type[Base], row: RowOf) -> bool:
    """Insert a row unless one with its key is there; say whether it was inserted."""
    return _addition(connection.dialect.name, model).change(connection, row) == 1


def put(connection: Connection, model: type[Base], rows: Sequence[RowOf]) -> None:
    """Insert rows, or change those that are there in the columns given; all rows have the same columns."""
    if rows:
        _replacement(connection.dialect.name, model, tuple(rows[0])).change_many(connection, rows)


def take(connection: Connection, model: type[Base], keys: Sequence[RowOf]) -> None:
    """Delete every row that has the values of one of ``keys``; all name the same columns."""
    if keys:
        values = [{f"this_{name}": value for name, value in key.items()} for key in keys]
        _removal(model, tuple(keys[0])).change_many(connection, values)


@cache
def _addition(dialect: str, model: type[Base]) -> Prepared:
    return Prepared(_insert(dialect, table(model)).on_conflict_do_nothing())


@cache
def _replacement(dialect: str, model: type[Base], columns: tuple[str, ...]) -> Prepared:
    insert = _insert(dialect, table(model))
    keys = [column.name for column in table(model).primary_key]
    changed = {name: insert.excluded[name] for name in columns if name not in keys}
    return Prepared(insert.on_conflict_do_update(index_elements=keys, set_=changed), columns)


@cache
def _removal(model: type[Base], columns: tuple[str, ...]) -> Prepared:
    target = table(model)
    return Prepared(delete(target).where(*(target.c[name] == bindparam(f"this_{name}") for name in columns)))


def _insert(dialect: str, target: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(target) if dialect == "postgresql" else sqlite.insert(target)
