"""Two accounts against each other, before the same rifts of several documents become one dispute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.records import Evidence, When
    from onrecord.vocab.lists import DisputeKind, Facet


@dataclass(frozen=True, slots=True)
class Voice:
    """One side: what it says in words, who says it, the row behind it and its words in the text."""

    value: str
    holder: str
    item: str
    evidence: Evidence
    when: When

    def overlaps(self, other: Voice) -> bool:
        """Do both rest on the same words?"""
        one, two = self.evidence, other.evidence
        return one.document == two.document and one.start < two.end and two.start < one.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Rift:
    """Two voices that cannot both be right about one thing; `party` is whose stance or what count it is about."""

    about: str
    kind: DisputeKind
    facet: Facet | None
    sides: tuple[Voice, Voice]
    reasons: tuple[str, ...]
    party: str = ""

    def order(self) -> tuple[int, str, str, tuple[str, int, int], tuple[str, int, int]]:
        """Positions before denials, then by place: the order in which rifts are merged."""
        ranks = {"stance": 0, "unconfirmed": 1, "value": 2, "denial": 3}
        first, second = (voice.evidence for voice in self.sides)
        return (
            ranks[self.kind],
            self.about,
            self.facet or "",
            (first.document, first.start, first.end),
            (second.document, second.start, second.end),
        )

    def touches(self, other: Rift) -> bool:
        """Do both sides rest on the same words as both sides of the other?"""
        return all(mine.overlaps(theirs) for mine, theirs in zip(self.sides, other.sides, strict=True))


def is_of_one(ground: Ground, rift: Rift) -> bool:
    """Are both sides one person, called by his surname alone in one of two texts?"""
    holders = [ground.actors.get(one.holder) for one in rift.sides]
    if rift.kind not in ("denial", "stance") or any(one is None or one.kind != "person" for one in holders):
        return False
    first, second = ({*one.name.casefold().split()} for one in holders if one is not None)
    return first < second or second < first
