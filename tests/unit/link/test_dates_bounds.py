"""How bounds on a publication date are joined: strong ones first, contested ones not at all."""

from dataclasses import replace
from datetime import date

import pytest
from link_builders import Builder

from onrecord.annotations import TimeExpression
from onrecord.link import link
from onrecord.link.date_bounds import Bound, find_calendar_bounds
from onrecord.link.date_days import find_season_bounds
from onrecord.link.dates import drop_contested, intersect_bounds


def bound(earliest: int | None, latest: int | None, score: float = 1.0) -> Bound:
    return Bound(earliest=earliest, latest=latest, reason="r", evidence=(), score=score)


def test_bounds_are_intersected_and_one_that_leaves_no_day_is_left_out() -> None:
    first, last, used = intersect_bounds([bound(10, 20), bound(15, None), bound(30, None)])
    assert (first, last) == (15, 20)
    assert len(used) == 2


def test_two_documents_that_say_otherwise_with_like_weight_date_nothing() -> None:
    assert drop_contested([bound(10, 20, 6.0), bound(30, 40, 5.5)]) == []
    assert drop_contested([bound(10, 20, 9.0), bound(30, 40, 5.5)]) == [bound(10, 20, 9.0)]


def test_a_year_beside_the_clause_is_no_past_date() -> None:
    one = Builder("a", "The 2034 candidates met. Savings from 2030 to 2036 were named.")
    one.time("2034", value="2034")
    one.time("2036", value="2036")
    row = link([one.build()]).documents["a"].published
    assert (row.earliest, row.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "year", "earliest"),
    [
        ("Ada Moreau endorsed Bo Lind in the 2030 presidential primaries.", "2030", "2030-01-01"),
        ("Ada Moreau failed in a 2030 bid for the office.", "2030", "2030-01-01"),
        ("In this 2030 file photo Ada Moreau waves to the crowd.", "2030", "2030-01-01"),
        ("Ada Moreau hoped to run in the 2036 presidential primaries.", "2036", None),
    ],
)
def test_a_year_before_what_was_bounds_the_page(text: str, year: str, earliest: str | None) -> None:
    one = Builder("a", text)
    one.time(year, value=year)
    assert link([one.build()]).documents["a"].published.earliest == earliest


def test_yesterday_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    words = "“Yesterday the council of Karsk refused the offer of the northern harbour workers,” she said"
    dated = Builder("dated", f"{words}.", "2031-03-05")
    undated = Builder("undated", f"{words} again.")
    for one in (dated, undated):
        one.quote(words[: words.index("”") + 1], "Mara Osei")
        at = one.span("Yesterday")
        one.times.append(
            TimeExpression(
                start=at.start, end=at.end, type="DATE", rule="offset", parameters=(("n", "-1"), ("unit", "D"))
            )
        )
    row = link([dated.build(), undated.build()]).documents["undated"].published
    assert row.earliest != row.latest or row.earliest is None


@pytest.mark.parametrize(
    "words", ["on Monday, April 10", "on Monday, Apr. 10", "on Monday 10 April", "on Monday, the 10th of April"]
)
def test_a_weekday_with_its_date_tells_the_year_where_only_one_fits(words: str) -> None:
    doc = Builder("a", f"The pause begins {words}. Nobody knew for how long.").build()
    (found,) = find_calendar_bounds(doc, date(2020, 3, 9).toordinal(), date(2026, 4, 13).toordinal())
    assert found.earliest is not None
    assert found.latest is not None
    assert date.fromordinal(found.earliest) < date(2023, 4, 10) < date.fromordinal(found.latest)
    assert found.latest - found.earliest < 370


def test_a_date_with_its_year_or_a_few_months_of_doubt_need_no_calendar() -> None:
    wide = date(2020, 3, 9).toordinal(), date(2026, 4, 13).toordinal()
    narrow = date(2023, 3, 9).toordinal(), date(2023, 4, 13).toordinal()
    assert find_calendar_bounds(Builder("a", "It began on Monday, April 10, 2017.").build(), *wide) == []
    assert find_calendar_bounds(Builder("a", "It begins on Monday, April 10.").build(), *narrow) == []
    assert find_calendar_bounds(Builder("a", "It begins on Monday, April 10.").build(), None, wide[1]) == []


def test_a_page_lies_between_a_day_it_tells_of_and_one_ahead() -> None:
    one = Builder("a", "The ministers met on October 12. The talks are still planned for November 8 in Karsk.")
    for words, month, day, tense in (("October 12", "10", "12", "past"), ("November 8", "11", "8", "future")):
        index = one.time(words, tense=tense)
        one.times[index] = replace(one.times[index], rule="day-of-month", parameters=(("month", month), ("day", day)))
    first, last = date(2031, 4, 4).toordinal(), date(2032, 4, 4).toordinal()
    (found,) = find_season_bounds(one.build(), first, last)
    assert (found.earliest, found.latest) == (date(2031, 10, 12).toordinal(), date(2031, 11, 8).toordinal())
    assert find_season_bounds(one.build(), first, last + 300) == []  # two years fit
