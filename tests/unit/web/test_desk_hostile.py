"""News text is hostile: whatever a record holds is shown as words, and a long one is shown at once."""

from dataclasses import replace

import pytest

from onrecord.records import Actor, Document, Event, Evidence, Participant, Party, Span, Statement, When, Zone
from onrecord.store import open_store
from onrecord.tables import Tables

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}\u202e\u2066‹b› & <b>x</b>'
DAY = When(earliest="2024-03-04", latest="2024-03-04")


def build_hostile(text: str, *, events: int = 1) -> Tables:
    place = (Evidence(document="doc-1", start=0, end=len(EVIL)),)
    document = Document(
        id="doc-1",
        uri=EVIL,
        sha256="ab" * 32,
        text=text,
        outlet=EVIL,
        byline=EVIL,
        headline=Span(start=0, end=len(EVIL)),
        zones=(Zone(kind="body", start=0, end=len(text)),),
    )
    statement = Statement(
        id="sta-1",
        document="doc-1",
        content=(Span(start=0, end=len(text)),),
        cue=(),
        kind="direct",
        act="state",
        source=Party(actor="act-1", text=EVIL, reason=EVIL),
        via=(Party(text=EVIL),),
        channel=EVIL,
        addressee=Party(text=EVIL),
        said=DAY,
    )
    event = Event(
        id="evt-0",
        type="CONSULT",
        mode="call",
        label=EVIL,
        participants=(Participant(actor="act-1", role="source"),),
        when=DAY,
        where=EVIL,
        status="happened",
        evidence=place,
        documents=("doc-1",),
    )
    many = tuple(
        replace(
            event, id=f"evt-{n:05}", when=When(earliest=f"2024-03-{n % 28 + 1:02}", latest=f"2024-03-{n % 28 + 1:02}")
        )
        for n in range(events)
    )
    return Tables(
        documents=(document,),
        actors=(Actor(id="act-1", name=EVIL, kind="person", aliases=(EVIL,), side=EVIL),),
        statements=(statement,),
        events=many,
    )


@pytest.fixture
def desk_of(tmp_path, open_record):
    def build(tables: Tables):
        path = tmp_path / "hostile.db"
        store = open_store(path)
        store.replace_tables(tables)
        store.close()
        return open_record(path)

    return build


PATHS = (
    "/", "/events", "/events/evt-00000", "/statements", "/statements/sta-1", "/actors", "/actors/act-1", "/documents",
    "/documents/doc-1", "/search?q=alert", "/changes?since=2024-01-01", "/positions",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_markup_in_the_news_is_words(desk_of, path):
    answer = desk_of(build_hostile(EVIL)).get(path)
    assert answer.status_code == 200
    assert "<script" not in answer.text.replace('<script defer src="/static/select.js', "")
    assert "<img" not in answer.text
    assert "<b>x</b>" not in answer.text
    assert ">49" not in answer.text, "a template was run on the text"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["q", "actor", "document", "table"])
def test_what_is_asked_for_is_words_too(desk, name):
    for path in ("/search", "/statements", "/events"):
        answer = desk.get(path, params={"q": "x", name: EVIL})
        assert "<script" not in answer.text
        assert "<img" not in answer.text


def test_signs_that_turn_the_line_stay_in_their_element(desk_of):
    page = desk_of(build_hostile(EVIL)).get("/documents/doc-1").text
    assert 'dir="auto"' in page


def test_a_line_of_a_megabyte_is_shown(desk_of):
    client = desk_of(build_hostile(EVIL + "word " * 200_000))
    client.get("/")
    for path in PATHS:
        answer = client.get(path)
        assert answer.status_code == 200
        if not path.startswith(("/documents/", "/statements/")):  # these show the words in full
            assert len(answer.content) < 200_000, path


def test_ten_thousand_events_are_shown(desk_of):
    client = desk_of(build_hostile(EVIL, events=10_000))
    client.get("/")
    for path in PATHS:
        assert client.get(path).status_code == 200
