"""A feed asked again and again, politely: by its ETag and date (RFC 9110, 13.1), no sooner than its server allows."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import ReadError
from onrecord.read.documents import ReadOptions
from onrecord.read.feeds import read_feed
from onrecord.read.fetching import Response, fetch
from onrecord.read.urls import REASONS, Robots, build_limits, check_robots, read_url
from onrecord.records import Failure, Received

MOST_PAGES = 50  # fetched for one feed in one round
MOST_TRIES = 3  # of a page that cannot be had
MOST_DOUBLED = 5  # how often the wait for a feed that fails is doubled, at most
BUSY = (429, 503)


@dataclass(slots=True, kw_only=True)
class Feed:
    """A feed, and what its server said last.

    Attributes:
        url: As the user gave it.
        etag, modified: What to ask with, so that an unchanged feed is not sent again.
        failures: Rounds in a row that it could not be had.
        later: Not to be asked before this moment (monotonic seconds).
        fault: Why it could not be had the last time.
        tries: How often each page that could not be had was tried.
    """

    url: str
    etag: str = ""
    modified: str = ""
    failures: int = 0
    later: float = 0.0
    fault: str = ""
    tries: dict[str, int] = field(default_factory=dict)


def poll_feed(
    feed: Feed,
    options: ReadOptions,
    robots: Robots,
    *,
    every: float,
    is_known: Callable[[str], bool],
    pages: bool = True,
    pause: float = 1.0,
) -> Iterator[Received | Failure]:
    """The articles that a feed has and that are not known.

    Args:
        feed: The feed; what its server says is noted in it.
        options: How to read.
        robots: The robots.txt of servers asked before, as in `read_url`.
        every: Seconds between two rounds; a feed that fails is left alone for a multiple of it.
        is_known: Is the article of an address in the record?
        pages: Fetch the page of an entry that holds only a teaser.
        pause: Seconds between two pages.
    """
    if time.monotonic() < feed.later:
        return
    try:
        answer = ask(feed, options, robots)
        entries = list(read_feed(answer.body, feed.url, options)) if answer else []
    except ReadError as error:
        feed.failures += 1
        feed.fault = error.what
        wait = every * (2 ** min(feed.failures - 1, MOST_DOUBLED) - 1)
        feed.later = max(feed.later, time.monotonic() + wait)
        feed.etag = feed.modified = ""
        return
    feed.failures, feed.fault = 0, ""
    fetched = 0
    for entry in entries:
        place = entry.uri if isinstance(entry, Failure) else entry.document.address or entry.document.uri
        if is_known(place):
            continue
        if isinstance(entry, Received):
            yield entry
        elif pages and "://" in place and fetched < MOST_PAGES and feed.tries.get(place, 0) < MOST_TRIES:
            if fetched:
                time.sleep(pause)
            fetched += 1
            yield from read_page(place, feed, options, robots)


def read_page(url: str, feed: Feed, options: ReadOptions, robots: Robots) -> Iterator[Received | Failure]:
    """The article on the page of an entry; one that cannot be had is tried again in the next rounds, then left."""
    feed.tries[url] = feed.tries.get(url, 0) + 1
    for found in read_url(url, options, robots):
        if isinstance(found, Received):
            feed.tries.pop(url, None)
        yield found
    if url in feed.tries:
        feed.etag = feed.modified = ""  # so that the next round sees the entry again


def ask(feed: Feed, options: ReadOptions, robots: Robots) -> Response | None:
    """The feed, or nothing if it is as it was.

    Raises:
        ReadError: It cannot be had.
    """
    limits = build_limits(options)
    headers = {
        name: value for name, value in (("If-None-Match", feed.etag), ("If-Modified-Since", feed.modified)) if value
    }
    answer = fetch(feed.url.split("#", 1)[0], limits, lambda one: check_robots(one, limits, robots), headers)
    if answer.status == 304:
        return None
    if answer.status != 200:
        if answer.status in BUSY:
            feed.later = time.monotonic() + read_retry(answer.headers.get("retry-after", ""))
        what = f"The server answered {answer.status}: {REASONS.get(answer.status, 'there is no feed to read')}"
        raise ReadError(what)
    feed.etag = answer.headers.get("etag", "")[:1000]
    feed.modified = answer.headers.get("last-modified", "")[:100]
    return answer


def read_retry(value: str) -> float:
    """Seconds to wait, by a Retry-After of seconds or of a date; at most a day.

    >>> read_retry("120"), read_retry("soon"), read_retry("999999999")
    (120.0, 0.0, 86400.0)
    """
    if value.isascii() and value.isdigit():
        return min(float(value), 86400.0)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return 0.0
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return min(max((then - datetime.now(UTC)).total_seconds(), 0.0), 86400.0)
