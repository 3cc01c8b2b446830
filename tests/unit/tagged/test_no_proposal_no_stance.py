"""What the tagger takes for a stance, though nothing is there to be done or refused; all texts are ours."""

import pytest
from short_texts import read


def tell(text: str) -> set[tuple[str, str]]:
    """The stances of a text with the names of their holders."""
    one = read(text)
    return {(row.stance, one.actors[row.actor].name) for row in one.stances if row.actor is not None}


@pytest.mark.parametrize(
    "text",
    [
        "“We take great pride in bringing people together,” Nordair said in a statement.",
        "Ada Low was frustrated by how much attention she got for the song.",
        "Scientist Ada Low said: “We are very excited about this discovery.”",
        "Chef Ada Low said she loved making soup.",
        "Ada Low accused the director, Jon Brand, of making her drive a broken car.",
        "The smoke rings need an area of calm water, said Ada Low of the Osk institute.",
        "“I felt we should just tell y'all,” comedian Ada Low said.",
        "Coach Jon Brand congratulated Palm on “one hell of a career.”",
        "Nordair's chief, Ada Low, told The Globe that she would not let her nephew on the app.",
        "“We expect the ferries to be back in the harbour soon,” Ada Low said.",
        "Ada Low backed away from the plan.",
        "Ada Low said she was not opposed to the toll.",
        "Hanne Sorby wants to win the race.",
        "Senator Hanne Sorby condemned the remarks.",
        "Hanne Sorby called a meeting of the harbour council for Monday.",
        "Hanne Sorby questioned the judgment of drivers who used the harbour road.",
        "Jon Brand rounds out the list. The Weekly reports that Ada Low could enter the race if he decides not to run.",
    ],
)
def test_feelings_courtesies_and_needs_are_no_stance(text: str) -> None:
    assert tell(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Low, the director of the guild, voiced anger that the council would close the mine.", "opposes"),
        ("Ada Low sought to prevent the Speaker from bringing the harbour bill to the floor.", "opposes"),
        ("Ada Low backed the plan.", "supports"),
        ("Ada Low is opposed to the toll.", "opposes"),
        ("Ada Low wants the toll to be scrapped.", "proposes"),
        ("Ada Low called for a meeting of the harbour council.", "proposes"),
        ("Ada Low questioned the court's judgment on the harbour road.", "opposes"),
        ("Ada Low is a tireless supporter of the new toll.", "supports"),
    ],
)
def test_what_is_to_be_decided_on_is_one(text: str, found: str) -> None:
    assert tell(text) == {(found, "Ada Low")}


def test_what_is_proposed_is_the_whole_clause() -> None:
    text = "Marc Beck, the chief executive of Salt, said that Headbook should be regulated like the cigarette industry."
    (row,) = read(text).stances
    assert (row.stance, row.label) == ("proposes", "Headbook should be regulated like the cigarette industry")


def test_what_those_in_office_say_of_a_deed_counts() -> None:
    one = read("President Otto Brandt laments hosting the growing number of migrants.")
    assert [row.stance for row in one.stances] == ["opposes"]
