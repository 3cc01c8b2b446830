"""Publication dates of undated documents, as intervals with their evidence, never as a guess.

What a document states of itself is fixed. For the others each piece of evidence bounds the interval: absolute dates
told as past, events and quotations shared with dated documents, counted years ("in its fourth year"), and, weakest,
the same cast of persons. Evidence that clashes with stronger evidence is left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.annotations import Annotated, TimeExpression
from onrecord.chronology import build_when
from onrecord.link.date_anchors import Anchor, find_event_anchors, spell_day
from onrecord.link.date_wording import Traces, find_sentence, find_text_anchors
from onrecord.link.event_groups import Group, World, read_day
from onrecord.link.words import readable_text
from onrecord.linked import Local
from onrecord.records import Evidence, Link, Published, Time
from onrecord.timex import find_days

ENOUGH = 5.0
"""Weight of anchors and likeness at which two documents are taken to tell of the same things."""

MARGIN = 1.5
"""How much the best dated document must outweigh one that says otherwise."""

CAST_DAYS = 3 * 365
"""Days that documents with the same cast of persons are taken to be apart at most."""

_FEWEST_PERSONS = 3
_ALIKE = {1: 0.55, 2: 0.45}
"""How alike documents must be that share fewer persons."""

_DATED = 7
_FIRM = 31
"""Days: no wider may the interval of a document be that dates another one, closely or firmly."""


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
        if days is None or (days[1] - days[0]).days > _FIRM or time.tense != "future" or not _ON.search(before):
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
) -> list[Bound]:
    """Bounds from what a document shares with each of the dated documents, the weightiest first."""
    key = mine.annotated.document.id
    bounds = []
    for other in dated:
        theirs = other.annotated.document.id
        likeness = world.likeness(key, theirs)
        anchors = find_event_anchors(groups[key], groups[theirs], mine, world)
        anchors += find_text_anchors(mine, other, times, likeness)
        chosen, first, last = join_anchors(anchors)
        alike = max(-1.0, min(2.0, 4 * (likeness - 0.35)))
        score = sum(one.weight for one in chosen) + alike + min(2, world.shared_quotes(key, theirs)) * 0.75
        if chosen and score >= ENOUGH:
            reason = "; ".join(dict.fromkeys(one.reason for one in chosen))
            evidence = tuple(dict.fromkeys(cite for one in chosen for cite in one.evidence))
            bounds.append(
                Bound(
                    earliest=first, latest=last, reason=reason, evidence=evidence, other=theirs, score=round(score, 4)
                )
            )
    return sorted(bounds, key=lambda one: (-one.score, one.other))


def find_cast_bounds(
    doc: Annotated, dated: Sequence[Annotated], actor_of: Mapping[Local, str], world: World
) -> list[Bound]:
    """The weakest bound: documents with the same cast of persons are of the same few years."""
    mine = _find_cast(doc, actor_of, world)
    near = []
    for other in dated:
        row = world.published[other.document.id]
        common = sorted(set(mine) & set(_find_cast(other, actor_of, world)))
        alike = world.likeness(doc.document.id, other.document.id)
        if not row.earliest or not row.latest or not common:
            continue
        if len(common) >= _FEWEST_PERSONS or alike >= _ALIKE[len(common)]:
            near.append((read_day(row.earliest), read_day(row.latest), other.document.id, common))
    if not near:
        return []
    common = max((one[3] for one in near), key=lambda names: (len(names), names))
    return [
        Bound(
            earliest=min(one[0] for one in near) - CAST_DAYS,
            latest=max(one[1] for one in near) + CAST_DAYS,
            reason=f"the same cast as in dated documents ({', '.join(world.actors[one].name for one in common)}): "
            f"taken to be no more than {CAST_DAYS // 365} years from them",
            evidence=tuple(mine[one] for one in common),
            other=min(one[2] for one in near),
        )
    ]


def _find_cast(doc: Annotated, actor_of: Mapping[Local, str], world: World) -> dict[str, Evidence]:
    """The named persons of a document, each with its first mention."""
    cast: dict[str, Evidence] = {}
    for mention in doc.mentions:
        actor = actor_of.get((doc.document.id, mention.actor)) if mention.actor is not None else None
        if actor and mention.form == "name" and world.actors[actor].kind == "person":
            cast.setdefault(actor, Evidence(document=doc.document.id, start=mention.start, end=mention.end))
    return cast


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
    near: Sequence[Traces],
    groups: Mapping[str, Sequence[Group]],
    times: Mapping[Local, Time],
    actor_of: Mapping[Local, str],
    world: World,
) -> tuple[Published, tuple[Link, ...]]:
    """Infer the publication interval of one undated document.

    Args:
        mine: The undated document.
        near: Documents with a closed interval that are like it.
        groups: The events of each document, by document id.
        times: Resolved times of the dated documents (and absolute ones of the others).
        actor_of: Local actor -> id.
        world: Actors, dates, likeness.

    Returns:
        The interval (unknown where nothing bounds it), and a link for each piece of evidence used.
    """
    doc = mine.annotated
    exact = [one for one in near if _is_dated(world.published[one.annotated.document.id], _DATED)]
    said = find_said_bounds(doc)
    bounds = said + drop_contested(find_shared_bounds(mine, exact, groups, times, world))
    # An interval that is wide itself would only widen from document to document.
    firm = [one.annotated for one in near if _is_dated(world.published[one.annotated.document.id], _FIRM)]
    bounds += find_counted_bounds(doc, firm, world.published)
    bounds += find_own_bounds(doc, times)
    bounds += find_ahead_bounds(doc)
    bounds += find_cast_bounds(doc, firm, actor_of, world)
    first, last, used = intersect_bounds(bounds)
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


def _is_dated(row: Published, days: int) -> bool:
    return bool(row.earliest and row.latest) and read_day(row.latest or "") - read_day(row.earliest or "") < days
