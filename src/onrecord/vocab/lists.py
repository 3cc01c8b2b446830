"""The closed lists of the record format, as types that msgspec and mypy both check.

Source: PLOVER (Halterman et al. 2023) for event types, TimeML for TIMEX3 types; the rest is the record's own.
"""

from typing import Literal, get_args

ZoneKind = Literal["body", "headline", "subhead", "dateline", "byline", "caption", "furniture"]
Basis = Literal["stated", "metadata", "given", "inferred", "unknown"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
ActorKind = Literal["person", "organization", "state", "group", "place"]
MentionForm = Literal["name", "title", "pronoun", "metonym", "nominal"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "state", "report", "confirm", "deny", "announce", "propose", "promise", "demand", "agree", "refuse", "threaten",
    "warn", "accuse", "praise", "thank", "ask", "predict",
]  # fmt: skip
EventType = Literal[
    "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
]  # fmt: skip
EventMode = Literal["call", "meeting", "summit", "talks", "visit", "third-party"]
EventStatus = Literal["happened", "ongoing", "planned", "proposed", "cancelled", "denied", "unconfirmed"]
Role = Literal["source", "target", "participant", "host", "mediator"]
ProposalKind = Literal["event", "measure", "demand", "matter"]
Stance = Literal[
    "proposes", "supports", "agrees", "conditional", "undecided", "unconfirmed", "opposes", "rejects", "denies",
]  # fmt: skip
Facet = Literal[
    "date", "place", "duration", "initiator", "participants", "count", "amount", "office", "outcome", "other",
]  # fmt: skip
DisputeKind = Literal["denial", "value", "stance", "unconfirmed"]
CommitmentStatus = Literal["open", "kept", "broken", "overdue", "superseded", "unclear"]
Tagger = Literal["model", "grammar"]
LinkKind = Literal[
    "actor", "date", "utterance", "event", "part", "proposal", "copy", "version", "coverage", "storyline", "correction",
]  # fmt: skip


def values(closed_list: object) -> tuple[str, ...]:
    """The words of a closed list, in its order.

    >>> values(TimeType)
    ('DATE', 'TIME', 'DURATION', 'SET')
    """
    return get_args(closed_list)
