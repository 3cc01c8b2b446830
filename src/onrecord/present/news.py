"""What is new: the documents that brought it, and the rows that rest on them alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.present.view import View, is_close
from onrecord.records import Commitment, Dispute, Document, Event, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The rows that some documents brought, each in the order it was given in."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    commitments: tuple[Commitment, ...]


def find_news(view: View, documents: Sequence[Document], events: Sequence[Event]) -> News:
    """What some documents brought.

    Args:
        view: The record.
        documents: The new documents.
        events: All events, in the order wanted.
    """
    new = {one.id for one in documents}

    def is_new(evidence: Iterable[Evidence]) -> bool:
        return all(one.document in new for one in evidence)

    return News(
        documents=tuple(documents),
        events=tuple(row for row in events if is_new(row.evidence)),
        # A dispute is new with the first of the later accounts: what it rests on is then partly old.
        disputes=tuple(row for row in view.tables.disputes if any(one.document in new for one in row.evidence)),
        commitments=tuple(row for row in view.tables.commitments if is_new(row.evidence)),
    )


def find_latest(view: View) -> tuple[str, list[Document]]:
    """The last day that an article is sure to be of or after, and the articles that may be of that day or later.

    Nothing where that is every article, or none has a close date: then nothing is newer than anything else.
    """
    close = [one for one in view.tables.documents if is_close(one.published)]
    day = max((one.published.earliest[:10] for one in close if one.published.earliest), default="")
    latest = [one for one in close if day and (one.published.latest or "")[:10] >= day]
    return (day, latest) if 0 < len(latest) < len(view.tables.documents) else ("", [])
