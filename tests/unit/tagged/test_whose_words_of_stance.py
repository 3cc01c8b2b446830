"""Stances in words about others: what somebody called so, a firm's opposition, "you said I"; all texts are ours."""

import pytest
from short_texts import read

from onrecord.annotate.parse import load_pipeline
from onrecord.annotate.stance_tagged import is_asked


def tell(text: str) -> set[tuple[str | None, str]]:
    """Holder and stance of each stance of a text."""
    one = read(text)
    return {(None if row.actor is None else one.actors[row.actor].name, row.stance) for row in one.stances}


def test_what_somebody_called_so_is_not_judged() -> None:
    text = "Sheriff Ada Low praised what he called Governor Otto Brandt's efforts to stop illegal crossings."
    assert ("Ada Low", "opposes") not in tell(text)


def test_the_opposition_of_a_firm_is_not_its_critics() -> None:
    text = "Critics of Delmar argue that the company's opposition to gay marriage goes well beyond the law."
    assert tell(text) <= {(None, "opposes")}


def test_what_another_is_told_to_have_said() -> None:
    assert tell("Candidate Otto Brandt said: “You said I don't want to build a fence.”") == set()


def test_what_should_not_be_is_opposed() -> None:
    text = "Governor Otto Brandt said the government should not “be suing states” over their border laws."
    assert tell(text) == {("Otto Brandt", "opposes")}


def test_who_is_urged_to_reject_it_has_not_done_so() -> None:
    text = "Senator Hanne Sorby urged colleagues to reject the harbour bill."
    assert tell(text) == {("Hanne Sorby", "proposes")}


def test_whose_party_it_is_did_not_approve_it() -> None:
    text = "Prime Minister Otto Brandt smiled. Brandt’s Labour party has approved a toll on the harbour."
    assert ("Otto Brandt", "agrees") not in tell(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The council calls upon Norway to lift the toll.", True),
        ("Under pressure from the council Norway calls for a toll.", False),
    ],
)
def test_who_is_called_upon_proposes_nothing(text: str, asked: bool) -> None:
    doc = load_pipeline()(text)
    words = {one.text: one for one in doc}
    assert is_asked(words["Norway"], words["calls"]) is asked
