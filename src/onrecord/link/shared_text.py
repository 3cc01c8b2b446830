"""The passages that two texts have in common, word for word, and how much of the shorter they make up.

Shared runs of five words (Broder 1997) are extended to the longest match; passages may stand in any order. The time is
that of one look-up a word, times the length of what is shared.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from onrecord.link.prose import Prose
from onrecord.records import Span

SHINGLE = 5
"""Words to a shingle: the shortest run that counts as taken over."""

QUOTED_WEIGHT = 0.1
"""What a quoted word counts, a word of the writer's own being 1: many report the same speech, each by himself."""

LONG = 15
"""Words from which a passage is a sentence taken over, and no phrase that two writers hit upon."""

_PLACES = 8
"""At how many places of a text one run of words is looked at; more than that is a refrain."""

_SAMPLE = 2
_COMMON = 3
_CROWD = 30
_FIRSTS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that both texts have: the index of its first word in each, and its length in words."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share.

    Attributes:
        passages: The common runs, in the order of the shorter text, whose words are `a`.
        swapped: Is the shorter the second of the two texts given?
        share: Weight of the shared words in that of all words of the shorter.
        own: Shared words outside quotations, in passages of LONG words or more.
        total: Words of the shorter.
    """

    passages: tuple[Passage, ...]
    swapped: bool
    share: float
    own: int
    total: int


def hash_shingles(prose: Prose) -> frozenset[int]:
    """A sample of the hashed shingles, the same ones of every text (Broder's sketch modulo m).

    Unlike a sketch of fixed size it tells of a short text that stands in a long one.
    """
    words = prose.words
    hashes = (
        crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "replace")) for i in range(len(words) - SHINGLE + 1)
    )
    return frozenset(one for one in hashes if one % _SAMPLE == 0)


def find_candidates(proses: Mapping[str, Prose], order: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of documents that may share a passage, each once, in order of their ids.

    Args:
        proses: The prose of the documents.
        order: Their ids, those likely to be originals first: of a run that very many have, only the first few are
            held against all others, so that the pairs grow with the documents and not with their square.
    """
    holders: dict[int, list[str]] = {}
    for key in order:
        for one in hash_shingles(proses[key]):
            holders.setdefault(one, []).append(key)
    counts: dict[tuple[str, str], int] = {}
    for keys in holders.values():
        firsts = keys if len(keys) <= _CROWD else keys[:_FIRSTS]
        for index, a in enumerate(firsts):
            for b in keys[index + 1 :]:
                pair = (a, b) if a < b else (b, a)
                counts[pair] = counts.get(pair, 0) + 1
    return sorted(pair for pair, count in counts.items() if count >= _COMMON)


Places = Mapping[tuple[str, ...], Sequence[int]]
"""Where each run of five words begins in a text."""


def find_places(prose: Prose) -> Places:
    """Where each run of five words begins."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(zip(*(prose.words[step:] for step in range(SHINGLE)), strict=False)):
        places.setdefault(run, []).append(at)
    return places


def measure(keys: tuple[str, str], proses: Mapping[str, Prose], places: Callable[[str], Places]) -> Shared:
    """What two texts share, measured by the shorter.

    Args:
        keys: The two documents.
        proses: The prose of the documents.
        places: Where the runs of words of a document begin.
    """
    a, b = proses[keys[0]], proses[keys[1]]
    swapped = len(b.words) < len(a.words)
    short, long = (b, a) if swapped else (a, b)
    passages = find_passages(short.words, long.words, places(keys[0] if swapped else keys[1]))
    own = {one: short.quoted[one.a : one.a + one.length].count(False) for one in passages}
    shared = weigh(sum(own.values()), sum(one.length - own[one] for one in passages))
    whole = weigh(short.quoted.count(False), short.quoted.count(True))
    taken = sum(own[one] for one in passages if one.length >= LONG)
    return Shared(passages, swapped, shared / whole if whole else 0.0, taken, len(short.words))


def weigh(own: int, quoted: int) -> float:
    """The weight of some words."""
    return own + QUOTED_WEIGHT * quoted


def find_passages(a: Sequence[str], b: Sequence[str], places: Places) -> tuple[Passage, ...]:
    """The common runs of two texts, each as long as can be, that do not overlap in the first.

    Args:
        a: The words of the first.
        b: The words of the second.
        places: Where the runs of five words of the second begin.
    """
    found: list[Passage] = []
    i = 0
    while i <= len(a) - SHINGLE:
        best, at = 0, -1
        for j in places.get(tuple(a[i : i + SHINGLE]), ())[:_PLACES]:
            length = SHINGLE
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            if length > best:
                best, at = length, j
        if best:
            found.append(Passage(i, at, best))
        i += best or 1
    return tuple(found)


def find_spans(passages: Sequence[Passage], a: Prose, b: Prose) -> tuple[tuple[Span, Span], ...]:
    """Where passages stand in both texts, cut where text that does not count lies between their words."""
    found = []
    for one in passages:
        first = 0
        for step in range(1, one.length + 1):
            if step < one.length and same_block(a, one.a + step) and same_block(b, one.b + step):
                continue
            found.append((cut(a, one.a + first, one.a + step), cut(b, one.b + first, one.b + step)))
            first = step
    return tuple(found)


def same_block(prose: Prose, index: int) -> bool:
    """Does a word follow the one before it without other text between them?"""
    return prose.blocks[index] == prose.blocks[index - 1]


def cut(prose: Prose, first: int, stop: int) -> Span:
    """The span of some words."""
    return Span(start=prose.starts[first], end=prose.ends[stop - 1])
