"""What is new since a day: the documents that came in or were published, and the rows that rest on them alone."""

from onrecord.present.news import News, find_news
from onrecord.web.view import DeskView


def last_day(view: DeskView) -> str:
    """The day on which a document was last added, in UTC; empty for an empty record."""
    return max((view.added[name][:10] for name in view.documents if name in view.added), default="")


def find_changes(view: DeskView, since: str) -> News:
    """The rows that rest only on documents added, or published, on or after an ISO day."""
    documents = [
        one
        for one in view.documents_latest
        if view.added.get(one.id, "")[:10] >= since or (one.published.earliest or "")[:10] >= since
    ]
    return find_news(view, documents, view.events_ordered)
