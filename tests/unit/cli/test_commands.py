"""The commands on a small record: what they print, as table and as JSON, and how they fail."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import SettingError

LISTINGS = ("timeline", "statements", "disputes", "positions", "commitments", "actors", "documents")


def run(*args: object, code: int = 0):
    result = CliRunner().invoke(app, [str(arg) for arg in args], env={"COLUMNS": "200"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize("command", LISTINGS)
def test_each_listing_is_also_json_with_the_records_fields(command, small_record, small_tables):
    rows = json.loads(run(command, "--record", small_record, "--json").stdout)
    table = {"timeline": "events"}.get(command, command)
    assert {row["id"] for row in rows} == {row.id for row in getattr(small_tables, table)}


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("timeline", ("4 Mar 2024", "Phone call", "planned", "1 origin, 1 outlet")),
        ("statements", ("Ada Moreau", "“We will meet in Lorn”", "Tane's office", "deny")),
        ("disputes", ("denial", "no meeting was agreed", "why:")),
        ("positions", ("meeting in Lorn", "proposes", "The Ledger")),
        ("commitments", ("We will meet in Lorn", "open", "no date")),
        ("actors", ("Ada Moreau", "Moreau")),
        ("documents", ("The Ledger", "Moreau and Tane speak again", "given")),
    ],
)
def test_each_listing_shows_names_not_ids(command, words, small_record):
    shown = run(command, "--record", small_record).stdout
    for word in words:
        assert word in shown
    assert "act-aaa1" not in shown or command == "actors"


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--type", "call"), ["evt-aaa1"]),
        (("--place", "lorn"), ["evt-bbb2"]),
        (("--actor", "moreau"), ["evt-aaa1", "evt-bbb2"]),
        (("--since", "2024-03-05"), []),
        (("--until", "2024-03-04"), ["evt-aaa1"]),
        (("--actor", "nobody"), []),
        (("--outlets", "2"), []),
        (("--outlets", "1"), ["evt-aaa1", "evt-bbb2"]),
    ],
)
def test_the_timeline_can_be_narrowed(options, left, small_record):
    rows = json.loads(run("timeline", *options, "--record", small_record, "--json").stdout)
    assert [row["id"] for row in rows] == left


def test_the_cast_begins_with_the_persons_most_spoken_of(example_record):
    lines = run("actors", "--record", example_record).stdout.splitlines()
    assert "Marek Halvorsen" in lines[1] or "Lena Dravik" in lines[1]
    kinds = [word for line in lines for word in line.split("  ") if word.strip() in ("person", "group")]
    assert kinds.index(next(word for word in kinds if word.strip() == "group")) > 5


def test_show_marks_the_words_a_row_rests_on(small_record):
    shown = run("show", "evt-a", "--record", small_record).stdout
    assert "Premier Ada Moreau called Boris Tane" in shown
    assert "participants: Ada Moreau (source), Boris Tane (target)" in shown


def test_why_says_why_two_events_are_two(small_record):
    shown = run("why", "evt-aaa1", "evt-bbb2", "--record", small_record).stdout
    assert "not the same" in shown
    assert "a call is not a meeting" in shown
    rows = json.loads(run("why", "dis-aaa1", "--record", small_record, "--json").stdout)
    assert rows["reasons"] == ["one side announces the meeting, the other says none was agreed"]


def test_search_finds_and_marks(small_record):
    assert "Lorn" in run("search", "lorn", "--record", small_record).stdout
    assert "Nothing found" in run("search", "absent", "--record", small_record).stdout


def test_failures_are_listed_with_what_to_do(small_record):
    shown = run("documents", "--failed", "--record", small_record).stdout
    for words in ("news/bad.txt", "the file is empty", "remove it"):
        assert words in shown


def test_report_and_export_are_written_where_told(small_record, tmp_path):
    run("report", "-o", tmp_path / "r.html", "--record", small_record, "--title", "A & B")
    assert "<title>A &amp; B</title>" in (tmp_path / "r.html").read_text()
    run("export", "-o", tmp_path / "out" / "deep", "--format", "csv", "--record", small_record)
    assert (tmp_path / "out" / "deep" / "events.csv").read_text().count("evt-") == 2


def test_check_passes_a_sound_record(small_record):
    assert "sound" in run("check", "--record", small_record).output


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("timeline", "--record", "none.db"), "There is no record at none.db"),
        (("show", "evt-zzzz"), "No row, or more than one"),
        (("export", "-o", "x", "--format", "xml"), "Formats: jsonl, csv"),
        (("timeline", "--since", "soon"), "'soon' is not a date"),
        (("report", "-o", "no/such/folder/r.html"), "cannot be written"),
    ],
)
def test_our_errors_say_what_and_how_to_mend(args, words, small_record, tmp_path):
    if "--record" not in args:
        args = (*args, "--record", str(small_record))
    done = subprocess.run(
        [sys.executable, "-c", "from onrecord.cli import main; main()", *args],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_help_and_listings_import_no_model(small_record):
    script = (
        "import sys\nfrom typer.testing import CliRunner\nfrom onrecord.cli.app import app\n"
        f"for args in (['--help'], ['timeline', '--record', {str(small_record)!r}]):\n"
        "    assert CliRunner().invoke(app, args).exit_code == 0\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'trafilatura', 'datasketch'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_roster_is_kept_and_used_by_every_later_add(tmp_path):
    story, roster, record = tmp_path / "a.txt", tmp_path / "people.toml", tmp_path / "story.db"
    later = tmp_path / "b.txt"
    story.write_text("Lorn talks fail\n\nPremier Ada Moreau met Boris Tane in Lorn on Monday, her office said.\n")
    later.write_text("Moreau to go\n\nAda Moreau will leave Lorn on Friday, Boris Tane told reporters on Thursday.\n")
    roster.write_text('[[actor]]\nname = "Ada Moreau"\nwikidata = "Q31"\n')
    run("add", story, "--roster", roster, "--tagger", "grammar", "--record", record)
    roster.unlink()
    run("add", later, "--tagger", "grammar", "--record", record)
    rows = json.loads(run("actors", "--record", record, "--json").stdout)
    assert [row["wikidata"] for row in rows if row["name"] == "Ada Moreau"] == ["Q31"]


def test_a_roster_that_cannot_be_used_stops_the_add_before_it_begins(tmp_path):
    story, roster, record = tmp_path / "a.txt", tmp_path / "people.toml", tmp_path / "story.db"
    story.write_text("Ada Moreau met Boris Tane in Lorn on Monday.\n")
    roster.write_text('[[actor]]\nname = "Ada Moreau"\nwikidata = "31"\n')
    with pytest.raises(SettingError, match=r"actor 1 \(Ada Moreau\): wikidata"):
        run("add", story, "--roster", roster, "--record", record)
    assert json.loads(run("documents", "--record", record, "--json").stdout) == []


def test_an_article_in_another_language_is_pointed_out(tmp_path):
    words = "Le ministre a dit mardi que les bateaux resteraient au port, et que la ville attendait une nouvelle offre."
    (tmp_path / "fr.txt").write_text(f"{words} {words}", encoding="utf-8")
    (tmp_path / "en.txt").write_text("The minister said on Tuesday that the boats would stay in the port of the city.")
    shown = run("add", tmp_path, "--record", tmp_path / "x.db", "--tagger", "grammar")
    assert "fr.txt: This does not look like English" in shown.stderr
    assert "en.txt" not in shown.stderr
