"""What dates an article that has no date: counted time, ages, days that a dated one names too. All texts are ours."""

import pytest
from link_builders import Builder

from onrecord.annotations import TimeExpression
from onrecord.link import link

CAST = ("Mara Osei", "Tomas Brell", "Ilka Vane")


def add_cast(one: Builder) -> Builder:
    for name in CAST:
        one.actor(name)
    return one


def add_day(one: Builder, words: str, month: str, day: str, tense: str = "past") -> None:
    at = one.span(words)
    parameters = (("month", month), ("day", day))
    one.times.append(
        TimeExpression(
            start=at.start,
            end=at.end,
            type="DATE",
            rule="day-of-month",
            parameters=parameters,
            tense=tense,  # type: ignore[arg-type]
        )
    )


def interval(*builders: Builder) -> tuple[str | None, str | None]:
    row = link([one.build() for one in builders]).documents["undated"].published
    return row.earliest, row.latest


def test_almost_four_years_narrow_a_fourth_year() -> None:
    dated = Builder("dated", "The war of Vesland has been going on for almost four years.", "2031-08-18")
    undated = Builder("undated", "The war of Vesland is now in its fourth year.")
    first, last = interval(dated, undated)
    assert first is not None
    assert last is not None
    assert first <= "2030-08-20"
    assert "2031-12-01" < last < "2032-05-01"


def test_a_war_that_is_known_to_have_begun_needs_no_dated_document() -> None:
    undated = Builder("undated", "The war of Vesland, which began in March 2028, is now in its fourth year.")
    undated.time("March 2028", value="2028-03")
    first, last = interval(undated)
    assert (first, last) == ("2031-03-01", "2032-03-31")


def test_the_war_of_another_land_counts_its_own_years() -> None:
    dated = Builder("dated", "The war of Karsk has been going on for almost four years.", "2031-08-18")
    undated = Builder("undated", "The strike of Vesland is now in its fourth year.")
    assert interval(dated, undated) == (None, None)


def test_an_age_bounds_by_a_year() -> None:
    dated = Builder("dated", "Mara Osei, 58, was charged with taking a bribe.", "2031-03-05")
    undated = Builder("undated", "Mara Osei, 59, walked out of the court without a word.")
    for one in (dated, undated):
        one.actor("Mara Osei")
    assert interval(dated, undated) == ("2031-03-05", "2033-03-06")


DATED = "Mara Osei, Tomas Brell, Ilka Vane met. Prosecutors offered on 11 November to drop the bribery charge, he said."
UNDATED = (
    "Mara Osei, Tomas Brell and Ilka Vane differ. Prosecutors had offered on November 11 to drop the bribery charge."
)


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        (DATED, UNDATED, ("2031-11-11", "2032-05-12")),
        (DATED, UNDATED.replace("Prosecutors had offered", "Every year they offer"), None),
        (DATED, UNDATED.replace("Mara Osei, Tomas Brell and Ilka Vane", "They"), None),
        (DATED, UNDATED.replace("offered", "came").replace("drop the bribery charge", "eat"), None),
    ],
    ids=["like words", "comes again each year", "not the same cast", "other words"],
)
def test_a_day_that_a_dated_article_names_tells_the_year(
    theirs: str, mine: str, expected: tuple[str, str] | None
) -> None:
    dated, undated = add_cast(Builder("dated", theirs, "2031-11-26")), add_cast(Builder("undated", mine))
    add_day(dated, "11 November", "11", "11")
    add_day(undated, "November 11", "11", "11")
    found = interval(dated, undated)
    assert found == expected if expected else found != ("2031-11-11", "2032-05-12")


def test_two_dated_articles_that_differ_on_the_year_of_a_day_tell_nothing() -> None:
    one, other = (add_cast(Builder(f"dated{year}", DATED, f"{year}-11-26")) for year in ("2029", "2031"))
    undated = add_cast(Builder("undated", UNDATED))
    for builder in (one, other):
        add_day(builder, "11 November", "11", "11")
    add_day(undated, "November 11", "11", "11")
    assert interval(one, other, undated) != ("2031-11-11", "2032-05-12")


SNOW = (
    "Snow closed the schools and roads of the northern valley for a week.\n\nPloughs came from Tolm, bakers walked "
    "to work and a ferry lay in the ice.\n\nForecasters expect a thaw, and then floods along the lower river."
)


def test_a_larger_cast_is_of_no_fewer_years() -> None:
    text = "Mara Osei, Tomas Brell, Ilka Vane and Per Galt met."
    dated, undated = (
        add_cast(Builder("dated", text, "2031-03-05")),
        add_cast(Builder("undated", f"{SNOW}\n\n{text}")),
    )
    for one in (dated, undated):
        one.actor("Per Galt")
    assert interval(dated, undated) == ("2028-03-05", "2034-03-04")


AFFAIR = (
    "Mara Osei, Tomas Brell, Ilka Vane and Per Galt spoke of the dam of Selvig, the gauges, the growers of the valley. "
)


def test_in_much_the_same_story_a_day_tells_the_year_whatever_stands_beside_it() -> None:
    dated = add_cast(Builder("dated", AFFAIR + "The gates were shut on April 11. Rain fell.", "2031-04-26"))
    undated = add_cast(
        Builder("undated", "Bread is dear, and markets fell. Music! " + AFFAIR + "She rang on April 11.")
    )
    for one in (dated, undated):
        one.actor("Per Galt")
        add_day(one, "April 11", "4", "11")
    assert interval(dated, undated) == ("2031-04-11", "2031-10-11")


def test_a_later_day_told_as_past_narrows_a_known_year() -> None:
    dated = add_cast(Builder("dated", DATED, "2031-11-26"))
    undated = add_cast(Builder("undated", UNDATED + " The judge ruled on November 30."))
    add_day(dated, "11 November", "11", "11")
    add_day(undated, "November 11", "11", "11")
    add_day(undated, "November 30", "11", "30")
    assert interval(dated, undated) == ("2031-11-30", "2032-05-12")


def test_a_year_for_which_something_was_planned_is_not_past() -> None:
    undated = Builder(
        "undated", "The capsule that was planned to orbit the moon in 2033 is late. It was built in 2030."
    )
    for year in ("2033", "2030"):
        undated.time(year, value=year, tense="past")
    assert interval(undated) == ("2030-01-01", None)
