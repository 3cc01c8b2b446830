"""HTML to text and metadata: trafilatura for the main text; JSON-LD, OpenGraph and meta elements for what is stated.

Trafilatura: Barbaresi 2021 (ACL demo). None of its faults gets out: a page it cannot read is a ReadError.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReadError
from onrecord.read.dates import find_url_date, parse_stated_day
from onrecord.read.documents import ReadOptions, Stated, build_received, check_size
from onrecord.read.encodings import decode_text
from onrecord.records import Published, Received

MEDIA = "text/html"
PAGE_FACTOR = 4  # markup and scripts weigh a few times the text
MAX_DEPTH = 20_000  # opening tags minus closing ones, beyond which a page is an attack or a wreck
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|WebPage", re.IGNORECASE)
DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.issued", "article.published", "published-date",
    "release_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title")
AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
SITE_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher")
JSON_LD = re.compile(
    r"""<script[^>]{0,200}?type\s*=\s*["']?application/ld\+json["']?[^>]{0,200}>(.{0,200000}?)</script""",
    re.IGNORECASE | re.DOTALL,
)


def read_page(raw: bytes, uri: str, options: ReadOptions) -> Iterator[Received]:
    """The article on a page.

    Raises:
        ReadError: No page, or no article on it.
    """
    if len(raw) > PAGE_FACTOR * options.max_article_bytes:
        check_size(len(raw), options)
    html = decode_text(raw, html=True).lstrip("\ufeff").replace("\x00", "")
    if not html.strip():
        raise ReadError("The page is empty", mend="Check that it was saved in full")
    text = extract_text(html)
    yield build_received(raw, text, uri=uri, media=MEDIA, stated=find_stated(html, uri), options=options)


def extract_text(html: str) -> str:
    """The main text of a page, exactly as `trafilatura.extract(html, include_comments=False)` gives it.

    Raises:
        ReadError: There is none, or the page breaks the parser.
    """
    import trafilatura  # a second to load, and only pages need it

    if html.count("<") - 2 * html.count("</") > MAX_DEPTH and html.count("</") < 0.1 * html.count("<"):
        raise ReadError("The page's elements are never closed", mend="Save the page again, or add its text as .txt")
    try:
        text = trafilatura.extract(html, include_comments=False)
    except MemoryError:
        raise
    except Exception as error:  # whatever a broken page does to the parser stays here
        what = f"The page cannot be parsed ({type(error).__name__})"
        raise ReadError(what, mend="Save the page again, or add its text as .txt") from error
    if not text or not text.strip():
        raise ReadError("No article was found on the page", mend="Check that it is an article, or add its text as .txt")
    return str(text)


def find_stated(html: str, uri: str) -> Stated:
    """What a page states of itself: JSON-LD first, then meta elements, then its parts, a date in the URL last."""
    article = find_article_data(html)
    metas, title, times, language, address = find_metas(html)
    published = (
        parse_stated_day(article.get("datePublished"), "metadata")
        or next(filter(None, (parse_stated_day(metas.get(name), "metadata") for name in DATE_METAS)), None)
        or next(filter(None, (parse_stated_day(value, "metadata") for value in times)), None)
    )
    outlet = as_text(metas.get("og:site_name")) or name_in(article.get("publisher")) or first_of(metas, SITE_METAS)
    headline = as_text(article.get("headline")) or first_of(metas, TITLE_METAS) or title
    return Stated(
        headline=strip_site(headline, outlet),
        outlet=outlet,
        byline=name_in(article.get("author")) or clean_author(first_of(metas, AUTHOR_METAS)),
        language=as_text(article.get("inLanguage")) or language,
        published=published,
        url_date=find_any_url_date(uri, address),
    )


def find_any_url_date(*addresses: str | None) -> Published | None:
    """The date in the first address that has one."""
    return next(filter(None, (find_url_date(address) for address in addresses if address)), None)


def as_text(value: object) -> str | None:
    """A non-empty string on one line, else None."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text.encode("utf-8", "ignore").decode() or None


def first_of(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first of some meta elements that says something."""
    return next(filter(None, (as_text(metas.get(name)) for name in names)), None)


def clean_author(author: str | None) -> str | None:
    """An author that is a name: no URL, no leading "By"."""
    if author is None or "://" in author or "@" in author:
        return None
    return re.sub(r"^by\s+", "", author, flags=re.IGNORECASE) or None


def strip_site(headline: str | None, outlet: str | None) -> str | None:
    """A title without the site's name behind a bar or dash."""
    if headline is None or outlet is None:
        return headline
    return re.sub(rf"\s*[|–—»:·-]\s*{re.escape(outlet)}\s*$", "", headline, flags=re.IGNORECASE) or headline


def find_metas(html: str) -> tuple[dict[str, str], str | None, list[str], str | None, str | None]:
    """Meta elements by name, the title, machine-readable times in the article, the language, the canonical address."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(
            html.encode("utf-8", "ignore"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return {}, None, [], None, None
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    title = next((element.text for element in tree.iter("title") if element.text), None)
    published = [
        one for one in tree.iter("time") if one.get("pubdate") is not None or one.get("itemprop") == "datePublished"
    ]
    times = [value for one in published if (value := one.get("datetime"))] or [
        value
        for one in tree.xpath("//article//time | //header//time | //main//time")[:1]
        if (value := one.get("datetime"))
    ]
    address = next((one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical"), None)
    return metas, as_text(title), times, tree.get("lang"), address or metas.get("og:url")


def find_article_data(html: str) -> dict[str, Any]:
    """The first article among the JSON-LD blocks of a page; empty where there is none."""
    for match in JSON_LD.finditer(html):
        try:
            data = json.loads(
                re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", match[1]).strip(), strict=False
            )
        except (ValueError, RecursionError):
            continue
        for node in find_nodes(data):
            if ARTICLE_TYPES.search(str(node.get("@type"))) and (node.get("datePublished") or node.get("headline")):
                return node
    return {}


def find_nodes(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, items of its list, of its graph, and its main entity."""
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from find_nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "itemListElement"):
            if key in data:
                yield from find_nodes(data[key], depth + 1)


def name_in(value: object) -> str | None:
    """The name or names in a JSON-LD author or publisher."""
    if isinstance(value, list):
        names = [name for one in value[:20] if (name := name_in(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return name_in(value.get("name"))
    return clean_author(as_text(value))
