"""Capitals: the city, or the state that governs from it, by grammar.

"Ruta said", "talks between Ruta and Marko", "pressure on Ruta" are states; "in Ruta", "travel to Ruta", "the Ruta
summit" and a dateline are places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.parse import Parse
from onrecord.vocab.gazetteer import read_table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DATELINE = re.compile(r"^\s*[A-Z][A-Za-z.,/ ]{0,40}(\([^)]{1,40}\)|,\s+\w+\.?\s+\d{1,2})?\s*[—–-]{1,2}\s")


@lru_cache(maxsize=1)
def load_nominals() -> dict[str, Any]:
    """The table of common nouns for people and bodies, and of verbs of saying."""
    return read_table("nominals.toml")


@lru_cache(maxsize=1)
def load_verbs() -> dict[str, frozenset[str]]:
    """Verbs of saying and deciding, and those that take a place."""
    return {key: frozenset(words) for key, words in load_nominals()["verbs"].items()}


def is_state(doc: Doc, name: Name) -> bool:
    """Does a capital stand for its state here?"""
    token: Token = doc[name.first : name.last + 1].root
    verbs, around = load_verbs(), load_nominals()["around"]
    while token.dep_ == "conj" and token.head.i != token.i and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return head.lemma_ not in ("be", "lie", "host") or (head.pos_ == "VERB" and head.lemma_ != "lie")
    if token.dep_ == "agent" or (token.dep_ == "pobj" and head.dep_ == "agent"):
        return True
    if token.dep_ == "poss":
        return head.lemma_ not in ("street", "mayor", "airport", "centre", "center", "suburb", "square", "resident")
    if token.dep_ in ("dobj", "iobj", "dative"):
        return head.lemma_ not in verbs["place_object"]
    if token.dep_ == "pobj":
        preposition = head.text.lower()
        if preposition in around["locative"]:
            return False
        if preposition in around["party"]:
            return not (preposition == "for" and head.head.lemma_ in ("leave", "depart", "head"))
        if preposition == "to":
            return head.head.lemma_ not in around["motion"] and head.head.pos_ == "NOUN"
        return False
    return False


def is_dateline(parse: Parse, name: Name) -> bool:
    """Does a name stand in the dateline that opens a paragraph?"""
    start = parse.doc[name.first].idx
    if parse.zone_at(start) == "dateline":
        return True
    line = parse.readable.rfind("\n", 0, start) + 1
    match = DATELINE.match(parse.readable[line : line + 120])
    return match is not None and start - line < match.end()


def build_capitals(parse: Parse, cast: Cast, names: Sequence[Name]) -> None:
    """Give every capital a mention: of its state where it acts, else of the place."""
    for name in names:
        entry = name.entry
        if entry is None or entry.kind != "capital" or entry.side is None or is_dateline(parse, name):
            continue
        head = parse.doc[name.first : name.last + 1].root.i
        if is_state(parse.doc, name):
            index = cast.named(entry.side, "state")
            if index is None:
                index = cast.add(Draft(name=entry.side, kind="state", side=entry.side))
            cast.mention(Found(first=name.first, last=name.last, head=head, form="metonym", actor=index))
        else:
            index = cast.named(name.text, "place")
            if index is None:
                index = cast.add(Draft(name=name.text, kind="place"))
            cast.mention(Found(first=name.first, last=name.last, head=head, form="name", actor=index))
        cast.drafts[index].aliases[name.text] += 1
