"""Copied text: reprints, cut or under another headline, are linked to their original, updated versions to the newest.

Nothing is dropped. Candidates come of shared word 5-shingles (Broder 1997); each pair is then aligned word for word, so
that a link holds the very passages. Quoted speech counts little: many report it, each by himself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from onrecord.link.credits import credits_outlet
from onrecord.link.prose import Prose, read_proses
from onrecord.link.shared_text import Shared, find_candidates, find_places, find_spans, measure
from onrecord.link.versions import choose_newest, find_newest, find_sameness
from onrecord.memo import Memo, digest
from onrecord.records import Document, Evidence, Link

FEWEST = 30
"""Words below which a text is too short to be called a copy, unless all of it is the same."""

CONTAINED = 0.65
"""Share of the shorter text, by weight, that makes it a copy: room for a new lead, a local paragraph, an edit."""

PART = 60
"""Words of the writer's own, in long passages, from which a text that is no copy is said to take over a part."""

Rank = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Copies:
    """Which documents are copies and older versions of others, with a link for each pair.

    Attributes:
        originals: Copy -> original; an original is never itself a copy.
        newest: Older version -> newest version.
        links: What was found of each pair, with the passages that both have.
    """

    originals: Mapping[str, str]
    newest: Mapping[str, str]
    links: tuple[Link, ...]


def find_copies(documents: Mapping[str, Document], memo: Memo | None = None) -> Copies:
    """Find the documents that are copies or versions of others, and those that share passages.

    Args:
        documents: The documents by id, with their publication dates as known by now.
        memo: What an earlier run has found of pairs of texts.
    """
    memo = memo or Memo()
    proses = read_proses(documents, memo)
    prints = {key: digest(one.words, one.quoted) for key, one in proses.items()}
    order = sorted(documents, key=lambda key: find_rank(documents[key]))
    # A few hundred are kept: the pairs come in order, and all of a large record would fill the memory.
    places = lru_cache(maxsize=256)(lambda key: find_places(proses[key]))
    nearest: dict[str, tuple[bool, Rank]] = {}
    versions: list[tuple[str, str]] = []
    links = []
    for pair in sorted({*find_candidates(proses, order), *find_equal(documents, order)}):
        a, b = (documents[key] for key in pair)
        shared = memo.recall("shared text", prints[a.id] + prints[b.id], partial(measure, pair, proses, places))
        version, copied = find_sameness(a, b, shared), is_copy(a, b, shared)
        if version is None and not copied and shared.own < PART:
            continue
        credited = credits_outlet(a, b), credits_outlet(b, a)
        original, copy = order_pair(a, b, credited)
        if version is not None:
            versions.append(pair)
            original, copy = (a, b) if choose_newest((a, b)) == a.id else (b, a)
        elif copied:
            rank = (credited[0] == credited[1], find_rank(original))
            nearest[copy.id] = min(nearest.get(copy.id, rank), rank)
        reasons = tell_reasons(shared, version, original if credited[0] != credited[1] else None)
        links.append(
            Link(
                kind="copy" if version is None else "version",
                a=copy.id,
                b=original.id,
                same=version is not None or copied,
                score=round(shared.share, 4),
                reasons=reasons,
                evidence=find_evidence(shared, copy.id, original.id, proses, first=a.id),
            )
        )
    newest = find_newest(versions, documents)
    above = {key: rank[1][2] for key, rank in nearest.items()}
    return Copies(originals=find_originals(above, newest, documents), newest=newest, links=tuple(links))


def find_equal(documents: Mapping[str, Document], order: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of documents whose whole text is the same, each held against the first of them."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for key in order:
        groups.setdefault(tuple(documents[key].text.split()), []).append(key)
    return [(min(keys[0], key), max(keys[0], key)) for keys in groups.values() for key in keys[1:]]


def is_copy(a: Document, b: Document, shared: Shared) -> bool:
    """Is the shorter of two texts in the main the other's?"""
    if shared.total < FEWEST:
        return a.text.split() == b.text.split()
    return shared.share >= CONTAINED


def find_rank(document: Document) -> Rank:
    """Sorts the original first: earliest published, else longest, else smallest id."""
    return (document.published.earliest or "9999", -len(document.text), document.id)


def order_pair(a: Document, b: Document, credited: tuple[bool, bool]) -> tuple[Document, Document]:
    """The original and the copy of two: the one that credits the other's outlet is the copy, else the lower in rank."""
    if credited[0] != credited[1]:
        return (b, a) if credited[0] else (a, b)
    return (a, b) if find_rank(a) < find_rank(b) else (b, a)


def find_originals(
    nearest: Mapping[str, str], newest: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, str]:
    """Follow each copy to the document it comes down to, in its newest version."""
    found = {}
    for key in sorted(nearest):
        path = [key]
        while path[-1] in nearest and nearest[path[-1]] not in path:
            path.append(nearest[path[-1]])
        root = path[-1]
        if root in nearest:  # credits that go in a circle tell nothing
            root = min(path[path.index(nearest[root]) :], key=lambda one: find_rank(documents[one]))
        root = newest.get(root, root)
        if root != newest.get(key, key):
            found[key] = root
    return found


def tell_reasons(shared: Shared, version: str | None, credited: Document | None) -> tuple[str, ...]:
    """The reasons of a link in words."""
    count = len(shared.passages)
    passages = f"{count} passage{'' if count == 1 else 's'}"
    share = f"{shared.share:.0%} of the shorter text's {shared.total} words stand in the other, in {passages}"
    reasons = [share + "; a quoted word counts a tenth"] if shared.share else ["the whole text is the same"]
    if version is not None:
        reasons.append(f"versions of one story: {version}")
    elif shared.share < CONTAINED and shared.total >= FEWEST:
        reasons.append(f"too little for a copy; {shared.own} words of unquoted text are taken over in long passages")
    if credited is not None:
        reasons.append(f"it credits {credited.outlet}")
    return tuple(reasons)


def find_evidence(
    shared: Shared, copy: str, original: str, proses: Mapping[str, Prose], *, first: str
) -> tuple[Evidence, ...]:
    """The passages, each as its place in the copy and then its place in the original."""
    second = original if first == copy else copy
    shorter, longer = (second, first) if shared.swapped else (first, second)
    found = []
    for one, other in find_spans(shared.passages, proses[shorter], proses[longer]):
        places = {
            shorter: Evidence(document=shorter, start=one.start, end=one.end),
            longer: Evidence(document=longer, start=other.start, end=other.end),
        }
        found.append((places[copy], places[original]))
    return tuple(place for pair in sorted(found) for place in pair)
