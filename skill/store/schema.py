"""The tables. Every primary key begins with ``household_id``, so that a household always lies in one place.

A column named ``body``, ``name``, ``token``, ``reply`` or ``plan`` is sealed by the vault; one that ends in
``_hash`` is a keyed hash. Deleting a household's one row deletes all that hangs on it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, ForeignKey, Index, LargeBinary, MetaData, String, Table, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "%(table_name)s_by_%(column_1_name)s",
    "fk": "%(table_name)s_in_%(referred_table_name)s",
    "pk": "%(table_name)s_key",
}


class Instant(TypeDecorator[datetime]):
    """An aware instant, stored in UTC and given back in UTC also where a database knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Take an aware instant; ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("only an aware instant can be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware instant."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The root of the tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Instant, bytes: LargeBinary, str: String}  # noqa: RUF012 - SQLAlchemy's own name


def table(model: type[Base]) -> Table:
    """Give a model's table."""
    return Base.metadata.tables[model.__tablename__]


class Housed(Base):
    """What belongs to a household and goes with it."""

    __abstract__ = True

    household_id: Mapped[str] = mapped_column(
        ForeignKey("household.household_id", ondelete="CASCADE"), primary_key=True, sort_order=-2
    )


class Thing(Housed):
    """One of many in a household, with an id of ours and the person whose it is ("" = the household's)."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    owner: Mapped[str]
    body: Mapped[bytes]


class Household(Base):
    """An account. Its id is a keyed hash of the platform's user id; ``key_id`` says which key made it."""

    __tablename__ = "household"

    household_id: Mapped[str] = mapped_column(primary_key=True)
    key_id: Mapped[str]
    version: Mapped[int] = mapped_column(BigInteger)
    zone: Mapped[str]
    created_at: Mapped[datetime]
    body: Mapped[bytes]


class Person(Housed):
    """A voice that was recognised or a name that was given; ``account`` is who an unnamed household starts with."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[bool]
    voice_hash: Mapped[str | None]
    name: Mapped[bytes]


class PracticeState(Housed):
    """What a practice keeps for a person or for the household, with the version of its shape."""

    __tablename__ = "practice_state"

    practice: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    body: Mapped[bytes]


ABOUT_SOMEONE = text("about_hash IS NOT NULL")
"""What is about nobody, as most is, stays out of the index that finds it: one page less for a turn to write."""


class Entry(Thing):
    """Something kept. ``zone`` is where it was made; ``about_hash`` finds what is about someone."""

    __tablename__ = "entry"
    __table_args__ = (
        Index("entry_by_kind", "household_id", "practice", "kind", "made_at"),
        Index("entry_by_time", "household_id", "made_at"),
        Index(
            "entry_by_about",
            "household_id",
            "about_hash",
            "made_at",
            sqlite_where=ABOUT_SOMEONE,
            postgresql_where=ABOUT_SOMEONE,
        ),
    )

    practice: Mapped[str]
    kind: Mapped[str]
    visibility: Mapped[str]
    shared_with: Mapped[str]
    about_hash: Mapped[str | None]
    made_at: Mapped[datetime]
    zone: Mapped[str]


class Frame(Thing):
    """One place on the floor; ``root`` is the practice that began it, "" in rows from before that was kept."""

    __tablename__ = "frame"

    root: Mapped[str]
    conversation_hash: Mapped[str]
    touched: Mapped[datetime]
    status: Mapped[str]


class Alert(Thing):
    """A reminder or timer that the platform holds for us under ``token``."""

    __tablename__ = "alert"

    practice: Mapped[str]
    kind: Mapped[str]
    at: Mapped[datetime]
    zone: Mapped[str]
    status: Mapped[str]
    token: Mapped[bytes]


class Consent(Housed):
    """What the account ("" = everyone's) or a person permitted."""

    __tablename__ = "consent"

    owner: Mapped[str] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str]
    at: Mapped[datetime]


class TurnSeen(Housed):
    """A request that was claimed or answered, by whom ("" = nobody that is known)."""

    __tablename__ = "turn_seen"
    __table_args__ = (Index("turn_seen_by_time", "household_id", "claimed_at"),)

    request_hash: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    claimed_at: Mapped[datetime]
    done: Mapped[bool]
    reply: Mapped[bytes | None]
    plan: Mapped[bytes | None]
