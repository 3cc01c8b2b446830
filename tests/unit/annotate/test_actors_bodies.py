"""Whole names of bodies, what "the company" takes up, and titles that print a state (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate.actors import find_actors
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotations import LocalActor, LocalMention
from onrecord.records import Document


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> None:
    load_pipeline()


def find(text: str) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    return find_actors(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))


def actor_of(text: str, words: str) -> LocalActor | None:
    actors, mentions = find(text)
    hits = [one for one in mentions if text[one.start : one.end] == words]
    assert hits, [text[one.start : one.end] for one in mentions]
    return None if hits[0].actor is None else actors[hits[0].actor]


def test_a_union_keeps_its_name_over_and_and_apostrophe():
    text = "The Timber and Sawmill Workers' Union said 900 people stayed away. They were paid for the day."
    assert "Timber and Sawmill Workers' Union" in [one.name for one in find(text)[0]]


def test_two_bodies_beside_each_other_stay_two():
    text = "The Senate and Health Ministry said on Monday that they had agreed."
    assert "Senate and Health Ministry" not in [one.name for one in find(text)[0]]


def test_the_company_is_the_only_firm_named():
    text = (
        "Tarn Terminals met the Dockhands' Union on Friday. "
        "The union asked for more money. The talks lasted two hours. Nothing was signed on the day. "
        "The company said it had none."
    )
    company, union = actor_of(text, "The company"), actor_of(text, "The union")
    assert company is not None
    assert company.name == "Tarn Terminals"
    assert union is not None
    assert union.name == "Dockhands' Union"


def test_a_printed_state_never_takes_the_holder_of_another():
    text = (
        "Germany's foreign minister went to Madrid on Thursday and came out with an agenda. "
        "Anna Koval spoke for four hours. She met Foreign Minister Pablo Ruiz at noon."
    )
    found = actor_of(text, "Germany's foreign minister")
    assert found is not None
    assert not found.named
    assert found.side == "Germany"


def test_an_open_office_is_nobodys_where_two_states_print_it():
    text = (
        "Foreign Minister Anna Koval spoke on Monday. The German foreign minister said no. "
        "The Spanish foreign minister said yes."
    )
    for words in ("The German foreign minister", "The Spanish foreign minister"):
        found = actor_of(text, words)
        assert found is None or not found.named


def test_a_possessive_state_gives_the_side():
    actors = {one.name: one for one in find("Spain's Pablo Ruiz said the talks were over on Monday.")[0]}
    assert actors["Pablo Ruiz"].side == "Spain"


def test_an_office_of_an_unnamed_official_is_one_body():
    text = "Ten ships waited, the harbour master's office said. The harbour master's office said two had left."
    offices = [one for one in find(text)[0] if one.name == "harbour master's office"]
    assert len(offices) == 1
    assert offices[0].kind == "organization"


def test_what_has_shares_and_is_acquired_is_a_firm():
    text = "Quelcor raised its offer. Quelcor shares fell. Osk Steel Ltd. wants to acquire Quelcor. Quelcor said no."
    assert actor_of(text, "Quelcor").kind == "organization"
    sold = "Ms Quelcor sold her shares. Quelcor shares fell. Osk Steel Ltd. wants to acquire Quelcor."
    assert actor_of(sold, "Quelcor").kind == "person"


def test_the_first_word_of_a_firm_is_the_firm():
    text = "Sandholm Ports rejected the offer. Galveth Shipping was silent. Sandholm said that it was too low."
    assert actor_of(text, "Sandholm").name == "Sandholm Ports"
