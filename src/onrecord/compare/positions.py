"""Whose stance on which proposal, according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.ground import earliest
from onrecord.identity import build_id
from onrecord.records import Evidence, Position, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.proposals import Stanced


@dataclass(frozen=True, slots=True)
class Held:
    """A stance as an account: whose, who says so, when; `voice` is the holder, the party itself, or the outlet."""

    source: Stanced
    proposal: str
    actor: str | None
    holder: str | None
    voice: str
    statement: str | None
    when: When


def build_held(
    ground: Ground, items: Sequence[Stanced], proposal_of: Mapping[tuple[str, int], str]
) -> tuple[Held, ...]:
    """Say of each stance whose it is and who says so.

    A spokesman's own stance is that of the side he speaks for, and he is its holder.
    """
    found = []
    for one in items:
        actor = ground.actor(one.document, one.mention.actor)
        row = ground.statement(one.document, one.mention.statement)
        holder = row.source.actor if row is not None else None
        if actor is not None and actor == holder and actor in ground.spokesmen and ground.side(actor) in ground.actors:
            actor = ground.side(actor)
        own = holder is not None and holder == actor
        voice = (holder or row.id) if row is not None else ground.original(one.document)
        found.append(
            Held(
                source=one,
                proposal=proposal_of[one.document, one.index],
                actor=actor,
                holder=None if own else holder,
                voice=voice or ground.original(one.document),
                statement=row.id if row is not None else None,
                when=ground.said(one.document, one.mention.statement, one.mention.time),
            )
        )
    return tuple(found)


def held_by_document(held: Sequence[Held]) -> dict[str, list[Held]]:
    """Held stances by the document they stand in."""
    found: dict[str, list[Held]] = {}
    for one in held:
        found.setdefault(one.source.document, []).append(one)
    return found


def position_id(held: Held) -> str:
    """The id of the position a held stance belongs to."""
    return build_id("pos", held.actor, held.proposal, held.source.mention.stance, held.holder)


def build_positions(held: Sequence[Held]) -> tuple[Position, ...]:
    """One row for each actor, proposal, stance and holder, the evidence of all documents merged."""
    groups: dict[str, list[Held]] = {}
    for one in held:
        groups.setdefault(position_id(one), []).append(one)
    rows = []
    for name in sorted(groups):
        group = sorted(groups[name], key=lambda one: (one.source.document, one.source.index))
        evidence = sorted({evidence_of(one) for one in group})
        statements = [one.statement for one in group if one.statement]
        first = group[0]
        rows.append(
            Position(
                id=name,
                actor=first.actor,
                proposal=first.proposal,
                stance=first.source.mention.stance,
                holder=first.holder,
                statement=statements[0] if statements else None,
                when=earliest([one.when for one in group]),
                evidence=tuple(evidence),
            )
        )
    return tuple(rows)


def evidence_of(held: Held) -> Evidence:
    """Where a held stance stands."""
    return Evidence(document=held.source.document, start=held.source.mention.start, end=held.source.mention.end)
