"""Numbers, durations and sums of money as printed, with their bounds ("at least", "nearly")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.annotate.event_words import load_table

UNITS = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
DURATION = re.compile(
    r"(?P<half>half[- ]an?[- ]hour)"
    r"|(?P<number>\d+(?:\.\d+)?|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|forty-five|fifty|sixty|ninety))?(?P<and>[- ]and[- ]a[- ]half)?(?:-|–|\s)*"
    r"\b(?P<unit>minute|min|hour|hr|day)s?\b(?P<after>\s+and\s+a\s+half)?(?P<long>[- ]long)?",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^\d[\d,]*(?:\.\d+)?$")
MONEY = re.compile(
    r"(?P<sign>US\$|\$|€|£|¥|₹)\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<scale>thousand|million|billion|trillion|bn|m|tn)\b)?",
    re.IGNORECASE,
)
PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
BEFORE = 24
"""Characters before a quantity in which its bound is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity with its place in the text."""

    start: int
    end: int
    value: str
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None


@lru_cache(maxsize=1)
def load_claim_words() -> dict[str, Any]:
    """Load the words around quantities once."""
    return load_table("claims.toml")


def read_bound(text: str, start: int) -> tuple[int, bool, str | None]:
    """Read "at least", "nearly" before a quantity.

    Returns:
        Where the quantity starts with these words, whether it is approximate, and its bound ("min", "max") if any.
    """
    words = load_claim_words()["bounds"]
    lead = text[max(0, start - BEFORE) : start]
    approximate, bound, first = False, None, start
    for kind in ("min", "max", "about"):
        for phrase in words[kind]:
            match = re.search(rf"(?<!\w){re.escape(phrase)}\s+(?:an?\s+|the\s+)?$", lead, re.IGNORECASE)
            if match is not None and start - len(lead) + match.start() < first:
                first = start - len(lead) + match.start()
                approximate, bound = kind == "about", None if kind == "about" else kind
    return first, approximate, bound


def plain(number: float) -> str:
    """A number without a needless fraction.

    >>> plain(40.0), plain(2.5)
    ('40', '2.5')
    """
    return str(int(number)) if number == int(number) else f"{number:g}"


def read_number(word: str) -> float | None:
    """The value of a printed number ("1,200", "seven", "forty-five"); None for other words.

    >>> read_number("1,200"), read_number("seven"), read_number("forty-five"), read_number("few")
    (1200.0, 7.0, 45.0, None)
    """
    if NUMBER.match(word):
        return float(word.replace(",", ""))
    values = load_claim_words()["numbers"]
    total = 0.0
    for part in word.lower().split("-"):
        if part not in values:
            return None
        total += values[part]
    return total


def find_durations(text: str, start: int, end: int) -> list[Quantity]:
    """Durations up to days in a stretch of text, as ISO 8601 in minutes or days.

    >>> [one.value for one in find_durations("it lasted nearly 90 minutes", 0, 27)]
    ['PT90M']
    >>> [(one.value, one.bound) for one in find_durations("a more than hour-long call", 0, 26)]
    [('PT60M', 'min')]
    """
    found = []
    for match in DURATION.finditer(text, start, end):
        if match["half"]:
            minutes, unit = 30.0, "minute"
        else:
            if not match["number"] and not match["long"]:
                continue
            number = read_number(match["number"]) if match["number"] else 1.0
            if number is None:
                continue
            unit = match["unit"].lower()
            number += 0.5 if match["and"] or match["after"] else 0.0
            minutes = number * UNITS.get(unit, 1)
        value = f"P{plain(minutes)}D" if unit == "day" else f"PT{plain(minutes)}M"
        at, last = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
        first, approximate, bound = read_bound(text, at)
        found.append(Quantity(start=first, end=last, value=value, approximate=approximate, bound=bound))
    return found


def find_amounts(text: str, start: int, end: int) -> list[Quantity]:
    """Sums of money and percentages in a stretch of text.

    >>> [(one.value, one.unit) for one in find_amounts("about €800 billion, or 5% of GDP", 0, 32)]
    [('800000000000', 'EUR'), ('5', '%')]
    """
    found = []
    signs = load_claim_words()["money"]
    for match in MONEY.finditer(text, start, end):
        number = float(match["number"].replace(",", "")) * SCALES.get((match["scale"] or "").lower(), 1)
        first, approximate, bound = read_bound(text, match.start())
        unit = signs.get(match["sign"].upper(), match["sign"])
        found.append(
            Quantity(
                start=first,
                end=match.end(),
                value=plain(round(number, 2)),
                unit=unit,
                approximate=approximate,
                bound=bound,
            )
        )
    for match in PERCENT.finditer(text, start, end):
        first, approximate, bound = read_bound(text, match.start())
        found.append(
            Quantity(
                start=first,
                end=match.end(),
                value=plain(float(match["number"])),
                unit="%",
                approximate=approximate,
                bound=bound,
            )
        )
    return sorted(found, key=lambda one: (one.start, one.end))
