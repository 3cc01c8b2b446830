"""Actors that a document itself teaches: unknown states and seats, pairs, quoted pronouns (loads the pipeline)."""

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


def mention(text: str, words: str, nth: int = 0) -> tuple[LocalActor | None, str | None]:
    """The actor of a stretch of the text, and the reason where it has none."""
    actors, mentions = find(text)
    hits = [one for one in mentions if text[one.start : one.end] == words]
    assert hits, [text[one.start : one.end] for one in mentions]
    index = hits[nth].actor
    return (None if index is None else actors[index]), hits[nth].reason


MARNIA = (
    "Ordovian Prime Minister Olga Brandt met Tavrian President Pavel Kovar in Geneva. "
    "Ordovia said the talks went well. Tavria agreed. "
)


def test_an_unknown_state_is_learned_from_its_adjective():
    actor, _ = mention(MARNIA, "Ordovia")
    assert actor is not None
    assert (actor.kind, actor.side) == ("state", "Ordovia")


def test_a_title_of_a_learned_state_finds_its_holder():
    actor, _ = mention(MARNIA + "The Ordovian leader left early.", "The Ordovian leader")
    assert actor is not None
    assert actor.name == "Olga Brandt"


def test_a_learned_capital_speaks_for_its_state():
    text = MARNIA + "The Ordovian capital, Port Ost, was calm. Port Ost denied the report."
    actor, _ = mention(text, "Port Ost", 1)
    assert actor is not None
    assert actor.name == "Ordovia"


def test_a_house_that_speaks_is_a_body():
    actor, _ = mention("The Amber Palace said on Friday that nothing had been agreed.", "Amber Palace")
    assert actor is not None
    assert actor.kind == "organization"


def test_a_title_before_a_comma_and_a_name_is_a_mention():
    text = "The army denied it. Its commander, Admiral Peter Lund, said the ship was safe."
    actor, _ = mention(text, "Its commander")
    assert actor is not None
    assert actor.name == "Peter Lund"


def test_both_ministers_are_not_heads_of_government():
    text = (
        "Foreign Minister Karl Lindner met Foreign Minister Piotr Nowak and saw Prime Minister Olga Brandt. "
        "Both ministers said the talks would go on."
    )
    actors, mentions = find(text)
    pair = next(actors[one.actor] for one in mentions if text[one.start : one.end] == "Both ministers")
    assert {actors[member].name for member in pair.members} == {"Karl Lindner", "Piotr Nowak"}


def test_a_spokespersons_he_is_the_principal():
    text = (
        "French President Jean Morel will speak to Finnish President Martin Koskela on Tuesday. "
        "Envoy Paul Renard has been to Helsinki twice.\n\n"
        "“It is up for discussion and he will raise it in the call,” French government spokesman Luc Dubois said."
    )
    actor, _ = mention(text, "he")
    assert actor is not None
    assert actor.name == "Jean Morel"


def test_he_in_a_quote_is_not_somebody_of_an_earlier_paragraph():
    text = "Paul Renard has been to Helsinki twice.\n\n“I think he will come,” Anna Virtanen said."
    actor, reason = mention(text, "he")
    assert actor is None
    assert reason


def test_the_latter_is_the_second_of_two():
    actor, _ = mention("Tom Reed called Sam Hill and the latter told reporters that it was good.", "the latter")
    assert actor is not None
    assert actor.name == "Sam Hill"


def test_the_former_with_two_pairs_is_left_open():
    text = "Tom Reed and Sam Hill talked about France and Finland, and the former would not commit himself."
    actor, reason = mention(text, "the former")
    assert actor is None
    assert reason


def test_the_union_is_the_union_named_before():
    text = (
        "The Dock Workers' Union called a strike. Ships waited outside. Nobody knew for how long. "
        "Trucks queued at the gate. The union said it would not give in."
    )
    actor, _ = mention(text, "The union")
    assert actor is not None
    assert "Union" in actor.name


def test_a_storm_is_nobody():
    assert not any("Berta" in actor.name for actor in find("Hurricane Berta closed the ports on Monday.")[0])


NOMINEES = (
    "Democratic presidential nominee Ana Ruta met Republican presidential nominee Karl Vex in Tavria. "
    "Republican vice presidential nominee Ilse Hamm stayed away. "
)


def test_a_shorter_title_is_the_only_holder_of_its_fuller_form():
    actor, _ = mention(NOMINEES + "The Republican nominee said it was late.", "The Republican nominee")
    assert actor is not None
    assert actor.name == "Karl Vex"


def test_a_shorter_title_that_two_near_it_hold_is_open():
    text = "Republican presidential nominee Karl Vex met Republican Senate nominee Jon Arp. "
    actor, reason = mention(text + "The Republican nominee said it was late.", "The Republican nominee")
    assert actor is None
    assert reason is not None
    assert reason.startswith("more than one")
