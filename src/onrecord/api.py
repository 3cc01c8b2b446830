"""The Python API: a record file that articles are added to and that answers questions.

>>> from onrecord import Record
>>> with Record(":memory:") as record:
...     record.tables.events
()
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import TracebackType

from onrecord.annotate import component_versions
from onrecord.annotations import Annotated
from onrecord.config import Settings, load_settings
from onrecord.pipeline import build_tables
from onrecord.progress import Progress, Silent
from onrecord.read import read_sources
from onrecord.records import Document, Failure, Found
from onrecord.scale import annotate_all
from onrecord.store import Store, open_store
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What `add` did: documents new to the record, those it held already, and what failed."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = field(default=())


class Record:
    """The record of a story, kept in one file.

    Args:
        path: The record file; ":memory:" keeps it in memory. None takes the setting (`./onrecord.db`).
        settings: How to annotate; None reads environment and `onrecord.toml`.
        create: Make the file if there is none.

    Raises:
        RecordError: The file cannot be used as a record.
    """

    def __init__(
        self, path: str | Path | None = None, *, settings: Settings | None = None, create: bool = True
    ) -> None:
        self.settings = settings or load_settings({}, os.environ, Path())
        self.store: Store = open_store(path or self.settings.record, create=create)

    def __enter__(self) -> "Record":
        """Use the record in a with statement."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    @cached_property
    def tables(self) -> Tables:
        """Every table of the record, as of the last `add`."""
        return self.store.read_tables()

    def add(
        self,
        sources: str | Path | Sequence[str | Path],
        *,
        date: str | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add articles and bring the record up to date.

        Args:
            sources: Files, folders, globs, or "-" for standard input.
            date: ISO publication date for documents that state none.
            progress: Told how far the work is.

        Returns:
            What was new, known and failed. A failure never stops the others.
        """
        progress = progress or Silent()
        listed = [sources] if isinstance(sources, str | Path) else list(sources)
        new, known, failed = self.receive(listed, date, progress)
        annotated, broken = self.annotate_missing(progress)
        failed += broken
        self.store.add_failures(failed)
        progress.start("linking and comparing", None)
        self.store.replace_tables(build_tables(annotated))
        progress.finish()
        self.__dict__.pop("tables", None)
        return Added(new=tuple(new), known=tuple(known), failed=tuple(failed))

    def receive(
        self, sources: Sequence[str | Path], date: str | None, progress: Progress
    ) -> tuple[list[str], list[str], list[Failure]]:
        """Read sources into the store: ids new, ids known, failures."""
        new: list[str] = []
        known: list[str] = []
        failed: list[Failure] = []
        progress.start("reading", None)
        for one in read_sources(sources, given_date=date, max_article_bytes=self.settings.max_article_bytes):
            if isinstance(one, Failure):
                failed.append(one)
            elif self.store.add_received(one):
                new.append(one.document.id)
            else:
                known.append(one.document.id)
            progress.advance(one.uri if isinstance(one, Failure) else one.document.uri)
        progress.finish()
        return new, known, failed

    def annotate_missing(self, progress: Progress) -> tuple[list[Annotated], list[Failure]]:
        """The annotations of every document, made where the cache lacks them, and what failed."""
        documents = self.store.read_received()
        versions = component_versions(self.settings.pipeline, self.settings.tagger)
        cached = self.store.read_annotations(versions)
        missing = [document for document in documents if document.id not in cached]
        made: dict[str, Annotated] = {}
        failed: list[Failure] = []
        progress.start("annotating", len(missing))
        for document, result in annotate_all(missing, self.settings):
            if isinstance(result, Failure):
                failed.append(result)
            else:
                made[document.id] = result
            progress.advance(document.uri)
        progress.finish()
        self.store.save_annotations(made.values())
        found = {**cached, **made}
        # The stored document decides: a date given later must not wait for a new annotation.
        return [replace(found[one.id], document=one) for one in documents if one.id in found], failed

    def tables_as_of(self, day: str) -> Tables:
        """The record with commitments judged as of an ISO date."""
        annotated, _ = self.annotate_missing(Silent())
        return build_tables(annotated, as_of=day)

    def documents(self) -> tuple[Document, ...]:
        """The documents with their publication dates as linked."""
        return self.tables.documents

    def failures(self) -> tuple[Failure, ...]:
        """What could not be added."""
        return self.store.read_failures()

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Rows that hold the words, best first."""
        return self.store.search(words, limit=limit)
