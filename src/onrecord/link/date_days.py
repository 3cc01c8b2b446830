"""Days without a year that a dated document names too: "the offer of November 11" is of the same year in both."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.annotations import Annotated, TimeExpression
from onrecord.link.date_bounds import AHEAD, HALF_YEAR, Bound
from onrecord.link.date_cast import Mates
from onrecord.link.date_past import is_past
from onrecord.link.date_wording import DATES, Traces, find_sentence
from onrecord.link.event_groups import World, read_day
from onrecord.link.words import readable_text
from onrecord.linked import Local
from onrecord.records import Evidence, Time

_SEASON = 120
"""Days at most from a day told as past to one told as still to come for both to be of one season."""
_WOULD = re.compile(r"\bwould\b[^.;]{0,120}$")
_BACK = re.compile(r"\bhad\b|\bhas been\b")
_ON = re.compile(r"\b(?:on|until|by|from|for|before)\s+$", re.IGNORECASE)
_COMMON = 3
"""Topical words that the sentences of two documents around the same day must share."""
_FULL_CAST, _SAME_FIELD, _SAME_WORDS = 4, 0.35, 0.5
"""Persons and likeness, or likeness alone, from which on two documents are nearly always of one year (74 of 74 pairs of
a public collection of three and a half years; three presidents' calls of ten months show that half a year is too little
to claim): a day that both name is then taken to be the same one."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day with the words of its sentence; `printed` where it is named by its month."""

    day: tuple[int, int, int]
    words: frozenset[str]
    evidence: Evidence
    printed: bool


def find_day_bounds(mine: Traces, mates: Mates, times: Mapping[Local, Time], world: World) -> list[Bound]:
    """Bounds from days without a year that documents of the same cast put into one year.

    Args:
        mine: The undated document.
        mates: Documents with a narrow interval and the same cast of persons.
        times: Resolved times.
        world: The likeness of documents: of a day in much the same story the sentences need share no words.

    Returns:
        One bound a day; none for a day that two documents put into different years.
    """
    doc = mine.annotated
    text = readable_text(doc.document)
    close = any(is_close(mine, other, common, world) for other, common in mates)
    theirs = [one for other, _ in mates for one in _find_days(other, times)]
    bounds = []
    for index, time in enumerate(doc.times):
        parameters = dict(time.parameters)
        if time.rule != "day-of-month" or not {"month", "day"} <= parameters.keys() or "years" in parameters:
            continue
        words = mine.days[index]
        named = (int(parameters["month"]), int(parameters["day"]))
        same = [
            one
            for one in theirs
            if one.day[1:] == named and (len(one.words & words) >= _COMMON or (close and one.printed and words))
        ]
        if not same or len({one.day for one in same}) > 1:
            continue
        (year, month, day), evidence = same[0].day, same[0].evidence
        start, _ = find_sentence(text, time.start, time.end)
        at = read_day(f"{year:04d}-{month:02d}-{day:02d}")
        ahead = time.tense == "future" and AHEAD.search(text[start : time.start])
        bounds.append(
            Bound(
                earliest=at if is_past(text, time) else at - HALF_YEAR,
                latest=at if ahead else at + HALF_YEAR,
                reason=f"another document with the same cast puts this day into {year}",
                evidence=(Evidence(document=doc.document.id, start=time.start, end=time.end), evidence),
                other=evidence.document,
            )
        )
    return bounds


def is_close(mine: Traces, other: Traces, common: Sequence[str], world: World) -> bool:
    """Do two documents tell much the same story?"""
    alike = world.likeness(mine.annotated.document.id, other.annotated.document.id)
    return alike >= _SAME_WORDS or (len(common) >= _FULL_CAST and alike >= _SAME_FIELD)


