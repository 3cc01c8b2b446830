"""The promises of the record format, checked on the rows: evidence, spans, references, intervals."""

from collections.abc import Iterator
from typing import Any

from onrecord.records import Evidence, Party, Span, When
from onrecord.tables import ROW_TYPES, Tables

NEED_EVIDENCE = ("events", "proposals", "positions", "claims", "disputes", "corroboration", "commitments")


def find_faults(tables: Tables) -> Iterator[str]:
    """Every broken promise, as a line that names table, row and fault."""
    texts = {document.id: document.text for document in tables.documents}
    ids: set[str] = set()
    for name in ROW_TYPES:
        for row in getattr(tables, name):
            label = f"{name} {getattr(row, 'id', getattr(row, 'of', ''))}"
            yield from (f"{label}: {fault}" for fault in find_row_faults(name, row, texts))
            if getattr(row, "id", None) in ids:
                yield f"{label}: the id is used twice"
            ids.add(getattr(row, "id", ""))
    covered = [document for group in tables.coverage for document in group.documents]
    if sorted(covered) != sorted(texts):
        yield "coverage: not every document is in exactly one group"


def find_row_faults(name: str, row: Any, texts: dict[str, str]) -> Iterator[str]:
    """The faults of one row."""
    if name in NEED_EVIDENCE and not row.evidence:
        yield "no evidence"
    if name == "statements" and not row.content:
        yield "no content"
    home = getattr(row, "document", row.id if name == "documents" else None)
    for document, start, end in find_spans(row, home):
        if document not in texts:
            yield f"evidence in no document {document!r}"
        elif not 0 <= start < end <= len(texts[document]):
            yield f"span {start}:{end} is not in {document}"
        elif texts[document][start:end] != texts[document][start:end].strip() and name != "documents":
            yield f"span {start}:{end} of {document} starts or ends with a blank"
    for when in (getattr(row, field, None) for field in ("when", "said", "due", "published")):
        if isinstance(when, When) and when.earliest and when.latest and when.earliest > when.latest:
            yield f"earliest {when.earliest} is after latest {when.latest}"


def find_spans(value: Any, home: str | None) -> Iterator[tuple[str, int, int]]:
    """Every span in a row, with its document."""
    if isinstance(value, Evidence):
        yield value.document, value.start, value.end
    elif isinstance(value, Span):
        yield home or "", value.start, value.end
    elif isinstance(value, tuple):
        for one in value:
            yield from find_spans(one, home)
    elif isinstance(value, Party) or hasattr(value, "__dataclass_fields__"):
        if hasattr(value, "start") and hasattr(value, "end") and home:
            yield home, value.start, value.end
        for field in value.__dataclass_fields__:
            yield from find_spans(getattr(value, field), home)
