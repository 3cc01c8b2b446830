"""Which rifts are one dispute: the same thing between the same sides, in copies, in other words, or told again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.words import SPELLED, read_words

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.compare.rifts import Rift

CHANCE = 100
"""Two figures from here on do not agree by chance."""
MOVED = 1.15
"""How far the two figures of one quarrel may move from one article to the next."""


def marks_of(ground: Ground, rift: Rift) -> list[tuple[object, ...]]:
    """What two rifts that are one have in common, one of these at least: the grounds that `same_rift` goes by."""
    first, second = rift.sides
    kind = (rift.kind, rift.facet)
    marks: list[tuple[object, ...]] = [
        ("documents", first.evidence.document, second.evidence.document),
        ("about", rift.about),
        ("reasons", *kind, *rift.reasons),
        ("words", *kind, ground.text(first.evidence), ground.text(second.evidence)),
        ("denial", *kind, second.evidence),
    ]
    if rift.facet == "count":
        marks += [("holder", at, ground.side(one.holder)) for at, one in enumerate(rift.sides)]
        marks.append(("figures", "" if large(rift) else rift.party, *(one.value.split()[0] for one in rift.sides)))
    return marks


def same_rift(ground: Ground, a: Rift, b: Rift) -> bool:
    """The same thing between the same sides, or the same words against each other."""
    if a.touches(b):
        return True
    if a.about == b.about and {a.kind, b.kind} == {"stance", "denial"} and a.sides[0].overlaps(b.sides[0]):
        return True  # a stance told by one, and the words in which another denies it
    if a.kind != b.kind or a.facet != b.facet:
        return False
    if all(one.item == other.item for one, other in zip(a.sides, b.sides, strict=True)):
        return True  # the same two statements against each other
    if all(
        ground.text(one.evidence) == ground.text(other.evidence) for one, other in zip(a.sides, b.sides, strict=True)
    ):
        return True  # the same words in a copy
    if a.kind == "denial" and a.sides[1].evidence == b.sides[1].evidence:
        return True  # one denial of what several have said
    figures = a.kind == "value" and a.facet == "count" and (a.party == b.party or large(a))
    if figures and [one.value.split()[0] for one in a.sides] == [one.value.split()[0] for one in b.sides]:
        return True  # the same two figures of the same thing again
    if a.kind == "value" and a.facet == "count" and is_updated(ground, a, b):
        return True
    if a.kind == "denial" and a.reasons == b.reasons and is_retold(ground, a, b):
        return True  # one quarrel told by two outlets
    if a.about != b.about:
        return False
    if a.kind == "denial" and a.sides[0].evidence == b.sides[0].evidence:
        return True  # one assertion, denied by an office and in the words of its spokesman
    if a.kind == "denial" and ground.text(a.sides[1].evidence) == ground.text(b.sides[1].evidence):
        return True  # one denial in a copy that is cut or led in otherwise
    if a.kind == "stance":
        return a.party == b.party
    if a.kind == "value":
        return a.party == b.party and any(one.value == other.value for one, other in zip(a.sides, b.sides, strict=True))
    if a.kind == "unconfirmed":
        return a.sides[1].holder == b.sides[1].holder
    return all(
        ground.side(one.holder) == ground.side(other.holder) for one, other in zip(a.sides, b.sides, strict=True)
    )


def is_retold(ground: Ground, a: Rift, b: Rift) -> bool:
    """Do the assertions of two rifts between the same holders (their reasons name them) share most of their words?"""
    one, other = (read_words(ground.text(rift.sides[0].evidence)).content for rift in (a, b))
    return len(one & other) * 2 >= min(len(one), len(other)) > 2


def large(rift: Rift) -> bool:
    """Are both figures so large that they are not the same by chance, whatever they are said to count?"""
    heads = [one.value.split()[0].replace(",", "") for one in rift.sides]
    return all(head.isdigit() and int(head) >= CHANCE for head in heads)


def is_updated(ground: Ground, a: Rift, b: Rift) -> bool:
    """Do the same sides differ in another text on figures that have each moved only a little ("41 or 29", "42 or 30")?

    One of the two sides may be named otherwise: a ministry for its state.
    """
    pairs = list(zip(a.sides, b.sides, strict=True))
    if a.sides[0].evidence.document == b.sides[0].evidence.document:
        return False
    if all(ground.side(one.holder) != ground.side(other.holder) for one, other in pairs):
        return False
    figures = [(read_figure(one.value), read_figure(other.value)) for one, other in pairs]
    return all(one and other and max(one, other) <= MOVED * min(one, other) for one, other in figures)


def read_figure(value: str) -> float:
    """The number with which a side's value begins; 0 where it begins with none."""
    head = value.split()[0].casefold().replace(",", "")
    head = SPELLED.get(head, head)
    return float(head) if head.replace(".", "", 1).isdigit() else 0.0
