"""Two numbers in one sentence frame: "34 sailors were detained in the raid" against "28 sailors were detained …".

The same predicate, the same thing counted, the same circumstances, two voices, one day: then two numbers that no
rounding and no "at least" brings together are a dispute even where no event mention carries them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.denials import plain
from onrecord.compare.ground import gap, known
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import SPELLED, read_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.denials import Said
    from onrecord.compare.ground import Ground

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SPELLED = "|".join(sorted(SPELLED, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<sign>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?|{_SPELLED})(?![\w-])"
    r"(?:\s(?P<scale>thousand|million|billion|trillion|percent|per cent))?(?P<percent>\s?%)?"
    r"\s*(?P<noun>(?:[a-z’'-]+\s?){0,2})",
    re.IGNORECASE,
)
_DATED = re.compile(rf"{_MONTH}\s+$|\b(?:in|since|of)\s+(?=(?:19|20)\d\d\b)", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:at least|more than|over|up to|no more than|less than|fewer than|as many as|about|some|around|nearly|almost|"
    r"roughly|approximately|an estimated|close to|dozens|scores)\s+$",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
PLURALS = frozenset({"people", "men", "women", "children", "police", "dead", "wounded"})
TIMED = frozenset(stem(word) for word in ("minute", "hour", "day", "week", "month", "year", "second"))
WINDOW = 2
ALIKE = 0.6
EXACT, LOOSE = 0.03, 0.2


@dataclass(frozen=True, slots=True)
class Count:
    """The one number of a clause: its value, what is counted, how loosely."""

    value: float
    unit: str
    noun: frozenset[str]
    loose: bool
    printed: str
    digits: str = ""


def find_count_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of numbers between clauses that are otherwise the same."""
    counted = [
        (one, count)
        for one in said
        if one.statement and not one.assertion.negated
        for count in [read_count(ground, one)]
        if count
    ]
    for n, (a, first) in enumerate(counted):
        for b, second in counted[n + 1 :]:
            if not first.noun & TIMED and differ(first, second) and same_frame(ground, a, b, first, second):
                (low, x), (high, y) = sorted(
                    [(a, first), (b, second)], key=lambda pair: (pair[1].value, pair[0].document)
                )
                yield Rift(
                    about=low.statement or low.voice,
                    kind="value",
                    facet="amount" if first.unit else "count",
                    party=" ".join(sorted(first.noun)),
                    sides=(
                        Voice(x.printed, low.voice, low.statement or low.voice, low.evidence, low.when),
                        Voice(y.printed, high.voice, high.statement or high.voice, high.evidence, high.when),
                    ),
                    reasons=(
                        f"{ground.name(low.voice)} says {x.printed}, {ground.name(high.voice)} says {y.printed}.",
                    ),
                )


def read_count(ground: Ground, said: Said) -> Count | None:
    """The number of a clause, None where it has none or several."""
    found = find_counts(ground.text(said.evidence))
    return found[0] if len(found) == 1 else None


def find_counts(text: str) -> list[Count]:
    """The numbers of a text that count something: no dates, no "one"."""
    found = []
    for match in _COUNT.finditer(text):
        before = text[: match.start()]
        if _DATED.search(before) or re.match(rf"\s*{_MONTH}", text[match.end("number") :]):
            continue
        number = match["number"].lower().rstrip(",")
        value = float(SPELLED[number]) if number in SPELLED else float(number.replace(",", ""))
        if number == "one":
            continue
        scale = (match["scale"] or "").lower()
        unit = match["sign"] or ("%" if match["percent"] or scale.startswith("per") else "")
        found.append(
            Count(
                value=value * _SCALES.get(scale, 1.0),
                unit=unit,
                noun=counted_noun(match["noun"] or ""),
                loose=bool(_LOOSE.search(before)),
                printed=match.group().strip(),
                digits=match["number"].rstrip(","),
            )
        )
    return found


def counted_noun(text: str) -> frozenset[str]:
    """What is counted: the first word if it is a plural, else two ("wounded soldiers")."""
    words = text.split()
    if words and (words[0].endswith("s") or words[0] in PLURALS):
        words = words[:1]
    return read_words(" ".join(words)).content


def differ(a: Count, b: Count) -> bool:
    """Do two counts of one thing part by more than rounding and their hedges allow?"""
    if a.unit != b.unit or not (a.noun & b.noun or (a.unit and not (a.noun and b.noun))):
        return False
    if a.loose or b.loose:
        loose = max(a.value, b.value) * LOOSE
        return abs(a.value - b.value) > loose and not (a.loose and b.loose) and a.value > 0 and not one_sided(a, b)
    return abs(a.value - b.value) > EXACT * max(a.value, b.value)


def one_sided(a: Count, b: Count) -> bool:
    """ "at least five" and "seven" can both be so: a hedged count is not held against an exact one beside it."""
    return a.loose != b.loose and max(a.value, b.value) <= 2 * min(a.value, b.value)


def same_frame(ground: Ground, a: Said, b: Said, first: Count, second: Count) -> bool:
    """The same clause but for the number, by two voices of two sides within two days."""
    if (
        a.side == b.side
        or plain(a.assertion.predicate) != plain(b.assertion.predicate)
        or (first.noun != second.noun and not first.unit)
    ):
        return False
    if known(a.when) and known(b.when):
        days = gap(a.when, b.when)
        rising = (a.when.latest or "") != (b.when.latest or "") and days > 0
        if days > WINDOW or rising:
            return False
    elif a.document != b.document:
        return False
    mine, other = ({ground.name(one).casefold() for one in each.parties} for each in (a, b))
    if (mine - other) and (other - mine):
        return False
    left = {word for word in a.words if not word[0].isdigit()} - first.noun
    right = {word for word in b.words if not word[0].isdigit()} - second.noun
    joined = left | right
    if first.unit and left != right:
        return False  # profit and revenue are two things
    return bool(left & right) and len(left & right) >= ALIKE * len(joined)
