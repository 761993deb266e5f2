"""How alembic reaches the house's database; migrations only ever move forward, all of them or none."""

from alembic import context

from pipeline.store.tables import metadata

with context.config.attributes["engine"].begin() as connection:
    if connection.dialect.name == "sqlite":
        # Its driver begins nothing before a statement that makes tables: a disk full half-way would leave half of them.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    context.configure(connection=connection, target_metadata=metadata, version_table="morasse_schema")
    with context.begin_transaction():
        context.run_migrations()
