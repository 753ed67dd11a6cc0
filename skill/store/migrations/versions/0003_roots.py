"""A run says which practice began it beside what is sealed, so that most runs need not be opened to be told apart.

Runs from before say nothing there, and are opened as ever.
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


def downgrade() -> None:
    with op.batch_alter_table("frame") as table:
        table.drop_column("root")
