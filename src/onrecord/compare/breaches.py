"""Who says that a promise was broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.affairs import later
from onrecord.compare.settlements import Settlement, names_of
from onrecord.compare.words import read_words
from onrecord.records import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised

PLEDGED = re.compile(
    r"\bbr(?:eak|oke)\w*\s+(?:[\w’']+\s+){0,3}(?:promise|word|pledge|commitment|vow|undertaking|agreement|truce|cease)",
    re.IGNORECASE,
)


def find_broken(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], when: When, day: str | None
) -> Settlement | None:
    """Somebody says that the promise was broken."""
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
