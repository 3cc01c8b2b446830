"""Windows of word pieces: how a text is cut for the trained taggers, which share a tokenizer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.onnx import load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PIECES = 254
"""Word pieces in a window: what the encoders were trained with (positions run to 256)."""
START, BREAK, UNKNOWN = 101, 102, 100
WORD = re.compile(r"\w+|[^\w\s]")
GAP = re.compile(r"\n|\s{6}")
"""What parts paragraphs: a line end, or the blanks that stand for furniture inside a line."""

Word = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pieces:
    """One window as an encoder takes it.

    Attributes:
        ids: Numbers of its word pieces, with `START` before them and `BREAK` behind each paragraph.
        first: The place of each word's first piece.
        words: The indices of its words among the text's.
    """

    ids: list[int]
    first: list[int]
    words: list[int]


def cut_windows(text: str, words: list[Word]) -> Iterator[Pieces]:
    """The windows of a text.

    Args:
        text: The text.
        words: What `find_words` finds in it.

    Raises:
        ModelError: The tokenizer is missing or damaged.
    """
    encoding = load_tokenizer().encode([text[a:b] for a, b in words], is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    pieces = [piece[:MAX_PIECES] or [UNKNOWN] for piece in pieces]
    for indices, paragraphs in pack_windows(text, words, pieces):
        ids, first = [START], []
        for paragraph in paragraphs:
            for index in paragraph:
                first.append(len(ids))
                ids.extend(pieces[index])
            ids.append(BREAK)
        yield Pieces(ids, first, indices)


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
