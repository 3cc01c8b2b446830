"""The date in a strip of the page's head: "27.02.2024 | National edition", "TRADE | 20/04/24, 07:12 | 3 min"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.dates import DATE, TIME
from onrecord.read.lines import Line
from onrecord.read.marks import is_stamp
from onrecord.vocab.lists import ZoneKind

PART = re.compile(r"[^|·•»›«‹●▪\t]+")
"""What stands between two bars of a strip."""
LABELLED = re.compile(r"(?:last )?(?:updated|published|posted|modified)\s*:?\s+", re.IGNORECASE)
LONGEST = 120


def cut_strip(line: Line) -> list[tuple[int, int, ZoneKind]] | None:
    """A strip of furniture with its one full date as dateline; None where no part of it is a date and nothing else."""
    if len(line.text) > LONGEST:
        return None
    dated = [
        (start, end)
        for match in PART.finditer(line.text)
        for start, end in [trim(match)]
        if DATE.search(match[0]) and is_stamp(replace(line, text=line.text[start:end]))
    ]
    if len(dated) != 1 or len(dated) == len(list(PART.finditer(line.text))):
        return None
    ((start, end),) = dated
    pieces: list[tuple[int, int, ZoneKind]] = [(start, end, "dateline")]
    before, rest = line.text[:start].rstrip(), line.text[end:]
    if before:
        pieces.insert(0, (0, len(before), "furniture"))
    if rest.strip():
        pieces.append((len(line.text) - len(rest.lstrip()), len(line.text), "furniture"))
    return pieces


def cut_headline(line: Line, head: str | None) -> list[tuple[int, int, ZoneKind]] | None:
    """The headline printed again with the time of publication behind it, and who sent it; None where it is not."""
    if head is None or not line.text.startswith(f"{head} "):
        return None
    start = len(line.text) - len(line.text[len(head) :].lstrip())
    label = LABELLED.match(line.text, start)
    date = DATE.match(line.text, label.end()) if label else None
    if date is None:
        return None
    time = TIME.match(line.text, date.end() + 1)
    end = len(line.text[: time.end() if time else date.end()].rstrip())
    pieces: list[tuple[int, int, ZoneKind]] = [(0, len(head), "headline"), (start, end, "dateline")]
    rest = line.text[end:]
    return [*pieces, (len(line.text) - len(rest.lstrip()), len(line.text), "byline")] if rest.strip() else pieces


def trim(match: re.Match[str]) -> tuple[int, int]:
    """Where a part begins and ends without its outer blanks."""
    text = match[0]
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())


def has_full_date(lines: Sequence[Line], marks: Sequence[ZoneKind | None], first: int) -> bool:
    """Does a line of its own in the head tell the day?"""
    return any(
        mark in ("dateline", "byline") and DATE.search(line.text)
        for line, mark in zip(lines, marks[:first], strict=False)
    )
