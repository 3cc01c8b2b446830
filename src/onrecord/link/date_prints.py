"""What is set into a page and bears a date: posts with their signature, photographs, an agency's copyright line."""

import re
from collections.abc import Mapping
from datetime import date

from onrecord.annotations import Annotated, LocalStatement
from onrecord.link.date_bounds import Bound
from onrecord.link.date_wording import Traces
from onrecord.link.event_groups import read_day
from onrecord.link.words import find_words
from onrecord.linked import Local
from onrecord.records import Evidence, Time
from onrecord.timex import find_days

_THIS = re.compile(r"\bin this\s+$", re.IGNORECASE)
_PHOTO = re.compile(r",?\s+(?:file\s+)?(?:photo|photograph|image|picture|frame)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\bCopyright\s+(?:©\s*|\(c\)\s*)?(?P<year>(?:19|20)\d\d)\s+[^.\n]{2,60}\.\s+All rights reserved\.\s+"
    r"This (?:material|article|content|report|story) may not be\b",
    re.IGNORECASE,
)
"""An article's own line; the foot of a site bears the year of the visit or of nobody's care."""

_QUOTED = re.compile(r"[“\"‘']([^“”\"‘]{3,}?)[”\"’'](?!\w)")
_ENOUGH = 3
"""Quoted words that a report must share with a post to be of it."""


def find_print_bounds(mine: Traces, times: Mapping[Local, Time]) -> list[Bound]:
    """Bounds from what is set into a page.

    Args:
        mine: The undated document.
        times: Resolved times.

    Returns:
        For each post the day from which on the page can be, closer where the page also tells of the post by a
        weekday; then photographs, from their day on; then the year of a copyright line.
    """
    return [*_find_post_bounds(mine, times), *_find_photo_bounds(mine.annotated), *_find_rights_bounds(mine.annotated)]


def _find_post_bounds(mine: Traces, times: Mapping[Local, Time]) -> list[Bound]:
    """Bounds from posts: "said Thursday" beside the post of December 28, 2017, which was a Thursday."""
    doc, bounds = mine.annotated, []
    for post in doc.statements:
        row = times.get((doc.document.id, post.said)) if post.origin == "post" and post.said is not None else None
        if row is None or not row.earliest or row.earliest != row.latest:
            continue
        cite = mine.cite(row.start, row.end)
        reason = f"a post of {row.value} is set into it"
        bounds.append(Bound(earliest=read_day(row.earliest), latest=None, reason=reason, evidence=(cite,)))
        for report in doc.statements:
            if report.said is None or not _is_of(doc, report, post) or doc.times[report.said].rule != "weekday":
                continue
            feasible, time = mine.find_feasible(report.said, row), doc.times[report.said]
            if feasible is not None:
                told = f"it tells of a post of {row.value} by the weekday"
                evidence = (mine.cite(time.start, time.end), cite)
                bounds.append(Bound(earliest=feasible[0], latest=feasible[1], reason=told, evidence=evidence))
    return bounds


def _is_of(doc: Annotated, report: LocalStatement, post: LocalStatement) -> bool:
    """Does the text report a post's words, as the same speaker's, in a sentence of its own?"""
    if report.origin == "post" or report.source.actor is None or report.source.actor != post.source.actor:
        return False
    text = doc.document.text
    words = " ".join(find_words(text[post.content[0].start : post.content[-1].end]))
    pieces = _QUOTED.findall(" ".join(text[span.start : span.end] for span in report.content))
    quoted = [" ".join(find_words(one)) for one in pieces]
    return sum(len(one.split()) for one in quoted) >= _ENOUGH and all(one in words for one in quoted)


def _find_photo_bounds(doc: Annotated) -> list[Bound]:
    """Lower bounds from "In this Friday, Dec. 29, 2017, file photo"."""
    text, bounds = doc.document.text, []
    for time in doc.times:
        days = find_days(time.value or "") if time.rule == "absolute" else None
        if days is None or not _THIS.search(text, max(0, time.start - 12), time.start):
            continue
        if _PHOTO.match(text, time.end):
            cite = Evidence(document=doc.document.id, start=time.start, end=time.end)
            reason = f"it shows a picture of {time.value}"
            bounds.append(Bound(earliest=days[0].toordinal(), latest=None, reason=reason, evidence=(cite,)))
    return sorted(bounds, key=lambda one: (-(one.earliest or 0), one.evidence))[:1]


def _find_rights_bounds(doc: Annotated) -> list[Bound]:
    """The year of an article's copyright line, where there is but one."""
    found = list(_RIGHTS.finditer(doc.document.text))
    if len({match["year"] for match in found}) != 1:
        return []
    year = int(found[0]["year"])
    cite = Evidence(document=doc.document.id, start=found[0].start("year"), end=found[0].end("year"))
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return [Bound(earliest=first, latest=last, reason=f"its copyright line is of {year}", evidence=(cite,))]
