"""The memo in the record's file: a second use of it profits, another version does not see it."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Record, engine
from onrecord.annotate import component_versions
from onrecord.annotations import Annotated
from onrecord.config import Settings
from onrecord.records import Document, Received

TEXT = "The council of Port Elma voted for the new tram. The tram will run from the harbour to the market. Round {}."


def keep(record: Record, number: int) -> None:
    """Put one more article with its annotation into the store."""
    versions = component_versions(record.settings.pipeline, record.settings.tagger)
    text = TEXT.format(number)
    document = Document(id=f"doc-{number}", uri=f"{number}.txt", sha256=str(number), text=text)
    record.store.add_received(Received(document=document, raw=text.encode(), media="text/plain"))
    record.store.save_annotations([replace(Annotated(document=document), versions=versions)])


def derive(record: Record) -> None:
    record.engine.renew()


def test_a_second_use_of_the_file_takes_the_memo_over(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    with Record(path, settings=Settings()) as record:
        for number in range(3):
            keep(record, number)
        derive(record)
        tables, asked = record.tables, record.engine.memo.asked
        assert record.engine.memo.made
    with Record(path, settings=Settings()) as record:
        derive(record)
        assert record.tables == tables
        assert (record.engine.memo.asked, dict(record.engine.memo.made)) == (asked, {})


def test_a_memo_of_other_linkers_is_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.db"
    with Record(path, settings=Settings()) as record:
        keep(record, 0)
        derive(record)
    monkeypatch.setattr(engine, "print_linkers", lambda: "another")
    with Record(path, settings=Settings()) as record:
        assert not record.store.read_memo("another")
        derive(record)
        assert record.engine.memo.made
        assert record.store.read_memo("another")
