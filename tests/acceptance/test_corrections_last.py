"""People set the record right once: it stays right whatever is added, in any order, by whatever model."""

from datetime import UTC, datetime, timedelta

import pytest

from onrecord import Record
from onrecord.annotate import pipeline
from onrecord.config import Settings
from onrecord.corrections import exchange
from onrecord.errors import LookupFailed, SettingError
from onrecord.present.checks import find_faults
from onrecord.present.export import export_tables

ARTICLES = {
    "ledger.txt": """The Ledger
Osei and Brek hold first call in months
March 4, 2024

LORN - President Mara Osei of Varnia and Prime Minister Tolan Brek of Ostland held a phone call on Monday, she said.

“We will open the valley road by the end of March,” Osei said after the call.

Brek's spokeswoman, Ida Ruun, said no agreement on the road had been reached.
""",
    "courier.txt": """The Courier
Varnia and Ostland talk about the valley road
March 5, 2024

OSTRA - Prime Minister Tolan Brek met Mara Osei, the president of Varnia, in Ostra on Tuesday, Ruun said.

“The road can wait,” he said.
""",
    "post.txt": """The Evening Post
Osei to visit the border

LORN - President Mara Osei will meet Tolan Brek in Lorn on Friday, her office said on Wednesday.
""",
}


class Clock:
    """A clock that is a day further whenever it is told so."""

    def __init__(self):
        self.moment = datetime(2024, 4, 1, 12, tzinfo=UTC)

    def __call__(self):
        return self.moment

    def next_day(self):
        self.moment += timedelta(days=1)


def export(tables):
    return dict(export_tables(tables, "jsonl"))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def paths(tmp_path):
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in ARTICLES]


def open_at(place, clock):
    return Record(place, settings=Settings(author="Ida"), clock=clock)


def statement_of(tables, words):
    texts = {one.id: one.text for one in tables.documents}
    return next(
        one for one in tables.statements if any(words in texts[one.document][s.start : s.end] for s in one.content)
    )


def correct_everything(record):
    """One correction of each kind that these articles give a reason for."""
    wait = statement_of(record.tables, "The road can wait")
    log = [record.correct("speaker", wait.id, value="Tolan Brek", reason="it is his spokeswoman who is named before")]
    log.append(record.correct("date", "post.txt", value="2024-03-06"))
    log.append(record.correct("mark", record.tables.commitments[0].id, value="kept", text="open since 30 March"))
    log.append(record.correct("rename", "Ida Ruun", value="Ida M. Ruun"))
    log.append(record.correct("merge", *(one.id for one in record.tables.events[:2])))
    assert [one.state for one in log] == ["applied"] * len(log)
    return log


def test_corrections_hold_through_adding_order_and_another_model(tmp_path, paths, clock, monkeypatch):
    with open_at(tmp_path / "one.db", clock) as record:
        record.add(paths)
        plain = export(record.tables)
        correct_everything(record)
        corrected = export(record.tables)
        assert corrected != plain
        assert list(find_faults(record.tables)) == []
        wait = statement_of(record.tables, "The road can wait")
        names = {one.id: one.name for one in record.tables.actors}
        assert names[wait.source.actor] == "Tolan Brek"
        post = next(one for one in record.tables.documents if one.uri.endswith("post.txt"))
        assert (post.published.basis, post.published.earliest) == ("given", "2024-03-06")
        assert "2024-03-08" in {one.earliest for one in record.tables.times if one.document == post.id}
        record.add(paths[::-1])
        assert export(record.tables) == corrected
        monkeypatch.setattr(pipeline, "VERSIONS", (*pipeline.VERSIONS, ("events", "changed")))
        record.add(paths[0])
        assert export(record.tables) == corrected
        log = record.export_corrections()
        monkeypatch.undo()
    # Another record, the log first, the articles one by one from the last.
    with open_at(tmp_path / "two.db", clock) as record:
        assert record.import_corrections(log).new == 5
        assert {one.state for one in record.corrections()} == {"unanchored"}
        for path in paths[::-1]:
            record.add(path)
        assert {one.state for one in record.corrections()} == {"applied"}
        assert export(record.tables) == corrected
        assert record.import_corrections(log) == type(record.import_corrections(b""))(known=5)
        for entry in record.corrections()[:5]:
            record.undo(entry.number)
        assert export(record.tables) == plain
        record.undo(record.corrections()[-1].number)
        assert export(record.tables) != plain


