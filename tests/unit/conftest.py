"""Builders that unit tests share: a small record made by hand, no model loaded."""

import pytest

from onrecord.records import (
    Actor,
    Claim,
    Commitment,
    Corroboration,
    Coverage,
    Dispute,
    Document,
    Event,
    Evidence,
    Failure,
    Link,
    Origin,
    Participant,
    Party,
    Position,
    Proposal,
    Published,
    Received,
    Side,
    Span,
    Statement,
    Storyline,
    Utterance,
    When,
    Zone,
)
from onrecord.store import open_store
from onrecord.tables import Tables

TEXT = (
    "Moreau and Tane speak again\n"
    "Premier Ada Moreau called Boris Tane on Monday. “We will meet in Lorn,” she told the Ledger. "
    "Tane's office said no meeting was agreed."
)


def place(words: str) -> tuple[Evidence, ...]:
    """The evidence of some words of TEXT."""
    start = TEXT.index(words)
    return (Evidence(document="doc-aaa1", start=start, end=start + len(words)),)


def span(words: str) -> Span:
    """The span of some words of TEXT."""
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


@pytest.fixture(scope="session")
def small_tables() -> Tables:
    """A record with a row in most tables."""
    day = When(edtf="2024-03-04", earliest="2024-03-04", latest="2024-03-04")
    document = Document(
        id="doc-aaa1",
        uri="news/one.txt",
        sha256="ab" * 32,
        text=TEXT,
        outlet="The Ledger",
        headline=Span(start=0, end=27),
        published=Published(edtf="2024-03-05", earliest="2024-03-05", latest="2024-03-05", basis="given"),
        zones=(Zone(kind="headline", start=0, end=27), Zone(kind="body", start=28, end=len(TEXT))),
    )
    promise = Statement(
        id="sta-aaa1",
        document="doc-aaa1",
        content=(span("We will meet in Lorn"),),
        cue=(span("told"),),
        kind="direct",
        act="promise",
        said=day,
        source=Party(actor="act-aaa1", text="she", spans=(span("she"),)),
        utterance="utt-aaa1",
    )
    denial = Statement(
        id="sta-bbb2",
        document="doc-aaa1",
        content=(span("no meeting was agreed"),),
        cue=(span("said"),),
        kind="indirect",
        act="deny",
        source=Party(text="Tane's office", reason="the office is not an actor of the record"),
    )
    call = Event(
        id="evt-aaa1",
        type="CONSULT",
        mode="call",
        label="Phone call between Ada Moreau and Boris Tane",
        when=day,
        participants=(Participant(actor="act-aaa1", role="source"), Participant(actor="act-bbb2", role="target")),
        where=None,
        status="happened",
        evidence=place("Premier Ada Moreau called Boris Tane"),
        documents=("doc-aaa1",),
    )
    meeting = Event(
        id="evt-bbb2",
        type="CONSULT",
        mode="meeting",
        label="Meeting of Ada Moreau and Boris Tane in Lorn",
        when=When(),
        participants=call.participants,
        where="Lorn",
        status="planned",
        evidence=place("We will meet in Lorn"),
        documents=("doc-aaa1",),
    )
    words = place("We will meet in Lorn")
    return Tables(
        documents=(document,),
        actors=(
            Actor(id="act-aaa1", name="Ada Moreau", kind="person", aliases=("Ada Moreau", "Moreau")),
            Actor(id="act-bbb2", name="Boris Tane", kind="person", aliases=("Tane",)),
        ),
        statements=(promise, denial),
        utterances=(
            Utterance(
                id="utt-aaa1",
                actor="act-aaa1",
                said=day,
                channel=None,
                text="We will meet in Lorn",
                statements=("sta-aaa1",),
                documents=("doc-aaa1",),
            ),
        ),
        events=(call, meeting),
        proposals=(Proposal(id="pro-aaa1", label="meeting in Lorn", kind="event", event="evt-bbb2", evidence=words),),
        positions=(
            Position(
                id="pos-aaa1",
                actor="act-aaa1",
                proposal="pro-aaa1",
                stance="proposes",
                holder=None,
                statement="sta-aaa1",
                when=day,
                evidence=words,
            ),
        ),
        claims=(
            Claim(
                id="clm-aaa1",
                event="evt-bbb2",
                facet="place",
                value="Lorn",
                unit=None,
                holder="act-aaa1",
                statement="sta-aaa1",
                evidence=words,
            ),
        ),
        disputes=(
            Dispute(
                id="dis-aaa1",
                about="evt-bbb2",
                facet=None,
                kind="denial",
                first_seen="2024-03-05",
                sides=(
                    Side(value="We will meet in Lorn", holders=("act-aaa1",), items=("sta-aaa1",)),
                    Side(value="no meeting was agreed", holders=("doc-aaa1",), items=("sta-bbb2",)),
                ),
                reasons=("one side announces the meeting, the other says none was agreed",),
                evidence=(*words, *place("no meeting was agreed")),
            ),
        ),
        corroboration=(
            Corroboration(
                of="evt-aaa1",
                origins=(Origin(document="doc-aaa1", reasons=("the outlet's own account",)),),
                outlets=("The Ledger",),
                count=1,
                evidence=call.evidence,
            ),
        ),
        commitments=(
            Commitment(
                id="com-aaa1",
                actor="act-aaa1",
                text="We will meet in Lorn",
                due=When(),
                status="open",
                as_of="2024-03-05",
                resolution=(),
                reasons=("nothing later speaks of it",),
                evidence=words,
            ),
        ),
        coverage=(Coverage(id="cov-aaa1", label="the call", event="evt-aaa1", documents=("doc-aaa1",)),),
        storylines=(
            Storyline(id="sty-aaa1", label="Moreau and Tane", events=("evt-aaa1", "evt-bbb2"), documents=("doc-aaa1",)),
        ),
        links=(
            Link(
                kind="event",
                a=f"doc-aaa1:{call.evidence[0].start}-{call.evidence[0].end}",
                b=f"doc-aaa1:{words[0].start}-{words[0].end}",
                same=False,
                score=0.0,
                reasons=("a call is not a meeting",),
            ),
        ),
    )


@pytest.fixture
def small_record(tmp_path, small_tables):
    """The path of a record file with the small tables, and one failure."""
    path = tmp_path / "story.db"
    store = open_store(path)
    document = small_tables.documents[0]
    store.add_received(Received(document=document, raw=document.text.encode(), media="text/plain"))
    store.replace_tables(small_tables)
    store.add_failures([Failure(uri="news/bad.txt", stage="read", reason="the file is empty", mend="remove it")])
    store.close()
    return path


@pytest.fixture
def rules_alone(monkeypatch):
    """What rules find by themselves: the event tagger sees nothing."""
    from onrecord.annotate import pipeline
    from onrecord.annotate.event_tagger import Tags

    monkeypatch.setattr(pipeline, "tag_events", lambda _: Tags())
