"""Claims on events in sentences about invented states and people."""

import re

import pytest

from onrecord.annotate.claims import find_claims
from onrecord.annotate.events import find_events
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotate.quantities import find_amounts, find_durations, read_number
from onrecord.annotations import ClaimMention, LocalActor, LocalMention
from onrecord.records import Document, Span

NAMES = {"Novak": "person", "Marsh": "person", "Borduria": "state", "Kestria": "state", "Tarsk": "place"}
ACTORS = tuple(LocalActor(name=name, kind=kind) for name, kind in NAMES.items())


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> object:
    return load_pipeline()


def claims_of(text: str) -> tuple[ClaimMention, ...]:
    parse = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text))
    mentions = tuple(
        LocalMention(
            start=match.start(), end=match.end(), head=Span(start=match.start(), end=match.end()), form="name", actor=at
        )
        for at, name in enumerate(NAMES)
        for match in re.finditer(rf"\b{name}\b", text)
    )
    events = find_events(parse, (), ACTORS, mentions, ())
    return find_claims(parse, (), ACTORS, mentions, (), events)


def facets(text: str, facet: str) -> list[tuple[str, str | None, bool, str | None]]:
    return [(one.value, one.unit, one.approximate, one.bound) for one in claims_of(text) if one.facet == facet]


@pytest.mark.parametrize(
    ("text", "value", "approximate", "bound"),
    [
        ("The call between Novak and Marsh lasted nearly 90 minutes.", "PT90M", True, None),
        ("Novak and Marsh held a more than hour-long phone call.", "PT60M", False, "min"),
        ("Novak met with Marsh for three hours.", "PT180M", False, None),
        ("The talks between Novak and Marsh lasted an hour and a half.", "PT90M", False, None),
    ],
)
def test_duration(text: str, value: str, approximate: bool, bound: str | None) -> None:
    assert facets(text, "duration") == [(value, None, approximate, bound)]


def test_duration_of_something_else_is_no_claim() -> None:
    assert facets("Novak met Marsh. The storm lasted two hours.", "duration") == []


def test_place() -> None:
    assert facets("Novak met Marsh in Tarsk.", "place") == [("Tarsk", None, False, None)]


def test_initiator() -> None:
    assert facets("Novak called Marsh.", "initiator") == [("Novak", None, False, None)]


def test_toll_of_an_attack() -> None:
    text = "Borduria attacked Kestria on Sunday. At least 12 people were killed."
    assert facets(text, "count") == [("12", "killed", False, "min")]


def test_toll_without_an_event_is_left_alone() -> None:
    assert facets("At least 12 people were killed.", "count") == []


def test_outcome() -> None:
    assert facets("The talks between Novak and Marsh ended without agreement.", "outcome")[0][0] == "no agreement"


def test_spans_cover_their_words() -> None:
    text = "The call between Novak and Marsh lasted nearly 90 minutes."
    (claim,) = [one for one in claims_of(text) if one.facet == "duration"]
    assert text[claim.start : claim.end] == "nearly 90 minutes"


def test_quantities() -> None:
    assert [one.value for one in find_durations("half an hour", 0, 12)] == ["PT30M"]
    assert [one.value for one in find_durations("the happy hour", 0, 14)] == []
    assert [(one.value, one.unit) for one in find_amounts("$1.5 billion and 4 per cent", 0, 27)] == [
        ("1500000000", "USD"),
        ("4", "%"),
    ]
    assert read_number("forty-five") == 45
