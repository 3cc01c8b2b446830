"""The trained tagger: for each word of a text the scores of its role, and of each word pair's being linked.

A MiniLM encoder with a BIO head (source, cue, content) and a pointer head that ties a word of a source or content to
the first word of its cue (training/attribution, PolNeAR's train split: Newell et al. 2018). What is made of the
scores is `tagger_decode`'s business.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.annotate.onnx import MODELS, load_session, load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WEIGHTS_SHA256 = "0a7fb9773a3e138a83ed9c311f9c91e78ac8e3c932dd1c52564be35158e4009b"
MAX_PIECES = 254
"""Word pieces in a window: what the encoder was trained with (positions run to 256)."""
LINK_SCALE = 3 / math.sqrt(128)
START, BREAK, UNKNOWN = 101, 102, 100
WORD = re.compile(r"\w+|[^\w\s]")
GAP = re.compile(r"\n|\s{6}")
"""What parts paragraphs: a line end, or the blanks that stand for furniture inside a line."""

Word = tuple[int, int]


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


def find_words(text: str) -> list[Word]:
    """Offsets of words and single punctuation marks.

    >>> find_words("I'll go.")
    [(0, 1), (1, 2), (2, 4), (5, 7), (7, 8)]
    """
    return [match.span() for match in WORD.finditer(text)]


def split_paragraph(text: str, words: list[Word], paragraph: list[int], sizes: list[int]) -> list[list[int]]:
    """Cut a paragraph that does not fit a window at sentence ends, and where it must be, anywhere."""
    if sum(sizes[i] for i in paragraph) <= MAX_PIECES:
        return [paragraph]
    sentences: list[list[int]] = [[]]
    for at, index in enumerate(paragraph):
        sentences[-1].append(index)
        ends = text[words[index][0]] in '.!?"”' and len(sentences[-1]) > 8
        if ends and at + 1 < len(paragraph) and text[words[paragraph[at + 1]][0]].isupper():
            sentences.append([])
    parts: list[list[int]] = []
    current: list[int] = []
    filled = 0
    for sentence in sentences:
        if current and filled + sum(sizes[i] for i in sentence) > MAX_PIECES:
            parts.append(current)
            current, filled = [], 0
        for index in sentence:
            if current and filled + sizes[index] > MAX_PIECES:
                parts.append(current)
                current, filled = [], 0
            current.append(index)
            filled += sizes[index]
    parts.append(current)
    return parts


def find_paragraphs(text: str, words: list[Word]) -> list[list[int]]:
    """Word indices, paragraph by paragraph."""
    paragraphs: list[list[int]] = []
    for index, (start, _) in enumerate(words):
        if not paragraphs or GAP.search(text, words[index - 1][1], start):
            paragraphs.append([])
        paragraphs[-1].append(index)
    return paragraphs


def pack_windows(text: str, words: list[Word], pieces: list[list[int]]) -> Iterator[tuple[list[int], list[list[int]]]]:
    """Fill windows with whole paragraphs.

    Yields:
        The indices of a window's words, and its paragraphs as lists of word indices.
    """
    sizes = [min(len(piece), MAX_PIECES) for piece in pieces]
    window: list[list[int]] = []
    filled = 0
    for paragraph in find_paragraphs(text, words):
        for part in split_paragraph(text, words, paragraph, sizes):
            size = sum(sizes[i] for i in part) + 1
            if window and filled + size > MAX_PIECES:
                yield [i for unit in window for i in unit], window
                window, filled = [], 0
            window.append(part)
            filled += size
    if window:
        yield [i for unit in window for i in unit], window


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
    encoding = load_tokenizer().encode([text[a:b] for a, b in words], is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    pieces = [piece[:MAX_PIECES] or [UNKNOWN] for piece in pieces]
    session = load_session(MODELS / "attribution.onnx", WEIGHTS_SHA256)
    bias = read_bias(session)
    windows = []
    for indices, paragraphs in pack_windows(text, words, pieces):
        ids, first = [START], []
        for paragraph in paragraphs:
            for index in paragraph:
                first.append(len(ids))
                ids.extend(pieces[index])
            ids.append(BREAK)
        inputs = np.array([ids], dtype=np.int64)
        tag, query, key = session.run(None, {"input_ids": inputs})
        links = score_links(query[0][first], key[0][first], np.array(first), bias)
        span = tuple(words[i] for i in indices)
        windows.append(Window(words=span, roles=log_softmax(tag[0][first]), links=log_softmax(links)))
    return tuple(windows)
