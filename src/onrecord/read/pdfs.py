"""PDF files (pypdf): the text layer only; what is a picture of text stays unread.

Lines that the page broke are joined to paragraphs, so that a sentence is one again. The dates in a PDF's own metadata
say when the file was made, often by whoever collected it; none is taken for a date of publication.
"""

import io
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.metadata import as_text
from onrecord.records import Received

MEDIA = "application/pdf"
PDF_FACTOR = 10  # fonts and pictures
MAX_PAGES = 400
MAX_DRAWN = 20_000_000
"""Bytes of drawing instructions in all, maps and bombs included; a page of text has some thousand."""

FITTING = 0.88
"""Share of the usual line's length up to which the next word would have fitted: then the break was meant."""

MEND = "Add its text as .txt"


def read_pdf(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received]:
    """The article in a PDF.

    Raises:
        ReadError: It is locked, broken, or without a text layer.
    """
    if len(raw) > PDF_FACTOR * options.max_article_bytes:
        check_size(len(raw), options)
    pages, title = extract_pages(raw, options)
    text = "\n\n".join(filter(None, (join_lines(page.splitlines()) for page in pages)))
    text = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", "", text)
    if not text.strip():
        what = f"The PDF has no text layer ({len(pages)} pages of pictures)"
        raise ReadError(what, mend="Run a text recognition on it (OCR), or add its text as .txt")
    known = title if title and title.casefold() in " ".join(text.split()).casefold() else None
    yield build_received(raw, text, uri=uri, media=MEDIA, stated=Stated(headline=known), options=options)


def extract_pages(raw: bytes, options: ReadOptions) -> tuple[list[str], str | None]:
    """The text of each page, and the title in the metadata.

    Raises:
        ReadError: The file is locked, too long or broken.
    """
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it mends
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("The PDF is locked with a password", mend="Save it without one, or add its text as .txt")
        if len(reader.pages) > MAX_PAGES:
            what = f"The PDF has {len(reader.pages):,} pages; more than {MAX_PAGES} are no article"
            raise ReadError(what, mend="Save the pages with the article as a PDF of their own")
        return list(extract_each(reader, options)), as_text(reader.metadata.title if reader.metadata else None)
    except (MemoryError, ReadError):
        raise
    except Exception as error:  # whatever a broken file does to the parser stays here
        what = "is locked in a way that is not read here" if "crypt" in str(error).lower() else "cannot be read"
        raise ReadError(f"The PDF {what} ({type(error).__name__})", mend=f"Save it again. {MEND}") from error


def extract_each(reader: Any, options: ReadOptions) -> Iterator[str]:
    """The text page by page, refused as soon as it is too long."""
    size = drawn = 0
    for number, page in enumerate(reader.pages, 1):
        content = page.get_contents()
        drawn += len(content.get_data()) if content is not None else 0
        if drawn > MAX_DRAWN:
            raise ReadError(f"The drawing on page {number} of the PDF is too large to read", mend=MEND)
        text = page.extract_text() or ""
        size += len(text)
        check_size(size, options)
        yield text


def join_lines(lines: Sequence[str]) -> str:
    """The lines of a page joined to paragraphs.

    >>> join_lines(["The minister said that the ferry was lost in", "the strait. She left.", "A second paragraph."])
    'The minister said that the ferry was lost in the strait. She left.\\n\\nA second paragraph.'
    """
    stripped = [" ".join(line.split()) for line in lines]
    lengths = sorted(len(line) for line in stripped if line)
    usual = lengths[math.ceil(0.9 * (len(lengths) - 1))] if lengths else 0
    paragraphs: list[str] = []
    before = ""
    for line in stripped:
        if not line or not before or is_meant(before, line, usual):
            paragraphs += [line] if line else []
        elif paragraphs[-1].endswith("-") and line[0].islower() and paragraphs[-1][-2:-1].isalpha():
            paragraphs[-1] = paragraphs[-1][:-1] + line
        else:
            paragraphs[-1] += f" {line}"
        before = line
    return "\n\n".join(paragraphs)


def is_meant(line: str, following: str, usual: int) -> bool:
    """Was a line broken although the next word would have fitted, and not amid a sentence?"""
    fits = len(line) + 1 + len(following.split()[0]) <= FITTING * usual
    ended = bool(re.search(r"[.!?:][\"”’')\]]*$", line))
    return fits and (ended or not following[0].islower())
