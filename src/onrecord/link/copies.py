"""Copied text: wire copy that is reprinted, cut or given another headline is linked to its original, never dropped.

Candidates by MinHash and locality-sensitive hashing over word 5-shingles (Broder 1997; datasketch), then the share of
the shorter text's shingles that the longer one holds, counted exactly.
"""

from collections.abc import Mapping

from onrecord.link.words import find_words, readable_text
from onrecord.records import Document, Link

SHINGLE = 5
"""Words to a shingle."""

FEWEST = 30
"""Shingles below which a text is too short to be called a copy."""

CONTAINED = 0.8
"""Share of the shorter text's shingles that makes it a copy: room for a new lead, a local paragraph, a cut."""

_PERMUTATIONS = 128
_CANDIDATE = 0.2
_FEW = 150
"""Documents of which all pairs are compared at less cost than sketching them."""


def find_shingles(document: Document) -> frozenset[str]:
    """The word 5-shingles of a document's readable text."""
    words = find_words(readable_text(document))
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _originality(document: Document) -> tuple[str, int, str]:
    """Sorts the original first: earliest published, else longest, else smallest id."""
    return (document.published.earliest or "9999", -len(document.text), document.id)


def _find_pairs(shingles: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs of documents that may share text, each once, in order of their ids."""
    long = [key for key in sorted(shingles) if len(shingles[key]) >= FEWEST]
    if len(long) <= _FEW:
        return [(a, b) for i, a in enumerate(long) for b in long[i + 1 :]]
    # Loading it takes seconds, for the scientific libraries behind it.
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    pairs: set[tuple[str, str]] = set()
    for key in long:
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update_batch([one.encode("utf-8", "surrogatepass") for one in sorted(shingles[key])])
        pairs.update((min(key, other), max(key, other)) for other in index.query(sketch))
        index.insert(key, sketch)
    return sorted(pairs)


def find_copies(documents: Mapping[str, Document]) -> tuple[dict[str, str], tuple[Link, ...]]:
    """Find the documents that are copies of others.

    Args:
        documents: The documents by id, with their publication dates as known by now.

    Returns:
        Copy -> original (an original is never itself a copy), and a link with reasons for each pair of copies.
    """
    shingles = {key: find_shingles(one) for key, one in documents.items()}
    nearest: dict[str, tuple[tuple[str, int, str], str]] = {}
    links = []
    for a, b in _find_pairs(shingles):
        shorter = min(len(shingles[a]), len(shingles[b]))
        share = len(shingles[a] & shingles[b]) / shorter
        if share < CONTAINED:
            continue
        original, copy = sorted((documents[a], documents[b]), key=_originality)
        rank = (_originality(original), original.id)
        nearest[copy.id] = min(nearest.get(copy.id, rank), rank)
        reason = f"{share:.0%} of the shorter text's {shorter} runs of {SHINGLE} words stand in the other"
        links.append(Link(kind="copy", a=copy.id, b=original.id, same=True, score=round(share, 4), reasons=(reason,)))
    copies = {}
    for copy_id in sorted(nearest):
        root = copy_id
        while root in nearest:
            root = nearest[root][1]
        copies[copy_id] = root
    return copies, tuple(links)
