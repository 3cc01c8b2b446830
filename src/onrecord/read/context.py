"""What a line is by its neighbours: items below a label, pitches beside other furniture, a caption over its credit.

Only lines that say little by themselves are placed here, and only next to lines whose kind is known.
"""

import re
from collections.abc import Sequence

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
        bulleted = False
        topics = line.key in furniture_words().topic_labels or line.text.casefold() in furniture_words().topic_labels
        for n in range(index + 1, len(lines)):
            item = lines[n]
            if marks[n] is not None:
                if is_label(item):
                    break  # it follows its own list
                if marks[n] in ("dateline", "furniture", "byline", "caption"):
                    continue
                break
            if not (is_item(lines, marks, n, bulleted=bulleted) or (topics and is_title_line(item.text))):
                break
            bulleted = bulleted or item.bulleted
            marks[n] = "furniture"


def is_above_text(lines: Sequence[Line], marks: Sequence[ZoneKind | None], index: int) -> bool:
    """Does a label of buttons stand above the text, where titles below it are the article's own?"""
    return not any(line.prose and mark is None for line, mark in zip(lines[:index], marks[:index], strict=True))


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
    if QUOTED.search(line.text) or REPORTED.search(line.text) or len(line.words) > MAX_CREDITED_WORDS:
        return False
    past = any(word.islower() and word.endswith("ed") and len(word) > MIN_PAST for word in line.words)
    return not past and len(split_sentences(line.text)) == 1


def mark_author_notes(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the last line of the article where it says who wrote it: "Ada Lee is a staff writer at The Review."."""
    for n in range(len(lines) - 1, 0, -1):
        line = lines[n]
        if marks[n] is not None:
            continue
        if len(split_sentences(line.text)) == 1 and not QUOTED.search(line.text) and BYLINE_POST.match(line.text):
            marks[n] = "furniture"
        return