def test_an_article_that_has_lost_the_words_is_left_as_it_is(tmp_path, paths, clock):
    with open_at(tmp_path / "one.db", clock) as record:
        record.add(paths)
        wait = statement_of(record.tables, "The road can wait")
        record.correct("speaker", wait.id, value="Tolan Brek")
        log = record.export_corrections()
    courier = paths[1]
    courier.write_text(ARTICLES["courier.txt"].replace("“The road can wait,” he said.", "He said nothing of the road."))
    with open_at(tmp_path / "two.db", clock) as record:
        record.add(paths)
        before = export(record.tables)
        record.import_corrections(log)
        (entry,) = record.corrections()
        assert (entry.state, export(record.tables)) == ("unanchored", before)
        assert "“The road can wait,”" in entry.note or "is not to be found" in entry.note


def test_the_record_as_it_stood(tmp_path, paths, clock):
    first = paths[0]
    with open_at(":memory:", clock) as record:
        record.add(first)
        alone = export(record.tables)
    with open_at(tmp_path / "one.db", clock) as record:
        record.add(first)
        clock.next_day()
        record.add(paths[1])
        clock.next_day()
        statement = statement_of(record.tables, "no agreement").id
        dated = record.correct("date", "ledger.txt", value="2024-03-05")
        record.correct("drop", statement)
        assert export(record.tables_known_at("2024-04-01")) == alone
        assert export(record.tables_known_at("2024-04-03")) == export(record.tables)
        assert len(record.tables_known_at("2024-04-02").statements) == len(record.tables.statements) + 1
        assert record.tables_known_at("2024-03-31").documents == ()
        assert {one.change for one in record.diff("2024-03-31", "2024-04-01")} == {"new"}
        added = record.diff("2024-04-01", "2024-04-02")
        assert [one.label for one in added if one.table == "documents"] == [
            "The Courier: Varnia and Ostland talk about the valley road"
        ]
        moved = next(one for one in record.diff("2024-04-02") if one.field == "published")
        assert (moved.before, moved.after) == ("4 Mar 2024 (stated)", "5 Mar 2024 (given)")
        clock.next_day()
        record.undo(dated.number)
        assert not [one for one in record.diff("2024-04-02") if one.field == "published"]
        assert record.diff("2024-04-03")
        with pytest.raises(SettingError, match="is not a date"):
            record.tables_known_at("last week")


def test_the_later_of_two_that_contradict_each_other_wins_and_says_so(paths, clock):
    with open_at(":memory:", clock) as record:
        record.add(paths)
        homes = {one.uri.rsplit("/", 1)[-1]: one.id for one in record.tables.documents}
        alone = {one.documents[0]: one for one in record.tables.events if len(one.documents) == 1}
        first, second = alone[homes["ledger.txt"]], alone[homes["courier.txt"]]
        merge = record.correct("merge", first.id, second.id)
        both = next(one for one in record.tables.events if {*first.evidence, *second.evidence} <= {*one.evidence})
        split = record.correct("split", both.id, document="ledger.txt")
        assert split.note == f"overrules {merge.number} (merge by Ida)"
        assert record.corrections()[0].state == "overruled"
        parted = [one.id for one in record.tables.events if {*one.evidence} & {*both.evidence}]
        again = record.correct("merge", *parted)
        assert again.note == f"overrules {split.number} (split by Ida)"
        with pytest.raises(LookupFailed, match="no correction 9"):
            record.undo(9)
        record.undo(1)
        with pytest.raises(SettingError, match="undone already"):
            record.undo(1)
        assert exchange.decode_log(record.export_corrections())[1] == ()
