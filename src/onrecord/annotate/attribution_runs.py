"""Quotations of several paragraphs: each paragraph of nothing but quoted words goes to who speaks them.

A paragraph that opens the marks again, the one before having left them open, is of the same speaker (the printers'
rule); one that names its speaker before his words ("Osk said: “…”") says nothing of the paragraphs above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_rows import Context, Range, Ranges, Row, cut_to, join, overlap, size
from onrecord.annotate.quotes import ENDED, PARAGRAPH, STOPPED, Quote, is_scare

if TYPE_CHECKING:
    from collections.abc import Sequence

MOSTLY = 0.5
"""A row that has this share of a quotation has its words."""
MARKS = "“”„‟\"«»‘’'`"
BARE, CLOSELY = 4, 3
"""Words of a quotation that stands alone, and characters between it and what is said before."""
DENYING = re.compile(r"\b(?:den(?:y|ie)|reject|disput)", re.IGNORECASE)


def settle_paragraphs(rows: list[Row], context: Context) -> list[Row]:
    """The rows with each paragraph that is a quotation in the row of its speaker, or in one of its own."""
    lines = find_lines(context.text)
    for quote in context.quotes:
        rows = close_quotation(quote, rows, lines, context)
    rows = [*rows, *(row for row in (find_bare(quote, rows, context) for quote in context.quotes) if row is not None)]
    alone = [quote for quote in context.quotes if not quote.depth and is_alone(quote, lines, context.text)]
    for quote in alone:
        if is_heading(quote, lines, context.text):
            for row in [one for one in rows if overlap(one.content, ((quote.start, quote.end),)) < size(one.content)]:
                rows = leave_out(quote, rows, context, row)
            continue
        if is_scare(context.text, quote):
            continue
        for row in [one for one in rows if is_foreign(quote, one, rows, lines, context)]:
            rows = leave_out(quote, rows, context, row)
        held = find_held(quote, context)
        holder = find_holder(held, rows) if held is not None else None
        if holder is not None and find_holder(quote, [one for one in rows if one is not holder and one.cue]) is None:
            rows = extend(quote, holder, rows, context)
        following = find_bare(quote, rows, context, line_before(quote, lines, context.text))
        rows = rows if following is None else [*rows, following]
    return rows


def close_quotation(quote: Quote, rows: list[Row], lines: Sequence[Range], context: Context) -> list[Row]:
    """The rows with a whole quotation in that of its speaker, where a verb within it was taken for what splits it.

    "“We have ten reports. Witnesses said it was long,” Osk told us": Osk says all of it, and no row crosses its marks;
    what he tells that somebody said, by the name, is kept.
    """
    part = ((quote.start, quote.end),)
    within = [one for one in rows if one.cue and overlap(one.cue, part) == size(one.cue)]
    outer = [one for one in rows if is_outer(one, quote, lines, context)]
    if quote.depth or not within or len(outer) != 1 or overlap(outer[0].content, part) == size(part):
        return rows
    whole = replace(outer[0], content=join([*outer[0].content, *part], context.text))
    kept = [
        one
        for one in within
        if overlap(one.content, part) == size(one.content)
        and any(word.pos_ == "PROPN" for word in context.words(one.source))
        and one.cue[0][0] < one.content[0][0]
    ]
    found = [replace(one, nested=True) if one in kept else one for one in rows if one not in within or one in kept]
    return [whole if one is outer[0] else one for one in found]


def is_outer(row: Row, quote: Quote, lines: Sequence[Range], context: Context) -> bool:
    """Has a row words of a quotation, its cue and source beside it in the paragraph?"""
    part = (quote.start, quote.end)
    if not row.cue or overlap((*row.cue, *row.source), (part,)):
        return False
    words = any(word.is_alpha for word in context.words(cut_to(row.content, (part,))))
    return words and line_at(row.cue[0][0], lines) == line_at(quote.start, lines)


def find_bare(quote: Quote, rows: list[Row], context: Context, line: Range | None = None) -> Row | None:
    """A quotation of whole sentences, without a cue, right after somebody speaks or denies: he goes on.

    "He denies it. "I paid for it myself."" With a line given, right after means the paragraph below that line.
    """
    held = ((quote.start, quote.end),)
    words = [word for word in context.words(held) if word.is_alpha]
    ends = context.text[quote.start : quote.end].rstrip("\"”’'")[-1:] in tuple(".!?")
    if len(words) < BARE or not ends or not words[0].is_title or any(overlap(held, row.content) for row in rows):
        return None
    low = quote.start - CLOSELY if line is None else line[0]
    before = [row for row in rows if low <= max(end for _, end in (*row.content, *row.cue)) <= quote.start]
    cues = [word for row in before for word in context.words(row.cue)]
    told = any(DENYING.match(word.text) or word.lemma_.lower() in context.cues.speech for word in cues)
    goes_on = line is not None and any(not row.cue and row.content[0][0] >= line[0] for row in before)
    return Row(content=held, cue=(), source=(), origin="quote") if told or goes_on else None


def line_before(quote: Quote, lines: Sequence[Range], text: str) -> Range | None:
    """The paragraph of running text above a quotation, captions and link headings passed over."""
    above = [line for line in lines[: line_at(quote.start, lines)] if ENDED.search(text, *line)]
    return above[-1] if above else None


def find_lines(text: str) -> list[Range]:
    """The paragraphs of a text, without blanks at their ends."""
    found = []
    for match in PARAGRAPH.finditer(text):
        words = match[0]
        if words.strip():
            found.append((match.end() - len(words.lstrip()), match.start() + len(words.rstrip())))
    return found


def line_at(offset: int, lines: Sequence[Range]) -> int:
    """The number of the paragraph that holds an offset."""
    return bisect_right(lines, (offset, len(lines) and lines[-1][1])) - 1


def is_alone(quote: Quote, lines: Sequence[Range], text: str) -> bool:
    """Is a quotation all that its paragraph has?"""
    low, high = lines[line_at(quote.start, lines)]
    return quote.start == low and not any(one.isalnum() for one in text[quote.end : high])


def is_heading(quote: Quote, lines: Sequence[Range], text: str) -> bool:
    """Is it a heading in marks ("‘I took the wrong boat’"), which neither ends as a sentence nor is introduced?"""
    above = lines[max(0, line_at(quote.start, lines) - 1)]
    introduced = text[slice(*above)].endswith((":", ","))
    return quote.closed and not quote.continues and not introduced and not STOPPED.search(text, quote.start, quote.end)


def find_held(quote: Quote, context: Context) -> Quote | None:
    """The quotation that this one goes on with, by the marks."""
    before = [one for one in context.quotes if not one.depth and one.end <= quote.start and not one.closed]
    return before[-1] if quote.continues and before else None


def find_holder(quote: Quote, rows: Sequence[Row]) -> Row | None:
    """The row in whose content a quotation stands, its cue outside it."""
    part = ((quote.start, quote.end),)
    held = [one for one in rows if overlap(one.content, part) >= MOSTLY * size(part) and not overlap(one.cue, part)]
    return max(held, key=lambda one: size(one.content)) if held else None


def is_foreign(quote: Quote, row: Row, rows: Sequence[Row], lines: Sequence[Range], context: Context) -> bool:
    """Has a row run on into a paragraph that is not its speaker's?"""
    part = ((quote.start, quote.end),)
    if not row.cue or not overlap(row.content, part) or overlap(row.cue, part):
        return False
    here, cue = line_at(quote.start, lines), line_at(row.cue[0][0], lines)
    if cue > here:
        return introduces(row, lines[cue], context)
    held = find_held(quote, context)
    other = find_holder(held, rows) if held is not None else None
    if other is not None:
        return other is not row
    return any(is_between(one, row, cue, here, lines, context) for one in rows)


