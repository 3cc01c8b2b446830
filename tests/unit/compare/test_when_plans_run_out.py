"""What is said of the day of a plan, and one plan of several tellings; all texts are ours."""

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
