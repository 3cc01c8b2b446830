"""Pages, feeds and files by their URL: only those a user names, and only where the site's robots.txt lets us.

Robots Exclusion Protocol: RFC 9309. A URL found inside an input is not followed; only
`polling` fetches the pages that a watched feed names.
"""

import re
import urllib.robotparser
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urlsplit

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions
from onrecord.read.fetching import AGENT, FetchLimits, Response, check_url, fetch
from onrecord.read.formats import KINDS_BY_TYPE, SINGLE, media_of_name, read_bytes, sniff_media
from onrecord.read.pages import PAGE_FACTOR
from onrecord.records import Failure, Received

WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
ROBOTS_SIZE = 512_000  # RFC 9309: at least 500 KiB must be read
VAGUE = ("", "application/octet-stream", "text/plain", "binary/octet-stream", "application/x-gzip", "application/gzip")
REASONS = {
    401: "it needs a password",
    402: "it is behind a paywall",
    403: "the server refuses it",
    404: "there is no such page",
    410: "the page was removed",
    429: "the server says that it was asked too often",
    451: "it is barred by law",
}
Robots = MutableMapping[str, urllib.robotparser.RobotFileParser]


def is_url(source: object) -> bool:
    """Is a source an address, not a path?"""
    return isinstance(source, str) and WEB.match(source) is not None


def read_url(url: str, options: ReadOptions, robots: Robots) -> Iterator[Received | Failure]:
    """The articles at a URL.

    Args:
        url: As the user gave it.
        options: How to read.
        robots: The robots.txt of servers asked before in this run, by scheme, host and port; new ones are put in.
    """
    limits = build_limits(options)
    try:
        answer = fetch(url.split("#", 1)[0], limits, lambda one: check_robots(one, limits, robots))
        if answer.status != 200:
            reason = REASONS.get(answer.status, "there is no page to read")
            what = f"The server answered {answer.status}: {reason}"
            raise ReadError(what, mend="Open it in a browser, save the page and add the file")
        kind, charset = kind_of(answer)
    except ReadError as error:
        yield Failure(uri=url, stage="read", reason=error.what, mend=error.mend)
        return
    one = answer.url if kind in SINGLE else None
    at = replace(options, fetched=datetime.now(UTC).date(), charset=charset, address=one)
    yield from read_bytes(answer.body, url, media=kind, options=at)


def build_limits(options: ReadOptions) -> FetchLimits:
    """How far a fetch may go."""
    return FetchLimits(
        seconds=options.fetch_seconds,
        size=PAGE_FACTOR * options.max_article_bytes,
        private=options.allow_private_addresses,
    )


def kind_of(answer: Response) -> tuple[str, str | None]:
    """The kind of a body and its encoding, by its header, its name, its first bytes.

    Raises:
        ReadError: It is of a kind that holds no text.
    """
    header = Message()
    header["Content-Type"] = answer.headers.get("content-type", "")
    stated = header.get_content_type() if answer.headers.get("content-type") else ""
    sniffed = sniff_media(answer.body)
    if stated.split("/")[0] in ("image", "audio", "video", "font"):
        raise ReadError(f"This is {stated}, not a text", mend="Give the URL of the article")
    if stated in VAGUE:
        named = media_of_name(urlsplit(answer.url).path)
        return (named if sniffed == "text/plain" and named else sniffed), header.get_content_charset()
    return KINDS_BY_TYPE.get(stated, sniffed), header.get_content_charset()


def check_robots(url: str, limits: FetchLimits, robots: Robots) -> None:
    """Refuse what a site asks robots to leave alone.

    Raises:
        ReadError: It does, or its server fails.
    """
    scheme, host, port = check_url(url)
    site = f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"
    if site not in robots:
        rules = urllib.robotparser.RobotFileParser()
        answer = fetch(f"{site}/robots.txt", replace(limits, size=max(ROBOTS_SIZE, limits.size)))
        if answer.status >= 500:
            what = f"The robots.txt of {host} cannot be had (status {answer.status})"
            raise ReadError(what, mend="Try again later")
        text = answer.body[:ROBOTS_SIZE].decode("utf-8", "replace") if answer.status == 200 else ""
        rules.parse(text.splitlines())
        robots[site] = rules
    if not robots[site].can_fetch(AGENT, url):
        what = f"The robots.txt of {host} asks programs not to fetch this page"
        raise ReadError(what, mend="Open it in your browser, save the page and add the file")
