"""The search index: operators, filters, pages; an index of an earlier layout is filled anew."""

import sqlite3

import pytest

from onrecord.records import SearchFilters
from onrecord.store import open_store
from onrecord.store.index import build_match


@pytest.fixture
def store(small_record):
    opened = open_store(small_record)
    yield opened
    opened.close()


def ids(store, words, **filters):
    hits = store.search_page(words, SearchFilters(**filters), limit=50)
    assert hits.total == len(hits.rows)
    return {hit.id for hit in hits.rows}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lor*", {"doc-aaa1", "sta-aaa1", "evt-bbb2", "pro-aaa1", "com-aaa1"}),
        ("lor", set()),
        ("lorn -meeting", {"sta-aaa1", "com-aaa1"}),
        ("lorn NOT meeting", {"sta-aaa1", "com-aaa1"}),
        ("phone OR denied OR agreed", {"evt-aaa1", "doc-aaa1", "sta-bbb2"}),
        ('"meet in lorn"', {"doc-aaa1", "sta-aaa1", "com-aaa1"}),
        ('"in meet"', set()),
        ("-lorn", set()),
        ("OR NOT AND", set()),
        ("moreau AND boris", {"doc-aaa1", "evt-aaa1", "evt-bbb2"}),
    ],
)
def test_operators(store, words, found):
    assert ids(store, words) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"tables": ("events",)}, {"evt-bbb2"}),
        ({"tables": ("events", "statements")}, {"evt-bbb2", "sta-aaa1"}),
        ({"actors": ("act-bbb2",)}, {"evt-bbb2"}),
        ({"actors": ("act-aaa1",), "tables": ("statements",)}, {"sta-aaa1"}),
        ({"documents": ("doc-none",)}, set()),
        ({"documents": ()}, set()),
        ({"since": "2024-03-05"}, {"doc-aaa1", "pro-aaa1", "com-aaa1"}),
        ({"until": "2024-03-04"}, {"sta-aaa1"}),
    ],
)
def test_filters(store, filters, found):
    assert ids(store, "lorn", **filters) == found


def test_a_filter_is_never_a_word_that_is_searched(store):
    assert ids(store, "xevents") == set()
    assert ids(store, "xactaaa1") == set()


def test_pages_follow_each_other(store):
    whole = store.search_page("lorn", SearchFilters(), limit=10)
    one_by_one = [store.search_page("lorn", SearchFilters(), limit=1, offset=n).rows[0] for n in range(whole.total)]
    assert tuple(one_by_one) == whole.rows


@pytest.mark.parametrize(
    "words", ["words : x", "a AND (b", "NEAR(a b)", "^x", "a -", '-"', "- -- -*", "x\x00y", "*" * 50, "‹x›"]
)
def test_no_query_is_a_fault(store, words):
    store.search_page(words, SearchFilters(), limit=5)
    assert build_match(words).count('"') % 2 == 0


def test_a_record_of_the_first_layout_is_searched_with_filters(small_record):
    with sqlite3.connect(small_record) as connection:
        connection.execute("DROP TABLE search")
        connection.execute(
            "CREATE VIRTUAL TABLE search USING fts5(words, kind UNINDEXED, id UNINDEXED, document UNINDEXED)"
        )
        connection.execute("DELETE FROM migrations WHERE name LIKE '%search%'")
    connection.close()
    store = open_store(small_record, create=False)
    assert ids(store, "lorn", tables=("events",)) == {"evt-bbb2"}
    store.close()
