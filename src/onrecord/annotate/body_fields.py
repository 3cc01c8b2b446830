"""Whole names of bodies: what they are for, the country they are in, a brand's hyphens, a paper's short name.

"U.S. Chamber" | "of Commerce", "Bureau of Alcohol" | "Tobacco and Firearms": the noun of a body takes its whole field.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.body_names import JOINED, is_part, joins
from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.entities import LABELS, Name
from onrecord.annotate.name_ends import DASHES
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

SPEAKING = ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
"""Where a body named with a country stands as one ("told Ruta News Marnia")."""
LINKS = frozenset(
    ("on", "upon", "au", "aux", "sur", "de", "le", "la", "les", "en", "in", "by", "and", "the", "of", "to")
)
"""Words between the hyphens of a town's name ("Stoke-on-Trent")."""


def join_fields(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Put bodies with all that they are for in place of their pieces."""
    at = {index: name for name in names for index in range(name.first, name.last + 1)}
    added: list[Name] = []
    for token in doc:
        last = field_end(token)
        if last is None:
            continue
        first = token.i
        while first > token.sent.start and is_part(doc[first - 1]):
            first -= 1
        pieces = {at[index] for index in range(first, last + 1) if index in at}
        whole = all(
            first <= one.first and one.last <= last and (one.first, one.last) != (first, last) for one in pieces
        )
        body = any(one.entry is not None and one.entry.kind not in ("state", "demonym") for one in pieces)
        if pieces and whole and not body:
            text = doc[first : last + 1].text
            added.append(Name(first=first, last=last, text=text, kind=LABELS["ORG"], label="ORG"))
    return put(names, added)


def put(names: Sequence[Name], added: Sequence[Name]) -> list[Name]:
    """The names with others in place of those inside them."""
    held = {index for name in added for index in range(name.first, name.last + 1)}
    return sorted([*added, *(one for one in names if not held & {one.first, one.last})], key=lambda one: one.first)


def field_end(noun: Token) -> int | None:
    """The last token of what a body is for: "Chamber of Commerce and Industry", "Bureau of Alcohol, Tea and Arms"."""
    doc, words = noun.doc, load_name_words()["organization"]
    if noun.lower_ not in words or not is_capital(noun) or noun.i + 2 >= len(doc) or is_title_case(noun.sent):
        return None
    if doc[noun.i + 1].lower_ not in ("of", "for") or not joins(doc[noun.i + 2]):
        return None
    last = end_of_run(doc, noun.i + 2)
    at, listed = last, False
    while at + 2 < len(doc) and doc[at + 1].text == "," and joins(doc[at + 2]):
        at, listed = end_of_run(doc, at + 2), True
    at += doc[min(at + 1, len(doc) - 1)].text == ","
    if at + 2 < len(doc) and doc[at + 1].text in JOINED and joins(doc[at + 2]):
        end = end_of_run(doc, at + 2)
        return end if listed or doc[end].lower_ not in words else last
    return last


def end_of_run(doc: Doc, index: int) -> int:
    """The last of the capitals that follow one another."""
    while index + 1 < len(doc) and is_part(doc[index + 1]) and not doc[index + 1].is_sent_start:
        index += 1
    return index


def is_branch(doc: Doc, name: Name, inside: Sequence[Name]) -> bool:
    """ "Ruta News Marnia", "the Marnia Monitor": does a body act whose name ends or, speaking, begins with a state?"""
    entry, root = inside[0].entry, doc[name.first : name.last + 1].root
    if len(inside) != 1 or entry is None or entry.kind not in ("state", "capital"):
        return False
    rest = [doc[i] for i in range(name.first, name.last + 1) if i != inside[0].first]
    plain = all(is_capital(one) and one.tag_.startswith("NNP") and one.lower_ not in nothing() for one in rest)
    if not rest or not plain or root.dep_ not in SPEAKING:
        return False
    if inside[0].first != inside[0].last or (entry.kind == "capital" and inside[0].last != name.last):
        return False
    if inside[0].last == name.last:
        return root.i == name.last and not any(one.ent_type_ != "ORG" for one in rest)
    speaks = root.dep_ == "nsubj" and root.head.lemma_ in load_verbs()["speech"]
    return speaks and root.i == name.last and name.first > 0 and doc[name.first - 1].lower_ == "the"


def nothing() -> frozenset[str]:
    """Words that end the name of no body."""
    return load_name_words()["nothing"]


def join_brands(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """ "Pick-fil-B": two capitals with a small word between hyphens are one name, a firm's unless it is a town's."""
    added = []
    for at in range(len(doc) - 4):
        chain = doc[at : at + 5]
        tied = all(not one.whitespace_ for one in chain[:4]) and chain[1].text in DASHES and chain[3].text in DASHES
        small = chain[2].text.islower() and chain[2].text not in LINKS
        if tied and small and is_capital(chain[0]) and is_capital(chain[4]):
            added.append(Name(first=at, last=at + 4, text=chain.text, kind=LABELS["ORG"], label="ORG"))
    return put(names, added)


def know_papers(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """ "The Post said" beside "The Ruta Post": the last word of the one medium of a document that it can be."""
    media = {one.entry for one in names if one.entry is not None and one.entry.kind == "media" and " " in one.text}
    short: dict[str, set[str]] = {}
    for entry in media:
        short.setdefault(entry.name.split()[-1], set()).add(entry.name)
    entries = {entry.name: entry for entry in media}
    result = []
    for one in names:
        known = short.get(doc[one.last].text, set())
        bare = one.first == one.last or (one.last == one.first + 1 and doc[one.first].lower_ == "the")
        the = "the" in (doc[one.first].lower_, doc[one.first - 1].lower_ if one.first else "")
        if bare and the and len(known) == 1 and one.label != "PERSON":
            one = replace(one, entry=entries[min(known)])
        result.append(one)
    return result
