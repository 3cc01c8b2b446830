"""Events of courts, strikes, relief and deals, in sentences about invented people; the actors are given."""

import re

import pytest

from onrecord.annotate.events import find_events
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotate.times import find_times
from onrecord.annotations import EventMention, LocalActor, LocalMention
from onrecord.records import Document, Span
from onrecord.vocab.lists import ActorKind

KINDS: dict[str, ActorKind] = {
    "Ondrej Vail": "person", "Petra Holm": "person", "Iris Kand": "person", "Bakers Union": "organization",
    "Crumb Holdings": "organization", "Lantern Aid": "organization", "Northern Council": "organization",
    "Arland": "state", "Borland": "state", "Tarsk": "place",
}  # fmt: skip
FORMS = {**{name: name for name in KINDS}, "the company": "Crumb Holdings", "Vail": "Ondrej Vail", "Kand": "Iris Kand"}
Parties = list[tuple[str, str]]


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> object:
    return load_pipeline()


def events_of(text: str) -> list[tuple[str, Parties, str, bool]]:
    """Type, participants with roles, status and whether inherited, of every event of a text."""
    actors = tuple(LocalActor(name=name, kind=kind) for name, kind in KINDS.items())
    found: list[LocalMention] = []
    taken: set[int] = set()
    for form in sorted(FORMS, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if taken & set(range(*match.span())):
                continue
            taken |= set(range(*match.span()))
            last = form.split()[-1]
            head = Span(start=match.end() - len(last), end=match.end())
            kind = "nominal" if form == "the company" else "name"
            actor = list(KINDS).index(FORMS[form])
            found.append(LocalMention(start=match.start(), end=match.end(), head=head, form=kind, actor=actor))
    parse = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text))
    mentions = tuple(sorted(found, key=lambda one: one.start))
    return [row_of(one) for one in find_events(parse, find_times(parse), actors, mentions, ())]


def row_of(one: EventMention) -> tuple[str, Parties, str, bool]:
    names = list(KINDS)
    return one.type, [(names[part.actor], part.role) for part in one.participants], one.status, one.inherited


ACCUSED = [("Ondrej Vail", "target")]
STRIKERS = [("Bakers Union", "source")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ondrej Vail pleaded not guilty on Monday.", ("COERCE", ACCUSED, "happened", False)),
        ("Ondrej Vail was found guilty of theft on Thursday.", ("COERCE", ACCUSED, "happened", False)),
        ("Ondrej Vail was arrested in Tarsk on Sunday.", ("COERCE", ACCUSED, "happened", False)),
        ("Prosecutors charged Ondrej Vail with theft on Monday.", ("ACCUSE", ACCUSED, "happened", False)),
        ("Ondrej Vail was acquitted on Friday.", ("CONCEDE", ACCUSED, "happened", False)),
        ("The trial of Ondrej Vail opened in Tarsk on Monday.", ("COERCE", ACCUSED, "happened", False)),
        ("The sentencing of Vail was moved from 2 May to 9 June.", ("COERCE", ACCUSED, "planned", False)),
        ("The Bakers Union will strike on Monday.", ("PROTEST", STRIKERS, "planned", False)),
        ("The Bakers Union called off a strike planned for Monday.", ("PROTEST", STRIKERS, "cancelled", False)),
        (
            "Lantern Aid delivered 40 tonnes of flour to Tarsk on Monday.",
            ("AID", [("Lantern Aid", "source")], "happened", False),
        ),
        ("Ondrej Vail was rescued from a cellar on Monday.", ("AID", ACCUSED, "happened", False)),
        (
            "The deal between Arland and Borland was signed on Monday.",
            ("AGREE", [("Arland", "source"), ("Borland", "source")], "happened", False),
        ),
    ],
)
def test_one_event(text: str, expected: tuple[str, Parties, str, bool]) -> None:
    assert events_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ondrej Vail, who was arrested, is a baker.",  # no day, no place, no news
        "The trial was a test of patience for Ondrej Vail.",
        "Lightning struck on Monday.",
        "No deal was reached on Sunday.",
        "A strike shut the port on Monday.",  # no union in sight
        "The prosecutor will call Ondrej Vail as a witness on Monday.",
        "Petra Holm would call Iris Kand as her first witness.",
    ],
)
def test_no_event(text: str) -> None:
    assert events_of(text) == []


def test_the_only_accused_is_the_target_of_a_hearing() -> None:
    found = events_of("Ondrej Vail pleaded guilty on Monday. The hearing of 9 June was short.")
    assert ("COERCE", ACCUSED, "happened", True) in found


def test_of_two_accused_neither_is_taken() -> None:
    text = "Ondrej Vail and Petra Holm pleaded guilty on Monday. The hearing of 9 June was short."
    assert not [one for one in events_of(text) if one[3]]


def test_the_only_judge_is_the_source_of_a_verdict() -> None:
    found = events_of("Ondrej Vail was found guilty on Monday. Judge Iris Kand said he had lied.")
    assert found == [("COERCE", [("Iris Kand", "source"), *ACCUSED], "happened", True)]


def test_an_adjourned_hearing_is_one_to_come() -> None:
    found = events_of("Vail pleaded guilty on Monday. Judge Iris Kand adjourned the hearing until 9 June.")
    assert found[-1] == ("COERCE", ACCUSED, "planned", True)


def test_a_strike_is_of_the_only_union_against_its_employer() -> None:
    text = "A strike shut most bakeries on Monday. The Bakers Union wants 9 percent and the company offers 4."
    parties = [*STRIKERS, ("Crumb Holdings", "target")]
    assert ("PROTEST", parties, "happened", True) in events_of(text)


def test_a_company_told_of_apart_from_the_union_is_no_employer() -> None:
    text = "A strike shut most bakeries on Monday. The Bakers Union wants 9 percent. Rain fell, the company said."
    assert ("PROTEST", STRIKERS, "happened", True) in events_of(text)


def test_a_deal_reached_is_of_those_who_talked() -> None:
    text = "Arland and Borland held talks in Tarsk on Monday. The fee is set by a deal reached at dawn on Tuesday."
    assert ("AGREE", [("Arland", "source"), ("Borland", "source")], "happened", True) in events_of(text)


def test_sitting_at_the_table_is_a_meeting() -> None:
    assert [one[0] for one in events_of("Ondrej Vail and Petra Holm were sitting at the table.")] == ["CONSULT"]
