"""Captions by their own form: with the credit of the picture in one line, or a sentence that no stop ends."""

import re
from collections.abc import Sequence

from onrecord.read.inline import Piece, find_pieces
from onrecord.read.lines import PROSE_END, Line
from onrecord.read.marks import is_slashed, split_sentences
from onrecord.read.words import furniture_words, outlet_words
from onrecord.vocab.lists import ZoneKind

MAX_CAPTION_WORDS, LEAST_WORDS = 90, 9
CAPTION_LEAD = re.compile(
    r"(?:image (?:copyright|source)[:,]?\s\S.{1,40}?\s|media playback is .{1,30} device\s)?"
    r"(?:image|media) caption[:,]?\s+(?=\S)|(?-i:CLOSE)\s+(?=(?-i:[A-Z]))|"
    r"(?:facebook|twitter|pinterest|whatsapp)(?:\s+(?:facebook|twitter|pinterest|whatsapp|email|linkedin))+\s+(?=\S)",
    re.IGNORECASE,
)
OWNED_LEAD = re.compile(r"©\s?(?:Photo: )?[A-Z][\w.]+(?: \w+)?\s?/(?:\s?[A-Z][\w.-]+){1,2}\s+(?=(?:[A-Z]|\d)\S*\s)")
"""A credit with the sign of copyright and, behind a slash, who took the picture."""
IMAGED = re.compile(
    r"(?:.{1,150} )?Image (?P<caption>[A-Z]\S* .{30,600}?) Credit(?:\.{3}|…)? ?"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:/[A-Z][\w ]+| for [A-Z][\w ]+|, via [A-Z][\w ]+)$"
)
"""A picture's words between its label and its credit, with the headline of the page before them."""
PICTURED = re.compile(r"(?:^|[.!?…]\s+)Pictured\b|\b(?:is|are) pictured\b|\(pictured\b[^)]*\)")
REPORTED = re.compile(r"\b(?:said|told|says)\b")
FEWEST_STOPPED = 3
FEWEST_ABOVE = 2  # captions in the text where such lines at its end are captions too, and no titles of other pages
MOST_A_PARAGRAPH = 2  # captions for each paragraph with a stop
FEWEST_STILL, MOST_STILL = 12, 70  # words
SENTENCE_SHARE = 0.4  # of words that begin small
NO_STILL = re.compile(
    r"^[\"“]|^(?:Additionally|Also|And|But|However|Meanwhile|Moreover|So|Then|Yet)\b|\bPosted by\b|\(@\w+\)|https?://"
    r"|^(?:[QA]|[A-Z][A-Z.' -]{2,30}):\s|:.*:|:\s[\"“'‘]|\b(?:said|says|told|asked|added|replied)$",
    re.DOTALL,
)
"""A quotation, a sentence that goes on from the one before, a post with its signature, a speaker's turn, a table, or
a sentence that reports: no caption."""


def mark_unstopped(lines: Sequence[Line], marks: list[ZoneKind | None]) -> None:
    """Mark the sentences without a stop on a page whose other paragraphs have one: captions are printed so.

    Not where a paragraph is broken off or a list runs, and not where lines without a stop are the rule.
    """
    for n, line in enumerate(lines[1:], 1):
        if marks[n] is None and is_pictured(line):
            marks[n] = "caption"
    stopped = [n for n, line in enumerate(lines) if marks[n] is None and line.prose and PROSE_END.search(line.text)]
    if len(stopped) < FEWEST_STOPPED:
        return
    inside = range(stopped[0] + 1, stopped[-1])
    found = [n for n in inside if marks[n] is None and is_unstopped(lines[n]) and stands_alone(lines, n)]
    if len(found) > MOST_A_PARAGRAPH * len(stopped):
        return
    for n in range(stopped[-1] + 1, len(lines)):
        if len(found) < FEWEST_ABOVE or marks[n] is not None or not is_unstopped(lines[n]):
            break
        found.append(n)
    for n in found:
        marks[n] = "caption"


def is_pictured(line: Line) -> bool:
    """Does a line say itself that it describes a picture, and report nothing?"""
    return bool(PICTURED.search(line.text)) and len(line.words) <= MOST_STILL and not REPORTED.search(line.text)


def is_unstopped(line: Line) -> bool:
    """A sentence in sentence case that ends in a word, and neither quotes nor reports."""
    if not FEWEST_STILL <= len(line.words) <= MOST_STILL or line.bulleted or line.lower_share < SENTENCE_SHARE:
        return False
    if PROSE_END.search(line.text) or not (line.text[-1].isalnum() or line.text[-1] in ")’'") or line.text[0].islower():
        return False
    return not NO_STILL.search(line.text) and not find_pieces(line, first=False)


def could_be_still(lines: Sequence[Line], n: int) -> bool:
    """Is a line short, or in the form and the place of a caption without a stop?"""
    return len(lines[n].words) < FEWEST_STILL or (is_unstopped(lines[n]) and stands_alone(lines, n))


def stands_alone(lines: Sequence[Line], n: int) -> bool:
    """Does a line neither go on below nor belong to a list with a colon above?"""
    above = next((m for m in range(n - 1, 0, -1) if PROSE_END.search(lines[m].text)), 0)
    return not lines[above].text.endswith((":", ",", ";")) and not lines[n + 1].text[0].islower()


def find_caption(line: Line) -> tuple[Piece, ...]:
    """A caption with its credit, as two pieces; none where the line is not one."""
    if imaged := IMAGED.match(line.text):
        start, end = imaged.span("caption")
        return (0, start - 1, "furniture"), (start, end, "caption"), (end + 1, len(line.text), "furniture")
    if len(line.words) > MAX_CAPTION_WORDS:
        return ()
    if lead := find_lead(line):
        return (0, len(lead[0].rstrip()), "furniture"), (len(lead[0].rstrip()) + 1, len(line.text), "caption")
    named = outlet_words().credit_end.search(line.text)
    if named and len(split_sentences(line.text[: named.start("credit")])) == 1:
        return (0, named.start() + 1, "caption"), (*named.span("credit"), "furniture")
    return find_credited(line)


def find_lead(line: Line) -> re.Match[str] | None:
    """What stands before a caption: a label, or a credit before words that report nothing."""
    if lead := CAPTION_LEAD.match(line.text):
        return lead
    if line.text[-1] not in '.?!”"' and len(line.words) >= LEAST_WORDS:
        return outlet_words().credit_lead.match(line.text)
    if line.lower_share < SENTENCE_SHARE:
        return None
    signed = None if REPORTED.search(line.text) else outlet_words().signed_lead.match(line.text)
    return OWNED_LEAD.match(line.text) or signed


def find_credited(line: Line) -> tuple[Piece, ...]:
    """A caption and the credit behind it."""
    for match in re.finditer(r"(?<=\S)\s+(?=\S)|(?<=[.)])(?=[A-Z])", line.text):
        credit = line.text[match.end() :]
        if len(credit) > 90 or not furniture_words().credit.fullmatch(credit):
            continue
        before = line.text[: match.start()].rstrip(" |/–—-")
        bracketed = credit[0] in "([" or (
            len(line.words) <= 60 and re.match(r"(?i)(?:photo|picture|image|credit|file|video|illustration)", credit)
        )
        signed = len(before.split()) >= LEAST_WORDS and is_slashed(credit)
        if len(before.split()) >= 3 and (bracketed or signed or match.start() == 0 or before[-1] in ".)|"):
            between = line.text[len(before) : match.end()]
            start = len(before) + len(between) - len(between.lstrip())
            return (0, len(before), "caption"), (start, len(line.text), "furniture")
    return ()
