"""A letter signed by several is theirs: "the letter said", "the scholars wrote", "they called for"."""

import pytest
from annotate_builders import read

THREE = {"Tomas Riedel", "Anna Kolb", "Jonas Hein"}


def speakers(text: str, words: str) -> set[str]:
    """The names of who says something."""
    one = read(text)
    rows = [row for row in one.statements if any(words in text[part.start : part.end] for part in row.content)]
    assert rows, f"no statement holds {words!r}"
    return {one.actors[row.source.actor].name for row in rows if row.source.actor is not None}


@pytest.mark.parametrize(
    "opening",
    [
        "A letter to the minister signed by Tomas Riedel, Anna Kolb and Jonas Hein was published on Friday.",
        "Tomas Riedel, Anna Kolb and Jonas Hein signed a letter to the minister on Friday.",
    ],
)
def test_the_letter_speaks_for_all_who_signed_it(opening: str):
    text = f'{opening} "This law is a mistake," the letter said. The scholars wrote that it harms students. '
    text += "They also called for a debate."
    assert speakers(text, "a mistake") == speakers(text, "harms students") == speakers(text, "a debate") == THREE


def test_the_scholars_are_those_of_the_letter_before_them():
    text = "In a letter signed by Tomas Riedel, Anna Kolb and Jonas Hein, the scholars urged the university to reopen."
    assert speakers(text, "to reopen") == THREE


def test_a_letter_of_one_is_his_and_others_are_not_its_writers():
    text = 'Tomas Riedel wrote a letter to the minister. "This law is a mistake," the letter said. '
    text += "The students said no law was needed."
    assert speakers(text, "a mistake") == {"Tomas Riedel"}
    assert speakers(text, "no law was needed") == set()
