"""Quotations of every kind of mark, in text where marks are missing, wrong or doubled; no text is refused.

Double and angle marks pair by form, straight ones by their neighbours; single marks are told from apostrophes. A
quotation that its paragraph does not close goes on in the next one if that opens with the mark again (the printers'
rule), captions and link headings passed over; otherwise it ends with the paragraph and is marked as not closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.records import Span

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
ENDED = re.compile(r"[.!?…:;,—–-][\s\"'“”„‟«»‘’`)\]]*\Z")
"""How a paragraph of running text ends, as captions, subheadings and link headings do not."""
STOPPED = re.compile(r"[.!?…,][\s\"'“”„‟«»‘’`)\]]*\Z")
BEGINS = re.compile(r"(?:\A|[.!?:,…])\s*\Z")
"""What stands before a sentence that somebody says."""
TELLING = re.compile(r"(?<=[.!?])\s+[A-Z][^.!?“”]{2,60}[:,]\s*\Z")
"""A sentence that tells who says what follows."""
MARK = re.compile(r"``|''|[“”„‟\"«»]")
SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'’](?=[^\s’'.,;:!?)\]])")
SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?![\w’'])")
ELISION = re.compile(r"[‘'’](?:\d|(?:em|til|cause|tis|twas|bout|round|n|nuff)\b)", re.IGNORECASE)
OPENING, CLOSING = frozenset("“„«") | {"``"}, frozenset("”»")
WORDS = re.compile(r"\w+(?:[’'-]\w+)*")
SCARE_WORDS = 4
"""Up to so many words in marks, not a sentence of their own, are a term or a scrap rather than a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quote:
    """A stretch in quote marks.

    Attributes:
        start, end: With its marks.
        inner: The words between the marks, without blanks at the ends.
        closed: The closing mark is there.
        single: Single marks.
        depth: Quotes around this one.
        continues: It goes on from the paragraph before, in which the quotation was left open.
    """

    start: int
    end: int
    inner: Span
    closed: bool = True
    single: bool = False
    depth: int = 0
    continues: bool = False


def strip_blanks(text: str, start: int, end: int) -> Span:
    """A span without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def is_opening(text: str, start: int, end: int, mark: str, open_now: int, low: int, high: int) -> bool:
    """Does a double mark open a quotation? Curly marks say so; straight ones by the blanks around them."""
    if mark in OPENING:
        return True
    if mark in CLOSING and not open_now and not text[low:start].strip():
        # "”Nobody asked us.” — A": the wrong mark, at the start
        return text[end : end + 1].isupper() and any(one in text[end:high] for one in CLOSING)
    if mark in CLOSING or (mark == "''" and open_now):
        return False
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    if before.isspace() == after.isspace():
        return not open_now
    return before.isspace() and not after.isspace()


def find_double(text: str, low: int, high: int, reopened: bool) -> tuple[list[Quote], bool]:
    """The double-marked quotes of one paragraph, and whether its last one is left open."""
    found: list[Quote] = []
    stack: list[tuple[int, int]] = []
    for match in MARK.finditer(text, low, high):
        start, end = match.span()
        if is_opening(text, start, end, match[0], len(stack), low, high):
            if stack and match[0] == text[stack[-1][0]] and (match[0] == '"' or is_left_open(text, start, high)):
                # A straight mark cannot nest in itself: the earlier one was never closed.
                opened, inner = stack.pop()
                stop = start if match[0] == '"' else end_unclosed(text, inner, start)
                found.append(build(text, opened, stop, inner, stop, len(stack), False))
            stack.append((start, end))
        elif stack:
            opened, inner = stack.pop()
            found.append(build(text, opened, end, inner, start, len(stack), True))
        elif reopened and not found and text[start - 1] in ".,!?…" and start > low:
            found.append(build(text, low, end, low, start, 0, True))  # the paragraph lacks the mark that opens it again
    left = bool(stack)
    while stack:
        opened, inner = stack.pop()
        found.append(build(text, opened, high, inner, high, len(stack), False))
    found = sorted(quote for quote in found if quote.inner.start < quote.inner.end)
    return (mark_continued(text, low, found) if reopened else found), left


def is_left_open(text: str, start: int, high: int) -> bool:
    """Are there too few closing marks from a curly one on for it and one still open before it?"""
    rest = text[start:high]
    return rest.count("”") <= rest.count("“")


def end_unclosed(text: str, inner: int, start: int) -> int:
    """Where a quotation that was never closed ends before the next: "“We will see. She added: “Soon.”"."""
    own = TELLING.search(text, inner, start)
    return own.start() if own is not None else start


def mark_continued(text: str, low: int, found: list[Quote]) -> list[Quote]:
    """The quotes of a paragraph, of which the first goes on with one left open if it opens the paragraph.

    A heading that is a quotation of its own ("‘I took the wrong boat’") goes on with nothing.
    """
    first = next((quote for quote in found if quote.depth == 0), None)
    if first is None or text[low : first.start].strip():
        return found
    if first.closed and not STOPPED.search(text, first.inner.start, first.end):
        return found
    return [replace(quote, continues=True) if quote is first else quote for quote in found]


def build(text: str, start: int, end: int, inner: int, inner_end: int, depth: int, closed: bool) -> Quote:
    """A double-marked quote from its marks' places."""
    whole = strip_blanks(text, start, end)
    return Quote(
        start=whole.start, end=whole.end, inner=strip_blanks(text, inner, inner_end), depth=depth, closed=closed
    )


