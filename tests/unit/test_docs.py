"""The documentation keeps up with the program."""

import runpy
from pathlib import Path

import pytest

from onrecord.config import SETTINGS
from onrecord.tables import ROW_TYPES

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_command_reference_is_current():
    build = runpy.run_path(str(DOCS / "build_cli_reference.py"))["build_reference"]
    assert (DOCS / "cli-reference.md").read_text(encoding="utf-8") == build(), "run `make docs`"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_every_setting_is_documented(setting):
    assert setting.variable in (DOCS / "cli-reference.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_table_and_field_is_in_the_record_format(table):
    text = (DOCS / "record-format.md").read_text(encoding="utf-8")
    assert f"| {table} |" in text
    row = next(line for line in text.splitlines() if line.startswith(f"| {table} |"))
    for field in ROW_TYPES[table].__dataclass_fields__:
        assert field in row, f"{table}.{field}"
