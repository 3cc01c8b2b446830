"""What a store of the record can do, whatever lies behind it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.annotations import Annotated
from onrecord.records import Document, Failure, Found, Received
from onrecord.tables import Tables


class Store(Protocol):
    """A place that keeps documents for good, annotations as a cache, and the derived tables."""

    def add_received(self, received: Received) -> bool:
        """Keep a document as it came; False if it is there already (then nothing changes)."""

    def read_received(self) -> tuple[Document, ...]:
        """Every document as `read` made it, by id."""

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

    def replace_tables(self, tables: Tables) -> None:
        """Put the derived tables in place of the old ones, in one transaction."""

    def read_tables(self) -> Tables:
        """All derived tables."""

    def search(self, words: str, *, limit: int) -> tuple[Found, ...]:
        """Rows that hold the words, best first."""

    def check(self) -> tuple[str, ...]:
        """Faults of the database itself; empty if it is sound."""

    def close(self) -> None:
        """Let go of the database."""
