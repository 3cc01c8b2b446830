"""Deeds told by halves: by a bare noun, or with the killers, the police or the place named elsewhere, if at all."""

import pytest
from annotate_builders import read


def deeds(text: str) -> list[tuple[str, str, set[str]]]:
    """(type, words, participants) of every event."""
    one = read(text)
    return [
        (e.type, text[e.trigger.start : e.trigger.end], {one.actors[part.actor].name for part in e.participants})
        for e in one.events
    ]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The mayor spoke about the shooting in Berlin.", ("ASSAULT", "shooting", {"Berlin"})),
        ("Families of the victims of the Berlin attack were invited.", ("ASSAULT", "attack", {"Berlin"})),
        ("Mayor recalls truck attack in Berlin", ("ASSAULT", "attack", {"Berlin"})),
        (
            "The bombing in the city of Hamburg in the north of Germany was condemned.",
            ("ASSAULT", "bombing", {"Hamburg"}),
        ),
        ("Police made a number of arrests in Berlin on Monday.", ("COERCE", "made a number of arrests", {"Police"})),
        ("Ada Osk was killed on Tuesday. Osk was shot while walking home.", ("ASSAULT", "killed", {"Ada Osk"})),
        (
            "A truck drove into the crowd in Berlin on Saturday. At least 60 people were killed.",
            ("ASSAULT", "killed", {"Berlin"}),
        ),
        (
            "The driver was arrested on Monday, the ministry said. Tarsk Police gave no details.",
            ("COERCE", "arrested", {"Tarsk Police"}),
        ),
        (
            "Kenya fired a missile over the sea on Friday. Friday's launch was the second this month.",
            ("MOBILIZE", "launch", {"Kenya"}),
        ),
        (
            "Ada Osk was offered the post of navy secretary by the White House last year.",
            ("SUPPORT", "offered the post", {"White House", "Ada Osk"}),
        ),
        ("Ada Osk turned down the job of navy secretary.", ("REJECT", "turned down the job", {"Ada Osk"})),
        (
            "Ada Osk penned a letter to Ilmar Toven in May.",
            ("REQUEST", "penned a letter", {"Ada Osk", "Ilmar Toven"}),
        ),
        (
            "Ada Osk was indicted on Monday. Monday's indictment was called a farce.",
            ("ACCUSE", "indictment", {"Ada Osk"}),
        ),
    ],
)
def test_a_deed_told_by_little(text: str, deed: tuple[str, str, set[str]]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The heart attack in Berlin was his second.",
        "It was the worst shooting in the history of Kenya.",
        "An attack in Berlin is possible.",
        "Police have made no arrests in Berlin.",
        "Ada Osk was killed on Tuesday. The plane crash was the worst in years. No gunfire was heard.",
        "Ada Osk was killed on Tuesday.",  # by what, nobody says
        "At least 60 people were killed on Monday.",
        "The launch was the second this month.",
        "Ada Osk refused her seat at the table.",
    ],
)
def test_what_tells_no_deed(text: str) -> None:
    assert deeds(text) == []


def test_a_launch_where_two_launched_missiles_is_nobodys() -> None:
    text = "Kenya fired a missile on Friday. Germany fired a missile on Saturday. The launch was noticed."
    assert [words for _, words, _ in deeds(text)] == ["fired a missile", "fired a missile"]


def test_attacks_called_after_another_place_are_not_the_one_told() -> None:
    found = deeds("A truck drove into the crowd in Berlin on Saturday. It came months after the Hamburg attacks.")
    assert [words for _, words, _ in found] == ["drove into the crowd"]
