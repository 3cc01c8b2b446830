"""`report` and `export`: write files, say where they are."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli import context
from onrecord.errors import RecordError, SettingError

if TYPE_CHECKING:
    from onrecord.present.view import View

REPORT_KINDS = ("", ".html", ".htm", ".md", ".pdf")  # no suffix is HTML


def write_report(output: Path, record: Path | None, title: str | None) -> None:
    """Write the report; the end of the file's name says as what.

    Raises:
        SettingError: No kind of report has a name that ends so, or a PDF cannot be made here.
    """
    kind = ".html" if str(output) == "-" else output.suffix.casefold()
    if kind not in REPORT_KINDS:
        mend = "Let it end in .html, .md or .pdf"
        raise SettingError(f"-o {output}: no report is written to a file of this name", mend=mend)
    page = build_report_file(context.open_view(record), kind, title)
    if str(output) == "-":
        sys.stdout.write(page.decode())
        return
    write_file(output, page)
    context.message(f"Report: {output.resolve()}")


def build_report_file(view: "View", kind: str, title: str | None) -> bytes:
    """The report as HTML, Markdown or PDF."""
    if kind == ".pdf":
        from onrecord.present.pdf import build_pdf

        return build_pdf(view, title=title)
    if kind == ".md":
        from onrecord.present.markdown import build_markdown

        return build_markdown(view, title=title).encode("utf-8", "replace")
    from onrecord.present.report import build_report

    return build_report(view, title=title).encode("utf-8", "replace")


def write_export(output: Path, record: Path | None, format_name: str, known_at: str | None = None) -> None:
    """Write the record in one format.

    Raises:
        SettingError: No format is called so, or a package that it needs is not installed.
        RecordError: The folder or a file cannot be written.
    """
    from onrecord.present.export import find_builder

    build_files = find_builder(format_name)
    view = context.open_view(record, known_at)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{output} cannot be made: {error.strerror}", mend="Name another folder with -o") from error
    for name, content in build_files(view.tables):
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
