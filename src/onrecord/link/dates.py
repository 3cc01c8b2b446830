"""Publication dates of undated documents, as intervals with their evidence, never as a guess.

What a document states of itself is fixed. For the others each piece of evidence bounds the interval: absolute dates
told as past, events and quotations shared with dated documents, counted years ("in its fourth year"), and, weakest,
the same cast of persons. Evidence that clashes with stronger evidence is left out.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from onrecord.chronology import build_when
from onrecord.link.date_anchors import Anchor, find_event_anchors, spell_day
from onrecord.link.date_bounds import (
    Bound,
    find_ahead_bounds,
    find_calendar_bounds,
    find_own_bounds,
    find_said_bounds,
)
from onrecord.link.date_cast import find_age_bounds, find_cast_bounds, find_mates
from onrecord.link.date_counts import find_counted_bounds
from onrecord.link.date_days import find_day_bounds, find_season_bounds, find_side_bounds
from onrecord.link.date_news import FIRM, find_news_bounds, is_dated
from onrecord.link.date_prints import find_print_bounds
from onrecord.link.date_terms import find_term_bounds
from onrecord.link.date_wording import Traces, find_text_anchors, find_verbatim_anchors
from onrecord.link.event_groups import Group, World
from onrecord.link.event_prints import Prints
from onrecord.linked import Local
from onrecord.memo import digest
from onrecord.records import Link, Published, Time

ENOUGH = 5.0
"""Weight of anchors and likeness at which two documents are taken to tell of the same things."""

MARGIN = 1.5
"""How much the best dated document must outweigh one that says otherwise."""

_DATED = 7
"""Days: no wider may the interval of a document be that dates another one closely."""


def join_anchors(anchors: Sequence[Anchor]) -> tuple[list[Anchor], int | None, int | None]:
    """The heaviest anchors, one for each subject, that some day of publication satisfies together."""
    chosen: list[Anchor] = []
    first: int | None = None
    last: int | None = None
    subjects = set()
    for one in sorted(anchors, key=lambda one: (-one.weight, one.subject, one.evidence)):
        low = one.earliest if first is None else first if one.earliest is None else max(first, one.earliest)
        high = one.latest if last is None else last if one.latest is None else min(last, one.latest)
        if one.subject in subjects or (low is not None and high is not None and low > high):
            continue
        subjects.add(one.subject)
        chosen.append(one)
        first, last = low, high
    return chosen, first, last


def find_shared_bounds(
    mine: Traces,
    dated: Sequence[Traces],
    groups: Mapping[str, Sequence[Group]],
    times: Mapping[Local, Time],
    world: World,
    prints: Prints,
) -> list[Bound]:
    """Bounds from what a document shares with each of the dated documents, the weightiest first."""
    own = mine.annotated.document.id
    bounds = []
    for other in dated:
        theirs = other.annotated.document.id
        find = partial(find_shared_bound, mine, other, (groups[own], groups[theirs]), times, world)
        told = digest(prints.print_telling(own, groups[own]), prints.print_telling(theirs, groups[theirs]))
        bounds.append(world.memo.recall("pair of documents to date", told, find))
    return sorted((one for one in bounds if one is not None), key=lambda one: (-one.score, one.other))


def find_verbatim_bounds(
    mine: Traces, dated: Sequence[Traces], times: Mapping[Local, Time], world: World
) -> list[Bound]:
    """Lower bounds from long quotations that dated documents carry too, the latest day alone."""
    found = [
        Bound(
            earliest=one.earliest,
            latest=None,
            reason=one.reason,
            evidence=one.evidence,
            other=other.annotated.document.id,
        )
        for other in dated
        if world.shared_quotes(mine.annotated.document.id, other.annotated.document.id)
        for one in find_verbatim_anchors(mine, other, times)
    ]
    return sorted(found, key=lambda one: (-(one.earliest or 0), one.other, one.evidence))[:1]


def find_shared_bound(
    mine: Traces,
    other: Traces,
    groups: tuple[Sequence[Group], Sequence[Group]],
    times: Mapping[Local, Time],
    world: World,
) -> Bound | None:
    """The bound from what a document shares with one dated document, if they are taken to tell of the same things."""
    key, theirs = mine.annotated.document.id, other.annotated.document.id
    likeness = world.likeness(key, theirs)
    anchors = find_event_anchors(*groups, mine, world)
    anchors += find_text_anchors(mine, other, times, likeness)
    chosen, first, last = join_anchors(anchors)
    alike = max(-1.0, min(2.0, 4 * (likeness - 0.35)))
    score = sum(one.weight for one in chosen) + alike + min(2, world.shared_quotes(key, theirs)) * 0.75
    if not chosen or score < ENOUGH:
        return None
    reason = "; ".join(dict.fromkeys(one.reason for one in chosen))
    evidence = tuple(dict.fromkeys(cite for one in chosen for cite in one.evidence))
    return Bound(earliest=first, latest=last, reason=reason, evidence=evidence, other=theirs, score=round(score, 4))


def intersect_bounds(bounds: Sequence[Bound]) -> tuple[int | None, int | None, list[Bound]]:
    """Intersect bounds in order; one that would leave no day is left out."""
    first: int | None = None
    last: int | None = None
    used = []
    for one in bounds:
        low = one.earliest if first is None else first if one.earliest is None else max(first, one.earliest)
        high = one.latest if last is None else last if one.latest is None else min(last, one.latest)
        if low is not None and high is not None and low > high:
            continue
        if (low, high) != (first, last):
            used.append(one)
        first, last = low, high
    return first, last, used


def drop_contested(bounds: Sequence[Bound]) -> list[Bound]:
    """Leave all bounds out where the best is contradicted by one that weighs nearly as much."""
    kept: list[Bound] = []
    for one in bounds:
        best = kept[0] if kept else one
        clash = (one.earliest is not None and best.latest is not None and one.earliest > best.latest) or (
            one.latest is not None and best.earliest is not None and one.latest < best.earliest
        )
        if not clash:
            kept.append(one)
        elif best.score - one.score < MARGIN:
            return []
    return kept


def infer_date(
    mine: Traces,
    near: Sequence[tuple[Traces, float]],
    groups: Mapping[str, Sequence[Group]],
    times: Mapping[Local, Time],
    actor_of: Mapping[Local, str],
    world: World,
    prints: Prints,
) -> tuple[Published, tuple[Link, ...]]:
    """Infer the publication interval of one undated document.

    Args:
        mine: The undated document.
        near: Documents that are like it, each with the likeness of its main news.
        groups: The events of each document, by document id.
        times: Resolved times of the dated documents (and absolute ones of the others).
        actor_of: Local actor -> id.
        world: Actors, dates, likeness.
        prints: The digests of the accounts.

    Returns:
        The interval (unknown where nothing bounds it), and a link for each piece of evidence used.
    """
    doc = mine.annotated
    exact = [one for one, _ in near if is_dated(world.published[one.annotated.document.id], _DATED)]
    said = find_said_bounds(doc)
    bounds = said + drop_contested(find_shared_bounds(mine, exact, groups, times, world, prints))
    # An interval that is wide itself would only widen from document to document.
    closed = [one for one, _ in near if is_dated(world.published[one.annotated.document.id], FIRM)]
    firm = [one.annotated for one in closed]
    mates = find_mates(mine, closed, world)
    bounds += find_day_bounds(mine, mates, times, world)
    bounds += find_counted_bounds(doc, firm, {one.annotated.document.id for one, _ in mates}, world)
    bounds += find_age_bounds(doc, firm, actor_of, world)
    bounds += find_print_bounds(mine, times)
    bounds += find_verbatim_bounds(mine, exact, times, world)
    bounds += find_own_bounds(doc, times)
    bounds += find_term_bounds(doc)
    bounds += find_ahead_bounds(doc)
    bounds += find_cast_bounds(mine, mates, world)
    first, last, _ = intersect_bounds(bounds)
    bounds += find_news_bounds(doc, [(one.annotated.document, alike) for one, alike in near], world, (first, last))
    first, last, _ = intersect_bounds(bounds)
    first, last, used = intersect_bounds([*bounds, *find_calendar_bounds(doc, first, last)])
    first, last, used = intersect_bounds([*used, *find_season_bounds(doc, first, last)])
    first, last, used = intersect_bounds([*used, *find_side_bounds(doc, first, last)])
    if used == said:
        return doc.document.published, ()
    when = build_when(_spell(first), _spell(last))
    evidence = tuple(dict.fromkeys(cite for one in used for cite in one.evidence))
    links = tuple(
        Link(
            kind="date",
            a=doc.document.id,
            b=one.other or doc.document.id,
            same=True,
            score=one.score,
            reasons=(one.reason, f"published {_spell(one.earliest) or '…'} to {_spell(one.latest) or '…'}"),
        )
        for one in used
    )
    row = Published(edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis="inferred", evidence=evidence)
    return row, links


def _spell(day: int | None) -> str | None:
    return None if day is None else spell_day(min(max(day, 1), date.max.toordinal()))
