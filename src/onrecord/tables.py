"""The whole record as tables: what the store keeps, the exports write and the pages show."""

from dataclasses import dataclass, fields

from onrecord.records import (
    Actor,
    Claim,
    Commitment,
    Corroboration,
    Coverage,
    Dispute,
    Document,
    Event,
    Link,
    Mention,
    Position,
    Proposal,
    Statement,
    Storyline,
    Time,
    Utterance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Every table of the record, each in its canonical order (by id, or by place in the text)."""

    documents: tuple[Document, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corroboration: tuple[Corroboration, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    links: tuple[Link, ...] = ()


ROW_TYPES: dict[str, type] = {
    "documents": Document,
    "times": Time,
    "actors": Actor,
    "mentions": Mention,
    "statements": Statement,
    "utterances": Utterance,
    "events": Event,
    "proposals": Proposal,
    "positions": Position,
    "claims": Claim,
    "disputes": Dispute,
    "corroboration": Corroboration,
    "commitments": Commitment,
    "coverage": Coverage,
    "storylines": Storyline,
    "links": Link,
}
"""Table name -> type of its rows, in the order of docs/record-format.md."""

TABLE_NAMES = tuple(one.name for one in fields(Tables))
