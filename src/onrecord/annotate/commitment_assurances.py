"""Promises in the content of a noun: "an assurance from Low that the clerk would not be tried this year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import WILL, Promise, clause_end
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_verb, own_subjects
from onrecord.annotate.stance_judging import under_irrealis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

LONG = 20
"""Tokens from the subject of a clause to its verb."""


def find_assured(scene: Scene, verb: Token) -> Promise | None:
    """What somebody has given his word for: held to it is who gave it, not who tells that he has it."""
    words, noun = load_commitment_words(), verb.head
    if noun.lemma_.lower() not in words["assurances"] or noun.pos_ != "NOUN" or noun.i >= verb.i:
        return None
    if verb.dep_ not in ("relcl", "acl", "ccomp") or not any(
        one.dep_ == "mark" and one.lower_ == "that" for one in verb.lefts
    ):
        return None
    subjects = own_subjects(verb)
    if not {one.lower_ for one in auxiliaries(verb)} & (WILL | {"would"}) or not subjects or has_no(noun):
        return None
    above = noun.head
    if is_verb(above) and (is_negated(above) or under_irrealis(above) or above.lemma_ not in words["assuring_by"]):
        return None
    held = scene.parties(find_givers(noun)).actors
    if not held:
        return None
    edge = subjects[0].left_edge.i
    first = edge if 0 < verb.i - edge < LONG else verb.i
    refused = is_negated(verb) or has_no(subjects[0])
    return Promise(first, clause_end(scene, verb.i), verb, held[:1], negated=refused)


def find_givers(noun: Token) -> list[Token]:
    """Who gave it: "from Low", "Low's", or the subject of "gave" where there is neither."""
    above, words = noun.head, load_commitment_words()
    heads = [noun, above] if is_verb(above) else [noun]
    owners = [child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
    named = [
        goal
        for head in heads
        for by in head.rights
        if by.lower_ in ("from", "by") and by.dep_ in ("prep", "agent")
        for goal in by.children
        if goal.dep_ == "pobj"
    ]
    if owners or named:
        return owners or named
    giving = is_verb(above) and noun.dep_ == "dobj" and above.lemma_ in words["owning"] - {"have"}
    return agents(above) if giving else []
