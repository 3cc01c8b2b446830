"""Watching feeds: each round adds what is new and says what it changed in the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.api import Record
from onrecord.engine import Added
from onrecord.errors import OnRecordError, SettingError
from onrecord.present.changes import Change, compare_tables
from onrecord.progress import Progress, Silent
from onrecord.read import Feed, poll_feed
from onrecord.read.urls import Robots, is_url
from onrecord.records import Failure, Received

LEAST_SECONDS = 60
"""Between two rounds: a feed asked more often is a burden and brings nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one look at the feeds brought.

    Attributes:
        added: The articles that were new, and those that could not be had.
        changes: What they changed in the record.
        faults: Why a feed could not be had, by its URL.
    """

    added: Added
    changes: tuple[Change, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


class Watch:
    """A record and the feeds that it follows.

    Args:
        record: Where articles go.
        feeds: URLs of RSS or Atom feeds.
        every: Seconds between two rounds, for the wait after a failure.
        pages: Fetch the page of an entry that holds only a teaser, if the site's robots.txt lets us.
        pause: Seconds between two pages.

    Raises:
        SettingError: There is no feed, or one is no URL.
    """

    def __init__(
        self, record: Record, feeds: Sequence[str], *, every: float = 900, pages: bool = True, pause: float = 1.0
    ) -> None:
        for url in feeds:
            if not is_url(url):
                raise SettingError(f"{url!r} is no URL of a feed", mend="Files are added with `onrecord add`")
        if not feeds:
            raise SettingError("There is no feed to watch", mend="Name one or more URLs of RSS or Atom feeds")
        self.record = record
        self.feeds = [Feed(url=url) for url in dict.fromkeys(feeds)]
        self.every, self.pages, self.pause = every, pages, pause

    def poll(self, progress: Progress | None = None) -> Round:
        """Look at every feed once.

        Raises:
            RecordError: The record cannot be written; the next round can try again.
        """
        before = self.record.tables
        known = {one.uri for one in before.documents} | {one.address for one in before.documents}
        robots: Robots = {}  # asked anew in each round: a site may change its mind
        found: list[Received | Failure] = []
        for feed in self.feeds:
            polled = poll_feed(
                feed,
                self.record.read_options(),
                robots,
                every=self.every,
                is_known=known.__contains__,
                pages=self.pages,
                pause=self.pause,
            )
            for one in polled:
                found.append(one)
                if isinstance(one, Received):
                    known |= {one.document.uri, one.document.address}
        faults = tuple((feed.url, feed.fault) for feed in self.feeds if feed.fault)
        if not any(isinstance(one, Received) for one in found):
            return Round(added=Added(failed=tuple(one for one in found if isinstance(one, Failure))), faults=faults)
        try:
            added = self.record.engine.take(found, progress or Silent())
        except OnRecordError:
            for feed in self.feeds:  # so that the next round is sent it all again
                feed.etag = feed.modified = ""
            raise
        changes = compare_tables(before, self.record.tables) if added.new else ()
        return Round(added=added, changes=changes, faults=faults)
