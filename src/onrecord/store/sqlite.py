"""The record in a SQLite file, through SQLAlchemy Core, with FTS5 for search."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from onrecord.annotations import Annotated
from onrecord.corrections.rows import Correction, Logged, Outcome
from onrecord.errors import LookupFailed, RecordError
from onrecord.moments import read_moment
from onrecord.records import Document, Failure, Found, Hits, Received, SearchFilters
from onrecord.store import schema
from onrecord.store.index import fill_index, search_index
from onrecord.store.log import append_corrections, read_log, replace_outcomes
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, names_of_migrations
from onrecord.tables import ROW_TYPES, Tables

LOCK_SECONDS = 5
SQLITE_MAGIC = b"SQLite format 3\x00"
BATCH = 500


def open_store(path: str | Path, *, create: bool = True) -> "SqliteStore":
    """Open a record file, making it if need be.

    Args:
        path: The file; ":memory:" keeps the record in memory.
        create: Make the file if there is none.

    Raises:
        RecordError: No file (with create=False), not a record, of a newer version, damaged, locked or not writable.
    """
    place = Path(path)
    if str(path) != ":memory:":
        check_file(place, create=create)
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": LOCK_SECONDS})
    with translated(place):
        try:
            check_layout(engine, place)
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
    store = SqliteStore(engine, place)
    if store.is_unindexed():
        store.rebuild_index()
    return store


def check_file(path: Path, *, create: bool) -> None:
    """Refuse what cannot be a record file before SQLite touches it."""
    if path.is_dir():
        raise RecordError(f"{path} is a folder, not a record file", mend="Give the path of a file, e.g. story.db")
    if not path.exists():
        if not create:
            raise RecordError(
                f"There is no record at {path}", mend="Make one with `onrecord add ARTICLES… --record PATH`"
            )
        if not path.parent.is_dir():
            raise RecordError(f"The folder of {path} does not exist", mend=f"Make it: mkdir -p {path.parent}")
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != SQLITE_MAGIC:
        raise RecordError(f"{path} is not a record (no SQLite file)", mend="Name another file with --record")


def check_layout(engine: sa.Engine, path: Path) -> None:
    """Refuse a database that is not a record, or of a later onrecord."""
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        if not tables:
            return
        mark = connection.scalar(sa.text("PRAGMA application_id"))
        if mark != APPLICATION_ID:
            raise RecordError(f"{path} is a database of another program", mend="Name another file with --record")
        unknown = set(names_of_migrations(connection)) - {name for name, _ in MIGRATIONS}
        if unknown:
            raise RecordError(f"{path} was written by a newer onrecord ({max(unknown)})", mend="Upgrade onrecord")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except sa.exc.OperationalError as error:
        cause = str(error.orig)
        if "locked" in cause:
            mend = "Close the other program (or wait for it) and run the command again"
            raise RecordError(f"{path} is locked by another program", mend=mend) from error
        if "readonly" in cause or "unable to open" in cause:
            raise RecordError(
                f"{path} cannot be written ({cause})", mend="Check the rights of file and folder"
            ) from error
        raise RecordError(f"{path} cannot be used: {cause}", mend="Run `onrecord check` on it") from error
    except sa.exc.DatabaseError as error:
        mend = "Restore it from a copy, or remove it and add the articles again"
        raise RecordError(f"{path} is damaged: {error.orig}", mend=mend) from error


class SqliteStore:
    """The Store protocol on one SQLite file."""

    def __init__(self, engine: sa.Engine, path: Path) -> None:
        self.engine = engine
        self.path = path

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction."""
        with translated(self.path), self.engine.begin() as connection:
            yield connection

    def rows(self, query: sa.Select[Any]) -> list[dict[str, Any]]:
        """The rows of a query."""
        with translated(self.path), self.engine.connect() as connection:
            # Column names may be a subclass of str, which msgspec does not take for a key.
            return [{str(name): value for name, value in row.items()} for row in connection.execute(query).mappings()]

    def add_received(self, received: Received, added: str | None = None) -> bool:
        """Keep a document as it came; False if it is there already (then only a date given by the user is taken)."""
        document = received.document
        now = added or datetime.now(UTC).isoformat(timespec="seconds")
        with self.writing() as connection:
            same = schema.received.c.id == document.id
            known = connection.scalar(sa.select(schema.received.c.id).where(same))
            connection.execute(sa.delete(schema.failures).where(schema.failures.c.uri == document.uri))
            if known is None:
                connection.execute(
                    sa.insert(schema.received).values(
                        id=document.id,
                        uri=document.uri,
                        media=received.media,
                        raw=received.raw,
                        document=msgspec.json.encode(document),
                        added=now,
                    )
                )
            elif document.published.basis == "given":
                # The document as first received stays: the record can be shown as it stood before the date was given.
                table, body = schema.redated, msgspec.json.encode(document)
                last = sa.select(table.c.document).where(table.c.id == document.id).order_by(table.c.number.desc())
                if connection.scalar(last.limit(1)) != body:
                    connection.execute(sa.insert(table).values(id=document.id, document=body, added=now))
        return known is None

    def read_received(self, until: str | None = None) -> tuple[Document, ...]:
        """Every document as `read` made it, by id, with the last date given for it; or what was there at a moment."""
        found = {}
        for table, order in ((schema.received, schema.received.c.id), (schema.redated, schema.redated.c.number)):
            for row in self.rows(sa.select(table.c.id, table.c.document, table.c.added).order_by(order)):
                if until is None or read_moment(row["added"]) <= read_moment(until):
                    found[row["id"]] = row["document"]
        return tuple(msgspec.json.decode(found[key], type=Document) for key in sorted(found))

    def read_added(self) -> Mapping[str, str]:
        """When each document was added, an ISO date-time in UTC, by id."""
        return {row["id"]: row["added"] for row in self.rows(sa.select(schema.received.c.id, schema.received.c.added))}

    def read_raw(self, document: str) -> bytes:
        """The bytes a document came as."""
        rows = self.rows(sa.select(schema.received.c.raw).where(schema.received.c.id == document))
        if not rows:
            raise LookupFailed(f"The record holds no document {document!r}", mend="`onrecord documents` lists them")
        return bytes(rows[0]["raw"])

    def add_failures(self, failures: Iterable[Failure]) -> None:
        """Remember inputs that could not be added."""
        with self.writing() as connection:
            for failure in failures:
                connection.execute(sa.delete(schema.failures).where(schema.failures.c.uri == failure.uri))
                connection.execute(sa.insert(schema.failures).values(**msgspec.to_builtins(failure)))

    def read_failures(self) -> tuple[Failure, ...]:
        """Every remembered failure, by URI."""
        rows = self.rows(sa.select(schema.failures).order_by(schema.failures.c.uri))
        return tuple(msgspec.convert(row, Failure) for row in rows)

    def read_annotations(self, versions: Sequence[tuple[str, str]]) -> Mapping[str, Annotated]:
        """Cached annotations made by exactly these component versions, by document id."""
        table = schema.annotations
        query = sa.select(table.c.document, table.c.body).where(table.c.versions == repr(tuple(versions)))
        rows = self.rows(query.order_by(table.c.document))
        return {row["document"]: msgspec.msgpack.decode(row["body"], type=Annotated) for row in rows}

    def save_annotations(self, annotated: Iterable[Annotated]) -> None:
        """Cache annotations."""
        with self.writing() as connection:
            for one in annotated:
                connection.execute(
                    sa.delete(schema.annotations).where(schema.annotations.c.document == one.document.id)
                )
                values = {"document": one.document.id, "versions": repr(one.versions)}
                connection.execute(sa.insert(schema.annotations).values(**values, body=msgspec.msgpack.encode(one)))

    def append_corrections(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Add entries to the log of corrections, and say which are new."""
        with self.writing() as connection:
            return append_corrections(connection, corrections)

    def read_corrections(self) -> tuple[Logged, ...]:
        """The log of corrections, by number."""
        with translated(self.path), self.engine.connect() as connection:
            return read_log(connection)

    def save_option(self, name: str, value: str) -> None:
        """Keep an option that the record is derived with; an empty value forgets it."""
        with self.writing() as connection:
            connection.execute(sa.delete(schema.options).where(schema.options.c.name == name))
            if value:
                connection.execute(sa.insert(schema.options).values(name=name, value=value))

    def read_option(self, name: str) -> str:
        """An option of the record; empty if it has none of that name."""
        rows = self.rows(sa.select(schema.options.c.value).where(schema.options.c.name == name))
        return str(rows[0]["value"]) if rows else ""

    def read_memo(self, version: str) -> Mapping[str, bytes]:
        """What an earlier run of exactly this version has worked out, by kind."""
        table = schema.memo
        return {row["kind"]: row["body"] for row in self.rows(sa.select(table).where(table.c.version == version))}

    def save_memo(self, version: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Keep what this run has worked out, by kind, in place of what was kept before."""
        with self.writing() as connection:
            connection.execute(sa.delete(schema.memo))
            for kind, body in bodies:
                connection.execute(sa.insert(schema.memo).values(kind=kind, version=version, body=body))

    def replace_tables(self, tables: Tables, outcomes: Sequence[Outcome] = ()) -> None:
        """Put the derived tables, and what became of the corrections, in place of the old, in one transaction."""
        with self.writing() as connection:
            replace_outcomes(connection, outcomes)
            for name, table in schema.row_tables.items():
                connection.execute(sa.delete(table))
                rows = [
                    {"position": position, **msgspec.to_builtins(row)}
                    for position, row in enumerate(getattr(tables, name))
                ]
                for start in range(0, len(rows), BATCH):
                    connection.execute(sa.insert(table), rows[start : start + BATCH])
            fill_index(connection, tables)

    def is_unindexed(self) -> bool:
        """Are there documents, but nothing to search: after a change of the layout, or an end in the midst of one?"""
        with translated(self.path), self.engine.connect() as connection:
            documents = connection.scalar(sa.select(schema.row_tables["documents"].c.position).limit(1))
            return documents is not None and connection.scalar(sa.text("SELECT 1 FROM search LIMIT 1")) is None

    def rebuild_index(self) -> None:
        """Index the derived tables anew: a record of an earlier layout has an index that cannot be narrowed."""
        tables = self.read_tables()
        with self.writing() as connection:
            fill_index(connection, tables)

    def read_tables(self) -> Tables:
        """All derived tables."""
        parts: dict[str, Any] = {}
        for name, row_type in ROW_TYPES.items():
            table = schema.row_tables[name]
            columns = [column for column in table.columns if column.name != "position"]
            # A column that came with a later layout is null in older rows: there the row's default stands.
            optional = {field.name for field in fields(row_type) if field.default is not MISSING}
            rows = [
                {key: value for key, value in row.items() if value is not None or key not in optional}
                for row in self.rows(sa.select(*columns).order_by(table.c.position))
            ]
            parts[name] = tuple(msgspec.convert(rows, list[row_type]))  # type: ignore[valid-type]
        return Tables(**parts)

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Rows that hold the words, best first; words in double quotes are a phrase."""
        return self.search_page(words, SearchFilters(), limit=limit).rows

    def search_page(self, words: str, filters: SearchFilters, *, limit: int, offset: int = 0) -> Hits:
        """One page of the rows that hold the words and fit the filters, and how many there are."""
        with translated(self.path), self.engine.connect() as connection:
            return search_index(connection, words, filters, limit, offset)

    def check(self) -> tuple[str, ...]:
        """Faults of the database itself; empty if it is sound."""
        with translated(self.path), self.engine.connect() as connection:
            lines = connection.scalars(sa.text("PRAGMA integrity_check")).all()
        return tuple(str(line) for line in lines if line != "ok")

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
