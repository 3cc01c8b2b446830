"""The indexes of comparing leave out nothing that a rule could accept."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.chronology import build_when
from onrecord.compare.happenings import find_window
from onrecord.compare.kept_contacts import in_time
from onrecord.compare.nearby import find_months
from onrecord.compare.postings import Postings, find_pairs
from onrecord.records import UNKNOWN, Event, When

KEYS = st.frozensets(st.sampled_from("abcdefgh"))
DAYS = st.none() | st.integers(0, 400).map(lambda day: (date(2031, 1, 1) + timedelta(days=day)).isoformat())
WHENS = st.tuples(DAYS, DAYS).map(
    lambda ends: build_when(*ends) if None in ends or ends[0] <= ends[1] else build_when(ends[1], ends[0])
)


@given(st.lists(KEYS), KEYS, st.integers(1, 4))
def test_no_thing_with_enough_of_the_keys_is_missed(
    things: Sequence[frozenset[str]], keys: frozenset[str], least: int
) -> None:
    index = Postings()
    for at, one in enumerate(things):
        index.add(at, one)
    found = index.find(keys, least)
    assert {at for at, one in enumerate(things) if len(one & keys) >= least} <= found
    assert all(things[at] & keys for at in found)


@given(st.lists(KEYS))
def test_the_pairs_are_those_that_share_a_key(things: Sequence[frozenset[str]]) -> None:
    expected = [(i, j) for i, one in enumerate(things) for j in range(i + 1, len(things)) if one & things[j]]
    assert find_pairs(things) == expected


@given(WHENS, WHENS, WHENS, DAYS)
def test_a_contact_that_is_in_time_ends_in_the_window(happened: When, due: When, said: When, day: str | None) -> None:
    event = Event(
        id="evt-1",
        type="CONSULT",
        mode="meeting",
        status="happened",
        when=happened,
        where=None,
        label="",
        participants=(),
        evidence=(),
        documents=(),
    )
    if in_time(event, due, said, day):
        low, high = find_window(due, said)
        end = date.fromisoformat(str(happened.latest)).toordinal()
        assert low is None or low <= end
        assert high is None or end <= high


def test_months_of_an_interval() -> None:
    assert find_months([build_when("2031-11-20", "2032-01-03")]) == ["2031-11", "2031-12", "2032-01"]
    assert find_months([build_when(None, "2032-01-03")]) == [""]
    assert find_months([build_when("2030-01-01", "2032-01-03")]) == [""]
    assert find_months([]) == []
    assert find_months([UNKNOWN]) == [""]
