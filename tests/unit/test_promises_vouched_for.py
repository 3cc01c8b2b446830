"""A promise that a later account says was kept, in other words than those it was made in."""

import pytest
from short_texts import build_record

PROMISE = (
    "2031-05-06",
    "KARSK, May 6 - Arland's president, Ida Brenn, promised every family in Karsk 5,000 crowns by May 20. "
    "Brenn spoke in the town hall.",
)


def settle(later: str) -> str:
    """What a later text makes of the promise."""
    rows = build_record(PROMISE, ("2031-05-24", f"KARSK, May 24 - {later}"), as_of="2031-05-25").commitments
    (one,) = [row for row in rows if "5,000" in row.text and row.evidence[0].document == "doc-0"]
    return one.status


@pytest.mark.parametrize(
    "later",
    [
        "Every registered family in Karsk had 5,000 crowns by last week, as President Ida Brenn had promised on May 6.",
        "Each family in Karsk received 5,000 crowns from Arland on the day that had been promised.",
    ],
)
def test_an_account_that_vouches_for_a_promise_keeps_it(later: str) -> None:
    assert settle(later) == "kept"


@pytest.mark.parametrize(
    "later",
    [
        "Every family in Karsk had 5,000 crowns of debts by last week, as President Ida Brenn had promised an inquiry.",
        "Every family in Karsk had 5,000 crowns by last week, as the mayor, Oskar Lund, had promised in March.",
        "Every family in Karsk had a new stove by last week, as President Ida Brenn had promised on May 6.",
        "No family in Karsk had 5,000 crowns by last week, as President Ida Brenn had promised on May 6.",
    ],
)
def test_another_promise_or_none_does_not(later: str) -> None:
    assert settle(later) != "kept"
