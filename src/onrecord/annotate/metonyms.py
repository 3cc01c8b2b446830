"""Capitals: the city, or the state that governs from it, by grammar; other places that speak.

"Ruta said", "talks between Ruta and Marko", "pressure on Ruta" are states; "in Ruta", "travel to Ruta", "the Ruta
summit" and a dateline are places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.parse import Parse
from onrecord.annotate.relatives import set_apart_at
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals, load_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DATELINE = re.compile(r"^\s*[A-Z][A-Za-z.,/ ]{0,40}(\([^)]{1,40}\)|,\s+\w+\.?\s+\d{1,2})?\s*[—–-]{1,2}\s")


def is_state(doc: Doc, name: Name) -> bool:
    """Does a capital stand for its state here?"""
    token: Token = doc[name.first : name.last + 1].root
    verbs, around = load_verbs(), load_nominals()["around"]
    while token.dep_ in ("conj", "appos") and token.head.i != token.i and token.head.pos_ in ("PROPN", "NOUN"):
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
        if any(token in set_apart_at(verb) for verb in head.head.children):
            return True  # "despite Ruta and Marko repeatedly denouncing it"
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


def speaks(doc: Doc, first: int, last: int) -> bool:
    """Is a name, alone or joined to others, the subject of a verb of saying?"""
    token: Token = doc[first : last + 1].root
    while token.dep_ in ("conj", "appos") and token.head.i != token.i and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    if token.dep_ != "nsubj":
        return False
    said = load_verbs()["speech"]
    verb = token.head
    if verb.lemma_ in said or any(child.dep_ == "xcomp" and child.lemma_ in said for child in verb.children):
        return True
    things = [one for child in verb.children for one in (child, *child.children) if child.dep_ in ("dobj", "prep")]
    return any(one.dep_ in ("dobj", "pobj") and one.lemma_ == "statement" for one in things)


def give_voice(cast: Cast) -> None:
    """A place that says something is who governs there, or who works in that house.

    A house that speaks is a body throughout the document; a town or region is one only where it speaks.
    """
    words = load_name_words()["place"] - load_name_words()["seat"]
    for one in list(cast.found):
        if one.actor is None or one.form != "name" or cast.drafts[one.actor].kind != "place":
            continue
        draft, last = cast.drafts[one.actor], cast.doc[one.last].text.lower()
        if last in words or not speaks(cast.doc, one.first, one.last):
            continue
        if last in load_name_words()["seat"]:
            draft.kind = "organization"
            continue
        index = cast.named(draft.name, "organization")
        if index is None:
            index = cast.add(Draft(name=draft.name, kind="organization"))
        cast.drafts[index].aliases[cast.doc[one.first : one.last + 1].text] += 1
        one.actor, one.form = index, "metonym"
