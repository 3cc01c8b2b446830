"""What `link` hands to `compare`: the rows that span documents, and the way from local indices to their ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.annotations import Annotated
from onrecord.records import (
    Actor,
    Coverage,
    Document,
    Event,
    Link,
    Mention,
    Statement,
    Storyline,
    Time,
    Utterance,
)

Local = tuple[str, int]
"""A document id and an index into one of the tuples of its `Annotated`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The linked record. `annotated` and `documents` are keyed by document id; mappings are in sorted order.

    Attributes:
        actor_of: Local actor -> id of the actor.
        statement_of: Local statement -> id of the statement.
        event_of: Local event mention -> id of the event; plural or unusable mentions are absent.
        time_of: Local time expression -> its resolved row.
    """

    annotated: Mapping[str, Annotated]
    documents: Mapping[str, Document]
    times: tuple[Time, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]
    events: tuple[Event, ...]
    coverage: tuple[Coverage, ...]
    storylines: tuple[Storyline, ...]
    links: tuple[Link, ...]
    actor_of: Mapping[Local, str]
    statement_of: Mapping[Local, str]
    event_of: Mapping[Local, str]
    time_of: Mapping[Local, Time]
