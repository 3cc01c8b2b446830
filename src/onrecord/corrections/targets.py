"""Rows of the record as targets of corrections: by the words they rest on."""

import re
from typing import Any

from onrecord.corrections.anchors import build_anchor
from onrecord.corrections.rows import Anchor, AnchorRole, Target
from onrecord.errors import LookupFailed
from onrecord.records import Actor, Dispute, Document, Event, Span, Statement
from onrecord.tables import Tables

MOST_DOCUMENTS = 40
"""An actor is anchored in no more documents than that: one would do, the others are for those that are gone."""

TITLE = 80
"""Characters of its beginning that a document is anchored by."""

FORMS = ("name", "title", "metonym", "nominal", "pronoun")


def build_target(tables: Tables, row: Any) -> Target:
    """A row as the target of a correction: by the words it rests on."""
    documents = {one.id: one for one in tables.documents}
    if isinstance(row, Document):
        return Target(kind="document", label=row.uri, anchors=(build_title(row),))
    if isinstance(row, Actor):
        return Target(kind="actor", label=row.name, anchors=tuple(anchor_actor(tables, row, documents)))
    if isinstance(row, Statement):
        document = documents[row.document]
        parts: list[tuple[AnchorRole, Span]] = [("content", span) for span in row.content]
        parts += [("cue", span) for span in row.cue]
        anchors = tuple(build_anchor(document, span.start, span.end, role) for role, span in parts)
        return Target(kind="statement", label=shorten(document, row.content[0]), anchors=anchors)
    anchors = tuple(build_anchor(documents[one.document], one.start, one.end) for one in row.evidence)
    if isinstance(row, Event):
        return Target(kind="event", label=row.label, anchors=anchors, hint=f"{row.type}:{row.mode or ''}")
    if isinstance(row, Dispute):
        label = " / ".join(side.value for side in row.sides)
        return Target(kind="dispute", label=label, anchors=anchors, hint=f"{row.kind}:{row.facet or ''}")
    return Target(kind="commitment", label=row.text, anchors=anchors)


def shorten(document: Document, span: Span) -> str:
    """The first words of a span."""
    words = " ".join(document.text[span.start : span.end].split())
    return words if len(words) <= TITLE else f"{words[:TITLE]}…"


def build_title(document: Document) -> Anchor:
    """The anchor of a whole document: its headline, else its first line."""
    span = document.headline
    if span is None:
        first = re.search(r"\S[^\n]*", document.text)
        start = first.start() if first else 0
        span = Span(start=start, end=first.end() if first else len(document.text))
    words = document.text[span.start : min(span.end, span.start + TITLE)].rstrip()
    return build_anchor(document, span.start, span.start + len(words))


def anchor_actor(tables: Tables, row: Actor, documents: dict[str, Document]) -> list[Anchor]:
    """The anchors of an actor: its best mention in each document, names before titles before pronouns.

    Raises:
        LookupFailed: No words stand for it.
    """
    best: dict[str, tuple[int, int, int]] = {}
    for one in tables.mentions:
        if one.actor == row.id:
            rank = (FORMS.index(one.form), one.start, one.end)
            best[one.document] = min(best.get(one.document, rank), rank)
    for said in tables.statements:
        if said.source.actor == row.id and said.source.spans:
            span = said.source.spans[0]
            best.setdefault(said.document, (len(FORMS), span.start, span.end))
    if not best:
        mend = "An actor without words of its own cannot be corrected; correct the statement's speaker instead"
        raise LookupFailed(f"No words of any document stand for {row.name!r} ({row.id})", mend=mend)
    chosen = sorted(best.items(), key=lambda item: (item[1][0] > 0, item[0]))[:MOST_DOCUMENTS]
    return [build_anchor(documents[key], start, end) for key, (_, start, end) in chosen]
