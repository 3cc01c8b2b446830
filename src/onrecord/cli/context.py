"""What the commands share: options, opening the record, printing data and messages."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.api import Record
    from onrecord.present.view import View
    from onrecord.store import Store

RecordPath = Annotated[
    Path | None,
    typer.Option("--record", help="The record file. Default: $ONRECORD_RECORD, onrecord.toml, ./onrecord.db."),
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", help="The record as it stood: only what was added and corrected by this ISO date."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output instead of a table.")]

FAILED_SOME = 1
FAILED = 2


def run(app: typer.Typer) -> None:
    """Run the command line; our own errors become a message and exit status 2."""
    try:
        app()
    except OnRecordError as error:
        message(f"onrecord: {error}")
        sys.exit(FAILED)
    except BrokenPipeError:
        # The reader of our output has gone (`onrecord timeline | head`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        message("onrecord: stopped; what was added before stays in the record")
        sys.exit(130)


def message(text: str) -> None:
    """A line for the person, on standard error."""
    typer.echo(text, err=True)


def print_json(value: object) -> None:
    """Data for programs, on standard output."""
    import msgspec

    typer.echo(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1))


def print_rich(shown: "RenderableType") -> None:
    """A listing for people, on standard output; as wide as the terminal, or wide when piped."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "160"))
    Console(width=width, highlight=False, markup=False).print(shown)


def open_record(path: Path | None, flags: Mapping[str, object] | None = None, *, create: bool = False) -> "Record":
    """Open the record that flag, environment, file or default name, for adding."""
    from onrecord.api import Record
    from onrecord.config import load_settings

    settings = load_settings({"record": path, **(flags or {})}, os.environ, Path())
    return Record(settings=settings, create=create)


def open_kept(path: Path | None) -> "Store":
    """Open the record's store for reading; no model and no reader is imported."""
    from onrecord.config import load_settings
    from onrecord.store import open_store

    settings = load_settings({"record": path}, os.environ, Path())
    return open_store(settings.record, create=False)


def open_view(path: Path | None, known_at: str | None = None) -> "View":
    """The record's tables, ready to be shown: as they are, or as they stood at a moment."""
    from onrecord.present.view import View

    if known_at is not None:
        with open_record(path) as opened:
            return View(opened.tables_known_at(known_at))
    store = open_kept(path)
    try:
        return View(store.read_tables())
    finally:
        store.close()


def as_rows(rows: Sequence[Any]) -> list[Any]:
    """Rows as plain values."""
    import msgspec

    plain: list[Any] = msgspec.to_builtins(list(rows))
    return plain
