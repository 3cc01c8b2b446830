"""Pages that tell the same main news are of the same year, give or take one."""

from collections.abc import Sequence

from onrecord.annotations import Annotated
from onrecord.link.date_bounds import HALF_YEAR, Bound
from onrecord.link.event_groups import World, read_day
from onrecord.records import Document, Evidence, Published

SAME_NEWS = 0.45
"""Likeness of their main news from which on two pages tell the same: of 71 such pairs of a public collection none is
more than a year apart (two were more than a month: what is alike may come again)."""
APART = 365
"""Days that such pages are taken to be apart at most."""
FIRM = 31
"""Days: no wider may the interval of a document be that dates another one firmly."""
CLOSER_NEWS = 0.5
"""Likeness from which on they are taken to be of one half-year (of 49 such pairs none is more than two days apart)."""


def find_news_bounds(
    doc: Annotated, others: Sequence[tuple[Document, float]], world: World, known: tuple[int | None, int | None]
) -> list[Bound]:
    """Bounds from pages with the same main news, the most alike first.

    The wider ones are only for the ends that nothing else bounds.

    Args:
        doc: The undated document.
        others: Documents, each with the likeness of its main news.
        world: The dates known so far.
        known: The first and the last day that stronger evidence allows, as ordinals.
    """
    first, last = known
    bounds = []
    for other, alike in sorted(others, key=lambda one: (-one[1], one[0].id)):
        row = world.published[other.id]
        # What is inferred and wide may be wrong, and would spread.
        closer = alike >= CLOSER_NEWS and is_dated(row, FIRM)
        days = HALF_YEAR if closer else APART
        low = read_day(row.earliest) - days if row.earliest and (closer or first is None) else None
        high = read_day(row.latest) + days if row.latest and (closer or last is None) else None
        if alike >= SAME_NEWS and (low or high):
            bounds.append(
                Bound(
                    earliest=low,
                    latest=high,
                    reason=f"the same main news as another document: taken to be no more than {days} days apart",
                    evidence=(cite_lead(doc.document), cite_lead(other)),
                    other=other.id,
                    score=round(alike, 4),
                )
            )
    return bounds


def is_dated(row: Published, days: int) -> bool:
    """Is a day of publication known to fewer than so many days?"""
    return bool(row.earliest and row.latest) and read_day(row.latest or "") - read_day(row.earliest or "") < days


def cite_lead(document: Document) -> Evidence:
    """The headline of a document, or the first of its body."""
    zones = [zone for kind in ("headline", "body") for zone in document.zones if zone.kind == kind]
    start, end = (zones[0].start, zones[0].end) if zones else (0, len(document.text))
    return Evidence(document=document.id, start=start, end=end)
