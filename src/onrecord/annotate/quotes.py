"""Quotations of every kind of mark, in text where marks are missing, wrong or doubled; no text is refused.

Double and angle marks pair by form, straight ones by their neighbours; single marks are told from apostrophes. A
quotation that its paragraph does not close goes on in the next one if that opens with the mark again (the printers'
rule); otherwise it ends with the paragraph and is marked as not closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.records import Span

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
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
            if stack and match[0] == '"' and text[stack[-1][0]] == '"':
                # A straight mark cannot nest in itself: the earlier one was never closed.
                opened, inner = stack.pop()
                found.append(build(text, opened, start, inner, start, len(stack), False))
            stack.append((start, end))
        elif stack:
            opened, inner = stack.pop()
            found.append(build(text, opened, end, inner, start, len(stack), True))
    left = bool(stack)
    while stack:
        opened, inner = stack.pop()
        found.append(build(text, opened, high, inner, high, len(stack), False))
    found = sorted(quote for quote in found if quote.inner.start < quote.inner.end)
    first = next((index for index, quote in enumerate(found) if quote.depth == 0), None)
    if reopened and first is not None and not text[low : found[first].start].strip():
        quote = found[first]
        found[first] = Quote(start=quote.start, end=quote.end, inner=quote.inner, closed=quote.closed, continues=True)
    return found, left


def build(text: str, start: int, end: int, inner: int, inner_end: int, depth: int, closed: bool) -> Quote:
    """A double-marked quote from its marks' places."""
    whole = strip_blanks(text, start, end)
    return Quote(
        start=whole.start, end=whole.end, inner=strip_blanks(text, inner, inner_end), depth=depth, closed=closed
    )


def find_single(text: str, low: int, high: int) -> list[Quote]:
    """The single-marked quotes of one paragraph; apostrophes are left alone."""
    found, at = [], low
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
            continue
        inner = strip_blanks(text, start + 1, choices[0])
        found.append(Quote(start=start, end=choices[0] + 1, inner=inner, single=True))
        at = choices[0] + 1
    return found


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find all quotations of a text, by place; nested ones follow the one around them.

    >>> [(quote.start, quote.end) for quote in find_quotes('He said "no". ‘Never,’ she added.')]
    [(8, 12), (14, 22)]
    """
    found: list[Quote] = []
    open_before = False
    for paragraph in PARAGRAPH.finditer(text):
        low, high = paragraph.span()
        if not paragraph[0].strip():
            continue
        doubles, open_before = find_double(text, low, high, open_before)
        singles = find_single(text, low, high)
        for quote in singles:
            crossing = any(
                o.start < quote.start < o.end < quote.end or quote.start < o.start < quote.end < o.end for o in doubles
            )
            if not crossing:
                depth = sum(other.start < quote.start and quote.end <= other.end for other in doubles)
                found.append(Quote(start=quote.start, end=quote.end, inner=quote.inner, single=True, depth=depth))
        found += doubles
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


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
