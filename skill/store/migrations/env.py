"""Run the revisions on the connection that ``skill.store.migration`` hands over."""

from alembic import context

from skill.store.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
