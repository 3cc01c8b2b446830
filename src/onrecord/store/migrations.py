"""Steps that bring a record file to the present layout, each in a transaction and recorded."""

from collections.abc import Callable

import sqlalchemy as sa

from onrecord.store import schema

APPLICATION_ID = 0x6F6E7263  # "onrc": marks a SQLite file as a record


def create_tables(connection: sa.Connection) -> None:
    """The first layout: kept things, caches, derived tables, full-text index."""
    schema.metadata.create_all(connection)
    connection.execute(
        sa.text(
            "CREATE VIRTUAL TABLE search USING fts5("
            "words, kind UNINDEXED, id UNINDEXED, document UNINDEXED, tokenize='unicode61 remove_diacritics 2')"
        )
    )
    connection.execute(sa.text(f"PRAGMA application_id = {APPLICATION_ID}"))


MIGRATIONS: tuple[tuple[str, Callable[[sa.Connection], None]], ...] = (("0001-create-tables", create_tables),)


def names_of_migrations(connection: sa.Connection) -> tuple[str, ...]:
    """The migrations that a database has been through, by name."""
    if not sa.inspect(connection).has_table("migrations"):
        return ()
    return tuple(connection.scalars(sa.select(schema.migrations.c.name).order_by("name")))


def migrate(engine: sa.Engine) -> None:
    """Apply the migrations a database lacks."""
    with engine.begin() as connection:
        done = names_of_migrations(connection)
    for name, step in MIGRATIONS:
        if name not in done:
            with engine.begin() as connection:
                step(connection)
                connection.execute(sa.insert(schema.migrations).values(name=name))
