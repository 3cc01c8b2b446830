"""`report` and `export`: write files, say where they are."""

import sys
from pathlib import Path

from onrecord.cli import context
from onrecord.errors import RecordError, SettingError


def write_report(output: Path, record: Path | None, title: str | None) -> None:
    """Write the HTML report."""
    from onrecord.present.report import build_report

    page = build_report(context.open_view(record), title=title)
    if str(output) == "-":
        sys.stdout.write(page)
        return
    write_file(output, page.encode("utf-8", "replace"))
    context.message(f"Report: {output.resolve()}")


def write_export(output: Path, record: Path | None, format_name: str, known_at: str | None = None) -> None:
    """Write every table as a file."""
    from onrecord.present.export import FORMATS, export_tables

    if format_name not in FORMATS:
        raise SettingError(f"--format: no format is called {format_name!r}", mend=f"Formats: {', '.join(FORMATS)}")
    view = context.open_view(record, known_at)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{output} cannot be made: {error.strerror}", mend="Name another folder with -o") from error
    for name, content in export_tables(view.tables, format_name):
        write_file(output / name, content)
    context.message(f"Export: {output.resolve()}")


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole.

    Raises:
        RecordError: It cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RecordError(f"{path} cannot be written: {error.strerror}", mend="Name another place with -o") from error
