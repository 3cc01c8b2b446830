"""How alike two reports of words are: shared words by weight, the longest run in common, scraps in quotation marks.

Weights are inverse document frequencies (Spärck Jones 1972) over the statements of the collection, so that the names
that everybody mentions count little. Words are cut to their first letters, which joins inflections and the usual
transliterations of a name without a dictionary.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.link.words import find_words, stop_words
from onrecord.records import Statement

STEM = 6
"""Letters that a word is cut to."""

_SCRAP = re.compile(r"[“\"«„]([^”\"»“]{3,120})[”\"»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A statement's words, ready to be held against another's.

    Attributes:
        text: The content, pieces joined.
        words: All words, case folded, cut.
        stems: The words that tell something.
        scraps: What stands in quotation marks, as words; of a direct statement all of it.
    """

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    scraps: tuple[tuple[str, ...], ...]


def cut(word: str) -> str:
    """A word's stem."""
    return word[:STEM] if word.isalpha() else word


def read_wording(statement: Statement, text: str) -> Wording:
    """The wording of a statement in the text of its document."""
    content = " ".join(" ".join(text[span.start : span.end].split()) for span in statement.content)
    content = content.replace("per cent", "percent")  # papers spell it as they like; the words are the same
    words = tuple(cut(word) for word in find_words(content))
    common = stop_words()
    stems = frozenset(cut(word) for word in find_words(content) if len(word) > 1 and word not in common)
    quoted = [content] if statement.kind == "direct" else _SCRAP.findall(content)
    scraps = tuple(tuple(cut(word) for word in find_words(one)) for one in quoted)
    return Wording(text=content, words=words, stems=stems, scraps=tuple(one for one in scraps if one))


def read_wordings(statements: Sequence[Statement], text: str) -> tuple[Wording, ...]:
    """The wordings of the statements of one document."""
    return tuple(read_wording(one, text) for one in statements)


def weigh_stems(wordings: Sequence[Wording]) -> dict[str, float]:
    """Stem -> weight by how few statements hold it."""
    spread = Counter(stem for one in wordings for stem in one.stems)
    return {stem: math.log(1 + len(wordings) / count) for stem, count in sorted(spread.items())}


def find_share(a: Wording, b: Wording, weights: Mapping[str, float]) -> float:
    """The part of the shorter one's weight that the longer one holds, 0 to 1."""
    least = min(sum(weights[stem] for stem in sorted(one.stems)) for one in (a, b))
    return sum(weights[stem] for stem in sorted(a.stems & b.stems)) / least if least else 0.0


def find_run(a: Sequence[str], b: Sequence[str]) -> tuple[str, ...]:
    """The longest run of words that both hold, the first of several.

    >>> find_run(("it", "is", "a", "start"), ("a", "start", "it", "is"))
    ('it', 'is')
    """
    places: dict[str, list[int]] = {}
    for at, word in enumerate(b, 1):
        places.setdefault(word, []).append(at)
    best, stop = 0, 0
    ends: dict[int, int] = {}
    for index, word in enumerate(a, 1):
        row: dict[int, int] = {}
        for at in places.get(word, ()):
            length = row[at] = ends.get(at - 1, 0) + 1
            if length > best:
                best, stop = length, index
        ends = row
    return tuple(a[stop - best : stop])


def find_order(a: Sequence[str], b: Sequence[str]) -> float:
    """The part of the shorter wording that the longer one has in the same order (longest common subsequence)."""
    return float(LCSseq.similarity(a, b)) / min(len(a), len(b)) if a and b else 0.0


def find_scrap(a: Wording, b: Wording) -> tuple[str, ...]:
    """The longest quoted scrap of one that the other has in quotation marks too."""
    common = stop_words()
    best: tuple[str, ...] = ()
    for one, other in ((a, b), (b, a)):
        for scrap in one.scraps:
            telling = len(scrap) >= 2 and any(word not in common for word in scrap)
            if telling and len(scrap) > len(best) and any(_holds(whole, scrap) for whole in other.scraps):
                best = scrap
    return best


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(whole[at : at + len(part)]) == tuple(part) for at in range(len(whole) - len(part) + 1))
