"""`correct` and `diff` on a small record: what they say, write and refuse."""

import json

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.cli.context import run as run_app

DAY = "2031-04-01T12:00:00+00:00"


def run(*args: object, code: int = 0, **env: str):
    env = {"COLUMNS": "200", "ONRECORD_TAGGER": "grammar", "ONRECORD_AUTHOR": "Ida", "ONRECORD_NOW": DAY, **env}
    result = CliRunner().invoke(app, [str(arg) for arg in args], env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def test_a_correction_is_made_listed_undone_written_and_taken_in(small_record, tmp_path):
    record = ("--record", small_record)
    made = run("correct", "date", "one.txt", "2031-03-06", *record, "--reason", "the page says so")
    assert made.stderr == "Correction 1: date “news/one.txt” → 2031-03-06: applied\n"
    (document,) = json.loads(run("documents", *record, "--json").stdout)
    assert (document["published"]["earliest"], document["published"]["basis"]) == ("2031-03-06", "given")
    run("correct", "--undo", "1", *record, ONRECORD_AUTHOR="Bo", ONRECORD_NOW="2031-04-03")
    shown = run("correct", "--list", *record).stdout
    for word in ("2031-04-01T12:00", "Ida", "the page says so", "undone by Bo", "undo 1"):
        assert word in shown
    log = tmp_path / "log.jsonl"
    run("correct", "--export", log, *record)
    assert len(log.read_bytes().splitlines()) == 2
    log.write_bytes(log.read_bytes() + b"nonsense\n")
    again = run("correct", "--import", log, *record, code=1)
    assert "0 corrections added, 2 known already, 1 bad lines" in again.stderr
    assert "line 3: " in again.stderr
    changes = json.loads(run("diff", "--between", DAY, "2031-04-04", *record, "--json").stdout)
    (moved,) = [one for one in changes if one["field"] == "published"]
    assert (moved["before"], moved["id"]) == ("6 Mar 2031 (given)", "doc-aaa1")
    assert "published: 6 Mar 2031 (given)" in run("diff", "--since", DAY, *record).stdout
    assert json.loads(run("documents", *record, "--known-at", "2020-01-01", "--json").stdout) == []


def test_a_file_of_bad_lines_alone_fails(small_record, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text("[]\n")
    assert "bad.jsonl: line 1: " in run("correct", "--import", path, "--record", small_record, code=2).stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "say what to do"),
        (("--list", "--undo", "1"), "one thing at a time"),
        (("scold", "act-aaa1"), "no kind is called 'scold'. Kinds: merge, split"),
        (("date", "doc-aaa1"), "correct date takes DOCUMENT|EVENT DATE"),
        (("date", "doc-aaa1", "soon"), "'soon' is not a date"),
        (("merge", "act-aaa1"), "correct merge takes ID ID…"),
        (("merge", "act-aaa1", "evt-aaa1"), "An actor and an event cannot be one"),
        (("drop", "sta-zzzz"), "'sta-zzzz' is no statement of the record"),
        (("speaker", "sta-aaa1", "act-zzzz"), "'act-zzzz' is no actor of the record"),
        (("mark", "com-aaa1", "done"), "'done' is no status; it is one of open, kept"),
        (("add", "doc-aaa1", "--content", "nobody said this", "--speaker", "Ada"), "are not in news/one.txt"),
        (("add", "doc-aaa1", "--content", "Lorn", "--speaker", "Ada", "--act", "sing"), "'sing' is no act"),
        (("--undo", "7"), "The log holds no correction 7"),
        (("--import", "no-such-file"), "no-such-file cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(small_record, args, words, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["onrecord", "correct", *args, "--record", str(small_record)])
    with pytest.raises(SystemExit) as stop:
        run_app(app)
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "args", [("diff",), ("diff", "--since", "2024-01-01", "--between", "2024-01-01", "2024-01-02")]
)
def test_a_diff_needs_one_period(small_record, args):
    with pytest.raises(Exception, match="say from when"):
        run(*args, "--record", small_record)
