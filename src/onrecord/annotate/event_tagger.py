"""The trained event tagger: which words tell of an event, a stance or a commitment, and whose.

A MiniLM encoder with heads for the event's type (PLOVER: Halterman et al. 2023), its status and the stance, and four
pointers from such a word to the words of its parties (training/events, labels by readers of public news). What is made
of the scores is the business of `tagged_events` and `tagged_stances`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.annotate.onnx import MODELS, load_session
from onrecord.annotate.windows import cut_windows, find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from onrecord.annotate.windows import Pieces, Word

TYPES = (
    "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "OTHER",
)  # fmt: skip
"""PLOVER's types, and public events outside them."""
STATUSES = ("happened", "ongoing", "planned", "proposed", "cancelled", "denied", "unconfirmed")
STANCES = (
    "proposes", "supports", "agrees", "conditional", "undecided", "unconfirmed", "opposes", "rejects", "denies",
)  # fmt: skip
ROLES = ("source", "target", "holder", "about", "promiser", "promised")
LINK_SIZE = 64
IDENTITY_SIZE = 64
LINK_SCALE = 3 / math.sqrt(LINK_SIZE)
SIZES = (1 + len(TYPES), len(STATUSES), 1 + len(STANCES), 2)
"""Classes of a word: types and none before them, statuses, stances and none before them, commitment or none."""
WEIGHTS_SHA256 = "78e7b2eb8bfc2b524913df0dc626d9645a8528427ef62449fd3817ed4b6698de"
EPSILON = 1e-9
LEAST, LEAST_PARTY = 0.15, 0.2
"""Probabilities below which a word, or a party of it, is not told."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that tells of an event, a stance or a commitment.

    Attributes:
        word: Its character offsets.
        kind: Of `TYPES` or of `STANCES`, the likeliest, or "commitment".
        sure: Probability of that kind.
        status: Of `STATUSES`; `None` for what is no event.
        parties: Words of the sources and of the targets, of the holder and the matter, or of who is bound and to what,
            each with its probability.
    """

    word: Word
    kind: str
    sure: float
    status: str | None
    parties: tuple[tuple[tuple[Word, float], ...], tuple[tuple[Word, float], ...]]


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger sees, in text order; `identity` is what tells events apart, by a word's first character."""

    events: tuple[Tag, ...] = ()
    stances: tuple[Tag, ...] = ()
    commitments: tuple[Tag, ...] = ()
    identity: Mapping[int, bytes] = field(default_factory=dict)


def softmax(scores: NDArray[Any]) -> NDArray[np.float64]:
    """Rows of scores as probabilities."""
    powers = np.exp(scores.astype(np.float64) - scores.max(axis=1, keepdims=True))
    result: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return result


def score_parties(
    query: NDArray[Any], key: NDArray[Any], at: int, first: NDArray[Any], bias: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Probability of each word's (column) being a party of one word in each role (row).

    Args:
        query: The word's query.
        key: Keys of all words of the window, a row each.
        at: The word's place in the window, in pieces.
        first: The places of all words.
        bias: Learnt biases by signed distance in pieces (rows), three buckets to a doubling, for each role.
    """
    half = len(bias) // 2
    apart = first - at
    bucket = np.sign(apart) * np.floor(np.log2(np.abs(apart) + 1.0) * 3)
    biases = bias[np.clip(bucket, 1 - half, half - 1).astype(int) + half]
    keys = key.reshape(len(key), len(ROLES), LINK_SIZE)
    scores = np.einsum("rs,wrs->rw", query.reshape(len(ROLES), LINK_SIZE), keys) * LINK_SCALE + biases.T
    result: NDArray[np.float64] = 1 / (1 + np.exp(-scores.astype(np.float64)))
    return result


def tag_events(text: str) -> Tags:
    """Run the event tagger over a text; its windows one by one, as for statements.

    Raises:
        ModelError: The weights or the tokenizer are missing or damaged.
    """
    words = find_words(text)
    if not words:
        return Tags()
    session = load_session(MODELS / "events.onnx", WEIGHTS_SHA256)
    bias = np.array(json.loads(session.get_modelmeta().custom_metadata_map["link_bias"]), dtype=np.float64)
    found: tuple[list[Tag], list[Tag], list[Tag]] = ([], [], [])
    identity: dict[int, bytes] = {}
    for one in cut_windows(text, words):
        scores, query, key, places = (
            part[0][one.first] for part in session.run(None, {"input_ids": np.array([one.ids], dtype=np.int64)})
        )
        held = [words[i] for i in one.words]
        identity.update(zip((start for start, _ in held), shorten(places), strict=True))
        for number, tag in read_window(scores, query, key, one, held, bias):
            found[number].append(tag)
    events, stances, commitments = (tuple(tags) for tags in found)
    return Tags(events, stances, commitments, identity)


def shorten(places: NDArray[Any]) -> list[bytes]:
    """Rows of numbers, each of length one, times 127, as signed bytes."""
    rows = places.astype(np.float64) / np.maximum(np.linalg.norm(places, axis=1, keepdims=True), EPSILON)
    return [row.tobytes() for row in np.rint(rows * 127).astype(np.int8)]


def read_window(
    scores: NDArray[Any],
    query: NDArray[Any],
    key: NDArray[Any],
    pieces: Pieces,
    words: list[Word],
    bias: NDArray[np.float64],
) -> Iterator[tuple[int, Tag]]:
    """What the tagger sees in one window.

    Args:
        scores: Of the classes, a row a word.
        query: Queries of the words, a row each.
        key: Their keys.
        pieces: The window.
        words: Character offsets of its words.
        bias: As `score_parties` takes it.

    Yields:
        0 for an event, 1 for a stance, 2 for a commitment, and the tag.
    """
    kinds, statuses, views, bound = np.split(scores, np.cumsum(SIZES)[:-1], axis=1)
    kinds, views, bound = softmax(kinds), softmax(views), softmax(bound)
    first = np.array(pieces.first)
    sure = np.stack([kinds[:, 1:-1].max(axis=1), views[:, 1:].max(axis=1), bound[:, 1]])
    for at in np.flatnonzero((sure >= LEAST).any(axis=0)):
        told = score_parties(query[at], key, int(first[at]), first, bias)
        held = [tuple((words[i], round(float(row[i]), 4)) for i in np.flatnonzero(row >= LEAST_PARTY)) for row in told]
        names = (TYPES[kinds[at, 1:-1].argmax()], STANCES[views[at, 1:].argmax()], "commitment")
        for number in np.flatnonzero(sure[:, at] >= LEAST):
            status = STATUSES[statuses[at].argmax()] if number == 0 else None
            parties = (held[2 * number], held[2 * number + 1])
            yield int(number), Tag(words[at], names[number], round(float(sure[number, at]), 4), status, parties)
