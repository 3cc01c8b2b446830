"""What is said of the day of a plan, and one plan of several tellings; all texts are ours."""

import pytest
from short_texts import build_record, build_record_undated

WIDE = "2031-01-01/2033-12-31"


def test_what_no_article_is_known_to_outlive_is_not_overdue() -> None:
    (row,) = build_record((WIDE, "The mayor of Osk, Ada Low, will open the bridge on May 3, 2032.")).commitments
    assert (row.status, row.as_of) == ("open", "2031-01-01")


def test_what_an_article_is_known_to_outlive_is() -> None:
    text = "The mayor of Osk, Ada Low, will open the bridge on May 3, 2032."
    (row,) = build_record(("2032-04-01", text), ("2032-06-01", "It rained in Osk.")).commitments
    assert (row.status, row.reasons[0][:17]) == ("overdue", "due by 2032-05-03")


def test_a_refusal_that_no_article_is_known_to_outlive_is_open() -> None:
    text = "The minister, Ada Low, said she would not sign the bill before May 3, 2032."
    (row,) = build_record((WIDE, text)).commitments
    assert row.status == "open"
    (row,) = build_record(("2032-04-01", text), ("2032-06-01", "It rained in Osk.")).commitments
    assert row.status == "kept"


def test_a_first_day_is_no_last_one() -> None:
    text = "The mayor of Osk, Ada Low, will open the bridge on May 3 at the earliest."
    (row,) = build_record(("2032-04-01", text), ("2032-06-01", "It rained in Osk.")).commitments
    assert (row.due.earliest, row.due.latest, row.status) == ("2032-05-03", None, "unclear")
    assert row.reasons[0].startswith("due from 2032-05-03, no last day was given")


def test_a_day_that_is_named_is_no_lack_of_one() -> None:
    (row,) = build_record_undated(
        "Mayor Ada Low of Osk will testify in court on Tuesday, her office said.\n"
    ).commitments
    assert row.reasons[0].startswith("which day “Tuesday” is, is not known")


def test_one_dated_plan_of_several_tellings() -> None:
    rows = build_record(
        ("2032-01-01/2032-03-31", "Norway's Lorn Two survey mission will launch in June."),
        ("2032-02-03", "The two-part Lorn Two survey mission will launch in June when a relay is put behind the ice."),
    ).commitments
    assert [(row.due.latest, len(row.evidence)) for row in rows] == [("2032-06-30", 2)]


def test_two_plans_of_one_month() -> None:
    rows = build_record(
        ("2032-02-03", "Norway's Lorn Two survey mission will launch in June."),
        ("2032-02-03", "The Harn Five weather mission will launch in June."),
    ).commitments
    assert len(rows) == 2


def test_one_quoted_promise_is_one_though_an_article_leaves_its_body_open() -> None:
    quote = "“Our crew will be reaching out to the two players who were put off the plane,” "
    rows = build_record(
        ("2032-02-03", f"{quote}airline spokesman Jon Reed said."),
        ("2032-02-03", f"{quote}Volta Airlines spokesman Jon Reed said."),
    ).commitments
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Nordair Corp. announced that it would close the plant in December.", "2031-12"),
        ("Nordair Corp. announced in May of last year that it would close the plant in December.", "2030-12"),
    ],
    ids=["ahead of the print", "told of as past"],
)
def test_a_month_that_is_to_come_is_the_next_one_after_the_print(text: str, due: str) -> None:
    (row,) = build_record(("2031-03-05", text)).commitments
    assert row.due.edtf == due


def test_one_plan_told_with_and_without_the_name_of_its_firm_is_one() -> None:
    text = (
        "Nordair Corp. plans to close the plant by the end of the year. Nordair announced that it would close the "
        "plant, which employs 300 people. Nordair's plan to close the plant drew protests."
    )
    assert len(build_record(("2031-03-05", text)).commitments) == 1
    other = text.replace("it would close the plant", "it would sell the ferry")
    assert len(build_record(("2031-03-05", other)).commitments) == 2
