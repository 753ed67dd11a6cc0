"""Bundles: a household's rows of several tables, read by one statement.

Each table's columns are laid beside those of the others by their type, in as few lanes as the widest table needs, and
the tables one below the other. Asking once costs much less than asking each table.
"""

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    bindparam,
    cast,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.types import TypeEngine

from skill.store.prepared import Prepared
from skill.store.schema import Base, Instant, table

Lane: TypeAlias = tuple[int, int]
"""A type's place among the types, and a number: the third text, the first instant."""

TYPES: tuple[type[TypeEngine[Any]], ...] = (String, BigInteger, Boolean, Instant, LargeBinary)


class _Part(NamedTuple):
    """One table of a bundle: its rows' type, and the lane that each of its columns lies in."""

    model: type[Base]
    source: Table
    row: Any
    lanes: tuple[Lane, ...]


class Bundle:
    """Reads the tables of ``models`` together, by ``household`` and what is asked of single tables.

    ``where`` are further conditions by model, with bound parameters of their own. Built once.
    """

    def __init__(
        self, models: Iterable[type[Base]], where: Mapping[type[Base], ColumnElement[bool]] | None = None
    ) -> None:
        self._parts = [_part(model) for model in models]
        lanes = sorted({lane for part in self._parts for lane in part.lanes})
        self._columns = [itemgetter(*(1 + lanes.index(lane) for lane in part.lanes)) for part in self._parts]
        conditions = [(where or {}).get(part.model) for part in self._parts]
        selects = [
            _select(number, part, lanes, condition)
            for number, (part, condition) in enumerate(zip(self._parts, conditions, strict=True))
        ]
        self._together = Prepared(union_all(*selects))

    def read(self, connection: Connection, given: Mapping[str, Any]) -> Mapping[type[Base], Sequence[Any]]:
        """Give the rows by model, as named tuples of their table's columns, in the order of their keys."""
        found: list[list[Any]] = [[] for _ in self._parts]
        for row in self._together.values(connection, given):
            number = row[0]
            found[number].append(self._parts[number].row._make(self._columns[number](row)))
        for part, rows in zip(self._parts, found, strict=True):
            rows.sort(key=itemgetter(*range(len(part.source.primary_key))))
        return {part.model: rows for part, rows in zip(self._parts, found, strict=True)}


def _part(model: type[Base]) -> _Part:
    source = table(model)
    used: Counter[int] = Counter()
    lanes = []
    for column in source.columns:
        kind = next(number for number, type_ in enumerate(TYPES) if isinstance(column.type, _family(type_)))
        lanes.append((kind, used[kind]))
        used[kind] += 1
    return _Part(model, source, namedtuple(source.name, source.columns.keys()), tuple(lanes))


def _family(type_: type[TypeEngine[Any]]) -> type[TypeEngine[Any]]:
    return Integer if type_ is BigInteger else type_


def _select(number: int, part: _Part, lanes: Sequence[Lane], condition: ColumnElement[bool] | None) -> Select[Any]:
    columns: dict[Lane, Column[Any]] = dict(zip(part.lanes, part.source.columns, strict=True))
    chosen = (columns.get(lane, cast(null(), TYPES[lane[0]])) for lane in lanes)
    labelled = (column.label(f"lane_{place}") for place, column in enumerate(chosen))
    mine = part.source.c.household_id == bindparam("household")
    rows = select(literal_column(str(number), Integer).label("part"), *labelled).where(mine)
    return rows if condition is None else rows.where(condition)
