"""The work behind a record: what is read is kept, what is new is annotated, and the tables are derived again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from onrecord.annotate import component_versions
from onrecord.annotations import Annotated
from onrecord.config import Settings
from onrecord.link.kept import pack_memo, print_linkers, unpack_memo
from onrecord.memo import Memo
from onrecord.moments import read_moment, spell_moment
from onrecord.pipeline import build_record
from onrecord.progress import Progress, Silent
from onrecord.records import Failure, Received
from onrecord.roster import NO_ROSTER, Roster, parse_roster
from onrecord.scale import annotate_all
from onrecord.store import Store
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What `add` did: documents new to the record, those it held already, and what failed."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = field(default=())


class Engine:
    """Derives the tables of one store from its documents and its log of corrections.

    Args:
        store: Where everything is kept.
        settings: How to annotate.
        clock: Tells the moment; None is the setting `now`, else the clock of the machine.
        memo: What an earlier use of the same file has worked out; it changes only the work.
    """

    def __init__(self, store: Store, settings: Settings, clock: Callable[[], datetime] | None, memo: Memo) -> None:
        self.store, self.settings, self.clock, self.memo = store, settings, clock, memo

    @cached_property
    def tables(self) -> Tables:
        """Every table of the record, as of the last `add`."""
        return self.store.read_tables()

    def take(self, articles: Iterable[Received | Failure], progress: Progress) -> Added:
        """Keep what was read, annotate what is new, and derive the record again."""
        new, known, failed = self.receive(articles, progress)
        annotated, broken = self.annotate_missing(progress)
        failed += broken
        self.store.add_failures(failed)
        self.derive(annotated, progress)
        return Added(new=tuple(new), known=tuple(known), failed=tuple(failed))

    def renew(self) -> None:
        """Derive the record again, as after a correction."""
        self.derive(self.annotate_missing(Silent())[0], Silent())

    def derive(self, annotated: Sequence[Annotated], progress: Progress) -> None:
        """Derive the record from the annotations of its documents and the log of corrections."""
        progress.start("linking and comparing", None)
        log = [one.correction for one in self.store.read_corrections()]
        if self.memo.empty:
            unpack_memo(self.memo, self.store.read_memo(print_linkers()))
        self.store.replace_tables(*build_record(annotated, log, roster=self.roster, memo=self.memo))
        if self.memo.made:
            self.store.save_memo(print_linkers(), pack_memo(self.memo))
        progress.finish()
        self.__dict__.pop("tables", None)

    @property
    def roster(self) -> Roster:
        """The known actors that the record is derived with."""
        text = self.store.read_option("roster")
        return parse_roster(text, "the roster kept in the record") if text else NO_ROSTER

    def now(self) -> datetime:
        """The moment it is, by the clock given, the setting, or the machine."""
        if self.clock is not None:
            return self.clock()
        return read_moment(self.settings.now) if self.settings.now else datetime.now(UTC)

    def receive(
        self, articles: Iterable[Received | Failure], progress: Progress
    ) -> tuple[list[str], list[str], list[Failure]]:
        """Keep articles in the store: ids new, ids known, failures."""
        new: list[str] = []
        known: list[str] = []
        failed: list[Failure] = []
        progress.start("reading", None)
        for one in articles:
            if isinstance(one, Failure):
                failed.append(one)
            elif self.store.add_received(one, spell_moment(self.now())):
                new.append(one.document.id)
            else:
                known.append(one.document.id)
            progress.advance(one.uri if isinstance(one, Failure) else one.document.uri)
        progress.finish()
        return new, known, failed

    def annotate_missing(self, progress: Progress, until: str | None = None) -> tuple[list[Annotated], list[Failure]]:
        """The annotations of every document (added by a moment), made where the cache lacks them, and what failed."""
        documents = self.store.read_received(until)
        versions = component_versions(self.settings.pipeline, self.settings.tagger)
        cached = self.store.read_annotations(versions)
        missing = [document for document in documents if document.id not in cached]
        made: dict[str, Annotated] = {}
        failed: list[Failure] = []
        progress.start("annotating", len(missing))
        for document, result in annotate_all(missing, self.settings):
            if isinstance(result, Failure):
                failed.append(result)
            else:
                made[document.id] = result
            progress.advance(document.uri)
        progress.finish()
        self.store.save_annotations(made.values())
        found = {**cached, **made}
        # The stored document decides: a date given later must not wait for a new annotation.
        return [replace(found[one.id], document=one) for one in documents if one.id in found], failed

    def build(self, *, known_at: str | None = None, as_of: str | None = None) -> Tables:
        """The record at another point of time, derived anew; what is stored stays."""
        annotated, _ = self.annotate_missing(Silent(), known_at)
        log = [one.correction for one in self.store.read_corrections()]
        if known_at is not None:
            log = [one for one in log if read_moment(one.time) <= read_moment(known_at)]
        return build_record(annotated, log, as_of=as_of, roster=self.roster)[0]
