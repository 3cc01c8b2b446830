"""Futures that are no promises."""

import pytest
from short_texts import build_record

DAY = "2031-05-16"
NONE = [
    "The ministry of Norway said it hopes that Norway and Sweden will settle the question.",
    "“Norway wants talks,” Lars Sommer of Norway said, adding that he also “hopes Norway and Sweden will settle it.”",
    "“Norway will be in the spotlight just by attending the games,” said Nils Berg, a professor.",
    "Lars Sommer, a professor, said Norway will pass the deal that the president struck.",
    "Henrik Voss denied that he had promised to scrap the levy.",
    "She has committed no crime except to follow me, Henrik Voss said.",
]
SOME = [
    ("“We will rebuild every bridge,” Prime Minister Ada Holt of Norway said.", "Ada Holt"),
    ("Foreign Minister Mira Selen of Norway said Norway would open the border on Monday.", "Mira Selen"),
    ("Henrik Voss promised to scrap the levy.", "Henrik Voss"),
]


@pytest.mark.parametrize("text", NONE)
def test_hopes_denials_and_what_others_are_said_to_do_bind_nobody(text):
    assert build_record((DAY, text)).commitments == ()


@pytest.mark.parametrize(("text", "who"), SOME)
def test_what_one_says_of_oneself_and_ones_own_side_does(text, who):
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    assert [names[one.actor] for one in tables.commitments] == [who]
