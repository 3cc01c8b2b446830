"""The record behind the desk: read once, kept until its file changes, searched, and added to by one worker."""

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from onrecord.api import Record
from onrecord.config import Settings
from onrecord.errors import RecordError
from onrecord.records import Failure, Hits, SearchFilters
from onrecord.web.jobs import Jobs
from onrecord.web.options import DeskOptions
from onrecord.web.view import DeskView

log = logging.getLogger(__name__)

COUNTER = slice(24, 28)  # of the file's header: SQLite counts every change here (sqlite.org/fileformat.html, 1.3.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The record as it stood, and what tells that state from another."""

    view: DeskView
    stamp: str


class Desk:
    """One record, for all visitors.

    Args:
        settings: Which record, and how articles are annotated.
        options: How the desk is served.
        create: Make the record if there is none.

    Raises:
        RecordError: The file cannot be used as a record.
    """

    def __init__(self, settings: Settings, options: DeskOptions, *, create: bool = False) -> None:
        if settings.record == ":memory:":
            raise RecordError("A record in memory cannot be served", mend="Name a file with --record")
        self.settings = settings
        self.options = options
        self.record = Record(settings=settings, create=create)
        self.jobs = Jobs(settings)
        self.reading = threading.Lock()
        self.kept: Snapshot | None = None

    def close(self) -> None:
        """Let go of the record."""
        self.record.close()

    def read_stamp(self) -> str:
        """What tells one state of the record's file from another."""
        path = Path(self.settings.record)
        with path.open("rb") as file:
            head = file.read(100)
        seen = path.stat()
        return f"{head[COUNTER].hex()}-{seen.st_mtime_ns:x}-{seen.st_size:x}"

    def snapshot(self, *, newest: bool = False) -> Snapshot:
        """The record as it stands; while another visitor waits for a newer state, the one before.

        Args:
            newest: Wait for the newer state as well.
        """
        try:
            stamp = self.read_stamp()
        except OSError as error:
            raise RecordError(f"{self.settings.record} cannot be read: {error.strerror}") from error
        kept = self.kept
        if kept is not None and kept.stamp == stamp:
            return kept
        if not self.reading.acquire(blocking=newest or kept is None) and kept is not None:
            return kept
        try:
            if self.kept is None or self.kept.stamp != stamp:
                self.kept = self.read_snapshot(stamp)
            return self.kept
        except RecordError:
            # Another program is writing: what was read before is still good to show.
            if self.kept is None:
                raise
            log.warning("The record could not be read again; the state before is shown")
            return self.kept
        finally:
            self.reading.release()

    def read_snapshot(self, stamp: str) -> Snapshot:
        """Read every table."""
        store = self.record.store
        return Snapshot(view=DeskView(store.read_tables(), added=store.read_added()), stamp=stamp)

    def failures(self) -> tuple[Failure, ...]:
        """What could not be added."""
        return self.hide_faults(self.record.failures())

    def hide_faults(self, failures: Iterable[Failure]) -> tuple[Failure, ...]:
        """Failures without the words of exceptions, which the command line shows."""
        kept = "The article is kept but could not be annotated"
        return tuple(replace(one, reason=kept) if one.stage == "annotate" else one for one in failures)

    def search(self, words: str, filters: SearchFilters, *, limit: int, offset: int) -> Hits:
        """One page of hits."""
        return self.record.search_page(words, filters, limit=limit, offset=offset)


def find_desk(request: Request) -> Desk:
    """The desk a request is for."""
    desk: Desk = request.app.state.desk
    return desk


DeskOf = Annotated[Desk, Depends(find_desk)]
