"""The words by which texts are held against each other: the articles' own prose, with quoted speech marked.

Headlines, captions, stamps and furniture are left out, and so are sentences that stand on pages about different things:
they are the site's. An embedded post counts as quoted: its signature stands for the quotation marks.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from onrecord.link.words import find_topical_words
from onrecord.memo import Memo, digest
from onrecord.records import Document

ALIKE = 0.2
"""Share of its topical words that a page has in common with another on the same affair; on another affair, fewer."""

_PAGES = 3
_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|"
    # Single marks are apostrophes too: what they enclose begins after a blank and ends with a stop.
    r"(?<![\w’'])[‘'](?=\w)(?:[^‘\n](?!\s['‘]\w)){15,1500}?[.,!?…][’'](?!\w)"
)
_POST = re.compile(r"[—–-]\s{0,3}[^\n—–()]{1,60}\(@\w{1,30}\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of body text: its place, its words, and the quoted parts of it."""

    start: int
    end: int
    words: tuple[str, ...]
    quoted: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """The words that count of a document, in order.

    Attributes:
        words: The words, case folded.
        starts: Where each begins in the text.
        ends: Where each ends.
        quoted: Does it stand in quoted speech?
        blocks: A number that changes where text that does not count lies between two words.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    blocks: tuple[int, ...]


def find_quoted(line: str) -> tuple[tuple[int, int], ...]:
    """The parts of one line that are quoted; a quotation left open goes on to the end of the line.

    >>> find_quoted('"We won," she said.')
    ((0, 9),)
    """
    posts = list(_POST.finditer(line))
    if posts:
        return ((0, posts[-1].end()),)
    return tuple(match.span() for match in _QUOTED.finditer(line))


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the body; of a document without zones, of the whole text."""
    zones = [(zone.start, zone.end) for zone in document.zones if zone.kind == "body"]
    found = []
    for start, end in zones if document.zones else [(0, len(document.text))]:
        for line in _LINE.finditer(document.text, start, end):
            quoted = tuple((line.start() + a, line.start() + b) for a, b in find_quoted(line[0]))
            first = line.start()
            for last in [*(match.end() for match in _STOP.finditer(document.text, *line.span())), line.end()]:
                words = tuple(word.casefold() for word in _WORD.findall(document.text, first, last))
                if words:
                    found.append(Sentence(first, last, words, quoted))
                first = last
    return tuple(found)


def read_proses(documents: Mapping[str, Document], memo: Memo | None = None) -> dict[str, Prose]:
    """The prose of each document of a collection, in order of their ids."""
    memo = memo or Memo()
    sentences = {
        key: memo.recall("sentences", digest(one.text, one.zones), partial(find_sentences, one))
        for key, one in sorted(documents.items())
    }
    site = find_site_sentences(sentences)
    return {key: build_prose(documents[key].text, found, site) for key, found in sentences.items()}


def build_prose(text: str, sentences: Sequence[Sentence], site: frozenset[tuple[str, ...]]) -> Prose:
    """The words of the sentences that count.

    Args:
        text: The document's text.
        sentences: Its sentences.
        site: Sentences that do not count.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    quoted: list[bool] = []
    blocks: list[int] = []
    block, last = 0, None
    for sentence in sentences:
        if sentence.words in site:
            block += 1
            continue
        if last is not None and text[last : sentence.start].strip():
            block += 1
        last = sentence.end
        opens = [start for start, _ in sentence.quoted]
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            within = bisect_right(opens, match.start()) - 1
            quoted.append(within >= 0 and match.start() < sentence.quoted[within][1])
            spans.append(match.span())
        words.extend(sentence.words)
        blocks.extend([block] * len(sentence.words))
    starts, ends = tuple(start for start, _ in spans), tuple(end for _, end in spans)
    return Prose(tuple(words), starts, ends, tuple(quoted), tuple(blocks))


def find_site_sentences(sentences: Mapping[str, Sequence[Sentence]]) -> frozenset[tuple[str, ...]]:
    """The sentences, by their words, that stand on three or more pages of which most tell of different things.

    Args:
        sentences: The sentences of each document, in order of the documents' ids.
    """
    pages: dict[tuple[str, ...], list[str]] = {}
    for key, found in sentences.items():
        for words in dict.fromkeys(sentence.words for sentence in found):
            pages.setdefault(words, []).append(key)
    repeated = {words: keys for words, keys in pages.items() if len(keys) >= _PAGES}
    topics = {
        key: frozenset(
            word
            for sentence in sentences[key]
            if sentence.words not in repeated
            for word in find_topical_words(" ".join(sentence.words))
        )
        for key in sorted({key for keys in repeated.values() for key in keys})
    }
    return frozenset(words for words, keys in repeated.items() if differ(topics, keys))


def differ(topics: Mapping[str, frozenset[str]], keys: Sequence[str]) -> bool:
    """Do most of some documents tell of different things? Each is held against the next alone."""
    unlike = 0
    for a, b in pairwise(keys):
        # Of a page that holds nothing but repeated sentences it is not known what it tells of: it is a copy.
        shorter = min(len(topics[a]), len(topics[b]))
        unlike += len(topics[a] & topics[b]) < ALIKE * shorter
    return unlike * 2 > len(keys) - 1
