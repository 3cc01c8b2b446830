"""Steps that bring a record file to the present layout, each in a transaction and recorded."""

from collections.abc import Callable

import sqlalchemy as sa

from onrecord.store import schema
from onrecord.store.index import create_index

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


def add_columns(connection: sa.Connection) -> None:
    """Columns that rows got later (documents: address, section, modified); empty until the next `add` fills them."""
    for name, table in schema.row_tables.items():
        there = {column["name"] for column in sa.inspect(connection).get_columns(name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                connection.execute(sa.text(f'ALTER TABLE "{name}" ADD COLUMN "{column.name}" {kind}'))


def create_log(connection: sa.Connection) -> None:
    """The log of corrections, which nothing is ever taken out of or changed in, and what later came to rows."""
    schema.metadata.create_all(connection)
    add_columns(connection)
    for action in ("UPDATE", "DELETE"):
        connection.execute(
            sa.text(
                f"CREATE TRIGGER corrections_keep_{action.lower()} BEFORE {action} ON corrections"
                " BEGIN SELECT RAISE(ABORT, 'the log of corrections is only added to'); END"
            )
        )


def create_options(connection: sa.Connection) -> None:
    """The options that a record is derived with: the roster."""
    schema.options.create(connection, checkfirst=True)


def create_memo(connection: sa.Connection) -> None:
    """What linking has worked out, so that the next command need not; it can be emptied at any time."""
    schema.memo.create(connection, checkfirst=True)


MIGRATIONS: tuple[tuple[str, Callable[[sa.Connection], None]], ...] = (
    ("0001-create-tables", create_tables),
    ("0002-page-metadata", add_columns),
    ("0003-search-facets", create_index),
    ("0004-corrections", create_log),
    ("0005-copied-passages", add_columns),
    ("0006-options", create_options),
    ("0007-search-days", create_index),  # after it the index is empty, and filled anew
    ("0008-memo", create_memo),
)


def names_of_migrations(connection: sa.Connection) -> tuple[str, ...]:
    """The migrations that a database has been through, by name."""
    if not sa.inspect(connection).has_table("migrations"):
        return ()
    return tuple(connection.scalars(sa.select(schema.migrations.c.name).order_by("name")))


def migrate(engine: sa.Engine) -> tuple[str, ...]:
    """Apply the migrations a database lacks, and name those it had been through."""
    with engine.begin() as connection:
        done = names_of_migrations(connection)
    for name, step in MIGRATIONS:
        if name not in done:
            with engine.begin() as connection:
                step(connection)
                connection.execute(sa.insert(schema.migrations).values(name=name))
    return done
