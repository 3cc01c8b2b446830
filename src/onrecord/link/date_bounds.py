"""What a text says of its own day of publication: past and coming dates, stamps of changes, counted years."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.annotations import Annotated, TimeExpression
from onrecord.link.date_wording import find_sentence
from onrecord.link.event_groups import read_day
from onrecord.link.words import readable_text
from onrecord.linked import Local
from onrecord.records import Evidence, Published, Time
from onrecord.timex import find_days

_MONTH = 31
"""Days: a coarser date ahead ("will be ready in 2035") bounds nothing of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What one piece of evidence allows; ordinals, None is open. Weak bounds give way to strong ones."""

    earliest: int | None
    latest: int | None
    reason: str
    evidence: tuple[Evidence, ...]
    other: str = ""
    score: float = 1.0


def find_said_bounds(doc: Annotated) -> list[Bound]:
    """What a page says of its own date without naming it: the stamp of a change, later than which it cannot be."""
    said = doc.document.published
    if not (said.earliest or said.latest) or (said.earliest and said.latest):
        return []
    return [
        Bound(
            earliest=read_day(said.earliest) if said.earliest else None,
            latest=read_day(said.latest) if said.latest else None,
            reason="the page says when it was changed",
            evidence=said.evidence,
        )
    ]


_AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|(?:is|are) (?:due|set|scheduled|expected|planned|slated|to|meant))\b[^.;]{0,120}$"
)
_ON = re.compile(r"\b(?:on|in|until|by|from|for)\s+$", re.IGNORECASE)


def find_ahead_bounds(doc: Annotated) -> list[Bound]:
    """An upper bound from a full date that the article's own words put ahead: "will meet on 12 June 2031"."""
    text = readable_text(doc.document)
    quoted = [span for one in doc.statements if one.kind != "indirect" for span in one.content]
    bounds = []
    for time in doc.times:
        days = find_days(time.value or "") if time.rule == "absolute" and time.type in ("DATE", "TIME") else None
        start, _ = find_sentence(text, time.start, time.end)
        before = text[start : time.start]
        if days is None or (days[1] - days[0]).days > _MONTH or time.tense != "future" or not _ON.search(before):
            continue
        if not _AHEAD.search(before) or any(span.start <= time.start < span.end for span in quoted):
            continue
        bounds.append(
            Bound(
                earliest=None,
                latest=days[1].toordinal(),
                reason=f"it tells of {time.value} as still to come",
                evidence=(Evidence(document=doc.document.id, start=time.start, end=time.end),),
            )
        )
    return sorted(bounds, key=lambda one: (one.latest or 0, one.evidence))[:1]


def find_own_bounds(doc: Annotated, times: Mapping[Local, Time]) -> list[Bound]:
    """Lower bounds from a document's own absolute dates with a year that are told as past."""
    key = doc.document.id
    bounds = []
    for index, time in enumerate(doc.times):
        row = times.get((key, index))
        if row is None or time.rule != "absolute" or time.type not in ("DATE", "TIME") or not row.earliest:
            continue
        if not re.match(r"\d{4}", row.value) or not _is_past(doc.document.text, time):
            continue
        bounds.append(
            Bound(
                earliest=read_day(row.earliest),
                latest=None,
                reason=f"it tells of {row.value} as past",
                evidence=(Evidence(document=key, start=time.start, end=time.end),),
            )
        )
    return sorted(bounds, key=lambda one: (-(one.earliest or 0), one.evidence))[:1]


_SINCE = re.compile(r"\b(?:since|back in)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|on|during|since)\s+(?:(?:early|late|mid)[\s-])?$", re.IGNORECASE)


def _is_past(text: str, time: TimeExpression) -> bool:
    """Is a time told as past: by the tense of its clause, or by a word that only the past takes ("since 2015")?"""
    before = text[max(0, time.start - 20) : time.start]
    if time.tense == "past":
        # "The 2012 candidates" and "savings from 2013 to 2022" stand in past clauses and are not past.
        return bool(_WHEN.search(before))
    return time.tense != "future" and bool(_SINCE.search(before))


