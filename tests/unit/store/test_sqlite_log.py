"""What the store keeps for good beside the documents: the log of corrections, and when what was known."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from onrecord.corrections.exchange import seal
from onrecord.corrections.rows import Correction, Outcome
from onrecord.errors import RecordError
from onrecord.records import Document, Link, Published, Received
from onrecord.store import open_store
from onrecord.tables import Tables

UNDO = seal(Correction(kind="undo", author="Ida", time="2031-04-01T00:00:00+00:00", undoes="cor-1"))
OTHER = seal(replace(UNDO, author="Bo"))


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "story.db")
    yield store
    store.close()


def test_the_log_numbers_its_entries_and_takes_each_once(store):
    assert store.append_corrections([UNDO, OTHER, UNDO]) == (UNDO, OTHER)
    assert store.append_corrections([OTHER]) == ()
    assert [(one.number, one.correction) for one in store.read_corrections()] == [(1, UNDO), (2, OTHER)]


def test_the_log_says_what_became_of_its_entries(store):
    store.append_corrections([UNDO, OTHER])
    assert {one.note for one in store.read_corrections()} == {"the record has not been derived since"}
    store.replace_tables(Tables(), [Outcome(correction=UNDO.id, state="applied")])
    assert [one.state for one in store.read_corrections()] == ["applied", "unanchored"]


@pytest.mark.parametrize("words", ["DELETE FROM corrections", "UPDATE corrections SET time = ''"])
def test_nothing_is_ever_taken_out_of_the_log(store, words):
    store.append_corrections([UNDO])
    with pytest.raises(RecordError, match="only added to"), store.writing() as connection:
        connection.execute(sa.text(words))
    assert len(store.read_corrections()) == 1


def test_documents_are_read_as_they_were_at_a_moment(store):
    document = Document(id="doc-1", uri="a.txt", sha256="00", text="words")
    received = Received(document=document, raw=b"words", media="text/plain")
    store.add_received(received, "2031-03-01T10:00:00+00:00")
    given = replace(document, published=Published(edtf="2031-02-28", basis="given"))
    store.add_received(replace(received, document=given), "2031-03-02T10:00:00+00:00")
    assert store.read_received() == (given,)
    assert store.read_received("2031-03-02") == (given,)
    assert store.read_received("2031-03-01") == (document,)
    assert store.read_received("2031-03-01T09:59+00:00") == ()
    assert store.read_received("2031-03-01T12:30+02:00") == (document,)


def test_a_record_of_an_earlier_layout_gets_a_log(tmp_path):
    path = tmp_path / "old.db"
    store = open_store(path)
    with store.writing() as connection:
        for name in ("corrections", "outcomes", "redated"):
            connection.execute(sa.text(f"DROP TABLE {name}"))
        connection.execute(sa.text("ALTER TABLE disputes DROP COLUMN verdict"))
        connection.execute(sa.text("DELETE FROM migrations WHERE name LIKE '0004%'"))
    store.close()
    store = open_store(path)
    store.append_corrections([UNDO])
    assert store.read_tables() == Tables()
    store.close()


def test_rows_of_an_earlier_layout_are_read(tmp_path):
    link = Link(kind="copy", a="doc-1", b="doc-2", same=True, score=1.0, reasons=("the same words",))
    path = tmp_path / "old.db"
    store = open_store(path)
    store.replace_tables(Tables(links=(link,)))
    with store.writing() as connection:
        connection.execute(sa.text("ALTER TABLE links DROP COLUMN evidence"))
        connection.execute(sa.text("DELETE FROM migrations WHERE name LIKE '0005%'"))
    store.close()
    store = open_store(path)
    assert store.read_tables().links == (link,)
    store.close()
