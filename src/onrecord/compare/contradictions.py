"""Contradictions that a text itself reports: "She was contradicted by the driver, according to whom …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said
    from onrecord.records import Statement

BEFORE = 600
"""Characters back in which the contradicted party was quoted."""
AFTER = 8
"""Characters from the clause to the words of who contradicts."""
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+\s+){0,3}?contradicted\b[^.;]*?\bby\b", re.IGNORECASE)
ACTIVE = re.compile(r"\bcontradict(?:ed|s)\b", re.IGNORECASE)


def find_contradictions(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts between a party's last words and the clause that says who contradicts them."""
    for one in said:
        if one.assertion.predicate != "contradict" or one.assertion.negated or one.subject_actor is None:
            continue
        text = ground.text(one.evidence)
        passive = PASSIVE.search(text)
        match = passive or ACTIVE.search(text)
        other = next_actor(ground, one, match.end()) if match is not None else None
        if other is None:
            continue
        heard, denier = (one.subject_actor, other) if passive else (other, one.subject_actor)
        row = find_last_words(ground, one, heard)
        if row is not None and ground.side(heard) != ground.side(denier):
            rift = build_rift(ground, one, row, denier)
            yield rift
            own = find_next_words(ground, one, denier)
            if own is not None:
                span = Evidence(document=own.document, start=own.content[0].start, end=own.content[-1].end)
                words = Voice(shorten(ground.text(span)), denier, own.id, span, own.said)
                yield replace(rift, sides=(rift.sides[0], words))


def next_actor(ground: Ground, one: Said, after: int) -> str | None:
    """The first other actor named after some characters of a clause."""
    start, end = one.assertion.start + after, one.assertion.end
    for mention in sorted(ground.annotated(one.document).mentions, key=lambda each: (each.start, -each.end)):
        actor = ground.actor(one.document, mention.actor)
        if start <= mention.start < end and actor not in (None, one.subject_actor):
            return actor
    return None


def find_last_words(ground: Ground, one: Said, actor: str) -> Statement | None:
    """What an actor was last quoted as saying before a clause."""
    rows = [
        row
        for row in ground.spoken.get(one.document, ())
        if row.source.actor == actor
        and row.act not in ("ask", "deny")
        and not row.negated
        and 0 <= one.assertion.start - row.content[-1].end <= BEFORE
    ]
    return max(rows, key=lambda row: (row.content[-1].end, row.content[0].start, row.id), default=None)


def find_next_words(ground: Ground, one: Said, denier: str) -> Statement | None:
    """What who contradicts is quoted as saying in the next sentence."""
    rows = [
        row
        for row in ground.spoken.get(one.document, ())
        if row.source.actor == denier and 0 <= row.content[0].start - one.assertion.end <= AFTER
    ]
    return min(rows, key=lambda row: (row.content[0].start, row.id), default=None)


def build_rift(ground: Ground, one: Said, row: Statement, denier: str) -> Rift:
    """The rift of a party's words and who contradicts them."""
    voice = row.source.actor or row.id
    span = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    return Rift(
        about=row.id,
        kind="denial",
        facet=None,
        sides=(
            Voice(shorten(ground.text(span)), voice, row.id, span, row.said),
            Voice(shorten(ground.text(one.evidence)), denier, one.statement or denier, one.evidence, one.when),
        ),
        reasons=(f"{ground.name(denier)} contradicts {ground.name(voice)}, says the text.",),
    )
