"""The first house: its eight tables."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _housed(table: str, *columns: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("household_id", sa.String(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.household_id"], name=f"{table}_in_household", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("household_id", *key, name=f"{table}_key"),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _sealed(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _instant(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    op.create_table(
        "household",
        _text("household_id"),
        _text("key_id"),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _text("zone"),
        _instant("created_at"),
        _sealed("body"),
        sa.PrimaryKeyConstraint("household_id", name="household_key"),
    )
    _people()
    _things()
    _turns()


def _people() -> None:
    _housed(
        "person",
        _text("id"),
        sa.Column("account", sa.Boolean(), nullable=False),
        _text("voice_hash", nullable=True),
        _sealed("name"),
        key=("id",),
    )
    _housed("consent", _text("owner"), _text("scope"), _text("status"), _instant("at"), key=("owner", "scope"))


def _things() -> None:
    _housed(
        "practice_state",
        _text("practice"),
        _text("owner"),
        sa.Column("version", sa.Integer(), nullable=False),
        _sealed("body"),
        key=("practice", "owner"),
    )
    thing = ("id", "owner")
    _housed(
        "entry",
        *map(_text, (*thing, "practice", "kind", "visibility", "shared_with")),
        _text("about_hash", nullable=True),
        _instant("made_at"),
        _text("zone"),
        _sealed("body"),
        key=("id",),
    )
    op.create_index("entry_by_kind", "entry", ["household_id", "practice", "kind", "made_at"])
    op.create_index("entry_by_time", "entry", ["household_id", "made_at"])
    op.create_index("entry_by_about", "entry", ["household_id", "about_hash", "made_at"])
    _housed(
        "frame",
        *map(_text, (*thing, "conversation_hash")),
        _instant("touched"),
        _text("status"),
        _sealed("body"),
        key=("id",),
    )
    _housed(
        "alert",
        *map(_text, (*thing, "practice", "kind")),
        _instant("at"),
        *map(_text, ("zone", "status")),
        _sealed("token"),
        _sealed("body"),
        key=("id",),
    )


def _turns() -> None:
    _housed(
        "turn_seen",
        *map(_text, ("request_hash", "conversation_hash", "owner")),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _instant("claimed_at"),
        sa.Column("done", sa.Boolean(), nullable=False),
        *(_sealed(name, nullable=True) for name in ("reply", "undo", "plan")),
        key=("request_hash",),
    )
    op.create_index("turn_seen_by_conversation", "turn_seen", ["household_id", "conversation_hash", "version"])


def downgrade() -> None:
    for table in ("turn_seen", "alert", "frame", "entry", "practice_state", "consent", "person", "household"):
        op.drop_table(table)
