"""Lasting views, verdicts on things and who acts for whom: whose deed it is, and what is none."""

import pytest
from short_texts import read


def events(text: str) -> list[tuple[str, str, set[str], set[str]]]:
    """Type, status, sources and targets of the events of a text that are no contacts."""
    one = read(text)
    return [
        (
            row.type,
            row.status,
            {one.actors[part.actor].name for part in row.participants if part.role == "source"},
            {one.actors[part.actor].name for part in row.participants if part.role == "target"},
        )
        for row in one.events
        if row.type != "CONSULT"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There was a feast on channels run by groups that support the Red Front.",
        "Ana Brel held a meeting with House Democrats who are resisting her deal with France.",
        "Tina Vorr said her group, which disagrees with Ana Brel on taxes, would vote on Monday.",
        "Governor Carl Dunn called the ruling an outrage.",
        "The former mayor, Carl Dunn, described the incident as the most terrible attack in years.",
    ],
)
def test_views_and_verdicts_on_things_are_no_deeds(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Senators who voted against the deal met Ana Brel.", ("REJECT", "happened", {"Senators"}, set())),
        (
            "Governor Carl Dunn called Tina Vorr's plan a disaster.",
            ("ACCUSE", "happened", {"Carl Dunn"}, {"Tina Vorr"}),
        ),
        (
            "Attorney Ben Hale filed a lawsuit on behalf of Tina Vorr against Osk Industries.",
            ("ACCUSE", "happened", {"Tina Vorr"}, {"Osk Industries"}),
        ),
        (
            "The Osk Union sued Governor Carl Dunn on behalf of 40 teachers.",
            ("ACCUSE", "happened", {"Osk Union"}, {"Carl Dunn"}),
        ),
        (
            "Ana Brel denied that she had ordered the attack on Carl Dunn.",
            ("ASSAULT", "denied", {"Ana Brel"}, {"Carl Dunn"}),
        ),
        ("Carl Dunn's resignation was announced on Monday.", ("CONCEDE", "happened", {"Carl Dunn"}, set())),
        (
            "Carl Dunn's killing by Osk Industries in Tarsk drew protests.",
            ("ASSAULT", "happened", {"Osk Industries"}, {"Carl Dunn"}),
        ),
        (
            "Reaction was swift, from Democrats praising it to Republicans decrying it.",
            ("REJECT", "happened", {"Republicans"}, set()),
        ),
        ("Ana Brel blocked the travel ban on Friday.", ("REJECT", "happened", {"Ana Brel"}, set())),
        (
            "The Osk Council threw out the conviction of Carl Dunn on Friday.",
            ("CONCEDE", "happened", {"Osk Council"}, {"Carl Dunn"}),
        ),
        ("Ana Brel opposed the sanctions against France.", ("REJECT", "happened", {"Ana Brel"}, set())),
    ],
)
def test_whose_deed_it_is(text: str, event: tuple[str, str, set[str], set[str]]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Osk Networks banned Carl Dunn's account on Monday.", "Carl Dunn"),
        ("Osk Networks suspended the account of Tina Vorr on Monday.", "Tina Vorr"),
    ],
)
def test_whose_account_is_shut(text: str, target: str) -> None:
    assert events(text) == [("SANCTION", "happened", {"Osk Networks"}, {target})]


def test_what_a_plan_is_to_do_is_not_done() -> None:
    text = "Ana Brel unveiled a plan on Monday to raise tariffs on German steel."
    assert all(kind != "SANCTION" or status != "happened" for kind, status, _, _ in events(text))


def test_a_gift_of_an_actor_is_praise() -> None:
    praised = 'Ada Osk called Jesse Plum "a gift of an actor to work with".'
    assert [one[0] for one in events(praised)] == []
    blamed = 'Ada Osk called Jesse Plum\'s plan "a gift to big landowners".'
    assert [one[0] for one in events(blamed)] == ["ACCUSE"]
