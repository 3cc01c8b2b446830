"""The pictures of a gallery in an article: their counters and the gallery's title are furniture, the rest captions.

Known by the counters ("3/16", "Hide Caption 2 of 12") that count on from line to line or within one, or by the
title that every picture's line repeats.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.read.inline import Piece
from onrecord.read.lines import Line
from onrecord.vocab.lists import ZoneKind

Pieces = tuple[Piece, ...]
NUMBERED = re.compile(r"(?P<at>\d{1,3})\s?(?:/|of)\s?(?P<all>\d{1,3})\s")
COUNTED = re.compile(r"(?<![\w/.])(?P<at>\d{1,3})\s?/\s?(?P<all>\d{1,3})(?![\w/])")
HIDDEN = re.compile(r"\bHide caption (?P<at>\d{1,3}) of (?P<all>\d{1,3})$", re.IGNORECASE)
SHOWN = re.compile(r"^.{0,300}\bplay slideshow\b.{0,40}?\b1 of \d{1,3}\b", re.IGNORECASE)
PLAYER = re.compile(r"\bskip\b.{0,20}\bembed\b.{0,10}\bshare\b.*?\b1 of (?P<all>\d{1,3})\b", re.IGNORECASE)
"""The controls of a player with a list of titles below them."""
SHOW_ALL = re.compile(r"^\+\s*show all (?P<title>\S.*)$", re.IGNORECASE)
FEWEST_INSIDE, FEWEST_TITLED = 3, 3  # counters in one line; lines below one title
FEWEST_TITLE_WORDS = 4
MOST_HEAD_WORDS, MOST_LAST_WORDS = 14, 60


def mark_galleries(lines: Sequence[Line], marks: list[ZoneKind | None]) -> dict[int, Pieces]:
    """Mark the lines of galleries; where a line is more than a caption, its pieces."""
    found = {**find_titled(lines, marks), **find_hidden(lines), **find_numbered(lines)}
    for n, line in enumerate(lines):
        if pieces := find_inside(line) or find_shown(line):
            found[n] = pieces
        if (match := SHOW_ALL.match(line.text)) and n and lines[n - 1].text == match["title"]:
            marks[n - 1] = marks[n] = "furniture"
        if match := PLAYER.search(line.text):
            marks[n] = "furniture"
            mark_titles(lines, marks, n + 1, int(match["all"]))
    for n in found:
        marks[n] = "caption"
    return {n: pieces for n, pieces in found.items() if pieces}


def mark_titles(lines: Sequence[Line], marks: list[ZoneKind | None], first: int, most: int) -> None:
    """Mark the titles of a player's list: so many lines without a stop at most."""
    for n in range(first, min(len(lines), first + most)):
        if lines[n].ends_sentence:
            return
        marks[n] = "furniture"


def is_next(one: re.Match[str], other: re.Match[str]) -> bool:
    """Do two counters of one total stand side by side?"""
    return one["all"] == other["all"] and abs(int(one["at"]) - int(other["at"])) == 1


def find_numbered(lines: Sequence[Line]) -> dict[int, Pieces]:
    """Pictures by a counter before them, "3/16 The bridge in 1999 …" after "2/16 …"."""
    numbers = {n: match for n, line in enumerate(lines) if (match := NUMBERED.match(line.text))}
    return {
        n: ((0, match.end() - 1, "furniture"), (match.end(), len(lines[n].text), "caption"))
        for n, match in numbers.items()
        if any(is_next(numbers[m], match) for m in (n - 1, n + 1) if m in numbers)
    }


def find_inside(line: Line) -> Pieces:
    """A whole gallery in one line: "Port fire 1/8 The quay at noon 2/8 Two boats …"."""
    counters = list(COUNTED.finditer(line.text))
    if len(counters) < FEWEST_INSIDE or counters[0]["at"] != "1":
        return ()
    if any(int(b["at"]) - int(a["at"]) != 1 or a["all"] != b["all"] for a, b in itertools.pairwise(counters)):
        return ()
    head = line.text[: counters[0].start()].rstrip()
    titled = len(head.split()) <= MOST_HEAD_WORDS and not re.search(r"[.!?](?:\s|$)", head)
    pieces: list[Piece] = [(0, len(head), "furniture")] if head and titled else []
    for counter, after in itertools.zip_longest(counters, counters[1:]):
        pieces.append((*counter.span(), "furniture"))
        text = line.text[counter.end() : after.start() if after else None]
        if text.strip() and (after or len(text.split()) <= MOST_LAST_WORDS):
            start = counter.end() + len(text) - len(text.lstrip())
            pieces.append((start, counter.end() + len(text.rstrip()), "caption"))
    return tuple(pieces)


def find_shown(line: Line) -> Pieces:
    """The title and the controls of a gallery before its first picture: "… Play slideshow 1 of 12 The quay at noon"."""
    match = SHOWN.match(line.text)
    if match is None or len(line.text[match.end() :].split()) > MOST_LAST_WORDS:
        return ()
    rest = line.text[match.end() :]
    shown: Pieces = ((0, match.end(), "furniture"),)
    at = len(line.text) - len(rest.lstrip())
    return (*shown, (at, len(line.text), "caption")) if rest.strip() else shown


def find_hidden(lines: Sequence[Line]) -> dict[int, Pieces]:
    """Pictures between the gallery's title, which all their lines repeat, and "Hide Caption 2 of 12"."""
    closed = {n: match for n, line in enumerate(lines) if (match := HIDDEN.search(line.text))}
    found: dict[int, Pieces] = {}
    for n, match in closed.items():
        group = [m for m in closed if closed[m]["all"] == match["all"]]
        title = share_start([lines[m].text[: closed[m].start()] for m in group]) if len(group) > 1 else ""
        text = lines[n].text[len(title) : match.start()].rstrip()
        if not title or not text.strip():
            continue
        start = len(title) + len(text) - len(text.lstrip())
        end = len(title) + len(text)
        found[n] = ((0, len(title), "furniture"), (start, end, "caption"), (*match.span(), "furniture"))
    return found


def share_start(texts: Sequence[str]) -> str:
    """The words that all texts begin with."""
    columns = itertools.takewhile(
        lambda words: len(set(words)) == 1, zip(*(text.split() for text in texts), strict=False)
    )
    return " ".join(words[0] for words in columns)


def find_titled(lines: Sequence[Line], marks: Sequence[ZoneKind | None]) -> dict[int, Pieces]:
    """Neighbouring lines that begin with one title of several words, and go on with a capital: no figure of speech."""
    found: dict[int, Pieces] = {}
    for run in find_runs(lines, marks):
        title = share_start([lines[n].text for n in run])
        size = len(title.split())
        after = [lines[n].text.split()[size : size + 1] for n in run]
        if all(words and words[0][0].isupper() for words in after) and not re.search(r"[.!?,;:]$", title):
            found.update(dict.fromkeys(run, ()))
    return found


def find_runs(lines: Sequence[Line], marks: Sequence[ZoneKind | None]) -> Iterator[list[int]]:
    """Runs of open lines with the same first words."""
    first = [tuple(line.text.split()[:FEWEST_TITLE_WORDS]) for line in lines]
    for words, group in itertools.groupby(range(len(lines)), key=lambda n: first[n] if marks[n] is None else None):
        run = list(group)
        if words is not None and len(words) == FEWEST_TITLE_WORDS and len(run) >= FEWEST_TITLED:
            yield run
