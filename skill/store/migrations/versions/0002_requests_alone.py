"""A request keeps its reply and no more: what undoes a turn stands in its frame. What is sealed names its key.

Rows that were sealed without a name are opened as before, so only the way back touches them: it takes the names off
those that the earlier release can open, which are Fernet tokens; the others wait with their names until it goes on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GONE = ("conversation_hash", "version", "undo")
SEALED = {
    "household": ("body",),
    "person": ("name",),
    "practice_state": ("body",),
    "entry": ("body",),
    "frame": ("body",),
    "alert": ("body", "token"),
    "turn_seen": ("reply", "plan"),
}
NAME = 8
"""How many bytes before a sealed text name its key; a Fernet token begins with "g"."""


def upgrade() -> None:
    op.drop_index("turn_seen_by_conversation", "turn_seen")
    with op.batch_alter_table("turn_seen") as table:
        for column in GONE:
            table.drop_column(column)


def downgrade() -> None:
    for name, columns in SEALED.items():
        for column in columns:
            _unname(sa.table(name, sa.column(column, sa.LargeBinary())), column)
    _bring_back()


def _unname(table: sa.TableClause, name: str) -> None:
    column = table.c[name]
    named = sa.func.substr(column, 1, 1, type_=sa.LargeBinary()) != b"g"
    token = sa.func.substr(column, NAME + 1, 1, type_=sa.LargeBinary()) == b"g"
    op.execute(
        sa.update(table).where(named, token).values({name: sa.func.substr(column, NAME + 1, type_=sa.LargeBinary())})
    )


def _bring_back() -> None:
    with op.batch_alter_table("turn_seen") as table:
        table.add_column(sa.Column("conversation_hash", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("version", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("undo", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("turn_seen") as table:
        table.alter_column("conversation_hash", server_default=None)
        table.alter_column("version", server_default=None)
    op.create_index("turn_seen_by_conversation", "turn_seen", ["household_id", "conversation_hash", "version"])
