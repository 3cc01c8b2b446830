"""Which later texts can tell of a promise: those of the same affair, printed after it and in its season."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.chronology import days_between, intersect
from onrecord.compare.ground import gap, known
from onrecord.records import Evidence

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import When

KIN = 2
"""Names that two texts of one affair share where the other names no party of the promise."""

FULL = 12
"""Names of a text from which on those of its affair can be told."""

LEADING = 40
OPENING = re.compile(r"\b(?:In|On|By|Since|Until|At|Last)\b[^.!?;\n]*,\s*$")
"""The time that opens a sentence, before the clause that it goes with."""

SEASON = 92
"""Days after its last day in which an account that names no day can still be of a promise."""


def later(ground: Ground, other: Said, one: Promised, when: When, day: str | None) -> bool:
    """Was it told after the promise, by the day of judgement?"""
    published = ground.published(other.document)
    if other.document == one.document or not known(when) or not published.latest or not published.earliest:
        return False
    if day and published.earliest[:10] > day:
        return False
    if published.earliest[:10] <= (when.latest or "")[:10]:
        return False
    if not is_of_affair(ground, other.document, one) or is_long_after(ground, other, one, when):
        return False
    if is_of_old(ground, other, one):
        return False
    return not (known(other.when) and (other.when.latest or "9999")[:10] < (when.earliest or "")[:10])


def is_of_affair(ground: Ground, document: str, one: Promised) -> bool:
    """Does another text name a party of the promise, or two of the names of its text? Short ones need not."""
    mine, theirs = ground.cast(one.document), ground.cast(document)
    parties = [ground.actors[each] for each in (one.actor, one.side, *one.parties) if each and each in ground.actors]
    own = {each.id for each in parties if each.kind != "group"}  # "the workers" are others elsewhere
    return min(len(mine), len(theirs)) < FULL or bool(own & theirs) or len(mine & theirs) >= KIN


def is_long_after(ground: Ground, other: Said, one: Promised, when: When) -> bool:
    """Is it told long after the promise was due, and of no day on which it was?"""
    printed, last = ground.published(other.document).earliest, one.due.latest or when.latest
    if not printed or not last or days_between(last, printed) <= (SEASON if one.due.latest else 2 * SEASON):
        return False
    told = ground.days(other.evidence)
    return not (known(told) and known(one.due) and intersect(told, one.due) is not None)


def is_of_old(ground: Ground, other: Said, one: Promised) -> bool:
    """ "In 2010, the second probe was launched": a deed whose days had all passed when the promise was printed."""
    start = other.assertion.start
    leading = ground.linked.documents[other.document].text[max(0, start - LEADING) : start]
    found = OPENING.search(leading)
    at = start - len(found.group()) if found else start
    told = ground.days(Evidence(document=other.document, start=at, end=other.assertion.end))
    made = ground.published(one.document).earliest
    return bool(made and told.latest and told.latest[:10] < made[:10] and gap(told, one.due) > 0)


def told_after(ground: Ground, piece: Evidence, when: When, day: str | None) -> bool:
    """Was a piece of evidence printed after the promise and by the day of judgement?"""
    printed = ground.published(piece.document)
    if not printed.earliest or not when.latest or (day and printed.earliest[:10] > day):
        return False
    return printed.earliest[:10] > when.latest[:10]
