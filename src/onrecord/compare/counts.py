"""Two numbers in one sentence frame: "34 sailors were detained in the raid" against "28 sailors were detained …".

The same predicate, the same thing counted, the same circumstances, two voices, one day: then two numbers that no
rounding and no "at least" brings together are a dispute even where no event mention carries them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.ground import FAR, gap, known
from onrecord.compare.postings import find_pairs
from onrecord.compare.ranges import read_range
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.said import plain
from onrecord.compare.words import SPELLED, load_tables, read_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SPELLED = "|".join(sorted(SPELLED, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<sign>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?|{_SPELLED})(?![\w-])"
    r"(?:\s(?P<scale>thousand|million|billion|trillion|percent|per cent))?(?P<percent>\s?%)?"
    r"\s*(?P<noun>(?:[a-z’'-]+\s?){0,2})",
    re.IGNORECASE,
)
_DATED = re.compile(rf"{_MONTH}\s+$|\b(?:in|since|of)\s+(?=(?:19|20)\d\d\b)", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][\w’'-]*\s+(?:of\s+)?$")
_TRAILING = re.compile(r"(?:\s(?:were|was|had|have|has|are|is|from|in|of|at|by|on|to|and|as|who|the))+$", re.I)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
PLURALS = frozenset({"people", "men", "women", "children", "police", "dead", "wounded"})
TIMED = frozenset(stem(word) for word in ("minute", "hour", "day", "week", "month", "year", "second"))
WINDOW = 2
ALIKE = 0.6
SCALE = 50
"""How many times the other a figure may be: the dead of a year are none of one day's."""
HEDGED = 1.5
"""How far apart a hedged and a plain figure must be: "at least five" grows to seven within the hour."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a clause: its value, what is counted, how loosely, and what it is true of."""

    value: float
    unit: str
    noun: frozenset[str]
    loose: bool
    printed: str
    digits: str = ""
    low: float = 0.0
    high: float = 0.0


def find_count_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of numbers between clauses that are otherwise the same."""
    counted = [
        (one, count)
        for one in said
        if one.statement and not one.assertion.negated
        for count in [read_count(ground, one)]
        if count
    ]
    # The same clause but for the number has the same verb, and the same thing or unit counted.
    keys = ([(plain(one.assertion.predicate), count.unit or count.noun)] for one, count in counted)
    for n, m in find_pairs(keys):
        (a, first), (b, second) = counted[n], counted[m]
        if first.noun & TIMED or not differ(first, second) or not same_frame(ground, a, b, first, second):
            continue
        (low, x), (high, y) = sorted([(a, first), (b, second)], key=lambda pair: (pair[1].value, pair[0].document))
        yield Rift(
            about=low.statement or low.voice,
            kind="value",
            facet="amount" if first.unit else "count",
            party=" ".join(sorted(first.noun)),
            sides=(
                Voice(x.printed, low.voice, low.statement or low.voice, low.evidence, low.when),
                Voice(y.printed, high.voice, high.statement or high.voice, high.evidence, high.when),
            ),
            reasons=(f"{ground.name(low.voice)} says {x.printed}, {ground.name(high.voice)} says {y.printed}.",),
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
        if _NAMED.search(before) and match["number"][0].isupper():
            continue  # "Terminal Two", "the Group of Seven"
        number = match["number"].lower().rstrip(",")
        value = float(SPELLED[number]) if number in SPELLED else float(number.replace(",", ""))
        if number == "one":
            continue
        scale = (match["scale"] or "").lower()
        value *= _SCALES.get(scale, 1.0)
        low, high, loose = read_range(text, match.start(), value)
        unit = match["sign"] or ("%" if match["percent"] or scale.startswith("per") else "")
        found.append(
            Count(
                value=value,
                unit=unit,
                noun=counted_noun(match["noun"] or ""),
                loose=loose,
                printed=_TRAILING.sub("", match.group().strip()),
                digits=match["number"].rstrip(","),
                low=low,
                high=high,
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
    return apart(a, b)


def apart(a: Count, b: Count) -> bool:
    """Can the two figures not both be so, hedges and rounding allowed for, and may both be of one thing?"""
    low, high = sorted((a.value, b.value))
    if low and high > SCALE * low:
        return False
    if a.high >= b.low and b.high >= a.low:
        return False
    return not (a.loose or b.loose) or high >= HEDGED * low


def is_vague(ground: Ground, one: Said) -> bool:
    """ "Officials" without a name may be the very body that the other text names."""
    words = set(ground.name(one.voice).casefold().removeprefix("the ").split())
    return words <= load_tables().tally_words["vague"]


def is_update(ground: Ground, a: Said, b: Said, first: Count, second: Count) -> bool:
    """Is the larger figure printed on a later day? Tolls rise, offers are raised."""
    left, right = ground.published(a.document).latest, ground.published(b.document).latest
    if not left or not right or left[:10] == right[:10]:
        return False
    return (left < right) == (first.value < second.value)


def same_frame(ground: Ground, a: Said, b: Said, first: Count, second: Count) -> bool:
    """The same clause but for the number, by two voices of two sides within two days."""
    if (
        a.side == b.side
        or plain(a.assertion.predicate) != plain(b.assertion.predicate)
        or (first.noun != second.noun and not first.unit)
    ):
        return False
    if gap(ground.days(a.evidence), ground.days(b.evidence)) not in (0, FAR):
        return False  # of two days
    if is_vague(ground, a) or is_vague(ground, b) or is_update(ground, a, b, first, second):
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
