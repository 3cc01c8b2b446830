"""Export files: field names, order, and hostile cells."""

import csv
import io
import json
from dataclasses import fields

from onrecord.present.export import encode_csv, encode_jsonl, export_tables
from onrecord.records import Actor
from onrecord.tables import ROW_TYPES, Tables

TABLES = Tables(actors=(Actor(id="act-1", name='=cmd|"x"', kind="person", aliases=("Zoë", "a,b")),))


def test_every_table_is_a_file_even_if_empty():
    files = dict(export_tables(Tables(), "jsonl"))
    assert sorted(files) == sorted(f"{name}.jsonl" for name in ROW_TYPES)
    assert set(files.values()) == {b""}


def test_jsonl_has_the_field_names_of_the_record():
    row = json.loads(encode_jsonl(TABLES, "actors"))
    assert list(row) == [field.name for field in fields(Actor)]
    assert row["aliases"] == ["Zoë", "a,b"]


def test_csv_runs_no_formula_and_keeps_lists_as_json():
    header, row = csv.reader(io.StringIO(encode_csv(TABLES, "actors").decode()))
    cells = dict(zip(header, row, strict=True))
    assert cells["name"].startswith("'=")
    assert json.loads(cells["aliases"]) == ["Zoë", "a,b"]
    assert cells["side"] == ""
