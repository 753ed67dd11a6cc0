"""Prepared statements: Core's, compiled once for a database's dialect, and from then on run by its driver itself.

What Core does around a statement each time it runs takes several times as long as an ordinary one of a turn.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, SelectBase, Update
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.dml import Delete
from sqlalchemy.types import TypeEngine

from skill.errors import StoreError

Statement = SelectBase | Insert | Update | Delete


class _Compiled(NamedTuple):
    """A statement in a dialect's words.

    ``fixed`` are the values that stand in the statement itself, ``order`` the names of the values where they are given
    by their places, ``into`` and ``back`` turn values into the driver's and back.
    """

    sql: str
    fixed: Mapping[str, Any]
    order: Sequence[str] | None
    into: Mapping[str, Callable[[Any], Any]]
    back: Sequence[tuple[int, Callable[[Any], Any]]]


class Prepared:
    """One statement, whose values are bound by name. ``columns`` are those that an insert is given values for.

    Errors of the database are the driver's own.
    """

    def __init__(self, statement: Statement, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}
        selected = statement.selected_columns if isinstance(statement, SelectBase) else ()
        self._types = [column.type for column in selected]
        names = [column.key or "" for column in selected]
        self._row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc] # a statement's columns are its own

    def rows(self, connection: Connection, given: Mapping[str, Any]) -> list[Any]:
        """Give the rows that are found, as named tuples."""
        return list(map(self._row._make, self.values(connection, given)))

    def values(self, connection: Connection, given: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """Give the rows that are found, by the places of their columns."""
        compiled = self._in(connection.dialect)
        found = self._run(connection, compiled, given).fetchall()
        return [_back(row, compiled.back) for row in found] if compiled.back else found

    def change(self, connection: Connection, given: Mapping[str, Any]) -> int:
        """Change the database, and say how many rows were."""
        return self._run(connection, self._in(connection.dialect), given).rowcount

    def change_many(self, connection: Connection, many: Sequence[Mapping[str, Any]]) -> None:
        """Change the database once with each of these values."""
        if len(many) == 1:
            self.change(connection, many[0])
            return
        compiled, dialect = self._in(connection.dialect), connection.dialect
        cursor = connection.connection.cursor()
        dialect.do_executemany(cursor, compiled.sql, [_values(compiled, given) for given in many])

    def _run(self, connection: Connection, compiled: _Compiled, given: Mapping[str, Any]) -> DBAPICursor:
        cursor = connection.connection.cursor()
        connection.dialect.do_execute(cursor, compiled.sql, _values(compiled, given))
        return cursor

    def _in(self, dialect: Dialect) -> _Compiled:
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = self._compile(dialect)
        return self._compiled[dialect.name]

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=self._columns)
        into = {name: _of(bound.type, dialect).bind_processor(dialect) for name, bound in compiled.binds.items()}
        back = [_of(each, dialect).result_processor(dialect, None) for each in self._types]
        return _Compiled(
            str(compiled),
            {name: value for name, value in compiled.params.items() if value is not None},
            compiled.positiontup,
            {name: process for name, process in into.items() if process},
            [(place, process) for place, process in enumerate(back) if process],
        )


def _of(type_: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return type_.dialect_impl(dialect)


def _values(compiled: _Compiled, given: Mapping[str, Any]) -> Any:
    """Give a statement's values as the driver wants them; StoreError where one is missing or of no use."""
    values = {**compiled.fixed, **given}
    try:
        for name, process in compiled.into.items():
            values[name] = process(values[name])
        return values if compiled.order is None else [values[name] for name in compiled.order]
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"the database cannot be asked for that: {error}") from None


def _back(row: Sequence[Any], back: Sequence[tuple[int, Callable[[Any], Any]]]) -> Sequence[Any]:
    values = list(row)
    for place, process in back:
        if values[place] is not None:
            values[place] = process(values[place])
    return values
