"""Every table as JSON Lines, one file a table, with the record's field names."""

from collections.abc import Iterator

from onrecord.present.exports.rows import build_rows, encode_line
from onrecord.tables import ROW_TYPES, Tables


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Each table as (file name, content)."""
    for name in ROW_TYPES:
        yield f"{name}.jsonl", encode_jsonl(tables, name)


def encode_jsonl(tables: Tables, name: str) -> bytes:
    """One table as JSON Lines, UTF-8."""
    return "".join(map(encode_line, build_rows(tables, name))).encode("utf-8", "surrogatepass")
