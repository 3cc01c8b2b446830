"""The record as files, one a table: JSON Lines with the record's field names, or CSV with nested fields as JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import msgspec

from onrecord.tables import ROW_TYPES, Tables


def build_rows(tables: Tables, name: str) -> list[dict[str, Any]]:
    """The rows of one table as plain values."""
    rows: list[dict[str, Any]] = msgspec.to_builtins(list(getattr(tables, name)))
    return rows


def encode_jsonl(tables: Tables, name: str) -> bytes:
    """One table as JSON Lines, UTF-8."""
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in build_rows(tables, name))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")


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


FORMATS: Mapping[str, Callable[[Tables, str], bytes]] = {"jsonl": encode_jsonl, "csv": encode_csv}


def export_tables(tables: Tables, format_name: str) -> Iterator[tuple[str, bytes]]:
    """Each table as (file name, content).

    Args:
        tables: The record.
        format_name: One of FORMATS.
    """
    for name in ROW_TYPES:
        yield f"{name}.{format_name}", FORMATS[format_name](tables, name)
