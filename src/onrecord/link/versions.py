"""Updated versions: one page read twice, or an outlet's story that it changed. The newer supersedes the older.

Two documents are versions of one where they have the same address, or the same outlet with the same headline or byline,
and much of their text in common. What an agency sends out others print: there, only the address tells a version.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from onrecord.link.credits import is_agency, is_same_outlet
from onrecord.link.shared_text import Shared
from onrecord.moments import read_moment
from onrecord.records import Document

SAME_PAGE = 0.2
"""Share of the shorter text that makes two readings of one address versions, and not two days of a live page."""

SAME_HEADLINE = 0.5
"""Share of the shorter text that makes two stories of one outlet under the same headline versions."""

SAME_HAND = 0.65
"""The same with the byline alone: a reporter's next story keeps paragraphs of the last one."""

_UPDATED = re.compile(r"\b(?:updated?|corrected|modified)\b", re.IGNORECASE)
_STAMPED = ("dateline", "byline", "furniture")


def find_address(document: Document) -> str | None:
    """The page a document was published at, as far as that tells pages apart; None without a path."""
    parts = urlsplit(document.address or (document.uri if "://" in document.uri else ""))
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or parts.query):
        return None
    return f"{parts.netloc.casefold().removeprefix('www.')}{path}?{parts.query}"


def find_headline(document: Document) -> str:
    """The words of the headline, case folded."""
    span = document.headline
    return " ".join(re.findall(r"[^\W_]+", document.text[span.start : span.end].casefold())) if span else ""


def find_sameness(a: Document, b: Document, shared: Shared) -> str | None:
    """Why two documents that share text are versions of one; None where they are not."""
    page = find_address(a)
    if page is not None and page == find_address(b) and shared.share >= SAME_PAGE:
        return "the same address"
    if a.text == b.text or not is_same_outlet(a, b) or is_agency(a.outlet):
        return None
    if shared.share >= SAME_HEADLINE and find_headline(a) and find_headline(a) == find_headline(b):
        return "the same outlet and headline"
    if shared.share >= SAME_HAND and a.byline and b.byline and a.byline.casefold() == b.byline.casefold():
        return "the same outlet and byline"
    return None


def find_newest(pairs: Sequence[tuple[str, str]], documents: Mapping[str, Document]) -> dict[str, str]:
    """Older version -> the newest one of its group.

    Args:
        pairs: Documents that are versions of one.
        documents: All documents by id.
    """
    group: dict[str, list[str]] = {}
    for a, b in pairs:
        one, other = group.setdefault(a, [a]), group.setdefault(b, [b])
        if one is not other:
            one.extend(other)
            group.update(dict.fromkeys(other, one))
    found = {}
    for key in sorted(group):
        newest = choose_newest([documents[name] for name in group[key]])
        if key != newest:
            found[key] = newest
    return found


def choose_newest(versions: Sequence[Document]) -> str:
    """The newest of some versions: by time if all have one, else the one stamped as updated, else the longest."""
    times = [find_time(one) for one in versions]
    exact = all(time is not None and len(time) > 10 for time in times)

    def rank(index: int) -> tuple[str, bool, int, str]:
        one, time = versions[index], times[index]
        when = "" if time is None or None in times else read_moment(time).isoformat() if exact else time[:10]
        return when, is_stamped(one), len(one.text), one.id

    return versions[max(range(len(versions)), key=rank)].id


def find_time(document: Document) -> str | None:
    """When a version was made: its time of change, else the day of publication where that is known and not inferred."""
    published = document.published
    if document.modified:
        return document.modified
    if published.basis in ("stated", "metadata", "given") and published.earliest == published.latest:
        return published.earliest
    return None


def is_stamped(document: Document) -> bool:
    """Does the page say that it was updated?"""
    return any(_UPDATED.search(document.text, zone.start, zone.end) for zone in document.zones if zone.kind in _STAMPED)
