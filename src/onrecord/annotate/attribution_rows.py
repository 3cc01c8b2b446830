"""Attributions as character ranges, while the tagger's and grammar's are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_parts import Finding, runs
from onrecord.annotate.quotes import Quote, is_scare

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.attribution_lexicon import Cues

Range = tuple[int, int]
Ranges = tuple[Range, ...]
MOSTLY = 0.8
"""A stretch within a quotation that is this share of it missed only its edges."""


@dataclass(frozen=True, slots=True)
class Row:
    """An attribution as character ranges.

    Attributes:
        head: Offset of the cue's head word; -1 where grammar knows none.
        pattern: The construction grammar saw; "" where it saw none.
        nested: It stands in the content of another.
        shared: The tagger lent it the source of a cue to its left.
    """

    content: Ranges
    cue: Ranges
    source: Ranges
    origin: str
    head: int = -1
    pattern: str = ""
    nested: bool = False
    shared: bool = False
    carrier: Ranges = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What all rows of a document share; `tokens` by their offset."""

    doc: Doc
    text: str
    quotes: tuple[Quote, ...]
    cues: Cues
    tokens: dict[int, Token] = field(default_factory=dict)

    def token_at(self, row: Row) -> Token | None:
        """The head word of a row's cue."""
        return self.tokens.get(row.head)

    def words(self, ranges: Ranges) -> list[Token]:
        """The tokens that begin in ranges."""
        found: list[Token] = []
        for start, end in ranges:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            found += [token for token in span if not token.is_space] if span is not None else []
        return found

    def is_quoted(self, offset: int) -> bool:
        """Does the offset stand in somebody's quoted words?"""
        return any(one.start <= offset < one.end and not is_scare(self.text, one) for one in self.quotes)


def build_context(doc: Doc, text: str, quotes: tuple[Quote, ...], cues: Cues) -> Context:
    """The context of a document."""
    return Context(doc, text, quotes, cues, {token.idx: token for token in doc})


def overlap(a: Ranges, b: Ranges) -> int:
    """Characters shared by two lists of ranges."""
    return sum(max(0, min(y, v) - max(x, u)) for x, y in a for u, v in b)


def size(ranges: Ranges) -> int:
    """Characters in a list of ranges."""
    return sum(end - start for start, end in ranges)


def cut_to(content: Ranges, others: Ranges) -> Ranges:
    """The parts of ranges that lie in others."""
    return tuple((max(x, u), min(y, v)) for x, y in content for u, v in others if max(x, u) < min(y, v))


def inside(offset: int, ranges: Ranges) -> bool:
    """Does one of the ranges hold the offset?"""
    return any(start <= offset < end for start, end in ranges)


def join(ranges: list[Range], text: str) -> Ranges:
    """Ranges in order, those that touch or are parted only by blanks joined."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and (start <= out[-1][1] or not text[out[-1][1] : start].strip()):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def strip_blanks(ranges: Ranges, text: str) -> Ranges:
    """Ranges without blanks at their ends; those of nothing but blanks are left out.

    >>> strip_blanks(((0, 4), (4, 5)), " so. ")
    ((1, 4),)
    """
    out = []
    for start, end in ranges:
        piece = text[start:end]
        low, high = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if low < high:
            out.append((low, high))
    return tuple(out)


def strip_row(row: Row, text: str) -> Row:
    """A row whose spans start and end with words."""
    return replace(
        row,
        content=strip_blanks(row.content, text),
        cue=strip_blanks(row.cue, text),
        source=strip_blanks(row.source, text),
        carrier=strip_blanks(row.carrier, text),
    )


def union(a: Ranges, b: Ranges, without: Ranges, text: str) -> Ranges:
    """Two contents as one, without the ranges of cue and source."""
    return join([*a, *(one for one in b if not overlap((one,), without))], text)


def complete_quotes(content: Ranges, cue: Ranges, context: Context) -> Ranges:
    """Stretch a content over every quotation it touches, unless the cue stands inside the marks."""
    out = []
    for start, end in content:
        for quote in context.quotes:
            apart = quote.end <= start or quote.start >= end
            if apart or (quote.start >= start and quote.end <= end):
                continue
            if any(quote.start <= at < quote.end for at, _ in cue):
                continue
            if quote.start <= start and end <= quote.end and end - start < MOSTLY * (quote.end - quote.start):
                continue
            start, end = min(start, quote.start), max(end, quote.end)
        out.append((start, end))
    return join(out, context.text)


def prepare_findings(findings: list[Finding], context: Context) -> list[Row]:
    """Grammar's findings as rows, one a cue: a quotation and a clause of the same cue are one content."""
    by_head: dict[int, Row] = {}
    for finding in findings:
        content = tuple(runs(context.doc, finding.content))
        cue = tuple(runs(context.doc, finding.cue))
        if not content or not cue:
            continue
        row = Row(
            content=complete_quotes(content, cue, context),
            cue=cue,
            source=tuple(runs(context.doc, finding.source)),
            origin="quote" if finding.pattern == "quote" else "grammar",
            head=context.doc[finding.head].idx,
            pattern=finding.pattern,
            carrier=tuple(runs(context.doc, finding.carrier)),
        )
        known = by_head.get(row.head)
        if known is None:
            by_head[row.head] = row
        elif known.pattern == "quote" and row.pattern in {"clause", "trailing"}:
            joined = union(known.content, row.content, row.cue + row.source, context.text)
            by_head[row.head] = replace(known, content=joined)
    return sorted(by_head.values(), key=lambda row: row.head)
