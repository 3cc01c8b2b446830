"""All formats: listed, deterministic, made of an empty record too; clear words where one cannot be had."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import SettingError
from onrecord.present import export
from onrecord.present.export import export_tables, find_builder
from onrecord.present.exports.polecat import OWN_COLUMNS, POLECAT_COLUMNS
from onrecord.present.formats import FORMATS
from onrecord.tables import Tables


@pytest.fixture(params=FORMATS)
def format_name(request):
    needs = FORMATS[request.param].needs
    if needs and find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed")
    return request.param


def test_the_same_record_gives_the_same_bytes(format_name, small_tables):
    first = list(export_tables(small_tables, format_name))
    assert first
    assert first == list(export_tables(small_tables, format_name))
    assert len({name for name, _ in first}) == len(first)


def test_an_empty_record_is_written_too(format_name):
    assert all(isinstance(content, bytes) for _, content in export_tables(Tables(), format_name))


def test_help_lists_each_format_with_what_it_is():
    shown = CliRunner().invoke(app, ["export", "--help"], env={"COLUMNS": "200"}).output
    for name, one in FORMATS.items():
        assert any(name in line and one.summary in line for line in shown.splitlines())


def test_each_format_and_column_is_documented():
    text = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in text for name in FORMATS)
    assert all(name in text for name in OWN_COLUMNS)
    assert all(name in text for name in POLECAT_COLUMNS if not name.startswith(("Recipient", "Primary Recipient")))


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path, small_record):
    args = ["export", "--format", "xml", "-o", str(tmp_path / "out"), "--record", str(small_record)]
    result = CliRunner().invoke(app, args)
    assert "Formats: jsonl, csv, parquet" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_a_missing_extra_is_named_with_how_to_install_it(monkeypatch):
    monkeypatch.setattr(export, "find_spec", lambda name: None)
    with pytest.raises(SettingError, match=r"pyarrow is not installed.*onrecord\[parquet\]"):
        find_builder("parquet")