def introduces(row: Row, line: Range, context: Context) -> bool:
    """Does a row's paragraph open with the narrator's words and have words of its speaker of its own?

    "“It was late.” ¶ Osk said: “We were called at six.”" A link heading says nothing of what stands above it either.
    """
    opening = context.text[line[0]]
    if opening in MARKS or opening.islower() or context.is_quoted(line[0]):
        return False
    return bool(overlap(row.content, (line,))) or not ENDED.search(context.text, *line)


def is_between(other: Row, row: Row, cue: int, here: int, lines: Sequence[Range], context: Context) -> bool:
    """Does somebody else speak in running text between a row's cue and a later paragraph?"""
    if other is row or not other.cue or not other.source or overlap(other.source, row.source):
        return False
    at = line_at(other.cue[0][0], lines)
    spoken = any(word.lemma_.lower() in context.cues.speech for word in context.words(other.cue))
    return cue < at < here and spoken and bool(ENDED.search(context.text, *lines[at]))


def leave_out(quote: Quote, rows: list[Row], context: Context, only: Row) -> list[Row]:
    """The rows, one of them without the words of a paragraph; if it has no others, it is left out."""
    found = []
    for row in rows:
        if row is only and not overlap(row.cue, ((quote.start, quote.end),)):
            row = replace(row, content=cut_out(row.content, quote, context.text))
        if row.content:
            found.append(row)
    return found


def cut_out(content: Ranges, quote: Quote, text: str) -> Ranges:
    """Ranges without those of a quotation; a stray mark or blank left over goes with it."""
    kept = []
    for start, end in content:
        for low, high in ((start, min(end, quote.start)), (max(start, quote.end), end)):
            if low < high and any(one.isalnum() for one in text[low:high]):
                kept.append((low, high))
    return tuple(kept)


def extend(quote: Quote, holder: Row, rows: list[Row], context: Context) -> list[Row]:
    """The rows with a paragraph in the one that has the words before it, and in no other without a cue."""
    part = (quote.start, quote.end)
    rows = [one for one in rows if one is holder or one.cue or not overlap(one.content, (part,))]
    whole = replace(holder, content=join([*holder.content, part], context.text))
    return [whole if one is holder else one for one in rows]
