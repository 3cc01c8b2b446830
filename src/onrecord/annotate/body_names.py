"""Whole names of bodies by their last word: "Harbour and Quay Workers' Union", "Ruta Terminals".

A parser's entity often starts after an "and" or an apostrophe inside such a name, or is missing where the name opens a
sentence. The last word says what it is; leftwards the name goes on over capitals, over possessives of plurals, and over
an "and" that only joins what the body is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.entities import Name
from onrecord.annotate.polities import gazetteer_of
from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINED = frozenset(("and", "&"))
MARKS = frozenset(("'", "’"))
OWNING = frozenset(("'s", "’s"))
COMMITTEES = frozenset(("committee", "subcommittee", "caucus", "conference", "panel"))
"""What a chamber has."""
SPECIFIC = 3
"""Words after an "and" that are too many for a body of their own beside another ("Quay Workers' Union")."""


def join_bodies(doc: Doc, names: list[Name]) -> list[Name]:
    """Put whole names of bodies in place of their pieces.

    Args:
        doc: The parsed document.
        names: Names without overlaps.

    Returns:
        The names in the order of the text.
    """
    at = {index: name for name in names for index in range(name.first, name.last + 1)}
    added: list[Name] = []
    for token in doc:
        if not closes_name(doc, token):
            continue
        first = start_of(doc, token.i)
        inside = {at[index] for index in range(first, token.i + 1) if index in at}
        whole = all(first <= one.first and one.last <= token.i for one in inside)
        known = any(
            (one.entry is not None and not is_chamber(doc, one, first, token))
            or (one.first, one.last) == (first, token.i)
            for one in inside
        )
        if first < token.i and whole and not known:
            text = doc[first : token.i + 1].text
            added.append(Name(first=first, last=token.i, text=text, kind="organization", label="ORG"))
    held = {index for name in added for index in range(name.first, name.last + 1)}
    return sorted([*added, *(name for name in names if name.first not in held)], key=lambda one: one.first)


def is_chamber(doc: Doc, name: Name, first: int, last: Token) -> bool:
    """Does a chamber open the name of its committee ("House Harbour and Quay Reform Committee")?"""
    held = name.entry is not None and name.entry.kind == "body" and name.first == name.last == first
    return held and last.lower_ in COMMITTEES and name.last + 1 < last.i


def scan_tied(doc: Doc) -> list[Name]:
    """Bodies named by whom they are for, where they say something or have a spokesman ("Buses for Ruta said")."""
    found = []
    for tie in doc[1:-1]:
        before, after = doc[tie.i - 1], doc[tie.i + 1]
        if tie.lower_ != "for" or not before.tag_.startswith("NN") or after.tag_ != "NNP" or is_title_case(tie.sent):
            continue
        if not (is_part(before) and is_capital(after)) or before.ent_type_ not in ("", "ORG"):
            continue
        voiced = before.dep_ == "nsubj" and before.head.lemma_ in load_cues().speech and before.head.i > after.i
        spoken = after.i + 1 < len(doc) and after.nbor(1).lower_.startswith("spokes")
        if (voiced and after.right_edge.i == after.i) or spoken:
            text = doc[before.i : after.i + 1].text
            found.append(Name(first=before.i, last=after.i, text=text, kind="organization", label="ORG"))
    return found


def closes_name(doc: Doc, token: Token) -> bool:
    """Is a capitalised word the body noun at the end of a run of capitals, outside headlines?"""
    if not is_capital(token) or token.text.lower() not in load_name_words()["organization"]:
        return False
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    runs_on = following is not None and is_capital(following) and not following.is_sent_start
    if runs_on and following is not None and following.text.lower() not in load_title_words().heads:
        return False
    goes_on = following is not None and following.text in ("of", "for", "-", "&")
    return not goes_on and not is_title_case(token.sent)


def start_of(doc: Doc, last: int) -> int:
    """The first token of the name that ends at a token."""
    first, low = last, doc[last].sent.start
    while first > low:
        before = doc[first - 1]
        if is_part(before):
            first -= 1
        elif first - 2 >= low and is_part(doc[first - 2]) and is_plural_mark(doc, first - 1):
            first -= 2
        else:
            break
    first = over_office(doc, first, last, low)
    wider = over_and(doc, first, last, low)
    return wider if wider is not None else first


def over_office(doc: Doc, first: int, last: int, low: int) -> int:
    """The first token of a name that goes on over whose office it is ("Ruta County Sheriff's Office"), no person's."""
    if doc[last].lower_ != "office" or first != last or first - 3 < low or doc[first - 1].text not in OWNING:
        return first
    at, heads = first - 1, load_title_words().heads
    while at > low and (is_part(doc[at - 1]) or (is_capital(doc[at - 1]) and doc[at - 1].lower_ in heads)):
        at -= 1
    named = doc[first - 2].lower_ in heads and not any(one.ent_type_ == "PERSON" for one in doc[at : first - 1])
    return at if named and at < first - 2 else first


