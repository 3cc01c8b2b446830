"""Raw articles in, an evidence-linked record out: what must hold for any story."""

import calendar
import re
import subprocess
import sys
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.config import Settings
from onrecord.present.checks import find_faults
from onrecord.present.export import export_tables
from onrecord.present.report import build_report
from onrecord.present.view import View

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "straits" / "articles"


def export(tables) -> dict[str, bytes]:
    return dict(export_tables(tables, "jsonl"))


def record_of(paths, path=":memory:", **settings):
    with Record(path, settings=Settings(**settings)) as record:
        added = record.add(paths)
        assert not added.failed
        return record.tables


@pytest.fixture(params=["example_tables", "seeds_tables"])
def tables(request):
    return request.getfixturevalue(request.param)


def test_no_promise_of_the_record_format_is_broken(tables):
    assert list(find_faults(tables)) == []


def test_nothing_is_taken_from_furniture(tables):
    furniture = {
        document.id: [zone for zone in document.zones if zone.kind == "furniture"] for document in tables.documents
    }
    for statement in tables.statements:
        for span in statement.content:
            for zone in furniture[statement.document]:
                assert not (zone.start <= span.start and span.end <= zone.end), statement


def test_zones_cover_every_character_once(tables):
    for document in tables.documents:
        covered = [0] * len(document.text)
        for zone in document.zones:
            for index in range(zone.start, zone.end):
                covered[index] += 1
        assert max(covered) <= 1
        assert all(covered[match.start()] for match in re.finditer(r"\S", document.text))


def test_every_statement_belongs_to_at_most_one_utterance_of_its_speaker(tables):
    # An unnamed source is an actor of its own document; a reprint quotes the same one under the same description.
    name_of = {None: None, **{actor.id: actor.name for actor in tables.actors}}
    speaker = {statement.id: name_of[statement.source.actor] for statement in tables.statements}
    seen = [name for utterance in tables.utterances for name in utterance.statements]
    assert len(seen) == len(set(seen))
    for utterance in tables.utterances:
        assert {speaker[name] for name in utterance.statements} == {name_of[utterance.actor]}


def test_a_cast_that_is_named_is_in_the_text(tables):
    texts = " ".join(" ".join(document.text.split()) for document in tables.documents)
    for actor in tables.actors:
        if " and " in actor.name and actor.kind == "group":
            continue  # a pair ("both leaders") is named after its members
        for alias in actor.aliases:
            assert alias in texts, (actor.name, alias)


def test_two_exact_days_are_never_one_event(tables):
    """Events of the same people and mode whose days differ are two rows; no row holds two exact days."""
    for event in tables.events:
        if event.when.earliest and event.when.latest:
            assert event.when.earliest <= event.when.latest
    keys = [
        (event.mode, tuple(sorted(one.actor for one in event.participants)), event.when.earliest, event.when.latest)
        for event in tables.events
        if event.mode and event.status == "happened" and event.when.earliest == event.when.latest is not None
    ]
    assert len(keys) == len(set(keys)), "the same call twice"


def test_every_event_can_say_why(tables):
    ends = {end for link in tables.links for end in (link.a, link.b)}
    for event in tables.events:
        if len(event.evidence) > 1:
            places = {f"{one.document}:{one.start}-{one.end}" for one in event.evidence} | {event.id}
            assert places & ends, event.label


def test_the_report_of_a_story_holds_every_event_and_dispute(tables):
    page = build_report(View(tables))
    for row in (*tables.events, *tables.disputes, *tables.commitments):
        assert f'id="{row.id}"' in page


def test_the_order_of_the_articles_changes_no_byte(example_tables):
    paths = sorted(EXAMPLE.iterdir())
    assert export(record_of(paths[::-1])) == export(record_of(paths))


def test_adding_one_by_one_or_again_changes_no_byte(tmp_path):
    paths = sorted(EXAMPLE.iterdir())[:4]
    whole = export(record_of(paths))
    with Record(tmp_path / "story.db", settings=Settings()) as record:
        for path in paths[::-1]:
            record.add(path)
        assert export(record.tables) == whole
        again = record.add(paths)
        assert not again.new
        assert len(again.known) == len(whole["documents.jsonl"].splitlines())
        assert export(record.tables) == whole


def test_the_number_of_workers_changes_no_byte():
    paths = sorted(EXAMPLE.iterdir())[:4]
    assert export(record_of(paths, workers=2)) == export(record_of(paths, workers=1))


def test_a_given_date_dates_what_hangs_on_it(tmp_path):
    page = tmp_path / "undated.txt"
    page.write_text("Premier Ada Moreau met President Boris Tane in Lorn on Tuesday, her office said.\n" * 1)
    with Record(tmp_path / "story.db", settings=Settings()) as record:
        record.add(page)
        assert record.tables.documents[0].published.earliest is None
        record.add(page, date="2024-03-07")
        published = record.tables.documents[0].published
        assert (published.basis, published.earliest) == ("given", "2024-03-07")
        assert [time.earliest for time in record.tables.times] == ["2024-03-05"]


@pytest.mark.parametrize(("name", "day"), [("003", "2025-02-12"), ("004", "2025-03-18")])
def test_weekdays_resolve_to_the_true_day_once_the_date_is_given(name, day):
    page = ROOT.parent / "shared" / "seeds" / f"{name}.txt"
    if not page.is_file():
        pytest.skip("../shared/seeds is not beside the project")
    with Record(":memory:", settings=Settings()) as record:
        record.add(page, date=day)
        text = record.tables.documents[0].text
        days = [(text[one.start : one.end], one) for one in record.tables.times if one.type == "DATE"]
    weekdays = [(words, one) for words, one in days if words in calendar.day_name]
    assert weekdays
    for words, one in weekdays:
        found = date.fromisoformat(one.earliest)
        assert calendar.day_name[found.weekday()] == words
        assert one.earliest == one.latest
        assert 0 <= (date.fromisoformat(day) - found).days < 7


def test_same_bytes_in_another_process(example_tables, tmp_path):
    script = (
        "import sys\nfrom pathlib import Path\nfrom onrecord.cli import main\n"
        f"sys.argv = ['onrecord', 'add', {str(EXAMPLE)!r}, '--record', 'story.db']\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n"
        "sys.argv = ['onrecord', 'export', '-o', 'out', '--record', 'story.db']\nmain()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=tmp_path, env={"PYTHONHASHSEED": "7"})
    for name, content in export(example_tables).items():
        if name != "documents.jsonl":
            assert (tmp_path / "out" / name).read_bytes() == content, name


def test_the_four_calls_of_the_seeds_stay_four(seeds_tables):
    """Four calls of the same two leaders, told by five articles, are four events."""
    names = {actor.id: actor.name for actor in seeds_tables.actors}
    calls = [
        event
        for event in seeds_tables.events
        if event.mode == "call"
        and event.status == "happened"
        and {names[one.actor].split()[-1] for one in event.participants} >= {"Putin", "Trump"}
    ]
    homes = [set(event.documents) for event in calls]
    stems = {document.id: Path(document.uri).stem for document in seeds_tables.documents}
    found = sorted(sorted(stems[one] for one in home) for home in homes)
    assert len(found) >= 4
    for one, other in combinations(calls, 2):
        assert one.id != other.id
    for home in found:
        assert not ({"003"} & set(home) and set(home) - {"003"})
        assert not ({"004"} & set(home) and set(home) - {"004"})
        assert not ({"001"} & set(home) and set(home) - {"001"})
