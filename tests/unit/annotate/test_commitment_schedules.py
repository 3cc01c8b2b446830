"""Schedules, orders, deadlines and assurances as commitments: invented sentences, parsed once each."""

import pytest
from annotate_builders import read
from short_texts import build_record


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The first trains are to leave on 14 April.", "14 April"),
        ("The court is due to rule on Thursday.", "Thursday"),
        ("The sale is expected to close in July.", "July"),
        ("The airline must repay the loan by Friday.", "Friday"),
        ("Judge Mara Tolle ordered the ministry to publish the files within ten days.", "ten days"),
        ("Judge Mara Tolle gave the ministry 48 hours to publish the files.", "48 hours"),
        ("The ministry has until Friday to publish the files.", "Friday"),
        ("The talks will resume on Monday.", "Monday"),
        ("The company has promised 300 new jobs by 2032.", "2032"),
        ("The army has a plan to clear the mines by June.", "June"),
        ("The release of the files has been put off until 28 March, Colonel Edo Marsh said.", "28 March"),
    ],
)
def test_what_is_put_down_for_a_day(text: str, due: str) -> None:
    one = read(text)
    (row,) = one.commitments
    assert row.due is not None
    time = one.times[row.due]
    assert one.document.text[time.start : time.end] == due


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ilse Rademar assured residents that the road would be repaired.",
        "The airline said it will refund all tickets.",
    ],
)
def test_a_promise_without_a_day(text: str) -> None:
    (row,) = read(text).commitments
    assert row.due is None


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Edo Marsh had already planned to retire.",
        "He’ll come back stronger, his coach Ulf Dane said.",
        "Snow will fall on Monday.",
        "The court is expected to rule.",
        "Uldria threatened on Monday to close the crossing.",
        "It is the first fight that the court has to settle in two decades.",
        "Lawyers asked the court on Monday to publish the files.",
    ],
)
def test_what_nobody_can_be_held_to(text: str) -> None:
    assert read(text).commitments == ()


def test_a_promise_takes_the_place_of_the_order_it_obeys() -> None:
    one = read("Judge Mara Tolle ordered the guild to pay by this Friday. Ines Vahl of the guild promised to do so.")
    assert len(one.commitments) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Oskar Lund is due to meet his Arlandic colleague, Ilse Brenn, in Almen next Tuesday.",
        "Foreign Minister Oskar Lund will meet his Arlandic colleague, Ilse Brenn, next Tuesday.",
    ],
)
def test_a_name_set_beside_a_colleague_does_not_cut_off_the_day(text: str) -> None:
    one = read(text)
    (row,) = one.commitments
    assert row.due is not None
    time = one.times[row.due]
    assert one.document.text[time.start : time.end] == "next Tuesday"


def test_the_new_day_holds_and_not_that_of_the_relative_clause() -> None:
    one = read("The fire inquiry, which was due on Friday, will now report on June 3, Oskar Lund said.")
    (row,) = one.commitments
    assert row.due is not None
    time = one.times[row.due]
    assert one.document.text[time.start : time.end] == "June 3"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Mayor Ada Low announced a strike for Monday.", "Monday"),
        ("Ole Brand will attend a summit scheduled for Monday in Tolm.", "Monday"),
        ("The company will pay the fines imposed on Tuesday by Friday.", "Friday"),
        ("Mayor Ada Low announced an independent inquiry on Monday.", None),
        ("The ministry will send a report written on Monday to parliament.", None),
        ("Ole Brand will send his cherry red 2028 roadster to the moon by June.", "June"),
    ],
)
def test_the_day_of_something_else_is_not_the_one_by_which_it_is_due(text: str, due: str | None) -> None:
    one = read(text)
    days = {one.times[row.due] for row in one.commitments if row.due is not None}
    assert [one.document.text[day.start : day.end] for day in days] == ([due] if due else [])


def test_how_a_thing_cannot_be_done_is_no_promise() -> None:
    assert not read("Ada Low said: “We are not going to beat Ole Brand by having leaders frown.”").commitments


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("in late 2031 or early 2032", "2031-07-01/2032-06-30"),
        ("in 2032 or 2033", "2032-01-01/2033-12-31"),
        ("in 2032, and in 2033 all others", "2032"),
    ],
)
def test_one_day_or_another_is_due_by_the_later(words: str, due: str) -> None:
    text = f"Germany said on Monday that it will hand over three tugs to France {words}."
    assert {row.due.edtf for row in build_record(("2031-03-05", text)).commitments} == {due}
