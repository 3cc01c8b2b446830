"""Bodies told of by a part of their name, and "the two parties"."""

import pytest
from short_texts import build_record

DAY = "2031-05-16"


def participants(text: str) -> list[set[str]]:
    """The names of who takes part in each contact."""
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    return [{names[part.actor] for part in one.participants} for one in tables.events if one.type == "CONSULT"]


TALKS = "The Liberal Alliance and the Farmers' League opened coalition talks in Oslo on Monday. "


def test_a_headline_calls_a_body_by_the_end_of_its_name():
    text = "League walks out of coalition talks over milk\n\nThe Farmers' League broke off talks on Thursday."
    names = {one.name for one in build_record((DAY, text)).actors if one.kind == "organization"}
    assert names == {"Farmers' League"}


def test_the_two_parties_are_the_bodies_named_together_and_not_two_people():
    text = (
        TALKS + "Prime Minister Henrik Voss saw President Ilse Marholm on Sunday. The two parties will meet on Friday."
    )
    assert {"Liberal Alliance", "Farmers' League"} in participants(text)
    assert {"Henrik Voss", "Ilse Marholm"} not in participants(text.replace("saw", "praised"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Prime Minister Ada Holt visited Hask on Tuesday.", "Hask"),
        ("Prime Minister Ada Holt visited the village of Hask on Tuesday.", "Hask"),
    ],
)
def test_a_visit_to_a_place_that_no_list_knows(text, where):
    (one,) = build_record((DAY, text)).events
    assert (one.mode, one.where) == ("visit", where)


def test_who_will_see_whom_on_a_day_plans_to_meet_and_a_glimpse_is_none():
    planned = "Gunnar Falk, the leader of the Pensioners' Party, will see Henrik Voss on Saturday."
    assert participants(planned) == [{"Gunnar Falk", "Henrik Voss"}]
    assert participants("Gunnar Falk will see Henrik Voss as a rival.") == []


def test_the_day_of_an_approval_is_not_that_of_the_talks():
    text = TALKS + "The committee of the Farmers' League approved the talks on Saturday."
    days = {one.when.edtf for one in build_record((DAY, text)).events if one.type == "CONSULT"}
    assert days == {"2031-05-12"}


def test_any_effort_that_would_bring_two_together_has_not_done_so():
    text = "Sweden supports any effort that brings Norway and Finland to the table."
    (one,) = [row for row in build_record((DAY, text)).events if row.type == "CONSULT"]
    assert one.status == "proposed"
