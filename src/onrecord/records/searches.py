"""What a search is asked and what it finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit of a search: the row's table and id, and the words around the hit, which stands between ‹ and ›."""

    table: str
    id: str
    document: str
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilters:
    """What a search is narrowed to; None is not narrowed, and an empty tuple finds nothing.

    `tables`, `documents` and `actors` are names and ids of which a row must have one; `since` and `until` are ISO days
    between which its day may fall.
    """

    tables: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of what a search found, best first, and how many rows there are in all."""

    total: int
    rows: tuple[Found, ...]
