"""What a line is by its neighbours: items below a label, pitches beside other furniture, a caption over its credit.

Only lines that say little by themselves are placed here, and only next to lines whose kind is known.
"""

import re
from collections.abc import Sequence

from onrecord.read.bylines import NAME
from onrecord.read.lines import Line
from onrecord.read.marks import BYLINE_POST, QUOTED, is_credit, is_label, is_notice_sentence, split_sentences
from onrecord.read.mastheads import find_domains, is_named_by, is_title_line
from onrecord.read.words import furniture_words
from onrecord.vocab.lists import ZoneKind

Marks = list[ZoneKind | None]
MAX_PITCH_WORDS = 30
MAX_CALL_WORDS = 8
MAX_CREDITED_WORDS = 25
MAX_QUESTION_WORDS = 14
MIN_PAST = 4
MIN_SUBHEAD_WORDS = 3
COUNT = re.compile(r"\d{1,5}(?:\.\d)?[kKmM]?")
MAX_BOX_LINES = 2
MAX_NOTE_WORDS = 60
SIGNED_NOTE = re.compile(
    rf"(?P<name>{NAME}(?: {NAME}){{1,3}}) (?:is|are|covers?|writes?|reports?|edits?"
    r"|has (?:been|covered|written|reported)|joined|leads?|specialis|specializ|focus)"
)
AUTHOR_LABELS = frozenset({"about the author", "about the authors", "about the writer", "about the reporter"})
ADDRESS_CALL = re.compile(r"^(?:please )?(?:enter|type)? ?(?:your |a valid )?e-?mail(?: address)?\W*$", re.IGNORECASE)
CAPTION_LABELS = frozenset({"image caption", "media caption"})
CALL = re.compile(r"^(?:subscribe|sign up|join|register|download|enter your)\b", re.IGNORECASE)
REPORTED = re.compile(r"\b(?:said|told|says|according|announced|added|wrote)\b", re.IGNORECASE)
PICTURE = re.compile(r"^[(\[]?\s*(?:photo|picture|pic|image|photograph|credit|illustration|graphic)", re.IGNORECASE)


