"""The report: self-contained, inert whatever the news holds, every link with a target."""

import re
from dataclasses import replace

import pytest

from onrecord.present.report import build_report
from onrecord.present.view import View
from onrecord.records import (
    Actor,
    Commitment,
    Coverage,
    Dispute,
    Document,
    Event,
    Evidence,
    Participant,
    Party,
    Position,
    Proposal,
    Side,
    Span,
    Statement,
    When,
    Zone,
)
from onrecord.tables import Tables

EVIL = '<script>alert("x")</script> \u202e Moreau & Tane agreed <img src=x onerror=1> to meet.'
PLACE = (Evidence(document="doc-1", start=30, end=50),)


@pytest.fixture
def tables() -> Tables:
    document = Document(
        id="doc-1",
        uri="a<b>.txt",
        sha256="ab" * 32,
        text=EVIL,
        outlet="<b>The Ledger</b>",
        zones=(Zone(kind="body", start=0, end=len(EVIL)),),
    )
    statement = Statement(
        id="sta-1",
        document="doc-1",
        content=(Span(start=30, end=50),),
        cue=(),
        kind="direct",
        act="agree",
        source=Party(actor="act-1", text="Moreau"),
        via=(Party(text="<i>wire</i>"),),
        channel="<u>air</u>",
    )
    event = Event(
        id="evt-1",
        type="CONSULT",
        mode="meeting",
        label=EVIL,
        participants=(Participant(actor="act-1", role="source"),),
        when=When(earliest="2024-03-01", latest="2024-03-01"),
        where="<hr>",
        status="planned",
        evidence=PLACE,
        documents=("doc-1",),
    )
    return Tables(
        documents=(document,),
        actors=(Actor(id="act-1", name="<em>Ada</em>", kind="person"),),
        statements=(statement,),
        events=(event, replace(event, id="evt-2", when=When(earliest="2024-03-09", latest="2024-03-11"))),
        proposals=(Proposal(id="pro-1", label="<p>meeting", kind="event", event="evt-1", evidence=PLACE),),
        positions=(
            Position(
                id="pos-1",
                actor=None,
                proposal="pro-1",
                stance="agrees",
                holder=None,
                statement=None,
                when=When(),
                evidence=PLACE,
            ),
        ),
        disputes=(
            Dispute(
                id="dis-1",
                about="pro-1",
                facet=None,
                kind="denial",
                first_seen=None,
                reasons=("<why>",),
                evidence=PLACE,
                sides=(
                    Side(value="<a>", holders=("act-1",), items=()),
                    Side(value="<b>", holders=("doc-1",), items=()),
                ),
            ),
        ),
        commitments=(
            Commitment(
                id="com-1",
                actor="act-1",
                text="<c>",
                due=When(),
                status="open",
                as_of="2024-04-01",
                resolution=(),
                reasons=(),
                evidence=PLACE,
            ),
        ),
        coverage=(Coverage(id="cov-1", label="x", event=None, documents=("doc-1",)),),
    )


def test_nothing_from_the_news_is_markup(tables):
    page = build_report(View(tables), title="<h1>")
    body = page.partition("</style>")[2]
    for tag in ("<script", "<img", "<em>", "<u>", "<hr", "<b>The", "<why>", "<i>wire"):
        assert tag not in body
    assert "&lt;script&gt;" in body


def test_no_script_and_no_address_of_another_host(tables):
    page = build_report(View(tables))
    assert "default-src 'none'" in page
    assert not re.search(r"<[^>]*\b(?:src|href)=(?!\"#)", page)


def test_every_link_has_its_target(tables):
    page = build_report(View(tables))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_an_empty_record_has_a_report_too():
    page = build_report(View(Tables()))
    for words in ("No events found", "No disputes found", "No positions found", "No commitments found"):
        assert words in page


def test_the_same_record_gives_the_same_bytes(tables):
    assert build_report(View(tables)) == build_report(View(tables))
