"""Ships with a name: what "the vessel" or "a Marn-flagged tanker" takes up, and what is no body that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Found
from onrecord.annotate.noun_phrases import phrase_start, sentence_back
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cast import Cast

OPENING = 4
"""Words of a sentence within which it names what it opens with ("The vessel, the Ruta")."""
NEAR = 2
"""Sentences back in which one of several vessels is looked for."""


def vessels_of(cast: Cast) -> dict[int, frozenset[str]]:
    """The named vessels of a document, each with the nouns it is called by beside its name."""
    nouns = frozenset(load_nominals()["vessels"])
    table: dict[int, set[str]] = {}
    for one in cast.found:
        if one.actor is None or one.form != "name" or cast.drafts[one.actor].kind in ("person", "state"):
            continue
        words = {token.lower_ for token in beside(cast, one)} | listed_as(cast, one)
        table.setdefault(one.actor, set()).update(words & nouns)
    return {actor: frozenset(words) for actor, words in table.items() if words}


def beside(cast: Cast, one: Found) -> list[Token]:
    """The nouns that say what a name is: "the tanker Ruta", "the Ruta, a ship", "The vessel, the Ruta", "Ruta ship"."""
    doc, head = cast.doc, cast.doc[one.head]
    found = [child for child in head.children if child.dep_ == "appos" and child.i > one.last]
    if one.first and doc[one.first - 1].tag_ == "NN":
        found.append(doc[one.first - 1])
    low = one.first - 1
    while low > 0 and (doc[low].lower_ == "the" or doc[low].text == ","):
        low -= 1
    if one.first - low > 1 and doc[low].tag_ == "NN" and doc[low + 1].text == ",":
        found.append(doc[low])
    if one.last + 1 < len(doc) and head.dep_ in ("compound", "nmod") and doc[one.last + 1].tag_ == "NN":
        found.append(doc[one.last + 1])
    return found


def listed_as(cast: Cast, one: Found) -> set[str]:
    """What a name is listed as or dealt with as: "ten ships, including the Ruta", "boarded the Ruta"."""
    head = cast.doc[one.head]
    if head.dep_ == "dobj" and head.head.lemma_ == "board":
        return {"ship"}
    top = head
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    listing = top.dep_ == "pobj" and top.head.lower_ in ("including", "like")
    return {top.head.head.lemma_.lower()} if listing else set()


def take_vessel(cast: Cast, token: Token, first: int) -> None:
    """Add "the ship" as a mention of the one vessel it can be: the only one near, else the only one called so."""
    if token.i - first != 1 or any(one.first == token.i + 1 for one in cast.found):
        return  # "the French ship", "the freighter Ruta"
    known = vessels_of(cast)
    begin = sentence_back(token, NEAR)
    near = {
        one.actor for one in cast.found if one.actor is not None and one.actor in known and begin <= one.first < first
    }
    seen = {one.actor for one in cast.found if one.actor is not None and one.actor in known and one.first < first}
    called = near if len(near) == 1 else {actor for actor in seen if len(seen) == 1 or token.lower_ in known[actor]}
    if len(called) == 1:
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=min(called)))


def take_introduced(cast: Cast, token: Token) -> None:
    """Add "a Marn-flagged vessel", which the next sentence names as "The vessel, the Ruta"."""
    doc, first, end = token.doc, phrase_start(token), token.sent.end
    if doc[first].lower_ not in ("a", "an") or end >= len(doc):
        return
    known, after = vessels_of(cast), doc[end].sent
    named = {
        one.actor
        for one in cast.found
        if one.actor is not None and one.actor in known and end <= one.first <= after.start + OPENING
        and any(noun.lower_ == token.lower_ and noun.i < one.first for noun in beside(cast, one))
    }  # fmt: skip
    if len(named) == 1:
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=min(named)))
