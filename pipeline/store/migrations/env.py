"""How alembic reaches the house's database; migrations only ever move forward."""

from alembic import context

from pipeline.store.tables import metadata

with context.config.attributes["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, version_table="morasse_schema")
    with context.begin_transaction():
        context.run_migrations()
