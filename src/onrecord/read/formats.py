"""The table of readers: what a source is, by its name or its first bytes, and who reads it.

A new kind of source needs one reader (bytes or a stream, URI, options -> documents) and one line in each table below.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.encodings import check_magic, decode_text
from onrecord.read.feeds import FEED_FACTOR, read_feed
from onrecord.read.jsonlines import read_json, read_json_stream
from onrecord.read.mails import MAIL_FACTOR, is_mail, read_mail
from onrecord.read.packing import peek
from onrecord.read.pages import PAGE_FACTOR, read_page
from onrecord.read.pdfs import PDF_FACTOR, read_pdf
from onrecord.read.warcs import read_wacz, read_warc
from onrecord.records import Failure, Received

Reader = Callable[[bytes, str, ReadOptions], Iterator[Received | Failure]]
StreamReader = Callable[[BinaryIO, str, ReadOptions], Iterator[Received | Failure]]

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".json": "application/json",
    ".rss": "application/xml",
    ".atom": "application/xml",
    ".rdf": "application/xml",
    ".xml": "application/xml",
    ".warc": "application/warc",
    ".wacz": "application/wacz",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
}
KINDS_BY_TYPE = {
    "application/xhtml+xml": "text/html",
    "application/rss+xml": "application/xml",
    "application/atom+xml": "application/xml",
    "application/rdf+xml": "application/xml",
    "text/xml": "application/xml",
    "application/jsonl": "application/x-ndjson",
    "application/zip": "application/wacz",
    **{kind: kind for kind in SUFFIXES.values() if kind != "text/plain"},
}
"""Media types as servers send them -> kinds of ours."""

MARKS = ((b"%PDF-", "application/pdf"), (b"WARC/", "application/warc"), (b"PK\x03\x04", "application/wacz"))
"""First bytes that leave no doubt, whatever the name says."""

SINGLE = ("text/plain", "text/html", "application/pdf", "message/rfc822")
"""Kinds that are one article."""

MARKUP = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|meta|div|p)\b", re.IGNORECASE)
FEED = re.compile(rb"<\?xml\b|<(?:rss|feed|rdf:RDF)\b")
SNIFFED = 1 << 20  # a line of JSON is long
LOOKED_AT = 4096


def read_text(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """A plain text: the input as decoded, unchanged.

    Raises:
        ReadError: It is no text, or no article.
    """
    check_size(len(raw), options)
    text = decode_text(raw)
    yield build_received(raw, text, uri=uri, media="text/plain", stated=Stated(), options=options)


def read_xml(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """A feed, or a page that was saved as XML."""
    head = raw[:LOOKED_AT]
    reader = read_page if MARKUP.search(head) and not re.search(rb"<(?:rss|feed|rdf:RDF)\b", head) else read_feed
    yield from reader(raw, uri, options)


READERS: dict[str, tuple[Reader, int]] = {
    "text/plain": (read_text, 1),
    "text/html": (read_page, PAGE_FACTOR),
    "application/json": (read_json, PAGE_FACTOR),
    "application/xml": (read_xml, FEED_FACTOR),
    "message/rfc822": (read_mail, MAIL_FACTOR),
    "application/pdf": (read_pdf, PDF_FACTOR),
}
"""Who reads a whole input, and how many times the limit of an article that may be."""

STREAM_READERS: dict[str, StreamReader] = {
    "application/x-ndjson": read_json_stream,
    "application/warc": read_warc,
    "application/wacz": read_wacz,
}
"""Who reads an input of any length, an article at a time."""


def media_of_name(name: str) -> str | None:
    """The media type a file's name promises, or None."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def sniff_media(raw: bytes) -> str:
    """The media type that the first bytes look like; plain text if nothing else."""
    marked = next((kind for mark, kind in MARKS if raw.startswith(mark)), None)
    if marked:
        return marked
    head = raw[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if FEED.match(head):
        return "application/xml"
    if head.startswith(b"<") and MARKUP.search(head):
        return "text/html"
    if re.match(rb"\{\s*\"", head):
        first, end, rest = raw.partition(b"\n")
        lines = (first.rstrip().endswith(b"}") and rest.strip()) or (not end and len(raw) >= SNIFFED)
        return "application/x-ndjson" if lines else "application/json"
    if re.match(rb"\[\s*\{\s*\"", head):
        return "application/json"
    return "message/rfc822" if is_mail(raw[: LOOKED_AT * 8]) else "text/plain"


def tell_kind(uri: str, head: bytes, media: str | None = None) -> str:
    """The kind of an input: by first bytes that leave no doubt, by its media type, by its name, by how it looks."""
    marked = next((kind for mark, kind in MARKS if head.startswith(mark)), None)
    name = uri.split("?", 1)[0] if "://" in uri else uri
    return marked or media or media_of_name(name) or sniff_media(head)


def read_with(read: Callable[[], Iterator[Received | Failure]], uri: str) -> Iterator[Received | Failure]:
    """Run a reader; what it refuses becomes a failure, so that the run goes on."""
    try:
        yield from read()
    except ReadError as error:
        yield Failure(uri=uri, stage="read", reason=error.what, mend=error.mend)


def read_bytes(
    raw: bytes, uri: str, *, media: str | None = None, options: ReadOptions | None = None
) -> Iterator[Received | Failure]:
    """Read what came as bytes.

    Args:
        raw: The bytes.
        uri: Where they came from; its suffix tells the kind if `media` does not.
        media: Media type, if known.
        options: How to read.

    Yields:
        Each article as received, or why there is none.
    """
    try:
        head, whole = peek(io.BytesIO(raw), SNIFFED)
        kind = tell_kind(uri, head, media)
        # A ZIP file is read from its end.
        stream = io.BytesIO(raw) if kind == "application/wacz" else whole
        yield from read_stream(stream, uri, kind, options or ReadOptions())
    except (OSError, EOFError, zlib.error) as error:
        what = f"Its packing is broken ({str(error).lower()})"
        yield Failure(uri=uri, stage="read", reason=what, mend="Fetch or save it again, in full")


def read_stream(stream: BinaryIO, uri: str, kind: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """Read a stream of a known kind; a WACZ must be seekable."""
    if kind in STREAM_READERS:
        yield from read_with(lambda: STREAM_READERS[kind](stream, uri, options), uri)
    elif kind in READERS:
        yield from read_with(lambda: read_whole(stream, uri, kind, options), uri)
    else:
        mend = "Known kinds: " + ", ".join(sorted([*READERS, *STREAM_READERS]))
        yield Failure(uri=uri, stage="read", reason=f"Nothing here reads {kind}", mend=mend)


def read_whole(stream: BinaryIO, uri: str, kind: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """Read an input that must be held whole, no more of it than may be.

    Raises:
        ReadError: It is empty, or of a kind that holds no text.
    """
    reader, factor = READERS[kind]
    raw = stream.read(factor * options.max_article_bytes + 1)
    if not raw:
        raise ReadError("The file is empty", mend="Check that the article was saved in full")
    if kind != "application/pdf":
        check_magic(raw)
    yield from reader(raw, uri, options)
