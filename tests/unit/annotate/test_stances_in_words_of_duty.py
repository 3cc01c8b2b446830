"""Demands with must, should and has to; blame for a deed; praise in more than one word."""

import pytest
from annotate_builders import stances


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council should lift the ban, Mayor Ann Lowe said.", ("Ann Lowe", "proposes", "lift the ban")),
        ('"We should not raise the tax," Mayor Ann Lowe said.', ("Ann Lowe", "opposes", "raise the tax")),
        ('"Congress needs to pass the bill," President Ostrin said.', ("Ostrin", "proposes", "pass the bill")),
        ('"It\'s time to end the blockade," Mayor Ann Lowe said.', ("Ann Lowe", "proposes", "end the blockade")),
        ("The sailors must be released, Mayor Ann Lowe said.", ("Ann Lowe", "proposes", "release sailors")),
        ("The union said there should be a public inquiry.", ("union", "proposes", "public inquiry")),
        (
            'Secretary Rex Toll called on Kestra to "exert its leverage on Marnia."',
            ("Rex Toll", "proposes", "exert its leverage on Marnia"),
        ),
        (
            '"We are determined to uphold the truce," Minister Dora Vance said.',
            ("Dora Vance", "agrees", "uphold the truce"),
        ),
        (
            "The Veldorian Foreign Ministry refused to confirm the Ledger report.",
            ("Veldorian Foreign Ministry", "unconfirmed", "Ledger report"),
        ),
        (
            "Mayor Ann Lowe blasted the council for closing the ferry.",
            ("Ann Lowe", "opposes", "closing the ferry"),
        ),
        (
            "Mayor Ann Lowe slammed the city's planned safe zone for women.",
            ("Ann Lowe", "opposes", "city's planned safe zone for women"),
        ),
        (
            '"The city\'s efforts are a step in the right direction," said Mayor Ann Lowe.',
            ("Ann Lowe", "supports", "city's efforts"),
        ),
        ("Mayor Ann Lowe said the ferry plan makes no sense.", ("Ann Lowe", "opposes", "ferry plan")),
        (
            "Mayor Ann Lowe questioned the need for a new bridge.",
            ("Ann Lowe", "opposes", "new bridge"),
        ),
    ],
)
def test_stance_in_words_of_duty_or_judgement(text: str, found: tuple[str, str, str]) -> None:
    assert found in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ship should arrive by noon, Mayor Ann Lowe said.",
        "The storm must have sunk the boat, Mayor Ann Lowe said.",
        "Drivers should slow down on the bridge, Bo Lind said.",
        "Kestra has yet to hand over the maps, Mayor Ann Lowe said.",
        "States have to balance budgets, the analyst Bo Lind said.",
        '"What should the council do?" Mayor Ann Lowe asked.',
        "Mayor Ann Lowe praised the envoy for showing courage.",
        "Mayor Ann Lowe thinks Congress will pass the deal.",
    ],
)
def test_no_stance_in_what_is_expected_or_general(text: str) -> None:
    assert stances(text) == set()
