"""`add`: progress while a person watches, then what was added and what failed."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from onrecord.cli import context
from onrecord.progress import Progress, Silent
from onrecord.records import Document

MIN_FOREIGN_WORDS = 20


class ShownProgress:
    """Progress as a bar on standard error."""

    def __init__(self, bar: RichProgress) -> None:
        self.bar = bar
        self.task = bar.add_task("", start=False, visible=False)

    def start(self, task: str, total: int | None) -> None:
        """A task begins."""
        self.bar.reset(self.task, description=task, total=total, visible=True, label="")

    def advance(self, label: str = "") -> None:
        """One step is done."""
        self.bar.update(self.task, advance=1, label=Path(label).name[:40])

    def finish(self) -> None:
        """The task has ended."""
        self.bar.update(self.task, visible=False)


def build_bar() -> RichProgress:
    """The bar: what is done, how far, since when, on what."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    label = TextColumn("{task.fields[label]}", markup=False)
    return RichProgress(*columns, TimeElapsedColumn(), label, console=Console(stderr=True), transient=True)


def check_day(day: str | None, option: str) -> None:
    """Refuse what is not an ISO date."""
    from datetime import date

    from onrecord.errors import SettingError

    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        raise SettingError(f"{option}: {day!r} is not a date", mend="Write it as YYYY-MM-DD") from error


def find_foreign(documents: Sequence[Document], new: Sequence[str]) -> list[Document]:
    """The documents just added that are long enough to tell, and not in English."""
    return [
        one
        for one in documents
        if one.id in new and one.language != "en" and len(one.text.split()) >= MIN_FOREIGN_WORDS
    ]


def add_sources(
    sources: list[str],
    record: Path | None,
    date: str | None,
    roster: Path | None,
    flags: Mapping[str, object],
    as_json: bool,
) -> None:
    """Add sources; exit status 0 if all went in, 1 if some failed, 2 if nothing is in the record."""
    check_day(date, "--date")
    with context.open_record(record, flags, create=True) as opened:
        if sys.stderr.isatty():
            with build_bar() as bar:
                added = opened.add(sources, date=date, roster=roster, progress=ShownProgress(bar))
        else:
            silent: Progress = Silent()
            added = opened.add(sources, date=date, roster=roster, progress=silent)
        tables = opened.tables
        place = opened.settings.record
    if as_json:
        context.print_json(added)
    else:
        parts = [f"{len(added.new)} added"]
        parts += [f"{len(added.known)} known already"] if added.known else []
        parts += [f"{len(added.failed)} failed"] if added.failed else []
        context.message(
            f"{', '.join(parts)}. {place} now holds {len(tables.documents)} documents, "
            f"{len(tables.statements)} statements, {len(tables.events)} events, {len(tables.disputes)} disputes."
        )
    for failure in added.failed:
        context.message(f"  {failure.uri}: {failure.reason}" + (f" ({failure.mend})" if failure.mend else ""))
    for document in find_foreign(tables.documents, added.new):
        context.message(f"  {document.uri}: This does not look like English, which is all that onrecord can read")
    if added.failed:
        raise typer.Exit(context.FAILED_SOME if added.new or added.known else context.FAILED)
