"""Contacts told aside: on a journey, in a town hall, by a council that is called in (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate import annotate
from onrecord.records import Document


def contacts(text: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    found = annotate(Document(id="doc", uri="doc.txt", sha256="0", text=text))
    return [
        (one.mode, one.status, tuple(found.actors[each.actor].name for each in one.participants))
        for one in found.events
        if one.type == "CONSULT"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Ruta told reporters traveling with her during a visit to the US Strategic Command on Monday"
            " that it was over.",
            ("visit", "happened", ("Ana Ruta", "US Strategic Command")),
        ),
        (
            "President Ana Ruta held a town hall with students and civil rights activists on Tuesday.",
            ("meeting", "happened", ("Ana Ruta", "civil rights activists")),
        ),
        (
            "The French government will hold an emergency national security council session in response to the launch.",
            ("meeting", "planned", ("French government",)),
        ),
        ("Premier Jan Mark flew to France on Monday.", ("visit", "happened", ("Jan Mark", "France"))),
        (
            "Jan Mark is said to have questioned the country's decision not to shoot down the balloons during several"
            " phone calls with Ana Ruta.",
            ("call", "happened", ("Jan Mark", "Ana Ruta")),
        ),
    ],
)
def test_contact_has_its_parties(text, expected):
    assert contacts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jan Mark walked to the town hall with his wife.",
        "France held a training session on Monday.",
        "Mayor Jan Mark attended a recording session of the band.",
    ],
)
def test_no_contact(text):
    assert contacts(text) == []


def test_ones_own_state_is_no_host():
    text = "French President Jan Mark flew to France on Friday."
    assert contacts(text) == [("visit", "happened", ("Jan Mark",))]
