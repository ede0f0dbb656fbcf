"""Where Alembic begins: run the migrations on the connection that the program hands over, inside its transaction."""

from alembic import context

from thucydides.record import schema  # noqa: F401  (fills the metadata)
from thucydides.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
