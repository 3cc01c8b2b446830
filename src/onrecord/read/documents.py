"""A text and what is stated of it, made into a Document.

A document's id derives from the last part of its URI (the whole of it where it is a URL), its text and the metadata
that came with it: the same file under another folder is the same document, while two outlets' copies of one text stay
two. A JSON line without a URI has only its content. The date a user gives is not part of the id.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from onrecord.errors import ReadError
from onrecord.identity import build_id
from onrecord.read.dates import find_notes, find_own_link, find_printed_date
from onrecord.read.language import find_language
from onrecord.read.outlets import find_byline, find_outlet
from onrecord.read.published import choose_published
from onrecord.read.zones import find_headline, find_zones
from onrecord.records import Document, Published, Received, Span

MAX_ARTICLE_BYTES = 5_000_000
FETCH_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read.

    Args:
        given: The date for documents that state none.
        max_article_bytes: The longest article, in bytes of UTF-8.
        fetched: The day the input was taken from the web, if known; no page can be of a later day.
        charset: The encoding that came with the input (in the header of an HTTP response), if any.
        address: Where the input was found on the web, after all redirects, if it is one article.
        allow_private_addresses: May a URL lead to an address that is not public?
        fetch_seconds: How long one URL may take.
    """

    given: Published | None = None
    max_article_bytes: int = MAX_ARTICLE_BYTES
    fetched: date | None = None
    charset: str | None = None
    address: str | None = None
    allow_private_addresses: bool = False
    fetch_seconds: int = FETCH_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What came with a text, outside it. `published` may have an open start: then it is only a bound."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: Published | None = None
    url_date: Published | None = None
    address: str | None = None
    section: str | None = None
    modified: str | None = None


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
    document = Document(
        id=identity,
        uri=uri,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        language=find_language(text, stated.language),
        outlet=stated.outlet or find_outlet(text, zones),
        headline=find_headline(zones),
        byline=stated.byline or find_byline(text, zones),
        published=choose_published(
            stated.published,
            find_printed_date(text, [*stamps, *find_notes(text)], identity),
            given=options.given,
            url=stated.url_date or find_own_link(text, identity),
            modified=stated.modified,
        ),
        zones=zones,
        address=stated.address or options.address,
        section=stated.section,
        modified=stated.modified,
    )
    return Received(document=document, raw=raw, media=media)
