"""Full-text search with SQLite's FTS5: how the index is laid out, filled and asked.

The column `facets` holds one word for each table, document, actor and day of a row, so that filters are cut by the
index itself and not by reading rows. The order is FTS5's own (BM25); rows of one rank keep the order of the record. So
do the hits of a query that finds more than MOST_RANKED rows: words that are everywhere rank nothing, and ranking is
what takes time (300 ms for 80,000 hits against 1 ms in the record's order).
"""

import re
from collections.abc import Iterator

import sqlalchemy as sa

from onrecord.records import Found, Hits, SearchFilters
from onrecord.store.days import WIDE, name_days, name_period
from onrecord.store.words import Entry, find_words
from onrecord.tables import Tables

COLUMNS = "words, facets, kind UNINDEXED, id UNINDEXED, document UNINDEXED, first UNINDEXED, last UNINDEXED"
SNIPPET_WORDS = 24
MOST_RANKED = 2_000
TOKEN = re.compile(r'(?P<minus>-(?=["\w]))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


def create_index(connection: sa.Connection) -> None:
    """The index with facets, in place of the one that had none."""
    connection.execute(sa.text("DROP TABLE IF EXISTS search"))
    tokenizer = "tokenize='unicode61 remove_diacritics 2', prefix='3 4'"
    connection.execute(sa.text(f"CREATE VIRTUAL TABLE search USING fts5({COLUMNS}, {tokenizer})"))
    connection.execute(sa.text("INSERT INTO search(search, rank) VALUES ('rank', 'bm25(1.0, 0.0)')"))


def fill_index(connection: sa.Connection, tables: Tables) -> None:
    """Index the words of the tables in place of what was indexed."""
    connection.execute(sa.text("DELETE FROM search"))
    rows = [
        {
            "words": one.words,
            "facets": " ".join(name_facets(one)),
            "kind": one.table,
            "id": one.id,
            "document": one.documents[0] if one.documents else "",
            "first": (one.when.earliest or "")[:10],
            "last": (one.when.latest or "")[:10],
        }
        for one in find_words(tables)
    ]
    if rows:
        insert = (
            "INSERT INTO search (words, facets, kind, id, document, first, last)"
            " VALUES (:words, :facets, :kind, :id, :document, :first, :last)"
        )
        connection.execute(sa.text(insert), rows)


def name_facets(one: Entry) -> tuple[str, ...]:
    """What a row can be narrowed by, as words of the index."""
    names = (one.table, *one.documents, *one.actors)
    days = name_days((one.when.earliest or "")[:10], (one.when.latest or "")[:10])
    return (*(build_facet(name) for name in names), *days)


def build_facet(name: str) -> str:
    """The word that stands for a table or an id in the index.

    >>> build_facet("act-1f2e3d")
    'xact1f2e3d'
    """
    return "x" + re.sub(r"[\W_]", "", name).lower()


def build_match(words: str) -> str:
    """An FTS5 query in which every word (or "phrase") must occur.

    `word*` takes every word that begins so, `OR` between two takes either, `-word` and `NOT word` leave out. All other
    signs are words, so that no query is a syntax error; one that only leaves out finds nothing.

    >>> build_match('call "two weeks"')
    '"call" AND "two weeks"'
    >>> build_match("cease* OR truce -naval")
    '("cease" * OR "truce") NOT ("naval")'
    """
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    joining = leaving = False
    for minus, text, is_phrase in split_query(words):
        if not is_phrase and text in ("AND", "OR", "NOT"):
            joining, leaving = text == "OR" and bool(wanted), text == "NOT" or (leaving and text == "AND")
            continue
        if not re.search(r"[^\W_]", text):
            continue
        term = f'"{text.rstrip("*")}" *' if text.endswith("*") and not is_phrase else f'"{text}"'
        if minus or leaving:
            unwanted.append(term)
        elif joining:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joining = leaving = False
    if not wanted:
        return ""
    query = " AND ".join(group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in wanted)
    if not unwanted:
        return query
    return f"{query if len(wanted) == 1 else f'({query})'} NOT ({' OR '.join(unwanted)})"


def split_query(words: str) -> Iterator[tuple[bool, str, bool]]:
    """The words and phrases of a query: does a minus stand before it, its text, is it a phrase?"""
    for found in TOKEN.finditer(words.replace("\x00", " ")):
        phrase = found["phrase"]
        text = (phrase if phrase is not None else found["word"]).strip()
        if text:
            yield bool(found["minus"]), text, phrase is not None


def match_filters(query: str, filters: SearchFilters) -> str:
    """The query with the filters that the index can cut."""
    parts = [f"words : ({query})"]
    for names in (filters.tables, filters.documents, filters.actors):
        if names is not None:
            parts.append(f"facets : ({' OR '.join(build_facet(name) for name in names)})")
    return " AND ".join(parts)


def search_index(connection: sa.Connection, words: str, filters: SearchFilters, limit: int, offset: int) -> Hits:
    """One page of hits, best first where there are not too many to rank, and how many there are."""
    query = build_match(words)
    if not query or () in (filters.tables, filters.documents, filters.actors):
        return Hits(total=0, rows=())
    values = {"query": match_filters(query, filters), "since": filters.since, "until": filters.until}
    where = "search MATCH :query"
    if filters.since or filters.until:
        values["wide"] = f"{values['query']} AND facets : {WIDE}"
        values["query"] = match_period(values["query"] or "", filters)
        # The few rows whose days are no words of the index are the only ones that are read.
        late = "(last <> '' AND last < :since)" if filters.since else "0"
        early = "(first <> '' AND first > :until)" if filters.until else "0"
        out = f"SELECT rowid FROM search WHERE search MATCH :wide AND ({late} OR {early})"
        where = f"search MATCH :query AND rowid NOT IN ({out})"
    total = connection.scalar(sa.text(f"SELECT count(*) FROM search WHERE {where}"), values)
    order = "rank" if total and total <= MOST_RANKED else "rowid"
    select = sa.text(
        f"SELECT kind, id, document, snippet(search, 0, '‹', '›', '…', {SNIPPET_WORDS}) AS snippet FROM search"
        f" WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    )
    rows = connection.execute(select, {**values, "limit": limit, "offset": offset}).mappings()
    found = (Found(table=r["kind"], id=r["id"], document=r["document"], snippet=r["snippet"]) for r in rows)
    return Hits(total=total or 0, rows=tuple(found))


def match_period(query: str, filters: SearchFilters) -> str:
    """The query with the days that the index can cut, and with the rows whose days must be read."""
    return f"{query} AND facets : ({' OR '.join((*name_period(filters.since, filters.until), WIDE))})"
