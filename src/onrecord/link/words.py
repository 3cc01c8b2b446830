"""The words of documents as sparse vectors, and how alike two documents are by words and by embedding.

TF-IDF with sublinear term frequency (Salton & Buckley 1988), written out because it needs nothing but dictionaries. The
idf has no constant added: in a small collection on one affair the words that all articles share must not count.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import numpy as np

from onrecord.annotations import Annotated
from onrecord.records import Document

Vector = Mapping[str, float]
Embedding = np.ndarray[tuple[int], np.dtype[np.float32]]

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that tell nothing of what a text is about (vocab/stop_words.txt)."""
    return frozenset(files("onrecord.vocab").joinpath("stop_words.txt").read_text(encoding="utf-8").split())


def readable_text(document: Document) -> str:
    """The document's text without its furniture, in order of the text.

    Args:
        document: A document with its zones; without zones the whole text is readable.
    """
    text = document.text
    for zone in document.zones:
        if zone.kind == "furniture":
            text = text[: zone.start] + " " * (zone.end - zone.start) + text[zone.end :]
    return text


def find_words(text: str) -> list[str]:
    """The words of a text, case folded, possessive endings off.

    >>> find_words("Ada's plan: U.S. talks")
    ['ada', 'plan', 'u.s', 'talks']
    """
    return [_POSSESSIVE.sub("", match.group().casefold()) for match in _WORD.finditer(text)]


def find_topical_words(text: str) -> list[str]:
    """The words of a text that tell what it is about: no stop words, no single letters."""
    common = stop_words()
    return [word for word in find_words(text) if len(word) > 1 and word not in common]


LEAD = 400
"""Characters from the start of a text that tell its main news; a word that stands there counts twice."""

_LEAD_WEIGHT = 2.0


def build_vectors(texts: Mapping[str, str]) -> dict[str, Vector]:
    """TF-IDF vectors of unit length over one collection; words of the lead count twice.

    Args:
        texts: Key -> text, beginning with its headline or lead.

    Returns:
        Key -> {word: weight}, in the order of the keys given.
    """
    counts = {key: Counter(find_topical_words(text)) for key, text in texts.items()}
    spread = Counter(word for one in counts.values() for word in one)
    total = len(counts)
    vectors: dict[str, Vector] = {}
    for key, one in counts.items():
        lead = frozenset(find_topical_words(texts[key].lstrip()[:LEAD]))
        raw = {
            word: (_LEAD_WEIGHT if word in lead else 1.0)
            * (1 + math.log(n))
            * math.log((1 + total) / (0.5 + spread[word]))
            for word, n in sorted(one.items())
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors[key] = {word: weight / length for word, weight in raw.items()}
    return vectors


def find_product(a: Vector, b: Vector) -> float:
    """The inner product of two sparse vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def read_embedding(data: bytes) -> Embedding | None:
    """The unit vector that the int8 bytes of an embedding stand for; None where there is none."""
    if not data:
        return None
    vector = np.frombuffer(data, dtype=np.int8).astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else None


WORDS_SCALE = 0.55
WORDS_ALONE_SCALE = 0.44
MEANING_SCALE = 0.85
"""What a pair of reports of one event reaches by TF-IDF and by embedding (99.5th percentile of all pairs of the
tuning collections): each measure is divided by its own before the two are averaged."""

ALIKE = 0.52
"""Likeness from which two articles can be taken to tell of the same day."""

CENTRING = 0.7
"""How much of the collection's mean embedding is taken off each embedding: in a collection on one affair the meaning
that all articles share must not count, as the words that all share do not. Without it, articles on the politics of one
country needed another threshold than those on all the world."""

CENTRING_DOCUMENTS = 20
"""At so many documents half of that is taken off: the mean of a few is the articles themselves."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike documents are, by words and by embedding, on one scale from 0 to about 1."""

    vectors: Mapping[str, Vector]
    embeddings: Mapping[str, Embedding | None]
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def __call__(self, a: str, b: str) -> float:
        """The likeness of two documents by their ids; by words alone where an embedding is missing."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.known:
            self.known[pair] = self._compare(*pair)
        return self.known[pair]

    def _compare(self, a: str, b: str) -> float:
        words = find_product(self.vectors[a], self.vectors[b])
        one, other = self.embeddings[a], self.embeddings[b]
        if one is None or other is None:
            return words / WORDS_ALONE_SCALE
        return (words / WORDS_SCALE + float(one @ other) / MEANING_SCALE) / 2


def build_likeness(annotated: Mapping[str, Annotated]) -> Likeness:
    """Make ready what tells how alike the documents of a collection are."""
    return Likeness(
        build_vectors({key: readable_text(one.document) for key, one in annotated.items()}),
        {key: read_embedding(one.embedding) for key, one in annotated.items()},
    )


def build_news_likeness(annotated: Mapping[str, Annotated], likeness: Likeness) -> Likeness:
    """Make ready what tells how alike the main news of documents is: by their words and by their leads' meaning.

    Args:
        annotated: The documents.
        likeness: As `build_likeness` made it of them; its words are taken over.
    """
    return Likeness(likeness.vectors, centre({key: read_embedding(one.lead) for key, one in annotated.items()}))


def centre(embeddings: Mapping[str, Embedding | None]) -> dict[str, Embedding | None]:
    """Take the mean of a collection off its embeddings, in part, and make them unit vectors again."""
    known = [one for one in embeddings.values() if one is not None]
    if not known:
        return dict(embeddings)
    share = CENTRING * len(known) / (len(known) + CENTRING_DOCUMENTS)
    common = (share * np.mean(np.stack(known), axis=0, dtype=np.float64)).astype(np.float32)
    found: dict[str, Embedding | None] = {}
    for key, one in embeddings.items():
        if one is None:
            found[key] = None
        else:
            own = one - common
            found[key] = own / np.float32(np.linalg.norm(own) or 1.0)
    return found
