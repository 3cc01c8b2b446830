"""A day with its year that is told as past: no page is older than it. All texts are ours."""

import pytest
from short_texts import build_record, build_record_undated


def interval(line: str) -> tuple[str | None, str | None]:
    text = f"Quiet week at the port\n\nThe harbour office of Tarsk has a new roof.\n\n{line}\n"
    (row,) = build_record_undated(text).documents
    return row.published.earliest, row.published.latest


@pytest.mark.parametrize(
    "line",
    [
        "The crew of the port, which stood at 940 hands as of May 6, 2021, was the largest of the coast.",
        "Ana Orvik announced her retirement in an open letter released Thursday, May 6, 2021, by the port.",
        "The study of the sandbanks was published May 6, 2021 in Harbour Letters.",
        "Bo Lind missed a penalty at the end of the match, Thursday, May 6, 2021, in Tarsk.",
        "The port said Thursday, May 6, 2021, that the roof was paid for.",
        "What a night at the old harbour! — Bo Lind (@bolindtarsk) May 6, 2021",
        "Roof of the port is the best roof originally appeared on Tarsk.example on Thu, 6 May 2021 at 10:05.",
        "The council announced Thursday, May 6, 2021, that the roof was paid for.",
        "The council called on May 6, 2021 for a new roof.",
        "A picture taken on May 6, 2021 shows the old roof.",
        "The port said the tiles were stolen between April 3, 2020 and May 6, 2021.",
    ],
)
def test_a_full_day_told_as_past_is_no_later_than_the_page(line: str) -> None:
    assert interval(line)[0] == "2021-05-06"


@pytest.mark.parametrize(
    "line",
    [
        "Ana Orvik signed a lease until May 6, 2031.",
        "The court set May 6, 2031 as the day of the hearing.",
        "The court named Tuesday, May 6, 2031, as the day of the hearing.",
        "The council voted to close the mill Tuesday, May 6, 2031.",
        "The deadline was moved to May 6, 2031.",
        "The council announced a public meeting Tuesday, May 6, 2031, in Tarsk.",
        "The council has called a vote on May 6, 2031.",
        "Tickets for the concert, Tuesday, May 6, 2031, went on sale in Tarsk.",
        "Bo Lind said on May 6, 2021 at 5:05 pm:",
        "The toll was abolished as of May 6, 2031.",
        "Bonds due May 6, 2031 were sold.",
        "The licence was given for all ships built after May 6, 2031.",
        "The port agreed to close the pier between April 3, 2030 and May 6, 2031.",
        "The roof will be opened Tuesday, May 6, 2031.",
    ],
)
def test_a_full_day_that_may_lie_ahead_bounds_nothing(line: str) -> None:
    assert interval(line)[0] is None


@pytest.mark.parametrize(
    ("line", "earliest"),
    [
        ("The port had nine ships abroad as of the end of 2020.", "2020-07-01"),
        ("Bo Lind won the cup in 2019 and 2020.", "2020-01-01"),
        ("It wasn’t until 2020 that Ana Orvik came home.", "2020-01-01"),
        ("The port had to pay for nine ships as of 2030.", None),
        ("Ana Orvik hoped to win the cup in 2030 and 2031.", None),
    ],
)
def test_a_year_told_as_past(line: str, earliest: str | None) -> None:
    assert interval(line)[0] == earliest


def test_a_gallery_may_be_younger_than_its_page() -> None:
    pictures = "\n".join(f"{n}/4 {9 - n} November 2021 Bo Lind greets the crew of the tug Maro AP" for n in range(1, 5))
    assert interval(f"Tarsk in pictures\n{pictures}") == (None, None)
    assert interval("The old roof is seen in Tarsk, Nov. 8, 2021. (AP Photo/Bo Lind)")[0] == "2021-11-08"


def test_a_page_is_no_younger_than_the_note_of_its_change() -> None:
    note = "• This article was amended on 6 May 2021. An earlier version said that the roof was red."
    assert interval(note) == (None, "2021-05-06")
    assert interval("The law was amended on 6 May 2021.") == ("2021-05-06", None)


def test_nothing_is_overdue_by_a_day_that_no_page_is_shown_to_be_of() -> None:
    promise = "Germany pledged on Monday that it will hand over three tugs to France by 6 May 2021."
    (wide,) = build_record(("2021-01-01/2021-12-31", promise)).commitments
    assert (wide.status, wide.as_of) == ("open", "2021-01-01")
    rows = build_record(("2021-04-05", promise), ("2021-06-02", "The mayor of Tarsk slept on Monday.")).commitments
    assert [(one.status, one.as_of) for one in rows] == [("overdue", "2021-06-02")]
