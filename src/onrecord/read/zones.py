"""The zones of a plain text: what is body, and what is headline, subhead, dateline, byline, caption or furniture.

Each line is marked by itself first; lists below a label are followed; what is left between the first and the last
paragraph of prose is placed by its surroundings. In doubt a line is body: furniture that is missed costs less than
an article's text that is lost. Features after Kohlschütter et al. 2010
(boilerplate detection by shallow text features).
"""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.read.bylines import WRITERS, is_person, is_post, is_signed, is_staff, mark_agencies
from onrecord.read.captions import could_be_still, find_caption, mark_unstopped
from onrecord.read.context import (
    follow_labels,
    mark_author_notes,
    mark_boxes,
    mark_captions,
    mark_counts,
    mark_names,
    mark_pitches,
)
from onrecord.read.galleries import mark_galleries
from onrecord.read.headlines import choose_headline, could_be_headline, is_asked, is_over_text, is_title
from onrecord.read.inline import find_pieces, find_teasers, is_teaser
from onrecord.read.lines import BLANK, Line, split_lines
from onrecord.read.marks import is_credit, is_slashed, mark_line
from onrecord.read.mastheads import is_outlet_name, is_title_line
from onrecord.read.strips import cut_headline, cut_strip, has_full_date
from onrecord.read.widgets import find_read_time, is_widget, mark_foot, mark_notes
from onrecord.read.words import furniture_words, prose_words
from onrecord.records import Span, Zone
from onrecord.vocab.lists import ZoneKind

Marks = list[ZoneKind | None]
MAX_SUBHEAD_WORDS = 14
MAX_TAG_WORDS = 3
LINKS_ABOVE = 3  # lines of furniture right above a question that is one more link
MIN_CAPTION_WORDS = 11  # in sentence case; a subhead of that length is rare
CAPTION_FORM = re.compile(r"[A-Z][\w’'-]*\s+[a-z]+(?:s|ing)\s|\b(?:during|on|in|after|before)\b.*\b(?:19|20)\d\d\b")


def find_zones(text: str, *, title: str | None = None) -> tuple[Zone, ...]:
    """Cover the non-blank characters of a text with zones.

    Args:
        text: The text of a document.
        title: The headline its metadata state, if any; a line is then the headline only if it says the same.

    Returns:
        Zones in order, without overlap.

    >>> [zone.kind for zone in find_zones("Sign in\\n\\nMinister quits\\n\\nThe minister said on Monday she would go.")]
    ['furniture', 'headline', 'body']
    """
    lines = split_lines(text)
    marks: Marks = [mark_line(line) or ("furniture" if is_teaser(line) or is_widget(line) else None) for line in lines]
    captions = [
        find_caption(line) if mark in (None, "caption") or line.text[0] == "©" else ()
        for line, mark in zip(lines, marks, strict=True)
    ]
    for index, pieces in enumerate(captions):
        if pieces:
            marks[index] = "caption"
    for index, pieces in mark_galleries(lines, marks).items():
        captions[index] = pieces
    follow_labels(lines, marks)
    mark_names(text, lines, marks)
    mark_author_notes(lines, marks)
    mark_notes(lines, marks)
    mark_unstopped(lines, marks)
    mark_agencies(lines, marks)
    mark_foot(lines, marks)
    mark_pitches(lines, marks)
    mark_boxes(lines, marks)
    mark_counts(lines, marks)
    mark_captions(lines, marks)
    body = [n for n, line in enumerate(lines) if marks[n] is None and line.prose and not is_title(line, title)]
    if len(body) > 1 and body[0] == 0 and title is None and is_over_text(lines):
        marks[0] = "headline"
        del body[0]
    elif len(body) > 1 and body[1] > body[0] + 1 and is_asked(lines[body[0]]):
        del body[0]  # a question with a byline or a deck below it is the headline
    while len(body) > 1 and is_link(lines, marks, body[-1]):
        marks[body.pop()] = "furniture"
    if body:
        place_top(lines, marks, body[0], title)
        place_middle(lines, marks, body)
        place_tail(lines, marks, body[-1])
        mark_repeats(lines, marks, body[0], body[-1])
    elif lines and marks[0] is None and (len(lines) > 1 or title is not None) and could_be_headline(lines[0], title):
        marks[0] = "furniture" if title is None and is_outlet_name(lines[0].text) else "headline"
    return build_zones(text, lines, marks, captions, body[0] if body else 0)


