"""Clauses with the words of a stance that nobody takes, and whose stance it is where the parser joins wrongly."""

import pytest
from annotate_builders import stances

NONE = [
    ("Halden Corp. argued that regulators would be unlikely to quickly, if ever, approve such a merger.", "agrees"),
    ("The ministry issued a report on Tuesday claiming the tax would not harm the army.", "rejects"),
    ("The Danish army did not shoot because it was judged the rockets would not land on the coast.", "rejects"),
    ("The unions have been insisting that the Danish government agree to a shorter week.", "agrees"),
    ("Among the incidents, the Danish ministry said, a student was required to give up her seat.", "supports"),
    ("The Pension Board of Norway said $6 billion will be needed to pay for the reform.", "supports"),
    ("The deal would be off the table if it fails at the vote, Minister Ann Low said.", "opposes"),
    ("Minister Ann Low offered a cautious prediction that reason would prevail.", "proposes"),
    ("Halden Corp. said it would extend the ban for people who want to check if they were hit.", "conditional"),
]
SOME = [
    ("Regulators of Norway approved the merger.", "agrees"),
    ("Regulators of Norway agreed to the merger.", "agrees"),
    ("Minister Ann Low said a ban was required to save the forest.", "supports"),
    ("The deal is off the table, Minister Ann Low said.", "opposes"),
    ("Norway said it would lift the ban if Denmark signed.", "conditional"),
]


@pytest.mark.parametrize(("text", "stance"), NONE)
def test_what_is_foretold_asked_or_supposed_is_nobodys_stance(text, stance):
    assert stance not in {one for _, one, _ in stances(text)}


@pytest.mark.parametrize(("text", "stance"), SOME)
def test_what_is_said_to_be_so_is_one(text, stance):
    assert stance in {one for _, one, _ in stances(text)}


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        (
            "The Security Council said it was vital that Norway take steps to calm things and called on Denmark "
            "to lift the ban.",
            "UN Security Council",
            "proposes",
        ),
        (
            "“Act now,” Ann Low said in a statement, despite Norway and Denmark repeatedly denouncing the launch.",
            "Denmark",
            "opposes",
        ),
        ("Halden Corp. listed concerns that divestitures demanded by watchdogs could be a burden.", "?", "proposes"),
        ("Norway’s Ann Low said some sides were acting badly by pushing hard for sanctions on trade.", "?", "proposes"),
    ],
)
def test_it_is_the_stance_of_who_is_said_to_take_it(text, who, stance):
    assert {name for name, one, _ in stances(text) if one == stance} >= {who}
    assert not {name for name, one, _ in stances(text)} & {"Ann Low", "Halden Corp."}


def test_a_so_called_thing_is_named():
    found = stances("Norway has proposed a so-called “double freeze” initiative. The idea was rejected by Finland.")
    assert {who for who, _, label in found if "freeze" in label} == {"Norway", "Finland"}