def follow_labels(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the items below a label: bullets, counters, and titles without a full stop."""
    for index, line in enumerate(lines):
        if marks[index] != "furniture" or not (is_label(line) or is_open_label(line)):
            continue
        if line.key in furniture_words().bar_labels and is_above_text(lines, marks, index):
            continue
        bar = line.key in furniture_words().bar_labels
        bulleted = False
        taken = 0
        topics = line.key in furniture_words().topic_labels or line.text.casefold() in furniture_words().topic_labels
        for n in range(index + 1, len(lines)):
            item = lines[n]
            if marks[n] is not None:
                if is_label(item):
                    break  # it follows its own list
                if marks[n] in ("dateline", "furniture", "byline", "caption"):
                    continue
                break
            if bar and heads_text(lines, n):
                break
            listed = is_item(lines, marks, n, bulleted=bulleted) or (taken and not bulleted and is_question(item))
            if not (listed or (topics and is_title_line(item.text))):
                break
            bulleted = bulleted or item.bulleted
            taken += 1
            marks[n] = "furniture"


def is_above_text(lines: Sequence[Line], marks: Sequence[ZoneKind | None], index: int) -> bool:
    """Does a label of buttons stand above the text, where titles below it are the article's own?"""
    return not any(line.prose and mark is None for line, mark in zip(lines[:index], marks[:index], strict=True))


def heads_text(lines: Sequence[Line], n: int) -> bool:
    """Does a line of several words stand right above a paragraph, as a subhead does?"""
    return n + 1 < len(lines) and lines[n + 1].prose and len(lines[n].words) >= MIN_SUBHEAD_WORDS


def is_question(line: Line) -> bool:
    """A short question, as titles of other articles often are."""
    return line.text.endswith("?") and len(line.words) <= MAX_QUESTION_WORDS


def is_open_label(line: Line) -> bool:
    """A label with a colon and nothing behind it."""
    known = furniture_words()
    return line.text.endswith(":") and (line.key in known.labels or line.text.casefold() in known.topic_labels)


def is_item(lines: Sequence[Line], marks: Sequence[ZoneKind | None], n: int, *, bulleted: bool) -> bool:
    """Can a line be an item of a list of links?"""
    item = lines[n]
    if item.bulleted:
        return len(item.words) <= 30 and not item.text.endswith(".")
    following = lines[n + 1] if n + 1 < len(lines) else None
    if item.prose and item.text.endswith("?") and len(item.words) <= MAX_QUESTION_WORDS:
        # A question with its answer below is an interview.
        return not bulleted and (following is None or marks[n + 1] is not None or not following.prose)
    if bulleted or item.prose or (item.ends_sentence and not item.text.endswith("?")) or len(item.words) > 22:
        return False
    # A short line with a blank before it and prose right below is a subhead of the article that goes on.
    heads = following is not None and following.prose and item.gap_before and not item.gap_after
    return not heads and len(item.words) >= 2


def mark_names(text: str, lines: Sequence[Line], marks: Marks) -> None:
    """Mark the page's own name where it stands alone and one of the page's addresses has its letters."""
    domains = find_domains(text)
    for n, line in enumerate(lines):
        if domains and marks[n] is None and is_title_line(line.text) and is_named_by(line.text, domains):
            marks[n] = "furniture"


def mark_pitches(lines: Sequence[Line], marks: Marks) -> None:
    """Mark a line that praises the paper and ends in a call ("… Subscribe for free."), beside furniture or an edge."""
    for n, line in enumerate(lines):
        if marks[n] is not None or not is_pitch(line):
            continue
        before = marks[n - 1] if n else "furniture"
        after = marks[n + 1] if n + 1 < len(lines) else "furniture"
        if "furniture" in (before, after):
            marks[n] = "furniture"


def mark_boxes(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the one or two lines above "Enter your email", which praise a letter to the reader."""
    for index, line in enumerate(lines):
        if marks[index] != "furniture" or not ADDRESS_CALL.match(line.text):
            continue
        for n in range(index - 1, max(-1, index - 1 - MAX_BOX_LINES), -1):
            if marks[n] is not None or not reports_nothing(lines[n]):
                break
            marks[n] = "furniture"


def mark_counts(lines: Sequence[Line], marks: Marks) -> None:
    """Mark a bare number between furniture, stamps and bylines: so many comments or shares."""
    beside = ("furniture", "dateline", "byline", "headline")
    for n, line in enumerate(lines):
        if marks[n] is None and COUNT.fullmatch(line.text):
            neighbours = [marks[m] for m in (n - 1, n + 1) if 0 <= m < len(lines)]
            if neighbours and all(one in beside for one in neighbours):
                marks[n] = "furniture"


def reports_nothing(line: Line) -> bool:
    """A short line without a quotation, a verb of saying or a past form."""
    if QUOTED.search(line.text) or REPORTED.search(line.text) or len(line.words) > MAX_CREDITED_WORDS:
        return False
    return not any(word.islower() and word.endswith("ed") and len(word) > MIN_PAST for word in line.words)


def is_pitch(line: Line) -> bool:
    """One or two sentences that report nothing and a short call to sign up behind them."""
    spans = split_sentences(line.text)
    if not 2 <= len(spans) <= 4 or len(line.words) > MAX_PITCH_WORDS:
        return False
    last = line.text[spans[-1][0] : spans[-1][1]].strip()
    if len(last.split()) > MAX_CALL_WORDS or QUOTED.search(line.text) or REPORTED.search(line.text):
        return False
    return bool(CALL.match(last)) and is_notice_sentence(last)


def mark_captions(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the line below "Image caption", and the one sentence between the headline and a picture's credit."""
    for n in range(1, len(lines)):
        labelled = lines[n - 1].key in CAPTION_LABELS and marks[n - 1] == "furniture"
        if labelled and marks[n] is None and len(split_sentences(lines[n].text)) == 1:
            marks[n] = "caption"
    open_prose = [n for n, line in enumerate(lines) if marks[n] is None and line.prose]
    if len(open_prose) < 2 or open_prose[0] == 0:
        return
    n = open_prose[0]
    credit = lines[n + 1]
    if marks[n + 1] == "furniture" and PICTURE.match(credit.text) and is_credit(credit) and is_still(lines[n]):
        marks[n] = "caption"


def is_still(line: Line) -> bool:
    """One short sentence that reports nothing: no quotation, no past form, no verb of saying."""
    return reports_nothing(line) and len(split_sentences(line.text)) == 1


def mark_author_notes(lines: Sequence[Line], marks: Marks) -> None:
    """Mark what stands below "About the author", and last lines that say who wrote: "Ada Lee covers the harbour."."""
    signed = " ".join(line.text for line, mark in zip(lines, marks, strict=True) if mark == "byline")
    for index, line in enumerate(lines):
        if marks[index] == "furniture" and line.key in AUTHOR_LABELS:
            for n in range(index + 1, min(len(lines), index + 1 + MAX_BOX_LINES)):
                if marks[n] is None and len(lines[n].words) <= MAX_NOTE_WORDS and not QUOTED.search(lines[n].text):
                    marks[n] = "furniture"
    for n in range(len(lines) - 1, 0, -1):
        if marks[n] is not None:
            continue
        if QUOTED.search(lines[n].text) or not is_author_note(lines[n].text, signed):
            return
        marks[n] = "furniture"


def is_author_note(text: str, signed: str) -> bool:
    """One sentence on a writer and a post, or a sentence or two in the present that begin with a name of the byline."""
    if len(split_sentences(text)) == 1 and BYLINE_POST.match(text):
        return True
    named = SIGNED_NOTE.match(text)
    return bool(named and named["name"] in signed and len(text.split()) <= MAX_NOTE_WORDS and not REPORTED.search(text))
