"""How many independent origins stand behind an event, a claim or a position.

One utterance quoted by ten outlets is one origin, a speaker who repeats himself is one, a reprint is its original, an
outlet that cites another is that one: what is counted is who could have known, not who wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.compare.ground import outlet_of
from onrecord.records import Corroboration, Evidence, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.compare.ground import Ground
    from onrecord.records import Claim, Event, Position, Statement


@dataclass(slots=True)
class Gathered:
    """The origins of one thing while they are gathered: for each who could have known, where it is heard and why."""

    origins: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=dict)
    reasons: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)

    def add(self, who: tuple[str, str], place: tuple[str, str], reason: str) -> None:
        """Add an origin, the utterance or document it is heard in, and why accounts come down to it."""
        self.origins.setdefault(who, set()).add(place)
        self.reasons.setdefault(who, set()).add(reason)

    def rows(self) -> tuple[Origin, ...]:
        """The origins; an utterance stands for a source before a document does."""
        found = []
        for who, places in self.origins.items():
            kind, name = max(places, key=lambda one: (one[0] == "utterance", one))
            found.append((kind, name, tuple(sorted(self.reasons[who]))))
        return tuple(
            Origin(
                utterance=name if kind == "utterance" else None,
                document=name if kind == "document" else None,
                reasons=reasons,
            )
            for kind, name, reasons in sorted(found)
        )


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
    carriers = [(piece, carrier(spoken.get(piece.document, []), piece)) for piece in evidence]
    attributed = {piece.document for piece, statement in carriers if statement is not None}
    for piece, statement in carriers:
        document = ground.linked.documents[piece.document]
        gathered.outlets.add(outlet_of(document))
        if statement is not None:
            follow(ground, gathered, statement)
        elif piece.document not in attributed:  # else the outlet tells again what its source says
            original = ground.original(piece.document)
            copied = original != piece.document
            reason = f"{outlet_of(document)} reprints it" if copied else "the outlet's own account"
            gathered.add(("document", original), ("document", original), reason)
    origins = gathered.rows()
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
    original = ground.original(statement.document)
    place = ("utterance", statement.utterance) if statement.utterance else ("document", original)
    gathered.add(source_of(ground, statement, place), place, reason)


def source_of(ground: Ground, statement: Statement, place: tuple[str, str]) -> tuple[str, str]:
    """Who could have known: the source; for one left open the outlet that carries it, else the place itself."""
    actor = ground.speakers.get(statement.utterance or "") or statement.source.actor
    if actor:
        return "actor", actor  # "a diplomat" of two articles is two actors, but what they say once is one's
    for party in statement.via:
        name = (ground.name(party.actor) if party.actor else party.text or "").casefold()
        if name and name in ground.outlets:
            return "document", ground.original(ground.outlets[name])
        if name:
            return "outlet", name
    return place
