"""Only what is about someone stands in the index that finds it, so that noting anything else leaves it alone."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NAME, COLUMNS = "entry_by_about", ["household_id", "about_hash", "made_at"]


def upgrade() -> None:
    someone = sa.text("about_hash IS NOT NULL")
    op.drop_index(NAME, "entry")
    op.create_index(NAME, "entry", COLUMNS, sqlite_where=someone, postgresql_where=someone)


def downgrade() -> None:
    op.drop_index(NAME, "entry")
    op.create_index(NAME, "entry", COLUMNS)
