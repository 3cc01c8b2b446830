"""Statements, events and disputes as W3C Web Annotations: one annotation for each stretch of text a row rests on.

Source: W3C Web Annotation Data Model and Vocabulary (Recommendations of 23 February 2017). The position selector counts
code points of `documents.text`; the quote selector finds the words again in any other rendering of the article.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.present.exports.rows import encode_json, find_url, name_urn
from onrecord.present.view import View, name_when
from onrecord.records import Dispute, Document, Event, Span, Statement
from onrecord.tables import Tables
from onrecord.version import __version__

CONTEXT_URL = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after, as the Hypothesis client keeps them


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """One annotation collection with one page."""
    view = View(tables)
    items = [*statement_items(view), *evidence_items(view, tables.events), *evidence_items(view, tables.disputes)]
    page = {"id": name_urn("annotations", "page-1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT_URL,
        "id": name_urn("annotations"),
        "type": "AnnotationCollection",
        "label": "The record: statements, events and disputes",
        "total": len(items),
        "first": page,
    }
    yield "annotations.jsonld", encode_json(collection)


def statement_items(view: View) -> Iterator[dict[str, Any]]:
    """An annotation for each part of the content of each statement."""
    for row in view.tables.statements:
        document = view.documents[row.document]
        for span in row.content:
            yield build_item(document, span, row.id, describe_statement(view, row), ("statement", row.act, row.kind))


def evidence_items(view: View, rows: Iterable[Event | Dispute]) -> Iterator[dict[str, Any]]:
    """An annotation for each piece of evidence of each row."""
    for row in rows:
        if isinstance(row, Event):
            text = f"{row.label} ({name_when(row.when)}; {row.status})"
            tags: tuple[str | None, ...] = ("event", row.type, row.mode, row.status)
        else:
            text = f"{view.about(row.about)}: " + " / ".join(side.value for side in row.sides)
            tags = ("dispute", row.kind, row.facet)
        for one in dict.fromkeys(row.evidence):
            span = Span(start=one.start, end=one.end)
            yield build_item(view.documents[one.document], span, row.id, text, tags)


def describe_statement(view: View, row: Statement) -> str:
    """Who said it, how and when."""
    parts = [view.party_name(row.source), f"not {row.act}" if row.negated else row.act]
    if row.via:
        parts.append("through " + ", ".join(map(view.party_name, row.via)))
    if row.said.earliest or row.said.latest:
        parts.append(name_when(row.said))
    return " · ".join(parts)


def build_item(document: Document, span: Span, row_id: str, text: str, tags: Iterable[str | None]) -> dict[str, Any]:
    """One annotation: what the row says, on these characters."""
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": text}
    ]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags if tag]
    return {
        "id": name_urn(row_id, document.id, f"{span.start}-{span.end}"),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": name_urn("software"), "type": "Software", "name": f"onrecord {__version__}"},
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": build_source(document),
            "selector": [build_quote(document.text, span), build_position(span)],
        },
    }


def build_source(document: Document) -> dict[str, str]:
    """The text that the offsets count in; `canonical` is the article on the web."""
    source = {"id": name_urn(document.id), "type": "Text", "format": "text/plain"}
    if document.language:
        source["language"] = document.language
    url = find_url(document)
    if url:
        source["canonical"] = url
    return source


def build_quote(text: str, span: Span) -> dict[str, str]:
    """The words with those around them."""
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def build_position(span: Span) -> dict[str, Any]:
    """The place of the words, half-open, in code points."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}
