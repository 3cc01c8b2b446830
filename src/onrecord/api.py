"""The Python API: a record file that articles are added to and that answers questions.

>>> from onrecord import Record
>>> with Record(":memory:") as record:
...     record.tables.events
()
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from types import TracebackType

from onrecord.config import Settings, load_settings
from onrecord.corrections.build import Request, build_correction
from onrecord.corrections.exchange import decode_log, encode_log, seal
from onrecord.corrections.rows import Correction, CorrectionKind, Logged
from onrecord.engine import Added, Engine
from onrecord.errors import LookupFailed, SettingError
from onrecord.memo import Memo
from onrecord.moments import check_moment, read_moment, spell_moment
from onrecord.present.changes import Change, compare_tables
from onrecord.progress import Progress, Silent
from onrecord.read import ReadOptions, read_bytes, read_sources
from onrecord.read.files import parse_given_date
from onrecord.read.urls import Robots, read_url
from onrecord.records import Document, Failure, Found, Hits, SearchFilters
from onrecord.roster import read_roster_file
from onrecord.store import Store, open_store
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What `import_corrections` did: entries new to the log, those it held already, and the lines it could not use."""

    new: int = 0
    known: int = 0
    faults: tuple[str, ...] = ()


class Record:
    """The record of a story, kept in one file.

    Args:
        path: The record file; ":memory:" keeps it in memory. None takes the setting (`./onrecord.db`).
        settings: How to annotate; None reads environment and `onrecord.toml`.
        create: Make the file if there is none.
        clock: Tells the moment at which documents are added and corrections made; None is the setting `now`, else the
            clock of the machine. Nothing that is exported hangs on it.
        memo: What an earlier use of the same file has worked out; it changes only the work.

    Raises:
        RecordError: The file cannot be used as a record.
    """

    def __init__(
        self,
        path: str | Path | None = None,
        *,
        settings: Settings | None = None,
        create: bool = True,
        clock: Callable[[], datetime] | None = None,
        memo: Memo | None = None,
    ) -> None:
        self.settings = settings or load_settings({}, os.environ, Path())
        self.store: Store = open_store(path or self.settings.record, create=create)
        self.engine = Engine(self.store, self.settings, clock, memo or Memo())

    def __enter__(self) -> "Record":
        """Use the record in a with statement."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    @property
    def tables(self) -> Tables:
        """Every table of the record, as of the last `add`."""
        return self.engine.tables

    def add(
        self,
        sources: str | Path | Sequence[str | Path],
        *,
        date: str | None = None,
        roster: str | Path | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add articles and bring the record up to date.

        Args:
            sources: Files, folders, globs, URLs, or "-" for standard input.
            date: ISO publication date for documents that state none.
            roster: A file of known actors (docs/roster.md), kept in the record from now on in place of any before.
            progress: Told how far the work is.

        Returns:
            What was new, known and failed. A failure never stops the others.

        Raises:
            SettingError: The roster cannot be used; then nothing is added.
        """
        if roster is not None:
            self.store.save_option("roster", read_roster_file(roster))
        listed = [sources] if isinstance(sources, str | Path) else list(sources)
        articles = read_sources(
            listed,
            given_date=date,
            max_article_bytes=self.settings.max_article_bytes,
            allow_private_addresses=bool(self.settings.allow_private_addresses),
            fetch_seconds=self.settings.fetch_seconds,
        )
        return self.engine.take(articles, progress or Silent())

    def add_given(
        self,
        files: Iterable[tuple[str, bytes]],
        urls: Iterable[str] = (),
        *,
        date: str | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add files already in hand, and pages by URL, and bring the record up to date; no path is opened.

        Args:
            files: Name and bytes of each; the suffix of the name tells the kind, else the first bytes.
            urls: Pages, feeds or files on the web.
            date: ISO publication date for documents that state none.
            progress: Told how far the work is.
        """
        options = self.read_options(date)
        robots: Robots = {}
        read = (read_bytes(raw, name, options=options) for name, raw in files)
        fetched = (read_url(url, options, robots) for url in urls)
        return self.engine.take(chain.from_iterable(chain(read, fetched)), progress or Silent())

    def read_options(self, date: str | None = None) -> ReadOptions:
        """How articles are read, by the settings."""
        return ReadOptions(
            given=parse_given_date(date),
            max_article_bytes=self.settings.max_article_bytes,
            allow_private_addresses=bool(self.settings.allow_private_addresses),
            fetch_seconds=self.settings.fetch_seconds,
        )

    def tables_as_of(self, day: str) -> Tables:
        """The record with commitments judged as of an ISO date."""
        return self.engine.build(as_of=day)

    def tables_known_at(self, moment: str, *, as_of: str | None = None) -> Tables:
        """The record as it stood: from the documents added and the corrections made by then.

        Args:
            moment: ISO date (its end, in UTC) or date-time.
            as_of: ISO date at which commitments are judged; None is the latest day one of these is shown to be of.
        """
        check_moment(moment)
        return self.engine.build(known_at=moment, as_of=as_of)

    def diff(self, first: str, second: str | None = None) -> tuple[Change, ...]:
        """What has changed in the record between two states of knowledge.

        Args:
            first: ISO date or date-time of the earlier one.
            second: Of the later one; None is now.
        """
        # Derived anew even for now: what is stored may be of an earlier model, whose changes are not the story's.
        after = self.engine.build() if second is None else self.tables_known_at(second)
        return compare_tables(self.tables_known_at(first), after)

    def correct(
        self, kind: CorrectionKind, *ids: str, author: str | None = None, reason: str = "", **values: str | None
    ) -> Logged:
        """Set something right, for good: it holds when articles are added, in any order, and after an upgrade.

        Args:
            kind: merge, split, speaker, date, drop, add, settle, mark or rename; see docs/corrections.md.
            ids: Rows of the record, as the listings have them.
            author: Who says so; None is the setting `author`.
            reason: Why.
            values: The fields of `corrections.build.Request` that the kind needs, e.g. `value="2025-03-18"`.

        Returns:
            The entry of the log, and what became of it.

        Raises:
            LookupFailed: An id or words that the record does not hold, or that do not decide.
            SettingError: A value that cannot be used.
        """
        known = {one.name for one in fields(Request)} - {"kind", "ids"}
        if set(values) - known:
            mend = f"Values are: {', '.join(sorted(known))}"
            raise SettingError(f"A correction has no value {min(set(values) - known)!r}", mend=mend)
        request = Request(kind=kind, ids=ids, **values)  # type: ignore[arg-type]
        name = self.settings.author if author is None else author
        return self.log(build_correction(self.tables, request, author=name, time=self.tick(), reason=reason))

    def undo(self, number: int, *, author: str | None = None, reason: str = "") -> Logged:
        """Undo a correction by an entry of its own; an undo can be undone too.

        Args:
            number: Of the correction in the log.
            author: Who says so; None is the setting `author`.
            reason: Why.

        Raises:
            LookupFailed: The log has no such number.
            SettingError: It is undone already.
        """
        found = {one.number: one for one in self.corrections()}.get(number)
        if found is None:
            raise LookupFailed(f"The log holds no correction {number}", mend="`onrecord correct --list` numbers them")
        if found.state == "undone":
            mend = "To make it hold again, undo the entry that undoes it"
            raise SettingError(f"Correction {number} is undone already", mend=mend)
        name = (self.settings.author if author is None else author).strip()
        if not name:
            raise SettingError("A correction needs an author", mend="Name one with --author or ONRECORD_AUTHOR")
        draft = Correction(kind="undo", author=name, time=self.tick(), reason=reason.strip())
        return self.log(seal(replace(draft, undoes=found.correction.id)))

    def corrections(self) -> tuple[Logged, ...]:
        """The log of corrections, by number, with what became of each when the record was last derived."""
        return self.store.read_corrections()

    def export_corrections(self) -> bytes:
        """The log as JSON Lines."""
        return encode_log(one.correction for one in self.corrections())

    def import_corrections(self, content: bytes) -> Imported:
        """Add the entries of a log to this one; those it holds already change nothing, bad lines stop no other."""
        found, faults = decode_log(content)
        new = self.store.append_corrections(found)
        if new:
            self.engine.renew()
        return Imported(new=len(new), known=len(found) - len(new), faults=faults)

    def tick(self) -> str:
        """The moment of a new correction: later than every other, so that the later one always wins."""
        last = max((read_moment(one.correction.time) for one in self.corrections()), default=None)
        now = self.engine.now()
        return spell_moment(now if last is None or now > last else last + timedelta(microseconds=1))

    def log(self, correction: Correction) -> Logged:
        """Append a correction, derive the record anew, and say what became of it and what it overrules."""
        before = {one.number: one.note for one in self.corrections() if one.state == "applied"}
        self.store.append_corrections([correction])
        self.engine.renew()
        after = self.corrections()
        entry = next(one for one in after if one.correction.id == correction.id)
        beaten = [
            f"{one.number} ({one.correction.kind} by {one.correction.author})"
            + (" in part" if one.state == "applied" else "")
            for one in after
            if one.note.startswith("overruled") and before.get(one.number, one.note) != one.note
        ]
        names = ", ".join(beaten)
        return replace(entry, note="; ".join(filter(None, (entry.note, f"overrules {names}" if names else ""))))

    def documents(self) -> tuple[Document, ...]:
        """The documents with their publication dates as linked."""
        return self.tables.documents

    def failures(self) -> tuple[Failure, ...]:
        """What could not be added."""
        return self.store.read_failures()

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Rows that hold the words, best first."""
        return self.store.search(words, limit=limit)

    def search_page(self, words: str, filters: SearchFilters, *, limit: int = 20, offset: int = 0) -> Hits:
        """One page of the rows that hold the words and fit the filters, and how many there are."""
        return self.store.search_page(words, filters, limit=limit, offset=offset)
