"""Whose words a statement holds: apposed names, bodies by a common noun, who sent a statement."""

import pytest
from annotate_builders import read


def sources(text: str) -> list[str | None]:
    """The name of the speaker of every statement, None where none is known."""
    one = read(text)
    return [one.actors[row.source.actor].name if row.source.actor is not None else None for row in one.statements]


@pytest.mark.parametrize(
    "source",
    [
        "A Kelmar spokeswoman, Tilde Morn,",
        "A spokesman for the Justice Ministry, Tilde Morn,",
        "The union's general secretary, Tilde Morn,",
        "Tilde Morn, the deputy mayor,",
    ],
)
def test_a_title_and_a_name_between_commas_are_that_person(source: str):
    assert sources(f"{source} said on Monday that the yard would stay open.") == ["Tilde Morn"]


def test_a_name_before_a_long_office():
    text = (
        "Ines Valdane, secretary-general of the six-nation Corvian League, to which Tavria belongs, welcomed the "
        "letter but warned that a truce without monitors would be a pause."
    )
    assert set(sources(text)) == {"Ines Valdane"}


def test_the_only_union_is_meant_even_where_it_sends_somebody():
    text = (
        "Dockers will vote on Thursday, their union said on Friday.\n\nNegotiators for the Quay Workers' Union and "
        "Kelmar Terminals met on Friday. The union said that it wants 14 per cent."
    )
    assert set(sources(text)) == {"Quay Workers' Union"}


def test_a_union_is_no_firm():
    text = "A fire broke out at Kelmar Ports on Monday. The union said nine people were hurt."
    assert sources(text) == ["union"]  # known by its noun alone


@pytest.mark.parametrize("body", ["fire brigade", "harbour master's office"])
def test_a_public_body_by_its_trade(body: str):
    assert sources(f"Nine people were hurt in the blaze, the {body} said on Monday.") == [body]


def test_who_sent_a_statement_speaks():
    text = "The Granite Palace followed with a two-line statement saying that the queen regretted the delay."
    assert sources(text) == ["Granite Palace"]


def test_a_surname_that_is_a_plain_word_opens_a_sentence():
    text = (
        "Prosecutor Marit Coal said the money was promised. Marit Coal left. Roe asked for more time. Coal put the "
        "number at 412. “Most of them are bank statements,” she said."
    )
    assert sources(text)[-1] == "Marit Coal"


def test_her_own_makes_her_a_woman():
    text = (
        "Judge Hanvo Vell said in her ruling that the driver knew. He had rung Peter Lang, which he conceded. "
        "The call settled the matter, she said."
    )
    assert sources(text)[-1] == "Hanvo Vell"


def test_a_name_that_opens_a_phrase_before_a_comma_speaks():
    text = "Talks were slow. China, the islands' only ally and their lifeline to the world outside, said it would wait."
    assert sources(text) == ["China"]


def test_who_after_words_beside_a_name_is_that_person():
    text = "The speech pleased Peter Lang, an early supporter of the plan, who said it would rain."
    assert "Peter Lang" in sources(text)
