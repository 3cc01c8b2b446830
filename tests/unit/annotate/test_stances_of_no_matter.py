"""Clauses with the words of a stance in which nothing is proposed; all texts are ours."""

import pytest
from annotate_builders import stances

NONE = [
    "The minister, Ada Low, still admires what the zoos do, especially considering logging, storms and floods.",
    "Directors of Nordair rarely spoke against one another.",
    "The minister, Ada Low, said: “I want to say thank you to everybody.”",
    "Minister Ada Low offered her thoughts and prayers for the victims.",
    "Analysts say that the tax cut will boost the profits of our banks.",
    "To say where it will come down is hard, and predicting the day would be impossible, said Minister Ada Low.",
    "Minister Ada Low was worried about crying on the stage.",
    "Director Jon Brand said: “I know the spot. I want it to land there.”",
    "Jon Brand is ready to dance with his fans.",
    "Nordair's chief, Ada Low, told The Globe that she would not let her nephew on the app, while others did.",
    "It is not known how much money Nordair is prepared to spend.",
    "Jon Brand is ready to share his story about the film.",
    "Director Jon Brand called watching the stunt “horrible”.",
]
SOME = [
    ("Nordair Corp. is considering a cut in fares.", "undecided"),
    ("Directors of Nordair spoke against a second runway.", "opposes"),
    ("The minister, Ada Low, said: “I want to close the mine.”", "proposes"),
    ("Minister Ada Low offered 300 soldiers for the search.", "proposes"),
    ("Farmers say that the tax cut will boost the profits of our banks, and Minister Ada Low opposes it.", "opposes"),
    ("A second runway is impossible, said Minister Ada Low.", "opposes"),
    ("Minister Ada Low was angry about closing the mine.", "opposes"),
    ("Nordair said it was ready to lift the ban.", "agrees"),
    ("Nordair's chief, Ada Low, told The Globe that she would not sell the ferry.", "rejects"),
]


@pytest.mark.parametrize("text", NONE)
def test_where_nothing_is_proposed_nobody_takes_a_stance(text: str) -> None:
    assert stances(text) == set()


@pytest.mark.parametrize(("text", "stance"), SOME)
def test_where_something_is_they_do(text: str, stance: str) -> None:
    assert stance in {one for _, one, _ in stances(text)}
