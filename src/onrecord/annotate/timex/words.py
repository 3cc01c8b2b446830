"""The words of time expressions: their lists, what they are worth, and the pattern pieces made of them.

In patterns `<<NAME>>` stands for a piece and a single blank for any white space; `compile_pattern` fills them in.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Number = int | float | str
"""A count; "X" where it is vague ("several")."""


@cache
def load_words() -> dict[str, Any]:
    """Read `vocab/times.toml` once."""
    return tomllib.loads(files("onrecord.vocab").joinpath("times.toml").read_text(encoding="utf-8"))


def _alternatives(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


@dataclass(frozen=True, slots=True)
class Values:
    """Number words and their values."""

    ones: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]


@cache
def load_values() -> Values:
    """Number words and their values, from the lists."""
    words = load_words()
    return Values(
        ones={word: index for index, word in enumerate(words["ones"])},
        tens={word: 10 * index for index, word in enumerate(words["tens"], 2)},
        ordinals={word: index for index, word in enumerate(words["ordinals"], 1)},
    )


@cache
def load_pieces() -> dict[str, str]:
    """The named pieces of the patterns."""
    words = load_words()
    months = _alternatives(word.capitalize() for word in words["months"])
    short_months = _alternatives(words["month_short"])
    tens, ones = _alternatives(words["tens"]), _alternatives(words["ones"])
    digits = _alternatives(words["ones"][1:10])
    weekdays = _alternatives(word.capitalize() for word in words["weekdays"])
    small = f"(?i:(?:{tens}(?:[- ]{digits})?|{ones})(?: hundred| thousand)?)"
    modifiers = _alternatives(
        word
        for kind in ("APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS")
        for word in words["modifiers"][kind]
        if word != "or so"
    )
    seasons, parts = _alternatives(words["seasons"]), _alternatives(words["parts"])
    zones = _alternatives(words["zones"])
    clock_words = _alternatives(words["ones"][1:13])
    relative_year = "(?i:last year|this year|next year)"
    return {
        "MON": rf"(?:{months}|{short_months}\b\.?)",
        "DOW": rf"(?:{weekdays}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)",
        "NUM": (
            r"(?:\d{1,4} \d/\d|\d{1,7}(?:[.,]\d{1,6}){0,3}(?:\s+(?:hundred|thousand|million|billion))?|"
            + small
            + r"|(?i:(?:a )?(?:couple(?: of)?|few|dozen|half(?: a| an)?|hundred)|several|many|an?|one-half))"
        ),
        "U": r"(?i:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?"
        r"|decades?|century|centuries)",
        "MODIFIER": rf"(?i:(?:(?:{modifiers}|another)\s+)*)",
        "ORD": r"(?:\d+(?:st|nd|rd|th)|(?i:(?:twenty|thirty)-)?(?i:" + "|".join(words["ordinals"]) + r"))",
        "YEAR": r"(?:1[5-9]\d\d|20\d\d)",
        "SPOKEN": rf"(?i:(?:nineteen|eighteen) (?:hundred|{tens}(?:[- ]{digits})?|oh[- ]\w+)"
        rf"|two thousand(?: (?:and )?{ones})?)",
        "EARLY": r"(?:(?i:the\s+)?(?i:early|late|mid|earlier|later|middle|very late)[\s-]+(?i:in\s+)?|(?i:the\s+)?"
        r"(?i:(?:very\s+)?(?:start|beginning|end|middle|first half|second half|last half|latter half|rest|close"
        r"|turn))\s+of\s+)?",
        "DAYNUM": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?",
        "REL": r"(?i:last|this past|this coming|this|next|the coming|coming|the past|past|the previous|previous"
        r"|the following|the next|the last|the current|current|the same|that same|that)",
        "CLOCK": r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s*(?i:[ap]\.?m\b\.?)|(?:[01]?\d|2[0-3]):[0-5]\d"
        r"|(?<![Hh]igh\s)(?i:noon|midnight|midday)|\d{4} GMT|(?:\d+|\w+) o['’]clock"
        rf"|(?:1[0-2]|[1-9]|{clock_words}) (?i:in the (?:morning|afternoon|evening)))(?:\s+(?:\((?:"
        + zones
        + r")\)|(?:"
        + zones
        + r")\b))?",
        "SEASON": f"(?i:{seasons})",
        "PART": f"(?i:{parts})",
        "YEARWORD": relative_year,
        "HOLIDAY": "(?i:" + _alternatives(words["holidays"]).replace("'", "['’]") + ")",
        "DECADE": f"(?i:{_alternatives(words['decades'])})",
    }


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Fill in the pieces, let any white space stand for a blank, and hold the whole to word borders."""
    pieces = load_pieces()
    filled = re.sub(r"<<(\w+)>>", lambda match: pieces[match[1]], pattern)
    return re.compile(r"(?<![\w$£€.])(?:" + filled.replace(" ", r"\s+") + r")(?!\w|[.,]\d)")


