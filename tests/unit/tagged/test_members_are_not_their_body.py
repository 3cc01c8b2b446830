"""Whose stance it is where members without a name, or a crowd in a place, take it; all texts are ours."""

import pytest
from short_texts import read


def tell(text: str) -> set[str | None]:
    """The holders of the stances of a text."""
    one = read(text)
    return {None if row.actor is None else one.actors[row.actor].name for row in one.stances}


@pytest.mark.parametrize(
    "text",
    [
        "Former employees of Google are campaigning for a ban on phones in schools.",
        "A growing movement in Silicon Valley wants a ban on phones in schools.",
        "Germany's former ministers oppose the merger.",
    ],
)
def test_members_and_crowds_are_not_it(text: str) -> None:
    assert tell(text) <= {None, "Germany's former ministers"}


def test_those_in_office_stand_for_their_state() -> None:
    assert tell("Officials from France reject the treaty.") == {"France"}


def test_a_former_partner_is_one_body() -> None:
    text = "The mayor's former partner, the Labour Party, rejected the toll on Monday."
    assert tell(text) == {"Labour Party"}


def test_an_own_plan_proposes_nothing() -> None:
    text = "Ada Low has a lens on the moon. Her aim is to test how easy it will be to pick up signals from the sky."
    assert tell(text) == set()


def test_no_rush_is_the_reverse_of_a_rush() -> None:
    assert tell("Ada Low, a union leader, said there should be no rush to judgment.") == set()
