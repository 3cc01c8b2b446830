"""Sources that a phrase names beside a whole clause: "according to Osk, …", "…, per the Ledger"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_build import first_words
from onrecord.annotate.attribution_parts import FINITE, VERBS, Finding, child, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.attribution_lexicon import Cues


def find_according(token: Token, cues: Cues) -> Finding | None:
    """Find "according to S, X" and "X, according to S"."""
    doc = token.doc
    for phrase in cues.according:
        words = doc[token.i : token.i + len(phrase)]
        if tuple(one.lower_ for one in words) != phrase:
            continue
        last = words[-1]
        named = child(last, "pobj") or (doc[last.i + 1] if last.i + 1 < len(doc) else None)
        if named is None:
            return None
        source = first_words(named)
        block = {*range(token.i, last.i + 1), *source}
        top = token.head if token.head.i not in block else token.sent.root
        while top.pos_ not in VERBS and top.head.i != top.i:
            top = top.head
        content = subtree(top, without=block | set(subtree(token)))
        if token.i == token.sent.start or (doc[token.i - 1].is_punct and token.i - 1 == token.sent.start):
            content = [i for i in range(token.sent.start, token.sent.end) if i not in block]
        return Finding(token.i, tuple(range(token.i, last.i + 1)), tuple(content), tuple(source), "according")
    return None


def find_per(token: Token) -> Finding | None:
    """Find "X, per the Ledger": a name that ends the sentence behind a comma, and a clause before it."""
    doc, sent = token.doc, token.sent
    if token.lower_ != "per" or token.i <= sent.start or doc[token.i - 1].text != ",":
        return None
    source = [one for one in doc[token.i + 1 : sent.end] if not one.is_space]
    while source and source[-1].is_punct:
        source.pop()
    named = source[1:] if source and source[0].lower_ == "the" else source
    if not named or any(one.pos_ != "PROPN" or not one.text[0].isupper() for one in named):
        return None
    content = range(sent.start, token.i - 1)
    if not any(one.pos_ in VERBS and one.tag_ in FINITE for one in doc[sent.start : token.i - 1]):
        return None
    return Finding(token.i, (token.i,), tuple(content), tuple(one.i for one in source), "per")