def place_top(lines: Sequence[Line], marks: Marks, first: int, title: str | None) -> None:
    """Place what stands above the first paragraph: masthead, headline, decks, captions, wire credit."""
    open_lines = [n for n in range(first) if marks[n] is None]
    head = 0 if marks[0] == "headline" else choose_headline(lines, open_lines, title)
    for n in open_lines:
        if n == head or (head is not None and lines[n].key == lines[head].key):
            marks[n] = "headline"
        elif head is None and is_outlet_name(lines[n].text):
            marks[n] = "furniture"
        elif head is None:
            marks[n] = "subhead" if title and len(lines[n].words) > 3 else None
        elif n < head:
            marks[n] = None if lines[n].prose else "furniture"
        elif is_staff(lines[n]) or is_post(lines[n]) or is_signed(lines[n]) or is_named(lines, marks, n, first):
            marks[n] = "byline"
        elif lines[n].bulleted or lines[n].prose or lines[n].text.endswith("."):
            marks[n] = None
        elif marks[n - 1] == "furniture" and is_credit(lines[n - 1]):
            marks[n] = "caption"
        else:
            marks[n] = "caption" if lines[n].truncated else "subhead"


def is_named(lines: Sequence[Line], marks: Sequence[ZoneKind | None], n: int, first: int) -> bool:
    """A person's name alone under the headline, with a post in the line or below it, or with the date below.

    Two names, or one with a place, are enough right above the first paragraph.
    """
    if n + 1 == first and WRITERS.fullmatch(lines[n].text):
        return True
    words = lines[n].text.split()
    if lines[n].ends_sentence or not is_person(lines[n].text):
        return False
    at = next((m for m in range(n + 1, len(lines)) if marks[m] != "furniture"), None)
    below = at is not None and (marks[at] == "dateline" or is_post(lines[at]))
    return below or (len(words) > 3 and is_post(lines[n]))


def place_middle(lines: Sequence[Line], marks: Marks, body: Sequence[int]) -> None:
    """Place short lines between paragraphs: subheads and captions; what is neither is body."""
    for n in range(body[0] + 1, body[-1]):
        line = lines[n]
        if marks[n] is not None or line.prose:
            continue
        if line.truncated and not line.bulleted and line.gap_before and line.gap_after and len(line.words) >= 5:
            marks[n] = "caption"
        elif is_subhead_form(lines, n) and is_slashed(line.text):
            marks[n] = "furniture"
        elif is_subhead_form(lines, n):
            captioned = is_caption_form(line)
            marks[n] = "subhead" if not captioned else "caption" if could_be_still(lines, n) else None


def is_subhead_form(lines: Sequence[Line], n: int) -> bool:
    """A short line without a stop, after a finished sentence, that is no quotation and no item of a list."""
    line, before = lines[n], lines[n - 1]
    if line.bulleted or line.truncated or "(@" in line.text or not 0 < len(line.words) <= MAX_SUBHEAD_WORDS + 4:
        return False
    if re.search(r"[.,;:!–—-][\"”’)\]]*$", line.text) or re.match(r"[\"“][^\"”]*$", line.text):
        return False
    broken = before.prose and not before.ends_sentence and not before.text.endswith(":")
    if line.text[0].islower() or (broken and not ends_in_teaser(before)):
        return False
    if before.text.endswith(":") and not line.title_case:
        return False
    if re.match(r"(?:[QA]|[A-Z][A-Z.' -]{2,30})[:.]\s", line.text):
        return False
    # Figures alone, or a speaker's turn, are content.
    return any(char.isalpha() for char in line.text) and not re.search(r"\b(?:said|asked|replied)\b\W*$", line.text)


def ends_in_teaser(line: Line) -> bool:
    """Is the end of a paragraph a link to another article?"""
    return any(end == len(line.text) for _, end, _ in find_teasers(line))


def is_caption_form(line: Line) -> bool:
    """A whole clause in sentence case, in the present tense of captions, or with their words."""
    words = [word.lower() for word in line.words]
    if line.title_case or len(words) < 7:
        return False
    if len(words) >= MIN_CAPTION_WORDS or any(word in furniture_words().caption_words for word in words):
        return True
    return bool(CAPTION_FORM.search(line.text)) and words[0] not in {word.lower() for word in prose_words().starters}


def is_link(lines: Sequence[Line], marks: Sequence[ZoneKind | None], n: int) -> bool:
    """A short question among the links below an article: "How well do you know the minister?"."""
    above = marks[max(0, n - LINKS_ABOVE) : n]
    return lines[n].text[-1] == "?" and len(lines[n].words) <= MAX_SUBHEAD_WORDS and set(above) == {"furniture"}


