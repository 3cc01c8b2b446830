"""Dates in words, cross-references, and evidence marked in the text."""

import pytest

from onrecord.present.chart import lay_out
from onrecord.present.checks import find_faults
from onrecord.present.marking import mark_document
from onrecord.present.view import View, name_when
from onrecord.records import (
    Actor,
    Coverage,
    Document,
    Event,
    Evidence,
    Participant,
    Span,
    When,
    Zone,
)
from onrecord.tables import Tables

TEXT = "Menu\nMoreau called Tane.\n\nThey spoke for an hour."


def build_document() -> Document:
    zones = (Zone(kind="furniture", start=0, end=4), Zone(kind="body", start=5, end=len(TEXT)))
    return Document(id="doc-1", uri="x/one.txt", sha256="", text=TEXT, zones=zones)


def build_event(name: str, first: str | None, last: str | None, start: int = 5, end: int = 23) -> Event:
    return Event(
        id=name,
        type="CONSULT",
        mode="call",
        label=f"Call {name}",
        participants=(Participant(actor="act-1", role="source"),),
        when=When(earliest=first, latest=last),
        where=None,
        status="happened",
        evidence=(Evidence(document="doc-1", start=start, end=end),),
        documents=("doc-1",),
    )


def build_tables(*events: Event) -> Tables:
    return Tables(
        documents=(build_document(),),
        actors=(Actor(id="act-1", name="Ada Moreau", kind="person"),),
        events=events,
        coverage=(Coverage(id="cov-1", label="x", event=None, documents=("doc-1",)),),
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-03-04", "2024-03-04", "4 Mar 2024"),
        ("2024-03-04", "2024-04-01", "4 Mar – 1 Apr 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        (None, None, "date unknown"),
        ("2024-03-04", None, "from 4 Mar 2024"),
    ],
)
def test_an_interval_is_named_at_its_precision(first, last, words):
    assert name_when(When(earliest=first, latest=last)) == words


def test_events_are_listed_in_time_order_the_undated_last():
    events = [
        build_event("c", None, None),
        build_event("b", "2024-05-01", "2024-05-01"),
        build_event("a", "2024-03-01", "2024-04-01"),
        build_event("d", "2021-01-01", "2028-06-01"),
    ]
    view = View(build_tables(*events))
    assert [event.id for event in view.events_in_order()] == ["a", "b", "d", "c"]


def test_the_beginning_of_an_id_finds_its_row_only_if_unique():
    view = View(build_tables(build_event("evt-aa1", None, None), build_event("evt-ab2", None, None)))
    assert view.find("evt-aa")[1].id == "evt-aa1"
    assert view.find("evt-a") is None


def test_furniture_is_kept_apart_and_evidence_marked_exactly():
    blocks = mark_document(build_document(), [Span(start=5, end=11), Span(start=5, end=23), Span(start=26, end=30)])
    assert [block.kind for block in blocks] == ["furniture", "body", "body"]
    assert [(piece.text, piece.depth) for piece in blocks[1].pieces] == [("Moreau", 2), (" called Tane", 1), (".", 0)]
    assert [piece.text for piece in blocks[2].pieces if piece.depth] == ["They"]
    assert blocks[1].pieces[0].anchors == (5,)


def test_the_chart_draws_close_dates_and_counts_the_rest():
    events = [
        build_event("a", "2024-03-01", "2024-03-01"),
        build_event("b", "2024-03-01", "2024-03-03"),
        build_event("c", None, "2024-03-03"),
        build_event("d", "2024-01-01", "2024-12-31"),
    ]
    drawn = lay_out(events, View(build_tables(*events)).short_label)
    assert {bar.label for bar in drawn.bars} == {"Call: Moreau"}
    assert [bar.event for bar in drawn.bars] == ["a", "b"]
    assert [bar.exact for bar in drawn.bars] == [True, False]
    assert drawn.left_out == 2
    assert drawn.bars[0].y != drawn.bars[1].y


def test_faults_are_found_in_rows_that_break_the_format():
    assert list(find_faults(build_tables(build_event("evt-1", None, None)))) == []
    outside = build_event("evt-1", "2024-03-02", "2024-03-01", start=40, end=400)
    faults = " ".join(find_faults(build_tables(outside, outside)))
    for words in ("is not in doc-1", "is after latest", "used twice"):
        assert words in faults
