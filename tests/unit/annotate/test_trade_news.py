"""Trade quarrels: whose goods a duty falls on, complaints and appeals, calls, and who stands behind what name."""

import pytest
from annotate_builders import read

from onrecord.annotations import Annotated


def events(text: str) -> list[tuple[str, str | None, str, list[str], list[str]]]:
    one = read(text)

    def named(event: object, *roles: str) -> list[str]:
        return sorted(one.actors[part.actor].name for part in event.participants if part.role in roles)  # type: ignore[attr-defined]

    return [
        (event.type, event.mode, event.status, named(event, "source", "participant", "host"), named(event, "target"))
        for event in one.events
    ]


def speakers(text: str) -> list[str | None]:
    one = read(text)
    return [None if row.source.actor is None else one.actors[row.source.actor].name for row in one.statements]


def kind_of(one: Annotated, name: str) -> str:
    return next(actor.kind for actor in one.actors if actor.name == name)


@pytest.mark.parametrize(
    ("text", "type_", "status", "source", "target"),
    [
        (
            "France will levy a duty of 25 percent on steel from Germany from March 1.",
            "SANCTION", "planned", ["France"], ["Germany"],
        ),
        (
            "France began collecting a 25 percent duty on steel from Germany at midnight.",
            "SANCTION", "happened", ["France"], ["Germany"],
        ),
        (
            "France on Tuesday suspended the duty on steel from Germany until March 31.",
            "CONCEDE", "happened", ["France"], ["Germany"],
        ),
        (
            "Germany is angry. The duty that France has been charging on German fruit since April stays.",
            "SANCTION", "happened", ["France"], ["Germany"],
        ),
        (
            "A duty of 10 percent on steel from Germany came into force on Monday.",
            "SANCTION", "happened", [], ["Germany"],
        ),
        (
            "France filed a complaint with the World Trade Organization on March 9.",
            "ACCUSE", "happened", ["France"], [],
        ),
        ("France appealed against the ruling on Monday.", "REQUEST", "happened", ["France"], []),
        (
            "An appeal by Marrow Foods was dismissed on Tuesday.",
            "REJECT", "happened", [], ["Marrow Foods"],
        ),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(text: str, type_: str, status: str, source: list[str], target: list[str]) -> None:
    assert [one for one in events(text) if one[0] == type_] == [(type_, None, status, source, target)]


def test_what_sanctions_take_is_no_event() -> None:
    assert not [one for one in events("Sanctions on Iran take a toll on Monday.") if one[0] == "SANCTION"]


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("Ada Osk and Karel Novak congratulated each other by telephone on Monday.", "call", "happened"),
        ("Prime Minister Ada Osk sat with Karel Novak for an hour on Monday.", "meeting", "happened"),
        ("The trade ministers, Ada Osk and Karel Novak, met on Monday.", "meeting", "happened"),
        ("Karel Novak spoke on Monday. Novak invited Ada Osk to Tesk in the autumn.", "visit", "proposed"),
    ],
)
def test_contacts_of_two(text: str, mode: str, status: str) -> None:
    found = [(one[1], one[2], sorted(one[3] + one[4])) for one in events(text)]
    assert found == [(mode, status, ["Ada Osk", "Karel Novak"])]


def test_sitting_with_somebody_for_no_time_is_no_meeting() -> None:
    assert events("Ada Osk sat with Karel Novak in the front row.") == []


def test_an_opposite_number_is_a_counterpart() -> None:
    text = (
        "Trade Minister Dela Rourke said the offer was good. Her opposite number, Bram Oske, confirmed having "
        'rejected it. "Two thirds of nothing is nothing," he told reporters.'
    )
    assert speakers(text)[-1] == "Bram Oske"


def test_a_noun_beside_the_name_of_a_body_is_that_body() -> None:
    assert speakers("The strike is unlawful, says the operator of the port, Sundline Terminals.") == [
        "Sundline Terminals"
    ]


def test_the_opposition_before_a_name_is_no_body_of_its_own() -> None:
    text = "The opposition Liberal Bloc said he had blinked. The opposition said nothing else."
    assert speakers(text) == ["Liberal Bloc", "opposition"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Morvane's Commerce Ministry spoke of an error. Nothing else was said.", "Morvane"),
        ("The mills of Ilmark are old. Ilmark's trade minister said so in Ilmark.", "Ilmark"),
        ("Morvane refused. The duty on Morvanian fruit stays.", "Morvane"),
    ],
)
def test_a_state_known_by_what_it_has(text: str, name: str) -> None:
    assert kind_of(read(text), name) == "state"


def test_a_politician_with_ministers_is_no_state() -> None:
    one = read("Chancellor Ada Merk spoke on Monday. Merk's finance minister agreed with her.")
    assert all(actor.kind != "state" for actor in one.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Chamber of Trade Arbitration ruled on Monday. The Chamber said that it would wait.",
            "Chamber of Trade Arbitration",
        ),
        ("Norrholt Steel warned that jobs were at risk. Norrholt said that it would cut jobs.", "Norrholt Steel"),
        ("The Rail Association met on Monday. The Association said that it would wait.", "Rail Association"),
    ],
)
def test_the_short_form_of_a_body_is_the_body(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_both_governments_are_no_two_ministers() -> None:
    one = read(
        "Trade Minister Ada Osk met Trade Minister Karel Novak on Monday. The two ministers talked for hours. "
        "The union urged both governments to stop."
    )
    groups = {actor.name: actor.members for actor in one.actors if actor.kind == "group"}
    assert groups["governments"] == ()


def test_what_is_sold_all_the_time_is_no_event() -> None:
    assert events("The steel that France sells to Germany is good.") == []


def test_an_appeal_that_is_thrown_out_is_rejected() -> None:
    assert events("Germany's appeal was thrown out on May 8.") == [("REJECT", None, "happened", [], ["Germany"])]
