"""The nouns that particles and prepositions bring in after a verb: "pull out of A", "promised A a loan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined, own_subjects, patients

if TYPE_CHECKING:
    from spacy.tokens import Token


HELPING = frozenset({"help", "assist", "aid", "support", "relieve"})


def linked_objects(verb: Token, links: tuple[str, ...]) -> list[Token]:
    """The nouns that a chain of particles and prepositions brings in ("pull", ("out", "of") -> the pobj of "of").

    A particle alone ("shoot down") brings in the object of the verb.
    """
    *first, last = links
    if links == ("to",) and (given_to(verb) or helped_by(verb)):
        return given_to(verb) or helped_by(verb)
    if last == "that":  # "demanded that A reopen its ports"
        clauses = [
            child for child in verb.rights if child.dep_ == "ccomp" and child.tag_ in ("VB", "VBP", "VBZ", "VBD")
        ]
        return [one for clause in clauses for head in own_subjects(clause) for one in conjoined(head)]
    starts = [verb]
    for word in first:
        starts = [child for start in starts for child in start.children if child.lower_ == word] or starts
    found: list[Token] = []
    for start in dict.fromkeys([*starts, verb]):
        for child in start.children:
            if child.lower_ != last:
                continue
            if child.dep_ == "prt" or (child.dep_ == "advmod" and links == ("away",)):
                found += patients(verb)
            found += [one for noun in child.children if noun.dep_ in ("pobj", "dobj") for one in conjoined(noun)]
            if child.dep_ == "dative" and child.pos_ != "ADP":
                found.append(child)
    return list(dict.fromkeys(found))


def given_to(verb: Token) -> list[Token]:
    """Who is given something without a preposition ("promised A a loan")."""
    found = [child for child in verb.rights if child.dep_ == "dative" and child.pos_ not in ("ADP", "PRON")]
    return [] if verb.lemma_ == "give" else found


def helped_by(verb: Token) -> list[Token]:
    """Who is helped by what is sent ("sent pumps to help A drain its fields", "flew in doctors to assist A")."""
    below = [child for child in verb.rights if child.dep_ in ("xcomp", "advcl") and child.lemma_ in HELPING]
    below = [one for one in below if any(child.tag_ == "TO" for child in one.lefts)]
    objects = [child for one in below for child in one.rights if child.dep_ in ("dobj", "ccomp")]
    nouns = [one for child in objects for one in (child, *child.lefts)]
    return [one for noun in nouns if noun.dep_ in ("dobj", "nsubj") for one in conjoined(noun)]


def has_links(verb: Token, links: tuple[str, ...], noun: Token | None = None) -> bool:
    """Are all the particles and prepositions there, below the verb, its objects or the noun of its phrase?"""
    if links == ("that",) or (links == ("to",) and (given_to(verb) or helped_by(verb))):
        return bool(linked_objects(verb, links))
    below = {child.lower_ for child in verb.children}
    below |= {
        grand.lower_
        for child in verb.children
        if child.dep_ not in ("advcl", "relcl", "ccomp", "conj")
        for top in (child, *(state for state in child.rights if state.dep_ == "amod"))  # "pulled A alive from …"
        for grand in top.children
        if grand.dep_ in ("prep", "prt", "agent", "dative")
    }
    if noun is not None:
        below |= {child.lower_ for child in noun.children}
        below |= {
            grand.lower_
            for child in noun.rights
            if child.lower_ == "of"
            for share in child.children
            if share.lemma_ in ("percent", "%")
            for grand in share.children
        }  # "a duty of 25 percent on steel"
    return all(word in below for word in links)
