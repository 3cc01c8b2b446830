"""The Store protocol, held by every backend (SQLite for now)."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotations import Annotated, LocalActor, TimeExpression
from onrecord.errors import LookupFailed, RecordError
from onrecord.records import (
    Actor,
    Document,
    Event,
    Evidence,
    Failure,
    Participant,
    Party,
    Published,
    Received,
    Span,
    Statement,
    When,
    Zone,
)
from onrecord.store import open_store
from onrecord.store.index import build_match
from onrecord.tables import TABLE_NAMES, Tables

TEXT = "Premier Ada Moreau called Boris Tane on Monday. “We will meet,” she said."
DAY = When(edtf="2024-03-04", earliest="2024-03-04", latest="2024-03-04")


def build_received(name: str = "doc-1", text: str = TEXT) -> Received:
    document = Document(
        id=name,
        uri=f"{name}.txt",
        sha256="00",
        text=text,
        headline=Span(start=0, end=7),
        published=Published(
            edtf="2024-03-05",
            earliest="2024-03-05",
            latest="2024-03-05",
            basis="stated",
            evidence=(Evidence(document=name, start=0, end=3),),
        ),
        zones=(Zone(kind="body", start=0, end=len(text)),),
    )
    return Received(document=document, raw=text.encode(), media="text/plain")


def build_tables() -> Tables:
    evidence = (Evidence(document="doc-1", start=0, end=46),)
    return Tables(
        documents=(build_received().document,),
        actors=(Actor(id="act-1", name="Ada Moreau", kind="person", aliases=("Moreau",)),),
        statements=(
            Statement(
                id="sta-1",
                document="doc-1",
                content=(Span(start=49, end=61),),
                cue=(Span(start=68, end=72),),
                source=Party(actor="act-1", text="she", spans=(Span(start=64, end=67),)),
                kind="direct",
                act="promise",
                said=DAY,
                negated=False,
            ),
        ),
        events=(
            Event(
                id="evt-1",
                type="CONSULT",
                mode="call",
                label="Phone call between Ada Moreau and Boris Tane",
                participants=(Participant(actor="act-1", role="source"),),
                when=DAY,
                where=None,
                status="happened",
                evidence=evidence,
                documents=("doc-1",),
            ),
        ),
    )


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "story.db")
    yield opened
    opened.close()


def test_a_received_document_comes_back_whole(store):
    received = build_received()
    assert store.add_received(received)
    assert store.read_received() == (received.document,)
    assert store.read_raw("doc-1") == TEXT.encode()


def test_adding_again_changes_nothing(store):
    store.add_received(build_received())
    assert not store.add_received(build_received())
    assert len(store.read_received()) == 1


def test_a_date_given_later_is_taken(store):
    store.add_received(build_received())
    given = Published(edtf="2024-03-06", earliest="2024-03-06", latest="2024-03-06", basis="given")
    received = build_received()
    assert not store.add_received(replace(received, document=replace(received.document, published=given)))
    assert store.read_received()[0].published == given


def test_raw_of_an_unknown_document_is_refused(store):
    with pytest.raises(LookupFailed, match="no document 'doc-9'"):
        store.read_raw("doc-9")


def test_tables_come_back_as_they_went_in(store):
    tables = build_tables()
    store.replace_tables(tables)
    assert store.read_tables() == tables
    store.replace_tables(Tables())
    assert store.read_tables() == Tables()


def test_a_failure_is_forgotten_when_its_source_succeeds(store):
    failure = Failure(uri="doc-1.txt", stage="read", reason="empty", mend="fill it")
    store.add_failures([failure, failure])
    assert store.read_failures() == (failure,)
    store.add_received(build_received())
    assert store.read_failures() == ()


def test_annotations_of_other_versions_are_not_used(store):
    expression = TimeExpression(start=0, end=3, type="DATE", rule="absolute", parameters=(("day", "1"),))
    annotated = Annotated(
        document=build_received().document,
        times=(expression,),
        actors=(LocalActor(name="Ada", kind="person"),),
        embedding=b"\x00\xff",
        versions=(("times", "1"),),
    )
    store.save_annotations([annotated])
    assert store.read_annotations((("times", "1"),)) == {"doc-1": annotated}
    assert store.read_annotations((("times", "2"),)) == {}


def test_search_finds_words_phrases_and_names_without_accents(store):
    tables = build_tables()
    accented = replace(tables.actors[0], name="Ada Moréau")
    store.replace_tables(replace(tables, actors=(accented,)))
    assert {found.table for found in store.search("moreau")} == {"actors", "documents", "events"}
    assert {found.id for found in store.search('"we will meet"')} == {"sta-1", "doc-1"}
    assert store.search("absent") == ()


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "* -", "", "col:x", "'"])
def test_search_takes_operators_as_words(store, words):
    store.replace_tables(build_tables())
    assert isinstance(store.search(words), tuple)


def test_match_quotes_every_word():
    assert build_match("call AND-not") == '"call" AND "AND-not"'


@given(text=st.text(min_size=1, max_size=200).filter(lambda text: "\x00" not in text))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_round_trips(text):
    store = open_store(":memory:")
    received = build_received(text=text.encode("utf-8", "replace").decode())
    store.add_received(received)
    assert store.read_received() == (received.document,)
    store.close()


def test_every_table_has_a_place_in_the_database(store):
    assert set(TABLE_NAMES) <= set(__import__("sqlalchemy").inspect(store.engine).get_table_names())


def test_a_missing_record_says_how_to_make_one(tmp_path):
    with pytest.raises(RecordError, match="Make one with"):
        open_store(tmp_path / "none.db", create=False)


def test_a_text_file_is_not_a_record(tmp_path):
    place = tmp_path / "notes.db"
    place.write_text("these are notes, no database at all")
    with pytest.raises(RecordError, match="is not a record"):
        open_store(place)
    assert place.read_text() == "these are notes, no database at all"


def test_a_folder_is_not_a_record(tmp_path):
    with pytest.raises(RecordError, match="is a folder"):
        open_store(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RecordError, match="mkdir -p"):
        open_store(tmp_path / "no" / "story.db")


def test_a_foreign_database_is_left_alone(tmp_path):
    place = tmp_path / "foreign.db"
    with sqlite3.connect(place) as connection:
        connection.execute("create table received (x)")
    connection.close()
    with pytest.raises(RecordError, match="another program"):
        open_store(place)


def test_a_damaged_record_is_named(tmp_path):
    place = tmp_path / "damaged.db"
    open_store(place).close()
    content = bytearray(place.read_bytes())
    content[100:4000] = b"\xff" * 3900
    place.write_bytes(bytes(content))
    with pytest.raises(RecordError, match=r"damaged|cannot be used"):
        open_store(place).read_tables()


def test_a_newer_record_is_refused(tmp_path):
    place = tmp_path / "newer.db"
    open_store(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("insert into migrations values ('9999-from-the-future')")
    connection.close()
    with pytest.raises(RecordError, match="newer onrecord"):
        open_store(place)


def test_a_locked_record_says_who_to_wait_for(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.store.sqlite.LOCK_SECONDS", 0.1)
    place = tmp_path / "locked.db"
    store = open_store(place)
    other = sqlite3.connect(place)
    other.execute("begin exclusive")
    with pytest.raises(RecordError, match="locked by another program"):
        store.add_received(build_received())
    other.close()
    store.close()


def test_an_option_is_kept_replaced_and_forgotten(tmp_path):
    store = open_store(tmp_path / "story.db")
    assert store.read_option("roster") == ""
    store.save_option("roster", "one")
    store.save_option("roster", "two")
    store.close()
    store = open_store(tmp_path / "story.db")
    assert store.read_option("roster") == "two"
    store.save_option("roster", "")
    assert store.read_option("roster") == ""
    store.close()
