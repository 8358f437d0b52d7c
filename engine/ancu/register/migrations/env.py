"""Run by Alembic: the steps are taken on the connection that :mod:`ancu.register.upgrade` has opened, all or none."""

from alembic import context

from ancu.register.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, version_table="register_version", transactional_ddl=True
)
context.run_migrations()
