"""What lasts until something is no condition; a condition behind "she added" is one. All texts are ours."""

import pytest
from annotate_builders import read, stances


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("Rescue chief Dina Perl promised that the search would go on until every man was found.", 1),
        ("Union leader Agda Prell said the drivers would stay out until the railway raised its offer.", 1),
        ("Union leader Agda Prell said the drivers would not speak until the railway raised its offer.", 0),
        ("The rain would go on until the wind turned, forecasters said.", 0),
    ],
)
def test_until_ends_what_lasts(text: str, promises: int) -> None:
    assert len(read(text).commitments) == promises


def test_a_condition_stands_behind_an_aside() -> None:
    text = "Orsenia is ready to hand over the maps, she added, but only if Velmark releases the men."
    assert {stance for _, stance, _ in stances(text)} == {"conditional"}
