"""Contacts told in a row, calls whose verb the parser mistakes, and protests; the whole annotation over short texts."""

import pytest

from onrecord.annotate.parse import load_pipeline
from onrecord.annotate.pipeline import annotate
from onrecord.annotations import Annotated, EventMention
from onrecord.records import Document


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> object:
    return load_pipeline()


def read(text: str) -> Annotated:
    return annotate(Document(id="doc", uri="doc", sha256="0" * 64, text=text), tagger="grammar")


def told(found: Annotated, event: EventMention) -> tuple[str | None, set[str], list[str]]:
    times = [found.document.text[found.times[one].start : found.times[one].end] for one in event.times]
    return event.mode, {found.actors[one.actor].name for one in event.participants}, times


def contacts(text: str) -> list[tuple[str | None, set[str], list[str]]]:
    found = read(text)
    return [told(found, one) for one in found.events if one.type == "CONSULT"]


def test_two_calls_of_one_person_are_two() -> None:
    first, second, third = contacts(
        "On Monday evening Karel Novak, the mediator, rang Anna Lindqvist; an hour later he rang Otto Dahl. "
        "On Thursday all three sat down in Belmora."
    )
    assert first[:2] == ("call", {"Karel Novak", "Anna Lindqvist"})
    assert second[:2] == ("call", {"Karel Novak", "Otto Dahl"})
    assert third == ("meeting", {"Karel Novak", "Anna Lindqvist", "Otto Dahl"}, ["Thursday"])


def test_one_verb_with_two_people_and_two_days() -> None:
    first, second = contacts("Karel Novak telephoned Anna Lindqvist on Sunday and union chief Otto Dahl on Monday.")
    assert first == ("call", {"Karel Novak", "Anna Lindqvist"}, ["Sunday"])
    assert second == ("call", {"Karel Novak", "Otto Dahl"}, ["Monday"])


def test_what_was_told_is_the_conversation() -> None:
    text = (
        "Karel Novak had telephoned Anna Lindqvist on Sunday. Lindqvist said Interior Minister Otto Dahl had told her "
        "on Monday that help would come. The ministry has not confirmed the conversation."
    )
    call, hinted, conversation = contacts(text)
    assert call[1] == {"Karel Novak", "Anna Lindqvist"}
    assert hinted[1] == conversation[1] == {"Otto Dahl", "Anna Lindqvist"}
    assert len(contacts(text[: text.index("The ministry")])) == 1


def test_they_spoke_a_third_time() -> None:
    text = (
        "President Karel Novak and Prime Minister Anna Lindqvist spoke by telephone on Friday. "
        "On Monday they spoke a third time. The two talked again on Wednesday."
    )
    found = contacts(text)
    assert found == [("call", {"Karel Novak", "Anna Lindqvist"}, [day]) for day in ("Friday", "Monday", "Wednesday")]
    assert [one.antecedent for one in read(text).events] == [None, None, None]


def test_they_are_not_the_last_two_where_others_come_between() -> None:
    text = "Karel Novak met Anna Lindqvist on Friday. Thousands fled the town. They met again in a camp on Monday."
    assert len(contacts(text)) == 1


@pytest.mark.parametrize(
    ("text", "mode", "parties"),
    [
        ("Karel Novak rang up Anna Lindqvist on Tuesday.", "call", {"Karel Novak", "Anna Lindqvist"}),
        ("Karel Novak met for three hours with Anna Lindqvist.", "meeting", {"Karel Novak", "Anna Lindqvist"}),
        (
            "President Karel Novak toured the flood zone with Governor Anna Lindqvist on Friday.",
            "visit",
            {"Karel Novak", "Anna Lindqvist"},
        ),
    ],
)
def test_contact_words(text: str, mode: str, parties: set[str]) -> None:
    ((kind, who, _),) = contacts(text)
    assert (kind, who) == (mode, parties)


def test_last_met_is_another_meeting() -> None:
    found = read("Karel Novak met Anna Lindqvist in Belmora on Thursday. The pair had last met in March.")
    assert [(one.antecedent, one.order) for one in found.events] == [(None, None), (None, "previous")]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The Nurses Union went on strike on Monday.", "PROTEST", "happened"),
        ("The Nurses Union called off a 48-hour strike planned for Thursday.", "PROTEST", "cancelled"),
        ("The Nurses Union will hold a rally on Sunday.", "PROTEST", "planned"),
        ("Protesters threw stones at police on Thursday.", "ASSAULT", "happened"),
        ("Police sealed off the square on Friday.", "COERCE", "happened"),
        ("Police said 14 people were arrested on Friday.", "COERCE", "happened"),
        ("Germany sent three helicopters and 40 doctors to Kenya on Tuesday.", "AID", "happened"),
    ],
)
def test_deeds_with_their_source(text: str, type_: str, status: str) -> None:
    (event,) = read(text).events
    assert (event.type, event.status) == (type_, status)
    assert any(one.role == "source" for one in event.participants)


@pytest.mark.parametrize(
    "text",
    [
        "Karel Novak walked out of the meeting.",
        "Shares of Apple rallied on Friday.",
        "Anna Lindqvist returned to the town hall on Monday.",
        "Karel Novak told Anna Lindqvist on Monday that he was tired.",
    ],
)
def test_no_event(text: str) -> None:
    assert read(text).events == ()