def is_part(token: Token) -> bool:
    """Can a word stand in a body's name: a capital that is no function word, title, day, or opening verb or adverb?"""
    lower = token.text.lower()
    titles = load_title_words()
    return (
        (is_capital(token) or is_camel(token))
        and not token.is_stop
        and not (token.is_sent_start and token.pos_ in ("ADV", "VERB", "SCONJ", "CCONJ", "INTJ"))
        and lower not in load_name_forms().calendar
        and lower.rstrip(".") not in titles.honorifics
        and lower.rstrip(".") not in titles.heads
    )


def is_camel(token: Token) -> bool:
    """Is a capital inside a word that begins in lower case, as a firm's may be ("deRuta Group")?"""
    return token.is_alpha and token.text[:1].islower() and not token.text.islower()


def is_plural_mark(doc: Doc, index: int) -> bool:
    """Is a token the apostrophe of a plural in a name ("Workers' Union"), not of an owner ("Ruta's Union")?"""
    owner = doc[index - 1]
    if doc[index].text in OWNING:
        return fold(owner.text) in load_name_words()["possessive"]
    return doc[index].text in MARKS and owner.text.endswith("s") and gazetteer_of(doc).find(owner.text) is None


def over_and(doc: Doc, first: int, last: int, low: int) -> int | None:
    """The first token of a name that goes on over an "and" to its article, where the two are not bodies of their own.

    The acronym of the longer name, printed anywhere, proves it; else the part after the "and" must be a long one.
    """
    if first - 2 < low or doc[first - 1].text not in JOINED or not joins(doc[first - 2]):
        return None
    start, listed, opens = first - 2, False, False
    while start - 2 >= low and doc[start - 1].text == "," and joins(doc[start - 2]):
        start, listed = start - 2, True
    chamber = gazetteer_of(doc).find(doc[start - 1].text) if start - 1 >= low else None
    if chamber is not None and chamber.kind == "body" and not listed:
        start, opens = start - 1, start - 1 == low or (start - 2 >= low and doc[start - 2].lower_ == "the")
    if not opens and (start - 1 < low or doc[start - 1].text.lower() != "the"):
        return None
    initials = "".join(token.text[0] for token in doc[start : last + 1] if is_capital(token))
    proven = any(token.text == initials for token in doc)
    words = sum(token.is_alpha for token in doc[first : last + 1])
    return start if proven or (not listed and words >= SPECIFIC) else None


def joins(token: Token) -> bool:
    """Can a capitalised word before an "and" be a field that a body is for: no body, state or person of its own?"""
    return (
        is_part(token)
        and fold(token.text) not in load_name_words()["organization"]
        and fold(token.text) not in load_first_names()
        and gazetteer_of(token.doc).find(token.text) is None
        and token.ent_type_ not in ("PERSON", "GPE")
    )
