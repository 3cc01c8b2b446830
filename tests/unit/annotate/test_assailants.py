"""Attackers and victims without a name are parties of an attack, and a bomb is not."""

import pytest
from annotate_builders import read


def attacks(text: str) -> list[set[str]]:
    """The participants of the attacks of a text."""
    one = read(text)
    return [{one.actors[who.actor].name for who in row.participants} for row in one.events if row.type == "ASSAULT"]


def test_a_gunman_who_opens_fire_is_a_party():
    assert attacks("A gunman opened fire inside a nightclub in Lisbon on Sunday.") == [{"gunman"}]


def test_so_many_people_are_the_victims_of_an_assailant():
    text = "An army psychiatrist opened fire at his base in Texas on Friday, killing 13 people."
    assert attacks(text) == [{"army psychiatrist", "13 people"}]


@pytest.mark.parametrize(
    "text", ["A student opened a shop in Lisbon on Sunday.", "A driver opened the door of the bus on Sunday."]
)
def test_what_is_no_violence_has_no_assailant(text):
    assert attacks(text) == []
