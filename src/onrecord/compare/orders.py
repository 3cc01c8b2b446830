"""Two parties that each want their own step first: "X before Y" against "Y before X", or X first against Y first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.denials import WINDOW
from onrecord.compare.ground import gap, known
from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.postings import find_pairs
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import core, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held

CLOSE = 400


def find_order_disputes(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts over what must come first, and over whether it must come first at all."""
    ordered = [one for one in held if parts(one.source.mention.label) is not None]
    for n, m in find_pairs(keys_of(one) for one in ordered):
        a, b = ordered[n], ordered[m]
        if ground.side(a.voice) == ground.side(b.voice) or ground.side(a.actor) == ground.side(b.actor):
            continue
        timely = (
            gap(a.when, b.when) <= WINDOW if known(a.when) and known(b.when) else a.source.document == b.source.document
        )
        reason = judge(a, b) if timely else None
        if reason:
            yield Rift(about=a.proposal, kind="stance", facet=None, sides=(voice(a), voice(b)), reasons=(reason,))


def keys_of(one: Held) -> list[tuple[str, str]]:
    """What two orders that cannot both be had share: a word of a step, or the text they stand in."""
    first, after = parts(one.source.mention.label) or (frozenset(), frozenset())
    return [("document", one.source.document), *(("word", word) for word in first | after)]


def voice(one: Held) -> Voice:
    """The side of a held stance."""
    value = f"{one.source.mention.stance}: {one.source.mention.label}"
    return Voice(value, one.voice, position_id(one), evidence_of(one), one.when)


def parts(label: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what comes first and of what comes after; None where the label gives no order."""
    head, found, tail = label.partition(" before ")
    if found:
        return core(read_words(head)), core(read_words(tail))
    head, found, _ = f"{label} ".partition(" first ")
    return (core(read_words(head)), frozenset()) if found else None


def judge(a: Held, b: Held) -> str | None:
    """Why two orders cannot both be had."""
    left, right = parts(a.source.mention.label), parts(b.source.mention.label)
    if left is None or right is None:
        return None
    against = {"opposes", "rejects"}
    split = (a.source.mention.stance in against) != (b.source.mention.stance in against)
    near = a.source.document == b.source.document and abs(a.source.mention.start - b.source.mention.start) <= CLOSE
    same_first = bool(left[0] & right[0])
    if split:
        if same_first and (left[1] & right[1] or not (left[1] and right[1]) or near):
            return "one side wants it first, the other says it need not come first."
        return None
    if a.source.mention.stance in against or same_first:
        return None
    if (left[0] & right[1] and (right[0] & left[1] or not left[1])) or (right[0] & left[1] and not right[1]) or near:
        return "each side wants another step first."
    return None