def find_single(text: str, low: int, high: int, reopened: bool, used: bool) -> tuple[list[Quote], bool]:
    """The single-marked quotes of one paragraph, and whether its last one is left open; apostrophes are left alone.

    Only a text that is known to quote in single marks (`used`) leaves one open.
    """
    found: list[Quote] = []
    left, at = False, low
    while match := SINGLE_OPEN.search(text, at, high):
        start = match.start()
        at = start + 1
        if ELISION.match(text, start):
            continue
        closers = [close.start() for close in SINGLE_CLOSE.finditer(text, start + 2, high)]
        # "the leaders' plan" has a mark like a closing one: prefer one after punctuation, then one not after an s.
        firm = [end for end in closers if text[end - 1] in ".,!?…;:)"]
        plain = [end for end in closers if text[end - 1] not in "sS"]
        choices = sorted({*firm[:1], *plain[:1]}) or closers[:1]
        if text[start] == "’" or not choices:
            left = used and text[start] != "’" and is_sentence(text, low, start, high)
            if not left:
                continue
            choices = [high]
        inner = strip_blanks(text, start + 1, choices[0])
        end = inner.end if left else choices[0] + 1
        found.append(Quote(start=start, end=end, inner=inner, closed=not left, single=True))
        at = end
    return (mark_continued(text, low, found) if reopened else found), left


def is_sentence(text: str, low: int, start: int, high: int) -> bool:
    """Does a sentence begin with a single mark that is never closed, and not a clipped word?"""
    begins = BEGINS.search(text[low:start]) and (text[start + 1].isupper() or text[start + 1] in "([")
    return bool(begins) and len(WORDS.findall(text, start, high)) > SCARE_WORDS


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find all quotations of a text, by place; nested ones follow the one around them.

    >>> [(quote.start, quote.end) for quote in find_quotes('He said "no". ‘Never,’ she added.')]
    [(8, 12), (14, 22)]
    """
    found: list[Quote] = []
    double_open = single_open = False
    used = uses_single(text)
    for paragraph in PARAGRAPH.finditer(text):
        low, high = paragraph.span()
        if not paragraph[0].strip():
            continue
        doubles, double_left = find_double(text, low, high, double_open)
        singles, single_left = find_single(text, low, high, single_open, used)
        aside = not ENDED.search(text, low, high)
        double_open = double_left or (double_open and aside)
        single_open = single_left or (single_open and aside)
        for quote in singles:
            crossing = any(
                o.start < quote.start < o.end < quote.end or quote.start < o.start < quote.end < o.end for o in doubles
            )
            if not crossing:
                depth = sum(other.start < quote.start and quote.end <= other.end for other in doubles)
                found.append(replace(quote, depth=depth))
        found += doubles
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def uses_single(text: str) -> bool:
    """Does a text have somebody's words, more than a term, in single marks?"""
    whole = (
        quote
        for paragraph in PARAGRAPH.finditer(text)
        for quote in find_single(text, *paragraph.span(), reopened=False, used=False)[0]
    )
    return any(not is_scare(text, quote) for quote in whole)


def is_scare(text: str, quote: Quote) -> bool:
    """Is it a term, a title or a scrap in marks rather than somebody's sentence?

    >>> text = 'He called it a "good sign". "It is over," he said.'
    >>> [is_scare(text, quote) for quote in find_quotes(text)]
    [True, False]
    """
    words = text[quote.inner.start : quote.inner.end]
    if len(WORDS.findall(words)) > SCARE_WORDS or quote.continues:
        return False
    before = text[: quote.start].rstrip()[-1:]
    starts_sentence = words[:1].isupper() and (not before or before in '.!?:,\n”"')
    return not (starts_sentence and words[-1:] in ".,!?")


def trim_marks(text: str, span: Span) -> Span:
    """The words of a span without quote marks, blanks, commas and stops at its ends.

    An inner quotation that the span begins or ends with keeps its marks.

    >>> text = 'said “it is over,” twice'
    >>> span = trim_marks(text, Span(start=5, end=18))
    >>> text[span.start : span.end]
    'it is over'
    """
    start, end = span.start, span.end
    marks = "“”„\"«»‘’'` "
    part = text[start:end]
    paired = part[:1] in "“\"«‘'„" and (part.rstrip(".,;: ")[-1:] in "”\"»’'") and not find_inside(part)
    if not paired:
        while end > start and text[end - 1] in " ,;:":
            end -= 1
        return strip_blanks(text, start, end)
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks + ".,;:":
        end -= 1
    return Span(start=start, end=end) if start < end else span


def find_inside(part: str) -> bool:
    """Are there quote marks between the first and the last character, so that the ends may not be one pair?"""
    return bool(re.search(r"[“”„\"«»]", part.rstrip(".,;: ")[1:-1]))
