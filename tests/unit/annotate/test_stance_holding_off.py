"""Stances that are put off, and opposition told by its noun."""

import pytest
from annotate_builders import stances


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Marsk has spoken in opposition to the harbour deal.",
        "Senator Ana Marsk released a statement in opposition to the harbour deal.",
    ],
)
def test_opposition_by_its_noun(text):
    assert stances(text) == {("Ana Marsk", "opposes", "harbour deal")}


def test_who_holds_off_on_backing_somebody_does_not_back_him():
    assert not any(
        stance == "supports" for _, stance, _ in stances("Senator Ana Marsk has held off on backing the plan.")
    )
