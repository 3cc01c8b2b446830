"""Bad input: a message that says what, where and how to mend; the other inputs are still added."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Premier Ada Moreau said on Monday that she would meet President Boris Tane.\n"


def onrecord(*args: object, cwd: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A folder of bad inputs around one good article, added in one go."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "huge.txt").write_bytes(b"All work and no play. " * 2_400_000)
    (folder / "latin.txt").write_bytes(
        "Premier Zoë Müller a dit « non » à la réunion de Lörn, déclarée fermée.\n".encode("latin-1") * 5
    )
    (folder / "broken.html").write_text("<html><body><p>Premier Ada Moreau said <b>no</p></div><table><p>")
    (folder / "lines.jsonl").write_text('{"uri": "a", "text": ' + json.dumps(GOOD) + '}\n{"uri": \n{"uri": "c"}\n')
    (folder / "none").mkdir()
    done = onrecord(
        "add",
        "good.txt",
        "empty.txt",
        "binary.txt",
        "huge.txt",
        "latin.txt",
        "broken.html",
        "lines.jsonl",
        "none",
        "missing.txt",
        "no*.match",
        "--json",
        cwd=folder,
    )
    return folder, done


def test_the_good_articles_are_added(mixed):
    folder, done = mixed
    assert done.returncode == 1, done.stderr
    assert len(json.loads(done.stdout)["new"]) >= 2
    uris = [row["uri"] for row in json.loads(onrecord("documents", "--json", cwd=folder).stdout)]
    assert any(uri.endswith("good.txt") for uri in uris)
    assert "a" in uris


@pytest.mark.parametrize(
    "name", ["empty.txt", "binary.txt", "huge.txt", "lines.jsonl", "none", "missing.txt", "no*.match"]
)
def test_each_bad_one_is_listed_with_reason_and_remedy(mixed, name):
    folder, done = mixed
    failures = json.loads(onrecord("documents", "--failed", "--json", cwd=folder).stdout)
    mine = [one for one in failures if name in one["uri"]]
    assert mine, failures
    assert all(one["reason"] for one in mine)
    assert all(one["mend"] for one in mine)
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_lines_are_named_by_number(mixed):
    folder, _ = mixed
    failures = json.loads(onrecord("documents", "--failed", "--json", cwd=folder).stdout)
    text = " ".join(one["uri"] + one["reason"] for one in failures if "lines.jsonl" in one["uri"])
    assert "2" in text
    assert "3" in text


def test_nothing_at_all_is_exit_status_2(tmp_path):
    done = onrecord("add", "missing.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "missing.txt" in done.stderr


def test_a_foreign_database_is_refused_before_anything_is_read(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("create table x (y)")
    connection.close()
    done = onrecord("add", "good.txt", "--record", "other.db", cwd=tmp_path)
    assert done.returncode == 2
    assert "another program" in done.stderr


def test_standard_input_is_an_article_too(tmp_path):
    command = [sys.executable, "-c", "from onrecord.cli import main; main()", "add", "-", "--json"]
    done = subprocess.run(command, input=GOOD, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["new"]) == 1
