"""The table of readers: what a source is, by its name or its first bytes, and who reads it.

A new kind of source needs one reader (bytes, URI, options -> documents) and one line in each table below.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.encodings import check_magic, decode_text
from onrecord.read.jsonlines import read_json, read_json_lines
from onrecord.read.pages import read_page
from onrecord.records import Failure, Received

Reader = Callable[[bytes, str, ReadOptions], Iterator[Received | Failure]]

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".json": "application/json",
}
MARKUP = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|meta|div|p)\b", re.IGNORECASE)
SNIFFED = 4096


def read_text(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """A plain text: the input as decoded, unchanged.

    Raises:
        ReadError: It is no text, or no article.
    """
    check_size(len(raw), options)
    text = decode_text(raw)
    yield build_received(raw, text, uri=uri, media="text/plain", stated=Stated(), options=options)


READERS: dict[str, Reader] = {
    "text/plain": read_text,
    "text/html": read_page,
    "application/x-ndjson": read_json_lines,
    "application/json": read_json,
}


def media_of_name(name: str) -> str | None:
    """The media type a file's name promises, or None."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def sniff_media(raw: bytes) -> str:
    """The media type that the first bytes look like; plain text if nothing else."""
    head = raw[:SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<") and MARKUP.search(head):
        return "text/html"
    if re.match(rb"\{\s*\"", head):
        first, _, rest = raw.partition(b"\n")
        return "application/x-ndjson" if first.rstrip().endswith(b"}") and rest.strip() else "application/json"
    return "application/json" if re.match(rb"\[\s*\{\s*\"", head) else "text/plain"


def read_with(reader: Reader, raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """Run a reader; what it refuses becomes a failure, so that the run goes on."""
    try:
        if not raw:
            raise ReadError("The file is empty", mend="Check that the article was saved in full")
        check_magic(raw)
        yield from reader(raw, uri, options)
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
    kind = media or media_of_name(uri) or sniff_media(raw)
    reader = READERS.get(kind)
    if reader is None:
        mend = "Known kinds: " + ", ".join(sorted(READERS))
        yield Failure(uri=uri, stage="read", reason=f"Nothing here reads {kind}", mend=mend)
        return
    yield from read_with(reader, raw, uri, options or ReadOptions())
