"""Words of a document as anchors, and anchors back to their place: in the same words, or nowhere.

After the TextQuoteSelector of the W3C Web Annotation Data Model. An anchor is sought only in the document it was made
on: the one with its text, else the one with its bytes (a newer reader may have taken another text from them), else the
one of its URI (the page has changed since). It is never attached to words elsewhere that happen to be the same.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.corrections.rows import Anchor, AnchorRole
from onrecord.records import Document, Evidence

CONTEXT = 32
"""Characters of context on each side to begin with; more are taken until the words can be told from all others."""

NEAR = 24
"""Characters of context that must be the same on one side where the text has changed."""

LONG = 60
"""Words of so many characters need no context where the text has changed."""


def hash_text(text: str) -> str:
    """The hash that anchors know a text by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def build_anchor(document: Document, start: int, end: int, role: AnchorRole = "evidence") -> Anchor:
    """An anchor of some characters of a document, with as much context as tells them from the same words elsewhere."""
    text, size = document.text, CONTEXT
    anchor = Anchor(
        document=document.id,
        uri=document.uri,
        sha256=document.sha256,
        text_sha256=hash_text(text),
        exact=text[start:end],
        role=role,
    )
    while True:
        anchor = replace(anchor, prefix=text[max(0, start - size) : start], suffix=text[end : end + size])
        whole = start <= size and end + size >= len(text)
        if whole or find_words(text, anchor, same_text=True) == (start, end):
            return anchor
        size *= 2


class Library:
    """The documents of a record, found by the hash of their text, their bytes or their URI."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.by_key: dict[tuple[str, str], list[Document]] = {}
        self.text_hash: dict[str, str] = {}
        for document in documents:
            self.text_hash[document.id] = hash_text(document.text)
            for key in (("text", self.text_hash[document.id]), ("bytes", document.sha256), ("uri", document.uri)):
                self.by_key.setdefault(key, []).append(document)

    def find_document(self, anchor: Anchor) -> Document | str:
        """The document of an anchor, or why there is none."""
        for key in (("text", anchor.text_sha256), ("bytes", anchor.sha256), ("uri", anchor.uri)):
            found = self.by_key.get(key, []) if key[1] else []
            found = [one for one in found if one.id == anchor.document] or found
            found = [one for one in found if one.uri == anchor.uri] or found
            if len(found) == 1:
                return found[0]
            if found:
                return f"{len(found)} documents have the text of {anchor.uri or anchor.document}"
        return f"the record holds no document with the text of {anchor.uri or anchor.document}"

    def find(self, anchor: Anchor) -> Evidence | str:
        """The place of an anchor, or why it has none."""
        document = self.find_document(anchor)
        if isinstance(document, str):
            return document
        same = self.text_hash[document.id] == anchor.text_sha256
        place = find_words(document.text, anchor, same_text=same)
        if isinstance(place, str):
            return f"{place} in {document.uri}"
        return Evidence(document=document.id, start=place[0], end=place[1])


def find_words(text: str, anchor: Anchor, *, same_text: bool) -> tuple[int, int] | str:
    """Where the words of an anchor stand in a text, or why that cannot be said."""
    words = anchor.exact.split()
    if not words:
        return "it names no words"
    pattern = re.compile("(?=(" + r"\s+".join(re.escape(word) for word in words) + "))")  # also where two overlap
    hits = [found.span(1) for found in pattern.finditer(text)]
    shown = " ".join(words)
    shown = f"“{shown[:60]}{'…' if len(shown) > 60 else ''}”"
    if not hits:
        return f"{shown} is not to be found"
    fits = [hit for hit in hits if matches_before(text, hit, anchor.prefix) and matches_after(text, hit, anchor.suffix)]
    if len(fits) == 1:
        return fits[0]
    if same_text and len(hits) == 1:
        return hits[0]
    if not same_text and not fits:
        prefix, suffix = anchor.prefix[-NEAR:], anchor.suffix[:NEAR]
        fits = [
            hit
            for hit in hits
            if (prefix.strip() and matches_before(text, hit, prefix))
            or (suffix.strip() and matches_after(text, hit, suffix))
        ]
        if len(fits) == 1 or (len(hits) == 1 and len(anchor.exact) >= LONG):
            return (fits or hits)[0]
        if len(hits) == 1:
            return f"{shown} stands only in other surroundings"
    return f"{shown} is found {len(hits)} times, and no context decides"


def matches_before(text: str, hit: tuple[int, int], prefix: str) -> bool:
    """Do these words stand before a hit? Blanks of any width count as one."""
    before = text[max(0, hit[0] - 2 * len(prefix) - CONTEXT) : hit[0]]
    return " ".join(f"{before}|".split()).endswith(" ".join(f"{prefix}|".split()))


def matches_after(text: str, hit: tuple[int, int], suffix: str) -> bool:
    """Do these words stand after a hit?"""
    after = text[hit[1] : hit[1] + 2 * len(suffix) + CONTEXT]
    return " ".join(f"|{after}".split()).startswith(" ".join(f"|{suffix}".split()))
