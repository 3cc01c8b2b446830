"""The words that are cited for a finding, widened until they read as a whole.

A finding starts at the head of its subject and ends at the last word its rule needed. A reader wants the article and
title of the subject, the noun that an adjective belongs to, and both marks of a quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.parse import Parse

WITHIN = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "case", "quantmod", "predet"})
DOWN = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "case", "appos", "predet"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENING = 14
"""Words that a subject may have before its head; a longer left edge is a slip of the parser."""
CLOSING = 6
QUOTED = 240
"""Characters by which the rest of a quotation may lengthen what is cited."""
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")


def find_whole_span(parse: Parse, first: Token, last: Token) -> Span:
    """The span from the left edge of the first word's phrase to the end of the last word's, quotation marks in pairs.

    Args:
        parse: The document.
        first: First token of the finding.
        last: Its last token.
    """
    doc = parse.doc
    span = parse.span_of(doc[phrase_start(first)], doc[max(phrase_end(doc, last), last.i)])
    return balance_quotes(parse.document.text, span)


def phrase_start(token: Token) -> int:
    """Index of the first token of the noun phrase that a token stands in; the token itself where it is in none."""
    head = token
    while (
        head.dep_ in DOWN
        and (head.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON") or head.dep_ == "appos")
        and abs(head.head.i - head.i) <= OPENING
    ):
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return int(token.i)
    start = min(head.left_edge.i, token.i)
    if token.i - start > OPENING or head.i - start > OPENING:
        return int(token.i)
    while start < token.i and (
        token.doc[start].dep_ in ("cc", "mark", "preconj")
        or token.doc[start].is_space
        or (token.doc[start].is_punct and not token.doc[start].is_quote)
    ):
        start += 1
    return start


def phrase_end(doc: Doc, token: Token) -> int:
    """Index of the last token needed so that no phrase is cut within its nouns, nor a clause after its subject."""
    last = token
    if last.dep_ in WITHIN and 0 < last.head.i - last.i <= CLOSING:
        last = last.head
    above = last.head
    relative = last.dep_ in SUBJECTS and above.dep_ == "relcl" and 0 < above.i - last.i <= CLOSING
    if relative and not any(one.is_punct for one in doc[last.i : above.i]):
        last = above
    return int(last.i)


def balance_quotes(text: str, span: Span) -> Span:
    """Take in the other mark of a quotation that is cut, or leave out a mark that stands alone at an end."""
    start, end = span.start, span.end
    for opened, closed in find_quotations(text, start, end):
        if start <= opened < end <= closed:
            rest = text[end : closed + 1]
            if closed - end <= QUOTED and not SENTENCE_END.search(rest):
                end = closed + 1
            elif opened == start:
                start += 1
            elif opened == end - 1:
                end -= 1
        elif opened < start <= closed < end:
            if closed == end - 1:
                end -= 1
            elif start - opened <= QUOTED and not SENTENCE_END.search(text[opened:start]):
                start = opened
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] in ",;:" and end - 1 > start)):
        end -= 1
    return Span(start=start, end=end) if start < end else span


def find_quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of the paragraph, as the places of both marks; straight marks open and close by turns."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    found, opened = [], -1
    for at in range(first, stop):
        mark = text[at]
        if mark == "“" or (mark == '"' and opened < 0):
            opened = at
        elif mark in '”"' and opened >= 0:
            found.append((opened, at))
            opened = -1
    if opened >= 0:
        found.append((opened, stop + QUOTED + 1))  # the quotation goes on in the next paragraph
    return found