def find_season_bounds(doc: Annotated, first: int | None, last: int | None) -> list[Bound]:
    """Between the last day told as past and the next one told as to come, both without a year.

    Args:
        doc: The undated document.
        first, last: The days that it can be of as other evidence has it, as ordinals; the year must follow from them.
    """
    if first is None or last is None or last - first > 4 * HALF_YEAR:
        return []
    text = readable_text(doc.document)
    yearless = [one for one in doc.times if is_yearless(one)]
    past = [one for one in yearless if is_past(text, one)]
    ahead = [one for one in yearless if is_ahead(doc, text, one)]
    both = {one.parameters for one in past} & {one.parameters for one in ahead}  # of which day it tells stays open
    past, ahead = ([one for one in each if one.parameters not in both] for each in (past, ahead))
    if not past or not ahead:
        return []
    years = range(date.fromordinal(first).year - 1, date.fromordinal(last).year + 2)
    behind = {day: one for one in past for day in _days_in(one, years)}
    found = set()
    for one in ahead:
        for stop in _days_in(one, years):
            starts = [day for day in behind if stop - _SEASON <= day <= stop]
            if starts and max(starts) <= last and stop >= first:
                found.add((max(starts), stop, one))
    spans = sorted(found, key=lambda one: (one[1] - one[0], one[0]))
    if not spans or any(start > spans[0][1] or stop < spans[0][0] for start, stop, _ in spans):
        return []  # two years fit, or two seasons
    start, stop, one = spans[0]
    evidence = tuple(
        Evidence(document=doc.document.id, start=each.start, end=each.end) for each in (behind[start], one)
    )
    return [
        Bound(
            earliest=start,
            latest=stop,
            reason="it tells of the one day as past, of the other as ahead",
            evidence=evidence,
        )
    ]


def find_side_bounds(doc: Annotated, first: int | None, last: int | None) -> list[Bound]:
    """Not before the last day told as past, nor after the next one told as to come, where one year alone fits it.

    Args:
        doc: The undated document.
        first, last: The days that it can be of as other evidence has it, as ordinals.
    """
    if first is None or last is None or last - first > 2 * HALF_YEAR:
        return []
    text = readable_text(doc.document)
    years = range(date.fromordinal(first).year - 1, date.fromordinal(last).year + 2)
    bounds = []
    for time in filter(is_yearless, doc.times):
        past, ahead = is_past(text, time), is_ahead(doc, text, time)
        if past == ahead:
            continue
        low, high = (first - HALF_YEAR, last) if past else (first, last + HALF_YEAR)
        fitting = [day for day in _days_in(time, years) if low <= day <= high]
        if len(fitting) == 1:
            bounds.append(
                Bound(
                    earliest=fitting[0] if past else None,
                    latest=None if past else fitting[0],
                    reason=f"it tells of {date.fromordinal(fitting[0])} as {'past' if past else 'still to come'}",
                    evidence=(Evidence(document=doc.document.id, start=time.start, end=time.end),),
                )
            )
    return bounds


def is_yearless(time: TimeExpression) -> bool:
    """Is it a day of a month without its year?"""
    parameters = dict(time.parameters)
    return (
        time.rule == "day-of-month"
        and {"month", "day"} <= parameters.keys()
        and not {"year", "years"} & parameters.keys()
    )


def is_ahead(doc: Annotated, text: str, time: TimeExpression) -> bool:
    """Is a day told as still to come, in no quotation? A "would" counts where nothing else dates its sentence."""
    if time.tense != "future" or not _ON.search(text[max(0, time.start - 20) : time.start]):
        return False
    if any(
        span.start <= time.start < span.end for one in doc.statements if one.kind != "indirect" for span in one.content
    ):
        return False
    start, end = find_sentence(text, time.start, time.end)
    before = text[start : time.start]
    if AHEAD.search(before):
        return True
    alone = not any(start <= one.start < end and one is not time for one in doc.times)
    return alone and bool(_WOULD.search(before)) and not _BACK.search(text[start:end])


def _days_in(time: TimeExpression, years: range) -> list[int]:
    parameters = dict(time.parameters)
    found = []
    for year in years:
        try:
            found.append(date(year, int(parameters["month"]), int(parameters["day"])).toordinal())
        except ValueError:
            continue  # 29 February
    return found


def _find_days(other: Traces, times: Mapping[Local, Time]) -> list[_Day]:
    """The single days that a dated document tells of."""
    doc, found = other.annotated, []
    for index, words in other.days.items():
        row = times.get((doc.document.id, index))
        if row is None or not row.earliest or row.earliest != row.latest:
            continue
        year, month, day = (int(one) for one in row.earliest[:10].split("-"))
        evidence = other.cite(doc.times[index].start, doc.times[index].end)
        printed = bool(words) and doc.times[index].rule in DATES
        found.append(_Day((year, month, day), words, evidence, printed=printed))
    return found
