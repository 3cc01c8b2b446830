"""Who suffers what is condemned, looked into or told of is not blamed for it; words that wound are no shots."""

import pytest
from short_texts import read

pytestmark = pytest.mark.usefixtures("rules_alone")


def events(text: str) -> list[tuple[str, set[str], set[str]]]:
    """Type, sources and targets of the events of a text."""
    one = read(text)
    return [
        (
            row.type,
            {one.actors[part.actor].name for part in row.participants if part.role == "source"},
            {one.actors[part.actor].name for part in row.participants if part.role == "target"},
        )
        for row in one.events
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brel condemned the murder of Carl Dunn.",
        "Ana Brel condemned Carl Dunn's murder.",
        "Ana Brel denounced the arrest of Carl Dunn.",
        "Ana Brel deplored the death of Carl Dunn.",
        "Ana Brel criticised the firing of Carl Dunn.",
    ],
)
def test_who_suffers_it_is_not_blamed(text: str) -> None:
    assert events(text) == [("ACCUSE", {"Ana Brel"}, set())]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ana Brel condemned the murder of Carl Dunn by Osk Industries.", "Osk Industries"),
        ("Ana Brel criticised the treatment of Tina Vorr by Osk Industries.", "Osk Industries"),
        ("Ana Brel condemned France's arrest of Carl Dunn.", "France"),
        ("Ana Brel condemned the remarks of Carl Dunn.", "Carl Dunn"),
    ],
)
def test_who_did_it_is(text: str, target: str) -> None:
    assert ("ACCUSE", {"Ana Brel"}, {target}) in events(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police are investigating the death of Carl Dunn.", []),
        ("Detectives are investigating the truck that hit a wall in Tarsk.", []),
        ("Police have launched an investigation into the death of Carl Dunn.", [("ACCUSE", {"Police"}, set())]),
        ("Prosecutors are investigating Osk Industries.", [("ACCUSE", {"Prosecutors"}, {"Osk Industries"})]),
        (
            "Prosecutors are investigating the finances of Carl Dunn.",
            [("ACCUSE", {"Prosecutors"}, {"Carl Dunn"})],
        ),
    ],
)
def test_who_is_looked_into(text: str, found: list[tuple[str, set[str], set[str]]]) -> None:
    assert events(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reporter Tina Vorr came under fire for her remarks.", [("ACCUSE", set(), {"Tina Vorr"})]),
        ("Tina Vorr has come under fire from teachers.", [("ACCUSE", {"teachers"}, {"Tina Vorr"})]),
        ("Germany came under fire from France on Monday.", [("ASSAULT", {"France"}, {"Germany"})]),
    ],
)
def test_fire_of_words_and_of_arms(text: str, found: list[tuple[str, set[str], set[str]]]) -> None:
    assert events(text) == found


def test_the_speaker_does_not_do_what_a_thing_did() -> None:
    assert events("“The horror has, once again, hit France,” President Ana Brel said.") == []


def test_whom_a_complaint_is_brought_against_is_accused() -> None:
    assert events("Carl Dunn filed a complaint against France.") == [("ACCUSE", {"Carl Dunn"}, {"France"})]
    assert ("REJECT", {"Ana Brel"}, {"France"}) not in events("Ana Brel threw out a complaint against France.")