_COUNTED = re.compile(
    r"\b(?:in|into|entering|entered|enters)\s+(?:its|the|their)\s+(\w+)\s+(year|month|week|day)\b", re.I
)
_COUNTS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_UNITS = {"year": 366, "month": 31, "week": 7, "day": 1}


def find_counted(doc: Annotated) -> list[tuple[int, str, frozenset[str], int, int]]:
    """ "The war, now in its fourth year": count, unit, the names printed before it, and where it stands."""
    text = readable_text(doc.document)
    found = []
    for match in _COUNTED.finditer(text):
        word = match.group(1).casefold()
        number = _COUNTS.index(word) + 1 if word in _COUNTS else int(re.sub(r"\D", "", word) or 0)
        before = re.findall(r"[A-Z][a-z]+", text[max(0, match.start() - 160) : match.start()])
        if number:
            names = frozenset(one.casefold() for one in before)
            found.append((number, match.group(2).casefold(), names, match.start(), match.end()))
    return found


def find_counted_bounds(doc: Annotated, dated: Sequence[Annotated], published: Mapping[str, Published]) -> list[Bound]:
    """If a war was in its fourth year then, and in its third here, the two are no more than two years apart."""
    bounds = []
    for number, unit, names, start, end in find_counted(doc):
        for other in dated:
            row = published[other.document.id]
            for their_number, their_unit, their_names, first, last in find_counted(other):
                if unit != their_unit or not names & their_names or not row.earliest or not row.latest:
                    continue
                days = _UNITS[unit]
                bounds.append(
                    Bound(
                        earliest=read_day(row.earliest) + (number - their_number - 1) * days,
                        latest=read_day(row.latest) + (number - their_number + 1) * days,
                        reason=f"both count the {unit}s of the same thing: {number} here, {their_number} there",
                        evidence=(
                            Evidence(document=doc.document.id, start=start, end=end),
                            Evidence(document=other.document.id, start=first, end=last),
                        ),
                        other=other.document.id,
                    )
                )
    return bounds


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NO_YEAR = r"(?!\d)(?:st|nd|rd|th)?(?!,?\s+\d{4}|\s+(?:of\s+)?[A-Z])"
_SHORT = "|".join(one if len(one) < 5 else f"{one}|{one[:3]}" for one in _MONTHS)
_CALENDAR = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(_MONTHS)})\b(?!,?\s+\d{{4}})"
    rf"|(?P<month2>{_SHORT})\.?\s+(?P<day2>\d{{1,2}}){_NO_YEAR})",
    re.IGNORECASE,
)
_HALF_YEAR = 183
"""Days: a date printed without its year is of the half year before or after."""
_WIDEST = 11 * 365
"""Days within which a weekday with its date can be told to be of one year."""


def find_calendar_bounds(doc: Annotated, first: int | None, last: int | None) -> list[Bound]:
    """The year of "Monday, April 10", where only one year of an interval has that day on that weekday.

    Args:
        doc: The undated document.
        first, last: The days that it can be of as other evidence has it, as ordinals.
    """
    if first is None or last is None or not 2 * _HALF_YEAR < last - first < _WIDEST:
        return []
    bounds = []
    for match in _CALENDAR.finditer(readable_text(doc.document)):
        month = (match["month"] or match["month2"]).casefold()[:3]
        number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month))
        days = _find_days(_WEEKDAYS.index(match["weekday"].casefold()), number, int(match["day"] or match["day2"]))
        fitting = [one for one in days if first - _HALF_YEAR <= one <= last + _HALF_YEAR]
        if len(fitting) == 1:
            bounds.append(
                Bound(
                    earliest=fitting[0] - _HALF_YEAR,
                    latest=fitting[0] + _HALF_YEAR,
                    reason=f"{match.group()} was in {date.fromordinal(fitting[0]).year} alone of these years",
                    evidence=(Evidence(document=doc.document.id, start=match.start(), end=match.end()),),
                )
            )
    return bounds


def _find_days(weekday: int, month: int, day: int) -> list[int]:
    """Every day of the modern calendar that falls on a weekday, a month and a day of it; none for 31 April."""
    found = []
    for year in range(1900, 2200):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if one.weekday() == weekday:
            found.append(one.toordinal())
    return found
