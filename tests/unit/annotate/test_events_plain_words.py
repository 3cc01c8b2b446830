"""Contacts in the plain words of news, with the actors that are found (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate import annotate
from onrecord.records import Document


def contacts(text: str) -> list[tuple[str | None, tuple[str, ...], str | None, str]]:
    found = annotate(Document(id="doc", uri="doc.txt", sha256="0", text=text))
    return [
        (one.mode, tuple(sorted(found.actors[each.actor].name for each in one.participants)), one.where, one.status)
        for one in found.events
        if one.type == "CONSULT"
    ]


PAIR = ("Ana Ruta", "Jan Mark")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Ruta received Jan Mark, the special envoy of the president of Spain, on Tuesday.",
            ("meeting", PAIR, None, "happened"),
        ),
        ("President Ana Ruta saw the envoy Jan Mark in Oslo on Monday.", ("meeting", PAIR, "Oslo", "happened")),
        (
            "President Ana Ruta and President Jan Mark were on the line for two hours on Sunday.",
            ("call", PAIR, None, "happened"),
        ),
        (
            "A planned call between President Ana Ruta and President Jan Mark did not take place on Friday.",
            ("call", PAIR, None, "cancelled"),
        ),
        (
            "The meeting between President Ana Ruta and President Jan Mark that was to have opened in Vienna on Friday"
            " was put off.",
            ("meeting", PAIR, "Vienna", "cancelled"),
        ),
        (
            "President Ana Ruta met Jan Mark, the leader of the Liberal Union, on Tuesday.",
            ("meeting", PAIR, None, "happened"),
        ),
        (
            "Party leaders Ana Ruta of the Greens and Jan Mark of the Liberals met on Tuesday.",
            ("meeting", PAIR, None, "happened"),
        ),
        (
            "President Ana Ruta will host the leaders of Norway and Hungary in Vienna on June 3.",
            ("meeting", ("Ana Ruta", "Hungary", "Norway"), "Vienna", "planned"),
        ),
        (
            "The foreign ministers of Norway and Hungary met in Vienna on Monday.",
            ("meeting", ("foreign minister of Hungary", "foreign minister of Norway"), "Vienna", "happened"),
        ),
        ("Talks between Norway and Hungary resumed on Monday.", ("talks", ("Hungary", "Norway"), None, "happened")),
    ],
)  # fmt: skip
def test_a_contact_in_plain_words(text, expected):
    assert expected in contacts(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruta received a letter from President Jan Mark on Tuesday.",
        "President Ana Ruta saw President Jan Mark leave the hall on Tuesday.",
    ],
)
def test_a_letter_and_a_glimpse_are_no_contacts(text):
    assert contacts(text) == []
