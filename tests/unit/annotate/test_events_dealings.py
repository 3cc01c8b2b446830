"""What parties do to each other in words and votes: offers and answers, appeals, partings, talks at a table."""

import pytest

from onrecord.annotate.event_words import load_event_words, read_wordings
from onrecord.annotate.events import find_events
from onrecord.annotate.parse import parse_document
from onrecord.annotate.times import find_times
from onrecord.annotations import EventMention, LocalActor, LocalMention
from onrecord.records import Document, Span
from onrecord.vocab.lists import ActorKind

ACTORS: dict[str, ActorKind] = {
    "Ada Osk": "person",
    "Karel Novak": "person",
    "Green List": "organization",
    "Reform Bloc": "organization",
    "Senate": "organization",
    "Marrow Foods": "organization",
    "Kestrel Bank": "organization",
    "Rail Union": "organization",
    "Norland": "state",
    "Valdoria": "state",
    "Kestria": "state",
}
NAMES = tuple(ACTORS)


def find(text: str) -> tuple[EventMention, ...]:
    """The events of a text in which the given names are the actors."""
    actors = tuple(LocalActor(name=name, kind=kind) for name, kind in ACTORS.items())
    mentions = [
        LocalMention(start=at, end=at + len(name), head=Span(start=at, end=at + len(name)), form="name", actor=index)
        for index, name in enumerate(NAMES)
        if (at := text.find(name)) >= 0
    ]
    parse = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text))
    return find_events(parse, find_times(parse), actors, tuple(sorted(mentions, key=lambda one: one.start)), ())


def parties(event: EventMention, *roles: str) -> list[str]:
    return sorted(NAMES[one.actor] for one in event.participants if one.role in roles)


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        # answers: what is put before somebody, and what comes of it
        ("The Senate gave its consent to the plan on Tuesday.", "AGREE", ["Senate"], []),
        ("The Senate waved the merger through on Tuesday.", "AGREE", ["Senate"], []),
        ("The Green List voted on Sunday to bless the couples.", "AGREE", ["Green List"], []),
        ("Norland agreed on Friday to share its data.", "AGREE", ["Norland"], []),
        ("The Senate brushed aside a plea from Norland.", "REJECT", ["Senate"], ["Norland"]),
        ("Marrow Foods fended off an approach by Kestrel Bank.", "REJECT", ["Marrow Foods"], ["Kestrel Bank"]),
        ("The Reform Bloc ruled out governing with the Green List.", "REJECT", ["Reform Bloc"], ["Green List"]),
        ("The Rail Union vowed never to sign the contract.", "REJECT", ["Rail Union"], []),
        ("The Rail Union refused to sign the contract.", "REJECT", ["Rail Union"], []),
        # offers, support, appeals
        ("Kestrel Bank has made an offer for Marrow Foods.", "AGREE", ["Kestrel Bank"], ["Marrow Foods"]),
        ("The Green List threw its weight behind Ada Osk.", "SUPPORT", ["Green List"], ["Ada Osk"]),
        ("The Senate ruled in favour of Kestrel Bank.", "SUPPORT", ["Senate"], ["Kestrel Bank"]),
        ("Ada Osk won the backing of the Green List.", "SUPPORT", ["Green List"], ["Ada Osk"]),
        ("The Rail Union handed a petition to the Senate.", "REQUEST", ["Rail Union"], ["Senate"]),
        ("The Senate will weigh a request from Norland for more time.", "REQUEST", ["Norland"], []),
        ("Valdoria issued an ultimatum to Kestria.", "THREATEN", ["Valdoria"], ["Kestria"]),
        # partings and yieldings
        ("The Green List pulled out of the coalition on Tuesday.", "REJECT", ["Green List"], []),
        ("Kestrel Bank bowed out of the contest for the port.", "RETREAT", ["Kestrel Bank"], []),
        ("The Senate bowed to the demands of the Rail Union.", "CONCEDE", ["Senate"], ["Rail Union"]),
        # participles beside the news
        ("Norland left on Monday, accusing Valdoria of bad faith.", "ACCUSE", ["Norland"], ["Valdoria"]),
    ],
)
def test_what_parties_do_in_words(text: str, type_: str, source: list[str], target: list[str]) -> None:
    found = [one for one in find(text) if one.type == type_]
    assert [(parties(one, "source"), parties(one, "target")) for one in found] == [(source, target)]


