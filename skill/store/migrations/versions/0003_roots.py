"""Most runs are told apart unopened, and old requests are found without going through the others.

A run says which practice began it beside what is sealed; one from before says nothing there, and is opened as ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("frame") as table:
        table.add_column(sa.Column("root", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("frame") as table:
        table.alter_column("root", server_default=None)
    op.create_index("turn_seen_by_time", "turn_seen", ["household_id", "claimed_at"])


def downgrade() -> None:
    op.drop_index("turn_seen_by_time", "turn_seen")
    with op.batch_alter_table("frame") as table:
        table.drop_column("root")
