"""The words of documents as sparse vectors, and how alike two documents are by words and by embedding.

TF-IDF with sublinear term frequency (Salton & Buckley 1988), written out because it needs nothing but dictionaries. The
idf has no constant added: in a small collection on one affair the words that all articles share must not count.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.resources import files

import numpy as np

from onrecord.annotations import Annotated
from onrecord.memo import Memo, digest
from onrecord.records import Document
from onrecord.vocab.gazetteer import WORD, load_gazetteer

Vector = Mapping[str, float]
Embedding = np.ndarray[tuple[int], np.dtype[np.float32]]

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_]))*")
_POSSESSIVES = ("'s", "’s")


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


def name_states(text: str) -> str:
    """A text in which each state has its first name: two articles tell of one state though each has its own for it.

    >>> name_states("The DPRK and the U.S. talk.")
    'The North Korea and the United States talk.'
    """
    found = list(WORD.finditer(text))
    parts, at = [], 0
    for first, end, entry in load_gazetteer().scan([one[0] for one in found]):
        if entry.kind == "state" and not entry.doubtful:
            parts += [text[at : found[first].start()], entry.name]
            at = found[end - 1].end()
    return "".join([*parts, text[at:]])


def find_words(text: str) -> list[str]:
    """The words of a text, case folded, possessive endings off.

    >>> find_words("Ada's plan: U.S. talks")
    ['ada', 'plan', 'u.s', 'talks']
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    return [word[:-2] if word.endswith(_POSSESSIVES) else word for word in words]


def find_topical_words(text: str) -> list[str]:
    """The words of a text that tell what it is about: no stop words, no single letters."""
    common = stop_words()
    return [word for word in find_words(text) if len(word) > 1 and word not in common]


LEAD = 400
"""Characters from the start of a text that tell its main news; a word that stands there counts twice."""

_LEAD_WEIGHT = 2.0


SAMPLE = 512
"""Documents by which a collection is measured: how common a word is, what meaning all share. They are those with the
smallest digests of their ids, so that they do not hang on the order of adding and a new document seldom is one."""


def choose_sample(keys: Iterable[str]) -> list[str]:
    """The documents that stand for a collection: all of a small one (bottom-k sampling, Cohen & Kaplan 2007)."""
    return sorted(sorted(keys, key=lambda key: (digest(key), key))[:SAMPLE])


def build_vectors(texts: Mapping[str, str], memo: Memo | None = None) -> dict[str, Vector]:
    """TF-IDF vectors of unit length over one collection; words of the lead count twice.

    Args:
        texts: Key -> text, beginning with its headline or lead.
        memo: What an earlier run has made of the same texts.

    Returns:
        Key -> {word: weight}, in the order of the keys given.
    """
    memo = memo or Memo()
    prints = {key: digest(text) for key, text in texts.items()}
    sample = choose_sample(texts)
    counts = {key: Counter(find_topical_words(texts[key])) for key in sample}
    spread = Counter(word for one in counts.values() for word in one)
    token = digest([prints[key] for key in sample])
    make = partial(build_vector, spread, len(sample))
    return {
        key: memo.recall("vector", token + prints[key], lambda text=text: make(text))  # type: ignore[misc]
        for key, text in texts.items()
    }


def build_vector(spread: Mapping[str, int], total: int, text: str) -> Vector:
    """The vector of one text, where `spread` of `total` documents hold a word."""
    lead = frozenset(find_topical_words(text.lstrip()[:LEAD]))
    raw = {
        word: (_LEAD_WEIGHT if word in lead else 1.0)
        * (1 + math.log(n))
        * math.log((1 + total) / (0.5 + spread.get(word, 0)))
        for word, n in sorted(Counter(find_topical_words(text)).items())
    }
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}


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
    memo: Memo = field(default_factory=Memo)
    prints: dict[str, bytes] = field(default_factory=dict)
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def __call__(self, a: str, b: str) -> float:
        """The likeness of two documents by their ids; by words alone where an embedding is missing."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.known:
            key = self.print_of(pair[0]) + self.print_of(pair[1])
            self.known[pair] = self.memo.recall("likeness", key, lambda: self._compare(*pair))
        return self.known[pair]

    def print_of(self, key: str) -> bytes:
        """A digest of all that the likeness of a document to others depends on."""
        if key not in self.prints:
            own = self.embeddings[key]
            self.prints[key] = digest(self.vectors[key], None if own is None else own.tobytes())
        return self.prints[key]

    def _compare(self, a: str, b: str) -> float:
        words = find_product(self.vectors[a], self.vectors[b])
        one, other = self.embeddings[a], self.embeddings[b]
        if one is None or other is None:
            return words / WORDS_ALONE_SCALE
        return (words / WORDS_SCALE + float(one @ other) / MEANING_SCALE) / 2


def build_likeness(annotated: Mapping[str, Annotated], memo: Memo | None = None) -> Likeness:
    """Make ready what tells how alike the documents of a collection are."""
    memo = memo or Memo()
    return Likeness(
        build_vectors({key: name_states(readable_text(one.document)) for key, one in annotated.items()}, memo),
        {key: read_embedding(one.embedding) for key, one in annotated.items()},
        memo,
    )


def build_news_likeness(annotated: Mapping[str, Annotated], likeness: Likeness) -> Likeness:
    """Make ready what tells how alike the main news of documents is: by their words and by their leads' meaning.

    Args:
        annotated: The documents.
        likeness: As `build_likeness` made it of them; its words are taken over.
    """
    leads = centre({key: read_embedding(one.lead) for key, one in annotated.items()})
    return Likeness(likeness.vectors, leads, likeness.memo)


def centre(embeddings: Mapping[str, Embedding | None]) -> dict[str, Embedding | None]:
    """Take the mean of a collection off its embeddings, in part, and make them unit vectors again."""
    sample = choose_sample(key for key, one in embeddings.items() if one is not None)
    known = [one for key in sample if (one := embeddings[key]) is not None]
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
