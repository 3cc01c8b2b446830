"""RSS and Atom (feedparser): an entry that holds its whole article is one; of a mere teaser its address is named.

The outlet is the one the entry comes from (RSS `<source>`, Atom `<source><title>`), else the feed's own title.
"""

import io
import re
from collections.abc import Iterator
from email.utils import parsedate
from typing import Any

import msgspec

from onrecord.errors import ReadError
from onrecord.read.blocks import find_blocks, put_above
from onrecord.read.dates import find_url_date
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.encodings import decode_text
from onrecord.read.markup import find_encoding, mend_xml
from onrecord.read.metadata import as_text, clean_author, strip_site
from onrecord.read.published import Claims, parse_days, parse_moment, settle_claims
from onrecord.records import Failure, Received

MEDIA = "application/json"
"""An entry is kept as one line of our own JSON Lines, with the feed's HTML beside the text taken from it."""

FEED_FACTOR = 20  # a feed holds many articles
MAX_ENTRIES = 2_000
FULL_WORDS = 60
"""Words from which the content of an entry can be a whole article; the shortest items of agencies have as many."""

FULL_SUMMARY_WORDS = 200
"""The same for a summary, which most often is none of the article."""

CUT = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;)\]|\b(?:read|view|see|continue|keep)\b[^.!?\n]{0,30}"
    r"\b(?:more|reading|article|story|full)\b[^.!?\n]{0,60})[\s»>→\])]*$",
    re.IGNORECASE,
)


def read_feed(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received | Failure]:
    """The articles in a feed.

    Raises:
        ReadError: No feed, or none that is safe to read.
    """
    if len(raw) > FEED_FACTOR * options.max_article_bytes:
        check_size(len(raw) // FEED_FACTOR, options)
    data, broken = mend_xml(decode_text(raw, declared=options.charset or find_encoding(raw)))
    feed = parse_feed(data)
    if not feed.version and not feed.entries:
        raise ReadError("This is XML, but no RSS or Atom feed", mend="Give the address of the feed itself")
    if not feed.entries:
        raise ReadError("The feed has no entry", mend="Check that it was saved in full, or wait until it has one")
    outlet = as_text(feed.feed.get("title"))
    language = as_text(feed.feed.get("language"))
    # In RSS the "updated" of feedparser is a dc:date, which is the day of publication.
    rss = str(feed.version).startswith("rss") and b"<dc:date" in data
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], 1):
        place = as_text(entry.get("link")) or f"{uri}#{number}"
        try:
            yield build_entry(entry, place, options, outlet=outlet, language=language, rss=rss)
        except ReadError as error:
            yield Failure(uri=place, stage="read", reason=f"Entry {number} of {uri}: {error.what}", mend=error.mend)
    if broken:
        what = f"The feed is broken after entry {len(feed.entries)} ({broken})"
        yield Failure(uri=uri, stage="read", reason=what, mend="Save it again; the entries before were read")


def parse_feed(data: bytes) -> Any:
    """A feed of well-formed XML as feedparser gives it.

    Raises:
        ReadError: The parser cannot stand it.
    """
    import feedparser

    try:
        # HTML is never shown as it is, so nothing needs to be cleaned here; and nothing is fetched.
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken feed does to the parser stays here
        raise ReadError(f"The feed cannot be parsed ({type(error).__name__})", mend="Save it again") from error


def build_entry(
    entry: Any, place: str, options: ReadOptions, *, outlet: str | None, language: str | None, rss: bool
) -> Received:
    """The article in an entry.

    Args:
        entry: The entry as feedparser gives it.
        place: Its address, or its place in the feed.
        options: How to read.
        outlet: Title of the feed.
        language: Language of the feed.
        rss: Is its "updated" a `dc:date` of RSS, which is the day of publication?

    Raises:
        ReadError: It holds only a teaser.
    """
    html, text = find_content(entry)
    source = entry.get("source")
    outlet = (as_text(source.get("title")) if source else None) or outlet
    title = as_text(entry.get("title"))
    headline = strip_site(as_text(find_blocks(title)) if title and "<" in title else title, outlet)
    text = put_above(headline, text)
    names = [clean_author(as_text(one.get("name"))) for one in entry.get("authors", [])]
    byline = ", ".join(dict.fromkeys(filter(None, names))) or None
    own = dict(entry)  # feedparser's own type gives the one for the other
    published, changed = own.get("published"), own.get("updated")
    if rss and published is None:
        published, changed = changed, None
    modified = parse_moment(spell_date(changed))
    url = place if "://" in place else None
    url_date = find_url_date(url) if url else None
    claims = Claims(clear=parse_days([spell_date(published)]), modified=modified, url=url_date, fetched=options.fetched)
    sections = [as_text(tag.get("term")) for tag in entry.get("tags", [])[:1]]
    stated = Stated(
        headline=headline,
        outlet=outlet,
        byline=byline,
        language=language,
        published=settle_claims(claims),
        url_date=url_date,
        address=url,
        section=sections[0] if sections else None,
        modified=modified,
    )
    kept = {"uri": place, "headline": headline, "published": published, "modified": changed, "outlet": outlet}
    line = {**kept, "byline": byline, "language": language, "section": stated.section, "text": text, "html": html}
    return build_received(msgspec.json.encode(line), text, uri=place, media=MEDIA, stated=stated, options=options)


def spell_date(value: object) -> str:
    """A date of a feed; one with a year of two digits, which RFC 822 had, in full."""
    text = value if isinstance(value, str) else ""
    parts = parsedate(text) if text and not text[:4].isdigit() else None
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts and parts[0] >= 1990 else text


def find_content(entry: Any) -> tuple[str, str]:
    """The HTML and the text of an entry that holds its article.

    Raises:
        ReadError: It holds only a teaser, or nothing.
    """
    longest = ("", "")
    for part, least in [
        *((one, FULL_WORDS) for one in entry.get("content", [])),
        (entry.get("summary_detail") or {}, FULL_SUMMARY_WORDS),
    ]:
        html = part.get("value") or ""
        plain = part.get("type") == "text/plain" and "<p" not in html
        text = html.strip() if plain else find_blocks(html) if html.strip() else ""
        if len(text.split()) >= least and not CUT.search(text):
            return html, text
        longest = max(longest, (html, text), key=lambda one: len(one[1]))
    words = len(longest[1].split())
    what = f"it holds only a teaser of {words} words" if words else "it holds no text"
    link = as_text(entry.get("link"))
    mend = f"Give the entry's URL: onrecord add {link}" if link else "It names no URL; find the page and add that"
    raise ReadError(what, mend=mend)
