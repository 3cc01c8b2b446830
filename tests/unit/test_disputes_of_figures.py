"""Disputes from text to record: tallies of two bodies, denials of the same clause, unconfirmed accounts, two days."""

import pytest
from short_texts import build_record


def kinds(*texts: tuple[str, str]) -> list[str]:
    """The kinds of the disputes of some short texts, each a day and its words."""
    return [one.kind for one in build_record(*texts).disputes]


GUARD = ("2031-05-07", "Twenty-one people were killed in the Lorn avalanche, the civil guard said on Tuesday.")
HOSPITAL = ("2031-05-07", "The Lorn hospital said on Tuesday that it had counted 44 dead from the avalanche.")


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (GUARD, HOSPITAL, "value"),
        (
            ("2031-05-07", "Some 30,000 people marched through Lorn on Tuesday, the guild said."),
            ("2031-05-07", "Tuesday’s march through Lorn drew 6,000 people, the city council said."),
            "value",
        ),
        (
            ("2031-05-07", "Turnout in Lorn on Tuesday was 61 percent, the commission said."),
            ("2031-05-07", "Turnout in Lorn on Tuesday was no more than 38 percent, the league Open Urn said."),
            "value",
        ),
        (
            ("2031-05-07", "Soldiers removed six crates of letters from a school in Lorn on Monday, the guild said."),
            ("2031-05-07", "No crates of letters were removed from any school in Lorn, Dora Vance said on Tuesday."),
            "denial",
        ),
        (
            ("2031-05-07", "A Castrel balloon came down near the town of Lorn on Monday, the guild said."),
            ("2031-05-07", "The weather office could not confirm that a balloon had come down near Lorn on Monday."),
            "unconfirmed",
        ),
        (
            ("2031-05-07", "The regatta of two cities in Lorn will be held on June 12, the guild said on Tuesday."),
            ("2031-05-07", "The regatta of two cities in Lorn will be held on June 19, Dora Vance said on Tuesday."),
            "value",
        ),
    ],
)  # fmt: skip
def test_two_accounts_of_one_thing_at_one_time(first: tuple[str, str], second: tuple[str, str], kind: str) -> None:
    assert kinds(first, second) == [kind]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (GUARD, ("2031-05-08", "Forty-four people were killed in the Lorn avalanche, the Lorn hospital said.")),
        (GUARD, ("2031-05-07", "Forty-four people were killed in the Marn avalanche, the Marn hospital said.")),
        (GUARD, ("2031-05-07", "The Lorn hospital fears that 44 people could be dead after the avalanche.")),
        (GUARD, ("2031-05-07", "The Lorn hospital said that 4 children were killed in the Lorn avalanche on Tuesday.")),
        (GUARD, ("2031-05-07", "About 22 people were killed in the Lorn avalanche, the Lorn hospital said.")),
        (GUARD, ("2031-05-07", "Officials said on Tuesday that 44 people were killed in the Lorn avalanche.")),
        (
            ("2031-05-07", "Forty hostages were held in the bank in Lorn on Monday, police said."),
            ("2031-05-07", "Nine hostages were held in the bank in Lorn on Wednesday, police said."),
        ),
        (
            ("2031-05-01", "The regatta of two cities in Lorn will be held on June 12, the guild said."),
            ("2031-05-07", "The regatta of two cities in Lorn will be held on June 19, Dora Vance said."),
        ),
        (
            ("2031-05-07", "Critics said that the guild wanted more money for its cause in Lorn."),
            ("2031-05-07", "The guild has not raised enough money, Dora Vance said."),
        ),
    ],
)  # fmt: skip
def test_an_update_another_thing_or_a_fear_is_no_dispute(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert kinds(first, second) == []


def test_the_toll_of_a_year_is_not_that_of_a_day():
    day = "2031-05-07"
    text = (
        "Eight people were killed in Lorn on Tuesday, the civil guard said. The guild said 20,000 people were killed."
    )
    assert kinds((day, text)) == []
