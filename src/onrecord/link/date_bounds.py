"""What a text says of its own day of publication: past and coming dates, stamps of changes, weekdays with dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.annotations import Annotated, TimeExpression
from onrecord.link.date_past import is_past, is_run_past
from onrecord.link.date_wording import find_sentence
from onrecord.link.event_groups import read_day
from onrecord.link.words import readable_text
from onrecord.linked import Local
from onrecord.records import Document, Evidence, Time
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


AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|(?:is|are) (?:still |now |also )?"
    r"(?:due|set|scheduled|expected|planned|slated|to|meant))\b[^.;]{0,120}$"
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
        if not AHEAD.search(before) or any(span.start <= time.start < span.end for span in quoted):
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
        if not re.match(r"\d{4}", row.value) or not is_past(doc.document.text, time) or is_aside(doc.document, time):
            continue
        bounds.append(
            Bound(
                earliest=read_day(row.latest if row.latest and is_run_past(doc.document.text, time) else row.earliest),
                latest=None,
                reason=f"it tells of {row.value} as past",
                evidence=(Evidence(document=key, start=time.start, end=time.end),),
            )
        )
    return sorted(bounds, key=lambda one: (-(one.earliest or 0), one.evidence))[:1]


_COUNTER = re.compile(r"\d{1,3}\s?(?:/|of)\s?\d{1,3}\s*$")


def is_aside(document: Document, time: TimeExpression) -> bool:
    """Does a day tell nothing of the page's first: that of a note of its change, or in a gallery that is kept fresh?

    "This article was amended on 4 November 2031"; "3/34 16 November 2031 The mayor opens a bridge" under a page of May.
    """
    if any(one.start < time.end and time.start < one.end for one in document.published.evidence):
        return True
    zone = next((one for one in document.zones if one.start <= time.start < one.end), None)
    if zone is None or zone.kind != "caption":
        return False
    return bool(_COUNTER.search(document.text[max(0, zone.start - 16) : zone.start]))


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
HALF_YEAR = 183
"""Days: a date printed without its year is of the half year before or after."""
_WIDEST = 11 * 365
"""Days within which a weekday with its date can be told to be of one year."""


def find_calendar_bounds(doc: Annotated, first: int | None, last: int | None) -> list[Bound]:
    """The year of "Monday, April 10", where only one year of an interval has that day on that weekday.

    Args:
        doc: The undated document.
        first, last: The days that it can be of as other evidence has it, as ordinals.
    """
    if first is None or last is None or not 2 * HALF_YEAR < last - first < _WIDEST:
        return []
    bounds = []
    for match in _CALENDAR.finditer(readable_text(doc.document)):
        month = (match["month"] or match["month2"]).casefold()[:3]
        number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month))
        days = _find_days(_WEEKDAYS.index(match["weekday"].casefold()), number, int(match["day"] or match["day2"]))
        fitting = [one for one in days if first - HALF_YEAR <= one <= last + HALF_YEAR]
        if len(fitting) == 1:
            bounds.append(
                Bound(
                    earliest=fitting[0] - HALF_YEAR,
                    latest=fitting[0] + HALF_YEAR,
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
