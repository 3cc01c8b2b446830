"""A text and what is stated of it, made into a Document.

A document's id derives from the last part of its URI (the whole of it where it is a URL), its text and the metadata
that came with it: the same file under another folder is the same document, while two outlets' copies of one text stay
two. A JSON line without a URI has only its content. The date a user gives is not part of the id.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord.errors import ReadError
from onrecord.identity import build_id
from onrecord.read.dates import find_printed_date
from onrecord.read.language import find_language
from onrecord.read.outlets import find_byline, find_outlet
from onrecord.read.zones import find_headline, find_zones
from onrecord.records import Document, Published, Received, Span

MAX_ARTICLE_BYTES = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: the date for documents that state none, and the longest article in bytes of UTF-8."""

    given: Published | None = None
    max_article_bytes: int = MAX_ARTICLE_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What came with a text, outside it."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: Published | None = None
    url_date: Published | None = None


def name_of(uri: str) -> str:
    """The part of a URI that tells copies apart."""
    return uri if "://" in uri else PurePosixPath(uri).name


def check_article(text: str, options: ReadOptions) -> None:
    """Refuse a text that is no article.

    Raises:
        ReadError: Empty, too long, or with characters that no text holds.
    """
    if not text.strip("\ufeff \t\r\n\v\f\u00a0"):
        raise ReadError("There is no text in it", mend="Check that the article was saved in full")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise ReadError(f"The text holds a NUL character in line {line}", mend="Remove it and add the article again")
    if re.search(r"[\ud800-\udfff]", text):
        raise ReadError("The text holds half a character (a lone surrogate)", mend="Export it anew as UTF-8")
    check_size(len(text.encode("utf-8")), options)


def check_size(size: int, options: ReadOptions) -> None:
    """Refuse what is too long.

    Raises:
        ReadError: It is.
    """
    if size > options.max_article_bytes:
        what = f"The article is longer than {options.max_article_bytes:,} bytes"
        raise ReadError(what, mend="Split it, or raise the setting max_article_bytes")


def build_received(
    raw: bytes, text: str, *, uri: str, media: str, stated: Stated, options: ReadOptions, name: str | None = None
) -> Received:
    """Make a document of a text.

    Args:
        raw: The bytes of the article as received.
        text: Its text; kept unchanged.
        uri: Where it came from.
        media: Its media type.
        stated: What came with it.
        options: How to read.
        name: What tells copies apart, if not the last part of the URI.

    Raises:
        ReadError: The text is no article.
    """
    check_article(text, options)
    zones = find_zones(text, title=stated.headline)
    known = stated.published.edtf if stated.published else None
    parts = (name_of(uri) if name is None else name, text, known, stated.headline, stated.outlet, stated.byline)
    identity = build_id("doc", *("" if part is None else part for part in parts))
    stamps = [Span(start=zone.start, end=zone.end) for zone in zones if zone.kind in ("dateline", "byline")]
    printed = stated.published or find_printed_date(text, stamps, identity)
    document = Document(
        id=identity,
        uri=uri,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        language=find_language(text, stated.language),
        outlet=stated.outlet or find_outlet(text, zones),
        headline=find_headline(zones),
        byline=stated.byline or find_byline(text, zones),
        published=printed or options.given or stated.url_date or Published(),
        zones=zones,
    )
    return Received(document=document, raw=raw, media=media)
