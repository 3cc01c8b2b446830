"""The numbers that a hedged figure is true of: "at least five", "up to forty", "nearly 90", "about 2,000"."""

from __future__ import annotations

import re

LEAST = re.compile(
    r"\b(?:at least|more than|over|above|upwards of|no fewer than|no less than|exceed\w*|minimum of)\b", re.IGNORECASE
)
MOST = re.compile(
    r"\b(?:at most|up to|no more than|not more than|less than|fewer than|under|below|as many as|"
    r"maximum of|shy of|short of)\b",
    re.IGNORECASE,
)
NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just under|just over|some|about|around|roughly|approximately|"
    r"an estimated|estimated|or so|dozens|scores|hundreds|thousands)\b",
    re.IGNORECASE,
)
BEFORE = 24
"""Characters before a number in which its hedge stands."""
EXACT, LOOSE = 0.015, 0.15


def read_range(text: str, start: int, value: float) -> tuple[float, float, bool]:
    """The least and greatest number that a figure is true of, and whether it is hedged.

    Args:
        text: The clause.
        start: Where the number starts in it.
        value: The number.

    >>> read_range("at least 40 percent", 9, 40.0)[1:]
    (inf, True)
    """
    lead = re.split(r"[,;:.]\s|\band\b", text[max(0, start - BEFORE) : start])[-1]
    if NEARLY.search(lead):
        return value * (1 - LOOSE), value * (1 + LOOSE), True
    low, high = value * (1 - EXACT), value * (1 + EXACT)
    if MOST.search(lead):
        return 0.0, high, True
    return (low, float("inf"), True) if LEAST.search(lead) else (low, high, False)
