"""What an HTML page states of itself: JSON-LD first, then OpenGraph and other meta elements, then its parts.

Vocabularies: schema.org NewsArticle, Open Graph protocol, Dublin Core, and the names that analytics services ask for.
The day of publication and the time of the last change are kept apart; `published` weighs them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.read.dates import find_url_date
from onrecord.read.documents import Stated
from onrecord.read.published import Claims, parse_days, parse_moment, settle_claims
from onrecord.records import Published

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|WebPage", re.IGNORECASE)
CLEAR_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "article.published", "published-date", "cxenseparse:recs:publishtime",
)  # fmt: skip
BARE_DATES = ("date", "dc.date", "dcterms.created", "dc.date.created", "release_date")
CHANGED_DATES = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article.updated", "revised",
)  # fmt: skip
TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title")
AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
SITE_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher")
SECTION_METAS = ("article:section", "parsely-section", "section", "dc.subject.section")
CHANGED = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
JSON_LD = re.compile(
    r"""<script[^>]{0,200}?type\s*=\s*["']?application/ld\+json["']?[^>]{0,200}>(.{0,200000}?)</script""",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True, kw_only=True)
class Marked:
    """What a page's own elements say: metas by name, title, machine-readable times, language, canonical address."""

    metas: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    clear: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    language: str | None = None
    address: str | None = None


def find_stated(html: str, uri: str, *, fetched: date | None = None) -> Stated:
    """What a page states of itself.

    Args:
        html: The page.
        uri: Where it came from.
        fetched: The day it was taken from the web, if known.
    """
    marked = find_marked(html)
    metas = marked.metas
    address = find_address(marked.address or metas.get("og:url"), uri)
    headline = first_of(metas, TITLE_METAS) or marked.title
    article = find_article_data(html, address=address, headline=headline)
    modified = next(
        filter(
            None,
            map(
                parse_moment,
                [article.get("dateModified"), *(metas.get(name) for name in CHANGED_DATES), *marked.changed],
            ),
        ),
        None,
    )
    url_date = find_any_url_date(uri, address)
    claims = Claims(
        clear=parse_days([article.get("datePublished"), *(metas.get(name) for name in CLEAR_DATES), *marked.clear]),
        bare=parse_days([*(metas.get(name) for name in BARE_DATES), *marked.bare]),
        url=url_date,
        modified=modified,
        fetched=fetched,
    )
    outlet = as_text(metas.get("og:site_name")) or name_in(article.get("publisher")) or first_of(metas, SITE_METAS)
    return Stated(
        headline=strip_site(as_text(article.get("headline")) or headline, outlet),
        outlet=outlet,
        byline=name_in(article.get("author")) or clean_author(first_of(metas, AUTHOR_METAS)),
        language=as_text(article.get("inLanguage")) or marked.language,
        published=settle_claims(claims),
        url_date=url_date,
        address=address,
        section=name_in(article.get("articleSection")) or first_of(metas, SECTION_METAS),
        modified=modified,
    )


def find_address(stated: str | None, uri: str) -> str | None:
    """The address a page was published at: what it calls canonical, else where it came from, if that is a URL.

    A canonical address of the whole site, as broken templates give it, is none.
    """
    own = uri.split("#", 1)[0] if "://" in uri else None
    try:
        found = urlsplit(urljoin(own or "", (stated or "").strip()))
        usable = found.scheme in ("http", "https") and bool(found.hostname) and len(found.geturl()) <= 2000
    except ValueError:
        return own
    if not usable or (own and found.path in ("", "/") and not found.query and urlsplit(own).path not in ("", "/")):
        return own
    return found._replace(fragment="").geturl()


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


def find_marked(html: str) -> Marked:
    """What the elements of a page say; nothing where it cannot be parsed."""
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return Marked()
    marked = Marked(language=tree.get("lang"))
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            marked.metas.setdefault(name.strip().lower(), content)
    marked.title = as_text(next((element.text for element in tree.iter("title") if element.text), None))
    links = (one for one in tree.iter("link") if (one.get("rel") or "").strip().lower() == "canonical")
    marked.address = next((one.get("href") for one in links), None)
    for one in tree.iter("time"):
        value, role = one.get("datetime"), one.get("itemprop") or ""
        if not value:
            continue
        if is_change(one):
            marked.changed.append(value)
        elif one.get("pubdate") is not None or role == "datePublished":
            marked.clear.append(value)
    within = tree.xpath("//article//time[@datetime] | //header//time[@datetime] | //main//time[@datetime]")
    marked.bare = [one.get("datetime") for one in within if not is_change(one)][:1]
    return marked


def is_change(element: Any) -> bool:
    """Does a time element, or what stands before it, say that the page was changed then?"""
    around = element.getparent()
    before = element.getprevious()
    words = [element.get("itemprop"), element.get("class"), (element.text or "")[:40]]
    if before is not None:
        words += [before.tail, before.text if before.tag != "time" and len(before) == 0 else None]
    elif around is not None:
        words += [around.get("class"), around.text]
    return any(CHANGED.search(one[-60:]) for one in words if one)


def find_article_data(html: str, *, address: str | None, headline: str | None) -> dict[str, Any]:
    """The JSON-LD object of the page's own article; empty where there is none.

    Of several the one with the page's address or headline, then an article before a mere web page, then the first.
    """
    found: list[dict[str, Any]] = []
    named: dict[str, dict[str, Any]] = {}
    for match in JSON_LD.finditer(html):
        try:
            data = json.loads(
                re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", match[1]).strip(), strict=False
            )
        except (ValueError, RecursionError):
            continue
        for node in find_nodes(data):
            if isinstance(node.get("@id"), str):
                named.setdefault(node["@id"], node)
            if ARTICLE_TYPES.search(str(node.get("@type"))) and (node.get("datePublished") or node.get("headline")):
                found.append(node)
    if not found:
        return {}

    def rank(node: dict[str, Any]) -> tuple[bool, bool, bool]:
        places = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
        places += [one.get("@id") for one in places if isinstance(one, dict)]
        own = address is not None and any(isinstance(one, str) and one.split("#")[0] == address for one in places)
        same = headline is not None and as_text(node.get("headline")) == headline
        return own, same, "WebPage" not in str(node.get("@type"))

    best = max(found, key=rank)
    return {**best, **{key: follow_names(best.get(key), named) for key in ("author", "publisher")}}


def follow_names(value: object, named: dict[str, dict[str, Any]]) -> object:
    """An author or publisher that is only a reference to another object of the page, replaced by that."""
    if isinstance(value, list):
        return [follow_names(one, named) for one in value[:20]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def find_nodes(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, items of its list, of its graph, and its main entity.

    The items of an ItemList are other pages.
    """
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from find_nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if key in data:
                yield from find_nodes(data[key], depth + 1)


def name_in(value: object) -> str | None:
    """The name or names in a JSON-LD author, publisher or section."""
    if isinstance(value, list):
        names = [name for one in value[:20] if (name := name_in(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return name_in(value.get("name"))
    return clean_author(as_text(value))
