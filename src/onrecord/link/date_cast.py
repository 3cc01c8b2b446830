"""What persons tell of the day of publication: the same cast is of the same years, a person's age of the same two."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.annotations import Annotated
from onrecord.link.date_bounds import Bound
from onrecord.link.date_wording import Traces
from onrecord.link.event_groups import World, read_day
from onrecord.linked import Local
from onrecord.records import Actor, Evidence

CAST_DAYS = 3 * 365
"""Days that documents with the same cast of persons are taken to be apart at most."""

FEWEST_PERSONS = 3
_ALIKE = {1: 0.55, 2: 0.45}
"""How alike documents must be that share fewer persons."""


Mates = Sequence[tuple[Traces, list[str]]]
"""Documents with the persons that they share with one, most persons first."""


def find_mates(mine: Traces, dated: Sequence[Traces], world: World) -> Mates:
    """The documents with a closed interval and the cast of one: three persons, or fewer and much the same words."""
    key = mine.annotated.document.id
    mates = []
    for other in dated:
        theirs = other.annotated.document.id
        row = world.published[theirs]
        common = sorted(mine.cast.keys() & other.cast.keys())
        if not row.earliest or not row.latest or not common:
            continue
        if len(common) >= FEWEST_PERSONS or world.likeness(key, theirs) >= _ALIKE[len(common)]:
            mates.append((other, common))
    return sorted(mates, key=lambda one: (-len(one[1]), one[1], one[0].annotated.document.id))


def find_cast_bounds(mine: Traces, mates: Mates, world: World) -> list[Bound]:
    """The weakest bound: documents with the same cast of persons are of the same few years."""
    first, last, used = 0, date.max.toordinal(), []
    for other, common in mates:
        key = other.annotated.document.id
        row = world.published[key]
        low, high = read_day(row.earliest or ""), read_day(row.latest or "")
        if max(first, low - CAST_DAYS) <= min(last, high + CAST_DAYS):
            first, last = max(first, low - CAST_DAYS), min(last, high + CAST_DAYS)
            used.append((key, common))
    if not used:
        return []
    other_id, common = used[0]
    return [
        Bound(
            earliest=first,
            latest=last,
            reason=f"the same cast as in dated documents ({', '.join(world.actors[one].name for one in common)}): "
            f"taken to be no more than {CAST_DAYS // 365} years from each",
            evidence=tuple(mine.cast[one] for one in common),
            other=other_id,
        )
    ]


def find_cast(doc: Annotated, actor_of: Mapping[Local, str], actors: Mapping[str, Actor]) -> dict[str, Evidence]:
    """The named persons of a document, each with its first mention."""
    cast: dict[str, Evidence] = {}
    for mention in doc.mentions:
        actor = actor_of.get((doc.document.id, mention.actor)) if mention.actor is not None else None
        if actor and mention.form == "name" and actors[actor].kind == "person":
            cast.setdefault(actor, Evidence(document=doc.document.id, start=mention.start, end=mention.end))
    return cast


_AGE = re.compile(r",\s+(?:aged\s+|now\s+)?(1[89]|[2-9]\d),(?=\s+[a-z])|\s+\(([2-9]\d)\)|,\s+who\s+is\s+([2-9]\d)\b")
_YEAR = 366


def find_age_bounds(
    doc: Annotated, dated: Sequence[Annotated], actor_of: Mapping[Local, str], world: World
) -> list[Bound]:
    """A person of 58 here and of 58 there: the two documents are less than a year apart."""
    mine = _find_ages(doc, actor_of, world)
    bounds = []
    for other in dated if mine else ():
        row = world.published[other.document.id]
        theirs = _find_ages(other, actor_of, world)
        for actor in sorted(set(mine) & set(theirs)):
            if row.earliest and row.latest:
                (age, here), (their_age, there) = mine[actor], theirs[actor]
                bounds.append(
                    Bound(
                        earliest=read_day(row.earliest) + (age - their_age - 1) * _YEAR,
                        latest=read_day(row.latest) + (age - their_age + 1) * _YEAR,
                        reason=f"{world.actors[actor].name} is {age} here, {their_age} there",
                        evidence=(here, there),
                        other=other.document.id,
                    )
                )
    return bounds


def _find_ages(doc: Annotated, actor_of: Mapping[Local, str], world: World) -> dict[str, tuple[int, Evidence]]:
    """The ages printed behind the names of persons; none for a person of two ages."""
    ages: dict[str, tuple[int, Evidence]] = {}
    twice = set()
    for mention in doc.mentions:
        actor = actor_of.get((doc.document.id, mention.actor)) if mention.actor is not None else None
        match = _AGE.match(doc.document.text, mention.end) if mention.form == "name" else None
        if not match or not actor or world.actors[actor].kind != "person":
            continue
        age = int(match[1] or match[2] or match[3])
        twice |= {actor} if actor in ages and ages[actor][0] != age else set()
        ages.setdefault(
            actor, (age, Evidence(document=doc.document.id, start=mention.start, end=match.end(match.lastindex or 0)))
        )
    return {actor: found for actor, found in ages.items() if actor not in twice}
