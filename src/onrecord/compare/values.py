"""Two values of one facet of one event, from two holders, that cannot both be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chronology import intersect
from onrecord.compare.ground import gap, known
from onrecord.compare.rifts import Rift, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.claims import Claimed
    from onrecord.compare.ground import Ground

WINDOW = 4
SCALE = 50
"""How many times the other a figure may be: the toll of a war is none of one raid's."""
RISING = frozenset(
    ["kill", "dead", "death", "die", "injur", "wound", "hurt", "miss", "arrest", "casualt", "victim", "toll", "detain"]
)


def find_value_disputes(ground: Ground, claimed: Sequence[Claimed]) -> Iterator[Rift]:
    """Rifts of values; a rising toll, a subset, a rounding and one holder's own correction are none."""
    groups: dict[tuple[str, str], list[Claimed]] = {}
    for one in claimed:
        groups.setdefault((one.event, one.facet), []).append(one)
    for key in sorted(groups):
        group = groups[key]
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                if comparable(ground, a, b) and differ(ground, a, b):
                    yield build_rift(
                        ground,
                        *sorted((a, b), key=lambda one: (one.low or 0.0, one.value, one.document, one.mention.start)),
                    )


def comparable(ground: Ground, a: Claimed, b: Claimed) -> bool:
    """The same thing measured, by two voices, at one time."""
    if a.voice == b.voice or ground.side(a.voice) == ground.side(b.voice):
        return False
    if a.unit != b.unit or a.about != b.about:
        return False
    if a.holder is None and b.holder is None and a.facet in ("count", "amount", "participants", "other"):
        return False  # two outlets' own figures: one of them may only be older
    if a.document == b.document and a.facet == "amount" and None in (a.holder, b.holder):
        return False  # a text that gives a sum of its own beside what another says tells of two sums
    if known(a.when) and known(b.when):
        return gap(a.when, b.when) <= WINDOW and not is_update(a, b)
    return a.document == b.document


def is_update(a: Claimed, b: Claimed) -> bool:
    """A toll that grew from one day to a later one."""
    if a.low is None or b.low is None or not any(word.startswith(stem) for word in a.about for stem in RISING):
        return False
    first, second = (a, b) if (a.when.latest or "") <= (b.when.latest or "") else (b, a)
    later = (first.when.latest or "") < (second.when.earliest or "")
    return later and float(second.low or 0) > float(first.low or 0)


def differ(ground: Ground, a: Claimed, b: Claimed) -> bool:
    """Can the two values not both be so?"""
    if a.low is not None and b.low is not None and a.high is not None and b.high is not None:
        low, high = sorted((a.low, b.low))
        one_scale = not low or high <= SCALE * low
        return one_scale and (a.high < b.low or b.high < a.low)
    if a.facet == "date":
        return known(a.days) and known(b.days) and intersect(a.days, b.days) is None
    if a.facet == "place" and not (is_named(a.value) and is_named(b.value)):
        return False  # "a spa town" may be Velm
    if a.facet in ("place", "initiator"):
        left, right = a.value.casefold(), b.value.casefold()
        return left not in right and right not in left
    return False


def is_named(value: str) -> bool:
    """Does a place bear a name?"""
    return any(word[:1].isupper() for word in value.split())


def build_rift(ground: Ground, a: Claimed, b: Claimed) -> Rift:
    """The rift of two claims."""
    return Rift(
        about=a.event,
        kind="value",
        facet=a.facet,
        party=" ".join(sorted(a.about)),
        sides=(side(a), side(b)),
        reasons=(
            f"{ground.name(a.voice)} and {ground.name(b.voice)} differ on the {a.facet}: "
            f"{side(a).value} against {side(b).value}.",
        ),
    )


def side(one: Claimed) -> Voice:
    """The side of a claim."""
    value = f"{one.value} {one.unit}" if one.unit else one.value
    return Voice(value, one.voice, one.id, one.evidence, one.when)
