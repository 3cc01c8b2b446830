"""A document's text with layers: which rows each stretch of text belongs to, and where a click on it leads."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.present.marking import cut_blocks
from onrecord.records import Document, Span
from onrecord.web.view import DeskView

LAYERS = {
    "statements": "Statements",
    "sources": "Who is quoted",
    "events": "Events",
    "times": "Times",
    "actors": "Actors",
}
SHOWN_AT_FIRST = ("statements", "events")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Layered:
    """A stretch of text in a layer, and the address of its row."""

    start: int
    end: int
    layer: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerPiece:
    """A stretch of text that lies in the same layers all through.

    Attributes:
        text: The words.
        layers: The layers it lies in, in the order of LAYERS.
        link: The address of the shortest stretch's row.
        here: Is it what the address of the page points at?
        first: Is it the beginning of that?
    """

    text: str
    layers: tuple[str, ...] = ()
    link: str = ""
    here: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerBlock:
    """A paragraph of one zone."""

    kind: str
    start: int
    pieces: tuple[LayerPiece, ...]


def find_layers(view: DeskView, document: Document, shown: Iterable[str]) -> list[Layered]:
    """The stretches of the layers that are shown."""
    name = document.id
    found: list[Layered] = []
    if "statements" in shown or "sources" in shown:
        for row in view.statements_by_document.get(name, ()):
            link = view.link_row(row.id)
            if "statements" in shown:
                found += [Layered(start=s.start, end=s.end, layer="statements", link=link) for s in row.content]
            if "sources" in shown:
                spans = (*row.source.spans, *row.cue)
                found += [Layered(start=s.start, end=s.end, layer="sources", link=link) for s in spans]
    if "events" in shown:
        for event in view.events_by_document.get(name, ()):
            link = view.link_row(event.id)
            own = (one for one in event.evidence if one.document == name)
            found += [Layered(start=one.start, end=one.end, layer="events", link=link) for one in own]
    if "times" in shown:
        times = view.times_by_document.get(name, ())
        found += [Layered(start=one.start, end=one.end, layer="times") for one in times]
    if "actors" in shown:
        mentions = view.mentions_by_document.get(name, ())
        found += [Layered(start=m.start, end=m.end, layer="actors", link=view.link_row(m.actor)) for m in mentions]
    return sorted(set(found))


def lay_text(document: Document, layered: Sequence[Layered], at: Span | None = None) -> list[LayerBlock]:
    """The text as paragraphs, cut where a layer begins or ends.

    Args:
        document: The document; furniture stays, as a zone of its own kind.
        layered: Stretches in order of their start.
        at: What the address of the page points at.
    """
    longest = max((one.end - one.start for one in layered), default=0)
    starts = [one.start for one in layered]
    blocks = []
    for kind, block in cut_blocks(document):
        # No stretch that begins more than the longest one's length before the paragraph can reach into it.
        first, last = bisect_left(starts, block.start - longest), bisect_left(starts, block.end)
        inside = [one for one in layered[first:last] if one.end > block.start]
        blocks.append(
            LayerBlock(kind=kind, start=block.start, pieces=tuple(cut_pieces(document.text, block, inside, at)))
        )
    return blocks


def cut_pieces(text: str, block: Span, inside: Sequence[Layered], at: Span | None) -> Iterator[LayerPiece]:
    """One paragraph cut; a sweep from left to right, so that a line with many stretches stays quick."""
    marks = [*((one.start, one.end) for one in inside), *(((at.start, at.end),) if at else ())]
    edges = {block.start, block.end}
    edges |= {edge for mark in marks for edge in mark if block.start < edge < block.end}
    waiting = list(inside)[::-1]
    open_now: list[Layered] = []
    for start, end in pairwise(sorted(edges)):
        open_now = [one for one in open_now if one.end > start]
        while waiting and waiting[-1].start <= start:
            one = waiting.pop()
            if one.end > start:
                open_now.append(one)
        names = {one.layer for one in open_now}
        linked = min((one for one in open_now if one.link), key=lambda one: (one.end - one.start, one), default=None)
        here = at is not None and at.start <= start and end <= at.end
        yield LayerPiece(
            text=text[start:end],
            layers=tuple(name for name in LAYERS if name in names),
            link=linked.link if linked and not text[start:end].isspace() else "",
            here=here,
            first=at is not None and here and start == at.start,
        )
