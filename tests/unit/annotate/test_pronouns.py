"""Pronouns across sentences: long quotations, subjects of clauses, owners of a subject."""

import pytest

from onrecord.annotate.actors import find_actors
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.records import Document


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> None:
    load_pipeline()


def actor_of(text: str, words: str, nth: int = 0) -> str | None:
    """The name of the actor that a stretch of the text stands for."""
    actors, mentions = find_actors(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))
    hits = [one for one in mentions if text[one.start : one.end] == words]
    assert hits, [text[one.start : one.end] for one in mentions]
    index = hits[nth].actor
    return None if index is None else actors[index].name


def test_who_said_a_long_quotation_stands_before_it():
    text = (
        "Martin Koskela met the dockers on Monday.\n\n“We have waited for two years. Laura Berger wrote to us twice. "
        "Nobody came. The quay is empty. Laura Berger knows it,” he said.\n\nHe flew home."
    )
    assert actor_of(text, "he") == "Martin Koskela"


def test_who_speaks_goes_on_after_the_rest_of_a_quotation():
    text = (
        "“I will not sign,” said Laura Berger. “The price is too high. The yard is too old. It is Anna Ruta who wants "
        "it. Nobody else does.”\n\nShe also thanked the crew."
    )
    assert actor_of(text, "She") == "Laura Berger"


def test_the_subject_of_a_clause_is_taken_up_before_others():
    text = "Senior aides said Martin Koskela had refused to sit beside Peter Lang. He was also late."
    assert actor_of(text, "He") == "Martin Koskela"


def test_the_subject_of_a_clause_in_front_is_taken_up():
    text = "Reporters asked Peter Lang and Jan Mark about the letter. While Martin Koskela praised it, he had doubts."
    assert actor_of(text, "he") == "Martin Koskela"


def test_the_owner_of_a_subject_is_taken_up():
    text = "The crowd waved at Peter Lang. Martin Koskela's plan worked well. He smiled."
    assert actor_of(text, "He") == "Martin Koskela"


def test_a_form_of_address_tells_two_of_one_surname_apart():
    text = "Laura Ruta and Peter Ruta own the yard. Anna Lang met Classic Ruta. Mr. Ruta reads little. He sold it."
    assert actor_of(text, "He") == "Peter Ruta"


def test_her_cousin_is_not_her_own():
    text = "Alex Moran left on Friday. Robin Falk, her cousin, said he himself had called them. He said it was late."
    assert actor_of(text, "He") == "Robin Falk"
    text = "Alex Moran left on Friday. Robin Falk, in her speech, said it was late. She said nobody was hurt."
    assert actor_of(text, "She") == "Robin Falk"


def test_he_added_stands_outside_a_quotation_that_was_never_closed():
    text = (
        "On Monday Mr. Brandt said a group led by Vice President Jonas Hein had “presented me a list of steps that "
        "can be taken. He added: “My starting point is not to worry about the politics.”"
    )
    assert actor_of(text, "He") == "Brandt"
