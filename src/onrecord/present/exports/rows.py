"""What several formats share: rows as plain values, JSON bytes, names for things on the web."""

import json
from typing import Any

import msgspec

from onrecord.records import Document, When
from onrecord.tables import Tables


def build_rows(tables: Tables, name: str) -> list[dict[str, Any]]:
    """The rows of one table as plain values."""
    rows: list[dict[str, Any]] = msgspec.to_builtins(list(getattr(tables, name)))
    return rows


def encode_json(value: object) -> bytes:
    """A JSON file for people and programs."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def encode_line(value: object) -> str:
    """A value as one line of JSON Lines."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def name_urn(*parts: str) -> str:
    """The name of a row outside the record.

    >>> name_urn("evt-1f2e3d4c5b6a")
    'urn:onrecord:evt-1f2e3d4c5b6a'
    """
    return "urn:onrecord:" + ":".join(parts)


def find_url(document: Document) -> str | None:
    """The web address of a document, if it has one."""
    found = document.address or document.uri
    return found if found.startswith(("http://", "https://")) else None


def exact_date(when: When) -> str | None:
    """An interval that is one year, month or day as an ISO date of that precision; None for any other.

    >>> exact_date(When(edtf="2024-03", earliest="2024-03-01", latest="2024-03-31"))
    '2024-03'
    """
    return when.edtf[:10] if when.edtf and "/" not in when.edtf else None


def exact_day(when: When) -> str | None:
    """The one day that an interval is, as an ISO date; None where it may be another day too."""
    first, last = when.earliest, when.latest
    return first[:10] if first and last and first[:10] == last[:10] else None
