"""Whom a relative clause or a participle is about: "the clerk arrested in May", "reporters for Five, who were …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_setting(noun: Token) -> bool:
    """ "the attack in Tarsk, Arland, which killed …": the place is only where, not who."""
    if noun.ent_type_ not in ("GPE", "LOC", "FAC"):
        return False
    return noun.dep_ == "appos" or (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "near", "outside"))


def relative_noun(verb: Token) -> Token | None:
    """The noun a relative clause is about."""
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.pos_ in VERBS and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def people_meant(verb: Token, noun: Token) -> Token:
    """ "Two reporters for the station Five, who were arrested": the several people above one name, not the name."""
    plural = any(one.lower_ in ("were", "are", "have") for one in [verb, *verb.lefts])
    several = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.rights)
    if not plural or several:
        return noun
    top = noun
    while top.dep_ in ("appos", "pobj", "prep", "compound") and top.head.pos_ not in VERBS and top.head != top:
        top = top.head
        if top.tag_ == "NNS":
            return top
    return noun


def apposed_name(noun: Token) -> Token:
    """The name beside which a noun stands ("Ada Osk, the clerk arrested in May"); of several people the first."""
    if noun.dep_ != "appos" or noun.pos_ != "NOUN" or noun.head.pos_ != "PROPN":
        return noun
    name = noun.head
    while noun.tag_ == "NNS" and name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    return name


def takes_name_before(verb: Token) -> bool:
    """ "A punishes jailers and B shuts its cells": B acts, though the parser joined it to the object before."""
    name = verb.doc[verb.i - 1]
    joined = name.pos_ == "PROPN" and name.dep_ == "conj" and name.head.pos_ in ("NOUN", "PROPN")
    return joined and verb.tag_ in FINITE and name.left_edge.i > 0 and name.doc[name.left_edge.i - 1].lower_ == "and"
