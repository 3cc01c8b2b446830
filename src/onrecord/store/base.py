"""What a store of the record can do, whatever lies behind it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.annotations import Annotated
from onrecord.corrections.rows import Correction, Logged, Outcome
from onrecord.records import Document, Failure, Found, Hits, Received, SearchFilters
from onrecord.tables import Tables


class Store(Protocol):
    """A place that keeps documents for good, annotations as a cache, and the derived tables."""

    def add_received(self, received: Received, added: str | None = None) -> bool:
        """Keep a document as it came, at an ISO moment (now if none is named).

        False if it is there already: then only a date given by the user is taken.
        """

    def read_received(self, until: str | None = None) -> tuple[Document, ...]:
        """Every document as `read` made it, by id; only those added by an ISO moment if one is named."""

    def read_added(self) -> Mapping[str, str]:
        """When each document was added, an ISO date-time in UTC, by id."""

    def read_raw(self, document: str) -> bytes:
        """The bytes a document came as."""

    def add_failures(self, failures: Iterable[Failure]) -> None:
        """Remember inputs that could not be added; one that succeeds later is forgotten by its URI."""

    def read_failures(self) -> tuple[Failure, ...]:
        """Every remembered failure, by URI."""

    def read_annotations(self, versions: Sequence[tuple[str, str]]) -> Mapping[str, Annotated]:
        """Cached annotations made by exactly these component versions, by document id."""

    def save_annotations(self, annotated: Iterable[Annotated]) -> None:
        """Cache annotations."""

    def append_corrections(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Add entries to the log of corrections, which nothing is taken out of; those it did not hold yet."""

    def read_corrections(self) -> tuple[Logged, ...]:
        """The log of corrections, by number, with what became of each when the tables were last derived."""

    def save_option(self, name: str, value: str) -> None:
        """Keep an option that the record is derived with, e.g. the roster; an empty value forgets it."""

    def read_option(self, name: str) -> str:
        """An option of the record; empty if it has none of that name."""

    def read_memo(self, version: str) -> Mapping[str, bytes]:
        """What an earlier run of exactly this version has worked out, by kind."""

    def save_memo(self, version: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Keep what this run has worked out, by kind, in place of what was kept before."""

    def replace_tables(self, tables: Tables, outcomes: Sequence[Outcome] = ()) -> None:
        """Put the derived tables, and what became of the corrections, in place of the old, in one transaction."""

    def read_tables(self) -> Tables:
        """All derived tables."""

    def search(self, words: str, *, limit: int) -> tuple[Found, ...]:
        """Rows that hold the words, best first."""

    def search_page(self, words: str, filters: SearchFilters, *, limit: int, offset: int = 0) -> Hits:
        """One page of the rows that hold the words and fit the filters, and how many there are."""

    def check(self) -> tuple[str, ...]:
        """Faults of the database itself; empty if it is sound."""

    def close(self) -> None:
        """Let go of the database."""
