"""Every table as CSV, one file a table, nested fields as JSON."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from onrecord.present.exports.rows import build_rows
from onrecord.tables import ROW_TYPES, Tables


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Each table as (file name, content)."""
    for name in ROW_TYPES:
        yield f"{name}.csv", encode_csv(tables, name)


def encode_csv(tables: Tables, name: str) -> bytes:
    """One table as CSV (RFC 4180, UTF-8): nested fields as JSON, null as nothing."""
    columns = [field.name for field in fields(ROW_TYPES[name])]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in build_rows(tables, name):
        writer.writerow([encode_cell(row[column]) for column in columns])
    return out.getvalue().encode("utf-8", "surrogatepass")


def encode_cell(value: Any) -> str:
    """A CSV cell. What a spreadsheet would run as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value[:1] in ("=", "+", "@", "\t") else value
    return json.dumps(value, ensure_ascii=False)
