"""A document's text cut into pieces for display: zones kept apart, the words that rows rest on marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that is marked all through, or not at all.

    Attributes:
        anchors: Offsets at which evidence starts here; each is a place that a link can lead to.
        depth: How many pieces of evidence hold it; 0 is unmarked.
    """

    text: str
    anchors: tuple[int, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of one zone."""

    kind: str
    pieces: tuple[Piece, ...]


def cut_blocks(document: Document) -> Iterator[tuple[str, Span]]:
    """The paragraphs of a text with the kind of their zone, in order; blank lines fall away."""
    zones = document.zones
    kinds = [(zone.start, zone.end, zone.kind) for zone in zones] or [(0, len(document.text), "body")]
    for start, end, kind in kinds:
        at = start
        for line in document.text[start:end].splitlines(keepends=True):
            words = line.strip()
            if words:
                first = at + line.index(words)
                yield kind, Span(start=first, end=first + len(words))
            at += len(line)


def cut_pieces(text: str, block: Span, spans: Sequence[Span]) -> Iterator[Piece]:
    """One paragraph cut where evidence starts or ends."""
    inside = [span for span in spans if span.start < block.end and span.end > block.start]
    edges = {block.start, block.end}
    edges |= {edge for span in inside for edge in (span.start, span.end) if block.start < edge < block.end}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        depth = sum(span.start <= start and end <= span.end for span in inside)
        anchors = sorted({span.start for span in inside if span.start == start})
        yield Piece(text=text[start:end], anchors=tuple(anchors), depth=depth)


def mark_document(document: Document, spans: Sequence[Span]) -> tuple[Block, ...]:
    """The text of a document as paragraphs with the given spans marked.

    Args:
        document: The document; furniture stays, as a zone of its own kind.
        spans: Evidence of any rows, overlapping or not.
    """
    return tuple(
        Block(kind=kind, pieces=tuple(cut_pieces(document.text, block, spans))) for kind, block in cut_blocks(document)
    )
