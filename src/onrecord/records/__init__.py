"""The rows of the record: the field names of docs/record-format.md, frozen, with tuples for lists.

Offsets are half-open `[start, end)` in Unicode code points of `Document.text`. Times are ISO 8601 dates or
date-times; `edtf` is the same for people (EDTF, ISO 8601-2). A row without evidence is a bug.
"""

from onrecord.records.documents import UNKNOWN, Document, Evidence, Failure, Published, Received, Span, Time, When, Zone
from onrecord.records.rows import (
    Actor,
    Claim,
    Commitment,
    Corroboration,
    Coverage,
    Dispute,
    Event,
    Link,
    Mention,
    Office,
    Origin,
    Participant,
    Party,
    Position,
    Proposal,
    Side,
    Statement,
    Storyline,
    Utterance,
)
from onrecord.records.searches import Found, Hits, SearchFilters

__all__ = [
    "UNKNOWN",
    "Actor",
    "Claim",
    "Commitment",
    "Corroboration",
    "Coverage",
    "Dispute",
    "Document",
    "Event",
    "Evidence",
    "Failure",
    "Found",
    "Hits",
    "Link",
    "Mention",
    "Office",
    "Origin",
    "Participant",
    "Party",
    "Position",
    "Proposal",
    "Published",
    "Received",
    "SearchFilters",
    "Side",
    "Span",
    "Statement",
    "Storyline",
    "Time",
    "Utterance",
    "When",
    "Zone",
]
