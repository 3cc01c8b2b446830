"""The report as Markdown and PDF: the same sections, no markup from the news, clear words where it cannot be made."""

import builtins
import io
import sys
import warnings
from dataclasses import replace
from types import ModuleType

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import SettingError
from onrecord.present.markdown import build_markdown, escape
from onrecord.present.pdf import build_pdf, load_weasyprint
from onrecord.present.view import View

SECTIONS = (
    "Timeline", "Where the accounts part", "Who stands where", "What was promised", "Who said what", "Cast", "Sources",
)  # fmt: skip


def test_markdown_has_every_section_and_the_words(small_tables):
    page = build_markdown(View(small_tables))
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == list(SECTIONS)
    for words in ("**Premier Ada Moreau called Boris Tane**", "[The Ledger](#doc-aaa1)", '<a id="doc-aaa1"></a>'):
        assert words in page
    assert page == build_markdown(View(small_tables))


def test_markdown_of_an_empty_record_says_that_nothing_was_found(small_tables):
    page = build_markdown(View(type(small_tables)()))
    assert page.count("Nothing found.") == len(SECTIONS)


def test_markdown_takes_no_markup_from_the_news(small_tables):
    event = replace(small_tables.events[0], label="<script>\n# [x](javascript:y) | *z*")
    page = build_markdown(View(replace(small_tables, events=(event,))))
    assert r"\<script\> \# \[x\](javascript:y) \| \*z\*" in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("words", "escaped"),
    [("1. one", r"\1. one"), ("- a", r"\- a"), ("a - b", "a - b"), ("AT&amp;T", "AT&amp;amp;T"), ("a\n\nb", "a b")],
)
def test_escaped_words_start_no_list_and_keep_their_letters(words, escaped):
    assert escape(words) == escaped


def test_the_name_of_the_file_says_what_is_written(small_record, tmp_path):
    target = tmp_path / "r.md"
    result = CliRunner().invoke(app, ["report", "-o", str(target), "--record", str(small_record), "--title", "A & B"])
    assert result.exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("# A &amp; B\n")


def test_another_kind_of_file_is_refused(small_record, tmp_path):
    result = CliRunner().invoke(app, ["report", "-o", str(tmp_path / "r.docx"), "--record", str(small_record)])
    assert "end in .html, .md or .pdf" in str(result.exception)
    assert not (tmp_path / "r.docx").exists()


def test_the_pdf_has_every_section(small_tables):
    pypdf = pytest.importorskip("pypdf")
    try:
        page = build_pdf(View(small_tables))
    except SettingError as reason:
        pytest.skip(str(reason))  # WeasyPrint, or a library or the fonts of the system that it needs, are missing
    text = "\n".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(page)).pages)
    for section in SECTIONS:
        assert section in text
    assert "Premier Ada Moreau called Boris Tane" in " ".join(text.split())
    assert page == build_pdf(View(small_tables))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (ImportError("No module named 'weasyprint'"), r"not installed.*onrecord\[pdf\]"),
        (
            OSError("cannot load library 'libpango-1.0-0': no such file"),
            r"'libpango-1.0-0'.*apt install libpango-1.0-0",
        ),
    ],
)
def test_where_weasyprint_cannot_be_loaded_the_message_says_what_to_install(monkeypatch, capsys, fault, words):
    real = builtins.__import__

    def refuse(name, *args, **options):
        if name == "weasyprint":
            sys.stdout.write("WeasyPrint could not import some external libraries.")
            raise fault
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(SettingError, match=words):
        load_weasyprint()
    assert capsys.readouterr().out == ""


def test_a_warning_of_what_later_versions_need_stops_no_report(monkeypatch):
    stand_in = ModuleType("weasyprint")
    warn_at_import(monkeypatch, "HarfBuzz-Subset will be required", DeprecationWarning, stand_in)
    assert load_weasyprint() is stand_in


def test_without_fonts_no_pages_of_blanks_are_written(small_tables, monkeypatch):
    warn_at_import(monkeypatch, "No fonts configured in FontConfig. Expect ugly output.", UserWarning, None)
    with pytest.raises(SettingError, match="apt install fonts-dejavu"):
        build_pdf(View(small_tables))


def warn_at_import(monkeypatch, message, category, stand_in):
    real = builtins.__import__

    def warn(name, *args, **options):
        if name == "weasyprint":
            warnings.warn(message, category, stacklevel=1)
            return stand_in
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", warn)
