"""Events of all fields of news through the whole of annotate: type, parties, status and the line that tells them."""

import pytest

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.records import Document


def read(text: str) -> Annotated:
    return annotate(Document(id="doc", uri="doc", sha256="0" * 64, text=text), tagger="grammar")


@pytest.mark.parametrize(
    ("text", "type_", "line"),
    [
        (
            "A court in Germany sentenced Ada Osk to seven years in prison on Thursday for taking bribes.",
            "COERCE",
            "Court in Germany sentenced Ada Osk to seven years in prison for taking bribes",
        ),
        ("Ada Osk has been placed under house arrest, her lawyer said.", "COERCE", "Ada Osk placed under house arrest"),
        ("Lawmakers voted down the pension bill on Monday.", "REJECT", "Lawmakers voted down the pension bill"),
        ("Rebels captured the town of Tarsk on Sunday.", "ASSAULT", "Rebels captured the town of Tarsk"),
        (
            "German troops have been pushed out of Tarsk by rebels.",
            "ASSAULT",
            "German troops pushed out of Tarsk by rebels",
        ),
        ("Firefighters battled a blaze at a mill for six hours.", "AID", "Firefighters battled a blaze at a mill"),
        ("Germany put its navy on alert on Friday.", "MOBILIZE", "Germany put its navy on alert"),
        ("Protesters marched through Berlin on Saturday.", "PROTEST", "Protesters marched through Berlin"),
    ],
)
def test_news_of_many_fields(text: str, type_: str, line: str) -> None:
    (event,) = read(text).events
    assert event.type == type_
    assert event.line is not None
    assert event.line.startswith(line)


@pytest.mark.parametrize(
    "text",
    [
        "Germany beat France 3-1 on Saturday.",  # a game
        "Ada Osk has no plans to resign, her office said.",
        "A missile was fired into the sea on Monday.",  # nobody was dismissed
        "It is unclear whether Ada Osk will be charged.",
        "The missile could hit Germany.",  # speculation
        "Germany accused Ada Osk of violating a truce.",  # one event, the accusation
    ],
)
def test_what_is_no_event_of_its_own(text: str) -> None:
    assert [one.type for one in read(text).events if one.type != "ACCUSE"] == []


def test_the_manner_of_an_attack_is_no_second_attack() -> None:
    (event,) = read("Gunmen from Germany stormed a hotel in Tarsk late on Friday, killing nine guests.").events
    assert event.type == "ASSAULT"


def test_a_toll_names_its_source_where_the_cause_does() -> None:
    found = read("At least 12 people were killed in a raid by rebels on a market in Berlin on Friday.")
    (event,) = found.events
    roles = {found.actors[part.actor].name: part.role for part in event.participants}
    assert roles == {"rebels": "source", "Berlin": "target"}


def test_a_pronoun_gives_way_to_the_name_in_a_line() -> None:
    found = read("Ada Osk is a minister. Germany arrested her on Monday.")
    assert [one.line for one in found.events] == ["Germany arrested Ada Osk"]


def test_what_befell_unnamed_people_is_told_by_who_did_it() -> None:
    (event,) = read("Germany indicted a teenage girl on Monday for slapping a guard.").events
    assert event.type == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "type_", "role"),
    [
        ("Clashes between rebels and German troops broke out in Tarsk on Monday.", "ASSAULT", "source"),
        ("A truce between Germany and France took effect at midnight.", "AGREE", "source"),
        ("Germany and France agreed a 10-day truce.", "AGREE", "source"),
    ],
)
def test_two_sides_of_one_event(text: str, type_: str, role: str) -> None:
    events = [one for one in read(text).events if one.type == type_]
    assert len(events) == 1
    assert [part.role for part in events[0].participants] == [role, role]


def test_a_port_in_which_a_ship_was_seized_was_not_seized() -> None:
    (event,) = read("German soldiers seized a ship in the port of Tarsk on Monday.").events
    assert event.type == "COERCE"


@pytest.mark.parametrize(
    "text",
    [
        "Fears of an invasion of France by Germany have grown.",
        "Ada Osk would have resigned if she had lost.",
        "Police have not arrested anybody over the fire.",
        "Protesters rallied behind the new leader.",
    ],
)
def test_what_is_feared_or_did_not_happen_is_no_event(text: str) -> None:
    assert read(text).events == ()


def test_charged_twice_without_a_day_is_charged_once() -> None:
    first, second = read("Ada Osk was charged with fraud. Police said Ada Osk was charged with fraud.").events
    assert (first.antecedent, second.antecedent) == (None, 0)
    _, other = read("Ada Osk was jailed on Monday. Ada Osk had already been jailed in another case.").events
    assert other.antecedent is None


def test_a_headline_of_the_dead_is_its_own_line() -> None:
    (event,) = read("31 dead in Berlin bombing\n\nThe city was quiet.").events
    assert event.line == "31 dead in Berlin bombing"
