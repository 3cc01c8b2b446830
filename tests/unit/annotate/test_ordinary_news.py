"""Ordinary news with few names: who is what, and deeds of people, vehicles and workers whom nothing names."""

import pytest
from annotate_builders import read, stances


def deeds(text: str) -> list[tuple[str, str, set[str]]]:
    """(type, status, participants) of every event."""
    one = read(text)
    return [(e.type, e.status, {one.actors[part.actor].name for part in e.participants}) for e in one.events]


def kinds(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in read(text).actors}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("A truck drove into the crowd in Berlin on Saturday.", ("ASSAULT", "happened", {"Berlin"})),
        ("A bomber blew himself up outside a mosque in Berlin on Friday.", ("ASSAULT", "happened", {"Berlin"})),
        ("About 200 workers occupied the plant in Berlin on Monday.", ("PROTEST", "happened", {"Berlin"})),
        ("Striking nurses returned to work on Monday.", ("CONCEDE", "happened", {"Striking nurses"})),
        ("Airline pilots will strike on Monday.", ("PROTEST", "planned", {"Airline pilots"})),
        ("The dockers' union called off the strike.", ("PROTEST", "cancelled", {"dockers"})),
        (
            "Germany sent six helicopters into the valleys of Kenya on Friday.",
            ("AID", "happened", {"Germany", "Kenya"}),
        ),
        ("Engineers from Germany built a bridge for Kenya on Monday.", ("AID", "happened", {"Germany", "Kenya"})),
    ],
)
def test_a_deed_with_few_names(text: str, deed: tuple[str, str, set[str]]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "A truck drove into the garage in Berlin on Saturday.",
        "About 200 workers visited the plant in Berlin on Monday.",
        "Nurses returned to the town hall on Monday.",
        "Six helicopters flew into the valley on Monday.",
        "Students occupied the plant.",  # nowhere and on no day
    ],
)
def test_what_is_no_deed_of_theirs(text: str) -> None:
    assert deeds(text) == []


def test_two_of_them_are_of_the_people_just_told_of() -> None:
    found = deeds("Residents threw stones at the car of Ada Osk on Friday. Police arrested two of them.")
    assert ("COERCE", "happened", {"Police", "Residents"}) in found


def test_them_may_be_either_of_two_groups() -> None:
    found = deeds("Residents and soldiers fought in Berlin on Friday. Police arrested two of them.")
    assert ("COERCE", "happened", {"Police"}) in found


def test_a_palace_is_where_one_is_invited_to() -> None:
    found = deeds("Chancellor Ada Osk invited President Ilmar Toven of Kenya to the palace on Friday.")
    assert ("CONSULT", "proposed", {"Ada Osk", "Ilmar Toven"}) in found


def test_a_control_room_calls_for_its_firm() -> None:
    text = "Corvin Mining Ltd said its control room telephoned the Energy Ministry on Saturday."
    assert ("CONSULT", "happened", {"Corvin Mining Ltd", "Energy Ministry"}) in deeds(text)


def test_a_full_name_after_a_title_or_beside_an_office_is_a_person() -> None:
    text = "President Wulfric Hazelgrove rang the mayor, Tolmin Ashbrook, on Monday. Hazelgrove thanked Ashbrook."
    found = kinds(text)
    assert (found.get("Wulfric Hazelgrove"), found.get("Tolmin Ashbrook")) == ("person", "person")


def test_a_town_is_what_things_are_in() -> None:
    text = "The school in Millbeck was shut. The mayor of Millbeck spoke. People met in Millbeck on Monday."
    assert kinds(text)["Millbeck"] == "place"


def test_a_state_is_known_by_what_it_fields() -> None:
    text = "Dunmark sent six boats on Monday. The Dunmark soldiers built a bridge, and Dunmark paid."
    assert kinds(text)["Dunmark"] == "state"


def test_a_general_is_no_state_for_his_soldiers() -> None:
    text = "General Tolmin Ashbrook fled on Monday. The Ashbrook soldiers gave up, and Ashbrook was seen in Berlin."
    assert "state" not in kinds(text).values() or kinds(text).get("Ashbrook") != "state"


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Premier Ada Osk offered him eight boats and 300 soldiers.", "Ada Osk", "proposes"),
        ("Premier Ada Osk asked for the 300 soldiers on Thursday.", "Ada Osk", "proposes"),
        ("Premier Ada Osk declined the soldiers.", "Ada Osk", "rejects"),
        ("Premier Ada Osk said the offer stood.", "Ada Osk", "supports"),
        (
            "Ilmar Toven proposed a joint fund. Ada Osk said she could agree if Kenya paid half.",
            "Ada Osk",
            "conditional",
        ),
    ],
)
def test_a_stance_on_help(text: str, party: str, stance: str) -> None:
    assert (party, stance) in {one[:2] for one in stances(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Osk declined repeated requests for comment.",
        "Residents blocked the gate of the office for three hours.",
        "Ada Osk offered him a seat.",
    ],
)
def test_no_stance_at_all(text: str) -> None:
    assert {one for one in stances(text) if one[1] in ("rejects", "opposes")} == set()


def test_what_one_wishes_of_parliament_is_not_parliaments() -> None:
    found = stances("Premier Ada Osk wants parliament to vote on Friday to send the soldiers home.")
    assert {one[1] for one in found} == {"proposes"}