def place_tail(lines: Sequence[Line], marks: Marks, last: int) -> None:
    """Place what follows the last paragraph: loose titles below other furniture are links."""
    below = has_loose_tags(lines, marks, last)
    for n in range(last + 1, len(lines)):
        if marks[n] is None and below and not lines[n].prose and not lines[n].ends_sentence:
            marks[n] = "furniture"
        below = below or (marks[n] == "furniture" and bool(lines[n].key))


def has_loose_tags(lines: Sequence[Line], marks: Sequence[ZoneKind | None], last: int) -> bool:
    """Do two or more names of subjects, without figures or stops, and nothing else, stand below the last paragraph?"""
    loose = [lines[n] for n in range(last + 1, len(lines)) if marks[n] is None]
    tags = all(
        line.text[0].isupper() and line.text[-1].isalnum() and len(line.words) <= MAX_TAG_WORDS for line in loose
    )
    return len(loose) > 1 and tags and not any(char.isdigit() for line in loose for char in line.text)


def mark_repeats(lines: Sequence[Line], marks: Marks, first: int, last: int) -> None:
    """A headline printed again is headline again; a masthead at the foot, or a short line thrice over, is furniture."""
    heads = {lines[n].key for n in range(first) if marks[n] == "headline"}
    counts = Counter(line.key for line in lines)
    top = {lines[n].key for n in range(first) if marks[n] == "furniture"}
    names = {n for n in range(last + 1, len(lines)) if lines[n].key in top and is_title_line(lines[n].text)}
    for n, line in enumerate(lines):
        if line.key in heads and marks[n] in (None, "subhead", "caption"):
            marks[n] = "headline"
        elif (n in names and marks[n] is None) or (
            counts[line.key] >= 3 and not line.prose and marks[n] in (None, "subhead")
        ):
            marks[n] = "furniture"


def build_zones(
    text: str, lines: Sequence[Line], marks: Marks, captions: Sequence[Sequence[tuple[int, int, ZoneKind]]], first: int
) -> tuple[Zone, ...]:
    """Zones from marked lines, bodies with their inner pieces, neighbours of one kind joined (but not headlines)."""
    found: list[Zone] = []
    if text.startswith("\ufeff"):
        found.append(Zone(kind="furniture", start=0, end=1))
    undated = not has_full_date(lines, marks, first)
    head = next((line.text for line, mark in zip(lines, marks, strict=True) if mark == "headline"), None)
    for n, line in enumerate(lines):
        kind = marks[n] or "body"
        strip = cut_strip(line) if n < first and undated and kind == "furniture" else None
        titled = cut_headline(line, head) if n < first and marks[n] != "headline" else None
        if strip is not None or titled is not None:
            pieces = strip or titled or []
        elif kind == "caption" and captions[n]:
            pieces = list(captions[n])
        elif (
            kind in ("body", "furniture", "headline", "subhead", "byline", "dateline", "caption")
            and marks[n] is not None
        ):
            pieces = cut_read_time(line.text, kind)
        else:
            pieces = find_pieces(line, first=n <= first)
        found.extend(cut_line(line, pieces))
    return tuple(join_zones(text, found))


def cut_read_time(text: str, kind: ZoneKind) -> list[tuple[int, int, ZoneKind]]:
    """A whole line, of a date or a name without the time to read behind it."""
    at = find_read_time(text) if kind in ("dateline", "byline") else None
    return [(0, len(text), kind)] if at is None else [(0, len(text[:at].rstrip()), kind), (at, len(text), "furniture")]


def cut_line(line: Line, pieces: Sequence[tuple[int, int, ZoneKind]]) -> list[Zone]:
    """The zones of one line: its pieces, and body between them."""
    zones: list[Zone] = []
    at = 0
    for start, end, kind in [*pieces, (len(line.text), len(line.text), "body")]:
        between = line.text[at:start]
        if between.strip(BLANK + "\n\r"):
            begin = line.start + at + len(between) - len(between.lstrip())
            zones.append(Zone(kind="body", start=begin, end=line.start + at + len(between.rstrip())))
        if end > start:
            zones.append(Zone(kind=kind, start=line.start + start, end=line.start + end))
        at = end
    return zones


def join_zones(text: str, zones: Sequence[Zone]) -> list[Zone]:
    """Join neighbours of one kind where only blanks lie between; a headline or subhead stays by itself."""
    joined: list[Zone] = []
    for zone in zones:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind == zone.kind
            and zone.kind in ("body", "furniture")
            and not text[last.end : zone.start].strip()
        ):
            joined[-1] = Zone(kind=zone.kind, start=last.start, end=zone.end)
        else:
            joined.append(zone)
    return joined


def find_headline(zones: Sequence[Zone]) -> Span | None:
    """The first headline zone."""
    return next((Span(start=zone.start, end=zone.end) for zone in zones if zone.kind == "headline"), None)
