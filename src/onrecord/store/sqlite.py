"""The record in a SQLite file, through SQLAlchemy Core, with FTS5 for search."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from onrecord.annotations import Annotated
from onrecord.errors import LookupFailed, RecordError
from onrecord.records import Document, Failure, Found, Received
from onrecord.store import schema
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, names_of_migrations
from onrecord.store.words import find_words
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
    return SqliteStore(engine, place)


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

    def add_received(self, received: Received) -> bool:
        """Keep a document as it came; False if it is there already (then only a date given by the user is taken)."""
        document = received.document
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
                        added=datetime.now(UTC).isoformat(timespec="seconds"),
                    )
                )
            elif document.published.basis == "given":
                values = {"document": msgspec.json.encode(document)}
                connection.execute(sa.update(schema.received).where(same).values(**values))
        return known is None

    def read_received(self) -> tuple[Document, ...]:
        """Every document as `read` made it, by id."""
        rows = self.rows(sa.select(schema.received.c.document).order_by(schema.received.c.id))
        return tuple(msgspec.json.decode(row["document"], type=Document) for row in rows)

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

    def replace_tables(self, tables: Tables) -> None:
        """Put the derived tables in place of the old ones, in one transaction."""
        with self.writing() as connection:
            for name, table in schema.row_tables.items():
                connection.execute(sa.delete(table))
                rows = [
                    {"position": position, **msgspec.to_builtins(row)}
                    for position, row in enumerate(getattr(tables, name))
                ]
                for start in range(0, len(rows), BATCH):
                    connection.execute(sa.insert(table), rows[start : start + BATCH])
            connection.execute(sa.text("DELETE FROM search"))
            words = [msgspec.to_builtins(found) for found in find_words(tables)]
            if words:
                insert = "INSERT INTO search (words, kind, id, document) VALUES (:snippet, :table, :id, :document)"
                connection.execute(sa.text(insert), words)

    def read_tables(self) -> Tables:
        """All derived tables."""
        parts: dict[str, Any] = {}
        for name, row_type in ROW_TYPES.items():
            table = schema.row_tables[name]
            columns = [column for column in table.columns if column.name != "position"]
            rows = self.rows(sa.select(*columns).order_by(table.c.position))
            parts[name] = tuple(msgspec.convert(rows, list[row_type]))  # type: ignore[valid-type]
        return Tables(**parts)

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Rows that hold the words, best first; words in double quotes are a phrase."""
        query = build_match(words)
        if not query:
            return ()
        select = sa.text(
            "SELECT kind, id, document, snippet(search, 0, '‹', '›', '…', 24) AS snippet FROM search"
            " WHERE search MATCH :query ORDER BY rank, kind, id LIMIT :limit"
        )
        with translated(self.path), self.engine.connect() as connection:
            rows = connection.execute(select, {"query": query, "limit": limit}).mappings()
            return tuple(Found(table=r["kind"], id=r["id"], document=r["document"], snippet=r["snippet"]) for r in rows)

    def check(self) -> tuple[str, ...]:
        """Faults of the database itself; empty if it is sound."""
        with translated(self.path), self.engine.connect() as connection:
            lines = connection.scalars(sa.text("PRAGMA integrity_check")).all()
        return tuple(str(line) for line in lines if line != "ok")

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def build_match(words: str) -> str:
    """An FTS5 query in which every word (or "phrase") must occur; operators of FTS5 are taken as words.

    >>> build_match('call "two weeks"')
    '"call" "two weeks"'
    """
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', words)
    texts = [(phrase or word).strip() for phrase, word in parts]
    return " ".join(f'"{text}"' for text in texts if re.search(r"\w", text))
