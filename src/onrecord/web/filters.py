"""Which rows of a table are wanted: the filters that pages and API share, read off the row types themselves.

A filter is a field with a closed list, a field that names another row, or one of `actor` (an id, or part of a name),
`document` (an id, or part of the outlet or source), `since` and `until` (ISO days; an interval fits if it may fall in).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from onrecord.present.view import View
from onrecord.records import Published, When
from onrecord.tables import ROW_TYPES

ACTORS_OF: dict[str, Callable[[Any], Iterable[str | None]]] = {
    "actors": lambda row: (row.id,),
    "mentions": lambda row: (row.actor,),
    "statements": lambda row: (row.source.actor,),
    "utterances": lambda row: (row.actor,),
    "events": lambda row: (one.actor for one in row.participants),
    "positions": lambda row: (row.actor, row.holder),
    "claims": lambda row: (row.holder,),
    "disputes": lambda row: (holder for side in row.sides for holder in side.holders),
    "commitments": lambda row: (row.actor,),
}
REFERENCES = {
    "documents": ("duplicate_of",),
    "statements": ("utterance",),
    "proposals": ("event",),
    "positions": ("proposal", "statement"),
    "claims": ("event", "statement"),
    "disputes": ("about",),
    "corroboration": ("of",),
    "coverage": ("event",),
    "links": ("a", "b"),
}
MOST_DOCUMENTS = 200  # that a search is narrowed to by part of an outlet's name


@lru_cache(maxsize=32)
def closed_fields(table: str) -> Mapping[str, tuple[str, ...]]:
    """The fields of a table that take a word of a closed list, with the list."""
    found = {}
    for name, hint in get_type_hints(ROW_TYPES[table]).items():
        options = [hint, *get_args(hint)]
        words = [get_args(one) for one in options if get_origin(one) is Literal]
        if words:
            found[name] = words[0]
    return found


@lru_cache(maxsize=32)
def filter_names(table: str) -> tuple[str, ...]:
    """The filters a table takes."""
    hints = get_type_hints(ROW_TYPES[table])
    names = [*closed_fields(table), *REFERENCES.get(table, ())]
    names += ["actor"] if table in ACTORS_OF else []
    names += ["document"] if table == "documents" or {"document", "documents", "evidence"} & set(hints) else []
    timed = any(hint in (When, Published) for hint in hints.values()) or table == "times"
    return (*names, *(("since", "until") if timed else ()))


def documents_of(row: Any) -> Iterable[str]:
    """The documents a row rests on."""
    own = getattr(row, "document", None)
    if own is not None:
        return (own,)
    documents = getattr(row, "documents", None)
    if documents is not None:
        return tuple(documents)
    evidence = getattr(row, "evidence", None)
    return tuple(dict.fromkeys(one.document for one in evidence)) if evidence is not None else (row.id,)


def when_of(row: Any) -> When | Published | Any:
    """The interval a row is about; a time expression is its own."""
    for name in ("when", "said", "due", "published"):
        found = getattr(row, name, None)
        if found is not None:
            return found
    return row


def may_fall(when: Any, since: str | None, until: str | None) -> bool:
    """May an interval fall between two days? An unknown one does not."""
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    return bool(first or last) and not (since and last and last < since) and not (until and first and first > until)


def find_actors(view: View, wanted: str) -> set[str]:
    """The actors of an id, or whose name or alias holds some words."""
    if wanted in view.actors:
        return {wanted}
    folded = wanted.casefold()
    return {
        actor.id
        for actor in view.tables.actors
        if any(folded in name.casefold() for name in (actor.name, *actor.aliases))
    }


def find_documents(view: View, wanted: str) -> set[str]:
    """The documents of an id, or whose outlet or source holds some words."""
    if wanted in view.documents:
        return {wanted}
    folded = wanted.casefold()
    return {
        row.id
        for row in view.tables.documents
        if folded in (row.outlet or "").casefold() or folded in row.uri.casefold()
    }


def filter_rows(view: View, table: str, rows: Sequence[Any], wanted: Mapping[str, str | None]) -> Sequence[Any]:
    """The rows that fit all filters.

    Args:
        view: The record.
        table: The rows' table.
        rows: Rows of the table, in the order they are wanted.
        wanted: Filters by name; empty values are none.
    """
    chosen = {name: value for name, value in wanted.items() if value}
    if "actor" in chosen:
        actors = find_actors(view, chosen.pop("actor"))
        actors_of = ACTORS_OF[table]
        rows = [row for row in rows if not actors.isdisjoint(actors_of(row))]
    if "document" in chosen:
        documents = find_documents(view, chosen.pop("document"))
        home = (lambda row: (row.id,)) if table == "documents" else documents_of
        rows = [row for row in rows if not documents.isdisjoint(home(row))]
    since, until = chosen.pop("since", None), chosen.pop("until", None)
    for name, value in chosen.items():
        rows = [row for row in rows if getattr(row, name) == value]
    if since or until:
        rows = [row for row in rows if may_fall(when_of(row), since, until)]
    return rows
