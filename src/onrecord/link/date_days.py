"""Days without a year that a dated document names too: "the offer of November 11" is of the same year in both."""

from collections.abc import Mapping, Sequence

from onrecord.link.date_bounds import AHEAD, HALF_YEAR, Bound, is_past
from onrecord.link.date_wording import Traces, find_sentence
from onrecord.link.event_groups import read_day
from onrecord.link.words import readable_text
from onrecord.linked import Local
from onrecord.records import Evidence, Time

_COMMON = 3
"""Topical words that the sentences of two documents around the same day must share."""


def find_day_bounds(mine: Traces, mates: Sequence[Traces], times: Mapping[Local, Time]) -> list[Bound]:
    """Bounds from days without a year that documents of the same cast put into one year.

    Args:
        mine: The undated document.
        mates: Documents with a narrow interval and the same cast of persons.
        times: Resolved times.

    Returns:
        One bound a day; none for a day that two documents put into different years.
    """
    doc = mine.annotated
    text = readable_text(doc.document)
    theirs = [one for other in mates for one in _find_days(other, times)]
    bounds = []
    for index, time in enumerate(doc.times):
        parameters = dict(time.parameters)
        if time.rule != "day-of-month" or not {"month", "day"} <= parameters.keys() or "years" in parameters:
            continue
        words = mine.days[index]
        named = (int(parameters["month"]), int(parameters["day"]))
        same = [one for one in theirs if one[0][1:] == named and len(one[1] & words) >= _COMMON]
        if not same or len({one[0] for one in same}) > 1:
            continue
        (year, month, day), _, evidence = same[0]
        start, _ = find_sentence(text, time.start, time.end)
        at = read_day(f"{year:04d}-{month:02d}-{day:02d}")
        ahead = time.tense == "future" and AHEAD.search(text[start : time.start])
        bounds.append(
            Bound(
                earliest=at if is_past(text, time) else at - HALF_YEAR,
                latest=at if ahead else at + HALF_YEAR,
                reason=f"another document puts this day into {year}, in a sentence of like words",
                evidence=(Evidence(document=doc.document.id, start=time.start, end=time.end), evidence),
                other=evidence.document,
            )
        )
    return bounds


def _find_days(
    other: Traces, times: Mapping[Local, Time]
) -> list[tuple[tuple[int, int, int], frozenset[str], Evidence]]:
    """The single days that a dated document names by their month, with the words of their sentences."""
    doc, found = other.annotated, []
    for index, words in other.days.items():
        row = times.get((doc.document.id, index))
        if row is None or not row.earliest or row.earliest != row.latest:
            continue
        year, month, day = (int(one) for one in row.earliest[:10].split("-"))
        found.append(((year, month, day), words, other.cite(doc.times[index].start, doc.times[index].end)))
    return found
