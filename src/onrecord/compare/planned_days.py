"""One plan, two days: "the summit will be held on June 12", says the one side, "on June 19", says the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.chronology import days_between
from onrecord.compare.ground import FAR, gap, known
from onrecord.compare.postings import find_pairs
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.said import plain
from onrecord.compare.words import load_tables, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said
    from onrecord.records import When

ALIKE = 0.75
WIDE = 3
"""Days: what is planned "in June" may be on the 12th."""
MOVED = re.compile(r"\b(?:instead|postpon|put off|delay|moved|reschedul|brought forward|new date|second|again)", re.I)


def find_day_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of the day of one plan between two sides that speak on one day."""
    plans = [
        (one, days)
        for one in said
        if one.assertion.tense == "future" and not one.assertion.negated and one.statement is not None
        for days in [ground.days(one.evidence)]
        if is_narrow(days) and not MOVED.search(ground.text(one.evidence))
    ]
    for n, m in find_pairs([(one.parties, one.subject, plain(one.assertion.predicate))] for one, _ in plans):
        (a, first), (b, second) = plans[n], plans[m]
        if 0 < gap(first, second) < FAR and is_one_plan(a, b) and at_once(ground, a, b):
            yield build_rift(ground, *sorted([(a, first), (b, second)], key=lambda one: one[1].earliest or ""))


def is_narrow(days: When) -> bool:
    """Is the day told within a few days?"""
    if not known(days) or not days.earliest or not days.latest:
        return False
    return days_between(days.earliest, days.latest) <= WIDE


def at_once(ground: Ground, a: Said, b: Said) -> bool:
    """Were both printed and said on one day?"""
    printed = gap(ground.published(a.document), ground.published(b.document)) == 0
    return gap(a.when, b.when) == 0 and (printed or a.document == b.document)


def is_one_plan(a: Said, b: Said) -> bool:
    """The same deed of the same parties in mostly the same words, told by two sides."""
    if a.side == b.side or a.parties != b.parties or a.subject != b.subject:
        return False
    if plain(a.assertion.predicate) != plain(b.assertion.predicate):
        return False
    left, right = ({word for word in one.words - load_tables().titles if not word.isdigit()} for one in (a, b))
    joined = left | right
    return len(left & right) >= max(1, ALIKE * len(joined)) and (len(a.parties) > 1 or len(left & right) > 1)


def build_rift(ground: Ground, a: tuple[Said, When], b: tuple[Said, When]) -> Rift:
    """The rift of two days of one plan."""
    sides = [
        Voice(shorten(ground.text(one.evidence)), one.voice, one.statement or one.voice, one.evidence, one.when)
        for one, _ in (a, b)
    ]
    names = [ground.name(one.voice) for one, _ in (a, b)]
    return Rift(
        about=a[0].statement or a[0].voice,
        kind="value",
        facet="date",
        sides=(sides[0], sides[1]),
        reasons=(f"{names[0]} says {a[1].earliest}, {names[1]} says {b[1].earliest}, of the same plan.",),
    )