@pytest.mark.parametrize(
    "text",
    [
        "The Senate did not approve the plan.",
        "Members who can vote to name anybody sit in the Senate.",
        "It is unclear whether the Senate will accept the deal.",
        "Ada Osk left on Tuesday for consultations.",  # the talks were not left
        "Ada Osk said, rejecting an offer from Karel Novak, that she was tired.",  # words: the statements have them
        "The Rail Union had promised to give ten days' notice.",  # of long before
    ],
)
def test_no_answer_is_read_into_it(text: str) -> None:
    assert [one for one in find(text) if one.type in ("AGREE", "REJECT", "SUPPORT")] == []


def test_a_vote_is_what_was_voted() -> None:
    (event,) = find("The Rail Union voted to reject the offer.")
    assert event.type == "REJECT"
    assert event.status == "happened"


def test_who_is_called_on_to_go_has_not_gone() -> None:
    found = find("Ada Osk called on Karel Novak to resign.")
    assert [(one.type, one.status, parties(one, "source")) for one in found] == [
        ("REQUEST", "happened", ["Ada Osk"]),
        ("CONCEDE", "proposed", ["Karel Novak"]),
    ]


@pytest.mark.parametrize(
    ("text", "mode", "status", "names"),
    [
        ("Norland and Valdoria came back to the table on Monday.", "talks", "happened", ["Norland", "Valdoria"]),
        ("Norland brought Valdoria and Kestria together on Sunday.", "meeting", "happened", None),
        ("Norland mediated between Valdoria and Kestria.", "third-party", "happened", None),
        ("Ada Osk called on Karel Novak on Monday.", "meeting", "happened", ["Ada Osk", "Karel Novak"]),
        ("Ada Osk was received by Karel Novak.", "meeting", "happened", ["Ada Osk", "Karel Novak"]),
        ("Ada Osk had an audience with Karel Novak.", "meeting", "happened", ["Ada Osk", "Karel Novak"]),
        (
            "At a joint press conference with Ada Osk, Karel Novak spoke of the bridge.",
            "meeting",
            "happened",
            ["Ada Osk", "Karel Novak"],
        ),
        ("Ada Osk walked out of the talks with Karel Novak.", "talks", "happened", ["Ada Osk", "Karel Novak"]),
        ("Norland and Valdoria met face to face on Monday.", "meeting", "happened", ["Norland", "Valdoria"]),
    ],
)
def test_contacts_told_by_the_words_around_them(text: str, mode: str, status: str, names: list[str] | None) -> None:
    (event,) = [one for one in find(text) if one.type == "CONSULT"]
    assert (event.mode, event.status) == (mode, status)
    roles = ("participant", "host", "mediator")
    assert parties(event, *roles) == (names or ["Kestria", "Norland", "Valdoria"])


@pytest.mark.parametrize(
    "text", ["Ada Osk sat at the table by the window.", "The audience with red hats cheered Ada Osk."]
)
def test_a_table_is_not_always_one_of_talks(text: str) -> None:
    assert [one for one in find(text) if one.type == "CONSULT"] == []


def test_a_comma_alone_joins_two_in_a_headline() -> None:
    (event,) = find("Kestrel Bank, Marrow Foods reach deal on grid")
    assert parties(event, "source") == ["Kestrel Bank", "Marrow Foods"]
    (event,) = find("Ada Osk, the leader, holds talks with Karel Novak")
    assert parties(event, "participant") == ["Ada Osk", "Karel Novak"]


def test_sets_stand_for_their_words() -> None:
    sets = {"plea": ("request", "appeal")}
    ((verb, objects, links),) = read_wordings("turn down offer|$plea", sets, ("down",))
    assert (verb, links) == ("turn", ("down",))
    assert objects == {"offer", "request", "appeal"}


def test_every_set_that_an_entry_names_is_there() -> None:
    assert all(
        not word.startswith("$") for found in load_event_words().deeds.values() for one in found for word in one.objects
    )
