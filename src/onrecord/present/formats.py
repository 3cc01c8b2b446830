"""The export formats by name: what each is for, and the extra it needs. Nothing heavy is imported here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One export format.

    Attributes:
        summary: What it writes, in one line.
        needs: A package that must be installed, by its import name.
        extra: The extra of onrecord that installs it.
    """

    summary: str
    needs: str | None = None
    extra: str | None = None


FORMATS = {
    "jsonl": Format(summary="every table as JSON Lines, with the record's field names"),
    "csv": Format(summary="every table as CSV; nested fields are JSON"),
    "parquet": Format(summary="every table as Parquet with nested types", needs="pyarrow", extra="parquet"),
    "polecat": Format(summary="the events as one TSV in the columns of POLECAT (PLOVER codes)"),
    "webannotation": Format(summary="statements, events and disputes as W3C Web Annotations (JSON-LD)"),
    "schemaorg": Format(summary="quotations and settled claims as schema.org Quotation and ClaimReview (JSON-LD)"),
    "ftm": Format(summary="actors, articles and events as FollowTheMoney entities (JSON Lines)"),
    "timelinejs": Format(summary="the dated events as TimelineJS 3 JSON"),
    "ical": Format(summary="due dates and planned events as an iCalendar file"),
    "brat": Format(summary="each article as brat standoff: .txt and .ann"),
}
"""Format name -> what it is, in the order of docs/exports.md."""


def list_formats() -> str:
    """All formats, one a line, for a help text."""
    return "\n".join(f"- {name}: {describe_format(one)}" for name, one in FORMATS.items())


def describe_format(one: Format) -> str:
    """The summary of a format, with the extra it needs."""
    return f"{one.summary} (extra: {one.extra})" if one.extra else one.summary
