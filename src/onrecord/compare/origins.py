"""How many independent origins stand behind an event, a claim or a position.

One utterance quoted by ten outlets is one origin, a reprint is its original, an outlet that cites another is that one:
what is counted is who could have known, not who wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.records import Corroboration, Evidence, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.compare.ground import Ground
    from onrecord.records import Claim, Document, Event, Position, Statement


@dataclass(slots=True)
class Gathered:
    """The origins of one thing while they are gathered."""

    origins: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)

    def add(self, kind: str, name: str, reason: str) -> None:
        """Add an origin with the reason why accounts come down to it."""
        self.origins.setdefault((kind, name), set()).add(reason)


def build_corroboration(
    ground: Ground, events: Iterable[Event], claims: Iterable[Claim], positions: Iterable[Position]
) -> tuple[Corroboration, ...]:
    """Count the origins behind each event, claim and position, in the order of their ids."""
    spoken = index_statements(ground)
    rows = [trace(ground, spoken, row.id, row.evidence) for table in (events, claims, positions) for row in table]
    return tuple(sorted(rows, key=lambda one: one.of))


def index_statements(ground: Ground) -> dict[str, list[Statement]]:
    """Statements by document, the shortest first."""
    found: dict[str, list[Statement]] = {}
    for row in ground.linked.statements:
        found.setdefault(row.document, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda one: (sum(span.end - span.start for span in one.content), one.id))
    return found


def trace(
    ground: Ground, spoken: dict[str, list[Statement]], name: str, evidence: tuple[Evidence, ...]
) -> Corroboration:
    """Follow each piece of evidence back to where it comes from."""
    gathered = Gathered()
    for piece in evidence:
        document = ground.linked.documents[piece.document]
        gathered.outlets.add(outlet_of(document))
        statement = carrier(spoken.get(piece.document, []), piece)
        if statement is not None:
            follow(ground, gathered, statement)
            continue
        original = ground.original(piece.document)
        copied = original != piece.document
        gathered.add(
            "document", original, f"{outlet_of(document)} reprints it" if copied else "the outlet's own account"
        )
    origins = tuple(
        Origin(
            utterance=key if kind == "utterance" else None,
            document=key if kind == "document" else None,
            reasons=tuple(sorted(gathered.origins[kind, key])),
        )
        for kind, key in sorted(gathered.origins)
    )
    return Corroboration(
        of=name, origins=origins, outlets=tuple(sorted(gathered.outlets)), count=len(origins), evidence=evidence
    )


def carrier(rows: list[Statement], piece: Evidence) -> Statement | None:
    """The innermost statement whose content holds most of a piece of evidence."""
    for row in rows:
        shared = sum(max(0, min(span.end, piece.end) - max(span.start, piece.start)) for span in row.content)
        if shared * 2 > piece.end - piece.start:
            return row
    return None


def follow(ground: Ground, gathered: Gathered, statement: Statement) -> None:
    """The utterance behind a statement; without one, the same source saying it is one origin."""
    who = (
        ground.name(statement.source.actor) if statement.source.actor else statement.source.text or "an unnamed source"
    )
    through = ", ".join(party.text or "another outlet" for party in statement.via)
    reason = f"said by {who}" + (f", carried by {through}" if through else "")
    if statement.channel:
        reason += f" on {statement.channel}"
    if statement.utterance:
        gathered.add("utterance", statement.utterance, reason)
    else:
        gathered.add("document", ground.original(statement.document), reason)


def outlet_of(document: Document) -> str:
    """The outlet of a document, else the stem of its uri."""
    if document.outlet:
        return document.outlet
    return document.uri.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0] or document.uri
