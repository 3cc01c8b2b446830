"""The trained tagger: for each word of a text the scores of its role, and of each word pair's being linked.

A MiniLM encoder with a BIO head (source, cue, content) and a pointer head that ties a word of a source or content to
the first word of its cue (training/attribution, PolNeAR's train split: Newell et al. 2018). What is made of the
scores is `tagger_decode`'s business.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.annotate.onnx import MODELS, load_session
from onrecord.annotate.windows import cut_windows, find_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.annotate.windows import Word

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WEIGHTS_SHA256 = "0a7fb9773a3e138a83ed9c311f9c91e78ac8e3c932dd1c52564be35158e4009b"
LINK_SCALE = 3 / math.sqrt(128)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of paragraphs as the tagger saw it.

    Attributes:
        words: Character offsets of its words, in order.
        roles: Log-probabilities, a row per word, a column per tag of `TAGS`.
        links: Log-probability, per word (row), that its cue starts at a word (column).
    """

    words: tuple[Word, ...]
    roles: NDArray[np.float64]
    links: NDArray[np.float64]


def log_softmax(scores: NDArray[Any]) -> NDArray[np.float64]:
    """Rows of scores as log-probabilities."""
    scores = scores.astype(np.float64)
    shifted: NDArray[np.float64] = scores - scores.max(axis=1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


def read_bias(session: Any) -> NDArray[np.float64]:
    """The link biases by distance that the weights were trained with, from the model file's metadata; none, no bias."""
    return np.array(
        json.loads(session.get_modelmeta().custom_metadata_map.get("link_bias", "[0, 0]")), dtype=np.float64
    )


def score_links(
    query: NDArray[Any], key: NDArray[Any], first: NDArray[Any], bias: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Score of each word's cue (row) starting at each word (column).

    Args:
        query: Queries of the words, a row each.
        key: Their keys.
        first: The place of each word's first piece in the window.
        bias: Learnt biases by signed distance in pieces, three buckets to a doubling.
    """
    reach, half = int(first.max() - first.min()), len(bias) // 2
    distances = np.arange(-reach, reach + 1)
    bucket = np.sign(distances) * np.floor(np.log2(np.abs(distances) + 1.0) * 3)
    biases = bias[np.clip(bucket, 1 - half, half - 1).astype(int) + half]
    scores: NDArray[np.float64] = query @ key.T * LINK_SCALE + biases[first[:, None] - first[None] + reach]
    return scores


def tag_words(text: str) -> tuple[Window, ...]:
    """Run the tagger over a text.

    Windows are run one by one: the int8 graph scales its activations over a whole batch, so that a window's scores
    would otherwise depend on its neighbours.

    Raises:
        ModelError: The weights or the tokenizer are missing or damaged.
    """
    words = find_words(text)
    if not words:
        return ()
    session = load_session(MODELS / "attribution.onnx", WEIGHTS_SHA256)
    bias = read_bias(session)
    windows = []
    for one in cut_windows(text, words):
        tag, query, key = session.run(None, {"input_ids": np.array([one.ids], dtype=np.int64)})
        links = score_links(query[0][one.first], key[0][one.first], np.array(one.first), bias)
        span = tuple(words[i] for i in one.words)
        windows.append(Window(words=span, roles=log_softmax(tag[0][one.first]), links=log_softmax(links)))
    return tuple(windows)
