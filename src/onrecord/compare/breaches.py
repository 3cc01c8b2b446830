"""Who says that a promise was broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.affairs import later
from onrecord.compare.deeds_told import matter_of
from onrecord.compare.settlements import Settlement, names_of
from onrecord.compare.vouched import ENDS, can_follow
from onrecord.compare.words import read_words
from onrecord.records import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised

LEAST = 2
MOST = 0.6
BACK = 400
"""Characters before "the promise was not kept" within which is told what it was."""
PLEDGED = re.compile(
    r"\bbr(?:eak|oke)\w*\s+(?:[\w’']+\s+){0,3}(?:promise|word|pledge|commitment|vow|undertaking|agreement|truce|cease)",
    re.IGNORECASE,
)


def find_unkept(ground: Ground, nearby: Nearby, group: Sequence[Promised], day: str | None) -> Settlement | None:
    """ "Water was let out again, though Zell had promised notice. The promise had not been kept, his aide admitted"."""
    for one in group:
        matter = matter_of(ground, one)
        called = {word for party in (one.actor, one.side) if party for word in read_words(ground.name(party)).content}
        for other in nearby.unkept:
            before = sentences_before(ground.linked.documents[other.document].text, other.assertion.start)
            told = read_words(before)
            again = one.mention.retold and other.document == one.document
            if again and 0 < other.assertion.start - one.mention.start <= len(before):
                return Settlement((other.evidence,), ("a later account says that it was not kept",), named=True)
            if not can_follow(ground, other, one, one.said, day) or len(matter) < LEAST:
                continue
            shared = matter & (told.content | told.numbers)
            if called & told.content and len(shared) >= max(LEAST, MOST * len(matter)):
                return Settlement((other.evidence,), ("a later account says that it was not kept",), named=True)
    return None


def sentences_before(text: str, start: int) -> str:
    """The sentence that a place stands in up to it, and the one before it."""
    ends = [found.end() for found in ENDS.finditer(text, max(0, start - BACK), start)]
    return text[ends[-2] if len(ends) > 1 else max(0, start - BACK) : start]


def find_broken(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], when: When, day: str | None
) -> Settlement | None:
    """Somebody says that the promise was broken."""
    unkept = find_unkept(ground, nearby, group, day)
    if unkept is not None:
        return unkept
    for one in group:
        for other in nearby.find_broken(one.side):
            if not later(ground, other, one, when, day):
                continue
            shared, names = one.words & other.words, read_words(one.text).names
            named = "promise" in other.words or bool(PLEDGED.search(ground.text(other.evidence)))
            # talks that "broke up" break no promise, nor does who breaks the rules of a body break its word
            torn = other.assertion.predicate != "break" and len(shared - names_of(ground, other) - names) >= 2
            if named or torn:
                telling = shared - names_of(ground, other) - {"promise"}
                reason = "a later account says that it was broken"
                return Settlement((other.evidence,), (reason,), named=bool(telling) or torn)
    return None
