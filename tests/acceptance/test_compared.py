"""Accounts compared: origins are counted by who could have known, promises are judged by what a day could know."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.compare.postings import Postings
from onrecord.config import Settings

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

WIDE = {**os.environ, "COLUMNS": "240"}


def outlet_files(tables, document: str) -> str:
    """The stem of a document's file."""
    return next(one.uri for one in tables.documents if one.id == document).rsplit("/", 1)[-1].partition(".")[0]


@pytest.mark.parametrize("fixture", ["example_tables", "seeds_tables"])
def test_a_speaker_is_one_origin_however_often_he_is_quoted(fixture, request):
    tables = request.getfixturevalue(fixture)
    speakers = {one.id: one.actor for one in tables.utterances}
    for row in tables.corroboration:
        actors = [speakers[one.utterance] for one in row.origins if one.utterance and speakers[one.utterance]]
        assert len(actors) == len(set(actors)), row


def test_a_post_quoted_in_two_articles_is_one_origin(seeds_tables):
    """The post of 18 August 2025: 002 quotes it at length, 000 a few words of it."""
    posts = [one for one in seeds_tables.utterances if one.channel == "Truth Social" and one.said.edtf == "2025-08-18"]
    assert len(posts) == 1
    rows = [row for row in seeds_tables.corroboration if posts[0].id in {one.utterance for one in row.origins}]
    both = [
        row for row in rows if {"000", "002"} <= {outlet_files(seeds_tables, piece.document) for piece in row.evidence}
    ]
    assert both
    speakers = {one.id: one.actor for one in seeds_tables.utterances}
    for row in both:
        mine = [one for one in row.origins if one.utterance and speakers[one.utterance] == posts[0].actor]
        assert len(mine) == 1, row
        assert row.count == len(row.origins)


@pytest.fixture(scope="module")
def seeds_record(tmp_path_factory):
    """A record file of the seeds, made by the command line."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not beside the project")
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    run("add", *map(str, sorted(SEEDS.glob("*.txt"))), "--record", str(path))
    return path


def run(*words: str) -> str:
    """The output of a command."""
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=WIDE)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_promises_as_of_two_days_differ_as_they_must(seeds_record):
    """In March nothing of August was promised; in August the two weeks of May have run out."""
    march = run("commitments", "--as-of", "2025-03-01", "--record", str(seeds_record))
    august = run("commitments", "--as-of", "2025-08-19", "--record", str(seeds_record))
    assert "planned visits" in march
    assert "planned visits" in august
    assert "Trilat" not in march
    assert "Trilat" in august
    assert "within two weeks" not in " ".join(march.split())
    assert "overdue" not in march
    assert "overdue" in august
    assert "3 Jun 2025" in august


def test_leaving_out_what_shares_too_few_words_changes_nothing(monkeypatch):
    articles = sorted((ROOT / "examples" / "harbour-strike" / "articles").iterdir())
    with Record(":memory:", settings=Settings()) as record:
        record.add(articles)
        near = record.tables
    find = Postings.find
    monkeypatch.setattr(Postings, "find", lambda self, keys, least=1: find(self, keys))
    with Record(":memory:", settings=Settings()) as record:
        record.add(articles)
        assert record.tables == near
    assert any(one.status == "kept" for one in near.commitments)
