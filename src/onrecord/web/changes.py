"""What is new since a day: the documents that came in or were published, and the rows that rest on them alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Commitment, Dispute, Document, Event, Evidence
from onrecord.web.view import DeskView


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The rows that a day brought, each in the order of its page."""

    since: str
    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    commitments: tuple[Commitment, ...]


def last_day(view: DeskView) -> str:
    """The day on which a document was last added, in UTC; empty for an empty record."""
    return max((view.added[name][:10] for name in view.documents if name in view.added), default="")


def find_changes(view: DeskView, since: str) -> Changes:
    """The rows that rest only on documents added, or published, on or after an ISO day."""
    documents = [
        one
        for one in view.documents_latest
        if view.added.get(one.id, "")[:10] >= since or (one.published.earliest or "")[:10] >= since
    ]
    new = {one.id for one in documents}

    def is_new(evidence: Iterable[Evidence]) -> bool:
        return all(one.document in new for one in evidence)

    return Changes(
        since=since,
        documents=tuple(documents),
        events=tuple(row for row in view.events_ordered if is_new(row.evidence)),
        # A dispute is new with the first of the later accounts: what it rests on is then partly old.
        disputes=tuple(row for row in view.tables.disputes if any(one.document in new for one in row.evidence)),
        commitments=tuple(row for row in view.tables.commitments if is_new(row.evidence)),
    )
