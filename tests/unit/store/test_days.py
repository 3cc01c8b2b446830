"""Days as words of the index: they cut a period exactly as the days themselves would."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import SearchFilters, When
from onrecord.store import open_store
from onrecord.store.days import NARROW, WIDE, name_days, name_period

DAYS = st.dates(date(1999, 11, 1), date(2003, 3, 1))


@given(DAYS, st.integers(0, NARROW), DAYS, DAYS)
def test_a_narrow_interval_is_in_a_period_if_they_share_a_day(first, width, since, until):
    last = first + timedelta(days=width)
    words = name_days(first.isoformat(), last.isoformat())
    shared = set(words).intersection(name_period(since.isoformat(), until.isoformat()))
    assert bool(shared) == (first <= until and last >= since and since <= until)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2024-01-01", ""),
        ("", "2024-01-01"),
        ("2024-01-01", "2024-06-01"),
        ("1850-01-01", "1850-01-01"),
        ("-0044", "x"),
    ],
)
def test_what_the_index_cannot_cut_is_read(first, last):
    assert name_days(first, last) == (WIDE,)


def test_the_words_of_a_period_are_few():
    assert len(list(name_period("1901-02-03", "2099-11-20"))) < 300
    assert len(list(name_period(None, None))) == 201


@pytest.mark.parametrize(
    ("when", "filters", "hit"),
    [
        (When(earliest="2024-01-01", latest="2024-06-30"), {"since": "2024-06-30"}, True),
        (When(earliest="2024-01-01", latest="2024-06-30"), {"since": "2024-07-01"}, False),
        (When(earliest="2024-01-01", latest="2024-06-30"), {"until": "2023-12-31"}, False),
        (When(earliest="2024-01-01"), {"since": "2030-01-01"}, True),
        (When(earliest="2024-01-01"), {"since": "2020-01-01", "until": "2023-12-31"}, False),
        (When(latest="2024-01-01"), {"until": "1990-01-01"}, True),
        (When(), {"since": "1990-01-01"}, False),
        (When(earliest="1850-05-05", latest="1850-05-05"), {"until": "1900-01-01"}, True),
    ],
)
def test_wide_and_open_intervals_fit_a_period_if_they_may_fall_in_it(small_tables, tmp_path, when, filters, hit):
    store = open_store(tmp_path / "story.db")
    events = (replace(small_tables.events[0], when=when),)
    store.replace_tables(replace(small_tables, events=events))
    found = store.search_page("phone", SearchFilters(tables=("events",), **filters), limit=5)
    assert (found.total, len(found.rows)) == (int(hit), int(hit))
    store.close()
