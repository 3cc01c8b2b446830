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
    "There does not seem to be a majority of the Reform Party who support the harbour deal, Ada Low said.",
    "Senator Ada Low criticised Jon Brand for focusing on fishing.",
    "Few deputies support the toll.",
    "Hanne Sorby asked reporters to leave the room.",
    "Hanne Sorby condemned Marlow Reed as a liar.",
    "“The idea that they would move away makes sense,” Ada Low said.",
]
SOME = [
    ("Nordair Corp. is considering a cut in fares.", "undecided"),
    ("Directors of Nordair spoke against a second runway.", "opposes"),
    ("The minister, Ada Low, said: “I want to close the mine.”", "proposes"),
    ("Minister Ada Low offered 300 soldiers for the search.", "proposes"),
    ("Farmers say that the tax cut will boost the profits of our banks, and Minister Ada Low opposes it.", "opposes"),
    ("A second runway is impossible, said Minister Ada Low.", "opposes"),
    ("A few deputies support the toll.", "supports"),
    ("Hanne Sorby asked the court to throw out the lawsuit.", "proposes"),
    ("Hanne Sorby condemned the deal as a gimmick.", "opposes"),
    ("There is a majority of the Reform Party who support the harbour deal, Ada Low said.", "supports"),
    ("Senator Ada Low criticised the council for raising the toll.", "opposes"),
    ("“The idea that the state should run the ferries is wrong,” Ada Low said.", "opposes"),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The union's leader, Hanne Sorby, called for a boycott of the parades that were supported by Tilda Voss.",
            ("Tilda Voss", "supports", "parades"),
        ),
        (
            "Hanne Sorby opposed the boycott of the parades that was supported by Tilda Voss.",
            ("Tilda Voss", "supports", "boycott of the parades"),
        ),
        ("Some farmers oppose the levy as illegitimate.", ("farmers", "opposes", "levy")),
        (
            "“The idea that the state should run the ferries is wrong,” Ada Low said.",
            ("Ada Low", "opposes", "state should run the ferries"),
        ),
    ],
    ids=["those that were", "the one that was", "as what", "what an idea says"],
)
def test_the_matter_is_what_the_grammar_says(text: str, found: tuple[str, str, str]) -> None:
    assert found in stances(text)


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Marlow Reed denied that Tilda Voss had agreed to a truce.", {"Marlow Reed"}),
        ("Tilda Voss denied that she had agreed to a truce.", {"Tilda Voss"}),
    ],
)
def test_who_denies_what_another_agreed_to_does_not_speak_for_him(text: str, holders: set[str]) -> None:
    assert {who for who, stance, _ in stances(text) if stance == "denies"} == holders
