"""What strikes without anybody named as its owner: missiles, shellfire (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate.grammar import agents
from onrecord.annotate.parse import parse_document
from onrecord.annotate.pipeline import annotate_parse
from onrecord.records import Document


def assaults(text: str) -> list[tuple[set[str], set[str]]]:
    found = annotate_parse(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))
    return [
        (
            {found.actors[one.actor].name for one in event.participants if one.role == "source"},
            {found.actors[one.actor].name for one in event.participants if one.role == "target"},
        )
        for event in found.events
        if event.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("A Spanish missile hit a block of flats in Lisbon. Spain denied it.", {"Spain"}, {"Lisbon"}),
        ("Several missiles struck Lisbon overnight.", set(), {"Lisbon"}),
        ("A Spanish air strike killed 12 people in Lisbon on Monday. Spain said so.", {"Spain"}, {"Lisbon"}),
    ],
)  # fmt: skip
def test_a_weapon_strikes_a_place_for_the_state_whose_it_is(text, source, target):
    assert assaults(text) == [(source, target)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike hit commuters in Lisbon on Monday.",
        "Her remarks hit a nerve in Lisbon.",
        "Missiles could hit Lisbon, the paper wrote.",
    ],
)
def test_strikes_of_workers_and_what_could_be_are_no_assaults(text):
    assert assaults(text) == []


def test_an_attack_in_a_claim_that_is_denied_is_denied():
    text = "Spanish officials have repeatedly dismissed claims that Spain intends to attack Portugal."
    found = annotate_parse(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))
    assert [one.status for one in found.events if one.type == "ASSAULT"] == ["denied"]


def test_who_accuses_two_people_is_not_the_first_of_them():
    text = (
        "Ana Ruta accused producer Jan Mark of forcing himself upon her repeatedly "
        "and accused “Grey Bay” director Karel Novak of making her drive a fast car."
    )
    doc = parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)).doc
    second = [token for token in doc if token.text == "accused"][1]
    assert second.head.text == "forcing", "the parser joins it to the gerund"
    assert "Mark" not in [one.text for one in agents(second)]
