"""Web archives: WARC (ISO 28500) as crawlers and CC-NEWS write it, with FastWARC (Bevendorff et al. 2018), and WACZ.

Streamed a record at a time: memory holds one page. Articles are the HTML pages that a server answered with 200; all
other records are passed over. Nothing in an archive is ever unpacked to disk.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions, check_size
from onrecord.read.packing import check_growth, join_chunks, peek, unpack_body
from onrecord.read.pages import PAGE_FACTOR, read_page
from onrecord.records import Failure, Received

PAGES = ("text/html", "application/xhtml+xml")
OK = 200
INSIDE = re.compile(r"archive/[^/\\]+\.warc(?:\.gz)?", re.IGNORECASE)
PANIC = "PanicException"  # a fault in FastWARC itself, which is no Exception
MAX_MEMBERS = 10_000
PEEKED = 512
BROKEN = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What a cut, broken or locked archive raises while it is read."""


class Forward:
    """A stream that is only ever read on, and no further than it goes without a fault.

    Of other streams FastWARC wants to know where they stand, which a packed one cannot tell.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self.stream = stream
        self.place = 0

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        piece = self.stream.read1(size)
        self.place += len(piece)
        return piece

    def tell(self) -> int:
        """How much was read."""
        return self.place


@dataclass(slots=True)
class Count:
    """How many records of an archive were pages, and how many were not."""

    pages: int = 0
    others: int = 0


def read_warc(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in a WARC file that is not packed (any more)."""
    count = Count()
    yield from read_records(stream, uri, options, count)
    yield from tell_empty(uri, count)


def tell_empty(uri: str, count: Count) -> Iterator[Failure]:
    """The failure of an archive without a page."""
    if count.pages == 0:
        held = f"{count.others} other records" if count.others else "no records"
        what = f"The archive holds no HTML page that was answered with 200 ({held})"
        yield Failure(uri=uri, stage="read", reason=what, mend="Check that it is a crawl of articles, saved in full")


def read_records(stream: BinaryIO, uri: str, options: ReadOptions, count: Count) -> Iterator[Received | Failure]:
    """The pages of a WARC file; where it breaks off, a failure that says after how many."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        # Our own code unpacks the bodies: a bomb in one must cost no more than the limit of an article.
        records = ArchiveIterator(
            cast("BinaryIO", Forward(cast("io.BufferedReader", stream))),
            parse_http=False,
            fsspec_args=False,
        )
        for record in records:
            if not record.record_id:
                raise ValueError("a record has no WARC-Record-ID")
            if record.record_type != WarcRecordType.response or not is_page(record):
                count.others += 1
                continue
            yield from read_record(record, options, f"{uri}#{count.pages + 1}")
            count.pages += 1
    except ReadError as error:
        yield Failure(uri=uri, stage="read", reason=error.what, mend=error.mend)
    except BROKEN as error:
        what = f"The archive is cut off or broken after {count.pages} pages ({error})"
        count.pages = count.pages or -1  # this says enough
        yield Failure(uri=uri, stage="read", reason=what, mend="Fetch it again; the pages before were read")
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        count.pages = count.pages or -1
        what = f"The archive breaks its reader after {count.pages} pages"
        yield Failure(uri=uri, stage="read", reason=what, mend="Report it with the file; the pages before were read")


def is_page(record: Any) -> bool:
    """Is a response an HTML page that was answered with 200?"""
    if record.is_http:
        record.parse_http()
    if not record.is_http_parsed or record.http_headers is None:
        return False
    kind = (record.http_content_type or "").split(";")[0].strip().lower()
    return record.http_headers.status_code == OK and kind in PAGES


def read_record(record: Any, options: ReadOptions, place: str) -> Iterator[Received | Failure]:
    """The article in one record; what it lacks becomes a failure with its address."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or place
    limit = PAGE_FACTOR * options.max_article_bytes
    try:
        body = record.reader.read(limit + 1)
        headers = record.http_headers
        cut = record.headers.get("WARC-Truncated")
        if cut or len(body) < min(limit, record.content_length):
            what = f"The crawler cut the page off ({cut})" if cut else "The archive ends within the page"
            raise ReadError(what, mend=f"Give its URL: onrecord add {address}")
        if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
            body = join_chunks(body)
        body = unpack_body(body, headers.get("Content-Encoding") or "", limit)
        if len(body) > limit:
            check_size(len(body), options)
        at = replace(options, fetched=record.record_date.date() if record.record_date else None)
        yield from read_page(body, address, replace(at, charset=record.http_charset))
    except ReadError as error:
        yield Failure(uri=address, stage="read", reason=error.what, mend=error.mend)


def read_wacz(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in a WACZ file (a ZIP with `archive/*.warc.gz`), or why there are none.

    Args:
        stream: The file; it must be seekable.
        uri: Where it came from.
        options: How to read.

    Raises:
        ReadError: It is another kind of ZIP file, or one made to do harm.
    """
    count = Count()
    try:
        with zipfile.ZipFile(stream) as packed:
            members = find_members(packed)
            for member in members:
                with packed.open(member) as inside:
                    _, unpacked = peek(cast("BinaryIO", inside), PEEKED)
                    yield from read_records(unpacked, f"{uri}!{member.filename}", options, count)
    except BROKEN as error:
        raise ReadError(f"The archive is broken or locked ({error})", mend="Fetch it again") from error
    yield from tell_empty(uri, count)


def find_members(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The WARC files in a WACZ, by name.

    Raises:
        ReadError: There are none, or too many, or one that grows as no archive does.
    """
    members = [one for one in packed.infolist() if INSIDE.fullmatch(one.filename)]
    if not members:
        what = "This is a ZIP file without archive/*.warc.gz, so no WACZ (office documents are ZIP files too)"
        raise ReadError(what, mend="Unpack it and add the articles, or save the document as .txt or .pdf")
    if len(members) > MAX_MEMBERS:
        raise ReadError(f"The archive holds more than {MAX_MEMBERS:,} WARC files", mend="Unpack it and add its folder")
    for one in members:
        check_growth(one.compress_size, one.file_size)
    return sorted(members, key=lambda one: one.filename)