def read_number(text: str) -> Number:
    """The value of a number in words or digits, "X" where it is vague.

    >>> read_number("twenty-five"), read_number("1,200"), read_number("a few")
    (25, 1200, 'X')
    """
    text = re.sub(r"\s+", " ", text.lower().replace(",", "").strip())
    if match := re.fullmatch(r"(\d+) (\d)/([1-9])", text):
        return int(match[1]) + int(match[2]) / int(match[3])
    if match := re.match(r"\d+(?:\.\d+)?", text):
        scale = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}.get(text.split()[-1], 1)
        value = float(match[0]) * scale
        return int(value) if value == int(value) else value
    if any(word in text for word in load_words()["vague"]):
        return "X"
    for word, fixed in (("couple", 2), ("dozen", 12), ("half", 0.5)):
        if word in text:
            return fixed
    return _read_words(text)


def _read_words(text: str) -> int:
    values = load_values()
    total = part = 0
    for word in re.split(r"[\s-]+", text):
        if word == "hundred":
            part = (part or 1) * 100
        elif word == "thousand":
            total, part = (part or 1) * 1000, 0
        elif word in ("a", "an"):
            part += 1
        else:
            part += values.ones.get(word) or values.tens.get(word, 0)
    return total + part


def read_ordinal(text: str) -> int:
    """The value of an ordinal in words or digits.

    >>> read_ordinal("twenty-first"), read_ordinal("4th")
    (21, 4)
    """
    if match := re.match(r"\d+", text):
        return int(match[0])
    values = load_values()
    tens, _, rest = text.lower().rpartition("-")
    return values.tens.get(tens, 0) + values.ordinals[rest]


def read_year(text: str) -> int:
    """The year in four digits, in two after an apostrophe, or spelled out."""
    text = text.lower().strip()
    if match := re.search(r"\d{4}", text):
        return int(match[0])
    if match := re.search(r"['’](\d\d)", text):
        return 1900 + int(match[1]) + (100 if int(match[1]) < 40 else 0)
    words = re.split(r"[\s-]+", text)
    if words[0] == "two":
        return 2000 + (load_values().ones.get(words[-1], 0) if len(words) > 2 else 0)
    rest = 0 if words[1] == "hundred" else _read_words(" ".join(words[1:]).replace("oh ", ""))
    return {"nineteen": 1900, "eighteen": 1800}[words[0]] + rest


def count_years(words: str | None) -> int | None:
    """How many years "last year", "this year" or "next year" is away; None for other words.

    >>> count_years("last year"), count_years("1990")
    (-1, None)
    """
    return {"last": -1, "this": 0, "next": 1}[words[:4].lower()] if words and "year" in words.lower() else None


def read_unit(text: str) -> str:
    """The letter of a unit ("weeks": W)."""
    units: dict[str, str] = load_words()["units"]
    return units[text.lower().rstrip("s")]


def read_month(text: str) -> int:
    """The number of a month, in full or short."""
    return [month[:3] for month in load_words()["months"]].index(text[:3].lower()) + 1


def read_weekday(text: str) -> int:
    """The number of a weekday, Monday being 1."""
    return [day[:3] for day in load_words()["weekdays"]].index(text[:3].lower()) + 1


def spell_period(count: Number, unit: str) -> str:
    """A TIMEX3 duration.

    >>> spell_period(1.5, "TH"), spell_period("X", "D"), spell_period(2, "W2")
    ('PT1H30M', 'PXD', 'P4W')
    """
    if not isinstance(count, str):
        if unit in ("DE", "CE", "Q", "W2"):
            factor, unit = {"DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M"), "W2": (2, "W")}[unit]
            count *= factor
        if unit == "Y" and count % 1 == 0.5:
            return f"P{int(count)}Y6M".replace("P0Y", "P")
        if unit in ("TH", "TM") and count % 1 == 0.5:
            whole, smaller = ("H", "M") if unit == "TH" else ("M", "S")
            return f"PT{int(count)}{whole}30{smaller}".replace(f"T0{whole}", "T")
        count = int(count) if count == int(count) else count
    unit = {"W2": "W"}.get(unit, unit)
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


@cache
def _modifier_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = [(word, kind) for kind, words in load_words()["modifiers"].items() for word in words]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((kind, re.compile(rf"\b{word}\b".replace(" ", r"\s+"), re.IGNORECASE)) for word, kind in pairs)


def find_modifier(text: str) -> str | None:
    """TIMEX3 `mod` of the words around a number or before a period.

    >>> find_modifier("no more than"), find_modifier("late")
    ('EQUAL_OR_LESS', 'END')
    """
    if not text:
        return None
    return next((kind for kind, pattern in _modifier_patterns() if pattern.search(text)), None)
